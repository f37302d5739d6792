"""Damage against usefulness: what a protection takes from whoever attacks, and from whoever works.

A school turns one button: k, the size of the smallest group, or ε, what an answer may cost. On one
side what somebody can still learn about a pupil, on the other what the table is still good for.
Both go down together: there is no free lunch. Two curves say it, told apart by line and marker as
well as by colour; a grey bar stands where the button is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from poucet.attacks.keys import pack
from poucet.attacks.table import choose_sensitive, open_table, read
from poucet.errors import PoucetError
from poucet.figures import look
from poucet.figures.curve_names import name_ends
from poucet.figures.numbers import Drawing, Numbers
from poucet.i18n import N_, number, percent
from poucet.i18n import gettext as _
from poucet.protect import k_anonymise

NAMES = 2.7  # inches kept on the right for the names of the curves

# The name of the button, what damage and usefulness measure, and the sentence.
_WORDS = {
    "k": (
        N_("k : chacun se confond avec k − 1 autres au moins"),
        N_("les élèves dont la réponse est connue à coup sûr"),
        N_("ce que les cases de la table disent encore"),
        N_("{at} : la réponse de {damage} des élèves est connue à coup sûr, et la table garde "
           "{usefulness} de ses détails."),
    ),
    "epsilon": (
        N_("ε : ce que la réponse coûte"),
        N_("la chance de deviner un élève (pile ou face : 50 %)"),
        N_("les réponses justes à {near} près"),
        N_("{at} : qui connaît tous les autres élèves devine juste pour le dernier "
           "{damage} du temps au mieux (pile ou face : 50 %), et la "
           "réponse est juste à {near} près {usefulness} du temps."),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One position of the button.

    Attributes
    ----------
    at : float
        k, or ε.
    damage, usefulness : float
        Shares, from 0 to 1.
    """

    at: float
    damage: float
    usefulness: float


@dataclass(frozen=True)
class TradeOff:
    """Both shares at each position of a button.

    Attributes
    ----------
    button : {"k", "epsilon"}
        Which.
    steps : tuple of Step
        Ascending.
    near : float
        With ε: how near the truth an answer must fall to be right, as a share of it.
    """

    button: str
    steps: tuple[Step, ...]
    near: float = 0.0

    def step(self, at: float) -> Step:
        """Give the step where the button stands.

        Raises
        ------
        poucet.errors.PoucetError
            If it is none of them.
        """
        for step in self.steps:
            if step.at == at:
                return step
        raise PoucetError(
            _("La courbe n’a pas de point à {at} : choisissez {known}.").format(
                at=at, known=", ".join(_at(step.at) for step in self.steps)
            )
        )


def known_for_sure(frame: Any, by: Iterable[Any], secret: Any) -> np.ndarray:
    """Tell whose secret is certain: everybody of the same class of equivalence shares it.

    Parameters
    ----------
    frame : table
        pandas, Polars or Arrow table, or a dictionary of columns, one row a person.
    by : iterable of str
        What is known of a person.
    secret : str
        The column that one would like to know.

    Returns
    -------
    ndarray of bool, shape (rows,)

    Examples
    --------
    >>> pupils = {"sex": ["F", "F", "M", "M"], "short": ["yes", "yes", "yes", "no"]}
    >>> known_for_sure(pupils, ["sex"], "short").tolist()
    [True, True, False, False]
    """
    table = open_table(frame)
    names = choose_sensitive(table, by, secret)
    columns, rows = read(table, [*names, secret])
    group = np.unique(pack(columns[:-1], rows)[0], return_inverse=True)[1]
    value = np.unique(pack(columns[-1:], rows)[0], return_inverse=True)[1]
    least = np.full(group.max() + 1, rows)
    most = np.zeros(group.max() + 1, np.int64)
    np.minimum.at(least, group, value)
    np.maximum.at(most, group, value)
    return (least == most)[group]


def by_k(
    frame: Any, by: Iterable[Any], secret: Any, ks: Iterable[int], suppress: float = 0.05
) -> TradeOff:
    """Protect a table with each k, and measure what is known and what is kept.

    Parameters
    ----------
    frame, by, suppress
        As for `poucet.protect.k_anonymise`.
    secret : str
        What one would like to know of a pupil.
    ks : iterable of int
        The values of k, ascending.

    Returns
    -------
    TradeOff
        Damage: share of all the pupils whose secret is certain for whoever knows the columns
        ``by``. Usefulness: 1 − NCP, the mean share of its column that a cell no longer covers.
    """
    names = list(by)
    steps = []
    for k in ks:
        found = k_anonymise(frame, names, k, suppress=suppress)
        sure = int(known_for_sure(found.frame, names, secret).sum())
        steps.append(Step(k, sure / found.rows, 1 - found.loss.ncp))
    return TradeOff("k", tuple(steps))


