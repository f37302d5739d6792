"""From the bytes of a hand-in to the notebook that is graded, whatever happened to it on the way.

Locked cells come back as the teacher wrote them, in the assignment's order; answers keep their
text; cells that a pupil added stay after the cell they followed. What is not a notebook of this
assignment stops here with its verdict.
"""

from __future__ import annotations

import ast
import copy
import json
import re
from typing import Any, NamedTuple

import nbformat

from poucet.classroom.grading.master import Master, role
from poucet.classroom.grading.verdicts import Stopped
from poucet.classroom.handout import is_avatar

LARGEST_FILE = 20_000_000  # bytes
MOST_CELLS = 500


class HandIn(NamedTuple):
    """A notebook ready to be graded, and what had to be repaired."""

    notebook: Any
    remarks: list[str]


def read(data: bytes, master: Master, language: str) -> HandIn:
    """Read and repair a hand-in.

    Raises
    ------
    Stopped
        With the verdict of what cannot be read or is not this assignment.
    """
    remarks: list[str] = []
    notebook = _notebook(data, remarks)
    kernel = notebook.metadata.get("kernelspec") or {}
    spoken = kernel.get("language") if isinstance(kernel, dict) else None
    if isinstance(spoken, str) and spoken.lower() != "python":
        remarks.append("other_kernel")
    about = notebook.metadata.get("poucet")
    if isinstance(about, dict) and about.get("assignment", master.name) != master.name:
        raise Stopped("wrong_notebook")
    if notebook.metadata.get("lang", language) != language:
        remarks.append("other_language")
    cells = _recognised(notebook.cells, master, remarks)
    aligned = copy.deepcopy(master.stubbed)
    aligned.metadata.pop("poucet", None)
    aligned.cells = _aligned(cells, master, remarks)
    for rank, cell in enumerate(aligned.cells):
        cell["id"] = f"cell-{rank}"
    return HandIn(aligned, sorted(set(remarks)))


def typed_avatar(data: bytes) -> int | None:
    """Find the avatar's number that a pupil wrote in the notebook, if the notebook can be read."""
    try:
        cells = _notebook(data, []).cells
    except Stopped:
        return None
    for cell in cells:
        found = re.match(r"\s*avatar *= *(\d{1,4})\s*(#.*)?$", cell.source, re.MULTILINE)
        if cell.cell_type == "code" and found and is_avatar(int(found[1])):
            return int(found[1])
    return None


def _notebook(data: bytes, remarks: list[str]) -> Any:
    if not data.strip(b" \t\r\n\0"):
        raise Stopped("empty")
    if len(data) > LARGEST_FILE:
        raise Stopped("too_large")
    try:
        raw = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Stopped("not_json") from None
    if not isinstance(raw, dict) or not isinstance(raw.get("nbformat"), int):
        raise Stopped("not_notebook")
    if raw["nbformat"] > nbformat.current_nbformat:
        raise Stopped("too_new")
    if raw["nbformat"] < nbformat.current_nbformat:
        remarks.append("old_format")
        try:
            raw = nbformat.convert(nbformat.reads(json.dumps(raw), raw["nbformat"]), 4)
        except Exception:  # an old notebook may be wrong in any way
            raise Stopped("not_notebook") from None
    cells = raw.get("cells")
    if not isinstance(cells, list) or len(cells) > MOST_CELLS:
        raise Stopped("not_notebook")
    kept = [cell for cell in map(_cell, cells) if cell is not None]
    metadata = raw.get("metadata")
    return nbformat.from_dict(
        {"cells": kept, "metadata": metadata if isinstance(metadata, dict) else {}}
    )


def _cell(raw: Any) -> Any:
    """Keep of a cell what grading reads: its kind, its text, its names. Outputs are made anew."""
    if not isinstance(raw, dict):
        return None
    source = raw.get("source", "")
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    if not isinstance(source, str):
        return None
    source = source.encode("utf-8", "replace").decode("utf-8")  # lone surrogates
    make = {
        "code": nbformat.v4.new_code_cell,
        "markdown": nbformat.v4.new_markdown_cell,
        "raw": nbformat.v4.new_raw_cell,
    }.get(str(raw.get("cell_type")))
    if make is None:
        return None
    cell = make(source)
    about = raw.get("metadata")
    graded = about.get("nbgrader") if isinstance(about, dict) else None
    name = graded.get("grade_id") if isinstance(graded, dict) else None
    cell.metadata["theirs"] = name if isinstance(name, str) else None
    cell.metadata["was"] = raw.get("id") if isinstance(raw.get("id"), str) else None
    return cell


