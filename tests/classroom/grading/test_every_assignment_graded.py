"""Every assignment in both languages, through the sandbox: the marks of the fast proofs' harness.

A hand-in is graded as `poucet grade` does it, its outputs are counted by nbgrader's own rule, and
the same hand-in is run in one interpreter as a notebook would run it: question by question, both
must give the same. Mistakes in different cells share a hand-in, so that few are enough.
"""

import functools

import nbformat
import pytest
from assignments import paper
from assignments.every import PROOFS
from nbgrader.utils import determine_grade

from poucet.classroom.grading import running, sandbox
from poucet.classroom.grading.master import Course, Master
from poucet.classroom.grading.reading import read
from poucet.classroom.handout import ASSIGNMENTS
from poucet.i18n import in_language

pytestmark = pytest.mark.slow

SOLVED, MISTAKEN, NEIGHBOUR = 26, 120, 8
CASES = [(name, code) for name in ASSIGNMENTS for code in ("fr", "en")]


# a language has every other of the rarer cases: what is graded is the same code in both
MISTAKES = [
    (name, ("fr", "en")[(rank + place) % 2], wrong)
    for place, name in enumerate(ASSIGNMENTS)
    for rank, wrong in enumerate(PROOFS[name].together())
]
COPIES = [(name, ("fr", "en")[place % 2]) for place, name in enumerate(ASSIGNMENTS)]
UNTOUCHED = [(name, ("en", "fr")[place % 2]) for place, name in enumerate(ASSIGNMENTS)]


@pytest.fixture(scope="module")
def grade(tmp_path_factory):
    """Give what grades a hand-in: its marks by `poucet grade`, and by the harness."""
    if trouble := sandbox.why_not():
        pytest.skip(f"pupils' code cannot be shut in here: {trouble}")
    folder = tmp_path_factory.mktemp("every")
    (folder / "nbgrader_config.py").write_text(
        (paper.ROOT / "assignments" / "nbgrader_config.py").read_text(encoding="utf-8"),
        encoding="utf-8",
    )

    @functools.cache
    def master(name, code):
        place = folder / "source" / code / name
        place.mkdir(parents=True)
        (place / f"{name}.ipynb").write_text(paper._source(name, code), encoding="utf-8")
        with in_language(code):
            return Master(Course(folder), name)

    def graded(name, code, notebook, avatar):
        ours = master(name, code)
        data = nbformat.writes(notebook).encode()
        with in_language(code):
            hand_in = read(data, ours, code)
            place = tmp_path_factory.mktemp(f"{name}-{code}-{avatar}-")
            done = running.grade(hand_in, ours, str(avatar), place).notebook
        points = PROOFS[name].points
        cells = {test: cell for test, cell in paper.by_name(done).items() if test in points}
        marks = {test: determine_grade(cell)[0] for test, cell in cells.items()}
        with in_language(code):
            plain = paper.graded(name, code, notebook, avatar)
        automatic = PROOFS[name].automatic
        assert {test for test in automatic if marks[test]} == plain.passed & automatic
        assert all(marks[test] in (0, points[test]) for test in automatic)
        return {test: marks[test] for test in points if test in automatic}

    return graded


def full(name, lost=()):
    automatic = PROOFS[name].automatic
    points = PROOFS[name].points
    return {t: 0 if t in lost else best for t, best in points.items() if t in automatic}


@pytest.mark.parametrize(("name", "code"), CASES)
def test_solutions_have_every_automatic_point(grade, name, code):
    assert grade(name, code, paper.solved(name, code, SOLVED), SOLVED) == full(name)


@pytest.mark.parametrize(("name", "code"), UNTOUCHED)
def test_what_is_not_answered_has_none(grade, name, code):
    untouched = paper.numbered(paper.release(name, code), SOLVED)
    assert set(grade(name, code, untouched, SOLVED).values()) == {0}


@pytest.mark.parametrize(("name", "code", "wrong"), MISTAKES)
def test_mistakes_cost_their_own_points(grade, name, code, wrong):
    solved = paper.solved(name, code, MISTAKEN)
    notebook = paper.with_added(solved, dict(wrong.values()))
    assert grade(name, code, notebook, MISTAKEN) == full(name, wrong)


@pytest.mark.parametrize(("name", "code"), COPIES)
def test_a_neighbours_copy_earns_its_functions_only(grade, name, code):
    marks = grade(name, code, paper.solved(name, code, NEIGHBOUR), NEIGHBOUR + 1)
    theirs, mine = (PROOFS[name].count(avatar) for avatar in (NEIGHBOUR, NEIGHBOUR + 1))
    assert not [test for test in mine if marks[test] and theirs[test] != mine[test]]
    assert {test for test in PROOFS[name].portable if marks[test]} == PROOFS[name].portable


# Answers that are right, or wrong, for what they are rather than for what they say.
ODD = {
    "A1": {
        "q1": "two_homes = __import__('numpy').int64(two_homes)",
        "q3": "kept_as = strike\n"
        "def strike(rows, kept):\n    return [__import__('collections').OrderedDict(r) for r in "
        "kept_as(rows, kept)]",
    },
    "A2": {
        "q2": "sized = class_sizes\ndef class_sizes(rows, by):\n    rows.reverse()\n"
        "    return __import__('collections').Counter(sized(rows, by))",
        "q4": "costliest = __import__('numpy').str_(costliest)",
    },
    "A4": {
        "q2": "import numpy, collections\nPair = collections.namedtuple('Pair', 'account ine')\n"
        "paired = join\ndef join(accounts, pupils, on):\n"
        "    return [Pair(*pair) for pair in paired(accounts, pupils, on)]",
        "q4_school": "accused = [numpy.str_(ine) for ine in accused]",
    },
    "A5": {
        "q2": "halves = precision\ndef precision(boxes):\n"
        "    return __import__('numpy').float32(halves(boxes))",
        "q3_functions": "owed = paid\ndef paid(bids, floor):\n"
        "    due = owed(bids, floor)\n    bids.sort()\n    return due",
        "q4": "earned = __import__('numpy').float64(earned)",
    },
    "A6": {
        "q2": "def diversity(rows, by, secret):\n    import numpy\n    return numpy.int64(min("
        "[len(set(v)) for v in groups(rows, by, secret).values()] or [0]))",
        "q4_contract": "my_broken = type('Mine', (list,), {})(my_broken)",
    },
}


@pytest.mark.parametrize("name", ODD)
def test_unusual_values_are_judged_as_in_one_notebook(grade, name):
    notebook = paper.with_added(paper.solved(name, "fr", SOLVED), ODD[name])
    marks = grade(name, "fr", notebook, SOLVED)  # which compares them with the harness's
    assert sum(marks.values()) > 0
