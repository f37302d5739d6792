"""The sealed traits lean on what shows, without being given away by it."""

import numpy as np
import pytest

from poucet.school import School


@pytest.fixture(scope="module")
def crowd():
    return School(seed=8, pupils=100_000)


def share(trait, when):
    return float(np.mean(trait[when]))


def test_the_traits_are_as_frequent_as_the_table_says(crowd):
    truth = crowd.sealed
    assert list(truth) == ["separated_parents", "money_trouble", "illness", "sleeplessness", "job"]
    apart, money = truth["separated_parents"], truth["money_trouble"]
    assert np.mean(apart) == pytest.approx(0.28, abs=0.007)
    assert share(money, apart) == pytest.approx(0.32, abs=0.012)
    assert share(money, ~apart) == pytest.approx(0.16, abs=0.007)
    assert np.mean(truth["illness"]) == pytest.approx(0.08, abs=0.005)


def test_sleep_is_lost_to_work_illness_and_worry(crowd):
    truth, calm = crowd.sealed, {}
    for cause in ("separated_parents", "money_trouble", "illness", "job"):
        others = [c for c in ("separated_parents", "money_trouble", "illness", "job") if c != cause]
        alone = ~np.any([truth[other] for other in others], axis=0)
        calm[cause] = share(truth["sleeplessness"], alone & truth[cause])
        assert share(truth["sleeplessness"], alone & ~truth[cause]) == pytest.approx(0.12, abs=0.01)
    assert calm["separated_parents"] == pytest.approx(0.16, abs=0.02)
    assert calm["money_trouble"] == pytest.approx(0.20, abs=0.025)
    assert calm["illness"] == pytest.approx(0.24, abs=0.03)
    assert calm["job"] == pytest.approx(0.34, abs=0.03)


def test_the_older_work_more_and_the_poorer_twice_as_much(crowd):
    job, money = crowd.sealed["job"], crowd.sealed["money_trouble"]
    level = crowd.columns["level"]
    for name, usual in (("seconde", 0.04), ("première", 0.10), ("terminale", 0.17)):
        assert share(job, (level == name) & ~money) == pytest.approx(usual, abs=0.012)
        assert share(job, (level == name) & money) == pytest.approx(2 * usual, abs=0.025)


def test_what_shows_is_a_clue_and_never_a_proof_but_for_two_homes(crowd):
    """Each clue at least doubles the suspicion, and leaves both false accusations and misses."""
    columns, truth = crowd.columns, crowd.sealed
    clues = {
        "money_trouble": columns["scholarship"],
        "illness": columns["accommodation"] != "",
        "job": columns["level"] == "terminale",
    }
    for trait, clue in clues.items():
        lift = share(truth[trait], clue) / share(truth[trait], ~clue)
        assert lift > 2, trait
        assert share(truth[trait], clue) < 0.8, trait  # someone is wrongly accused
        assert share(clue, truth[trait]) < 0.9, trait  # someone is missed
    alone = columns["devices"] == "téléphone"
    assert 2 < share(truth["money_trouble"], alone) / share(truth["money_trouble"], ~alone) < 5
    two = columns["address2"] != ""
    assert share(truth["separated_parents"], ~two) > 0.2  # most separated parents do not show


@pytest.mark.parametrize(
    "column", ["given_name", "family_name", "sex", "commune", "second_language"]
)
def test_a_trait_says_nothing_of_a_name_a_sex_a_place_or_a_language(crowd, column):
    """Chi-square of each trait over the column's 30 most frequent values, 5 standard errors."""
    code = crowd.codes[column]
    top = np.argsort(np.bincount(code))[::-1][:30]
    top = top[np.bincount(code)[top] > 200]
    for name, trait in crowd.sealed.items():
        count = np.array([np.sum(code == value) for value in top])
        found = np.array([np.sum(trait[code == value]) for value in top])
        rate = found.sum() / count.sum()
        freedom = len(top) - 1
        chi = np.sum((found - count * rate) ** 2 / (count * rate * (1 - rate)))
        assert chi < freedom + 5 * np.sqrt(2 * freedom), name


def test_siblings_share_their_parents_but_not_their_health(crowd):
    one, other = crowd._people.first, crowd._people.second
    for trait in ("separated_parents", "money_trouble"):
        assert (crowd.sealed[trait][one] == crowd.sealed[trait][other]).all()
    for trait in ("illness", "job", "sleeplessness"):
        assert (crowd.sealed[trait][one] != crowd.sealed[trait][other]).any()
