"""A trail in order: who was there at each moment, and how many are alone in having several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from poucet.attacks.cells import DATE, Cells, read_cells
from poucet.attacks.codes import Codes
from poucet.attacks.groups import sort_keys
from poucet.attacks.keys import pack, renumber
from poucet.attacks.resolution import coarsened
from poucet.attacks.table import choose, open_table
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import ngettext
from poucet.results import Result, wilson

_WIDE = 1 << 64
_DENSE = 256  # a crowd of more than one person in 256 is kept as bits
_AT_ONCE = 1 << 20  # suspects looked at together, whatever the size of the trail


class Moments:
    """A trail made ready for questions: who was there at each moment, and each one's moments.

    The first question about a trail pays for the sorting; the next ones, with another number of
    points or another seed, look up what is already in order.

    Parameters
    ----------
    trail : table
        One row an event: pandas, Polars, Arrow, or a dictionary of columns.
    who, what, resolution
        As in `poucet.attacks.unicity`.

    Attributes
    ----------
    people : int
        How many people the trail follows.
    distinct : numpy.ndarray of int64
        How many distinct moments each has, in the order of their names or numbers.

    Examples
    --------
    >>> trail = {"pupil": [1, 1, 2, 2], "time": [8, 9, 8, 10], "place": ["a", "a", "a", "b"]}
    >>> ready = Moments(trail, resolution=None)
    >>> ready.unicity(points=2).value
    1.0
    """

    def __init__(
        self,
        trail: Any,
        who: str = "pupil",
        what: str | Iterable[str] = ("time", "place"),
        resolution: Any = "1h",
    ) -> None:
        table = open_table(trail)
        choose(table, [who], "who")
        names = choose(table, what, "what")
        (people, *columns), rows = read_cells(table, [who, *names])
        codes = [
            coarsened(column, name, step)
            for column, name, step in zip(
                columns, names, _steps(columns, names, resolution), strict=True
            )
        ]
        self._index(people, columns, codes, rows)

    def _index(self, people: Cells, columns: list[Cells], codes: list[Codes], rows: int) -> None:
        """Sort the events twice: by moment, then by person."""
        named = None if people.missing is None else ~people.missing
        person = _only(people.codes(), named)
        if not len(person.values):
            raise PoucetError(_("Aucune ligne de la trace ne dit de qui elle vient."))
        person = renumber(person)
        moment = Codes(*_keys([_only(code, named) for code in codes], len(person.values)))
        whole = _whole(columns, named)
        self.people = person.size
        who, when = _only(person, whole), _only(moment, whole)
        if when.size * self.people > _WIDE:
            when = renumber(when)
        key, _bound = pack([who, when], len(who.values))
        sort_keys(key)
        new = np.ones(len(key), np.bool_)
        np.not_equal(key[1:], key[:-1], out=new[1:])
        key = key[new]
        moments = key // key.dtype.type(self.people)
        present = key - moments * key.dtype.type(self.people)
        # By moment: who was there. begin and end bound the crowd of the event's own moment.
        self._present = present.astype(np.int32)
        first = np.ones(len(key) + 1, np.bool_)
        np.not_equal(moments[1:], moments[:-1], out=first[1:-1])
        starts = np.flatnonzero(first)
        self._starts = starts
        self._number = np.cumsum(first[:-1], dtype=np.int32) - np.int32(1)
        # By person: where each of their moments stands above, in the order of the moments.
        bits = np.uint64(max(len(key).bit_length(), 1))
        both = (self._present.astype(np.uint64) << bits) | np.arange(len(key), dtype=np.uint64)
        sort_keys(both)
        self._own = (both & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int32)
        self.distinct = np.bincount(self._present, minlength=self.people)
        self._first = np.concatenate([[0], np.cumsum(self.distinct)])

    def unicity(self, points: int = 4, seed: int = 0) -> Result:
        """Give the share of people whose known moments fit nobody else.

        See `poucet.attacks.unicity` for the scene and the arguments.
        """
        if isinstance(points, bool) or not isinstance(points, int | np.integer) or points < 1:
            raise PoucetError(
                _(
                    "L’argument points attend un nombre entier de moments, au moins 1, et non"
                    " {value}."
                ).format(value=repr(points))
            )
        alone = int(self.alone(int(points), seed).sum())
        return Result(
            value=alone / self.people,
            interval=wilson(alone, self.people),
            baseline=1 / self.people,
            unit=ngettext(
                "des personnes sont les seules à avoir vécu leur moment connu",
                "des personnes sont les seules à avoir vécu leurs {points} moments connus",
                points,
            ).format(points=points),
        )

    def alone(self, points: int = 4, seed: int = 0) -> np.ndarray:
        """Tell whose known moments fit nobody else: bool, in the order of names or numbers."""
        return self._alone(self._draw(points, seed))

    def _draw(self, points: int, seed: int) -> np.ndarray:
        """Draw moments of each person without putting any back.

        Returns
        -------
        numpy.ndarray of int64, shape (points, people)
            Their places in the list by moment; −1 for who has no more. The first rows are the same
            for every number of points, so one more moment can only tell more.
        """
        generator = np.random.Generator(np.random.PCG64(seed))
        rounds = min(points, int(self.distinct.max(initial=0)))
        ranks = np.empty((rounds, self.people), np.int64)
        for turn in range(rounds):
            left = self.distinct - turn
            rank = (generator.random(self.people) * left).astype(np.int64)
            # The rank counts the moments not drawn yet: step over the others, in ascending order.
            for earlier in np.sort(ranks[:turn], axis=0):
                rank += rank >= earlier
            rank[left <= 0] = np.iinfo(np.int64).max >> 1
            ranks[turn] = rank
        known = ranks < self.distinct
        places = np.where(known, self._first[:-1] + ranks, 0)
        return np.where(known, self._own[places], -1) if len(self._own) else places - 1

    def _alone(self, drawn: np.ndarray) -> np.ndarray:
        """Tell for each person whether nobody else was at all their drawn moments."""
        alone = np.zeros(self.people, np.bool_)
        if not len(drawn) or not len(self._own):
            return alone | (self.people == 1)
        known = drawn >= 0
        moment = self._number[drawn]
        size = self._starts[moment + 1] - self._starts[moment]
        crowd = np.where(known, size, np.iinfo(np.int64).max)
        rarest = crowd.argmin(axis=0)
        everyone = np.arange(self.people)
        crowd = np.where(known.any(axis=0), crowd[rarest, everyone], 0)
        alone[:] = known.any(axis=0) | (self.people == 1)
        # With one known moment, whoever else was there is a double: nobody need be looked at.
        single = known.sum(axis=0) == 1
        alone &= ~single | (crowd == 1)
        crowd = np.where(single, 0, crowd)
        crowded = crowd > self.people // _DENSE
        todo = np.flatnonzero(crowded)
        alone[todo] = self._alone_in_crowds(moment[:, todo], known[:, todo])
        own = drawn[rarest, everyone]  # their own place in the smallest crowd: suspects follow it
        start = self._starts[moment[rarest, everyone]]
        todo, step, tried = np.flatnonzero((crowd > 1) & ~crowded), 4, 1
        while len(todo):
            step = min(step, max(_AT_ONCE // len(todo), 1))
            guilty = self._has_double(todo, own, start, crowd, tried, step, drawn, moment, rarest)
            alone[guilty] = False
            tried += step
            step *= 4
            todo = todo[alone[todo] & (crowd[todo] > tried)]
        return alone

    def _alone_in_crowds(self, moment: np.ndarray, known: np.ndarray) -> np.ndarray:
        """Tell who is alone where all crowds are large: one bit a person and a moment, and “and”.

        Such moments are few: the bits take at most 32 bytes for each moment of each person.
        """
        used, row = np.unique(np.where(known, moment, -1), return_inverse=True)
        row = row.reshape(moment.shape)
        words = -(-self.people // 64)
        bits = np.zeros((len(used), 8 * words), np.uint8)
        for place, number in enumerate(used):
            present = np.zeros(64 * words, np.bool_)
            if number < 0:  # nothing is known: it fits everybody
                present[:] = True
            else:
                present[self._present[self._starts[number] : self._starts[number + 1]]] = True
            bits[place] = np.packbits(present)
        table = bits.view(np.uint64)
        alone = np.zeros(moment.shape[1], np.bool_)
        block = max(_AT_ONCE // (8 * words), 1)
        for start in range(0, len(alone), block):
            rows = row[:, start : start + block]
            common = table[rows[0]]
            for turn in rows[1:]:
                common &= table[turn]
            alone[start : start + block] = np.bitwise_count(common).sum(axis=1, dtype=int) == 1
        return alone

    def _has_double(
        self,
        todo: np.ndarray,
        own: np.ndarray,
        start: np.ndarray,
        crowd: np.ndarray,
        tried: int,
        step: int,
        drawn: np.ndarray,
        moment: np.ndarray,
        rarest: np.ndarray,
    ) -> np.ndarray:
        """Look at the next suspects in each one's smallest crowd; give whom one of them doubles."""
        count = np.minimum(crowd[todo] - tried, step)
        person = np.repeat(todo, count)
        offset = np.arange(len(person)) - np.repeat(np.cumsum(count) - count, count) + tried
        place = start[person] + (own[person] - start[person] + offset) % crowd[person]
        suspect = self._present[place]
        for turn in range(len(drawn)):
            asked = drawn[turn, person] >= 0
            asked &= rarest[person] != turn
            there = ~asked
            there[asked] = self._was_there(suspect[asked], moment[turn, person[asked]])
            person, suspect = person[there], suspect[there]
        return person

    def _was_there(self, suspect: np.ndarray, moment: np.ndarray) -> np.ndarray:
        """Tell whether each suspect has this moment, by halving their own list again and again."""
        low, high = self._first[suspect], self._first[suspect + 1]
        last = high - 1
        for _turn in range(int(self.distinct.max()).bit_length()):
            middle = (low + high) >> 1
            less = self._number[self._own[np.minimum(middle, last)]] < moment
            less &= middle < high
            low = np.where(less, middle + 1, low)
            high = np.where(less, high, middle)
        return (low <= last) & (self._number[self._own[np.minimum(low, last)]] == moment)


