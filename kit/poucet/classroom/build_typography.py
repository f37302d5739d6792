"""Find in a French source what cannot be set in print without guessing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poucet.i18n import N_
from poucet.typography import NOT_PROSE

_RULES = (
    (re.compile(r"\w[*_]*[;!?](?!\w)"), N_("il faut une espace avant ; ! et ?")),
    (re.compile(r"[^\W\d][*_]*:(?=\s|$)"), N_("il faut une espace avant les deux-points")),
    (
        re.compile(r"\d[%€]"),
        N_("il faut une espace avant le signe du pourcentage et celui de l’euro"),
    ),
    (re.compile(r'(?<!\w)"[^"\n]+"'), N_("les guillemets français sont « … »")),
)


def french_defects(text: str) -> Iterator[tuple[int, str]]:
    r"""Find what `set_in_french` cannot set: a missing space, straight quotation marks.

    Parameters
    ----------
    text : str
        French Markdown.

    Yields
    ------
    tuple of (int, str)
        The line, from 0, and the rule in French, to translate when it is shown.

    Examples
    --------
    >>> [line for line, rule in french_defects("Oui ?\nSeul? Voir `a?`")]
    [1]
    """
    # A neutral letter stands where code stood, so that what follows it is still judged.
    prose = NOT_PROSE.sub(
        lambda other: (" " if other.group()[0] == "&" else "x") + "\n" * other.group().count("\n"),
        text,
    )
    for rank, line in enumerate(prose.split("\n")):
        for pattern, rule in _RULES:
            if pattern.search(line):
                yield rank, rule
