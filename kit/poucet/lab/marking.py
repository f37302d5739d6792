"""Opens nbgrader's formgrader on the course, for what a machine cannot mark: the written answers.

The teacher has graded a class and reads its written answers one after the other. Success: the marks
go into the gradebook that `poucet grade` reads, nothing is asked of anybody outside, and no button
runs a pupil's code.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.lab import SETTINGS, UNUSED, common, serve

PAGES = SETTINGS / "formgrader"
FORMGRADER = "nbgrader.server_extensions.formgrader"


def arguments(course: Path, port: int | None, lang: str) -> list[str]:
    """Give JupyterLab's command line for the course.

    Parameters
    ----------
    course : pathlib.Path
        The folder of ``nbgrader_config.py``.
    port : int or None
        Port on 127.0.0.1; the next free one is taken when it is busy. None starts at 8888.
    lang : {"fr", "en"}
        Language of the class and of JupyterLab's own menus.

    Returns
    -------
    list of str
        The options, ready for ``jupyter lab``.
    """
    unused = [name for name in UNUSED if name != FORMGRADER]
    return common(course, SETTINGS / "marking" / lang, unused, port)


def open_marking(
    assignment: str | None,
    course: Path,
    port: int | None = None,
    browser: bool = True,
    lang: str = "fr",
) -> None:
    """Serve the formgrader on 127.0.0.1 until Ctrl-C.

    Parameters
    ----------
    assignment : str, optional
        ``"A2"``; all of them are listed if left out.
    course : pathlib.Path
        The folder of ``nbgrader_config.py``.
    port : int, optional
        Port wanted.
    browser : bool
        Whether to open a browser; the address is printed in any case.
    lang : {"fr", "en"}
        Language of the class: each has its own gradebook.
    """
    course = course.resolve()
    if not (course / f"gradebook_{lang}.db").exists():
        raise PoucetError(
            _(
                "Aucune copie n’est encore corrigée dans {folder} : lancez d’abord "
                "« poucet grade »."
            ).format(folder=course)
        )
    os.chdir(course)  # where nbgrader looks for its settings
    where = f"formgrader/gradebook/{assignment}/{assignment}" if assignment else "formgrader"
    serve(
        arguments(course, port, lang),
        f"login?next=/{where}",  # nbgrader's own pages would keep the token for one page only
        _("Les copies sont ouvertes : {address}"),
        browser,
        lang,
        prepare=own_pages,
    )


def own_pages(server: Any) -> None:
    """Put the kit's pages before nbgrader's, which they extend."""
    # nbgrader complains of a folder for handing in on one machine, which a school does not have
    server.log.addFilter(lambda record: "Unwritable directory" not in record.getMessage())
    pages = server.web_app.settings["nbgrader_jinja2_env"]
    theirs = pages.loader
    pages.loader = ChoiceLoader(
        [FileSystemLoader(PAGES), PrefixLoader({"nbgrader": theirs}), theirs]
    )
