import re
import tomllib
from pathlib import Path

import pytest

from poucet import Contract, PoucetError
from poucet.contract.clauses import CLAUSES
from poucet.contract.reading import PRESETS, preset_file


def wrong(path: Path, text: str | bytes) -> str:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(PoucetError) as caught:
        Contract.load(path)
    sentence = " ".join(str(caught.value).split())
    assert "\n" not in str(caught.value) and sentence.endswith(".")
    return sentence


@pytest.fixture
def file(tmp_path):
    return tmp_path / "notre_charte.toml"


@pytest.mark.parametrize("name", PRESETS)
def test_a_ready_contract_writes_every_clause_under_a_comment(name):
    lines = preset_file(name).read_text(encoding="utf-8").splitlines()
    for clause in CLAUSES:
        pattern = re.compile(rf"(\[\[)?{clause}(\]\]| =)")
        place = next(n for n, line in enumerate(lines) if pattern.match(line))
        above = lines[place - 1]
        assert above.startswith("# ") or (clause == "title_en" and "title_fr" in above)
    assert Contract.load(name).name == name


@pytest.mark.parametrize("clause", [c for c in CLAUSES if c != "subprocessors"])
def test_each_wrong_clause_of_a_file_is_named_with_its_line(file, clause):
    lines = preset_file("charte").read_text(encoding="utf-8").splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith(f"{clause} ="))
    lines[place] = f"{clause} = 1979-05-27"  # a date, which no clause takes
    sentence = wrong(file, "\n".join(lines))
    assert sentence.startswith(f"notre_charte.toml, ligne {place + 1} : la clause « {clause} »")
    assert "1979-05-27" in sentence


BASE = 'based_on = "charte"\n'


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (BASE + "\n# ip = 3\n\nip = 3\n", 5, "« ip » vaut 3"),
        (BASE + 'title_fr = """ip = 3"""\nip = "no"\n', 3, "« ip »"),
        (BASE + '"hosting" = "EU"\n', 2, "« hosting »"),
        (BASE + 'verbs = [\n  "opened",\n  # un mot de trop\n  "opend",\n]\n', 5, "opend"),
        (BASE + 'verbs = ["opened", "read"]', 2, '"read"'),
        (BASE + "verbs = [\n  [1]\n]\n", 3, "[1]"),
        (BASE + "colour = 1\n", 2, "« colour » n’existe pas"),
        (BASE + "[security]\nlog = true\n", 2, "« security »"),
        (BASE + '[[subprocessors]]\nname = "N"\n', 2, "il manque « country »"),
        (
            BASE
            + '[[subprocessors]]\nname = "N"\ncountry = "FR"\nreceives = ["trail"]\n'
            + 'declared = true\n[[subprocessors]]\nname = "M"\ncountry = "XX"\n',
            9,
            "« country » vaut \"XX\"",
        ),
        ('\nbased_on = "chartre"\n', 2, "based_on"),
        ("based_on = 3\n", 1, "based_on"),
        ('hosting = "FR"\n\n\n', 1, "il manque la clause « fields »"),
        ("", 1, "il manque la clause « fields »"),
        # what TOML itself cannot read
        (BASE + "exclusive = non\n", 2, "« exclusive = non »"),
        (BASE + "exclusive = True\n", 2, "true ou false"),
        (BASE + "hosting = «FR»\n", 2, "guillemets droits"),
        (BASE + "hosting = “FR”\n", 2, "guillemets droits"),
        (BASE + 'verbs = ["opened" "submitted"]\n', 2, "virgules"),
        (BASE + 'hosting = "FR\nip = "none"\n', 2, "hosting"),
        (BASE + 'hosting = "FR"\nip = "none"\nhosting = "FR"\n', 4, "deux fois"),
        (BASE + 'verbs = [\n"opened"\n', 3, "la ligne 2 : fermez la liste"),
        (BASE + 'verbs = [\n"opened",\n\n# heure\ntime = "day"\n', 6, "commencée à la ligne 2"),
        (BASE + '\n# mots\nverbs = [\n"opened"\n"answered"\n]\n', 6, "commencée à la ligne 4"),
        (BASE + 'durée = 3\n', 2, "durée"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(file, text, line, told):
    sentence = wrong(file, text)
    assert sentence.startswith(f"notre_charte.toml, ligne {line} : ")
    assert told in sentence


def test_a_file_of_another_encoding_is_told_so_with_its_line(file):
    sentence = wrong(file, "# un\n# élève\n".encode("latin-1"))
    assert sentence.startswith("notre_charte.toml, ligne 2 : ") and "UTF-8" in sentence


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_editors_add_does_no_harm(file, end, mark):
    file.write_bytes((mark + BASE + 'hosting = "US"\n').replace("\n", end).encode())
    assert Contract.load(file).hosting == "US"
    assert "ligne 3" in wrong(file, (mark + BASE + '\nip = "x"').replace("\n", end).encode())


def test_a_class_changes_what_it_wants_of_a_model(file):
    file.write_text(BASE + 'title_fr = "La 2de 1"\nretention_months = 0\n', encoding="utf-8")
    ours, charte = Contract.load(str(file)), Contract.load("charte")
    assert (ours.name, ours.title_fr, ours.title_en) == ("notre_charte", "La 2de 1", "La 2de 1")
    assert ours == charte.replace(
        name=ours.name, title_fr=ours.title_fr, title_en=ours.title_en, retention_months=0
    )


@pytest.mark.parametrize("name", ["chartre", "charte.txt", 3, None])
def test_a_contract_that_does_not_exist(name):
    with pytest.raises(PoucetError, match=r"grand_public, education, ent, charte.*\.toml"):
        Contract.load(name)


def test_a_file_that_does_not_exist(tmp_path):
    with pytest.raises(PoucetError, match="vérifiez son nom"):
        Contract.load(tmp_path / "absent.toml")


def test_the_models_are_what_plain_toml_reads():
    read = tomllib.loads(preset_file("grand_public").read_text(encoding="utf-8"))
    contract = Contract.load("grand_public")
    assert set(read["purposes"]) == set(contract.purposes)
    assert [each["name"] for each in read["subprocessors"]] == [
        each.name for each in contract.subprocessors
    ]
