import asyncio
import os
import signal
import subprocess
import sys

import pytest
from jupyter_client import AsyncKernelManager
from jupyter_client.provisioning import KernelProvisionerFactory

from poucet.voila import forking

pytestmark = pytest.mark.skipif(not forking.possible(), reason="kernels are forked on Linux only")


@pytest.fixture(scope="module")
def warm():
    usual = KernelProvisionerFactory.instance().default_provisioner_name
    warm = forking.start("poucet.i18n:language")
    yield warm
    KernelProvisionerFactory.instance().default_provisioner_name = usual
    forking.ForkedKernel.warm = None
    warm.stop()


async def told(kernel, code):
    """Run code in a kernel; give what it prints."""
    client, printed = kernel.client(), []
    client.start_channels()
    try:
        await client.wait_for_ready(timeout=60)
        await client.execute_interactive(
            code, timeout=60, output_hook=lambda heard: printed.append(heard["content"].get("text"))
        )
    finally:
        client.stop_channels()
    return "".join(filter(None, printed))


async def started(folder, name, **env):
    kernel = AsyncKernelManager(
        kernel_name="python3", transport="ipc", connection_file=str(folder / f"{name}.json")
    )
    await kernel.start_kernel(env={**os.environ, **env}, cwd=str(folder))
    return kernel


def test_two_kernels_share_nothing_that_they_write(warm, tmp_path):
    async def play():
        one = await started(tmp_path, "one", POUCET_LANG="en")
        other = await started(tmp_path, "other", POUCET_LANG="fr")
        await told(one, "import poucet.i18n; poucet.i18n.mine = 1")
        code = "import os, poucet.i18n as i; print(os.environ['POUCET_LANG'], hasattr(i, 'mine'))"
        heard = [await told(one, code), await told(other, code)]
        parents = [await told(each, "import os; print(os.getppid())") for each in (one, other)]
        for each in (one, other):
            await each.shutdown_kernel(now=True)
        return heard, parents, [await each.is_alive() for each in (one, other)]

    heard, parents, alive = asyncio.run(play())
    assert heard == ["en True\n", "fr False\n"]
    assert parents == [f"{warm.process.pid}\n"] * 2
    assert alive == [False, False]


def test_a_killed_kernel_is_known_to_be_dead(warm, tmp_path):
    process = warm.fork(["-f", str(tmp_path / "killed.json")], dict(os.environ), str(tmp_path))
    assert process.poll() is None
    process.send_signal(signal.SIGKILL)
    assert process.wait(10) == 0
    process.kill()  # of one that is gone: nothing
    assert process.poll() == 0


SERVER = """
import os, sys
from poucet.voila.forking import WarmParent
child = WarmParent("poucet.i18n:language").fork(["-f", sys.argv[1]], dict(os.environ), "/")
print(child.pid, flush=True)
os.kill(os.getpid(), 9)
"""


def test_kernels_end_with_a_server_that_is_killed(tmp_path):
    command = [sys.executable, "-c", SERVER, str(tmp_path / "kernel.json")]
    printed = subprocess.run(command, capture_output=True, text=True, timeout=60).stdout
    try:
        handle = os.pidfd_open(int(printed))
    except ProcessLookupError:
        return  # already gone
    assert forking.Forked(int(printed), handle).wait(20) == 0


def test_a_parent_that_is_gone_forks_no_more():
    gone = forking.WarmParent("poucet.i18n:language")
    gone.stop()
    with pytest.raises(OSError):
        gone.fork(["-f", "none.json"], {}, "/")