def by_epsilon(count: int, epsilons: Iterable[float], near: float = 0.05) -> TradeOff:
    """Work out, from the law of the noise, what one answer at each ε tells and is worth.

    Parameters
    ----------
    count : int
        The true answer: how many pupils.
    epsilons : iterable of float
        The values of ε, ascending.
    near : float
        How near the truth an answer must fall to be right, as a share of it.

    Returns
    -------
    TradeOff
        Damage: whoever knows every pupil but one, and would otherwise guess that one by the toss of
        a coin, is right with a probability of at most e^ε / (1 + e^ε). Usefulness: probability that
        discrete Laplace noise of scale 1/ε is at most ``near`` × ``count``.

    Examples
    --------
    >>> step = by_epsilon(228, [0.1]).steps[0]
    >>> round(step.damage, 3), round(step.usefulness, 3)
    (0.525, 0.684)
    """
    most = math.floor(near * count)
    steps = []
    for epsilon in epsilons:
        a = math.exp(-epsilon)
        steps.append(Step(epsilon, 1 / (1 + a), 1 - 2 * a ** (most + 1) / (1 + a)))
    return TradeOff("epsilon", tuple(steps), near)


def sentence(found: TradeOff, at: float) -> str:
    """Say in words where the button stands: it is also the picture's text alternative.

    Parameters
    ----------
    found : TradeOff
        From `by_k` or `by_epsilon`.
    at : float
        Where the button is, one of its steps.

    Raises
    ------
    poucet.errors.PoucetError
        If it is none of them.
    """
    step = found.step(at)
    letter = "k" if found.button == "k" else "ε"
    return _(_WORDS[found.button][3]).format(
        at=f"{letter} = {_at(at)}",
        damage=percent(step.damage),
        usefulness=percent(step.usefulness),
        near=percent(found.near),
    )


def figure(found: TradeOff, at: float, width: float = 8.6, height: float = 3.6) -> Figure:
    """Draw the two curves and where the button stands.

    Parameters
    ----------
    found : TradeOff
        From `by_k` or `by_epsilon`, with two steps at least.
    at : float
        Where the button is, one of its steps.
    width, height : float
        Size in inches, at 100 points an inch on the screen.

    Returns
    -------
    matplotlib.figure.Figure
        A figure of its own, made without pyplot.

    Raises
    ------
    poucet.errors.PoucetError
        If the button stands nowhere on the curves.
    """
    here = found.steps.index(found.step(at))
    axis, damage, usefulness, _said = (
        _(words).format(near=percent(found.near), at="", damage="", usefulness="")
        for words in _WORDS[found.button]
    )
    numbers = Numbers(
        _("Dégâts et utilité selon le réglage"),
        (axis, _("dégâts"), _("utilité")),
        tuple(
            (_at(step.at), percent(step.damage), percent(step.usefulness)) for step in found.steps
        ),
    )
    drawing = Drawing(numbers, figsize=(width, height), facecolor=look.PAPER)
    axes = drawing.add_axes(
        (0.8 / width, 0.62 / height, 1 - (0.9 + NAMES) / width, 1 - 0.95 / height)
    )
    axes.set_facecolor(look.WHITE)
    axes.axvline(here, color=look.STONE_TEXT, linewidth=3)
    curves = (
        (_("dégâts"), damage, [step.damage for step in found.steps], look.EMBER, "-", "o"),
        (_("utilité"), usefulness, [step.usefulness for step in found.steps],
         look.FOREST, "--", "s"),
    )  # fmt: skip
    places = range(len(found.steps))
    ends = []
    for name, means, shares, paint, line, marker in curves:
        axes.plot(
            places, [100 * one for one in shares], color=paint, linestyle=line, marker=marker,
            linewidth=2.4, markersize=8, clip_on=False, zorder=3,
        )  # fmt: skip
        ends.append((100 * shares[-1], name, means, paint))
    right = len(found.steps) - 0.6
    name_ends(axes, ends, right)
    axes.set_xlim(-0.4, right)
    axes.set_ylim(0, 104)
    axes.set_xticks(list(places), [_at(step.at) for step in found.steps])
    axes.set_yticks(range(0, 101, 25), [percent(part / 100) for part in range(0, 101, 25)])
    axes.tick_params(labelsize=13, colors=look.INK)
    axes.grid(axis="y", color=look.WEEKEND, linewidth=1)
    axes.set_xlabel(axis, fontsize=13, color=look.INK)
    for spine in axes.spines.values():
        spine.set_color(look.STONE_TEXT)
    return drawing


def _at(value: float) -> str:
    """Write k or ε with the digits it has."""
    digits = len(f"{value:g}".partition(".")[2])
    return number(value, digits)
