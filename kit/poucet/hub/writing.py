"""Writes a configuration without losing what somebody changed in it."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from poucet.errors import PoucetError
from poucet.i18n import gettext as _

RECORD = ".written.json"


def write_all(folder: Path, files: dict[str, str]) -> list[Path]:
    """Write files, all or none: each whole, and none over somebody's change.

    Parameters
    ----------
    folder : pathlib.Path
        Made if need be, for all to enter: pupils' servers read some of these files.
    files : dict
        Text by path, from the folder.

    Returns
    -------
    list of pathlib.Path
        What was written, in order.

    Raises
    ------
    poucet.errors.PoucetError
        If a file is neither as written last time nor as it would be now.
    """
    record = folder / RECORD
    try:
        known = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        known = {}
    for name, text in files.items():
        path = folder / name
        if path.exists() and _print(path.read_bytes()) not in (known.get(name), _print(text)):
            raise PoucetError(
                _(
                    "« {path} » n’est pas tel que poucet l’a écrit : rien n’est changé ; "
                    "renommez-le, ou donnez un autre dossier."
                ).format(path=path)
            )
    for name, text in files.items():
        _write(folder / name, text)
    _write(record, json.dumps({name: _print(text) for name, text in files.items()}, indent=1))
    return [folder / name for name in files]


def _print(text: str | bytes) -> str:
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


def _write(path: Path, text: str) -> None:
    for missing in reversed([above for above in path.parents if not above.exists()]):
        missing.mkdir()
        missing.chmod(0o755)
    aside = path.with_name(f".{path.name}.part")
    aside.write_text(text, encoding="utf-8", newline="")
    aside.chmod(0o755 if path.suffix == ".sh" else 0o644)
    with aside.open("rb") as stream:
        os.fsync(stream.fileno())
    aside.replace(path)
