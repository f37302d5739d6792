"""The three tests of opinion 05/2014, put to a released table that is said to be anonymous.

The Article 29 working party (G29), which gathered Europe's data protection authorities, asked three
questions of such a table: can one still single somebody out, link two records of hers, infer
something about her? Each is put to the table here as an attack, and to people who are not in it, as
a control.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import percent
from poucet.protect.inference import inference_risk
from poucet.protect.linkability import linkability_risk
from poucet.protect.privacy_risk import PrivacyRisk
from poucet.protect.same_cells import Rule
from poucet.protect.singling_out import singling_out_risk


@dataclass(frozen=True, repr=False)
class ThreeTests:
    """The three tests put to one released table.

    Attributes
    ----------
    singling_out, linkability, inference : PrivacyRisk
        Individualisation, corrélation, inférence.
    """

    singling_out: PrivacyRisk
    linkability: PrivacyRisk
    inference: PrivacyRisk

    def __iter__(self) -> Iterator[PrivacyRisk]:
        return iter((self.singling_out, self.linkability, self.inference))

    @property
    def sentences(self) -> tuple[str, str, str]:
        """One sentence a test, in the reader's language."""
        return str(self.singling_out), str(self.linkability), str(self.inference)

    def header(self) -> tuple[str, str, str, str]:
        """Name the columns of the table, in the reader's language."""
        return _("test"), _("dans la table"), _("hors de la table"), _("risque ajouté")

    def rows(self) -> list[tuple[str, str, str, str]]:
        """Give the table a test a row, as it is shown, each share with its 95 % interval."""
        return [
            (
                found.name,
                _share(found.value, found.interval),
                _share(found.baseline, found.baseline_interval),
                _share(found.risk, found.risk_interval),
            )
            for found in self
        ]

    def __str__(self) -> str:
        lines = [self.header(), *self.rows()]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        table = [
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
            for line in lines
        ]
        return "\n".join([*table, "", *self.sentences])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        """Show the table and the sentences in a notebook."""
        caption = escape(
            _(
                "Les trois tests du G29 (avis 05/2014) : part des personnes chez qui l’attaque"
                " réussit, et intervalle à 95 %"
            )
        )
        header = "".join(f'<th scope="col">{escape(name)}</th>' for name in self.header())
        body = "".join(
            f'<tr><th scope="row">{escape(name)}</th>'
            + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
            + "</tr>"
            for name, *cells in self.rows()
        )
        sentences = "".join(f"<li>{escape(sentence)}</li>" for sentence in self.sentences)
        return (
            f"<table><caption>{caption}</caption><thead><tr>{header}</tr></thead>"
            f"<tbody>{body}</tbody></table><ul>{sentences}</ul>"
        )


def _share(value: float, interval: tuple[float, float]) -> str:
    low, high = (percent(bound, 1) for bound in interval)
    return _("{value} ({low} à {high})").format(value=percent(value, 1), low=low, high=high)


def three_tests(
    original: Any,
    released: Any,
    control: Any,
    known: Iterable[Any],
    secret: Any,
    halves: tuple[Iterable[Any], Iterable[Any]] | None = None,
    same: Mapping[Any, Rule] | None = None,
    seed: int = 0,
) -> ThreeTests:
    """Put the three tests of G29 to a released table.

    Parameters
    ----------
    original : table
        The true table, one row a person: pandas, Polars, Arrow, or a dictionary of columns.
    released : table
        What is published of it.
    control : table
        People who are not in the release, best as many as in ``original`` and drawn like them: put
        half of the pupils aside before protecting the other half.
    known : iterable of str
        What is known of a person: two columns at least.
    secret : str
        What one would like to know of her.
    halves : tuple of two iterables of str, optional
        The columns of the two files to link; without it, the first half of ``known`` and the rest.
    same : mapping, optional
        Column to the way its released values are recognised; see `singling_out_risk`.
    seed : int
        For the sample of the larger set, where the two are not equal.

    Returns
    -------
    ThreeTests
        Three results, a table and a sentence each.

    Raises
    ------
    poucet.errors.PoucetError
        If a table or a column cannot be used.

    Notes
    -----
    A score of nought is no proof: these are three attacks, not all attacks.

    Examples
    --------
    >>> pupils = {
    ...     "born": [2008, 2009, 2010, 2011], "class": ["1", "2", "3", "4"],
    ...     "ill": [True, False, False, True],
    ... }
    >>> others = {
    ...     "born": [2008, 2009, 2010, 2011], "class": ["2", "1", "4", "3"],
    ...     "ill": [True, True, True, True],
    ... }
    >>> found = three_tests(pupils, pupils, others, known=["born", "class"], secret="ill")
    >>> [(each.value, each.baseline) for each in found]
    [(1.0, 0.0), (1.0, 0.0), (1.0, 0.5)]
    """
    names = [known] if isinstance(known, str) else list(known)
    if halves is None:
        if len(names) < 2:
            raise PoucetError(
                _(
                    "Pour la corrélation, il faut au moins deux colonnes dans known, une par"
                    " fichier à rapprocher : ajoutez-en une, ou donnez halves."
                )
            )
        middle = len(names) // 2
        halves = names[:middle], names[middle:]
    rules = dict(same or {})
    return ThreeTests(
        singling_out_risk(original, released, control, names, rules, seed),
        linkability_risk(original, released, control, halves[0], halves[1], rules),
        inference_risk(original, released, control, names, secret, rules),
    )
