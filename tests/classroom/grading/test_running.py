"""One hand-in's time: of the processor, of the wall's clock, and all cells together."""

import pytest
from classroom.grading import broken

from poucet.classroom.grading import running, sandbox
from poucet.classroom.grading.master import Course, Master
from poucet.classroom.grading.patience import Limit
from poucet.classroom.grading.reading import read

pytestmark = pytest.mark.filterwarnings("ignore")  # nbgrader's dependencies warn of each other
LONG = 600.0
SLEEP = "import time\ntime.sleep(1000)"
STUBBORN = (
    "while True:\n    try:\n        time.sleep(1000)\n    except BaseException:\n        pass"
)


@pytest.fixture(scope="module")
def grade(course_folder, tmp_path_factory):
    """Give what grades question 1 of avatar 7 with some code added to an answer."""
    if trouble := sandbox.why_not():
        pytest.skip(f"pupils' code cannot be shut in here: {trouble}")
    master = Master(Course(course_folder), "A2")

    def graded(code, **limits):
        added = {name: f"{broken.Q1}\n{lines}" if name == "q1" else lines for name, lines in code}
        notebook = broken.with_added(broken.numbered(broken.release("A2", "fr"), 7), added)
        hand_in = read(broken.text(notebook), master, "fr")
        done = running.grade(hand_in, master, "7", tmp_path_factory.mktemp("7"), **limits)
        passed = {
            cell.metadata.nbgrader.grade_id
            for cell in done.notebook.cells
            if cell.metadata.get("nbgrader", {}).get("grade")
            and cell.cell_type == "code"
            and not [output for output in cell.outputs if output.output_type == "error"]
        }
        return passed, done.remarks

    return graded


Q1 = {"q1a_rows", "q1b_premiere"}


def test_a_machine_that_does_much_else_costs_no_point(grade):
    # asleep, it is off the processor for longer than it may be on it
    slept = "import time\ntime.sleep(3)"
    assert grade([("q1", slept)], limit=Limit(2.5, LONG)) == (Q1, [])


def test_each_clock_has_its_verdict(grade):
    code = [("q1", ""), ("q2", "while True:\n    pass"), ("q3_school", SLEEP)]
    assert grade(code, limit=Limit(2.0, 10.0)) == (Q1, ["timeout", "waited"])


def test_what_does_not_let_itself_be_stopped_is_ended(grade):
    code = [("q1", ""), ("q2", f"import time\n{STUBBORN}")]
    assert grade(code, limit=Limit(LONG, 6.0)) == (Q1, ["waited"])


def test_a_whole_hand_in_has_an_end_and_keeps_what_it_had(grade):
    code = [("q1", ""), ("q2", SLEEP), ("q3_functions", SLEEP), ("q3_school", SLEEP)]
    passed, remarks = grade(code, limit=Limit(LONG, 8.0), whole=6.0)
    assert passed == Q1 and remarks == ["gave_up", "waited"]
