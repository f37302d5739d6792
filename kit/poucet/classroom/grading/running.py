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
from poucet.classroom.grading.reading import HandIn, says_number

CELL_SECONDS = 30.0  # a whole solved assignment runs in three
WHOLE_SECONDS = 180.0
MOST_DEATHS = 6


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
    seconds: float = CELL_SECONDS,
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
    seconds : float
        The time of one cell.

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
    began = time.monotonic()
    with _as_the_grader(here):
        while True:
            outputs, ended = _attempt(notebook, master, avatar, fate, shut, seconds, remarks)
            if ended is None:
                break
            spent = time.monotonic() - began > WHOLE_SECONDS
            fate[ended[0]] = ended[1]
            if spent or len(fate) > MOST_DEATHS:
                remarks.add("gave_up")
                for rank in range(ended[0], len(notebook.cells)):
                    fate.setdefault(rank, "DeadKernelError")
    counted = 0
    for rank, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            counted += 1
            cell.execution_count = counted
            cell.outputs = [_node(output, counted) for output in outputs.get(rank, [])]
            remarks |= _noticed(cell)
    return Outcome(notebook, sorted(remarks))


def _attempt(
    notebook: Any,
    master: Master,
    avatar: str,
    fate: dict[int, str],
    shut: bool,
    seconds: float,
    remarks: set[str],
) -> tuple[dict[int, list[dict[str, Any]]], tuple[int, str] | None]:
    outputs: dict[int, list[dict[str, Any]]] = {}
    with sandbox.opened(avatar, master.name, shut=shut) as inside:
        channel = Channel(inside.stdout.fileno(), inside.stdin.fileno(), _no_questions)
        judge = Judge(channel, master.answer_names, seconds)
        for rank, cell in enumerate(notebook.cells):
            if cell.cell_type != "code":
                continue
            if rank in fate:
                outputs[rank] = stopped_error(fate[rank])
                continue
            try:
                outputs[rank] = judge.run(cell)
            except Slow:
                inside.trusted = False
                return outputs, (rank, "CellTimeoutError")
            except Gone:
                inside.trusted = False
                if role(cell) in ("readonly", "other") and not outputs:
                    raise
                return outputs, (rank, "DeadKernelError")
        if judge.cut:
            remarks.add("output_cut")
    return outputs, None


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
