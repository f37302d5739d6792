"""Precision and recall against the threshold: what one gains, the other loses.

Whoever accuses sets a bar: how many points it takes. Low, it finds nearly all and accuses many
wrongly; high, it is nearly always right and misses most. Two curves tell it at once, told apart by
line and marker as well as by colour; the bar in use stands between them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from matplotlib.figure import Figure

from poucet.errors import PoucetError
from poucet.figures import look
from poucet.figures.class_sizes import share
from poucet.figures.curve_names import name_ends
from poucet.figures.numbers import Drawing, Numbers
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, percent

NAMES = 2.5  # inches kept on the right for the names of the curves


class Score(Protocol):
    """What the figure reads of a guess that was judged."""

    @property
    def confusion(self) -> Any:
        """People by truth (rows: without the trait, with it) and guess (left in peace, accused)."""


class Guess(Protocol):
    """What `by_threshold` needs of a guess: ``infer(…)`` gives one."""

    @property
    def strength(self) -> Any:
        """How strongly each person is suspected."""

    def at(self, enough: float) -> Any:
        """Give the same suspicions with another bar."""


Scores = Mapping[int, Score]


def by_threshold(guess: Guess, truth: Any) -> dict[int, Any]:
    """Judge a guess at each whole number of points, from 1 to the most that anybody collects.

    Parameters
    ----------
    guess : Guess
        What ``infer(…)`` gives.
    truth : mapping, table or array_like of bool
        Who has the trait, as ``score`` takes it.

    Returns
    -------
    dict of int to InferenceScore
        The bar to its score.
    """
    most = int(max(guess.strength, default=0))
    return {least: guess.at(least).score(truth) for least in range(1, most + 1)}


def precision(score: Score) -> float | None:
    """Give the share of the accused who have the trait; None if nobody is accused."""
    (_peace, wrong), (_missed, found) = score.confusion.tolist()
    return found / (found + wrong) if found + wrong else None


def recall(score: Score) -> float | None:
    """Give the share of those with the trait who are accused; None if nobody has it."""
    (_peace, _wrong), (missed, found) = score.confusion.tolist()
    return found / (found + missed) if found + missed else None


def sentence(scores: Scores, at: int) -> str:
    """Say in words where the bar stands: it is also the picture's text alternative.

    Parameters
    ----------
    scores : mapping of int to Score
        Each bar with its score.
    at : int
        The bar in use, one of them.

    Raises
    ------
    poucet.errors.PoucetError
        If the bar is none of them.
    """
    _checked(scores, at)
    right, seen = precision(scores[at]), recall(scores[at])
    (_peace, wrong), (missed, found) = scores[at].confusion.tolist()
    bar = ngettext("À partir de {points} point", "À partir de {points} points", at).format(
        points=at
    )
    if right is None:
        return _("{bar}, la machine n’accuse personne.").format(bar=bar)
    if seen is None:
        return _("{bar}, la machine n’a raison pour personne : nul n’est concerné.").format(bar=bar)
    return _(
        "{bar}, la machine a raison pour {precision} de ceux qu’elle accuse (précision) et trouve "
        "{recall} de ceux qui sont concernés (rappel)."
    ).format(
        bar=bar,
        precision=share(found, found + wrong),
        recall=share(found, found + missed),
    )


def figure(scores: Scores, at: int, width: float = 8.6, height: float = 3.6) -> Figure:
    """Draw the two curves and the bar in use.

    Parameters
    ----------
    scores : mapping of int to Score
        Each bar, ascending, with its score: see `by_threshold`.
    at : int
        The bar in use, one of them.
    width, height : float
        Size in inches, at 100 points an inch on the screen.

    Returns
    -------
    matplotlib.figure.Figure
        A figure of its own, made without pyplot.

    Raises
    ------
    poucet.errors.PoucetError
        If the bar is none of them.
    """
    _checked(scores, at)
    drawing = Drawing(_numbers(scores), figsize=(width, height), facecolor=look.PAPER)
    axes = drawing.add_axes(
        (0.75 / width, 0.62 / height, 1 - (0.8 + NAMES) / width, 1 - 0.95 / height)
    )
    axes.set_facecolor(look.WHITE)
    axes.axvline(at, color=look.STONE_TEXT, linewidth=3)
    curves = (
        (_("précision"), _("les accusations qui sont justes"), precision, look.EMBER, "-", "o"),
        (_("rappel"), _("les concernés qui sont trouvés"), recall, look.FOREST, "--", "s"),
    )
    ends = []
    for name, means, measure, paint, line, marker in curves:
        known = [(bar, measure(score)) for bar, score in scores.items()]
        drawn = [(bar, 100 * value) for bar, value in known if value is not None]
        axes.plot(
            [bar for bar, _value in drawn], [value for _bar, value in drawn],
            color=paint, linestyle=line, marker=marker, linewidth=2.4, markersize=8,
            clip_on=False, zorder=3,
        )  # fmt: skip
        ends.append((drawn[-1][1] if drawn else 0.0, name, means, paint))
    name_ends(axes, ends, max(scores) + 0.4)
    axes.set_xlim(0.6, max(scores) + 0.4)
    axes.set_ylim(0, 104)
    axes.set_xticks(list(scores))
    axes.set_yticks(range(0, 101, 25), [percent(part / 100) for part in range(0, 101, 25)])
    axes.tick_params(labelsize=13, colors=look.INK)
    axes.grid(axis="y", color=look.WEEKEND, linewidth=1)
    axes.set_xlabel(_("points qu’il faut pour être accusé"), fontsize=13, color=look.INK)
    for spine in axes.spines.values():
        spine.set_color(look.STONE_TEXT)
    return drawing


def _numbers(scores: Scores) -> Numbers:
    def said(value: float | None) -> str:
        return "–" if value is None else percent(value)

    return Numbers(
        _("Précision et rappel selon le seuil"),
        (_("points qu’il faut pour être accusé"), _("précision"), _("rappel")),
        tuple((str(bar), said(precision(one)), said(recall(one))) for bar, one in scores.items()),
    )


def _checked(scores: Scores, at: int) -> None:
    if at not in scores:
        raise PoucetError(
            _(
                "Le seuil {at} n’est pas sur la courbe : choisissez un nombre entier de {first} à "
                "{last}."
            ).format(at=at, first=min(scores), last=max(scores))
        )
