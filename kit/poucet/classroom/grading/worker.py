"""One of the processes that grade a class side by side: a hand-in from its file to its page.

What is found of a hand-in is written at once, whole, with the fingerprint of what it was found
from; then it goes into the gradebook and onto its page. Success: killed at any moment, the next run
takes up at the step that is not on the disk.
"""

from __future__ import annotations

import ctypes
import json
import resource
import shutil
import signal
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import nbformat

from poucet.classroom.grading import running, sandbox
from poucet.classroom.grading.gradebook import Ledger, Mark, write
from poucet.classroom.grading.master import Master
from poucet.classroom.grading.patience import Limit
from poucet.classroom.grading.reading import read
from poucet.classroom.grading.verdicts import Stopped, sentence
from poucet.i18n import gettext as _
from poucet.i18n import language

MEMORY = 4_000_000_000  # bytes of address space
_SET_PDEATHSIG = 1


class Task(NamedTuple):
    """A hand-in to grade: its avatar, its file, its fingerprint, and what is known of it."""

    avatar: int
    path: Path
    mark: str
    remarks: list[str]


class Result(NamedTuple):
    """A hand-in's marks, remarks, and what stopped it, if anything did."""

    marks: dict[str, Mark]
    remarks: list[str]
    stop: str | None = None


@dataclass
class Bench:
    """What all workers hold: the class's folder, its assignment and gradebook, and the rules."""

    folder: Path
    master: Master
    ledger: Ledger
    shut: bool
    limit: Limit

    def findings(self, avatar: int, kind: str) -> dict[str, Any]:
        """Read what was ``found`` of an avatar's hand-in or ``recorded``; empty if half or none."""
        try:
            found = json.loads(self.path(avatar, kind).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def path(self, avatar: int, kind: str) -> Path:
        """Give the file of an avatar's findings."""
        return self.folder / f"{avatar}.{kind}.json"

    def is_found(self, task: Task) -> bool:
        """Tell whether a hand-in has been graded already, as it is now."""
        return self.findings(task.avatar, "found").get("fingerprint") == task.mark


_bench: Bench


def begin(bench: Bench, something_to_run: bool) -> None:
    """Sit down at the bench: the first thing that each worker does."""
    global _bench
    _bench = bench
    if sys.platform == "linux":  # a worker ends with the command, however that one ends
        ctypes.CDLL(None).prctl(_SET_PDEATHSIG, signal.SIGKILL)
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    if bench.shut and something_to_run:
        sandbox.ready()


def grade(task: Task) -> Result:
    """Grade one hand-in, or find it graded."""
    if not _bench.is_found(task):
        write(_bench.path(task.avatar, "found"), json.dumps(_found(task)))
    try:
        return _recorded(task)
    except Exception as error:  # whatever is odd in it, the class goes on
        why = {"fingerprint": "", "why": repr(error)[:500]}
        write(_bench.path(task.avatar, "recorded"), json.dumps(why))
        return Result({}, sorted(task.remarks), "crashed")


def _found(task: Task) -> dict[str, Any]:
    place = Path(tempfile.mkdtemp(prefix="poucet-"))
    try:
        hand_in = read(task.path.read_bytes(), _bench.master, language())
        outcome = running.grade(
            hand_in,
            _bench.master,
            str(task.avatar),
            place,
            shut=_bench.shut,
            limit=_bench.limit,
        )
    except Stopped as verdict:
        return {"fingerprint": task.mark, "stop": verdict.code}
    except Exception as error:  # the class goes on; a crash is not remembered as done
        return {"fingerprint": "", "stop": "crashed", "why": repr(error)[:500]}
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return {
        "fingerprint": task.mark,
        "notebook": nbformat.writes(outcome.notebook),
        "remarks": outcome.remarks,
    }


def _recorded(task: Task) -> Result:
    """Bring a hand-in's findings into the gradebook and its page, unless they are there already."""
    findings = _bench.findings(task.avatar, "found")
    remarks = sorted({*task.remarks, *findings.get("remarks", [])})
    if "notebook" not in findings:
        return Result({}, remarks, findings.get("stop", "crashed"))
    recorded = _bench.findings(task.avatar, "recorded")
    entry = _bench.ledger.read(str(task.avatar))
    if recorded.get("fingerprint") != task.mark or entry is None:
        notebook = nbformat.reads(findings["notebook"], as_version=4)
        if remarks:
            told = "\n".join(f"- {sentence(code)}" for code in remarks)
            title = _("**Remarques sur votre copie.**")
            note = nbformat.v4.new_markdown_cell(f"{title}\n\n{told}")
            note["id"] = "remarks"
            notebook.cells.insert(0, note)
        entry = _bench.ledger.save(str(task.avatar), notebook)
        recorded = {}
    shown = repr([sorted(entry.marks.items()), entry.comments, remarks])
    if recorded.get("shown") != shown:
        _bench.ledger.feedback(str(task.avatar))
        told = json.dumps({"fingerprint": task.mark, "shown": shown, "remarks": remarks})
        write(_bench.path(task.avatar, "recorded"), told)
    return Result(entry.marks, remarks)
