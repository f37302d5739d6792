"""The damage counter on a page: a table to compare several ways, a list for one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from poucet.damages.four_figures import WORDS, Damage
from poucet.errors import PoucetError
from poucet.i18n import NBSP, euros, language, ngettext, number, percent
from poucet.i18n import gettext as _
from poucet.market import Habits, prices

# What a board draws in front of each word, so that no figure is known by its colour alone.
_MARKS = {
    "found": ("right", "✔"),
    "accused": ("wrong", "✘"),
    "euros": ("money", "€"),
    "usefulness": ("kept", "✚"),
}
_PRICES = ("profiled_impression", "impression", "age_sex_place", "health", "mental_health")
_LEFT, _RIGHT = "text-align:left", "text-align:right"


def counter_list(damage: Damage) -> str:
    """Write one counter as a ``<dl>``, for a board.

    Examples
    --------
    >>> counter_list(Damage(1, 2, 0, 1, 30))[:60]
    '<dl class="poucet-damage"><div class="poucet-right"><dt><spa'
    """
    figures = damage.written()
    boxes = "".join(
        f'<div class="poucet-{kind}"><dt><span aria-hidden="true">{mark}</span>'
        f" {escape(_(WORDS[key]))}</dt><dd>{escape(figures[key])}</dd></div>"
        for key, (kind, mark) in _MARKS.items()
    )
    return f'<dl class="poucet-damage">{boxes}</dl>'


@dataclass(frozen=True)
class Counter:
    """Several counters side by side: a table in a notebook, lines elsewhere.

    Attributes
    ----------
    rows : dict of str to Damage
        Each way, named in the reader's language, and what it does.
    of : str
        What the names are names of: the head of the first column.
    caption : str
        The table's title.
    note : str
        What was supposed; empty if nothing was.
    """

    rows: Mapping[str, Damage]
    of: str
    caption: str
    note: str

    def __str__(self) -> str:
        lines = [
            _("{name} : {value}").format(name=name, value=damage)
            for name, damage in self.rows.items()
        ]
        return "\n".join([self.caption, *lines, *([self.note] if self.note else [])])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        words = [self.of, *(_capital(_(word)) for word in WORDS.values())]
        heads = "".join(
            f'<th scope="col" style="{_RIGHT if rank else _LEFT}">{escape(word)}</th>'
            for rank, word in enumerate(words)
        )
        body = "".join(
            f'<tr><th scope="row" style="{_LEFT};font-weight:normal">{escape(name)}</th>'
            + "".join(
                f'<td style="{_RIGHT};white-space:nowrap">{escape(value)}</td>'
                for value in damage.written().values()
            )
            + "</tr>"
            for name, damage in self.rows.items()
        )
        note = f'<p style="max-width:60em"><small>{escape(self.note)}</small></p>'
        return (
            f'<div class="poucet-counter" lang="{language()}"><table>'
            f'<caption style="{_LEFT};font-weight:bold">{escape(self.caption)}</caption>'
            f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
            f"{note if self.note else ''}</div>"
        )


def counter(
    rows: Mapping[str, Damage], of: str = "", caption: str = "", habits: Habits | None = None
) -> Counter:
    """Set several ways of doing the same thing side by side.

    Parameters
    ----------
    rows : dict of str to Damage
        Each way, named in the reader's language, and what it does. All about as many pupils.
    of : str, optional
        What the names are names of, for the head of the first column.
    caption : str, optional
        The table's title; left out, it says how many pupils there are.
    habits : Habits, optional
        What was supposed to reckon the money, if not the kit's suppositions.

    Returns
    -------
    Counter
        In a notebook, a table: a row a way, the four figures in the four columns, and under it
        where the money comes from.

    Raises
    ------
    poucet.errors.PoucetError
        If there is no row, or they are not about as many pupils.

    Examples
    --------
    >>> shown = counter({"tout": Damage(9, 3, 0, 1, 10), "rien": Damage(0, 0, 0, 1, 10)})
    >>> shown.caption
    'Le compteur des dégâts, sur 10 élèves'
    """
    sizes = sorted({damage.pupils for damage in rows.values()})
    if len(sizes) != 1:
        raise PoucetError(
            _(
                "Un compteur compare des lignes qui portent sur autant d’élèves : donnez-en au"
                " moins une, et non des lignes sur {sizes} élèves."
            ).format(sizes=", ".join(map(number, sizes)) or 0)
        )
    title = ngettext(
        "Le compteur des dégâts, sur {n} élève", "Le compteur des dégâts, sur {n} élèves", sizes[0]
    ).format(n=number(sizes[0]))
    return Counter(dict(rows), of or _("Cas"), caption or title, note(habits))


def note(habits: Habits | None = None) -> str:
    """Say where the money and the usefulness of a counter come from, and what was supposed."""
    supposed, table = habits or Habits(), prices()
    origins = dict.fromkeys(table[key].origin for key in _PRICES if key in table)
    money = _(
        "Euros : une estimation, pour tous ces élèves ensemble, d’après des prix publiés en"
        " dollars : {origins}. Suppositions du kit : {ads} publicités par jour de classe, {days}"
        " jours de classe ; {share} de l’argent pour le service ; ventes d’une fiche par an :"
        " {sales} ; un dollar compté pour {rate}."
    ).format(
        origins=(f"{NBSP}; " if language() == "fr" else "; ").join(origins),
        ads=number(supposed.ads_a_day),
        days=number(supposed.days),
        share=percent(supposed.publisher),
        sales=number(supposed.sales),
        rate=euros(supposed.euros_a_dollar),
    )
    kept = _(
        "Utilité gardée : sur six usages qui comptent autant (se connecter, retrouver sa classe,"
        " recevoir un devoir, relire les résultats, comparer deux méthodes, choisir l’exercice"
        " suivant d’un élève), la part de ceux qui marchent encore."
    )
    return f"{money} {kept}"


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
