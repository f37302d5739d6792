"""The pupils of France: who they are, against the tables they are drawn from."""

import csv
import datetime
from functools import cache
from math import sqrt
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poucet import PoucetError, i18n
from poucet.school.births import MONTHS, WEEKDAYS
from poucet.school.nation import LEVELS, Nation

COLUMNS = [
    "birth_date", "birth_month", "birth_year", "sex", "commune", "postcode", "departement", "level",
]  # fmt: skip


@cache
def communes():
    """Read the table by other means than the kit's own."""
    table = Path(__file__).parents[2] / "data" / "communes.csv"
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def nation():
    return Nation(seed=3, pupils=1_000_000)


def values(pupils, column):
    return np.asarray(pupils.categories[column])[pupils.codes[column]]


def z_scores(counts, shares):
    """How many standard errors each count is from its share."""
    total = counts.sum()
    return (counts - total * shares) / np.sqrt(total * shares * (1 - shares))


def test_pupils_live_where_the_inhabitants_live():
    population = np.array([int(row["population"] or 0) for row in communes()])
    counts = np.bincount(nation().codes["commune"], minlength=len(population))
    assert not counts[population == 0].any()
    large = population > 2_000
    with np.errstate(invalid="ignore"):  # 0 / 0 where nobody lives
        z = z_scores(counts, population / population.sum())[large]
    assert abs(z).max() < 5
    assert z.std() == pytest.approx(1, abs=0.05)
    # The villages, too small one by one, taken together.
    village = (population > 0) & (population <= 100)
    share = population[village].sum() / population.sum()
    error = sqrt(nation().size * share * (1 - share))
    assert abs(counts[village].sum() - nation().size * share) < 5 * error


def test_births_follow_the_weekdays_and_the_months():
    dates = values(nation(), "birth_date")
    dates = dates[dates >= np.datetime64("2009-01-01")]  # whole years
    days = np.arange(np.datetime64("2009-01-01"), np.datetime64("2024-01-01")).tolist()
    for part, factors in (
        (datetime.date.weekday, WEEKDAYS),
        (lambda day: day.month - 1, MONTHS),
    ):
        expected = np.zeros(len(factors))
        for day in days:
            expected[part(day)] += MONTHS[day.month - 1] * WEEKDAYS[day.weekday()]
        lookup = np.array([part(day) for day in days])
        counts = np.bincount(lookup[(dates - np.datetime64("2009-01-01")).astype(int)])
        assert abs(z_scores(counts, expected / expected.sum())).max() < 5


def test_five_hundred_and_twelve_pupils_in_a_thousand_are_boys():
    boys = (values(nation(), "sex") == "M").mean()
    assert boys == pytest.approx(0.512, abs=5 * sqrt(0.25 / nation().size))


def test_nobody_is_more_than_a_year_from_the_level_of_their_age():
    levels = nation().codes["level"].astype(int)
    birth_years = values(nation(), "birth_year")
    usual = 2023 - birth_years  # petite section at three, terminale at seventeen
    behind = usual - levels
    assert set(np.unique(behind)) == {-1, 0, 1}
    assert (levels[birth_years == 2008] == LEVELS.index("terminale")).all()
    assert not behind[birth_years >= 2020].any()  # nobody repeats or skips the nursery school
    late = [(behind[birth_years == year] == 1).mean() for year in range(2019, 2008, -1)]
    assert late == sorted(late)
    assert late[2019 - 2015] == pytest.approx(0.05, abs=0.01)
    assert late[2019 - 2012] == pytest.approx(0.13, abs=0.01)
    early = behind[(birth_years > 2009) & (birth_years < 2020)] == -1
    assert early.mean() == pytest.approx(0.02, abs=0.002)


def test_no_level_is_out_of_proportion():
    counts = np.bincount(nation().codes["level"], minlength=len(LEVELS))
    assert counts.max() < 1.1 * counts.min()


def test_sex_commune_and_birth_are_drawn_apart():
    codes = nation().codes
    boys = codes["sex"].astype(float)
    for column in ("birth_date", "commune", "level"):
        assert abs(np.corrcoef(boys, codes[column])[0, 1]) < 5 / sqrt(nation().size)
    born_and_home = np.corrcoef(codes["birth_date"], codes["commune"])[0, 1]
    assert abs(born_and_home) < 5 / sqrt(nation().size)


def test_the_coarser_columns_follow_from_the_finer_ones():
    pupils = Nation(seed=5, pupils=3_000)
    dates = values(pupils, "birth_date").astype(str)
    assert values(pupils, "birth_month").tolist() == [date[:7] for date in dates]
    assert values(pupils, "birth_year").tolist() == [int(date[:4]) for date in dates]
    homes = [communes()[code] for code in pupils.codes["commune"]]
    assert values(pupils, "postcode").tolist() == [home["postcode"] for home in homes]
    assert values(pupils, "departement").tolist() == [home["departement"] for home in homes]
    assert values(pupils, "commune").tolist() == [
        f"{home['name']} ({home['departement']})" for home in homes
    ]


def test_communes_that_share_a_name_stay_apart():
    names = nation().categories["commune"]
    assert len(set(names.tolist())) == len(names) == len(communes())


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 2**64 - 1), st.integers(1, 70_000), st.integers(1, 70_000))
def test_the_first_pupils_do_not_depend_on_how_many_are_drawn(seed, some, more):
    some, more = sorted((some, more))
    few, many = Nation(seed, some), Nation(seed, more)
    for column in COLUMNS:
        assert np.array_equal(few.codes[column], many.codes[column][:some])


def test_another_seed_gives_other_pupils():
    one, two = Nation(1, 1000), Nation(2, 1000)
    assert (one.codes["commune"] != two.codes["commune"]).mean() > 0.9


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 2**32), st.integers(1, 500))
def test_every_code_has_a_meaning(seed, size):
    pupils = Nation(seed, size)
    assert list(pupils.codes) == list(pupils.categories) == COLUMNS
    for column, codes in pupils.codes.items():
        assert len(codes) == size == len(pupils)
        assert 0 <= codes.min() <= codes.max() < len(pupils.categories[column])


def test_the_frame_holds_the_codes_themselves():
    pupils = Nation(seed=2, pupils=5_000)
    assert list(pupils.frame) == COLUMNS
    for column, codes in pupils.codes.items():
        held = pupils.frame[column]
        assert np.shares_memory(held.array.codes, codes), column
        assert (np.asarray(held) == values(pupils, column)).all(), column


def test_twelve_million_pupils_take_fourteen_bytes_each():
    assert sum(codes.itemsize for codes in Nation(1, 10).codes.values()) == 14


@pytest.mark.parametrize("pupils", [0, -1, 2.5, "mille", None, True, 100_000_001, float("nan")])
def test_a_number_of_pupils_that_makes_no_nation_is_refused_in_one_sentence(pupils):
    with pytest.raises(PoucetError) as trouble:
        Nation(seed=1, pupils=pupils)
    sentence = str(trouble.value)
    assert sentence.startswith("pupils vaut")
    assert repr(pupils) in sentence
    assert sentence.count(". ") == 0 and "\n" not in sentence


@pytest.mark.parametrize("seed", [-1, 1.0, "1", 2**64])
def test_a_seed_must_be_a_whole_number(seed):
    with i18n.in_language("en"), pytest.raises(PoucetError, match=r"^seed is .* whole number"):
        Nation(seed=seed, pupils=10)


def test_numpy_numbers_are_numbers():
    assert Nation(np.int64(4), np.uint16(7)).size == 7
