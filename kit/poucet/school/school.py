"""The fictitious lycée that every lesson starts from."""

from __future__ import annotations

import operator
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number
from poucet.school import identifiers, schooling
from poucet.school.draws import Draws, slots
from poucet.school.homes import COMMUNE_POSTCODES, COMMUNES, POSTCODES, addresses, draw_homes
from poucet.school.people import FIRST_DAY, LAST_YEAR, draw_people, given_names
from poucet.school.truth import TWO_HOMES, draw_truth

if TYPE_CHECKING:
    import pandas as pd

MOST_PUPILS = 10_000_000  # 5 GB of text: memory is short long before INE numbers are (2**33)
COLUMNS = (
    "ine", "family_name", "given_name", "sex", "birth_date", "level", "class",
    "address", "postcode", "commune", "address2", "postcode2", "commune2",
    "email", "guardian1_phone", "guardian2_phone", "second_language", "option", "regime",
    "transport", "scholarship", "accommodation", "devices",
)  # fmt: skip


class School:
    """A lycée of three levels, with its pupils and, sealed, what nobody outside should know.

    The school holds everything; the lessons follow what leaves it. Whoever attacks an export sees
    `pupils` or a part of it, never `truth`: the truth is there to count whom the attack found,
    missed, and wrongly accused. Every person is invented: phones, e-mail, numbers, communes and
    postcodes come from ranges that belong to nobody.

    Parameters
    ----------
    seed : int, default 1
        Draws the school: the same seed and size give the same school, byte for byte, everywhere.
    pupils : int, default 1100
        How many pupils, from 1 to 10,000,000.

    Attributes
    ----------
    name, uai : str
        The school's name, and a code of the form of a UAI that no school can have.

    Raises
    ------
    poucet.errors.PoucetError
        If the seed or the number of pupils cannot make a school.

    Examples
    --------
    >>> school = School(seed=1, pupils=1100)
    >>> school
    lycée de Valmorne : 1 100 élèves, 36 classes (graine 1)
    >>> school.pupils.loc[17, ["given_name", "level"]].tolist()
    ['Victor', 'terminale']
    """

    name = "lycée de Valmorne"

    def __init__(self, seed: int = 1, pupils: int = 1100) -> None:
        self.seed = _checked_seed(seed)
        self.size = _checked_size(pupils)
        self.uai = identifiers.uai(self.seed)

        self._people = people = draw_people(self.seed, self.size)
        pairs = people.first, people.second
        self.sealed: dict[str, np.ndarray] = draw_truth(self.seed, people.level, *pairs)
        separated = self.sealed["separated_parents"]
        turns = Draws(self.seed, "two homes").turns(self.size)
        two_homes = turns < slots(TWO_HOMES)[separated.view(np.int8)]
        self._homes = draw_homes(self.seed, separated, two_homes, *pairs)

    @cached_property
    def _schooling(self) -> dict[str, np.ndarray]:
        people, commune = self._people, self._homes.commune
        return schooling.draw_schooling(
            self.seed, people.level, commune, self.sealed, people.first, people.second
        )

    @cached_property
    def _classes(self) -> tuple[np.ndarray, list[str]]:
        return schooling.draw_classes(self.seed, self._people.level)

    @cached_property
    def codes(self) -> dict[str, np.ndarray]:
        """Every column that draws from a list, as small whole numbers: ranks in `categories`."""
        people, homes = self._people, self._homes
        return {
            "family_name": people.family,
            "given_name": people.given,
            "sex": people.sex,
            "birth_date": people.birth,
            "level": people.level,
            "class": self._classes[0],
            "address": homes.address,
            "postcode": COMMUNE_POSTCODES[homes.commune],
            "commune": homes.commune,
            "address2": homes.address2,
            "postcode2": np.append(np.int16(0), COMMUNE_POSTCODES + np.int16(1))[homes.commune2],
            "commune2": homes.commune2,
            "guardian1_phone": homes.phone1,
            "guardian2_phone": homes.phone2,
            **{name: code for name, code in self._schooling.items() if name != "scholarship"},
        }

    @cached_property
    def categories(self) -> dict[str, np.ndarray]:
        """What the numbers of `codes` stand for: one array of values a column."""
        communes = _words([commune.name for commune in COMMUNES])
        none = _words([""])
        return {
            "family_name": self._people.family_names,
            "given_name": given_names()[0],
            "sex": _words(["F", "M"]),
            "birth_date": np.arange(FIRST_DAY, np.datetime64(f"{LAST_YEAR + 1}-01-01")),
            "class": _words(self._classes[1]),
            "address": addresses(),
            "postcode": _words(POSTCODES),
            "commune": communes,
            "address2": addresses(),
            "postcode2": np.append(none, _words(POSTCODES)),
            "commune2": np.append(none, communes),
            "guardian1_phone": identifiers.phones(),
            "guardian2_phone": identifiers.phones(),
            **{name: _words(values) for name, values in schooling.CATEGORIES.items()},
        }

    @cached_property
    def columns(self) -> dict[str, np.ndarray]:
        """The school's file as NumPy arrays, one a column: row i is avatar i + 1.

        Text is in arrays of ``str``, ``birth_date`` in ``datetime64[D]``, ``scholarship`` in
        ``bool``. An empty text means there is none (no second home, no option).
        """
        people = self._people
        made = {name: self.categories[name].take(code) for name, code in self.codes.items()}
        made["scholarship"] = self._schooling["scholarship"]
        made["ine"] = identifiers.draw_ine(self.seed, self.size)
        made["email"] = identifiers.emails(
            people.given, given_names()[0], people.family, people.family_names
        )
        return {name: made[name] for name in COLUMNS}

    @cached_property
    def pupils(self) -> pd.DataFrame:
        """The same file as a pandas table, whose index is the avatar's number, from 1."""
        import pandas as pd

        # pandas turns the few words of a list into its own strings, then deals them out by number:
        # ten times faster than turning every cell.
        table = {
            name: pd.Series(self.categories[name]).array.take(self.codes[name].astype(np.intp))
            if name in self.codes and len(self.categories[name]) < self.size
            else column
            for name, column in self.columns.items()
        }
        return self._table(table)

    @cached_property
    def truth(self) -> pd.DataFrame:
        """The sealed traits as a pandas table: what an attack must not be given, only scored by."""
        return self._table(self.sealed)

    def _table(self, columns: Mapping[str, Any]) -> pd.DataFrame:
        import pandas as pd

        return pd.DataFrame(columns, index=pd.RangeIndex(1, self.size + 1, name="avatar"))

    def __len__(self) -> int:
        return self.size

    def __repr__(self) -> str:
        pupils = ngettext("{n} élève", "{n} élèves", self.size).format(n=number(self.size))
        count = len(self._classes[1])
        classes = ngettext("{n} classe", "{n} classes", count).format(n=number(count))
        return _("{name} : {pupils}, {classes} (graine {seed})").format(
            name=self.name, pupils=pupils, classes=classes, seed=self.seed
        )


