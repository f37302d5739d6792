"""Opens JupyterLab on the lessons, in the reader's language, talking to nobody but this machine."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
import threading
import warnings
import webbrowser
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from poucet.checkout import root
from poucet.i18n import gettext as _
from poucet.voila import terminal

SETTINGS = Path(__file__).parent

# JupyterLab asks a package index for news, for its own updates and for extensions. None of that
# serves a class, and each tells a third party that a school is here.
QUIET = (
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)

# A lesson needs neither the grader, nor a second door to the notebooks, nor servers that complete
# code, which are looked for with npm and hold the end up: less to load, less to see.
UNUSED = (
    "jupyter_lsp",
    "nbgrader.server_extensions.assignment_list",
    "nbgrader.server_extensions.course_list",
    "nbgrader.server_extensions.formgrader",
    "nbgrader.server_extensions.validate_assignment",
    "voila.server_extension",
)


def arguments(port: int | None, lang: str) -> list[str]:
    """Give JupyterLab's command line for the lessons in one language.

    Parameters
    ----------
    port : int or None
        Port on 127.0.0.1; the next free one is taken when it is busy. None starts at 8888.
    lang : {"fr", "en"}
        Language of the lessons and of JupyterLab's own menus.

    Returns
    -------
    list of str
        The options, ready for ``jupyter lab``.
    """
    return common(root() / "lessons" / lang, SETTINGS / lang, UNUSED, port)


def common(folder: Path, settings: Path, unused: Sequence[str], port: int | None) -> list[str]:
    """Give the options of a JupyterLab that opens a folder and talks to this machine only.

    Parameters
    ----------
    folder : pathlib.Path
        What its panel of files shows.
    settings : pathlib.Path
        The folder of its settings: language, extensions left out.
    unused : sequence of str
        Server extensions to leave out.
    port : int or None
        Port on 127.0.0.1.

    Returns
    -------
    list of str
        The options.
    """
    import zmq

    options = [
        f"--ServerApp.root_dir={folder}",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.open_browser=False",
        "--ServerApp.log_level=WARN",
        "--LabApp.log_level=WARN",
        f"--LabApp.app_settings_dir={settings}",
        *QUIET,
        *(f"--ServerApp.jpserver_extensions={name}=False" for name in unused),
    ]
    if os.name == "posix" and os.geteuid() == 0:
        options.append("--ServerApp.allow_root=True")  # containers; the server stays on loopback
    if port is not None:
        options.append(f"--ServerApp.port={port}")
    if zmq.has("curve"):  # what passes between server and kernels is encrypted
        options.append("--MappingKernelManager.transport_encryption=auto")
    return options


def open_lab(port: int | None = None, browser: bool = True, lang: str = "fr") -> None:
    """Serve the lessons on 127.0.0.1 until Ctrl-C.

    Parameters
    ----------
    port : int, optional
        Port wanted.
    browser : bool
        Whether to open a browser; the address is printed in any case.
    lang : {"fr", "en"}
        Language of the lessons.
    """
    serve(arguments(port, lang), "lab", _("Les leçons sont ouvertes : {address}"), browser, lang)


def serve(
    options: list[str],
    where: str,
    said: str,
    browser: bool,
    lang: str,
    prepare: Callable[[Any], None] = lambda server: None,
) -> None:
    """Run JupyterLab until Ctrl-C.

    Parameters
    ----------
    options : list of str
        Its command line.
    where : str
        The page to open first.
    said : str
        What to print, with ``{address}``.
    browser : bool
        Whether to open a browser.
    lang : {"fr", "en"}
        Language of the kernels.
    prepare : callable
        What to do to the server before it starts.
    """
    from jupyterlab.labapp import LabApp

    os.environ["POUCET_LANG"] = lang  # the kernels inherit it
    # jupyter-server 2 warns of an old option that it sets itself
    warnings.filterwarnings("ignore", "ServerApp.token config is deprecated")
    server = LabApp.initialize_server(argv=options)
    prepare(server)
    token = server.identity_provider.token
    address = f"http://127.0.0.1:{server.port}/{where}{'&' if '?' in where else '?'}token={token}"
    terminal.quieten(server.log)
    print(said.format(address=address), flush=True)  # noqa: T201
    print(_("Pour arrêter : Ctrl-C."), flush=True)  # noqa: T201
    if browser:
        threading.Thread(target=webbrowser.open, args=(address, 2), daemon=True).start()

    def stop(*_signal: Any) -> None:
        server.stop(from_signal=True)

    # Jupyter's own answer asks or speaks in a terminal, and elsewhere leaves the kernels behind.
    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    # a polite end breaks into what a kernel does, which complains aloud, and waits for it
    server.kernel_manager.shutdown_all = partial(server.kernel_manager.shutdown_all, now=True)
    server.start()
    server.io_loop.asyncio_loop.run_until_complete(_cut_short())
    gc.freeze()  # nothing to sort out in what ends with the process: half a second of work


async def _cut_short() -> None:
    """End what was still being answered.

    A thread of AnyIO's that reads a file for a page ends with its request; one that nobody ends
    would keep the process for ever.
    """
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(asyncio.gather(*left, return_exceptions=True), 2)
