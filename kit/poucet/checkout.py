"""Finds the folder that holds the lessons: the kit's own checkout."""

from __future__ import annotations

from pathlib import Path

from poucet.errors import PoucetError
from poucet.i18n import gettext as _


def root() -> Path:
    """Give the checkout's top folder: the one the kit runs from, else the one we stand in.

    Raises
    ------
    poucet.errors.PoucetError
        When neither holds ``lessons/``.
    """
    here, beside = Path.cwd(), Path(__file__).resolve().parents[2]
    for place in (beside, here, *here.parents):
        if (place / "lessons" / "dashboards").is_dir() and (place / "pyproject.toml").exists():
            return place
    raise PoucetError(
        _(
            "Le dossier « lessons » n’a été trouvé ni dans {here} ni au-dessus : "
            "placez-vous dans le dossier du kit puis relancez la commande."
        ).format(here=here)
    )
