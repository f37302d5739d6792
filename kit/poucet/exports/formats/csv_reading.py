"""Read a CSV set: all of it, checked to the last reference, or one sentence that says where."""

from __future__ import annotations

import csv
import difflib
import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from poucet.errors import PoucetError
from poucet.exports.formats.csv_checks import (
    ReadTable,
    check_key,
    check_references,
    check_values,
    wrong,
)
from poucet.exports.formats.csv_table import Table
from poucet.exports.formats.source_mark import DESCRIPTOR, read_descriptor
from poucet.i18n import gettext as _
from poucet.i18n import number

BATCH = 10_000  # rows turned into columns together


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
        if table.optional and not marked:
            return ReadTable(path, {name: [] for name in table.header}, [])
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
        check_values(found, field)
    check_key(found, table)
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
    batch: list[list[str]] = []
    begins = 1
    try:
        header = next(reader, [])
        places = _places(path, table, header, marked)
        columns: list[list[str]] = [[] for _place in places]
        ends: list[int] = []
        known: list[dict[str, str]] = [{} for _place in places]
        while True:
            begins = reader.line_num + 1
            batch = []
            batch.extend(itertools.islice(reader, BATCH))
            if not batch:
                return ReadTable(path, dict(zip(table.header, columns, strict=True)), ends)
            stand = _line_numbers(batch, begins, reader.line_num)
            if set(map(len, batch)) != {len(header)}:
                batch, stand = _whole_rows(path, table, batch, stand, len(header), marked)
            cells = list(zip(*batch, strict=True)) or [()] * len(header)
            for column, place, words in zip(columns, places, known, strict=True):
                found = itertools.repeat("", len(batch)) if place is None else cells[place]
                column.extend(_kept_once(found, words))
            ends.extend(stand)
    except csv.Error:
        raise wrong(
            path,
            _line_numbers([*batch, []], begins, None)[-1],
            _("un guillemet n’est pas fermé ou est mal placé : corrigez-le ou refaites l’export."),
        ) from None


def _kept_once(cells: Iterable[str], words: dict[str, str]) -> Iterable[str]:
    """Keep once in memory the words that come back a thousand times."""
    if len(words) > BATCH:
        return cells  # names and numbers hardly come back: do not search them
    return [words.setdefault(cell, cell) for cell in cells]


def _line_numbers(rows: list[list[str]], begins: int, last: int | None) -> Sequence[int]:
    """Give the line where each row ends: a cell between quotes may go over several."""
    if last is not None and last - begins + 1 == len(rows):
        return range(begins, last + 1)
    heights = (1 + sum(cell.count("\n") for cell in row) for row in rows)
    return [begins - 1 + total for total in itertools.accumulate(heights)]


def _whole_rows(
    path: Path,
    table: Table,
    rows: list[list[str]],
    stand: Sequence[int],
    width: int,
    marked: bool,
) -> tuple[list[list[str]], list[int]]:
    """Refuse a row that is too short or too long; a blank line at the end is a spreadsheet's."""
    kept = [i for i, row in enumerate(rows) if row or marked]
    for i in kept:
        if len(rows[i]) != width:
            raise wrong(
                path,
                stand[i],
                _(
                    "{found} valeurs au lieu de {expected} : la ligne est coupée, ou un "
                    "séparateur « {delimiter} » est en trop."
                ).format(found=len(rows[i]), expected=width, delimiter=table.delimiter),
            )
    return [rows[i] for i in kept], [stand[i] for i in kept]


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
