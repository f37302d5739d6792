"""A trail read from a file, event by event, until the whole file has proved sound."""

from __future__ import annotations

import ipaddress
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from poucet.exports.formats.csv_checks import wrong
from poucet.exports.networks import place_of
from poucet.i18n import gettext as _

if TYPE_CHECKING:
    import pandas as pd


class Words:
    """A column whose texts come back again and again: each is kept once.

    Parameters
    ----------
    check : callable, optional
        Called with a text that was not seen before; gives what is wrong with it, or None.
    """

    def __init__(self, check: Callable[[str], str | None] | None = None) -> None:
        self.ranks: dict[str, int] = {}
        self.codes = array("i")
        self._check = check

    def add(self, path: Path, line: int, text: str) -> None:
        """Add the text of one event, which stands at that line of the file."""
        rank = self.ranks.get(text)
        if rank is None:
            defect = _unreadable(text) or (self._check(text) if self._check else None)
            if defect is not None:
                raise wrong(path, line, defect)
            rank = self.ranks[text] = len(self.ranks)
        self.codes.append(rank)

    def column(self) -> pd.Categorical:
        """Give the column as pandas keeps it."""
        import pandas as pd

        return pd.Categorical.from_codes(_array(self.codes, np.int32), list(self.ranks))

    def translated(self, rule: Callable[[str], str]) -> Words:
        """Give the column that a rule makes of this one, text by text."""
        made = Words()
        ranks = [made.ranks.setdefault(rule(text), len(made.ranks)) for text in self.ranks]
        codes = np.array(ranks, np.int32)[_array(self.codes, np.int32)]
        made.codes = array("i", codes.tobytes())
        return made


class TrailRows:
    """The events of a file as columns that grow.

    Attributes
    ----------
    pupil, verb, object, device, ip : Words
        As the file names them; `ip` takes an address or the empty text.
    seconds : array of int
        When, in seconds; whoever reads the file knows of which clock.
    score, duration : array of float
        NaN where the file says nothing.
    """

    def __init__(self) -> None:
        self.pupil, self.verb, self.object, self.device = (Words() for _column in range(4))
        self.ip = Words(_not_an_address)
        self.seconds = array("q")
        self.score, self.duration = array("d"), array("d")

    def table(self, times: np.ndarray, *columns: str) -> pd.DataFrame:
        """Give the table of `poucet.exports.trail.trail`, or those of its columns.

        Parameters
        ----------
        times : ndarray of datetime64[s]
            Local time of each event.
        *columns : str
            Columns of the trail besides the time.
        """
        import pandas as pd

        made: dict[str, Any] = {"time": times}
        for name in columns:
            if name == "place":
                made[name] = self.ip.translated(_place).column()
            elif name in ("score", "duration"):
                made[name] = _array(getattr(self, name), np.float64)
            else:
                made[name] = getattr(self, name).column()
        if "duration" in made and not np.isnan(made["duration"]).any():
            made["duration"] = made["duration"].astype(np.int32)
        return pd.DataFrame(made)


def _array(numbers: array, dtype: type) -> np.ndarray:
    return np.frombuffer(numbers.tobytes(), dtype=dtype)


def _place(address: str) -> str:
    return place_of(address) if address else ""


def _unreadable(text: str) -> str | None:
    """Find halves of characters, which JSON can write and nobody can read."""
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        return _("un texte contient une moitié de caractère : corrigez-le.")
    return None


def _not_an_address(text: str) -> str | None:
    try:
        if text:
            ipaddress.ip_address(text)
    except ValueError:
        return _("« {text} » n’est pas une adresse IP : corrigez la ligne.").format(text=text)
    return None
