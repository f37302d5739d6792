"""From a file about pupils to households on sale."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.i18n import gettext as _
from poucet.labels import label
from poucet.market import taxonomy as iab
from poucet.market.columns import column, names_of
from poucet.market.seen_at_home import SeenAtHome, seen_at_home

START_OF_YEAR = datetime.date(2026, 9, 1)


@dataclass(frozen=True)
class Segment:
    """A shelf on which a household is put, and what put it there.

    Attributes
    ----------
    number : int
        Its number in the IAB Audience Taxonomy 1.1.
    because : tuple of str
        The columns that say so; ``"trail"`` stands for the trail.
    guess : bool
        Whether the holder made it up out of what she sees: a grant is not an income.
    """

    number: int
    because: tuple[str, ...]
    guess: bool

    @property
    def name(self) -> str:
        """Its name in the reader's language."""
        return iab.segment_name(self.number)

    def __str__(self) -> str:
        why = ", ".join(_("trace") if name == "trail" else label(name) for name in self.because)
        sentence = (
            _("{number} {name}, supposé d’après : {why}")
            if self.guess
            else _("{number} {name}, d’après : {why}")
        )
        return sentence.format(number=self.number, name=self.name, why=why)


@dataclass(frozen=True)
class Household:
    """What the holder sells: not the pupil, whom the taxonomy does not know, but her home.

    Attributes
    ----------
    row : int
        The directory's row that led to it, from 0.
    adult : bool
        Whether that pupil is 18 and so has a shelf of her own.
    segments : tuple of Segment
        The shelves, by number.
    postcode, commune : str
        Where it is, if the directory says.
    address : str
        The address on the network that it was last seen at, if there is a trail.
    """

    row: int
    adult: bool
    segments: tuple[Segment, ...]
    postcode: str = ""
    commune: str = ""
    address: str = ""

    @property
    def numbers(self) -> list[int]:
        """The numbers of its segments, in order."""
        return [segment.number for segment in self.segments]

    def __str__(self) -> str:
        if not self.segments:
            return _("Ce foyer n’est dans aucun segment.")
        return _("Ce foyer est vendu comme : {segments}.").format(
            segments=" · ".join(str(segment) for segment in self.segments)
        )


def segments(
    directory: Any, trail: Any = None, day: datetime.date = START_OF_YEAR
) -> list[Household]:
    """Put the households of a directory on the shelves of the audience market.

    Whoever holds the file of a school wants to sell audiences. The taxonomy of the trade begins at
    18: a minor has no age band in it. But her file tells of parents with children, how many, where
    and about how rich: she appears through the household.

    Parameters
    ----------
    directory : table
        Columns of `poucet.directory`, as many as the holder has; pandas, Polars or a dictionary of
        arrays. Its row i is pupil i + 1 of the trail, unless it has a column ``pupil``.
    trail : table, optional
        Columns of `poucet.trail`, or what `poucet.exports.trail_columns` gives: pupils who use one
        home network are put in one household, and the subject most worked on becomes an interest.
    day : datetime.date
        On which ages are reckoned.

    Returns
    -------
    list of Household
        One a row of the directory.

    Raises
    ------
    poucet.errors.PoucetError
        If it is no table, or the trail lacks a column.

    Notes
    -----
    What a holder makes of a column is this kit's supposition, and each segment says so
    (``.guess``): children counted are those of this school; a second address is taken for one
    adult at home, two guardians for two; a grant is put in an income band that nobody has checked.

    Examples
    --------
    >>> seen = segments({"address": ["1 rue A", "1 rue A"], "commune": ["Valmorne"] * 2,
    ...                  "scholarship": [True, False]})
    >>> seen[0].numbers, seen[1].numbers
    ([63, 98, 128], [98, 128])
    """
    held = names_of(directory)
    cells = {name: column(directory, name) for name in held}
    rows = len(next(iter(cells.values()))) if cells else 0
    numbers = cells["pupil"] if "pupil" in cells else np.arange(1, rows + 1)
    seen = seen_at_home(trail, numbers) if trail is not None else [SeenAtHome()] * rows
    together = _children(cells, rows)
    adult = _adults(cells, rows, day)
    return [_household(row, cells, seen[row], int(together[row]), bool(adult[row]))
            for row in range(rows)]  # fmt: skip


def _household(
    row: int, cells: dict[str, np.ndarray], seen: SeenAtHome, children: int, adult: bool
) -> Household:
    shelves: list[Segment] = []
    put = shelves.append

    def says(name: str) -> bool:
        return name in cells and bool(cells[name][row])

    if adult:
        put(Segment(iab.AGE_18_20, ("birth_date",), False))
        if "sex" in cells:
            female = cells["sex"][row] == "F"
            put(Segment(iab.FEMALE if female else iab.MALE, ("sex",), False))
    if says("postcode"):
        put(Segment(iab.POSTCODE, ("postcode",), False))
    if says("scholarship"):
        put(Segment(iab.GRANT_INCOME, ("scholarship",), True))
    known = tuple(name for name in ("address", "guardian1_phone") if says(name))
    if known or seen.children:
        put(Segment(iab.PARENTS_WITH_CHILDREN, known[:1] or ("trail",), not known))
        counted = ("trail",) if seen.children > children else ("address",)
        many = max(children, seen.children)
        if many:
            shelf = (iab.ONE_CHILD, iab.TWO_CHILDREN, iab.THREE_OR_MORE)[min(many, 3) - 1]
            put(Segment(shelf, counted, True))
    if says("address2") or seen.second_home:
        put(Segment(iab.ONE_ADULT, ("address2",) if says("address2") else ("trail",), True))
    elif says("guardian1_phone") and says("guardian2_phone"):
        put(Segment(iab.TWO_ADULTS, ("guardian1_phone", "guardian2_phone"), True))
    if "transport" in cells and cells["transport"][row] == "scooter":
        put(Segment(iab.SCOOTERS, ("transport",), True))
    if seen.interest:
        put(Segment(seen.interest, ("trail",), True))
    return Household(
        row,
        adult,
        tuple(sorted(shelves, key=lambda shelf: shelf.number)),
        postcode=str(cells["postcode"][row]) if says("postcode") else "",
        commune=str(cells["commune"][row]) if says("commune") else "",
        address=seen.address,
    )


def _children(cells: dict[str, np.ndarray], rows: int) -> np.ndarray:
    """Count, for each row, the pupils of the directory under the same roof; 0 without address."""
    if "address" not in cells:
        return np.zeros(rows, dtype=np.int64)
    where = [cells[name].astype(str) for name in ("address", "commune") if name in cells]
    keys = ["\n".join(parts) for parts in zip(*where, strict=True)]
    _keys, which, sizes = np.unique(keys, return_inverse=True, return_counts=True)
    return np.where(where[0] == "", 0, sizes[which]) if rows else np.zeros(0, dtype=np.int64)


def _adults(cells: dict[str, np.ndarray], rows: int, day: datetime.date) -> np.ndarray:
    if "birth_date" not in cells:
        return np.zeros(rows, dtype=bool)
    born = cells["birth_date"].astype("datetime64[D]")
    year, month = born.astype("datetime64[Y]"), born.astype("datetime64[M]")
    # month and day as one number, 229 for 29 February: she is 18 on 1 March
    birthday = 100 * ((month - year).astype(int) + 1) + (born - month).astype(int) + 1
    age = day.year - 1970 - year.astype(int) - (birthday > 100 * day.month + day.day)
    return np.asarray(age >= 18)
