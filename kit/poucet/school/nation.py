"""All the pupils of France, without a single name.

Someone holds a file of the whole country that carries no name: a birth date, a sex, a commune, a
level. Is a pupil in it lost in the crowd? The crowd must be the real size to tell, so a `Nation`
has twelve million pupils spread over the true populations of the true communes. Everything else
is invented, and nothing in it describes anyone.
"""

from __future__ import annotations

import operator
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from poucet import data
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import number
from poucet.school.alias import AliasTable
from poucet.school.births import birth_days

if TYPE_CHECKING:
    import pandas

Codes = NDArray[np.signedinteger]

LEVELS = (
    "petite section",
    "moyenne section",
    "grande section",
    "CP",
    "CE1",
    "CE2",
    "CM1",
    "CM2",
    "6e",
    "5e",
    "4e",
    "3e",
    "seconde",
    "première",
    "terminale",
)
SEXES = ("F", "M")
MOST = 100_000_000
COARSER = {
    "birth_date": ("birth_month", "birth_year"),
    "sex": (),
    "commune": ("postcode", "departement"),
    "level": (),
}

# The school year 2026–2027: whoever was born in 2023 is in petite section, in 2009 in terminale.
YOUNGEST, ELDEST = 2023, 2009
# Chosen, near the 105 boys born for 100 girls: 33,554 / 65,536 = 0.512.
_BOYS = 33_554
# Chosen: pupils fall a year behind slowly, then faster: 5 % are late in 6e, 13 % in 3e, and 30 % of
# those born in 2008 are still at school, in terminale. A year ahead: 2 %, from CE1 on.
_STILL_AT_SCHOOL = 0.3
_AHEAD = 0.02

_CHUNK = 1 << 16  # pupils drawn together: their intermediate arrays stay in the processor's cache
_LEVEL_BITS = 10


def _late(birth_year: int) -> float:
    """Give the share of pupils a year behind, by their year of birth."""
    years_since_cp = max(0, YOUNGEST - 3 - birth_year)
    return _STILL_AT_SCHOOL * (years_since_cp / (YOUNGEST - 3 - (ELDEST - 1))) ** 2


@cache
def _calendar() -> tuple[NDArray[np.datetime64], NDArray[np.int64]]:
    """List the possible birth dates with their weights; of 2008 only the late pupils remain."""
    days, weights = birth_days(f"{ELDEST - 1}-01-01", f"{YOUNGEST}-12-31")
    behind = days < np.datetime64(f"{ELDEST}-01-01")
    return days, weights * np.where(behind, round(1000 * _late(ELDEST - 1)), 1000)


@cache
def _tables() -> tuple[AliasTable, AliasTable, Codes, Codes]:
    """Prepare what every draw reads: communes, days, and the level by birth year and chance."""
    inhabitants = [int(count or 0) for count in data.columns("communes.csv")["population"]]
    days, weights = _calendar()
    years = days.astype("datetime64[Y]").astype(np.int64) + 1970 - (ELDEST - 1)
    chances = 1 << _LEVEL_BITS
    levels = np.empty((YOUNGEST - ELDEST + 2, chances), np.int8)
    for row, birth_year in enumerate(range(ELDEST - 1, YOUNGEST + 1)):
        level = min(YOUNGEST - birth_year, len(LEVELS) - 1)
        levels[row] = level
        if birth_year >= ELDEST:
            levels[row, : round(chances * _late(birth_year))] = level - 1
        if ELDEST < birth_year <= YOUNGEST - 4:
            levels[row, chances - round(chances * _AHEAD) :] = level + 1
    return (
        AliasTable(np.array(inhabitants), np.int32),
        AliasTable(weights, np.int16),
        years << _LEVEL_BITS,
        levels.ravel(),
    )


def _whole(name: str, value: Any, low: int, high: int) -> int:
    """Give back a whole number between two bounds, or say what is wrong with it."""
    try:
        if isinstance(value, bool):
            raise TypeError
        found = operator.index(value)
        if not low <= found <= high:
            raise TypeError
    except TypeError:
        raise PoucetError(
            _(
                "{name} vaut {value}, mais doit être un nombre entier de {low} à {high} : "
                "par exemple Nation(seed=1, pupils=100_000)."
            ).format(name=name, value=repr(value), low=number(low), high=number(high))
        ) from None
    return found


