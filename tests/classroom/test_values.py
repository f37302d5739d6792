from poucet import School
from poucet.classroom.values import said
from poucet.i18n import in_language

SAME_IN_BOTH = {"bus", "scooter", "sport", "train"}


def test_every_value_a_card_shows_has_its_english():
    school = School(seed=2, pupils=100_000)
    with in_language("en"):
        for column in ("sex", "second_language", "option", "regime", "transport"):
            values = set(school.columns[column].tolist()) - {""} - SAME_IN_BOTH
            assert {value for value in values if said(value) == value} == set(), column
