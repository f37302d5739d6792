"""Read one bilingual source: its header, and its cells with the line where each begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from poucet.errors import PoucetError
from poucet.i18n import gettext as _

# What jupytext notes about blank lines: the author wrote none of it.
_LAYOUT = ("lines_to_next_cell", "lines_to_end_of_cell_marker")
_CELL_MARK = re.compile(r"# ?%%+(\s|$)")


@dataclass(frozen=True)
class Cell:
    """One cell of a source, before any notebook has taken its part of it.

    Attributes
    ----------
    kind : {"markdown", "code", "raw"}
        What Jupyter does with the text.
    text : str
        The text, without the comment signs of the percent format.
    attributes : dict
        What the author wrote after ``# %%``: lang, tags, and an assignment's grading attributes.
    ordinal : int
        Rank in the source, from 1.
    line : int
        Line of the source where the cell begins, from 1.
    """

    kind: str
    text: str
    attributes: dict[str, Any]
    ordinal: int
    line: int

    @property
    def language(self) -> str | None:
        """The only language whose notebooks hold this cell; None when all do."""
        return self.attributes.get("lang")

    @property
    def tags(self) -> list[str]:
        """The author's tags."""
        return self.attributes.get("tags", [])


@dataclass(frozen=True)
class Source:
    """A lesson or an assignment as its author wrote it, both languages in one file.

    Attributes
    ----------
    path : pathlib.Path
        The file.
    name : str
        Its path from the checkout's root, with slashes, for messages and marks.
    header : dict
        The ``poucet`` entry of the header: n, slug and minutes, or assignment.
    cells : tuple of Cell
        In the author's order.
    """

    path: Path
    name: str
    header: dict[str, Any]
    cells: tuple[Cell, ...]

    @property
    def assignment(self) -> str | None:
        """The assignment's name, as A2; None for a lesson."""
        return self.header.get("assignment")


def _written(metadata: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in metadata.items() if name not in _LAYOUT}


def read_source(path: Path, root: Path) -> Source:
    """Read a percent-format file.

    Raises
    ------
    poucet.errors.PoucetError
        If jupytext is not installed, or the header does not say what the file is.
    """
    try:
        import jupytext
    except ImportError:
        raise PoucetError(
            _(
                "Il manque jupytext, l’outil qui lit les sources des leçons : "
                "installez le kit avec son extra « dev »."
            )
        ) from None
    name = path.relative_to(root).as_posix()
    text = path.read_text(encoding="utf-8")
    notebook = jupytext.reads(text, fmt="py:percent")
    header = notebook.metadata.get("poucet")
    is_lesson = isinstance(header, dict) and {"n", "slug", "minutes"} <= header.keys()
    is_assignment = isinstance(header, dict) and "assignment" in header
    if not (is_lesson or is_assignment):
        raise PoucetError(
            _(
                "{source}:1 : l’en-tête doit contenir « poucet » avec n, slug et minutes pour une "
                "leçon, ou assignment pour un devoir."
            ).format(source=name)
        )
    lines = [rank for rank, line in enumerate(text.splitlines(), start=1) if _CELL_MARK.match(line)]
    if len(lines) != len(notebook.cells):
        raise PoucetError(
            _(
                "{source}:1 : chaque cellule doit commencer par une ligne « # %% », et aucune "
                "autre ligne par ces signes."
            ).format(source=name)
        )
    cells = tuple(
        Cell(cell.cell_type, cell.source, _written(cell.metadata), ordinal, line)
        for ordinal, (cell, line) in enumerate(zip(notebook.cells, lines, strict=True), start=1)
    )
    return Source(path, name, dict(header), cells)
