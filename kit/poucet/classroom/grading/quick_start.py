"""Begin sooner: leave out, while libraries are imported, one that they can do without.

jsonschema, which nbformat imports, tries to import rfc3987_syntax so as to check addresses marked
``iri`` in a schema. That builds a grammar for a second and a half, and no schema of a notebook
marks any; without it, jsonschema skips that one check.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator


@contextlib.contextmanager
def without(name: str) -> Iterator[None]:
    """Let ``import name`` say that it is not installed, as None in ``sys.modules`` does."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[name]
