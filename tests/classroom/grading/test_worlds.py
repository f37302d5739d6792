"""One world serves a whole class: no hand-in finds anything of another, or of the world itself."""

import pytest

from poucet.classroom.grading import sandbox, walls
from poucet.classroom.grading.channel import Channel, Gone
from poucet.classroom.grading.patience import Deadline, Limit

pytestmark = pytest.mark.skipif(sandbox.why_not() is not None, reason="nothing can be shut in here")
FRESH = """
import os, random, threading
from pathlib import Path
import numpy as np
places = ("/tmp", "/dev/shm", "/hand-in", ".")
about = [
    [sorted(os.listdir(place)) for place in places],
    [(os.stat(place).st_mode, os.listxattr(place)) for place in places],
    [int(os.stat(place).st_mtime) for place in places[:2]],
    sorted(n for n in os.listdir("/proc") if n.isdigit() and n != str(os.getpid())),
    sorted(os.environ.items()), os.getpriority(os.PRIO_PROCESS, 0),
    sorted(os.sched_getaffinity(0)), threading.active_count(), len(os.listdir("/proc/self/fd")),
    float(np.random.random()), hash("a"), open("/proc/sysvipc/msg").read(),
]
"""
# What each tries, and the names of those that succeed.
REACHES = """
import ctypes, os, resource, signal
libc = ctypes.CDLL(None, use_errno=True)
done = []
def tries(name, action):
    try:
        if action() not in (-1, None):
            done.append(name)
    except (OSError, ValueError):
        pass
for kept in ("mem", "environ", "maps", "cwd", "root", "exe", "task/1/mem"):
    tries(kept, lambda: open(f"/proc/1/{kept}", "rb").read(1) or 1)
tries("write mem", lambda: open("/proc/1/mem", "r+b") and 1)
tries("adjust", lambda: open("/proc/1/oom_score_adj", "w") and 1)
tries("fd", lambda: os.readlink("/proc/1/fd/0"))
tries("open fd", lambda: os.open("/proc/1/fd/0", os.O_RDWR))
tries("prlimit", lambda: resource.prlimit(1, resource.RLIMIT_CPU, (1, 1)))
tries("prlimit read", lambda: resource.prlimit(1, resource.RLIMIT_CPU))
tries("ptrace", lambda: libc.ptrace(16, 1, 0, 0))
tries("pidfd", lambda: os.pidfd_open(1))
tries("nice", lambda: libc.setpriority(0, 1, 19))
tries("affinity", lambda: os.sched_setaffinity(1, {0}) or 1)
tries("scheduler", lambda: os.sched_setscheduler(1, os.SCHED_BATCH, os.sched_param(0)) or 1)
mq_open = 240 if os.uname().machine == "x86_64" else 180
tries("queue", lambda: libc.syscall(mq_open, b"q", 66, 384, 0))
tries("messages", lambda: libc.msgget(7, 0o1600))
tries("semaphores", lambda: libc.semget(7, 1, 0o1600))
tries("shared memory", lambda: libc.shmget(7, 4096, 0o1600))
tries("no filter", lambda: libc.prctl(22, 0, 0, 0, 0) + 1 or None)
tries("more memory", lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 40, 1 << 40)) or 1)
for number in range(1, 65):
    try:
        os.kill(1, number)
    except OSError:
        pass
"""
LEAVES = {
    "files": "for place in ('/tmp', '/dev/shm', '/hand-in', '.'):\n"
    "    open(f'{place}/note', 'w').close()\n    os.makedirs(f'{place}/a/b', exist_ok=True)",
    "a file nobody may open": "os.mkdir('/tmp/shut')\nopen('/tmp/shut/x', 'w').close()\n"
    "os.chmod('/tmp/shut', 0)",
    "a module of the kit's name": "open('/tmp/poucet.py', 'w').close()\n"
    "open('csv.py', 'w').write('1 / 0')",
    "a folder nobody may enter": "os.chmod('/tmp', 0)",
    "a note on a folder": "os.setxattr('/tmp', 'user.note', b'8041')",
    "a date": "os.utime('/tmp', (8041, 8041))",
    "a thread": "import threading, time\n"
    "threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()",
    "a busy thread": "import threading\ndef spin():\n    while True: pass\n"
    "threading.Thread(target=spin, daemon=True).start()",
    "a variable": "os.environ['NOTE'] = '8041'\nimport builtins\nbuiltins.note = 8041",
    "a patched kit": "import poucet.classroom.handout as handout\nhandout.LAST_AVATAR = 8041",
    "a seed": "import numpy as np\nnp.random.seed(8041)",
    "a death": "os._exit(0)",
    "signals for all": "import contextlib, signal\n"
    "with contextlib.suppress(OSError):\n    os.kill(-1, signal.SIGKILL)",
}


def inside(code, name):
    """Run code as one hand-in; give the value of a name that it leaves."""
    with sandbox.opened("12", "A2") as process:
        channel = Channel(process.stdout.fileno(), process.stdin.fileno(), lambda _: {})
        channel.deadline = Deadline(Limit(60, 600), process.processor)
        try:
            shown = channel.ask({"do": "run", "code": code})["outputs"]
            value = channel.loads(channel.ask({"do": "get", "names": [name]})[name])
        except Gone:
            process.trusted = False
            return None
    assert not shown, shown
    return value


@pytest.fixture
def patient(monkeypatch):
    """A world has all the time it wants to empty itself: the machine may be busy."""
    monkeypatch.setattr(sandbox, "PATIENCE", 60)


@pytest.fixture(scope="module")
def fresh():
    """What the first hand-in of a new world finds."""
    sandbox.close()
    return inside(FRESH, "about")


def test_the_first_process_of_the_world_is_out_of_reach(fresh, patient):
    world = sandbox.ready()
    assert inside(REACHES, "done") == []
    assert inside(FRESH, "about") == fresh
    assert sandbox.ready() is world  # it has felt none of the signals


@pytest.mark.parametrize("left", LEAVES)
def test_the_next_hand_in_finds_the_world_as_the_first_did(fresh, left):
    inside(f"import os\n{LEAVES[left]}\ndone = True", "done")
    assert inside(FRESH, "about") == fresh
    assert inside("import poucet.classroom.handout as kit\nlast = kit.LAST_AVATAR", "last") == 9999


def test_what_ends_well_costs_no_new_world(fresh, patient):
    world = sandbox.ready()
    assert inside("import os\nos.makedirs('a/b')\nopen('a/b/c', 'w').close()\ndone = 1", "done")
    assert sandbox.ready() is world


def test_a_world_ends_with_its_hand_in_where_that_died(fresh):
    world = sandbox.ready()
    assert inside("import os\nos._exit(0)", "done") is None
    assert sandbox.ready() is not world


def test_a_world_is_clean_where_the_kit_is_installed_in_a_temporary_folder(
    tmp_path, monkeypatch, patient
):
    place = tmp_path / "kit" / "poucet"
    place.mkdir(parents=True)
    (place / "note").write_text("8041")
    known = walls.seen()
    monkeypatch.setattr(walls, "seen", lambda: [*known, place])
    sandbox.close()
    world = sandbox.ready()
    assert inside(f"note = open('{place}/note').read()", "note") == "8041"
    assert sandbox.ready() is world
    sandbox.close()  # the next tests want the usual one
