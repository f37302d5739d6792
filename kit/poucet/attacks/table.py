"""Any table a class may bring, opened: its columns as codes, or a lazy frame left to its engine."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from poucet.attacks.codes import Codes, codes_of
from poucet.errors import PoucetError
from poucet.i18n import NBSP
from poucet.i18n import gettext as _


def open_table(frame: Any) -> Any:
    """Recognise a table: a dictionary stays one, anything else is wrapped by Narwhals.

    Raises
    ------
    poucet.errors.PoucetError
        If it is no table.
    """
    if isinstance(frame, Mapping):
        return frame
    # Imported here: a dashboard hands over plain arrays and must start fast.
    import narwhals as nw

    try:
        return nw.from_native(frame)
    except nw.exceptions.DuplicateError:
        names = list(frame.column_names if hasattr(frame, "column_names") else frame.columns)
        raise _same_name(next(name for name in names if names.count(name) > 1)) from None
    except TypeError:
        raise PoucetError(
            _(
                "« {kind} » n’est pas un tableau : donnez un tableau pandas, Polars, Arrow, DuckDB"
                " ou PySpark, ou un dictionnaire de colonnes."
            ).format(kind=type(frame).__name__)
        ) from None


def is_lazy(table: Any) -> bool:
    """Tell whether an opened table is a query that its engine has yet to run."""
    if isinstance(table, Mapping):
        return False
    import narwhals as nw

    return isinstance(table, nw.LazyFrame)


def column_names(table: Any) -> list[Any]:
    """List the columns of an opened table."""
    if isinstance(table, Mapping):
        return list(table)
    return list(table.collect_schema().names()) if is_lazy(table) else list(table.columns)


def choose(table: Any, by: Any, argument: str = "by") -> list[Any]:
    """Check the names of the columns that were asked for.

    Parameters
    ----------
    table : opened table
        From `open_table`.
    by : str or iterable
        One column's name, or several.
    argument : str
        The argument's name, for the error's sentence.

    Returns
    -------
    list
        The names, in the order given.
    """
    if isinstance(by, str):
        by = [by]
    if not isinstance(by, Iterable):
        raise PoucetError(
            _(
                "L’argument {argument} attend des noms de colonnes, par exemple"
                ' ["birth_date", "sex"], et non {value}.'
            ).format(argument=argument, value=repr(by))
        )
    names = list(by)
    if not names:
        raise PoucetError(
            _(
                "L’argument {argument} est vide : nommez au moins une colonne, par exemple"
                ' ["birth_date", "sex"].'
            ).format(argument=argument)
        )
    known = column_names(table)
    for place, name in enumerate(names):
        if name not in known:
            raise _unknown(name, known)
        if name in names[:place]:
            raise PoucetError(
                _(
                    "La colonne « {name} » est demandée deux fois dans {argument} : nommez-la une"
                    " seule fois."
                ).format(name=name, argument=argument)
            )
        if known.count(name) > 1:
            raise _same_name(name)
    return names


def choose_sensitive(table: Any, by: Any, sensitive: Any) -> list[Any]:
    """Check the columns that make the classes, and one more that they must not hold.

    Returns
    -------
    list
        The names in ``by``, without the sensitive one.
    """
    names = choose(table, by)
    choose(table, [sensitive], "sensitive")
    if sensitive in names:
        raise PoucetError(
            _(
                "La colonne « {name} » est à la fois dans by et dans sensitive : une classe n’y"
                " aurait qu’une seule valeur ; retirez-la de by."
            ).format(name=sensitive)
        )
    return names


def _same_name(name: object) -> PoucetError:
    return PoucetError(
        _("Deux colonnes du tableau s’appellent « {name} » : renommez l’une des deux.").format(
            name=name
        )
    )


def _unknown(name: object, known: list[Any]) -> PoucetError:
    listed = ", ".join(str(column) for column in known)
    # Python glues "level" "sex" into one text when the comma between them is forgotten.
    if pair := _glued(str(name), [str(column) for column in known]):
        return PoucetError(
            _(
                "La colonne « {name} » n’existe pas : il manque sans doute une virgule entre"
                ' "{first}" et "{second}".'
            ).format(name=name, first=pair[0], second=pair[1])
        )
    near = difflib.get_close_matches(str(name), [str(column) for column in known], n=1)
    if near:
        return PoucetError(
            _(
                "La colonne « {name} » n’existe pas (« {near} », peut-être ?) ; colonnes du"
                " tableau : {columns}."
            ).format(name=name, near=near[0], columns=listed)
        )
    return PoucetError(
        _("La colonne « {name} » n’existe pas ; colonnes du tableau : {columns}.").format(
            name=name, columns=listed
        )
    )


def _glued(name: str, known: list[str]) -> tuple[str, str] | None:
    """Give the two columns whose names follow one another in this one, or None."""
    for place in range(1, len(name)):
        if name[:place] in known and name[place:] in known:
            return name[:place], name[place:]
    return None


def empty_table() -> PoucetError:
    """Make the error for a table without a row."""
    return PoucetError(_("Le tableau est vide : il faut au moins une ligne."))


def read(table: Any, names: list[Any]) -> tuple[list[Codes], int]:
    """Read columns of a table held in memory as codes.

    Returns
    -------
    columns : list of Codes
        One a name, in order.
    rows : int
        How many rows the table has, at least one.
    """
    need_memory(table)
    if isinstance(table, Mapping):
        columns = [codes_of(one_dimension(table[name], name), name) for name in names]
    else:
        from poucet.attacks.engines import native_codes

        columns = [native_codes(table, name) for name in names]
    return columns, same_length(names, [len(column.values) for column in columns])


def need_memory(table: Any) -> None:
    """Refuse a table that its engine has yet to load.

    Raises
    ------
    poucet.errors.PoucetError
        If the opened table is a query, with the way to load it.
    """
    if is_lazy(table):
        raise PoucetError(
            _(
                "Cette mesure se calcule en mémoire et le tableau n’y est pas encore : chargez-le"
                " d’abord, par exemple avec .df() (DuckDB), .collect() (Polars) ou .toPandas()"
                " (PySpark)."
            )
        )


def same_length(names: list[Any], lengths: list[int]) -> int:
    """Give the number of rows, at least one, that all columns have.

    Raises
    ------
    poucet.errors.PoucetError
        If a column is shorter than another, or all are empty.
    """
    if len(set(lengths)) > 1:
        listed = ", ".join(
            f"{name}{NBSP}: {length}" for name, length in zip(names, lengths, strict=True)
        )
        raise PoucetError(
            _("Les colonnes n’ont pas toutes la même longueur ({lengths}) : complétez-les.").format(
                lengths=listed
            )
        )
    if not lengths[0]:
        raise empty_table()
    return lengths[0]


def one_dimension(column: Any, name: object) -> Any:
    """Refuse what is not a column: a text, a number, a table inside the table."""
    if isinstance(column, str) or not hasattr(column, "__len__") or getattr(column, "ndim", 1) != 1:
        raise PoucetError(
            _(
                "La colonne « {name} » du dictionnaire n’est pas une liste de valeurs : donnez une"
                " liste ou un tableau NumPy à une dimension."
            ).format(name=name)
        )
    return column
