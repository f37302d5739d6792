"""What the front page promises is true."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "README.fr.md", "CONTRIBUTING.md", "data/README.md", "assignments/README.md")


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
