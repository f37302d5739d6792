"""What the front page promises is true."""

import doctest
import re
import shlex
from pathlib import Path

import pytest
import typer

from poucet.cli import app
from poucet.typography import set_in_french

ROOT = Path(__file__).resolve().parents[1]
GUIDES = (
    "assignments/README.md",
    *(f"assignments/guide/guide.{lang}.md" for lang in ("fr", "en")),
    "assignments/privacy/registre.fr.md",
    "assignments/privacy/register.en.md",
    *(f"assignments/privacy/notice.{lang}.md" for lang in ("fr", "en")),
)
ACCESSIBILITY = tuple(f"lessons/accessibility/{n}.md" for n in ("declaration.fr", "statement.en"))
PAGES = (
    "README.md",
    "README.fr.md",
    "CONTRIBUTING.md",
    "data/README.md",
    *GUIDES,
    *ACCESSIBILITY,
)


@pytest.mark.parametrize("page", ["README.md", "README.fr.md"])
def test_the_example_of_the_front_page_runs(page):
    tried = doctest.testfile(str(ROOT / page), module_relative=False, encoding="utf-8")
    assert tried.attempted > 0
    assert tried.failed == 0


@pytest.mark.parametrize("page", PAGES)
def test_every_link_to_a_file_leads_somewhere(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?://)([^)#]+)\)", text)
    assert [target for target in targets if not ((ROOT / page).parent / target).exists()] == []


def test_both_front_pages_show_the_same_commands():
    def commands(page):
        blocks = re.findall(r"```(?:sh|powershell)\n(.*?)```", page, re.DOTALL)
        return [re.sub(r"\s*#.*| --lang en|POUCET_LANG=en |<.*?>", "", block) for block in blocks]

    english, french = (
        (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.fr.md")
    )
    assert commands(english) == commands(french)
    assert commands(english)


@pytest.mark.parametrize("page", GUIDES)
def test_every_command_of_the_guides_exists(page):
    """Each is parsed by the command's own parser: its name, its options, its arguments."""
    text = (ROOT / page).read_text(encoding="utf-8")
    told = re.findall(r"^poucet (.+)$", text, re.MULTILINE)
    told += [one for one in re.findall(r"`poucet ([^`\n]+)`", text) if " " in one]
    assert told or "notice" in page
    commands = typer.main.get_command(app)
    for line in told:
        name, *arguments = shlex.split(line, comments=True)
        command = commands.commands[name]
        if "--help" not in arguments:
            command.make_context(name, arguments)


def test_the_register_names_every_folder_where_something_is_kept():
    """What git leaves out of the course is what a class makes there."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    made = [line.split("/")[1] for line in ignored if line.startswith("assignments/")]
    folders = [name for name in made if name not in ("release", "exchange") and "*" not in name]
    assert len(folders) == 4
    for lang, page in (("fr", "registre.fr.md"), ("en", "register.en.md")):
        text = (ROOT / "assignments" / "privacy" / page).read_text(encoding="utf-8")
        for place in (*(f"{folder}/{lang}" for folder in folders), f"gradebook_{lang}.db"):
            assert f"| `{place}` |" in text


def test_the_two_languages_show_the_same_commands_and_pictures():
    def told(lang):
        text = (ROOT / f"assignments/guide/guide.{lang}.md").read_text(encoding="utf-8")
        blocks = "".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL))
        pictures = re.findall(r"!\[([^]]+)\]\((\S+)\)", text)
        assert all(len(words.split()) > 10 and words.endswith(".") for words, _path in pictures)
        return [one.replace(f"-{lang}.", "-.") for _words, one in pictures], blocks.replace(
            f"--lang {lang}", ""
        ).replace(f"POUCET_LANG={lang}", "")

    assert told("fr") == told("en")


def test_the_pictures_of_the_guides_are_light():
    pictures = list((ROOT / "assignments" / "guide" / "pictures").glob("*.png"))
    assert len(pictures) == 6
    assert [path.name for path in pictures if path.stat().st_size > 80_000] == []


@pytest.mark.parametrize("page", [page for page in PAGES if page.endswith("fr.md")])
def test_french_pages_keep_the_rules_of_print(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    assert text == set_in_french(text)
