"""The numbers of a figure as a table, for whoever cannot see the picture or wants to check it.

A class looks at the picture; a pupil with a screen reader, a magnifier or a doubt reads the table.
A figure carries its own, so that wherever it is shown the table comes with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from matplotlib.figure import Figure

from poucet.i18n import gettext as _


@dataclass(frozen=True)
class Numbers:
    """One table.

    Attributes
    ----------
    caption : str
        What is counted.
    columns : tuple of str
        The headers; the first is above the names of the rows.
    rows : tuple of tuple of str
        A name, then its cells, as the reader's language writes them.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def as_html(self) -> str:
        """Write the table; every header says what it heads.

        Examples
        --------
        >>> print(Numbers("Pupils", ("who", "how many"), (("alone", "3"),)).as_html())
        <table><caption>Pupils</caption><thead><tr><th scope="col">who</th><th scope="col">how \
many</th></tr></thead><tbody><tr><th scope="row">alone</th><td>3</td></tr></tbody></table>
        """
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in self.columns)
        body = "".join(
            f'<tr><th scope="row">{escape(name)}</th>'
            + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
            + "</tr>"
            for name, *cells in self.rows
        )
        return (
            f"<table><caption>{escape(self.caption)}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )


class Drawing(Figure):
    """A figure that carries its numbers.

    Parameters
    ----------
    *numbers : Numbers
        Its tables.
    **options : Any
        What `matplotlib.figure.Figure` takes.
    """

    def __init__(self, *numbers: Numbers, **options: Any) -> None:
        super().__init__(**options)
        self.numbers = numbers


def folded(drawing: Figure) -> str:
    """Write a figure's tables, folded under one line; nothing where a figure has none.

    A figure has none before the class has bet: nobody knows the numbers yet.
    """
    tables = "".join(table.as_html() for table in getattr(drawing, "numbers", ()))
    if not tables:
        return ""
    return (
        f'<details class="poucet-numbers"><summary>{escape(_("Les nombres de cette figure"))}'
        f"</summary>{tables}</details>"
    )
