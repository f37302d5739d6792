"""Write a CSV set: row after row, so that a large school is never text in memory."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from pathlib import Path

import numpy as np

from poucet.exports.formats.csv_table import Table
from poucet.exports.formats.progress import Progress, Steps
from poucet.exports.formats.source_mark import write_descriptor

# Some rows of a table: a column is one value a row, or one value for all; what is left out is blank
Chunk = Mapping[str, Sequence[str] | np.ndarray | str]


def write_set(
    folder: Path,
    name: str,
    contents: Sequence[tuple[Table, int, Iterable[Chunk]]],
    progress: Progress | None = None,
) -> None:
    """Write every table of a format, then the descriptor that marks and describes them.

    Parameters
    ----------
    folder : pathlib.Path
        An existing, empty folder.
    name : str
        The format.
    contents : sequence of (Table, int, iterable of Chunk)
        Each table, its number of rows, and the rows, made while they are written.
    progress : callable, optional
        Called as ``progress(rows written, rows in all)`` after each chunk.
    """
    tables = tuple(table for table, _rows, _chunks in contents)
    steps = Steps(progress, sum(rows for _table, rows, _chunks in contents))
    for table, rows, chunks in contents:
        written = write_table(folder, table, chunks, steps)
        assert written == rows, f"{table.path}: {written} rows instead of {rows}"
    resources = [table.describe(tables, rows) for table, rows, _chunks in contents]
    write_descriptor(folder, name, resources)


def write_table(folder: Path, table: Table, chunks: Iterable[Chunk], steps: Steps) -> int:
    """Write one table and give its number of rows."""
    total = 0
    with (folder / table.path).open("w", encoding=table.encoding, newline="") as file:
        writer = csv.writer(file, delimiter=table.delimiter, lineterminator=table.line_end)
        writer.writerow(table.header)
        for chunk in chunks:
            rows = _rows(chunk)
            writer.writerows(zip(*_columns(table, chunk, rows), strict=True))
            total += rows
            steps.advance(rows)
    return total


def _rows(chunk: Chunk) -> int:
    return next(len(cells) for cells in chunk.values() if not isinstance(cells, str))


def _columns(table: Table, chunk: Chunk, rows: int) -> list[Iterable[str]]:
    strangers = set(chunk) - set(table.header)
    assert not strangers, f"{table.path} has no column {sorted(strangers)}"
    columns: list[Iterable[str]] = []
    for name in table.header:
        cells = chunk.get(name, "")
        if isinstance(cells, str):
            columns.append(repeat(cells, rows))
        else:
            columns.append(cells.tolist() if isinstance(cells, np.ndarray) else cells)
    return columns
