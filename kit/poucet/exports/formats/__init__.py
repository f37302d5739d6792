"""The file formats that schools really send: one format a module, found by its name.

A format module offers two functions::

    write(school, folder, progress=None)   # fills an existing, empty folder
    read(path, real=False)                 # gives the table back, or one clear sentence

`write` need not be careful: `poucet.exports.export` gives it a folder that nobody sees until all of
it is written. `read` opens only what carries the kit's mark (see `source_mark`) unless ``real``.
"""

from __future__ import annotations

import difflib
from importlib import import_module
from types import ModuleType

from poucet.errors import PoucetError
from poucet.i18n import gettext as _

# The name a person types, and the module that knows the format.
MODULES = {
    "oneroster": "oneroster",
    "sds-v1": "sds_v1",
    "sds-v1-min": "sds_v1_min",
    "sds-v2.1": "sds_v2",
    "google": "google",
    "aaf": "aaf",
    "be1d": "be1d",
    "xapi": "xapi",
    "moodle": "moodle",
    "weblog": "weblog",
}
FORMATS = tuple(MODULES)


def format_module(name: str) -> ModuleType:
    """Import the module of a format.

    Raises
    ------
    poucet.errors.PoucetError
        If the kit knows no such format: the sentence lists those it knows.

    Examples
    --------
    >>> format_module("google").__name__
    'poucet.exports.formats.google'
    >>> format_module("gogle")  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    poucet.errors.PoucetError: Le format « gogle » n’existe pas.
    """
    if not isinstance(name, str) or name not in MODULES:
        raise PoucetError(_unknown(str(name)))
    return import_module(f"{__name__}.{MODULES[name]}")


def _unknown(name: str) -> str:
    known = ", ".join(FORMATS)
    close = difflib.get_close_matches(name.lower(), FORMATS, n=1)
    if close:
        return _(
            "Le format « {name} » n’existe pas (vouliez-vous dire « {close} » ?) : choisissez "
            "parmi {known}."
        ).format(name=name, close=close[0], known=known)
    return _("Le format « {name} » n’existe pas : choisissez parmi {known}.").format(
        name=name, known=known
    )
