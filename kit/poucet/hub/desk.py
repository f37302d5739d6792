"""What runs first when a pupil signs in to the school's server, with the pupil's own rights.

The Hub is root: it must not write into a home whose owner can turn any folder into a link to
elsewhere. So the lessons are laid out here, by the pupil's own account, just before its server
starts. Success: every lesson is in the home, what the pupil changed is as it was, nobody else can
read it, and one process alone cannot take all the memory.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import resource
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path


def lay_out(lessons: Path, folder: Path) -> list[Path]:
    """Copy the notebooks that a folder does not have yet; overwrite nothing.

    Parameters
    ----------
    lessons : pathlib.Path
        The kit's lessons in one language.
    folder : pathlib.Path
        Where the pupil finds them; made if need be.

    Returns
    -------
    list of pathlib.Path
        What was copied.
    """
    folder.mkdir(parents=True, exist_ok=True)
    copied = []
    for lesson in sorted(lessons.glob("*.ipynb")):
        target = folder / lesson.name
        if target.exists() or target.is_symlink():
            continue
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".", delete=False) as aside:
            aside.write(lesson.read_bytes())
        try:
            # a link fails where a file has come in between: half a lesson is never seen either
            with contextlib.suppress(FileExistsError):
                os.link(aside.name, target)
                copied.append(target)
        finally:
            Path(aside.name).unlink()
    return copied


def bound(kind: int, most: int | None) -> None:
    """Lower one of this process's limits for good, and those of all that it starts."""
    if most is not None:
        hard = resource.getrlimit(kind)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))


def main(arguments: Sequence[str] | None = None) -> None:
    """Prepare the home and the limits, then become the single-user server."""
    asked = argparse.ArgumentParser(prog="poucet.hub.desk", allow_abbrev=False)
    asked.add_argument("--lessons", type=Path, required=True)
    asked.add_argument("--folder", required=True)
    asked.add_argument("--memory", type=int, help="bytes of one process")
    asked.add_argument("--processes", type=int, help="processes and threads of one account")
    asked.add_argument("--file", type=int, help="bytes of one file")
    own, servers = asked.parse_known_args(arguments)
    os.umask(0o077)
    try:
        lay_out(own.lessons, Path.home() / own.folder)
    except OSError as trouble:  # a full disk must not keep a pupil from what is there already
        print(f"lessons: {trouble}", file=sys.stderr)  # noqa: T201
    bound(resource.RLIMIT_CORE, 0)
    bound(resource.RLIMIT_FSIZE, own.file)
    bound(resource.RLIMIT_NPROC, own.processes)
    bound(resource.RLIMIT_AS, own.memory)
    server = Path(sys.executable).with_name("jupyterhub-singleuser")
    os.execv(server, [str(server), *servers])


if __name__ == "__main__":
    main()
