"""Guessing traits: what accuses, what is shown for it, and what a mistake is answered."""

import datetime

import numpy as np
import pandas as pd
import pytest

from poucet import School, directory, infer, trail
from poucet.attacks.habits_seen import habits_seen
from poucet.attacks.inference_rules import ENOUGH, RULES, TRAITS
from poucet.errors import PoucetError
from poucet.exports.trail import trail_columns
from poucet.i18n import in_language


@pytest.fixture(scope="module")
def school():
    return School(seed=33, pupils=220)


@pytest.fixture(scope="module")
def lines(school):
    return trail(school)


@pytest.fixture(scope="module")
def seen(lines):
    return habits_seen(lines)


@pytest.fixture(scope="module")
def held(school):
    return directory(school).assign(pupil=range(1, school.size + 1))


def evenings(person, days, place="home", hour=20, **more):
    """Make one line an evening, as a dictionary of columns."""
    time = [datetime.datetime(2026, 9, 7, hour) + datetime.timedelta(day) for day in days]
    columns = {"pupil": person, "time": time, "place": place, "object": "portal", **more}
    return pd.DataFrame(columns)


def test_a_search_made_twice_accuses_and_is_shown():
    table = pd.concat(
        [
            evenings(1, range(5)),
            evenings(2, range(5)),
            evenings(1, [1, 3], object="searches/mieux-dormir", hour=21),
        ],
        ignore_index=True,
    )
    found = infer(table, "sleeplessness")
    assert found.people.tolist() == [1, 2]
    assert found.strength.tolist() == [3, 0] and found.guess.tolist() == [True, False]
    shown = found.evidence(1)
    assert [clue.key for clue in shown.clues] == ["searched", "searched again"]
    assert shown.rows.tolist() == [10, 11]
    assert shown.lines["object"].tolist() == ["searches/mieux-dormir"] * 2
    assert "(+2)" in str(shown)
    assert not found.evidence(2).clues and "Rien" in str(found.evidence(2))


def test_every_other_weekend_elsewhere_accuses_by_the_nights_under_the_other_roof():
    days = range(8 * 7)
    away = [day for day in days if day % 14 in (4, 5, 6)]
    home = [day for day in days if day not in away]
    table = pd.concat(
        [evenings(1, home), evenings(1, away, place="elsewhere"), evenings(2, days, place="flat")],
        ignore_index=True,
    )
    found = infer(table, "separated_parents")
    assert found.guess.tolist() == [True, False]
    shown = found.evidence(1)
    assert [clue.key for clue in shown.clues] == ["every other weekend"]
    assert set(shown.lines["place"]) == {"elsewhere"} and len(shown.rows) == len(away)


def test_a_hole_is_told_by_the_lines_around_it():
    days = [day for day in range(40) if day not in range(7, 17)]
    table = pd.concat(
        [evenings(1, days), *(evenings(n, range(40), place=f"flat {n}") for n in (2, 3, 4))],
        ignore_index=True,
    )
    found = infer(table, "illness")
    shown = found.evidence(1)
    assert [clue.key for clue in shown.clues] == ["missing", "missing long"]
    assert shown.lines["time"].dt.day.tolist() == [13, 24]  # the Sunday before, the Thursday after
    assert found.guess.tolist() == [True, False, False, False]


def test_a_scholarship_accuses_alone_and_its_absence_speaks_for_the_person():
    table = pd.concat([evenings(n, range(5), place=f"flat {n}") for n in (1, 2, 3)])
    held = {"pupil": [3, 1], "scholarship": [False, True]}
    found = infer(table, "money_trouble", held)
    assert found.strength.tolist() == [3, 0, -2]
    shown = found.evidence(3)
    assert shown.clues[0].points < 0 and not len(shown.rows)
    assert "(−2)" in str(shown)


@pytest.mark.parametrize("trait", TRAITS)
def test_the_strength_is_the_sum_of_the_clues_shown(trait, seen, held):
    found = infer(seen, trait, held)
    for person in found.people.tolist():
        total = sum(clue.points for clue in found.evidence(person).clues)
        assert total == found.strength[found.people == person][0]
    assert np.array_equal(found.guess, found.strength >= ENOUGH)


@pytest.mark.parametrize("trait", TRAITS)
def test_the_lines_shown_are_the_accused_person_s_own(trait, seen, lines):
    found = infer(seen, trait)
    for person in found.people[found.guess].tolist():
        shown = found.evidence(person)
        assert len(shown.rows) and set(shown.lines["pupil"]) == {person}
        pd.testing.assert_frame_equal(shown.lines, lines.iloc[shown.rows])
        assert all(len(clue.rows) for clue in shown.clues)


def test_night_lines_shown_are_at_night(seen):
    found = infer(seen, "sleeplessness", clues=["nights"])
    person = found.people[found.strength > 0][0]
    shown = found.evidence(person)
    assert set(shown.lines["time"].dt.hour) <= {0, 1, 2, 3}
    nights = shown.lines["time"].dt.date.nunique()
    rank = int(np.flatnonzero(seen.people == person)[0])
    assert nights == round(seen.nights_awake[rank] * len(seen.days.weekday))


