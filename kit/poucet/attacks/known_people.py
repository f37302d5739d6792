"""What is known of each person from elsewhere: a directory's columns, a survey, the truth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.attacks.cells import WORD, Cells, read_cells
from poucet.attacks.table import choose, column_names, open_table
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import number

UNKNOWN = -1


@dataclass(frozen=True, eq=False)
class Columns:
    """A directory's columns, put in the order of some people.

    A person who is not in it, or whose cell is empty, has none of the answers below.

    Attributes
    ----------
    row : numpy.ndarray of int
        The directory row of each person, −1 if there is none.
    cells : dict of str to Cells
        The columns read.
    """

    row: np.ndarray
    cells: dict[str, Cells]

    def _where(self, name: str, test: np.ndarray) -> np.ndarray:
        known = self.row != UNKNOWN
        column = self.cells[name]
        if column.missing is not None:
            test = test & ~column.missing
        return known & test[self.row]

    def says(self, name: str, text: str) -> np.ndarray:
        """Tell for each person whether the cell holds this text somewhere."""
        column = self.cells[name]
        found = np.array([text in str(word) for word in column.words] or [False], np.bool_)
        return self._where(name, found[column.values] if column.kind == WORD else _no(column))

    def filled(self, name: str) -> np.ndarray:
        """Tell for each person whether the cell holds anything."""
        column = self.cells[name]
        found = np.array([bool(str(word).strip()) for word in column.words] or [False], np.bool_)
        return self._where(name, found[column.values] if column.kind == WORD else ~_no(column))

    def true(self, name: str) -> np.ndarray:
        """Tell for each person whether the cell is true (or a number other than 0)."""
        column = self.cells[name]
        return self._where(name, _no(column) if column.kind == WORD else column.values != 0)

    def false(self, name: str) -> np.ndarray:
        """Tell for each person whether the cell is false (or 0)."""
        column = self.cells[name]
        return self._where(name, _no(column) if column.kind == WORD else column.values == 0)


def _no(column: Cells) -> np.ndarray:
    return np.zeros(len(column), np.bool_)


def read_columns(directory: Any, people: np.ndarray, who: str, wanted: list[str]) -> Columns:
    """Read the directory columns that its holder has, in the order of some people.

    Parameters
    ----------
    directory : table or None
        One row a person, with a column `who` that says who it is.
    people : numpy.ndarray
        The people.
    who : str
        The column that says whose row it is.
    wanted : list of str
        The columns to read if they are there.

    Raises
    ------
    poucet.errors.PoucetError
        If nothing says whose row it is, or two rows are of one person.
    """
    if directory is None:
        return Columns(np.full(len(people), UNKNOWN), {})
    table = open_table(directory)
    known = column_names(table)
    if who not in known:
        raise PoucetError(
            _(
                "L’annuaire n’a pas de colonne « {name} » pour dire à qui est chaque ligne :"
                " ajoutez-la, avec les numéros de la trace."
            ).format(name=who)
        )
    names = [name for name in wanted if name in known]
    choose(table, [who, *names], "directory")
    (owner, *cells), rows = read_cells(table, [who, *names])
    owners = [owner.words[k] for k in owner.values] if owner.words else owner.values.tolist()
    places = dict(zip(owners, range(rows), strict=True))
    if len(places) < rows:
        raise PoucetError(
            _("Dans l’annuaire, deux lignes ont le même « {name} » : gardez-en une seule.").format(
                name=who
            )
        )
    row = np.array([places.get(person, UNKNOWN) for person in people.tolist()])
    return Columns(row, dict(zip(names, cells, strict=True)))


def known_of(source: Any, trait: str, argument: str) -> Mapping[Any, Any] | np.ndarray:
    """Read one value a person, whatever the table it comes in.

    Parameters
    ----------
    source : mapping, pandas Series or DataFrame, or array_like
        Person to value; a pandas Series or a table with a column named after the trait, whose index
        says who; or values alone.
    trait : str
        The column to take, where there are several.
    argument : str
        The argument's name, for the error's sentence.
    """
    if isinstance(source, Mapping):
        return known_of(source[trait], trait, argument) if trait in source else source
    if hasattr(source, "columns") and hasattr(source, "index"):
        choose(open_table(source), [trait], argument)
        source = source[trait]
    if hasattr(source, "index") and hasattr(source, "to_dict"):
        return dict(source.to_dict())
    return np.asarray(source)


def in_order(source: Any, people: np.ndarray, trait: str, argument: str) -> np.ndarray:
    """Give one value for each of these people; see `known_of` for what it may come in.

    Raises
    ------
    poucet.errors.PoucetError
        If somebody has none.
    """
    known = known_of(source, trait, argument)
    if isinstance(known, Mapping):
        for person in people.tolist():
            if person not in known:
                raise PoucetError(
                    _("L’argument {argument} ne dit rien de la personne {person}.").format(
                        argument=argument, person=person
                    )
                )
        return np.array([known[person] for person in people.tolist()])
    if known.shape != people.shape:
        raise PoucetError(
            _(
                "L’argument {argument} attend une valeur par personne, soit {count} ;"
                " donnez un dictionnaire de la personne à sa valeur si vous en avez d’autres."
            ).format(argument=argument, count=number(len(people)))
        )
    return known


def yes_or_no(values: np.ndarray, argument: str) -> np.ndarray:
    """Read values as truth values.

    Raises
    ------
    poucet.errors.PoucetError
        If one is neither true nor false, nor 1 nor 0.
    """
    for value in values.tolist():
        if value not in (0, 1):
            raise PoucetError(
                _("L’argument {argument} attend vrai ou faux pour chacun, et non {value}.").format(
                    argument=argument, value=repr(value)
                )
            )
    return values.astype(np.bool_)