def _steps(columns: list[Cells], names: list[Any], resolution: Any) -> list[Any]:
    """Give each column its resolution: a single one is meant for the dates."""
    if isinstance(resolution, Mapping):
        for name in resolution:
            if name not in names:
                raise PoucetError(
                    _(
                        "La résolution nomme « {name} », qui n’est pas dans what : choisissez"
                        " parmi {columns}."
                    ).format(name=name, columns=", ".join(map(str, names)))
                )
        return [resolution.get(name) for name in names]
    if resolution is None:
        return [None] * len(names)
    dates = [column.kind == DATE for column in columns]
    if not any(dates):
        raise PoucetError(
            _(
                "Aucune des colonnes {columns} n’est une date que l’on puisse arrondir à"
                " {resolution} : convertissez-la (pd.to_datetime), ou écrivez resolution=None."
            ).format(columns=", ".join(map(str, names)), resolution=repr(resolution))
        )
    return [resolution if date else None for date in dates]


def _keys(codes: list[Codes], rows: int) -> tuple[np.ndarray, int, int]:
    keys, bound = pack(codes, rows)
    return keys, 0, bound


def _only(codes: Codes, kept: np.ndarray | None) -> Codes:
    return codes if kept is None else Codes(codes.values[kept], codes.low, codes.size)


def _whole(columns: list[Cells], named: np.ndarray | None) -> np.ndarray | None:
    """Tell which of the named rows have no gap; None if all."""
    gaps = [column.missing for column in columns if column.missing is not None]
    if not gaps:
        return None
    whole = ~np.logical_or.reduce(gaps)
    return whole if named is None else whole[named]
