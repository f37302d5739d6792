"""The definitions of k-anonymity and of its losses, written out row by row, without the kit."""

from collections import Counter, defaultdict
from itertools import product
from types import SimpleNamespace

import pytest


@pytest.fixture(scope="session")
def by_hand():
    """Give the definitions below to the tests."""
    return SimpleNamespace(rows_of=rows_of, classes_of=classes_of, holds=holds, best_loss=best_loss)


def rows_of(table, names):
    """Give the rows of a dictionary, a pandas, Polars or Arrow table as tuples."""
    columns = []
    for name in names:
        column = table[name]
        cells = column.to_pylist() if hasattr(column, "to_pylist") else list(column)
        columns.append([None if cell is None or cell != cell else cell for cell in cells])
    return list(zip(*columns, strict=True))


def classes_of(table, by, sensitive=None):
    """Group the rows by the columns; give each class's list of sensitive values (or of None)."""
    rows = rows_of(table, by)
    secrets = rows_of(table, [sensitive]) if sensitive else [None] * len(rows)
    found = defaultdict(list)
    for row, secret in zip(rows, secrets, strict=True):
        found[row].append(secret)
    return found


def distance(values, everyone):
    """Give the equal distance between two lists of words: half of the sum of the differences."""
    here, there = Counter(values), Counter(everyone)
    return sum(abs(here[v] / len(values) - there[v] / len(everyone)) for v in there) / 2


def holds(table, by, k, sensitive=None, l=1, t=1.0):  # noqa: E741
    """Check a published table against all that can be asked of it."""
    classes = classes_of(table, by, sensitive)
    everyone = [secret for secrets in classes.values() for secret in secrets]
    return all(
        len(secrets) >= k and len(set(secrets)) >= l and distance(secrets, everyone) <= t + 1e-9
        for secrets in classes.values()
    )


def covered(values, cells):
    """Give the share of a column's cells that some of its values cover."""
    distinct = set(values)
    if len(distinct) == 1:
        return 0.0
    if None in distinct:
        return 1.0
    if isinstance(cells[0], str):
        return len(distinct) / len(set(cells))
    known = [cell for cell in cells if cell is not None]
    return (max(distinct) - min(distinct)) / (max(known) - min(known))


def best_loss(table, steps, k, most, sensitive=None, l=1, t=1.0):  # noqa: E741
    """Try every choice of levels; give the least loss of those that hold.

    ``steps`` gives, for each column, one dictionary a level, the first being the cells themselves.
    """
    by = list(steps)
    rows = rows_of(table, by)
    secrets = rows_of(table, [sensitive]) if sensitive else [None] * len(rows)
    least = None
    for levels in product(*(range(len(steps[name])) for name in by)):
        chosen = [steps[name][level] for name, level in zip(by, levels, strict=True)]
        wider = [tuple(step[cell] for step, cell in zip(chosen, row, strict=True)) for row in rows]
        classes = defaultdict(list)
        for row, secret in zip(wider, secrets, strict=True):
            classes[row].append(secret)
        good = {row for row, held in classes.items() if len(held) >= k and len(set(held)) >= l}
        kept = [place for place, row in enumerate(wider) if row in good]
        if not kept or len(rows) - len(kept) > most:
            continue
        everyone = [secrets[place] for place in kept]
        if any(distance(classes[row], everyone) > t + 1e-9 for row in good):
            continue
        lost = (len(rows) - len(kept)) * len(by)
        for name, level in zip(by, levels, strict=True):
            step = steps[name][level]
            cells = list(table[name])
            behind = defaultdict(set)
            for cell in cells:
                behind[step[cell]].add(cell)
            lost += sum(covered(behind[step[cells[place]]], cells) for place in kept)
        loss = lost / len(rows) / len(by)
        least = loss if least is None else min(least, loss)
    return least
