"""Noise: a count, a mean or a histogram told with just enough doubt to cover each person."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import number
from poucet.labels import label
from poucet.protect.people import People, read_people
from poucet.protect.privacy_budget import Budget, written

if TYPE_CHECKING:
    from opendp.mod import Measurement

DOUBT = 0.05  # intervals hold the value without noise 95 times in 100
STEPS = 1 << 16  # a mean is made of whole steps, this many from the middle of its range to an end


@dataclass(frozen=True)
class NoisyNumber:
    """A number told with noise.

    Attributes
    ----------
    value : float
        The number told: whole for a count, which may then be below zero.
    interval : tuple of float
        Where the number without noise lies, at least 95 times in 100. It says nothing of chance in
        the data themselves.
    epsilon : float
        What the whole answer cost.
    """

    value: float
    interval: tuple[float, float]
    epsilon: float

    def __str__(self) -> str:
        digits = 0 if isinstance(self.value, int) else 3
        low, high = (number(bound, digits) for bound in self.interval)
        return _(
            "{value}, avec du bruit (sans bruit, entre {low} et {high}, 95 fois sur 100 ; coût :"
            " ε = {epsilon})."
        ).format(
            value=number(self.value, digits), low=low, high=high, epsilon=written(self.epsilon)
        )


@dataclass(frozen=True)
class NoisyCells:
    """Numbers told with noise, one for each value of a column.

    Attributes
    ----------
    by : hashable
        The column.
    cells : dict of value to NoisyNumber
        In the order in which the values were given. Each person is in one cell at most, so the
        cells together cost what one costs.
    epsilon : float
        What the whole answer cost.
    """

    by: Any
    cells: dict[Any, NoisyNumber]
    epsilon: float

    def __str__(self) -> str:
        digits = 0 if all(isinstance(cell.value, int) for cell in self.cells.values()) else 3
        listed = ", ".join(
            _("{value} : {number}").format(value=value, number=number(cell.value, digits))
            for value, cell in self.cells.items()
        )
        return _("Selon « {by} », avec du bruit : {listed} (coût : ε = {epsilon}).").format(
            by=label(str(self.by)), listed=listed, epsilon=written(self.epsilon)
        )


def add_noise(
    frame: Any,
    budget: Budget,
    epsilon: float,
    *,
    by: Any = None,
    values: Iterable[Any] | None = None,
    mean: Any = None,
    low: float | None = None,
    high: float | None = None,
    person: Any = None,
) -> NoisyNumber | NoisyCells:
    """Answer a question about a table with noise, and charge it to the budget.

    The school holds the table; someone outside asks how many, or how much on average. They may know
    every pupil but one. The noise, drawn by OpenDP, is such that the answer would have been almost
    as likely without that one pupil: success, for the school, is that nothing certain can be said
    about anyone, while the answer stays good for a crowd.

    Parameters
    ----------
    frame : table
        pandas, Polars or Arrow table, or a dictionary of columns.
    budget : Budget
        Where the cost is charged; nothing is answered when it cannot pay.
    epsilon : float
        The cost: the smaller, the more noise.
    by : str, optional
        Answer for each value of this column rather than for all.
    values : iterable, optional
        The values of ``by``, which must be known beforehand and not looked up in the table: that a
        rare value occurs at all would tell on whoever has it. Other values are not counted.
    mean : str, optional
        Tell the mean of this column of numbers rather than how many people there are. Missing
        numbers are left out.
    low, high : float, optional
        The bounds of ``mean``, known beforehand too; what lies outside is brought back to them.
    person : str, optional
        The column that says who each row is about, if one has several rows (a trail): each person
        then counts once, with the mean of the rows. Left out, every row is a person.

    Returns
    -------
    NoisyNumber or NoisyCells
        The latter with ``by``.

    Raises
    ------
    poucet.errors.PoucetError
        If the budget cannot pay, or a column, value or bound is missing or wrong.

    Notes
    -----
    Two tables are neighbours if one has one person more. A count then changes by 1 at most and a
    histogram in one cell; the noise is discrete Laplace of scale 1/ε (OpenDP's ``make_laplace`` on
    whole numbers, pure ε-differential privacy). A mean spends half of ε on the sum of distances
    from the middle of the bounds, counted in whole steps, and half on the count.

    OpenDP takes its chance from the machine's secure source, and nobody can seed it: that is part
    of its promise, for whoever knows the seed can take the noise away. So two calls give two
    answers. For a picture that must be the same twice, see `poucet.protect.noise_picture`.

    Examples
    --------
    >>> budget = Budget(1)
    >>> pupils = {"sex": ["F"] * 550 + ["M"] * 550, "mark": [12.0] * 1100}
    >>> told = add_noise(pupils, budget, 0.5, by="sex", values=["F", "M"])
    >>> list(told.cells)
    ['F', 'M']
    >>> told = add_noise(pupils, budget, 0.5, mean="mark", low=0, high=20)
    >>> 11 < told.value < 13
    True
    >>> budget.left  # one more question would be refused
    0.0
    """
    if not isinstance(budget, Budget):
        raise PoucetError(
            _("L’argument budget attend un budget, par exemple Budget(1), et non {value}.").format(
                value=repr(budget)
            )
        )
    asked = read_people(frame, by, values, mean, low, high, person)
    budget.spend(epsilon, _question(by, mean))
    told = (_counts if mean is None else _means)(asked, float(epsilon))
    if by is None:
        return told[0]
    return NoisyCells(by, dict(zip(asked.values, told, strict=True)), float(epsilon))


def _question(by: Any, mean: Any) -> str:
    """Say what was asked, for the budget's list."""
    asked = _("combien") if mean is None else _("moyenne de « {name} »").format(name=mean)
    return asked if by is None else _("{asked}, selon « {by} »").format(asked=asked, by=by)


