"""The kit's pages of the formgrader, in the teacher's server behind the Hub.

As with `poucet mark`, they ask nothing of anybody outside and have no button that runs a pupil's
code with the teacher's rights. JupyterLab's server loads this after nbgrader's own extension.
"""

from __future__ import annotations

from typing import Any

from poucet.lab.marking import own_pages


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    """Tell JupyterLab's server what to load: this module."""
    return [{"module": __name__}]


def _load_jupyter_server_extension(server: Any) -> None:
    """Put the kit's pages before nbgrader's."""
    own_pages(server)