def test_phone_lines_shown_are_one_a_week_from_home(seen):
    found = infer(seen, "money_trouble", clues="phone only")
    shown = found.evidence(found.people[found.strength > 0][0])
    assert set(shown.lines["device"]) == {"téléphone"}
    assert shown.lines["time"].dt.isocalendar().week.is_unique


def test_a_higher_bar_accuses_fewer_and_some_of_the_same(seen):
    low, high = infer(seen, "job").at(2), infer(seen, "job").at(4)
    assert 0 < high.guess.sum() < low.guess.sum()
    assert not (high.guess & ~low.guess).any()


def test_chosen_clues_count_alone(seen):
    whole = infer(seen, "separated_parents")
    parts = [
        infer(seen, "separated_parents", clues=[key]).strength
        for key in ("every other week", "every other weekend", "searched", "searched again")
    ]
    assert np.array_equal(sum(parts), whole.strength)


def test_coded_columns_give_the_same_guess_and_lines(school, lines, seen):
    coded = infer(trail_columns(school), "sleeplessness")
    found = infer(seen, "sleeplessness")
    assert np.array_equal(coded.strength, found.strength)
    person = found.people[found.guess][0]
    shown = coded.evidence(person).lines
    expected = lines.iloc[found.evidence(person).rows]
    for name in ("time", "verb", "object", "place"):
        assert shown[name].tolist() == expected[name].tolist()


@pytest.mark.parametrize("kind", ["polars", "arrow"])
def test_lines_come_back_as_the_table_they_are(kind, lines, seen):
    polars = pytest.importorskip("polars")
    plain = lines.astype(dict.fromkeys(("verb", "object", "device", "ip", "place"), str))
    table = polars.from_pandas(plain)
    table = table if kind == "polars" else table.to_arrow()
    found = infer(table, "job")
    person = found.people[found.guess][0]
    shown = found.evidence(person)
    assert type(shown.lines) is type(table)
    own = shown.lines["pupil"].to_list() if kind == "polars" else shown.lines["pupil"].to_pylist()
    assert set(own) == {person} and len(own) == len(shown.rows)


def test_a_trail_under_hashes_is_read_as_well(lines, seen):
    names = lines["pupil"].map(lambda number: f"{number * 7919 % 1009:04x}")
    hidden = infer(lines.assign(pupil=names), "sleeplessness")
    found = infer(seen, "sleeplessness")
    by_hash = dict(zip(hidden.people, hidden.strength.tolist(), strict=True))
    expected = dict(zip(found.people.tolist(), found.strength.tolist(), strict=True))
    assert by_hash == {f"{n * 7919 % 1009:04x}": points for n, points in expected.items()}


def test_the_truth_may_come_in_several_forms(school, seen):
    found = infer(seen, "job")
    by_person = dict(enumerate(school.sealed["job"].tolist(), start=1))
    forms = [school.truth, school.truth["job"], school.sealed, school.sealed["job"], by_person]
    scores = [found.score(form).confusion.tolist() for form in forms]
    assert all(score == scores[0] for score in scores)


def test_errors_are_unequal_where_the_rule_reads_the_group(school, seen, held):
    found = infer(seen, "money_trouble", held).score(school.truth, school.pupils["scholarship"])
    assert found.by_group[True].accused_wrongly == 1.0
    assert found.by_group[False].accused_wrongly < 0.1
    assert found.by_group[True].accused_interval[0] > found.by_group[False].accused_interval[1]


def test_sentences_are_translated(seen):
    found = infer(seen, "sleeplessness")
    assert str(found).startswith("Dort mal\u00a0: ")
    with in_language("en"):
        assert str(found).startswith("Sleeps badly: ")
        for rules in RULES.values():
            for rule in rules:
                assert rule.sentence != rule.words


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"trait": "religion"}, "separated_parents"),
        ({"trait": "job", "method": "magic"}, "rules"),
        ({"trait": "job", "clues": ["nights"]}, "busy evening"),
        ({"trait": "job", "directory": {"level": ["seconde"]}}, "pupil"),
        ({"trait": "job", "directory": {"pupil": [1, 1], "level": ["seconde"] * 2}}, "une seule"),
    ],
)
def test_mistakes_are_explained(arguments, words, seen):
    with pytest.raises(PoucetError, match=words):
        infer(seen, **arguments)


def test_mistakes_about_people_are_explained(school, seen):
    found = infer(seen, "job")
    with pytest.raises(PoucetError, match="9999"):
        found.evidence(9999)
    with pytest.raises(PoucetError, match="220"):
        found.score([True, False])
    with pytest.raises(PoucetError, match="personne 1"):
        found.score({2: True})
    with pytest.raises(PoucetError, match="'oui'"):
        found.score(dict.fromkeys(range(1, 221), "oui"))
    with pytest.raises(PoucetError, match="groups"):
        found.score(school.truth, {1: "a"})