def _counts(people: People, epsilon: float) -> list[NoisyNumber]:
    told, scale = _with_noise(people.counts(), 1, epsilon)
    margin = _margin(scale, DOUBT)
    return [NoisyNumber(n, (n - margin, n + margin), epsilon) for n in told]


def _means(people: People, epsilon: float) -> list[NoisyNumber]:
    """Divide a noisy sum by a noisy count; each is off by its margin at most 2.5 % of the time."""
    sums, sum_scale = _with_noise(people.sums(STEPS), STEPS, epsilon / 2)
    counts, count_scale = _with_noise(people.counts(), 1, epsilon / 2)
    sum_margin, margin = _margin(sum_scale, DOUBT / 2), _margin(count_scale, DOUBT / 2)
    told = []
    for total, count in zip(sums, counts, strict=True):
        fewest, most = max(count - margin, 1), max(count + margin, 1)
        ends = [(total + side) / n for side in (-sum_margin, sum_margin) for n in (fewest, most)]
        value = people.at(total / max(count, 1) / STEPS)
        interval = people.at(min(ends) / STEPS), people.at(max(ends) / STEPS)
        told.append(NoisyNumber(value, interval, epsilon))
    return told


def _with_noise(exact: np.ndarray, change: int, epsilon: float) -> tuple[list[int], float]:
    """Add noise to whole numbers that one person changes by `change` at most, all together."""
    measurement, scale = laplace(change, epsilon)
    return measurement(exact.tolist()), scale


def laplace(change: int, epsilon: float) -> tuple[Measurement, float]:
    """Make OpenDP's measurement of a list of whole numbers.

    Parameters
    ----------
    change : int
        By how much one person can change the numbers, summed over the list (L1 distance).
    epsilon : float
        What the measurement may cost.

    Returns
    -------
    measurement : opendp.mod.Measurement
        Its own proven map promises no more than ε: ``measurement.map(change) <= epsilon``.
    scale : float
        The scale of the noise.
    """
    # Imported here, and by name: opendp.prelude would load all it finds, 200 MB.
    from opendp.domains import atom_domain, vector_domain
    from opendp.measurements import make_laplace
    from opendp.metrics import l1_distance
    from opendp.mod import enable_features

    enable_features("contrib")  # OpenDP's word for parts whose proofs are still under review
    domain, metric = vector_domain(atom_domain(T="i64")), l1_distance(T="i64")
    scale = change / epsilon
    measurement = make_laplace(domain, metric, scale=scale)
    while measurement.map(change) > epsilon:  # the quotient was rounded down, or the map up
        scale = math.nextafter(scale, math.inf)
        measurement = make_laplace(domain, metric, scale=scale)
    return measurement, scale


def _margin(scale: float, doubt: float) -> int:
    """Give the distance that noise exceeds with a probability of at most `doubt`."""
    from opendp.accuracy import discrete_laplacian_scale_to_accuracy

    # OpenDP gives a with P(|noise| ≥ a) ≤ doubt: noise is whole, so it exceeds ⌈a⌉ − 1 as rarely.
    return max(math.ceil(discrete_laplacian_scale_to_accuracy(scale, doubt)) - 1, 0)
