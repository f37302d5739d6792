"""The sandbox: a pupil's code sees the kit, its own empty folder, and nothing else.

A pupil's code may read, write, connect, start programs and never end. bubblewrap gives it a world
with no network, no other process and no file of the teacher's; limits bound memory, time and what
it writes; a filter of system calls leaves it no way to start a second process.
"""

from __future__ import annotations

import contextlib
import os
import platform
import resource
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import poucet
from poucet import data
from poucet.i18n import gettext as _
from poucet.i18n import language

MEMORY = 1_500_000_000  # bytes of address space
FILES = 64_000_000  # bytes, on disk and in each temporary folder
PROCESSOR = 150  # seconds
RUNNER = ("-m", "poucet.classroom.grading.cell_runner")

# Linux system calls: what starts a process, holds memory that no limit counts (memfd_create,
# shmget), or reaches the kernel's rarer doors.
_DENIED = {
    "x86_64": (
        29,
        57,
        58,
        101,
        165,
        166,
        248,
        249,
        250,
        272,
        298,
        308,
        310,
        311,
        319,
        321,
        323,
        425,
    ),
    "aarch64": (39, 40, 97, 117, 194, 217, 218, 219, 241, 268, 270, 271, 279, 280, 282, 425),
}
_CLONE = {"x86_64": 56, "aarch64": 220}
_MACHINE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_CLONE3 = 435
_CLONE_THREAD = 0x10000


def _filter(machine: str) -> bytes:
    """Assemble the filter (classic BPF): a thread may start, a process may not."""
    allow, kill, refuse, absent = 0x7FFF0000, 0x80000000, 0x00050001, 0x00050026
    load, equal, at_least, any_of, give = 0x20, 0x15, 0x35, 0x45, 0x06
    steps: list[tuple[int, int, int, int]] = [
        (load, 0, 0, 4),  # the architecture
        (equal, 1, 0, _MACHINE[machine]),
        (give, 0, 0, kill),
        (load, 0, 0, 0),  # the call's number
        (at_least, 0, 1, 0x40000000),  # x32 has numbers of its own
        (give, 0, 0, absent),
        (equal, 0, 1, _CLONE3),  # its flags are out of reach: libc then takes clone
        (give, 0, 0, absent),
    ]
    for number in _DENIED[machine]:
        steps += [(equal, 0, 1, number), (give, 0, 0, refuse)]
    steps += [
        (equal, 0, 3, _CLONE[machine]),
        (load, 0, 0, 16),  # the flags
        (any_of, 1, 0, _CLONE_THREAD),
        (give, 0, 0, refuse),
        (give, 0, 0, allow),
    ]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


def _command(machine: str, home: str, calls: int) -> list[str]:
    kit = Path(poucet.__file__).resolve().parent
    seen = [
        *map(Path, ("/usr", "/bin", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache")),
        *(Path(prefix).resolve() for prefix in (sys.base_prefix, sys.prefix)),
        kit,
        data.folder(),
    ]
    command = [str(shutil.which("bwrap")), "--unshare-all", "--unshare-user", "--die-with-parent"]
    command += ["--new-session", "--clearenv", "--cap-drop", "ALL", "--hostname", "poucet"]
    command += ["--uid", "1000", "--gid", "1000", "--disable-userns"]
    command += ["--proc", "/proc", "--dev", "/dev"]
    for folder in ("/tmp", "/dev/shm", home):
        command += ["--size", str(FILES), "--tmpfs", folder]
    for place in seen:  # after the empty folders: the kit itself may be installed under /tmp
        if place.exists():
            command += ["--ro-bind", str(place), str(place)]
    command += ["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", home]
    command += ["--seccomp", str(calls)]
    for name, value in _environment(home).items():
        command += ["--setenv", name, value]
    return [*command, "--", sys.executable]


def _environment(home: str) -> dict[str, str]:
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
        "PYTHONNOUSERSITE": "1",
    }


def _limits() -> None:
    limits = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: PROCESSOR,
        resource.RLIMIT_FSIZE: FILES,
        resource.RLIMIT_NOFILE: 256,
        resource.RLIMIT_CORE: 0,
    }
    for what, most in limits.items():
        resource.setrlimit(what, (most, most))


@contextlib.contextmanager
def opened(avatar: str, assignment: str, *, shut: bool = True) -> Iterator[subprocess.Popen[bytes]]:
    """Start the runner of an avatar's cells; it is dead, with all it started, on leaving.

    Parameters
    ----------
    avatar, assignment : str
        They name the folder that the code sees as its own.
    shut : bool
        False runs it with the teacher's own rights, for machines without bubblewrap.
    """
    passed: tuple[int, ...] = ()
    with contextlib.ExitStack() as kept:
        if shut:
            machine = platform.machine()
            calls = os.memfd_create("calls")
            kept.callback(os.close, calls)
            os.write(calls, _filter(machine))
            os.lseek(calls, 0, os.SEEK_SET)
            command = _command(machine, f"/hand-in/{avatar}/{assignment}", calls)
            folder, environment, passed = "/", {}, (calls,)
        else:
            top = kept.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
            place = Path(top, avatar, assignment)
            place.mkdir(parents=True)
            command, folder = [sys.executable], str(place)
            environment = _environment(folder)
        process = subprocess.Popen(
            [*command, *RUNNER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=environment,
            pass_fds=passed,
            preexec_fn=_limits,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, 9)
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()


@cache
def why_not() -> str | None:
    """Say in a sentence why the sandbox cannot run here; None where it can."""
    if sys.platform != "linux" or platform.machine() not in _MACHINE:
        return _("le bac à sable demande Linux (sous Windows, WSL 2)")
    if shutil.which("bwrap") is None:
        return _("le programme bubblewrap n’est pas installé (paquet « bubblewrap »)")
    from poucet.classroom.grading.channel import Channel, Gone

    with opened("1", "A") as process:
        assert process.stdin is not None and process.stdout is not None
        channel = Channel(process.stdout.fileno(), process.stdin.fileno(), lambda _: {})
        try:
            channel.ask({"do": "run", "code": "answer = 6 * 7"})
            works = channel.loads(channel.ask({"do": "get", "names": ["answer"]})["answer"]) == 42
        except (Gone, KeyError):
            works = False
    if works:
        return None
    return _("bubblewrap est installé, mais ce système lui interdit de s’isoler")
