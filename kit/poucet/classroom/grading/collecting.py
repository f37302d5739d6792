"""From what a teacher downloaded to one hand-in an avatar: a folder, an archive, or both nested.

The avatar's number is in the file's name or its folder's (``12/A2.ipynb``, ``A2_12.ipynb``,
``12.ipynb``); else it is the one that the pupil wrote in the notebook. Names of pupils may be in
the paths: they are read here and kept nowhere.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from poucet.classroom.grading.reading import LARGEST_FILE, typed_avatar
from poucet.classroom.handout import ASSIGNMENTS, LAST_AVATAR
from poucet.errors import PoucetError
from poucet.i18n import gettext as _

NOTEBOOKS = (".ipynb", ".json", ".ipynb.txt")
MOST_FILES = 5_000
MOST_BYTES = 1_000_000_000  # of one archive, unfolded
_NOISE = {"__MACOSX", ".ipynb_checkpoints", ".DS_Store", "Thumbs.db", "desktop.ini"}
_NOISE |= {"timestamp.txt", "submission_secret.txt"}  # nbgrader's exchange puts them by a hand-in


@dataclass
class Found:
    """A file that may be a hand-in. `rank` tells it apart on the report, without its name."""

    rank: int
    path: str
    data: bytes = b""
    when: float = 0.0
    avatar: int | None = None
    stop: str | None = None
    remarks: list[str] = field(default_factory=list)


def collect(source: Path, assignment: str) -> list[Found]:
    """Find the hand-ins of an assignment in a folder or an archive; or a late one, alone.

    Parameters
    ----------
    source : pathlib.Path
        A folder, a ``.zip`` file as an ENT gives it, or a notebook.
    assignment : str
        The assignment's name, ``"A2"``: it is not taken for a number.

    Returns
    -------
    list of Found
        One an avatar at most, in the order of their numbers, then what has none.
    """
    if source.is_dir():
        files = _in_folder(source)
    elif source.is_file() and zipfile.is_zipfile(source):
        files = _in_archive(source.read_bytes(), PurePosixPath())
    elif source.is_file() and source.name.lower().endswith(NOTEBOOKS):
        files = iter([_on_disk(source, source.name)])
    else:
        raise PoucetError(
            _(
                "« {path} » n’est ni un dossier, ni une archive zip, ni un carnet : donnez le "
                "dossier ou l’archive des copies, ou une copie."
            ).format(path=source)
        )
    found = []
    others = set(ASSIGNMENTS) - {assignment}  # nbgrader keeps all of a pupil's in one folder
    files = (one for one in files if not others & set(PurePosixPath(one.path).parts[:-1]))
    for rank, one in enumerate(files, 1):
        one.rank = rank
        found.append(one)
    for one, avatar in zip(found, _filed(found, assignment), strict=True):
        one.avatar = avatar
        if one.avatar is None and one.stop is None:
            one.avatar = typed_avatar(one.data)
            if one.avatar is not None:
                one.remarks.append("no_number")
            else:
                one.stop = "no_avatar"
    return sorted(_one_each(found), key=lambda f: (f.avatar or LAST_AVATAR + 1, f.rank))


def _filed(found: list[Found], assignment: str) -> list[int | None]:
    """Give the avatar that each file is filed under, if any.

    The folder of a class has a number too ("1re 1"): where the pupils below it wrote several
    avatars, it is none. A folder called by its number alone ("12", "avatar 12") always is one.
    """
    numbers = [_number(one.path, assignment) for one in found]
    below: dict[PurePosixPath, set[int | None]] = {}
    for one, (number, place) in zip(found, numbers, strict=True):
        bare = re.fullmatch(r"(?i)(avatar|a)?\W*\d+", place.name)
        if number is not None and str(place) != one.path and not bare:
            below.setdefault(place, set()).add(typed_avatar(one.data))
    classes = {place for place, typed in below.items() if len(typed - {None}) > 1}
    return [None if place in classes else number for number, place in numbers]


def _number(path: str, assignment: str) -> tuple[int | None, PurePosixPath]:
    """Find the avatar's number in a path, the nearest to the file's name first, and its place."""
    whole = PurePosixPath(path)
    for place in (whole, *whole.parents):
        part = place.name
        if "_assignsubmission_" in part:
            continue  # Moodle's number of the pupil, not of the avatar
        words = re.sub(rf"(?i)\b{assignment}\b|_?{assignment}(?=[_. -]|$)", " ", part)
        words = re.sub(r"(?i)\.(ipynb|json|zip|txt)$|\(\d+\)", " ", words)
        numbers = {int(digits) for digits in re.findall(r"(?<!\d)\d{1,4}(?!\d)", words)}
        if len(numbers) == 1 and 1 <= (number := numbers.pop()) <= LAST_AVATAR:
            return number, place
    return None, whole


def _one_each(found: list[Found]) -> Iterator[Found]:
    """Keep one hand-in an avatar: a number in the path wins over a number typed inside."""
    by_avatar: dict[int, list[Found]] = {}
    for one in found:
        if one.avatar is None:
            yield one
        else:
            by_avatar.setdefault(one.avatar, []).append(one)
    for same in by_avatar.values():
        filed = [one for one in same if "no_number" not in one.remarks]
        typed = [one for one in same if "no_number" in one.remarks]
        senders = {str(PurePosixPath(one.path).parent) for one in typed}
        if typed and (filed or len(senders) > 1 or (len(typed) > 1 and senders == {"."})):
            # which of them is the avatar? Only the teacher can tell
            for one in typed:
                one.avatar, one.stop = None, "same_avatar"
                yield one
            typed = []
        kept = filed or typed
        if not kept:
            continue
        readable = [one for one in kept if one.stop is None and one.data] or kept
        latest = max(readable, key=lambda one: (one.when, one.path))
        if len({one.data for one in kept}) > 1:
            latest.remarks.append("older_kept_aside")
        yield latest


def _in_folder(folder: Path) -> Iterator[Found]:
    for path in sorted(folder.rglob("*")):
        within = path.relative_to(folder)
        if _NOISE & set(within.parts):
            continue
        if path.is_symlink():
            yield Found(0, within.as_posix(), stop="link")
        elif path.is_file():
            if any((folder / above).is_symlink() for above in within.parents):
                continue  # Path.rglob may follow links to folders
            if path.suffix.lower() != ".zip":
                yield _on_disk(path, within.as_posix())
            elif path.stat().st_size > MOST_BYTES:
                yield Found(0, within.as_posix(), stop="bomb")
            else:
                yield from _in_archive(path.read_bytes(), PurePosixPath(within.as_posix()))


def _on_disk(path: Path, shown: str) -> Found:
    stop = "too_large" if path.stat().st_size > LARGEST_FILE else None
    return _file(shown, b"" if stop else path.read_bytes(), path.stat().st_mtime, stop)


def _file(path: str, data: bytes, when: float, stop: str | None = None) -> Found:
    if stop is None and not path.lower().endswith(NOTEBOOKS):
        stop = "no_notebook"
    return Found(0, path, data, when, stop=stop)


def _in_archive(data: bytes, at: PurePosixPath, depth: int = 0) -> Iterator[Found]:
    """Read an archive's files in memory: nothing is written where an archive says."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        listed = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError):
        yield Found(0, str(at), stop="bad_zip")
        return
    if len(listed) > MOST_FILES or sum(entry.file_size for entry in listed) > MOST_BYTES:
        yield Found(0, str(at), stop="bomb")
        return
    left = MOST_BYTES
    for entry in sorted(listed, key=lambda entry: entry.filename):
        name = entry.filename.replace("\\", "/")
        parts = PurePosixPath(name).parts
        if entry.is_dir() or _NOISE & set(parts):
            continue
        shown = str(at / PurePosixPath(*(part for part in parts if part not in ("/", ".."))))
        when = _when(entry)
        if name.startswith("/") or ".." in parts or re.match(r"[A-Za-z]:", name):
            yield Found(0, shown, when=when, stop="slip")
        elif stat.S_ISLNK(entry.external_attr >> 16):
            yield Found(0, shown, when=when, stop="link")
        elif entry.flag_bits & 1:
            yield Found(0, shown, when=when, stop="locked_zip")
        else:
            read, stop = _unfolded(archive, entry, left)
            left -= len(read)
            if stop is None and name.lower().endswith(".zip"):
                if depth:
                    yield Found(0, shown, when=when, stop="bomb")
                else:
                    yield from _in_archive(read, PurePosixPath(shown), depth + 1)
            else:
                yield _file(shown, read, when, stop)


def _unfolded(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int
) -> tuple[bytes, str | None]:
    """Read one file of an archive, never more than its limit, whatever its header says."""
    most = min(left, LARGEST_FILE * (5 if entry.filename.lower().endswith(".zip") else 1))
    try:
        with archive.open(entry) as stream:
            data = stream.read(most + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return b"", "bad_zip"
    except Exception as error:  # zlib.error, lzma.LZMAError: each method has its own
        if type(error).__module__ in ("zlib", "_lzma", "lzma", "bz2"):
            return b"", "bad_zip"
        raise
    if len(data) > most:
        folded = max(entry.compress_size, 1)
        return b"", "bomb" if len(data) > 100 * folded else "too_large"
    return data, None


def _when(entry: zipfile.ZipInfo) -> float:
    """Give an archive's date as an order: archives know no time zone."""
    year, month, day, hour, minute, second = entry.date_time
    return ((((year * 12 + month) * 31 + day) * 24 + hour) * 60 + minute) * 60.0 + second