def _words(values: Sequence[str]) -> np.ndarray:
    return np.array(values, dtype=object)


def _whole(value: Any) -> int | None:
    """Give a whole number as Python's int, or None; ``True`` is not a number of pupils."""
    if isinstance(value, (bool, np.bool_)):
        return None
    try:
        return operator.index(value)
    except TypeError:
        return None


def _checked_seed(seed: Any) -> int:
    found = _whole(seed)
    if found is None or found < 0:
        raise PoucetError(
            _(
                "La graine (seed) reçue est {value!r} : donnez un nombre entier positif ou nul, "
                "par exemple School(seed=1)."
            ).format(value=seed)
        )
    return found


def _checked_size(pupils: Any) -> int:
    found = _whole(pupils)
    if found is None or found < 1:
        raise PoucetError(
            _(
                "Le nombre d’élèves (pupils) reçu est {value!r} : donnez un nombre entier d’au "
                "moins 1, par exemple School(pupils=1100)."
            ).format(value=pupils)
        )
    if found > MOST_PUPILS:
        raise PoucetError(
            _(
                "Un lycée de {asked} élèves ne tient pas en mémoire (au plus {most}) : pour le "
                "pays entier, prenez Nation()."
            ).format(asked=number(found), most=number(MOST_PUPILS))
        )
    return found
