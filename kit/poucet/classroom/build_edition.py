"""Turn one source into one notebook: one language, for the pupil or for the teacher."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from poucet.classroom.build_grades import GRADING_ATTRIBUTES, nbgrader_metadata
from poucet.classroom.build_source import Cell, Source
from poucet.typography import set_in_french

_COMMENT_IN_ONE_LANGUAGE = re.compile(r"^(?P<indent>\s*)# (?P<lang>fr|en): ?(?P<text>.*)$")
_SOLUTION_BEGINS = re.compile(r"^(?P<indent>\s*)### BEGIN SOLUTION\s*$")
_SOLUTION_ENDS = re.compile(r"^\s*### END SOLUTION\s*$")


@dataclass(frozen=True)
class Edition:
    """Who a notebook is for.

    Attributes
    ----------
    language : {"fr", "en"}
        The only language it shows.
    reader : {"pupil", "teacher", "grader"}
        The pupil finds ``...`` where a solution was; the teacher has the solutions and the notes;
        the grader's notebook is nbgrader's source, which takes the solutions out itself.
    """

    language: str
    reader: str


def comment_language(line: str) -> str | None:
    """Give the language of a comment written for one language, None for any other line.

    Examples
    --------
    >>> comment_language("    # en: your turn"), comment_language("by = []")
    ('en', None)
    """
    comment = _COMMENT_IN_ONE_LANGUAGE.match(line)
    return None if comment is None else comment["lang"]


def own_language(code: str, language: str) -> str:
    r"""Keep, of the comments written once a language, the one that this notebook's reader reads.

    Examples
    --------
    >>> own_language("# fr: à vous\n# en: your turn\nby = []", "en")
    '# your turn\nby = []'
    """
    kept = []
    for line in code.split("\n"):
        comment = _COMMENT_IN_ONE_LANGUAGE.match(line)
        if comment is None:
            kept.append(line)
        elif comment["lang"] == language:
            kept.append(f"{comment['indent']}# {comment['text']}".rstrip())
    return "\n".join(kept)


def without_solution(code: str, whole: bool) -> str:
    r"""Put ``...`` where the solution stands.

    Parameters
    ----------
    code : str
        The cell, in one language.
    whole : bool
        True when the cell was tagged ``solution``: only its opening comment lines stay. Otherwise
        only what stands between ``### BEGIN SOLUTION`` and ``### END SOLUTION`` goes.

    Examples
    --------
    >>> without_solution("# your turn\nby = []", whole=True)
    '# your turn\n...'
    """
    lines = code.split("\n")
    kept: list[str] = []
    if whole and not any(_SOLUTION_BEGINS.match(line) for line in lines):
        for line in lines:
            if not line.startswith("#"):
                break
            kept.append(line)
        return "\n".join([*kept, "..."])
    inside = False
    for line in lines:
        begins = _SOLUTION_BEGINS.match(line)
        if begins:
            inside = True
            kept.append(f"{begins['indent']}...")
        elif _SOLUTION_ENDS.match(line):
            inside = False
        elif not inside:
            kept.append(line)
    return "\n".join(kept)


def without_solution_marks(code: str) -> str:
    """Give the solved cell without the two lines that framed its solution."""
    return "\n".join(
        line
        for line in code.split("\n")
        if not (_SOLUTION_BEGINS.match(line) or _SOLUTION_ENDS.match(line))
    )


def _belongs(cell: Cell, edition: Edition) -> bool:
    if "note" in cell.tags or cell.language not in (None, edition.language):
        return False
    return "teacher" not in cell.tags or edition.reader == "teacher"


def _text(cell: Cell, edition: Edition) -> str:
    if cell.kind == "markdown" and edition.language == "fr":
        return set_in_french(cell.text)
    if cell.kind != "code":
        return cell.text
    code = own_language(cell.text, edition.language)
    if edition.reader == "pupil":
        return without_solution(code, whole="solution" in cell.tags)
    return without_solution_marks(code) if edition.reader == "teacher" else code


def _metadata(cell: Cell) -> dict[str, Any]:
    written = {
        name: value
        for name, value in cell.attributes.items()
        if name not in ("lang", *GRADING_ATTRIBUTES)
    }
    graded = nbgrader_metadata(cell.attributes)
    return written if graded is None else {**written, "nbgrader": graded}


def _stem(source: Source) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", source.path.stem)[:40].strip("-")


def _cell_id(cell: Cell, source: Source) -> str:
    """Name a cell by its grade_id, or else by its rank: editing it changes no identifier."""
    graded = nbgrader_metadata(cell.attributes)
    if graded is not None:
        return re.sub(r"[^A-Za-z0-9_-]+", "-", f"{_stem(source)}-{graded['grade_id']}")[:64]
    return f"{_stem(source)}-{cell.ordinal:03d}"


def _title(source: Source, edition: Edition) -> str:
    """Give the first heading: a page made from the notebook needs a title in its language."""
    for cell in source.cells:
        if cell.kind == "markdown" and _belongs(cell, edition):
            heading = re.match(r"#+\s+(.+)", cell.text)
            if heading:
                return heading[1].strip()
    return source.path.stem


def make_notebook(source: Source, edition: Edition) -> str:
    """Write one notebook as the text of its file.

    Parameters
    ----------
    source : Source
        Both languages.
    edition : Edition
        The notebook's reader.

    Returns
    -------
    str
        JSON without any output, the same bytes each time, ending in a line feed.
    """
    from nbformat import validate, writes
    from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell

    new_cell = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}
    cells = [
        new_cell[cell.kind](
            _text(cell, edition), id=_cell_id(cell, source), metadata=_metadata(cell)
        )
        for cell in source.cells
        if _belongs(cell, edition)
    ]
    first_code = next(
        (rank for rank, cell in enumerate(cells) if cell.cell_type == "code"), len(cells)
    )
    locked = nbgrader_metadata({"readonly": "language"}) if source.assignment else None
    language_cell = new_code_cell(
        f'from poucet import use_language\n\nuse_language("{edition.language}")',
        id=f"{_stem(source)}-language",
        metadata={"nbgrader": locked} if locked else {},
    )
    cells.insert(first_code, language_cell)
    notebook = new_notebook(
        cells=cells,
        metadata={
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "lang": edition.language,
            "language_info": {"name": "python"},
            "poucet": {**source.header, "edition": edition.reader, "source": source.name},
            "title": _title(source, edition),
        },
    )
    notebook.nbformat_minor = 5
    validate(notebook)
    return writes(notebook).rstrip("\n") + "\n"
