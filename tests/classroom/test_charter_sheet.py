import re

import pytest
from classroom.cards.conftest import read_pages

from poucet import Contract, PoucetError, School, judge
from poucet.classroom.charter_sheet import checked_vote, print_charter
from poucet.damages import damage
from poucet.i18n import in_language

NAMES = ("grand_public", "education", "ent", "charte")


@pytest.fixture(scope="module")
def school():
    return School(seed=3, pupils=60)


def plain(text):
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


@pytest.fixture
def printed(tmp_path, school):
    def write(contract, **said):
        file = print_charter(contract, school, tmp_path / "charter.pdf", **said)
        return [plain(page) for page in read_pages(file.read_bytes())]

    return write


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_it_is_one_page_with_every_clause(name, language, printed):
    contract = Contract.load(name)
    with in_language(language):
        (page,) = printed(contract)
        for sentence in contract.sentences().values():
            assert plain(sentence) in page


def test_a_contract_that_hands_over_everything_still_holds_on_one_page(printed):
    from poucet.contract.clauses import FIELDS, PURPOSES, SubProcessor

    firms = [
        SubProcessor(f"Entreprise au nom très long {n}", "US", ("directory", "trail"), False)
        for n in range(8)
    ]
    worst = Contract.load("grand_public").replace(
        fields=FIELDS, purposes=PURPOSES, subprocessors=firms
    )
    with in_language("fr"):
        assert len(printed(worst)) == 1


def test_the_figures_and_the_verdicts_are_those_of_the_engine(printed, school):
    contract = Contract.load("education")
    counted, judgement = damage(contract.apply(school), school), judge(contract, school)
    with in_language("en"):
        (page,) = printed(contract)
    for words, value in (
        ("found in at least one copy", counted.found),
        ("something false", counted.accused),
        ("Met", len(judgement.of("pass"))),
        ("Not met", len(judgement.of("fail"))),
        ("no program can decide", len(judgement.of("undecidable"))),
    ):
        assert int(re.search(rf"{words}: (\d+)\.", page)[1]) == value, words


def test_who_pays_is_said_either_way(printed):
    with in_language("en"):
        (sold,) = printed(Contract.load("grand_public"))
        (unsold,) = printed(Contract.load("charte"))
    assert "pupils who pay" in sold
    assert "pupils who pay" not in unsold
    assert "€1 per pupil per year" in unsold


@pytest.mark.parametrize(
    ("hands", "outcome"), [((18, 7, 3), "adopted"), ((7, 18, 3), "back to"), ((9, 9, 0), "back to")]
)
def test_the_vote_is_counted(printed, hands, outcome):
    with in_language("en"):
        (page,) = printed(Contract.load("charte"), hands=hands, group="2de 3", date="2027-05-18")
    yes, no, blank = hands
    assert f"For: {yes}; against: {no}; abstentions: {blank}." in page
    assert outcome in page
    assert "2de 3" in page
    assert "18 May 2027" in page


@pytest.mark.parametrize("hands", [None, (0, 0, 0)])
def test_a_vote_still_to_come_leaves_room_to_write(printed, hands):
    with in_language("fr"):
        (page,) = printed(Contract.load("charte"), hands=hands)
    assert "Pour : ______" in page
    assert "adoptée" not in page


@pytest.mark.parametrize("hands", [(1, 2), (1, 2, -1), "abc", 12, (1.5, 2, 3), (True, 2, 3)])
def test_a_wrong_vote_gets_one_sentence(hands):
    with pytest.raises(PoucetError, match="trois nombres entiers"):
        checked_vote(hands)


def test_a_wrong_file_gets_one_sentence(school, tmp_path):
    charte = Contract.load("charte")
    with pytest.raises(PoucetError, match=r"\.pdf"):
        print_charter(charte, school, tmp_path / "charte.txt")
    (tmp_path / "taken").write_text("")
    with pytest.raises(PoucetError, match="dossier"):
        print_charter(charte, school, tmp_path / "taken" / "charte.pdf")


def test_a_later_charter_replaces_the_earlier_one(school, tmp_path):
    file = tmp_path / "charte.pdf"
    before = print_charter(Contract.load("charte"), school, file).read_bytes()
    after = print_charter(Contract.load("ent"), school, file).read_bytes()
    again = print_charter(Contract.load("charte"), school, file).read_bytes()
    assert before != after
    assert before == again
