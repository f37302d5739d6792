import numpy as np
import pandas as pd
import pytest

from poucet import Contract, School, trail
from poucet.contract.held_trail import hold_trail
from poucet.exports import trail_columns
from poucet.exports.trail import TrailColumns

SCHOOL = School(seed=3, pupils=60)
WEEKS = 2
CHARTE = Contract.load("charte")
ACCOUNTS = np.array([f"a{n:02}" for n in range(60)], dtype=object)
RANKS = np.arange(60, dtype=np.int32)[::-1]


def table(held) -> pd.DataFrame:
    """Spell out the lines, without the help of the code that is tested."""
    return pd.DataFrame(
        {
            name: held.categories[name][codes] if name in held.categories else codes
            for name, codes in held.codes.items()
        }
    )


def expected(verbs, time, ip) -> pd.DataFrame:
    """Do the same with pandas, from the school's own trail."""
    lines = trail(SCHOOL, WEEKS)
    lines = lines[lines["verb"].isin(verbs)].copy()
    lines["account"] = [ACCOUNTS[RANKS[pupil - 1]] for pupil in lines.pop("pupil")]
    dropped = {"whole": [], "cut": ["ip"], "none": ["ip", "place"]}[ip]
    dropped += ["time"] if time == "none" else []
    lines = lines.drop(columns=dropped)
    if time in ("hour", "day"):
        lines["time"] = lines["time"].dt.floor({"hour": "h", "day": "D"}[time])
    return lines.astype({"verb": object, "object": object, "device": object})


@pytest.mark.parametrize("time", ["second", "hour", "day", "none"])
@pytest.mark.parametrize("ip", ["whole", "cut", "none"])
@pytest.mark.parametrize("verbs", [("opened", "answered"), ("signed-in", "searched", "watched")])
def test_the_lines_are_those_that_the_clauses_leave(time, ip, verbs):
    held = hold_trail(trail_columns(SCHOOL, WEEKS), ACCOUNTS, RANKS, verbs, time, ip)
    wanted = expected(verbs, time, ip)
    found = table(held)
    assert set(found) == set(wanted)
    by = sorted(wanted)
    pd.testing.assert_frame_equal(
        found.sort_values(by, ignore_index=True)[by],
        wanted.sort_values(by, ignore_index=True)[by],
        check_dtype=False,
        check_categorical=False,
    )


def shuffled(lines: TrailColumns, unit: str | None) -> TrailColumns:
    """Move lines about, each within its hour or day; anywhere if there is none."""
    when = lines.codes["time"].astype(f"datetime64[{unit}]") if unit else np.zeros(
        len(lines.codes["time"])
    )  # fmt: skip
    order = np.lexsort((np.random.default_rng(1).random(len(when)), when))
    return TrailColumns({n: v[order] for n, v in lines.codes.items()}, lines.categories)


@pytest.mark.parametrize(("time", "unit"), [("hour", "h"), ("day", "D"), ("none", None)])
@pytest.mark.parametrize("ip", ["whole", "cut", "none"])
def test_the_order_of_roughly_dated_lines_tells_no_more_than_they_do(time, unit, ip):
    lines = trail_columns(SCHOOL, WEEKS)
    args = ACCOUNTS, RANKS, CHARTE.verbs, time, ip
    one, other = hold_trail(lines, *args), hold_trail(shuffled(lines, unit), *args)
    for name, values in one.codes.items():
        np.testing.assert_array_equal(values, other.codes[name])


def test_each_line_keeps_its_pupil_and_its_day_sealed_beside_it():
    held = hold_trail(trail_columns(SCHOOL, WEEKS), ACCOUNTS, RANKS, CHARTE.verbs, "hour", "none")
    np.testing.assert_array_equal(held.codes["account"], RANKS[held.row])
    days = held.codes["time"].astype("datetime64[D]") - np.datetime64("2026-09-07")
    np.testing.assert_array_equal(days.astype(int), held.day)


def test_no_verb_no_line():
    held = hold_trail(trail_columns(SCHOOL, WEEKS), ACCOUNTS, RANKS, (), "hour", "cut")
    assert len(held.codes["account"]) == 0
