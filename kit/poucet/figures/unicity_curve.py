"""How few moments are enough: the share of people singled out by one known moment, two, three.

A curve for each way of writing the trail down, and the one point that was published on telephones.
What differs between the two is said in `source`: a crowd of 1.5 million is not a school.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from matplotlib.figure import Figure

from poucet.figures import look
from poucet.figures.class_sizes import share
from poucet.figures.numbers import Drawing, Numbers
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number, percent

PUBLISHED_POINTS, PUBLISHED_SHARE, PUBLISHED_PEOPLE = 4, 0.95, 1_500_000
# colour, line and marker of each curve: told apart without colour
_STYLES = (
    (look.EMBER, "-", "o"),
    (look.FOREST, "--", "s"),
    (look.INK, "-.", "^"),
    (look.STONE_TEXT, ":", "v"),
)
MOST_CURVES = len(_STYLES)
LEGEND = 3.2  # inches kept on the right for the names of the curves


class Measure(Protocol):
    """What the figure reads of a measure."""

    @property
    def value(self) -> float:
        """Share of the people singled out, between 0 and 1."""


Curves = Mapping[str, Sequence[Measure]]


def precisions() -> dict[str, tuple[tuple[str, ...], str]]:
    """Give four ways of writing a trail down, each with the columns and the step of its moments.

    Examples
    --------
    >>> columns, step = precisions()["l’heure et le réseau"]
    >>> columns, step
    (('time', 'place'), '1h')
    """
    return {
        _("l’heure et le réseau"): (("time", "place"), "1h"),
        _("le jour et le réseau"): (("time", "place"), "1d"),
        _("l’heure seule"): (("time",), "1h"),
        _("le jour seul"): (("time",), "1d"),
    }


def source() -> str:
    """Say where the published point comes from, and what it does not share with a school."""
    return _(
        "Point publié : Y.-A. de Montjoye et al., « Unique in the Crowd », Scientific Reports 3, "
        "1376 (2013) : {people} million de téléphones mobiles, chaque point étant une antenne et "
        "une heure."
    ).format(people=number(PUBLISHED_PEOPLE / 1e6, 1))


def sentence(curves: Curves) -> str:
    """Say the figure in words: what each curve reaches with the published number of moments.

    With curves drawn in part, it is their common number of moments; with none, nothing is said.
    """
    drawn = {name: measures for name, measures in curves.items() if measures}
    if not drawn:
        return ""
    points = min(PUBLISHED_POINTS, *(len(measures) for measures in drawn.values()))
    shares = ", ".join(
        f"{_said(measures[points - 1].value)} ({name})" for name, measures in drawn.items()
    )
    return ngettext(
        "Avec {points} moment connu, la part d’élèves seuls à l’avoir vécu : {shares}.",
        "Avec {points} moments connus, la part d’élèves seuls à les avoir vécus : {shares}.",
        points,
    ).format(points=points, shares=shares)


def _said(part: float) -> str:
    """Write a share; a few are never 0 %, nor nearly all 100 %."""
    return share(round(part * 1_000_000), 1_000_000)


def figure(curves: Curves, width: float = 9.4, height: float = 4.2) -> Figure:
    """Draw the curves and the published point.

    Parameters
    ----------
    curves : mapping of str to sequence of Measure
        For each name, at most four of them, the measures with one known moment, two, and so on, as
        ``Moments.unicity`` gives them. An empty sequence keeps its place in the legend.
    width, height : float
        Size in inches, at 100 points an inch on the screen.

    Returns
    -------
    matplotlib.figure.Figure
        A figure of its own, made without pyplot.
    """
    drawing = Drawing(*_numbers(curves), figsize=(width, height), facecolor=look.PAPER)
    axes = drawing.add_axes(
        (0.75 / width, 0.62 / height, 1 - (1 + LEGEND) / width, 1 - 1.02 / height)
    )
    axes.set_facecolor(look.WHITE)
    most = max([PUBLISHED_POINTS + 1, *(len(measures) for measures in curves.values())])
    for (name, measures), (paint, line, marker) in zip(curves.items(), _STYLES, strict=False):
        axes.plot(
            range(1, len(measures) + 1), [100 * measure.value for measure in measures],
            color=paint, linestyle=line, marker=marker, linewidth=2.4, markersize=8, label=name,
            clip_on=False, zorder=3,
        )  # fmt: skip
    axes.plot(
        [PUBLISHED_POINTS], [100 * PUBLISHED_SHARE], linestyle="", marker="*", markersize=19,
        markerfacecolor=look.WHITE, markeredgecolor=look.INK, markeredgewidth=1.6, zorder=4,
        label=_published(),
    )  # fmt: skip
    axes.set_xlim(0.8, most + 0.2)
    axes.set_ylim(0, 104)
    axes.set_xticks(range(1, most + 1))
    axes.set_yticks(range(0, 101, 25), [percent(part / 100) for part in range(0, 101, 25)])
    axes.tick_params(labelsize=13, colors=look.INK)
    axes.grid(axis="y", color=look.WEEKEND, linewidth=1)
    axes.set_xlabel(_("moments connus"), fontsize=13, color=look.INK)
    axes.set_title(
        _("Élèves seuls à les avoir vécus"), loc="left", fontsize=13, color=look.INK, pad=9
    )
    axes.legend(
        loc="center left", bbox_to_anchor=(1.02, 0.5), fontsize=12, frameon=False,
        labelcolor=look.INK, labelspacing=0.9, handlelength=2.6,
    )  # fmt: skip
    for spine in axes.spines.values():
        spine.set_color(look.STONE_TEXT)
    return drawing


def _numbers(curves: Curves) -> list[Numbers]:
    longest = max(map(len, curves.values()), default=0)
    if not longest:
        return []
    published = _published().replace("\n", " ")
    rows = tuple(
        (
            number(points),
            *(
                _said(measures[points - 1].value) if points <= len(measures) else "–"
                for measures in curves.values()
            ),
        )
        for points in range(1, longest + 1)
    )
    caption = _("Élèves seuls à les avoir vécus ; {published} ({points} moments)").format(
        published=published, points=PUBLISHED_POINTS
    )
    return [Numbers(caption, (_("moments connus"), *curves), rows)]


def _published() -> str:
    return _("publié en 2013 : {part},\nsur {people} million de téléphones").format(
        part=percent(PUBLISHED_SHARE), people=number(PUBLISHED_PEOPLE / 1e6, 1)
    )
