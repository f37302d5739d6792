"""One school day on a server of its own, played once for all that look at it."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
PROXY = ROOT / ".venv" / "proxy" / "node_modules" / ".bin"  # make .venv/proxy/installed
OWN = ["unshare", "--mount", "--pid", "--net", "--fork", "--kill-child", "sh"]


def why_not(path):
    """Say why a school's server cannot be played here; None where it can."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "only root makes accounts"
    for needed in ("jupyterhub", "jupyterhub_idle_culler", "pamela"):
        if importlib.util.find_spec(needed) is None:
            return f"{needed} is not installed"
    for needed in ("node", "configurable-http-proxy", "useradd", "chpasswd", "setpriv", "ip"):
        if shutil.which(needed, path=path) is None:
            return f"{needed} is not installed"
    world = [*OWN, HERE / "own_world.sh", ROOT, sys.executable, "true"]
    tried = subprocess.run(world, capture_output=True, text=True)
    if tried.returncode:
        return f"this machine gives no private world: {tried.stderr.strip()[-200:]}"
    return None


@pytest.fixture(scope="session")
def day():
    """What everybody saw on that day, by what it is."""
    path = os.pathsep.join([str(PROXY), str(Path(sys.executable).parent), os.environ["PATH"]])
    if trouble := why_not(path):
        pytest.skip(f"a school's server cannot run here: {trouble}")
    reading, writing = os.pipe()
    playing = subprocess.Popen(
        [
            *OWN,
            *(HERE / "own_world.sh", ROOT, sys.executable),
            *(sys.executable, HERE / "played_day.py", str(writing)),
        ],
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT / "tests"), "POUCET_LANG": "fr"},
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd="/",
    )
    os.close(writing)
    with os.fdopen(reading) as stream:
        told = stream.read()
    complaints = playing.communicate(timeout=60)[1]
    facts = json.loads(told or "{}")
    assert playing.returncode == 0, complaints[-3000:] + facts.get("log", "")[-3000:]
    return facts
