"""Settings with their comments, in the reader's language."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable


def comment(sentence: str, indent: str = "") -> str:
    """Turn a sentence into comment lines; Python, YAML and the shell share their mark.

    Examples
    --------
    >>> print(comment("Fermé à tous.", "  "))
      # Fermé à tous.
    """
    mark = f"{indent}# "
    return textwrap.fill(
        sentence,
        width=100,
        initial_indent=mark,
        subsequent_indent=mark,
        break_long_words=False,
        break_on_hyphens=False,
    )


def settings(parts: Iterable[tuple[str, str]], indent: str = "") -> str:
    """Join settings, each below the sentence that explains it (empty for none)."""
    told = []
    for sentence, code in parts:
        lines = [comment(sentence, indent)] if sentence else []
        if code:
            lines.append(textwrap.indent(code.strip("\n"), indent))
        told.append("\n".join(lines))
    return "\n\n".join(told) + "\n"
