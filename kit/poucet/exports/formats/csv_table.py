"""What a CSV table of a format holds: written, checked and described from one definition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Field:
    """A column: its name and what its cells may hold.

    Attributes
    ----------
    name : str
        The heading, letter for letter as the format wants it.
    required : bool
        Whether every cell must hold something (and, in a real file, the column must exist).
    values : tuple of str
        The only values allowed; any when empty. An empty cell is judged by `required` alone.
    date : str
        How a date is written, as ``strptime`` reads it; the empty text for what is no date.
    refers_to : str
        The table (its `Table.name`) whose key this column must quote.
    many : bool
        Whether a cell quotes several keys, with commas between.
    """

    name: str
    required: bool = False
    values: tuple[str, ...] = ()
    date: str = ""
    refers_to: str = ""
    many: bool = False


@dataclass(frozen=True)
class Table:
    """A CSV file of a format.

    Attributes
    ----------
    path : str
        The file's name in the folder, such as ``users.csv``.
    fields : tuple of Field
        The columns, in order.
    key : tuple of str
        The columns that together name a row; no two rows share them.
    encoding, delimiter, line_end : str
        How the text is written (RFC 4180 unless the format says otherwise).
    optional : bool
        Whether a real set may do without it (the kit's own sets are whole).
    """

    path: str
    fields: tuple[Field, ...]
    key: tuple[str, ...] = ()
    encoding: str = "utf-8"
    delimiter: str = ","
    line_end: str = "\r\n"
    optional: bool = False

    @property
    def name(self) -> str:
        """The table's name: its file's, without the ending."""
        return self.path.removesuffix(".csv")

    @property
    def header(self) -> tuple[str, ...]:
        """The headings, in order."""
        return tuple(field.name for field in self.fields)

    def describe(self, tables: tuple[Table, ...], rows: int | None = None) -> dict[str, Any]:
        """Describe the file as a Frictionless resource.

        Parameters
        ----------
        tables : tuple of Table
            Every table of the set, this one included, where foreign keys lead.
        rows : int, optional
            How many rows were written: a reader that finds fewer knows that the end is lost.
        """
        keys = {table.name: table.key[0] for table in tables if table.key}
        schema: dict[str, Any] = {"fields": [_described(field) for field in self.fields]}
        if self.key:
            schema["primaryKey"] = list(self.key)
        # A column that quotes several keys in one cell is checked by the kit's reader alone: the
        # standard has no word for it.
        foreign = [field for field in self.fields if field.refers_to and not field.many]
        if foreign:
            schema["foreignKeys"] = [
                {
                    "fields": [field.name],
                    "reference": {
                        "resource": _resource_name(field.refers_to, self.name),
                        "fields": [keys[field.refers_to]],
                    },
                }
                for field in foreign
            ]
        described = {
            "name": _resource_name(self.name),
            "path": self.path,
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": self.encoding,
            "dialect": {"delimiter": self.delimiter, "lineTerminator": self.line_end},
            "schema": schema,
        }
        return described if rows is None else {**described, "rows": rows}


def fields(*names: str, **facts: Any) -> tuple[Field, ...]:
    """Define several columns that have the same facts.

    Examples
    --------
    >>> [field.required for field in fields("sourcedId", "title", required=True)]
    [True, True]
    """
    return tuple(Field(name, **facts) for name in names)


def _resource_name(name: str, of: str | None = None) -> str:
    """Write a table's name as the standard allows: small letters; empty for the table itself."""
    return "" if name == of else name.lower()


def _described(field: Field) -> dict[str, Any]:
    described: dict[str, Any] = {"name": field.name, "type": "date" if field.date else "string"}
    if field.date:
        described["format"] = field.date
    limits: dict[str, Any] = {}
    if field.required:
        limits["required"] = True
    if field.values:
        limits["enum"] = list(field.values)
    if limits:
        described["constraints"] = limits
    return described
