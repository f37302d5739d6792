"""nbgrader's exchange on the school's server: accounts on one side, avatars on the other.

Pupils hand in under their accounts, ``a07``; the course, its gradebook and `poucet grade` know
avatar 7. nbgrader copies what lies in the exchange with the teacher's rights and follows links: a
link to the solution would be handed in as an answer. Here a hand-in counts if its owner is who it
says, and of it only the notebook comes, read as a plain file.
"""

from __future__ import annotations

import os
import pwd
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from nbgrader.exchange.default import ExchangeCollect, ExchangeReleaseFeedback
from nbgrader.utils import notebook_hash

from poucet.classroom.grading.gradebook import write
from poucet.classroom.grading.reading import LARGEST_FILE
from poucet.hub.accounts import account, avatar_of
from poucet.i18n import gettext as _
from poucet.i18n import ngettext

STAMP, SECRET = "timestamp.txt", "submission_secret.txt"
_SHORT = 1_000  # bytes of nbgrader's own two files


class Sent(NamedTuple):
    """A folder that a pupil has put in the exchange: its avatar, its owner, its date, its place."""

    avatar: int
    owner: int
    when: str
    place: Path


def sent(inbound: Path, assignment: str) -> Iterator[Sent | Path]:
    """Go through what pupils sent of an assignment; a bare path is what cannot be trusted.

    Parameters
    ----------
    inbound : pathlib.Path
        The exchange's folder, with entries named ``a07+A2+2026-11-23 10:00:00.000000 UTC+…``.
    assignment : str
        The assignment's name.
    """
    for entry in sorted(os.scandir(inbound), key=lambda entry: entry.name):
        parts = entry.name.split("+")
        if len(parts) < 3 or parts[1] != assignment:
            continue
        avatar = avatar_of(parts[0])
        try:
            owner = pwd.getpwnam(parts[0]).pw_uid
            found = entry.stat(follow_symlinks=False)
        except (KeyError, OSError):
            yield Path(entry.path)
            continue
        if avatar is None or not stat.S_ISDIR(found.st_mode) or found.st_uid != owner:
            yield Path(entry.path)
        else:
            yield Sent(avatar, owner, parts[2], Path(entry.path))


def read_plain(place: Path, name: str, owner: int, most: int) -> bytes | None:
    """Read a file of a hand-in; None if it is a link, too large, or not its owner's."""
    try:
        folder = os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        # not blocking: a pipe would make the teacher wait for ever
        handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except OSError:
        return None
    finally:
        os.close(folder)
    with os.fdopen(handle, "rb") as stream:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode) or about.st_uid != owner or about.st_size > most:
            return None
        return stream.read(most)


class Collect(ExchangeCollect):
    """Bring the latest hand-in of each avatar to ``submitted/<language>/<avatar>/<assignment>``."""

    def init_src(self) -> None:
        """Find the exchange's folder of hand-ins."""
        self.inbound = Path(self.root) / self.coursedir.course_id / "inbound"
        if not os.access(self.inbound, os.R_OK | os.X_OK):
            self.fail(
                _("Rien à ramasser : le dossier {folder} est absent ou fermé.").format(
                    folder=self.inbound
                )
            )

    def copy_files(self) -> None:
        """Copy what is new, and say what was left aside."""
        name = self.coursedir.assignment_id
        sendings: dict[int, list[Sent]] = {}
        for one in sent(self.inbound, name):
            if isinstance(one, Sent):
                sendings.setdefault(one.avatar, []).append(one)
            else:
                self._refuse(one)
        taken = sum(self._take(sendings[avatar], name) for avatar in sorted(sendings))
        self.log.info(
            ngettext("{n} copie ramassée.", "{n} copies ramassées.", taken).format(n=taken)
        )

    def _take(self, sendings: list[Sent], name: str) -> bool:
        """Copy an avatar's latest sending that can be read; tell whether one was."""
        for one in sorted(sendings, key=lambda one: one.when, reverse=True):
            target = Path(
                self.coursedir.format_path(
                    self.coursedir.submitted_directory, str(one.avatar), name
                )
            )
            stamp = target / STAMP
            if stamp.exists() and (
                not self.update or stamp.read_text(encoding="utf-8") >= one.when
            ):
                return False
            notebook = read_plain(one.place, f"{name}.ipynb", one.owner, LARGEST_FILE)
            secret = read_plain(one.place, SECRET, one.owner, _SHORT)
            if notebook is None or secret is None:
                self._refuse(one.place)
                continue
            target.mkdir(parents=True, exist_ok=True)
            aside = target / f".{name}.part"
            aside.write_bytes(notebook)
            aside.replace(target / f"{name}.ipynb")
            write(target / SECRET, secret.decode("ascii", "replace"))
            write(stamp, one.when)  # last: cut short, the hand-in is collected again
            return True
        return False

    def _refuse(self, place: Path) -> None:
        self.log.warning(
            _(
                "Laissé de côté : « {name} » n’appartient pas au compte qu’il annonce, ou n’est "
                "pas une copie."
            ).format(name=place.name)
        )


class ReleaseFeedback(ExchangeReleaseFeedback):
    """Put each avatar's page where only the account that holds its hand-in's secret finds it."""

    def copy_files(self) -> None:
        """Copy the pages under names that nobody can guess."""
        name = self.coursedir.assignment_id
        pages = self.coursedir.format_path(self.coursedir.feedback_directory, "*", name)
        given = 0
        for page in sorted(Path("/").glob(f"{pages.lstrip('/')}/{name}.html")):
            avatar = page.parent.parent.name
            collected = self.coursedir.format_path(self.coursedir.submitted_directory, avatar, name)
            secret = Path(collected) / SECRET
            if not avatar.isdecimal() or not secret.exists():
                continue  # handed in by another way: it goes back the same way
            hidden = notebook_hash(secret=secret.read_text(encoding="ascii"), notebook_id=name)
            target = Path(self.dest_path) / f"{hidden}.html"
            write(target, page.read_text(encoding="utf-8"))
            target.chmod(0o644)
            self.log.debug("%s -> %s", account(int(avatar)), target)
            given += 1
        self.log.info(ngettext("{n} page rendue.", "{n} pages rendues.", given).format(n=given))
