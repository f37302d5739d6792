"""Serves the dashboards: one notebook, a few kernels kept warm, nothing outside this machine."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import signal
import socket
import sys
import threading
import webbrowser
from pathlib import Path
from typing import Any

from jupyter_core.utils import run_sync
from tornado.ioloop import IOLoop
from tornado.web import ErrorHandler
from traitlets.config import Config
from voila.app import Voila

from poucet.checkout import root
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import use_language
from poucet.voila import (
    compiled,
    forking,
    frames,
    headers,
    password,
    request_info,
    terminal,
    wakeup,
)
from poucet.voila.doors import BASE, MORE, OURS, SHUT, ForeignHost
from poucet.voila.places import Places, most_visitors

HOST = "127.0.0.1"
NAMES = (HOST, "localhost")  # by which a browser on this machine may call the server
TEMPLATE = Path(__file__).parent / "template"
PREPARATION = "poucet.apps.run:prepare"
WARM_KERNELS = 2
CELL_SECONDS = 60  # no cell may run longer, except the one that waits for a visitor
PORTS_TRIED = 20
# No page sends a body, and a line that says nothing is not kept open.
LIMITS = {"max_body_size": frames.MOST_BYTES, "idle_connection_timeout": 60, "body_timeout": 10}


class Dashboards(Voila):
    """Voilà with the kit's template, taken from the package itself.

    Voilà looks for templates in Jupyter's data folders, where an editable install leaves a stale
    copy or none; and it reads any ``voila.json`` that lies in the current folder.
    """

    visitor_browser = False
    network_address = ""  # at which the class calls, if it does
    places: Places

    def setup_template_dirs(self) -> None:
        """Put the kit's pages before those of Voilà's own template."""
        super().setup_template_dirs()
        self.template_paths: list[str] = [str(TEMPLATE), *self.template_paths]

    def init_settings(self) -> dict[str, Any]:
        """Let every error show the kit's page: Jupyter's own cannot be drawn here, and says so."""
        settings = super().init_settings()
        settings["jinja2_env"] = settings["voila_jinja2_env"]
        settings["places"] = self.places
        settings["transforms"] = [headers.Headers]
        settings["headers"] = {"Content-Security-Policy": headers.PLAIN}
        settings["websocket_max_message_size"] = frames.MOST_BYTES
        return settings

    def init_handlers(self) -> list[Any]:
        """Put the kit's handlers where Voilà would put its own."""
        return [
            (ForeignHost(self.names()), ErrorHandler, {"status_code": 403}),
            *MORE,
            *(
                (route[0], OURS.get(route[1], route[1]), *route[2:])
                for route in super().init_handlers()
                if route[1] not in SHUT
            ),
        ]

    def names(self) -> tuple[str, ...]:
        """Give the names by which a browser may call."""
        if not self.network_address:
            return NAMES
        machine = socket.gethostname().lower()
        return (*NAMES, self.network_address, machine, f"{machine}.local")

    def listen(self) -> None:
        """Open the door of this machine, and the one on the network if there is one."""
        try:
            for address in {HOST, self.network_address or HOST}:
                self.app.listen(self.port, address, **LIMITS)
            self.ioloop.start()
        except OSError as trouble:
            raise PoucetError(
                _(
                    "On ne peut pas écouter à l’adresse {address} : donnez celle de ce poste."
                ).format(address=address)
            ) from trouble
        finally:
            self.stop()

    def start(self) -> None:
        """Serve until Ctrl-C or SIGTERM, and tell the address once the door is open."""
        self.ioloop = IOLoop.current()
        self.ioloop.add_callback(self._announce)
        # Ctrl-C ends the loop like SIGTERM, rather than breaking into whatever runs.
        signal.signal(signal.SIGINT, self._handle_signal_stop)
        super().start()

    def stop(self) -> None:
        """End every kernel at once: none has anything to save, a polite one complains aloud."""
        run_sync(self.kernel_manager.shutdown_all)(now=True)
        shutil.rmtree(self.connection_dir, ignore_errors=True)

    def _announce(self) -> None:
        address = f"http://{HOST}:{self.port}/"
        print(_("Les tableaux de bord sont ouverts : {address}").format(address=address))  # noqa: T201
        if self.network_address:
            place = f"http://{self.network_address}:{self.port}/"
            print(_("Pour la classe : {address}").format(address=place))  # noqa: T201
            print(_("Mot de passe : {password}").format(password=self.token))  # noqa: T201
            print(_("Rien n’est chiffré : qui écoute ce réseau lit tout, mot de passe compris."))  # noqa: T201
        print(_("Ctrl-C pour arrêter."), flush=True)  # noqa: T201
        if self.visitor_browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def serve(
    port: int = 8866, browser: bool = True, lang: str = "fr", network_address: str = ""
) -> None:
    """Serve the dashboards on 127.0.0.1 until Ctrl-C.

    Parameters
    ----------
    port : int
        Port wished for; the next free one is taken when it is busy.
    browser : bool
        Whether to open a browser on the home page.
    lang : {"fr", "en"}
        Language of the first page; each board has its own switch.
    network_address : str
        One more address to listen at, for the class; a password is then asked everywhere.

    Raises
    ------
    poucet.errors.PoucetError
        When the dashboards are not there, no port is free, or POUCET_MOST_VISITORS is no number.
    """
    use_language(lang)
    notebook = root() / "lessons" / "dashboards" / "poucet.ipynb"
    if not notebook.exists():
        raise PoucetError(
            _("Le carnet des tableaux de bord manque : {place}.").format(place=notebook)
        )
    most = most_visitors(forking.possible())
    os.environ["POUCET_LANG"] = lang  # for the kernels
    os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
    warm = forking.start(PREPARATION)
    wakeup.install()
    request_info.install()
    compiled.install()
    server = Dashboards(config=configuration(notebook, _free_port(port), lang, warm is not None))
    server.config_file_paths = []
    server.visitor_browser = browser
    server.places = Places(most)
    if network_address:
        server.network_address = network_address
        server.token = password.draw()
        server.identity_provider_class = password.SharedPassword
    server.initialize([])
    terminal.quieten(server.log)
    try:
        server.start()
    finally:
        if warm is not None:
            warm.stop()
        gc.freeze()  # nothing to sort out in what ends with the process: half a second of work


