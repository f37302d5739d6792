"""The mark that an export comes from the kit, so that no real pupil's file is opened by mistake.

A class that has learnt to take a directory apart must not be handed a real one by a slip of the
mouse. So everything the kit writes says "nobody in here exists", and its readers refuse a file that
does not say it, unless the caller writes ``real=True``.

The mark is two facts, *generator* and *fictitious*: in a CSV set, at the top of `datapackage.json`
(a Frictionless descriptor); in formats that allow a comment or an extension, `COMMENT` inside the
file; otherwise a `datapackage.json` beside it. It bears no version, seed or date: the same school
must give the same bytes next year, and a seed would give away the sealed truth.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from poucet.errors import PoucetError
from poucet.i18n import gettext as _

DESCRIPTOR = "datapackage.json"
GENERATOR = "poucet"
MARK: dict[str, Any] = {
    "generator": "poucet (teaching kit on personal data)",
    "fictitious": True,
}
COMMENT = "generator: poucet (teaching kit on personal data); fictitious: true"


def is_marked(facts: Any) -> bool:
    """Tell whether a descriptor, or any mapping, carries the mark.

    Examples
    --------
    >>> is_marked({**MARK, "name": "oneroster"}), is_marked({"name": "oneroster"})
    (True, False)
    """
    return (
        isinstance(facts, dict)
        and str(facts.get("generator", "")).split(" ")[0] == GENERATOR
        and facts.get("fictitious") is True
    )


def refuse_unmarked(path: Path) -> PoucetError:
    """Give the error for a file that may hold real people (the caller raises it)."""
    return PoucetError(
        _(
            "« {path} » ne porte pas la marque du kit et peut contenir de vraies personnes : "
            "n’ouvrez que des exports du kit, ou écrivez real=True si vous en avez le droit."
        ).format(path=path)
    )


def write_descriptor(folder: Path, name: str, resources: list[dict[str, Any]]) -> None:
    """Write `datapackage.json`: the mark, the format's name, and what each file holds.

    Parameters
    ----------
    folder : pathlib.Path
        The export's folder.
    name : str
        The format, as in ``poucet export``.
    resources : list of dict
        Frictionless resources (name, path, and what more is known of the file).
    """
    descriptor = {
        "profile": "data-package",
        "name": name,
        **MARK,
        "resources": resources,
    }
    text = json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
    (folder / DESCRIPTOR).write_text(text, encoding="utf-8", newline="\n")


def read_descriptor(folder: Path, name: str, real: bool = False) -> dict[str, Any] | None:
    """Read an export's descriptor and check its mark.

    Parameters
    ----------
    folder : pathlib.Path
        The export's folder.
    name : str
        The format that is expected there.
    real : bool, default False
        Whether to go on without a mark.

    Returns
    -------
    dict or None
        The descriptor of one of the kit's exports; None for a folder without mark when `real`.

    Raises
    ------
    poucet.errors.PoucetError
        If the folder or the mark is missing, or the export is of another format.
    """
    if not folder.is_dir():
        raise PoucetError(
            _(
                "« {path} » n’est pas un dossier : donnez le dossier d’un export, par exemple "
                "celui que « poucet export » a créé."
            ).format(path=folder)
        )
    try:
        found = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        found = None
    if not is_marked(found):
        if real:
            return None
        raise refuse_unmarked(folder)
    if found.get("name") != name:
        raise PoucetError(
            _(
                "« {path} » contient un export au format « {found} » : lisez-le avec ce format "
                "au lieu de « {name} »."
            ).format(path=folder, found=found.get("name"), name=name)
        )
    return found
