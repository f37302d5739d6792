"""Values as a TOML file writes them, for error sentences and for `Contract.save`."""

from __future__ import annotations

import json
from typing import Any


def toml_text(value: Any) -> str:
    r"""Write a value as TOML does; what TOML has no word for, as Python does.

    Examples
    --------
    >>> print(toml_text(("class", "level")), toml_text(True), toml_text('dit « "oui" »'))
    ["class", "level"] true "dit « \"oui\" »"
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # A basic string of TOML escapes what JSON does, and the delete character besides.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(toml_text(each) for each in value) + "]"
    return str(value)
