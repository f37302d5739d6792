"""Checks an installation and says, line by line, what is there and what is missing."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from poucet import data
from poucet.checkout import root
from poucet.errors import PoucetError
from poucet.i18n import gettext as _

OLDEST_PYTHON = (3, 11)
NEEDED = ("jupyterlab", "ipywidgets", "matplotlib", "faker", "nbgrader", "voila")


@dataclass(frozen=True)
class Finding:
    """One line of the report: what was looked at, whether it is well, and what to do if not."""

    subject: str
    well: bool
    advice: str = ""


def examine() -> list[Finding]:
    """Look at Python, the libraries, their versions, the tables, the lessons and the languages."""
    return [_python(), *_libraries(), _versions(), _tables(), _lessons(), _english()]


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding(
        f"Python {version}",
        sys.version_info >= OLDEST_PYTHON,
        _("Il faut Python 3.11 ou plus récent : installez-le, puis relancez make open."),
    )


def _libraries() -> list[Finding]:
    advice = _("Installez le verrou : pip install --require-hashes -r binder/requirements.txt")
    return [Finding(name, importlib.util.find_spec(name) is not None, advice) for name in NEEDED]


def locked(lock: str) -> dict[str, set[str]]:
    r"""Read the versions a lock allows; a package may have several, for several Pythons.

    Examples
    --------
    >>> locked("numpy==2.4.6 ; python_full_version < '3.12' \\")
    {'numpy': {'2.4.6'}}
    """
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", lock, flags=re.MULTILINE):
        found.setdefault(name.lower(), set()).add(version)
    return found


def _versions() -> Finding:
    subject = _("versions du verrou")
    try:
        lock = (root() / "binder" / "requirements.txt").read_text(encoding="utf-8")
    except (PoucetError, OSError):
        return Finding(subject, False, _("Le verrou binder/requirements.txt est introuvable."))
    others = []
    for name, versions in locked(lock).items():
        try:
            here = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # not for this system; what is needed is looked at by name above
        if here not in versions:
            others.append(f"{name} {here}")
    return Finding(
        subject,
        not others,
        _("D’autres versions que celles du verrou : {names}.").format(names=", ".join(others)),
    )


def _tables() -> Finding:
    subject = _("tables de données")
    try:
        place = data.folder()
    except PoucetError as trouble:
        return Finding(subject, False, str(trouble))
    package = json.loads((place / "datapackage.json").read_text(encoding="utf-8"))
    altered = [
        entry["path"] for entry in package["resources"] if not _intact(place / entry["path"], entry)
    ]
    return Finding(
        subject,
        not altered,
        _("Tables absentes ou modifiées : {names}. Reprenez-les du dépôt.").format(
            names=", ".join(altered)
        ),
    )


def _intact(table: Path, entry: dict[str, str]) -> bool:
    if not table.exists():
        return False
    return hashlib.sha256(table.read_bytes()).hexdigest() == entry["hash"].removeprefix("sha256:")


def _lessons() -> Finding:
    subject = _("leçons et tableaux")
    try:
        place = root() / "lessons"
    except PoucetError as trouble:
        return Finding(subject, False, str(trouble))
    kinds = (place / "fr", place / "en", place / "dashboards")
    return Finding(
        subject,
        all(any(kind.glob("*.ipynb")) for kind in kinds),
        _("Il manque des carnets dans {place} : lancez poucet build.").format(place=place),
    )


def _english() -> Finding:
    catalogue = Path(__file__).parent / "locale" / "en" / "LC_MESSAGES" / "poucet.mo"
    return Finding(
        _("catalogue anglais"),
        catalogue.exists(),
        _("Le catalogue anglais n’est pas compilé : lancez make messages."),
    )
