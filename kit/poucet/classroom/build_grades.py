"""What the author of an assignment writes after ``# %%``, turned into nbgrader's own metadata.

==============================  ===============================================================
``answer="q1"``                 the pupil writes code here (``### BEGIN SOLUTION`` marks the part
                                that nbgrader takes out)
``test="q1_test" points=2``     graded by running it; locked
``written="q4" points=3``       the pupil writes here, the teacher gives the points
``readonly="setup"``            shown and run, locked, not graded
==============================  ===============================================================

An author who needs more writes ``nbgrader={…}`` in full: it is kept as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from poucet.classroom.build_source import Cell
from poucet.i18n import LANGUAGES
from poucet.i18n import gettext as _

# attribute: (grade, solution, locked)
_ROLES = {
    "answer": (False, True, False),
    "test": (True, False, True),
    "written": (True, True, False),
    "readonly": (False, False, True),
}
GRADING_ATTRIBUTES = (*_ROLES, "points")


def nbgrader_metadata(attributes: dict[str, Any]) -> dict[str, Any] | None:
    """Give the nbgrader metadata of a cell, or None for a cell that nbgrader leaves alone.

    Examples
    --------
    >>> nbgrader_metadata({"test": "q1_test", "points": 2})["points"]
    2
    >>> nbgrader_metadata({"tags": []}) is None
    True
    """
    if "nbgrader" in attributes:
        return dict(attributes["nbgrader"])
    for role, (grade, solution, locked) in _ROLES.items():
        if role in attributes:
            metadata: dict[str, Any] = {
                "grade": grade,
                "grade_id": str(attributes[role]),
                "locked": locked,
                "schema_version": 3,
                "solution": solution,
                "task": False,
            }
            if grade:
                metadata["points"] = attributes.get("points", 0)
            return metadata
    return None


def grading_defects(cells: list[Cell], is_assignment: bool) -> Iterator[tuple[int, str]]:
    """Find what nbgrader would refuse or count wrongly: the line, and the defect in words."""
    seen: set[tuple[str | None, str]] = set()
    for cell in cells:
        graded = nbgrader_metadata(cell.attributes)
        if graded is None:
            continue
        if not is_assignment:
            yield cell.line, _("une leçon n’est pas notée : cet attribut est celui d’un devoir")
        if graded.get("grade") and not graded.get("points"):
            yield cell.line, _("une cellule notée doit avoir des points : ajoutez points=1")
        # The notebook that reads this cell must not meet its grade_id in another cell.
        for language in LANGUAGES if cell.language is None else (cell.language,):
            if (language, graded["grade_id"]) in seen:
                yield (
                    cell.line,
                    _("le nom « {name} » sert déjà à une autre cellule").format(
                        name=graded["grade_id"]
                    ),
                )
                break
            seen.add((language, graded["grade_id"]))
