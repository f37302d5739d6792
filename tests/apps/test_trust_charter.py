import re
from html import escape

import pytest

from poucet import Contract, School, judge
from poucet.apps.negotiation import OURS, READY, WEEKS, WHICH, Negotiation, short_name
from poucet.apps.rights_desk import RIGHTS, SEED
from poucet.apps.trust_charter import TrustCharter
from poucet.contract.chapters import CHAPTERS
from poucet.contract.clauses import CLAUSES, NAMES
from poucet.contract.comparing import compare
from poucet.contract.desk import Desk
from poucet.contract.events import timeline
from poucet.damages import damage


@pytest.fixture(scope="module")
def school():
    return School(seed=2, pupils=150)


@pytest.fixture
def board(school):
    return TrustCharter(Negotiation(school))


def words(html):
    return re.sub(r"<[^>]*>", " ", html).replace("\u00a0", " ").replace("\u202f", " ")


def numbers(html):
    return [float(one.replace(",", ".")) for one in re.findall(r"\d+(?:,\d+)?", words(html))]


def test_every_clause_is_in_one_chapter():
    told = [clause for names in CHAPTERS.values() for clause in names]
    assert sorted(told) == sorted(set(CLAUSES) - set(NAMES))


def test_a_class_that_takes_every_chapter_of_a_contract_has_that_contract(school):
    table = Negotiation(school)
    for which in READY:
        table.taken = dict.fromkeys(CHAPTERS, which)
        ours = table.contract(OURS).replace(
            name=which, title_fr="x", title_en="x"
        )  # fmt: skip
        assert ours == Contract.load(which).replace(title_fr="x", title_en="x")


def test_one_week_gives_the_verdicts_of_twelve(school):
    table = Negotiation(school)
    for which in READY:
        whole = judge(Contract.load(which), school)
        assert table.statuses(which) == tuple(verdict.status for verdict in whole)


def test_the_dials_wait_for_the_press_and_are_those_of_the_counter(board, school):
    assert not re.search(r"\d", words(board.view.dials.value))
    board.view.bet.field.value = 40
    board.view.button.click()
    rows = re.findall("<tr>(.*?)</tr>", board.view.dials.value)[1:]
    for which, row in zip(WHICH, rows, strict=True):
        own = Contract.load("education" if which == OURS else which)
        counted = damage(own.apply(school, WEEKS), school)
        shown = numbers(re.sub(r"<th.*?</th>", "", row))
        assert shown == [
            counted.found, counted.accused, round(counted.euros, 2 if counted.euros < 100 else 0),
            round(100 * counted.usefulness),
        ]  # fmt: skip
    assert "parié 40" in words(board.view.notes.value)


def test_each_chapter_taken_changes_the_clauses_on_screen(board):
    board.chooser.value = "table"
    for chapter, row in board.view.chapters.items():
        row.value = "charte"
        said = Contract.load("charte").sentences()
        for clause in CHAPTERS[chapter]:
            assert escape(said[clause]) in board.view.clauses.value
    assert "24 tenues, 0 pas tenues, 3 à débattre" in words(board.view.met.value)
    assert board.message.value == ""
    row.set_state({"index": None})
    assert (row.value, board.table.taken[chapter]) == ("education", "education")


@pytest.mark.parametrize("which", WHICH)
def test_every_demand_not_met_unfolds_and_no_other(board, which, school):
    board.chooser.value = "broken"
    board.choice.row.value = which
    folded = []
    for _word, asker in board.view.askers.options:
        board.view.askers.value = asker
        folded += re.findall("<summary>(.*?)</summary>", board.view.demands.value)
    broken = [v for v in judge(board.table.contract(which), school) if v.status == "fail"]
    assert len(folded) == len(broken)
    told = "".join(map(words, folded))
    assert all(words(verdict.demand.sentence) in told for verdict in broken)


def test_the_cells_at_fault_are_the_pupil_s_own(board, school):
    board.chooser.value = "broken"
    board.view.askers.value = "fcpe"
    for pupil in (7, 30):
        board.avatar.field.value = pupil
        assert school.columns["email"][pupil - 1] in board.view.demands.value
        other = school.columns["email"][pupil]
        assert other not in board.view.demands.value


@pytest.mark.parametrize("which", READY)
def test_the_desk_answers_as_the_kit_s_and_tells_what_it_hides(board, which, school):
    board.chooser.value = "rights"
    board.choice.row.value = which
    for right in RIGHTS:
        board.view.rights.value = right
        assert board.view.truth.value == ""
        desk = Desk(Contract.load(which).apply(school, WEEKS), SEED)
        reply = desk.ask(right, board.avatar.number)
        found = compare(reply, desk)
        letter = words(board.view.letter.value)
        assert f"{reply.days} jours" in letter
        assert ("retard" in letter) == bool(reply.days_late)
        board.view.button.click()
        truth = words(board.view.truth.value)
        assert ("cache quelque chose" in truth) == (not found.true)
        for gap in (*found.missing, *found.admitted):
            assert words(gap.who) in truth
    assert board.message.value == ""


def test_every_date_is_told_with_its_source(board):
    board.chooser.value = "since"
    for rank, event in enumerate(timeline(), 1):
        said = words(board.view.event.value)
        assert said.strip().startswith(f"{rank}. ")
        assert words(event.origin) in said
        board.view.after.click()
    assert words(board.view.event.value).strip().startswith("1. ")
    board.view.before.click()
    assert words(board.view.event.value).strip().startswith(f"{len(timeline())}. ")


@pytest.mark.parametrize(
    ("hands", "told"),
    [((0, 0, 0), "Tapez"), ((18, 7, 3), "C’est adopté"), ((9, 9, 9), "à la table")],
)
def test_more_hands_for_than_against_sign(board, hands, told):
    board.chooser.value = "vote"
    for count, number in zip(board.view.counts, hands, strict=True):
        count.field.value = number
    assert board.view.outcome.value == ""
    board.view.button.click()
    assert told in board.view.outcome.value
    assert numbers(board.view.outcome.value)[-3:] == list(hands)
    board.view.counts[0].field.value = 30  # another count begins the vote anew
    assert board.view.outcome.value == ""


def test_the_language_changes_every_text_and_no_choice(board):
    board.choice.row.value = "ent"
    for key in board.views:
        board.chooser.value = key
    board.languages.value = "en"
    french = "élève|demande[sr] |contrat |réponse|Levez|clause en|fournisseur|détient|Pour "
    for key in board.views:
        board.chooser.value = key
        for name, widget in vars(board.view).items():
            if isinstance(getattr(widget, "value", None), str):
                said = re.sub(r'src="[^"]*"|<p class="poucet-source".*?</p>', "", widget.value)
                assert not re.search(french, said), name
    assert board.choice.which == "ent"
    assert [short_name(which) for which in READY] == ["consumer", "education", "portal", "charter"]