def configuration(notebook: Path, port: int, lang: str, forked: bool = False) -> Config:
    """Give Voilà's settings for a classroom.

    Parameters
    ----------
    notebook : pathlib.Path
        The one notebook to serve.
    port : int
        A free port of 127.0.0.1.
    lang : {"fr", "en"}
        Language of the page before the kernel answers.
    forked : bool
        Whether kernels are forked from one that is ready: then none has to wait for its visitor.
    """
    kernels = max(1, int(os.environ.get("POUCET_WARM_KERNELS", WARM_KERNELS)))
    settings: dict[str, Any] = {
        "Voila": {
            "ip": HOST,
            "port": port,
            "port_retries": 0,
            "notebook_path": str(notebook),
            "open_browser": False,
            "log_level": logging.WARNING,
        },
        "VoilaConfiguration": {
            "template": BASE,
            "allow_template_override": "NO",
            "allow_theme_override": "NO",
            "resources": {"nonce": headers.NONCE},
            "strip_sources": True,
            "show_tracebacks": False,
            "file_allowlist": [],
            "extension_allowlist": [
                "@jupyter-widgets/jupyterlab-manager",
                "@voila-dashboards/widgets-manager8",
            ],
            "extension_denylist": [],
            "preheat_kernel": not forked,
            "default_pool_size": kernels,
        },
        # A page that its reader left closes its kernel; this is for those that could not say so,
        # and for visits that never open their board. A slow page has 30 seconds to load.
        "MappingKernelManager": {
            "kernel_manager_class": "poucet.voila.kernels.VisitorKernel",
            "cull_idle_timeout": 30,
            "cull_interval": 5,
            "cull_connected": False,
        },
        # A kernel that ended has lost its board: another would be empty. Its page says so.
        "KernelRestarter": {"restart_limit": 0, "time_to_dead": 1.0},
        # Refilling at once would slow the boards already on screen.
        "VoilaKernelManager": {"fill_delay": 3.0},
        "VoilaExecutor": {"timeout_func": _seconds, "iopub_timeout": CELL_SECONDS},
        "VoilaExporter": {"language_code": lang},
    }
    if sys.platform == "linux":  # files only this account may read; macOS's own paths are too long
        settings["KernelManager"] = {"transport": "ipc"}
    return Config(settings)


def _seconds(cell: Any) -> int | None:
    return None if "waits" in cell.metadata.get("tags", ()) else CELL_SECONDS


def _free_port(wished: int) -> int:
    """Give the wished port or the next free one: warm kernels are told it before Voilà listens."""
    for port in range(wished, min(wished + PORTS_TRIED, 65536)):
        with socket.socket() as door:
            if sys.platform != "win32":
                door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                door.bind((HOST, port))
            except OSError:
                continue
            return port
    raise PoucetError(
        _("Aucun port libre entre {first} et {last} : donnez-en un autre avec --port.").format(
            first=wished, last=wished + PORTS_TRIED - 1
        )
    )


if __name__ == "__main__":
    serve(port=int(sys.argv[1]) if len(sys.argv) > 1 else 8866, browser=False)