def _recognised(cells: list[Any], master: Master, remarks: list[str]) -> list[tuple[str, Any]]:
    """Give each cell with its name in the assignment, ``""`` for one that the pupil added."""
    named = [
        (c.metadata["theirs"] if c.metadata["theirs"] in master.cells else "", c) for c in cells
    ]
    own = {name for name, _ in named if name}
    if len(own) < len(master.cells) / 3:
        found = _by_place(cells, master)
        if len({name for name, _ in found if name}) <= max(len(own), len(master.cells) / 3):
            raise Stopped("wrong_notebook")
        remarks.append("ids_found")
        return found
    tests = {name for name in master.cells if role(master.cells[name]) == "test"}
    if not own & tests and not any(role(master.cells[name]) == "answer" for name in own):
        raise Stopped("wrong_notebook")
    return named


def _by_place(cells: list[Any], master: Master) -> list[tuple[str, Any]]:
    """Recognise cells whose names are gone: by their lasting ids, else by what they say."""
    by_id = {cell.get("id"): name for name, cell in master.cells.items()}
    by_text = {cell.source.strip(): name for name, cell in master.given.items()}
    found, taken = [], set()
    waiting: list[str] = []
    places = {name: rank for rank, name in enumerate(master.order)}
    for cell in cells:
        name = by_id.get(cell.metadata["was"]) or by_text.get(cell.source.strip()) or ""
        if name in taken:
            name = ""
        if name:
            taken.add(name)
            waiting = master.order[places[name] + 1 :][:1]
        elif cell.cell_type == "code" and waiting and role(master.cells[waiting[0]]) == "answer":
            # an answer was rewritten: it stands right after the locked cell before it
            name = waiting.pop()
            taken.add(name)
            waiting = master.order[places[name] + 1 :][:1]
        found.append((name, cell))
    return found


def _aligned(named: list[tuple[str, Any]], master: Master, remarks: list[str]) -> list[Any]:
    """Put the cells in the assignment's order, its locked cells as they were."""
    last = {name: rank for rank, (name, _) in enumerate(named) if name}
    after: dict[str, list[Any]] = {"": []}
    before: dict[str, list[Any]] = {}
    theirs: dict[str, Any] = {}
    at = ""
    for rank, (name, cell) in enumerate(named):
        if name and last[name] == rank:
            theirs[name] = cell
            at = name
        elif name and role(master.cells[name]) == "answer":
            remarks.append("duplicated_cells")
            before.setdefault(name, []).append(cell)
        elif name:
            remarks.append("duplicated_cells")
        else:
            after.setdefault(at, []).append(cell)
    lined = [_plain(cell) for cell in after[""]]
    for name in master.order:
        lined += [_plain(cell) for cell in before.get(name, [])]
        lined.append(_graded(name, theirs.get(name), master, remarks))
        lined += [_plain(cell) for cell in after.get(name, [])]
    return lined


def _plain(cell: Any) -> Any:
    cell.metadata.clear()
    return cell


def _graded(name: str, theirs: Any, master: Master, remarks: list[str]) -> Any:
    cell = copy.deepcopy(master.cells[name])
    if theirs is None:
        remarks.append("missing_cells")
        return cell
    if theirs.cell_type != cell.cell_type:
        remarks.append("type_changed")
    if role(cell) in ("answer", "written"):
        cell.source = theirs.source
    elif "other_language" in remarks:
        return cell  # its locked cells say the same in other words
    elif _without_space(theirs.source) != _without_space(master.given[name].source):
        remarks.append("edited_tests")
    return cell


def _without_space(source: str) -> str:
    return "\n".join(line.rstrip() for line in source.strip().splitlines())


def says_number(notebook: Any) -> Any:
    """Give what the avatar's cell assigns, if it is written plainly."""
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "avatar":
            try:
                for node in ast.walk(ast.parse(cell.source)):
                    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
                        return node.value.value
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                return None
    return None