class Nation:
    """Twelve million pupils, from petite section to terminale, as small whole numbers.

    Communes are drawn by their inhabitants, birth dates by the weekdays and months of French
    births over the fifteen cohorts of the school year 2026–2027 and the late pupils of one more,
    levels by the year of birth, with some pupils a year behind or ahead. The first pupils of a
    seed are the same however many are asked for.

    Parameters
    ----------
    seed : int
        The same seed gives the same pupils, on every machine and every NumPy.
    pupils : int
        How many pupils, from 1 to 100 million; 14 bytes each.

    Attributes
    ----------
    seed, size : int
        As asked for.

    Raises
    ------
    poucet.errors.PoucetError
        If the seed or the number of pupils is not a whole number within bounds.

    Examples
    --------
    >>> nation = Nation(seed=1, pupils=1000)
    >>> nation.frame.shape
    (1000, 8)
    >>> nation.frame[["birth_date", "sex", "commune", "level"]].head(3)
      birth_date sex                    commune      level
    0 2012-03-29   F                 Loury (45)         3e
    1 2010-08-18   F            Strasbourg (67)  terminale
    2 2016-12-03   M  Saint-Just-le-Martel (87)        CM2
    """

    def __init__(self, seed: int = 1, pupils: int = 12_000_000) -> None:
        self.seed = _whole("seed", seed, 0, 2**64 - 1)
        self.size = _whole("pupils", pupils, 1, MOST)
        self._drawn = self._draw()

    def __repr__(self) -> str:
        return f"Nation(seed={self.seed}, pupils={self.size})"

    def __len__(self) -> int:
        return self.size

    def _draw(self) -> dict[str, Codes]:
        """Draw the four columns all others follow from, 96 random bits a pupil."""
        communes, days, rows, levels = _tables()
        drawn: dict[str, Codes] = {
            "birth_date": np.empty(self.size, np.int16),
            "sex": np.empty(self.size, np.int8),
            "commune": np.empty(self.size, np.int32),
            "level": np.empty(self.size, np.int8),
        }
        source = np.random.PCG64(self.seed)
        for start in range(0, self.size, _CHUNK):
            here = slice(start, min(start + _CHUNK, self.size))
            count = here.stop - start
            # Always a whole chunk, so that the last one does not depend on how many are wanted.
            raw = source.random_raw(_CHUNK * 3 // 2).astype("<u8", copy=False)
            words = raw.view("<u4").reshape(3, _CHUNK)
            halves = words[2].view("<u2").reshape(2, _CHUNK)[:, :count]
            communes.draw(words[0, :count], drawn["commune"][here])
            date = drawn["birth_date"][here]
            days.draw(words[1, :count], date)
            np.less(halves[0], _BOYS, out=drawn["sex"][here].view(bool))
            cell = rows.take(date, mode="clip")
            cell += halves[1] >> (16 - _LEVEL_BITS)
            levels.take(cell, out=drawn["level"][here], mode="clip")
        return drawn

    @cached_property
    def codes(self) -> dict[str, Codes]:
        """The columns as codes: ``categories[column][code]`` is what a code means.

        The month, the year, the postcode and the département of each pupil follow from the birth
        date and the commune; they are looked up the first time this is read.
        """
        wide: dict[str, Codes] = {}
        for drawn, followers in COARSER.items():
            wide[drawn] = self._drawn[drawn]
            for column in followers:
                wide[column] = _look_up(_coarse(column)[1], self._drawn[drawn])
        return wide

    @cached_property
    def categories(self) -> dict[str, Any]:
        """What the codes of each column mean: ``categories["sex"][1]`` is ``"M"``.

        Communes stand in the order of ``communes.csv`` and are written ``"Paris (75)"``, because
        several share a name.
        """
        communes = data.columns("communes.csv")
        places = zip(communes["name"], communes["departement"], strict=True)
        return {
            "birth_date": _calendar()[0],
            "birth_month": _coarse("birth_month")[0],
            "birth_year": _coarse("birth_year")[0],
            "sex": np.array(SEXES),
            "commune": np.array([f"{name} ({departement})" for name, departement in places]),
            "postcode": _coarse("postcode")[0],
            "departement": _coarse("departement")[0],
            "level": np.array(LEVELS),
        }

    @cached_property
    def frame(self) -> pandas.DataFrame:
        """The same columns as a pandas table of categories, over the very same codes."""
        import pandas

        return pandas.DataFrame(
            {
                column: pandas.Categorical.from_codes(
                    codes, dtype=pandas.CategoricalDtype(self.categories[column]), validate=False
                )
                for column, codes in self.codes.items()
            },
            copy=False,
        )


def _look_up(table: Codes, codes: Codes) -> Codes:
    """Give ``table[codes]``, a chunk at a time: NumPy would widen all the codes to eight bytes."""
    found = np.empty(len(codes), table.dtype)
    for start in range(0, len(codes), _CHUNK):
        here = slice(start, start + _CHUNK)
        table.take(codes[here], out=found[here], mode="clip")
    return found


@cache
def _coarse(column: str) -> tuple[NDArray[Any], Codes]:
    """Give the values of a coarser column, and its code for each code of the finer one."""
    fine: NDArray[Any]
    if column == "birth_month":
        fine = np.datetime_as_string(_calendar()[0], unit="M")
    elif column == "birth_year":
        fine = _calendar()[0].astype("datetime64[Y]").astype(np.int64) + 1970
    else:
        fine = np.array(data.columns("communes.csv")[column])
    values, codes = np.unique(fine, return_inverse=True)
    # The type pandas gives to that many categories, so that a frame need not copy the codes.
    return values, codes.astype(np.int8 if len(values) < 127 else np.int16)
