"""What a pupil's interpreter may use, and what it may ask the kernel: it takes these on itself.

It is a child of the world's first process and shares its number of user. Limits bound memory, time
and what it writes; a filter of system calls leaves it no way to start a process, to hold memory
that no limit counts, or to reach into the process it came from. Success: once they are on, no code
can take them off.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import struct

MEMORY = 1_500_000_000  # bytes of address space
FILES = 64_000_000  # bytes of one file, and of each temporary folder
PROCESSOR = 150  # seconds

# Linux system calls, by what they would do: x86_64 numbers, then aarch64's.
_DENIED = {
    "start a process": ((57, 58), ()),  # fork, vfork; clone is read below
    "leave the world": ((165, 166, 272, 308), (39, 40, 97, 268)),  # mount, umount2, unshare, setns
    "keep memory no limit counts": (  # shmget, semget, msgget, mq_open, memfd_create, memfd_secret
        (29, 64, 68, 240, 319, 447),
        (194, 190, 186, 180, 279, 447),
    ),
    "keep secrets in the kernel": (
        (248, 249, 250),
        (217, 218, 219),
    ),  # add_key, request_key, keyctl
    # ptrace, process_vm_readv and _writev, kcmp, pidfd_open, pidfd_getfd, process_madvise and
    # _mrelease, migrate_pages, move_pages
    "look into another process": (
        (101, 310, 311, 312, 434, 438, 440, 448, 256, 279),
        (117, 270, 271, 272, 434, 438, 440, 448, 238, 239),
    ),
    # setpriority, sched_setparam, _setscheduler, _setaffinity, _setattr, ioprio_set
    "slow another process down": ((141, 142, 144, 203, 314, 251), (140, 118, 119, 122, 274, 30)),
    # perf_event_open, bpf, userfaultfd, io_uring_setup
    "reach rarer doors": ((298, 321, 323, 425), (241, 280, 282, 425)),
}
SHUT = "shut in"
_CLONE = (56, 220)
_PRLIMIT = (302, 261)
_CLONE3 = 435
_CLONE_THREAD = 0x10000
_MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_SET_DUMPABLE, _SET_SECCOMP, _NO_NEW_PRIVS = 4, 22, 38


def known_machine() -> bool:
    """Tell whether the filter speaks this machine's language."""
    return platform.machine() in _MACHINES


def limit() -> None:
    """Bound what this process may use."""
    limits = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: PROCESSOR,
        resource.RLIMIT_FSIZE: FILES,
        resource.RLIMIT_NOFILE: 256,
        resource.RLIMIT_CORE: 0,
    }
    for what, most in limits.items():
        resource.setrlimit(what, (most, most))


def hide(hidden: bool) -> None:
    """Close this process's memory and files to those of the same user, or open them."""
    _prctl(_SET_DUMPABLE, int(not hidden))


def shut() -> None:
    """Put the filter on this process: it stays until its end.

    Raises
    ------
    OSError
        If the kernel refuses it.
    """
    steps = _filter(platform.machine())

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))

    _prctl(_NO_NEW_PRIVS, 1)
    program = Program(len(steps) // 8, steps)
    _prctl(_SET_SECCOMP, 2, ctypes.addressof(program))


def _prctl(option: int, *values: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    given = [ctypes.c_ulong(value) for value in (*values, 0, 0, 0, 0)[:4]]
    if libc.prctl(ctypes.c_int(option), *given):
        raise OSError(ctypes.get_errno(), "prctl")


def _filter(machine: str) -> bytes:
    """Assemble the filter (classic BPF): a thread may start, a process may not."""
    which = list(_MACHINES).index(machine)
    allow, kill, refuse, absent = 0x7FFF0000, 0x80000000, 0x00050001, 0x00050026
    load, equal, at_least, any_of, give = 0x20, 0x15, 0x35, 0x45, 0x06
    number, architecture, first = 0, 4, 16  # where the kernel writes them
    steps: list[tuple[int, int, int, int]] = [
        (load, 0, 0, architecture),
        (equal, 1, 0, _MACHINES[machine]),
        (give, 0, 0, kill),
        (load, 0, 0, number),
        (at_least, 0, 1, 0x40000000),  # x32 has numbers of its own
        (give, 0, 0, absent),
        (equal, 0, 1, _CLONE3),  # its flags are out of reach: libc then takes clone
        (give, 0, 0, absent),
    ]
    for calls in _DENIED.values():
        for denied in calls[which]:
            steps += [(equal, 0, 1, denied), (give, 0, 0, refuse)]
    steps += [
        (equal, 0, 3, _PRLIMIT[which]),
        (load, 0, 0, first),  # whose limits: 0 is one's own
        (equal, 5, 0, 0),
        (give, 0, 0, refuse),
        (equal, 0, 3, _CLONE[which]),
        (load, 0, 0, first),  # the flags
        (any_of, 1, 0, _CLONE_THREAD),
        (give, 0, 0, refuse),
        (give, 0, 0, allow),
    ]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


if __name__ == "__main__":  # to see whether a world can be made here at all
    limit()
    shut()
    try:
        os.fork()
    except PermissionError:
        print(SHUT)  # noqa: T201
