"""The names that the files of a school's server share."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from poucet.checkout import root
from poucet.i18n import gettext as _

TEACHER = "prof"
PUPILS, TEACHERS = "poucet-pupils", "poucet-teachers"  # Unix groups


@dataclass(frozen=True)
class Place:
    """Where things are on the server.

    Attributes
    ----------
    folder : pathlib.Path
        The configuration's own folder.
    kit : pathlib.Path
        The kit's checkout.
    programs : pathlib.Path
        The folder of the environment's programs, Python first.
    lang : str
        The language of all that is written.
    lessons, course : str
        Names of a pupil's folder of lessons, and of the teacher's course.
    """

    folder: Path
    kit: Path
    programs: Path
    lang: str
    lessons: str
    course: str

    @property
    def course_id(self) -> str:
        """Give the course's name in nbgrader's exchange, the one that the assignments have."""
        return f"poucet-{self.lang}"


def here(folder: Path, lang: str) -> Place:
    """Describe this machine: the kit and the Python that the command runs from."""
    return Place(
        folder, root(), Path(sys.executable).absolute().parent, lang, _("lecons"), _("cours")
    )
