"""An export appears whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from poucet.errors import PoucetError
from poucet.i18n import gettext as _

UNFINISHED = ".inacheve"  # ends the name of a folder still being written


@contextlib.contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """Write a folder that others see only once it is whole.

    A laptop's lid closes in the middle of an export: what is left must not pass for the school's
    file with half of its pupils. So everything is written in a hidden folder beside the target,
    pushed to the disk, and only then given its name, which a file system does in one step. If the
    block fails, the hidden folder goes; if the process is killed, it stays under a name that says
    so, and the target does not exist.

    Parameters
    ----------
    target : pathlib.Path
        Where the folder should appear: new, or empty. A folder that holds something is refused, so
        that nothing is ever lost.

    Yields
    ------
    pathlib.Path
        The folder to fill.

    Raises
    ------
    poucet.errors.PoucetError
        If the target holds something, or cannot be written.
    """
    final = Path(target).absolute()
    _must_be_free(final)
    draft = final.with_name(f".{final.name}.{secrets.token_hex(4)}{UNFINISHED}")
    try:
        with said_in_a_sentence(final):
            draft.mkdir(parents=True)
            yield draft
            _push_to_disk(draft)
            _must_be_free(final)  # somebody may have come in the meantime
            if final.exists():
                final.rmdir()
            draft.rename(final)
            _push(final.parent)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


def _must_be_free(final: Path) -> None:
    with said_in_a_sentence(final):
        if final.is_symlink() or (final.exists() and not final.is_dir()):
            raise PoucetError(
                _("« {path} » est déjà un fichier : donnez le nom d’un nouveau dossier.").format(
                    path=final
                )
            )
        if final == Path.cwd():
            raise PoucetError(
                _(
                    "« {path} » est le dossier où vous êtes : donnez le nom d’un nouveau dossier."
                ).format(path=final)
            )
        if final.exists() and any(final.iterdir()):
            raise PoucetError(
                _(
                    "Le dossier « {path} » contient déjà quelque chose et rien n’y a été touché : "
                    "donnez le nom d’un nouveau dossier."
                ).format(path=final)
            )


@contextlib.contextmanager
def said_in_a_sentence(final: Path) -> Iterator[None]:
    """Say in the reader's language that a folder cannot be written in."""
    try:
        yield
    except OSError as trouble:
        raise PoucetError(
            _(
                "Impossible d’écrire dans « {path} » ({reason}) : choisissez un autre dossier."
            ).format(path=final, reason=trouble.strerror or trouble)
        ) from trouble


def _push_to_disk(folder: Path) -> None:
    """Have the disk keep every file and the lists of their names: a rename alone does not."""
    for path in sorted(folder.rglob("*"), reverse=True):
        _push(path)
    _push(folder)


def _push(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return  # Windows opens no folder, and keeps its names by itself
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
