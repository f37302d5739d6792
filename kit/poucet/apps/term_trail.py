"""A term's trail kept small for the board: each pupil's lines, and who was there at each moment."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from poucet.apps.record_lines import lesson_school
from poucet.attacks import unicity
from poucet.exports.term import FIRST_MONDAY
from poucet.i18n import day

if TYPE_CHECKING:
    from poucet.school import School

WEEKS = 12
SLOT = 3600  # seconds: a moment is known to the hour
AT_SCHOOL, ON_THE_MOVE, AT_HOME = range(3)  # what a passer-by knows of where a pupil was
WHERES = 3
POINTS = 4


@dataclass(frozen=True, order=True)
class Moment:
    """An hour of the term in which somebody saw a pupil connected, and where.

    Attributes
    ----------
    slot : int
        Number of the hour since Monday 7 September 2026, at midnight.
    where : int
        `AT_SCHOOL`, `ON_THE_MOVE` or `AT_HOME`.
    """

    slot: int
    where: int


@dataclass(frozen=True, eq=False)
class TermTrail:
    """The lines of a term, pupil by pupil.

    Attributes
    ----------
    size : int
        Pupils.
    begins : ndarray of int, shape (size + 1,)
        The lines of avatar i go from ``begins[i - 1]`` to ``begins[i]``.
    time : ndarray of int32
        Seconds since Monday 7 September 2026.
    codes : dict of str to ndarray
        ``verb``, ``object``, ``device``, ``ip`` and ``place``, as ranks in `categories`.
    categories : dict of str to ndarray of object
        The texts.
    crowds : ndarray of int32
        One number for each pupil at each moment, ascending: the moment times `size`, plus the
        pupil's rank from 0.
    score : ndarray of float32
        The share of right answers of each line; nan where nothing was answered.
    """

    size: int
    begins: np.ndarray
    time: np.ndarray
    codes: dict[str, np.ndarray]
    categories: dict[str, np.ndarray]
    crowds: np.ndarray
    score: np.ndarray
    starts: np.datetime64 = FIRST_MONDAY

    def lines(self, pupil: int) -> dict[str, np.ndarray]:
        """Give the lines of one pupil, as columns of a table; ``time`` is datetime64[s]."""
        here = slice(*self.begins[pupil - 1 : pupil + 1])
        time = self.starts.astype("datetime64[s]") + self.time[here].astype("timedelta64[s]")
        return {"time": time} | {
            name: self.categories[name][codes[here]] for name, codes in self.codes.items()
        }

    def events(self) -> dict[str, np.ndarray]:
        """Give all lines as columns: ``pupil``, ``time`` and the rank of the ``place``."""
        return {
            "pupil": np.repeat(np.arange(1, self.size + 1), np.diff(self.begins)),
            "time": self.starts.astype("datetime64[s]") + self.time.astype("timedelta64[s]"),
            "place": self.codes["place"],
        }

    def count(self, pupil: int) -> int:
        """Give how many lines a pupil left."""
        return int(self.begins[pupil] - self.begins[pupil - 1])

    def known_moments(self, pupil: int, draw: int = 0) -> list[Moment]:
        """Draw four different moments of a pupil, in order of time."""
        moments = self.crowds // self.size
        own = moments[self.crowds - moments * self.size == pupil - 1]
        turns = np.random.Generator(np.random.PCG64([draw, pupil])).random(len(own))
        chosen = np.sort(own[np.argsort(turns, kind="stable")[:POINTS]])
        return [Moment(*divmod(int(key), WHERES)) for key in chosen]

    def share_alone(self) -> float:
        """Give the share of pupils whom as many moments drawn at random leave alone."""
        pupil = self.crowds % self.size
        moments = {"pupil": pupil, "moment": self.crowds // self.size}
        return unicity(moments, POINTS, what="moment", resolution=None).value

    def who_fits(self, moments: list[Moment]) -> np.ndarray:
        """Give the avatars of those who were there at all of some moments, ascending."""
        left = np.arange(self.size)
        for moment in moments:
            key = (moment.slot * WHERES + moment.where) * self.size
            low, high = np.searchsorted(self.crowds, [key, key + self.size])
            left = np.intersect1d(left, self.crowds[low:high] - key)
        return left + 1


@cache
def term_trail() -> TermTrail:
    """Give the trail of the lesson's school; the first call draws it."""
    return sorted_trail(lesson_school())


def sorted_trail(school: School, weeks: int = WEEKS) -> TermTrail:
    """Draw a school's trail and put it in order for the board."""
    from poucet.exports.trail import trail_columns

    columns, categories = trail_columns(school, weeks)
    del columns["duration"]
    pupil = columns.pop("pupil") - np.int32(1)
    time = (columns.pop("time") - FIRST_MONDAY.astype("datetime64[s]")).astype(np.int32)
    where = np.array([_where(place) for place in categories["place"].tolist()], np.int32)
    # 15 weeks of hours in three places fit in 31 bits, for as many pupils as 15 bits count
    key = (time // SLOT * WHERES + where[columns["place"]]) * np.int32(school.size) + pupil
    crowds = np.unique(key)
    del key
    order = np.argsort(pupil.astype(np.int16), kind="stable")
    return TermTrail(
        size=school.size,
        begins=np.concatenate([[0], np.cumsum(np.bincount(pupil, minlength=school.size))]),
        time=time[order],
        codes={name: columns.pop(name)[order] for name in categories},
        categories=categories,
        crowds=crowds,
        score=columns.pop("score")[order].astype(np.float32),
    )


def without_year(date: np.datetime64) -> str:
    """Write a day of the term as one says it: ``15 septembre``."""
    return day(date.astype("datetime64[D]").astype(datetime.date)).rsplit(" ", 1)[0]


def _where(place: str) -> int:
    """Say what kind of place a network is, as somebody who saw the pupil there knows it."""
    from poucet.exports.networks import OPERATORS, SCHOOL

    if place.startswith(f"{SCHOOL}."):
        return AT_SCHOOL
    return ON_THE_MOVE if place.startswith(OPERATORS) else AT_HOME
