"""What a CSV table that was read must hold: values, keys, references, each defect with its line."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from poucet.errors import PoucetError
from poucet.exports.formats.csv_table import Field, Table
from poucet.i18n import gettext as _


@dataclass(frozen=True)
class ReadTable:
    """A table that was read: its cells as text, and where each row stood in the file.

    Attributes
    ----------
    path : pathlib.Path
        The file.
    columns : dict of list of str
        One list a column of the format, in the file's order of rows.
    lines : list of int
        The line of the file where each row ends, the header's being 1.
    """

    path: Path
    columns: dict[str, list[str]]
    lines: list[int]

    def __len__(self) -> int:
        return len(self.lines)


def wrong(path: Path, line: int, defect: str) -> PoucetError:
    """Give the error for a defect at a line of a file (the caller raises it).

    Examples
    --------
    >>> print(wrong(Path("export/users.csv"), 3, "le nom manque."))
    users.csv, ligne 3 : le nom manque.
    """
    where = _("{file}, ligne {line} : {defect}")
    return PoucetError(where.format(file=path.name, line=line, defect=defect))


def check_values(found: ReadTable, field: Field) -> None:
    """Check that a column is filled, and holds only what the format allows."""
    cells = found.columns[field.name]
    distinct = set(cells) if field.required or field.values or field.date else set()
    if field.required and "" in distinct:
        raise wrong(
            found.path,
            found.lines[cells.index("")],
            _("la colonne « {name} » est vide : donnez sa valeur.").format(name=field.name),
        )
    distinct.discard("")
    bad = {
        cell
        for cell in distinct
        if (field.values and cell not in field.values)
        or (field.date and not _is_date(cell, field.date))
    }
    if not bad:
        return
    row = next(i for i, cell in enumerate(cells) if cell in bad)
    allowed = (
        _("une date comme {example}").format(
            example=datetime.date(2010, 3, 31).strftime(field.date)
        )
        if field.date
        else ", ".join(field.values)
    )
    raise wrong(
        found.path,
        found.lines[row],
        _("la colonne « {name} » contient « {cell} » au lieu de : {allowed}.").format(
            name=field.name, cell=cells[row], allowed=allowed
        ),
    )


def _is_date(text: str, form: str) -> bool:
    try:
        datetime.datetime.strptime(text, form)
    except ValueError:
        return False
    return form != "%Y-%m-%d" or len(text) == 10  # ISO 8601 keeps its zeros


def check_key(found: ReadTable, table: Table) -> None:
    """Check that no two rows have the same key."""
    if not table.key:
        return
    parts = [found.columns[name] for name in table.key]
    keys: Sequence[object] = parts[0] if len(parts) == 1 else list(zip(*parts, strict=True))
    if len(set(keys)) == len(keys):
        return
    seen: dict[object, int] = {}
    for row, key in enumerate(keys):
        if key in seen:
            raise wrong(
                found.path,
                found.lines[row],
                _(
                    "l’identifiant « {key} » est déjà à la ligne {first} : gardez une seule de "
                    "ces lignes."
                ).format(key=" / ".join(part[row] for part in parts), first=found.lines[seen[key]]),
            )
        seen[key] = row


def check_references(read: dict[str, ReadTable], tables: Sequence[Table]) -> None:
    """Check that whatever a row quotes is defined in its table."""
    keys = {
        table.name: set(read[table.name].columns[table.key[0]]) for table in tables if table.key
    }
    paths = {table.name: table.path for table in tables}
    for table in tables:
        for field in table.fields:
            if not field.refers_to:
                continue
            cells = read[table.name].columns[field.name]
            defined = keys[field.refers_to]
            missing = {key for cell in set(cells) for key in _quoted(cell, field)} - defined
            if not missing:
                continue
            row, key = next(
                (row, key)
                for row, cell in enumerate(cells)
                for key in _quoted(cell, field)
                if key in missing
            )
            raise wrong(
                read[table.name].path,
                read[table.name].lines[row],
                _(
                    "« {name} » renvoie à « {key} », qui n’existe pas dans {file} : corrigez ce "
                    "renvoi ou refaites l’export."
                ).format(name=field.name, key=key, file=paths[field.refers_to]),
            )


def _quoted(cell: str, field: Field) -> list[str]:
    if not cell:
        return []
    return [key.strip() for key in cell.split(",")] if field.many else [cell]
