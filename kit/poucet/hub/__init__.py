"""A school's server: its configuration, written for whoever looks after it.

The administrator has a machine, the kit in a folder that everybody can read, and a list of avatars
on paper. Success: one command writes files that can be read, changed and run; written again, they
are the same; what the administrator changed is never lost.
"""

from __future__ import annotations

from pathlib import Path


def write_hub(folder: Path, lang: str) -> list[Path]:
    """Write the configuration of a school's server.

    Parameters
    ----------
    folder : pathlib.Path
        Where; made if need be.
    lang : {"fr", "en"}
        Language of the lessons, of JupyterLab's menus and of every comment.

    Returns
    -------
    list of pathlib.Path
        What was written.

    Raises
    ------
    poucet.errors.PoucetError
        If a file there was changed by someone, or was never written by this command.
    """
    from poucet.hub import academy, accounts_script, course, readme, server
    from poucet.hub.place import here
    from poucet.hub.writing import write_all

    place = here(folder.resolve(), lang)
    return write_all(
        place.folder,
        {
            "README.md": readme.text(place),
            "jupyterhub_config.py": server.text(place),
            "accounts.sh": accounts_script.text(place),
            "everyone/nbgrader_config.py": course.everyone(place),
            "teacher/nbgrader_config.py": course.teacher(place),
            **course.menus(place),
            "values.yaml": academy.text(place),
        },
    )
