"""Unicity: how few known points of a trail are enough to point at one person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from poucet.attacks.moments import Moments
from poucet.results import Result


def unicity(
    trail: Any,
    points: int = 4,
    who: str = "pupil",
    what: str | Iterable[str] = ("time", "place"),
    resolution: Any = "1h",
    seed: int = 0,
) -> Result:
    """Measure how many people a few known moments single out in a trail without names.

    Someone holds a trail: one line an event, a number for each pupil, no name. They also know a few
    moments of Léa's life, because they sat beside her, read her messages or saw her pictures: at
    the library on Monday at ten, at home on Tuesday at eight… Success is that only one number in
    the trail was there each time. It is Léa's, and all the rest of its lines with it.

    A moment is a combination of the columns in ``what``, however often it occurs. For each person
    ``points`` of their distinct moments are drawn at random. Somebody with fewer moments is known
    by all those they have; somebody with none fits everybody and is not singled out. A line with a
    gap in ``what`` is no moment, and a line that does not say whose it is counts for nobody.

    Parameters
    ----------
    trail : table
        One row an event: pandas, Polars, Arrow, or a dictionary of columns; or a `Moments`, which
        answers a second question faster (``who``, ``what`` and ``resolution`` are then its own).
    points : int
        How many moments are known.
    who : str
        The column of people's numbers.
    what : str or iterable of str
        The columns that make a moment.
    resolution : str, float, mapping or None
        How finely the dates among these columns are known: ``"30s"``, ``"10min"``, ``"1h"``,
        ``"1d"``, ``"1w"`` or a number of seconds; None leaves all as it is. To coarsen other
        columns, a mapping from a column's name to its own resolution: a step, a mapping from a
        place to a wider one, or a function of one place.
    seed : int
        Of the draw. The first moments drawn are the same for every number of points.

    Returns
    -------
    poucet.results.Result
        The share of people singled out, its 95 % interval (Wilson), and what naming a person at
        random reaches.

    Raises
    ------
    poucet.errors.PoucetError
        If the trail is empty or none, a column is unknown, or a resolution does not suit it.

    Notes
    -----
    Y.-A. de Montjoye, C. Hidalgo, M. Verleysen, V. Blondel, “Unique in the Crowd: the privacy
    bounds of human mobility”, Scientific Reports 3, 1376 (2013): 1.5 million people, one place an
    hour, four points, 95 %.

    Examples
    --------
    >>> trail = {
    ...     "pupil": [1, 1, 2, 2, 3, 3],
    ...     "time": [8, 9, 8, 9, 8, 10],
    ...     "place": ["lycée", "lycée", "lycée", "lycée", "lycée", "maison"],
    ... }
    >>> round(unicity(trail, points=2, resolution=None).value, 2)
    0.33
    >>> by_name = {"place": {"maison": "dehors"}, "time": 24}
    >>> unicity(trail, points=1, resolution=by_name).better_than_chance
    False
    """
    ready = trail if isinstance(trail, Moments) else Moments(trail, who, what, resolution)
    return ready.unicity(points, seed)
