"""nbgrader's settings on the server: everyone's, the teacher's, and each one's JupyterLab."""

from __future__ import annotations

import json

from poucet.hub.comments import settings
from poucet.hub.place import Place
from poucet.i18n import gettext as _
from poucet.lab import SETTINGS

_NOT_OURS = (
    "@jupyter-notebook/lab-extension",
    "@jupyterlab/fileeditor-extension:language-server",
    "@jupyterlab/lsp-extension",
    "@jupyterlab/notebook-extension:language-server",
    "@voila-dashboards/jupyterlab-preview",
)
# course-list opens what the exchange has for teachers of several courses; formgrader would be blank
_NBGRADER = {
    "everyone": ("course-list", "create-assignment", "formgrader"),
    "teacher": ("course-list", "formgrader"),
}


def everyone(place: Place) -> str:
    """Give what pupils and teacher share: the exchange."""
    return settings(
        [
            (_("L’échange de devoirs : ce que les élèves et le professeur ont en commun."), ""),
            (
                "",
                f"""
c = get_config()
c.CourseDirectory.course_id = {place.course_id!r}
c.Exchange.root = {str(place.folder / "exchange")!r}
""",
            ),
            (
                _(
                    "Seul le carnet part : les fichiers de l’avatar, le professeur sait les "
                    "refaire. Un devoir sans son carnet n’est pas accepté."
                ),
                """
c.CourseDirectory.include = ["*.ipynb"]
c.ExchangeSubmit.strict = True
""",
            ),
        ]
    )


def teacher(place: Place) -> str:
    """Give what is the teacher's only: the course, and who is who."""
    return settings(
        [
            (
                _(
                    "Le cours du professeur : sujets, solutions, copies, notes. Son dossier n’est "
                    "ouvert qu’à lui."
                ),
                f"""
from pathlib import Path

c = get_config()
c.CourseDirectory.root = str(Path.home() / {place.course!r})
""",
            ),
            (
                _(
                    "Le compte a07 dépose, la copie est celle de l’avatar 7. nbgrader accepterait "
                    "un dépôt au nom d’un autre, ou un lien vers la solution : ici, non."
                ),
                """
c.ExchangeFactory.collect = "poucet.hub.exchange.Collect"
c.ExchangeFactory.release_feedback = "poucet.hub.exchange.ReleaseFeedback"
""",
            ),
        ]
    )


def menus(place: Place) -> dict[str, str]:
    """Give JupyterLab's settings: the kit's own, and which of nbgrader's panels are there."""
    files = {}
    own = (SETTINGS / place.lang / "overrides.json").read_text(encoding="utf-8")
    for who, panels in _NBGRADER.items():
        left_out = dict.fromkeys(_NOT_OURS, True)
        left_out |= {f"@jupyter/nbgrader:{panel}": True for panel in panels}
        files[f"{who}/lab/overrides.json"] = own
        files[f"{who}/lab/page_config.json"] = (
            json.dumps({"disabledExtensions": left_out}, indent=2) + "\n"
        )
    return files
