"""The walls of the sandbox: bubblewrap gives pupils' code a world with nothing of the teacher's.

No network, no other process, no file but Python's and the kit's, read-only, and three empty
folders of bounded size.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import poucet
from poucet import data
from poucet.classroom.grading.limits import FILES
from poucet.i18n import language

HAND_INS = "/hand-in"
EMPTY = ("/tmp", "/dev/shm", HAND_INS)  # folders of the world that pupils' code may write in
CLEAN, LEFT = b"clean", b"left"  # what a world says of them after a hand-in


def seen() -> list[Path]:
    """Give what is shown of this machine: Python and the kit."""
    return [
        *map(Path, ("/usr", "/bin", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache")),
        *(Path(prefix).resolve() for prefix in (sys.base_prefix, sys.prefix)),
        Path(poucet.__file__).resolve().parent,
        data.folder(),
    ]


def command(*program: str) -> list[str]:
    """Give the command line that runs a program of Python's, alone, as a world's first process."""
    line = [str(shutil.which("bwrap")), "--unshare-all", "--unshare-user", "--die-with-parent"]
    line += ["--new-session", "--as-pid-1", "--clearenv", "--cap-drop", "ALL"]
    line += ["--uid", "1000", "--gid", "1000", "--disable-userns", "--hostname", "poucet"]
    line += ["--proc", "/proc", "--dev", "/dev"]
    for folder in EMPTY:
        line += ["--size", str(FILES), "--tmpfs", folder]
    for place in filter(Path.exists, seen()):
        # after the empty folders: the kit itself may be installed under /tmp
        for above in reversed(place.parents):
            if any(above.is_relative_to(empty) and str(above) != empty for empty in EMPTY):
                line += ["--dir", str(above)]  # with the mode of the other folders
        line += ["--ro-bind", str(place), str(place)]
    line += ["--remount-ro", "/dev", "--remount-ro", "/dev/pts"]
    line += ["--remount-ro", "/proc", "--remount-ro", "/"]
    line += ["--chdir", "/"]
    for name, value in environment("/tmp").items():
        line += ["--setenv", name, value]
    return [*line, "--", sys.executable, *program]


def environment(home: str) -> dict[str, str]:
    """Give the variables that pupils' code sees, and no other."""
    return {
        "HOME": home,
        "IPYTHONDIR": "/tmp/ipython",
        "LANG": "C.UTF-8",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "MPLCONFIGDIR": "/tmp/matplotlib",
        "NBGRADER_EXECUTION": "autograde",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "PATH": "/usr/bin:/bin",
        "POUCET_LANG": language(),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",  # a hand-in's marks hang neither on chance nor on who came before
        "PYTHONNOUSERSITE": "1",
    }
