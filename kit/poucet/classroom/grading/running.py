"""One hand-in from its first cell to its last, whatever its code does.

A cell that never ends is interrupted; one that kills its interpreter is skipped, and everything
before it is run again in a new sandbox, so that an error costs its own points only.
"""

from __future__ import annotations

import contextlib
import copy
import os
import time
from pathlib import Path
from typing import Any, NamedTuple

from poucet.classroom.grading import sandbox
from poucet.classroom.grading.channel import Channel, Gone, Slow
from poucet.classroom.grading.judging import Judge, stopped_error
from poucet.classroom.grading.master import Master, role
from poucet.classroom.grading.patience import CELL, Limit
from poucet.classroom.grading.reading import HandIn, says_number

WHOLE_SECONDS = 600.0  # of wall clock: six cells that wait
MOST_DEATHS = 6
_STOPPED = {"processor": "CellTimeoutError", "wall": "CellWaitError"}


class Outcome(NamedTuple):
    """The notebook with its outputs, and what happened on the way."""

    notebook: Any
    remarks: list[str]


def grade(
    hand_in: HandIn,
    master: Master,
    avatar: str,
    place: Path,
    *,
    shut: bool = True,
    limit: Limit = CELL,
    whole: float = WHOLE_SECONDS,
) -> Outcome:
    """Run a hand-in's cells in the sandbox and its tests outside.

    Parameters
    ----------
    hand_in : HandIn
        As `reading.read` gives it.
    master : Master
        The assignment.
    avatar : str
        Whose copy it is: the tests ask for this number's school.
    place : Path
        An empty folder for the judge; ``place/<avatar>/<assignment>`` is made in it.
    shut : bool
        False without a sandbox.
    limit : Limit
        The time of one cell.
    whole : float
        Seconds of wall clock after which no other cell begins.

    Returns
    -------
    Outcome
    """
    here = place / avatar / master.name
    here.mkdir(parents=True, exist_ok=True)
    notebook = copy.deepcopy(hand_in.notebook)
    remarks = set(hand_in.remarks)
    typed = says_number(notebook)
    if type(typed) is int and str(typed) != avatar:
        remarks.add("other_number")
    fate: dict[int, str] = {}  # cells that ended a sandbox, and how
    until = time.monotonic() + whole
    with _as_the_grader(here):
        while True:
            tried = _attempt(notebook, master, avatar, fate, Bounds(shut, limit, until))
            outputs, ended = tried.outputs, tried.ended
            if ended is None:
                break
            fate[ended[0]] = ended[1]
            if time.monotonic() > until or len(fate) > MOST_DEATHS:
                remarks.add("gave_up")
                for rank in range(ended[0], len(notebook.cells)):
                    outputs[rank] = stopped_error(fate.get(rank, ended[1]))
                break
    if tried.cut:
        remarks.add("output_cut")
    counted = 0
    for rank, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            counted += 1
            cell.execution_count = counted
            cell.outputs = [_node(output, counted) for output in outputs.get(rank, [])]
            remarks |= _noticed(cell)
    return Outcome(notebook, sorted(remarks))


class Bounds(NamedTuple):
    """In the sandbox or not, the time of one cell, and when no other cell begins."""

    shut: bool
    limit: Limit
    until: float


class Attempt(NamedTuple):
    """Outputs by cell, the cell that ended the sandbox and how, and whether outputs were cut."""

    outputs: dict[int, list[dict[str, Any]]]
    ended: tuple[int, str] | None
    cut: bool


def _attempt(
    notebook: Any, master: Master, avatar: str, fate: dict[int, str], bounds: Bounds
) -> Attempt:
    outputs: dict[int, list[dict[str, Any]]] = {}
    ended = None
    with sandbox.opened(avatar, master.name, shut=bounds.shut) as inside:
        channel = Channel(inside.stdout.fileno(), inside.stdin.fileno(), _no_questions)
        judge = Judge(channel, master.answer_names, bounds.limit, inside.processor)
        for rank, cell in enumerate(notebook.cells):
            if cell.cell_type != "code":
                continue
            if rank in fate:
                outputs[rank] = stopped_error(fate[rank])
                continue
            try:
                if time.monotonic() > bounds.until:
                    raise Slow("wall")
                outputs[rank] = judge.run(cell)
                continue
            except Slow as slow:
                ended = rank, _STOPPED[str(slow)]
            except Gone:
                if role(cell) in ("readonly", "other") and not outputs:
                    raise
                ended = rank, "DeadKernelError"
            inside.trusted = False
            break
    return Attempt(outputs, ended, judge.cut)


def _no_questions(_asked: dict[str, Any]) -> dict[str, Any]:
    raise Gone("question")


def _node(output: dict[str, Any], count: int) -> Any:
    import nbformat

    if output["output_type"] == "execute_result":
        output = {**output, "execution_count": count}
    return nbformat.from_dict(output)


def _noticed(cell: Any) -> set[str]:
    names = {output.ename for output in cell.outputs if output.output_type == "error"}
    signs = {
        "CellTimeoutError": "timeout",
        "CellWaitError": "waited",
        "DeadKernelError": "died",
        "MemoryError": "memory",
        "PermissionError": "refused",
    }
    return {remark for name, remark in signs.items() if name in names}


@contextlib.contextmanager
def _as_the_grader(here: Path) -> Any:
    """Stand where the tests expect to: in the avatar's folder, while grading."""
    former = Path.cwd(), os.environ.get("NBGRADER_EXECUTION")
    os.chdir(here)
    os.environ["NBGRADER_EXECUTION"] = "autograde"
    try:
        yield
    finally:
        os.chdir(former[0])
        if former[1] is None:
            del os.environ["NBGRADER_EXECUTION"]
        else:
            os.environ["NBGRADER_EXECUTION"] = former[1]
