"""k-anonymity: 30,162 invented people, eight columns, k = 5, at most 5 % of the rows suppressed.
The kit looks for the full-domain generalisation of least loss; anjana generalises greedily, with
the same hierarchies. Mondrian cuts the table into boxes, in the kit and in anonypy. Losses (the
mean share of its column that a cell covers) stand in the row's name; every table is counted again
before it is timed. anjana asks for older versions of what the kit uses, so it is timed only where
it was installed without its dependencies: `pip install --no-deps anjana==1.2.3 beartype`."""

from __future__ import annotations

import contextlib
import copy
import io
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
from harness import Row
from people_table import BY, ROWS, people, wider

from poucet import class_sizes, k_anonymise

K = 5
SUPPRESS = 0.05


def rows(quick: bool) -> Iterator[Row]:
    frame = people(3000 if quick else ROWS)
    size = f"{len(frame):,} rows × {len(BY)} columns"
    yield full_domain(frame, size)
    yield boxes(frame, size)


def full_domain(frame: pd.DataFrame, size: str) -> Row:
    hierarchies = {name: wider(name) for name in BY}
    peers = {}
    greedy = ""
    try:
        from anjana.anonymity import k_anonymity as anjana_k_anonymity
    except ImportError:
        pass
    else:
        texts = frame.astype(object)
        listed = {}
        for name, levels in hierarchies.items():
            cells = list(levels[0])
            listed[name] = {0: pd.Series(cells, dtype=object)} | {
                place: pd.Series([level[cell] for cell in cells], dtype=object)
                for place, level in enumerate(levels, start=1)
            }

        def by_anjana() -> pd.DataFrame:
            # It was written for a pandas whose texts are objects, and prints what it does.
            with (
                pd.option_context("future.infer_string", False),
                contextlib.redirect_stdout(io.StringIO()),
            ):
                return anjana_k_anonymity(
                    texts, [], list(BY), K, 100 * SUPPRESS, copy.deepcopy(listed)
                )

        peers["anjana"] = by_anjana
        greedy = f", anjana's {generalisation_loss(frame, by_anjana(), hierarchies):.3f}"

    def by_kit() -> Any:
        return k_anonymise(frame, BY, K, hierarchies, suppress=SUPPRESS)

    def no_worse(kit: Any, peer: pd.DataFrame) -> bool:
        loss = generalisation_loss(frame, peer, hierarchies)
        measured = generalisation_loss(frame, kit.frame, hierarchies)
        both_hold = class_sizes(kit.frame, BY).k >= K and class_sizes(peer, BY).k >= K
        return both_hold and abs(measured - kit.loss.ncp) < 1e-9 and kit.loss.ncp <= loss

    return Row(
        f"full-domain generalisation, k = {K}; loss {by_kit().loss.ncp:.3f}{greedy}",
        size,
        by_kit,
        peers,
        dict.fromkeys(peers, 10),
        same=no_worse,
        rounds=5,
    )


def boxes(frame: pd.DataFrame, size: str) -> Row:
    import anonypy

    categories = frame.astype({name: "category" for name in frame.columns if name != "age"})
    ours = k_anonymise(frame, BY, K, method="mondrian")

    def by_anonypy() -> list[dict[str, Any]]:
        return anonypy.Preserver(categories, BY, "grant").anonymize_k_anonymity(K)

    def same(kit: Any, peer: list[dict[str, Any]]) -> bool:
        """Check that all rows are there, in classes of k at least."""
        table = pd.DataFrame(peer).astype(dict.fromkeys(BY, str))
        classes = table.groupby(BY)["count"].sum()
        return (
            class_sizes(kit.frame, BY).k >= K
            and int(classes.sum()) == len(kit.frame) == len(frame)
            and int(classes.min()) >= K
        )

    theirs = box_loss(frame, by_anonypy())
    return Row(
        f"Mondrian, k = {K}; loss {ours.loss.ncp:.3f}, anonypy's {theirs:.3f}",
        size,
        lambda: k_anonymise(frame, BY, K, method="mondrian"),
        {"anonypy": by_anonypy},
        {"anonypy": 100},
        same=same,
        rounds=7,
        once=("anonypy",),
    )


def generalisation_loss(
    frame: pd.DataFrame, published: pd.DataFrame, hierarchies: dict[str, Any]
) -> float:
    """Work out, apart from the kit, the mean share of its column that a published cell covers."""
    lost = float(len(frame) - len(published)) * len(BY)
    for name, levels in hierarchies.items():
        cells = frame[name].unique()
        held = set(published[name].unique())
        for level in [dict(zip(cells, cells, strict=True)), *levels]:
            if held <= set(level.values()):
                break
        covered = pd.Series(cells).groupby([level[cell] for cell in cells])
        if name == "age":
            shares = (covered.max() - covered.min()) / (cells.max() - cells.min())
        else:
            shares = covered.size().where(covered.size() > 1, 0) / len(cells)
        lost += float(published[name].map(shares).sum())
    return lost / len(frame) / len(BY)


def box_loss(frame: pd.DataFrame, classes: list[dict[str, Any]]) -> float:
    """Do the same for the classes of anonypy, which come with the values or ages they cover."""
    lost = 0.0
    for found in classes:
        low, _, high = found["age"][0].partition("-")
        share = (int(high or low) - int(low)) / int(np.ptp(frame["age"]))
        for name in BY[1:]:
            covered = found[name][0].count(",") + 1
            share += covered / frame[name].nunique() if covered > 1 else 0
        lost += share * found["count"]
    return lost / len(frame) / len(BY)
