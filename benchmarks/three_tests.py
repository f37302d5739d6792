"""The three tests of G29 beside anonymeter, which carries out the attacks of Giomi et al. (2023).
Each row's name gives the share of people on whom the attack succeeds and, in brackets, that share
among people who are not in the release. On noised numbers no two rows are as near as each other:
linkability and inference are then the same attack in both, and must give the same numbers. For
singling out, anonymeter tries conditions on all columns of distinct rows: in a widened table it
counts rows that several people share, and its baseline is scaled by a model where the distinct rows
differ in number. For linkability it takes the first of equals by their place, where the kit
computes the chance of a draw; for inference it takes one row, where all rows as near vote in the
kit. anonymeter pins NumPy below 1.27, which the kit does not support; it runs with a newer one when
installed with ``pip install --no-deps anonymeter``."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pandas as pd
from harness import Row

from poucet import School
from poucet.i18n import in_language, percent
from poucet.protect import inference_risk, linkability_risk, singling_out_risk

KNOWN = ["birth_date", "sex", "class", "second_language"]
HALVES = (KNOWN[:2], KNOWN[2:])
SECRET = "scholarship"
Shares = tuple[float, float]


def rows(quick: bool) -> Iterator[Row]:
    try:
        import anonymeter.evaluators  # noqa: F401
    except ImportError:
        print("three_tests: anonymeter is not installed (pip install --no-deps anonymeter==1.1.0).")
        return
    logging.getLogger("anonymeter").setLevel(logging.ERROR)  # it tells of every condition not found
    size = 120 if quick else 600
    people, absent = numbers(size, 1), numbers(size, 2)
    peer_linked(people[:9], people[:9], absent[:9], ["a"], ["b"])  # compiles what it needs
    noise = np.random.default_rng(3).normal(0, 0.5, (2, size))
    noised = people.assign(a=people["a"] + noise[0], b=people["b"] + noise[1])
    yield Row(
        name("linkability, noised numbers", linked(people, noised, absent, "a", "b")),
        f"{size} people, as many absent",
        lambda: linked(people, noised, absent, "a", "b"),
        {"anonymeter": lambda: peer_linked(people, noised, absent, ["a"], ["b"])},
        {"anonymeter": 1},
        same=np.allclose,
        rounds=3,
    )
    yield Row(
        name("inference, noised numbers", inferred(people, noised, absent, ["a"], "secret")),
        f"{size} people, as many absent",
        lambda: inferred(people, noised, absent, ["a"], "secret"),
        {"anonymeter": lambda: peer_inferred(people, noised, absent, ["a"], "secret")},
        {"anonymeter": 1},
        same=np.allclose,
        rounds=3,
    )
    pupils, others = (cells(School(seed=seed, pupils=size)) for seed in (1, 2))
    for case, tables in cases(pupils, others).items():
        for test, (kit, peer) in attacks(*tables).items():
            found = peer()
            yield Row(
                f"{name(f'{test}, {case}', kit())}; anonymeter {shares(found)}",
                f"{size} people, as many absent",
                kit,
                {"anonymeter": peer},
                {"anonymeter": 1},
                rounds=3,
            )


def numbers(size: int, seed: int) -> pd.DataFrame:
    """Draw two sizes of each person, and a secret that follows from the first in part."""
    rng = np.random.default_rng(seed)
    first = rng.normal(0, 100, size)
    secret = np.where(first + rng.normal(0, 100, size) > 0, "yes", "no")
    return pd.DataFrame({"a": first, "b": rng.normal(0, 100, size), "secret": secret})


def cells(school: School) -> pd.DataFrame:
    """Take the columns attacked, all as texts, as anonymeter reads widened cells."""
    return school.pupils[[*KNOWN, SECRET]].astype(str).reset_index(drop=True)


def cases(pupils: pd.DataFrame, others: pd.DataFrame) -> dict[str, tuple[pd.DataFrame, ...]]:
    """Release the table as it is, widened (and everything known likewise), and shuffled."""
    wide, wide_others = (
        table.assign(**{"birth_date": table.birth_date.str[:4], "class": table["class"].str[:3]})
        for table in (pupils, others)
    )
    rng = np.random.default_rng(4)
    shuffled = pupils.apply(lambda column: rng.permutation(column.to_numpy()))
    return {
        "raw": (pupils, pupils, others),
        "widened": (wide, wide, wide_others),
        "shuffled": (pupils, shuffled, others),
    }


def attacks(
    people: pd.DataFrame, released: pd.DataFrame, absent: pd.DataFrame
) -> dict[str, tuple[Callable[[], Shares], Callable[[], Shares]]]:
    """Give each test in the kit and in anonymeter."""
    return {
        "singling out": (
            lambda: both(singling_out_risk(people, released, absent, KNOWN)),
            lambda: peer_singled_out(people[KNOWN], released[KNOWN], absent[KNOWN]),
        ),
        "linkability": (
            lambda: linked(people, released, absent, *HALVES),
            lambda: peer_linked(people, released, absent, *HALVES),
        ),
        "inference": (
            lambda: inferred(people, released, absent, KNOWN, SECRET),
            lambda: peer_inferred(people, released, absent, KNOWN, SECRET),
        ),
    }


def both(found: Any) -> Shares:
    return found.value, found.baseline


def linked(*arguments: Any) -> Shares:
    return both(linkability_risk(*arguments))


def inferred(*arguments: Any) -> Shares:
    return both(inference_risk(*arguments))


def peer_singled_out(people: Any, released: Any, absent: Any) -> Shares:
    from anonymeter.evaluators import SinglingOutEvaluator

    # As many conditions as there are people, each on all columns; fewer may be found.
    made = SinglingOutEvaluator(
        people, released, n_attacks=len(people), n_cols=len(KNOWN), control=absent,
        max_attempts=20 * len(people), seed=1,
    )  # fmt: skip
    return counts(made.evaluate(), len(people), len(absent))


def peer_linked(people: Any, released: Any, absent: Any, left: Any, right: Any) -> Shares:
    from anonymeter.evaluators import LinkabilityEvaluator

    made = LinkabilityEvaluator(people, released, (left, right), None, control=absent)
    return counts(made.evaluate(n_jobs=1), len(people), len(absent))


def peer_inferred(people: Any, released: Any, absent: Any, known: Any, secret: str) -> Shares:
    from anonymeter.evaluators import InferenceEvaluator

    made = InferenceEvaluator(
        people, released, known, secret, n_attacks=len(people), control=absent
    )
    return counts(made.evaluate(n_jobs=1), len(people), len(absent))


def counts(made: Any, people: int, absent: int) -> Shares:
    """Give plain shares: the ones it reports are drawn towards one half by Wilson's formula."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns when the attack is no better than a guess
        found = made.results()
    return float(found.n_success) / people, float(found.n_control) / absent


def name(work: str, found: Shares) -> str:
    return f"{work}: kit {shares(found)}"


def shares(found: Shares) -> str:
    with in_language("en"):
        return f"{percent(found[0], 1)} ({percent(found[1], 1)})"
