"""Read a CSV set: all of it, checked to the last reference, or one sentence that says where."""

from __future__ import annotations

import csv
import datetime
import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from poucet.errors import PoucetError
from poucet.exports.formats.csv_table import Field, Table
from poucet.exports.formats.source_mark import DESCRIPTOR, read_descriptor
from poucet.i18n import gettext as _
from poucet.i18n import number


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
    users.csv, ligne 3 : le nom manque.
    """
    where = _("{file}, ligne {line} : {defect}")
    return PoucetError(where.format(file=path.name, line=line, defect=defect))


def read_set(
    folder: Path, name: str, tables: Sequence[Table], real: bool = False
) -> dict[str, ReadTable]:
    """Read and check every table of a format.

    Parameters
    ----------
    folder : pathlib.Path
        The export's folder.
    name : str
        The format.
    tables : sequence of Table
        What the format holds.
    real : bool, default False
        Whether to open a set without the kit's mark; then columns may stand in another order,
        those that are not required may be missing, and others may be added.

    Returns
    -------
    dict of ReadTable
        Each table, by its `Table.name`.

    Raises
    ------
    poucet.errors.PoucetError
        At the first defect.
    """
    descriptor = read_descriptor(folder, name, real)
    announced: dict[str, int | None] = {table.name: None for table in tables}
    if descriptor is not None:
        announced.update(_announced(folder, tables, descriptor.get("resources")))
    read = {}
    for table in tables:
        found = read[table.name] = read_table(folder, table, marked=descriptor is not None)
        rows = announced[table.name]
        if rows is not None and rows != len(found):
            raise wrong(
                found.path,
                found.lines[-1] if found.lines else 1,
                _(
                    "le fichier a {found} lignes de données au lieu de {rows} : il est tronqué "
                    "ou a été modifié, refaites l’export."
                ).format(found=number(len(found)), rows=number(rows)),
            )
    check_references(read, tables)
    return read


def _announced(folder: Path, tables: Sequence[Table], resources: object) -> dict[str, int]:
    """Check that the descriptor describes these tables, and give the rows it announces."""
    found = resources if isinstance(resources, list) else []
    counts = {}
    for table in tables:
        expected = table.describe(tuple(tables))
        same = [
            resource
            for resource in found
            if isinstance(resource, dict)
            and isinstance(resource.get("rows"), int)
            and {key: value for key, value in resource.items() if key != "rows"} == expected
        ]
        if len(same) != 1:
            raise PoucetError(
                _(
                    "« {descriptor} » ne décrit pas {file} comme ce format le veut : refaites "
                    "l’export."
                ).format(descriptor=folder / DESCRIPTOR, file=table.path)
            )
        counts[table.name] = same[0]["rows"]
    return counts


def read_table(folder: Path, table: Table, marked: bool = True) -> ReadTable:
    """Read one table and check its form, its values and its key (not its references).

    Parameters
    ----------
    folder : pathlib.Path
        Where `table.path` is.
    table : Table
        What the file should hold.
    marked : bool, default True
        Whether the kit wrote it: then the header is exact and the last line ends.
    """
    path = folder / table.path
    try:
        with path.open("rb") as file:
            found = _parse(path, table, _lines(path, table, file, marked), marked)
    except FileNotFoundError:
        raise PoucetError(
            _("Le fichier « {file} » manque dans « {folder} » : refaites l’export.").format(
                file=table.path, folder=folder
            )
        ) from None
    except OSError as trouble:
        raise PoucetError(
            _("Impossible de lire « {path} » ({reason}) : vérifiez ce fichier.").format(
                path=path, reason=trouble.strerror or trouble
            )
        ) from trouble
    for field in table.fields:
        _check_values(found, field)
    _check_key(found, table)
    return found


def _lines(path: Path, table: Table, file: Iterator[bytes], marked: bool) -> Iterator[str]:
    """Decode a file line by line, so that a byte that does not belong is found at its line."""
    single_byte = not table.encoding.startswith("utf")
    for line, raw in enumerate(file, 1):
        if line == 1 and not single_byte:
            raw = raw.removeprefix(b"\xef\xbb\xbf")  # spreadsheets begin their UTF-8 like this
        try:
            text = raw.decode(table.encoding)
            # Any byte is a letter of a one-byte alphabet: « Ã© » is what UTF-8 looks like there.
            misread = single_byte and not raw.isascii() and _is_utf8(raw)
        except UnicodeDecodeError:
            misread = True
        if misread or b"\0" in raw:
            raise wrong(
                path,
                line,
                _(
                    "le texte n’est pas en {encoding} : enregistrez le fichier dans cet encodage."
                ).format(encoding=table.encoding.upper()),
            )
        if marked and not raw.endswith(b"\n"):
            raise _cut_short(path, line)
        yield text


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _cut_short(path: Path, line: int) -> PoucetError:
    return wrong(path, line, _("le fichier s’arrête au milieu d’une ligne : refaites l’export."))


def _parse(path: Path, table: Table, lines: Iterator[str], marked: bool) -> ReadTable:
    reader = csv.reader(lines, delimiter=table.delimiter, strict=True)
    columns: list[list[str]] = []
    ends: list[int] = []
    # A word that comes back a thousand times is kept once.
    known: dict[str, str] = {}
    begins = 1
    try:
        header = next(reader, [])
        places = _places(path, table, header, marked)
        columns = [[] for _place in places]
        begins = reader.line_num + 1
        for row in reader:
            if len(row) != len(header):
                if not row and not marked:
                    continue  # a blank line, which spreadsheets leave at the end
                raise wrong(
                    path,
                    reader.line_num,
                    _(
                        "{found} valeurs au lieu de {expected} : la ligne est coupée, ou un "
                        "séparateur « {delimiter} » est en trop."
                    ).format(found=len(row), expected=len(header), delimiter=table.delimiter),
                )
            for column, place in zip(columns, places, strict=True):
                cell = "" if place is None else row[place]
                column.append(known.setdefault(cell, cell))
            ends.append(reader.line_num)
            if len(known) > 50_000:
                known.clear()
            begins = reader.line_num + 1
    except csv.Error:
        raise wrong(
            path,
            begins,
            _("un guillemet n’est pas fermé ou est mal placé : corrigez-le ou refaites l’export."),
        ) from None
    return ReadTable(path, dict(zip(table.header, columns, strict=True)), ends)


def _places(path: Path, table: Table, header: list[str], marked: bool) -> list[int | None]:
    """Find where each column of the format stands in the file."""
    if not header:
        raise wrong(path, 1, _("le fichier est vide : refaites l’export."))
    twice = next((name for name in header if header.count(name) > 1), None)
    if twice is not None:
        raise wrong(
            path, 1, _("la colonne « {name} » est là deux fois : gardez-en une.").format(name=twice)
        )
    strangers = [name for name in header if name not in table.header]
    for field in table.fields:
        if field.name in header or not (marked or field.required):
            continue
        close = difflib.get_close_matches(field.name, strangers, n=1)
        if close:
            raise wrong(
                path,
                1,
                _(
                    "la colonne « {name} » manque, et « {close} » lui ressemble : corrigez "
                    "l’en-tête."
                ).format(name=field.name, close=close[0]),
            )
        raise wrong(
            path, 1, _("la colonne « {name} » manque : refaites l’export.").format(name=field.name)
        )
    if marked and strangers:
        close = difflib.get_close_matches(strangers[0], table.header, n=1, cutoff=0)
        raise wrong(
            path,
            1,
            _(
                "la colonne « {name} » n’est pas de ce format (la plus proche est « {close} ») : "
                "enlevez-la."
            ).format(name=strangers[0], close=close[0]),
        )
    if marked and tuple(header) != table.header:
        first = next(i for i, name in enumerate(header) if name != table.header[i])
        raise wrong(
            path,
            1,
            _(
                "la colonne « {found} » est à la place de « {expected} » : remettez les colonnes "
                "dans l’ordre du format."
            ).format(found=header[first], expected=table.header[first]),
        )
    return [header.index(name) if name in header else None for name in table.header]


def _check_values(found: ReadTable, field: Field) -> None:
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
        return datetime.datetime.strptime(text, form).strftime(form) == text
    except ValueError:
        return False


def _check_key(found: ReadTable, table: Table) -> None:
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
