import numpy as np
import pytest

from poucet import School
from poucet.classroom import avatar
from poucet.errors import PoucetError
from poucet.i18n import in_language


@pytest.fixture(scope="module")
def school():
    return School(seed=2)


def test_the_card_is_that_of_the_row(school):
    card = avatar(school, 12)
    pupil = {column: values[11] for column, values in school.columns.items()}
    assert card.name == f"{pupil['given_name']} {pupil['family_name']}"
    assert dict(card.facts)["commune"] == pupil["commune"]
    assert dict(card.facts)["class"] == pupil["class"]


def test_it_is_plainly_labelled_fictitious_in_both_languages(school):
    for language, word in (("fr", "fictif"), ("en", "fictitious")):
        with in_language(language):
            card = avatar(school, 1)
            assert word in repr(card)
            assert word.upper() in card._repr_html_()


def test_labels_and_values_are_in_the_readers_language(school):
    with in_language("en"):
        text = repr(avatar(school, 1))
    assert "birth date" in text
    assert "boy" in text or "girl" in text


def test_no_sealed_trait_and_no_contact_is_on_the_card(school):
    columns = {column for column, _ in avatar(school, 1).facts}
    assert not columns & set(school.truth.columns)
    assert not columns & {"email", "guardian1_phone", "guardian2_phone", "ine", "address"}


def test_an_empty_fact_is_left_out(school):
    without = int(np.flatnonzero(school.columns["option"] == "")[0]) + 1
    assert "option" not in dict(avatar(school, without).facts)


@pytest.mark.parametrize("number", [0, -1, 1101, 1.5, "12", None, True, ...])
def test_a_number_nobody_bears_is_refused_with_the_ones_that_exist(school, number):
    with pytest.raises(PoucetError, match="de 1 à 1\u202f100"):
        avatar(school, number)


@pytest.mark.parametrize(
    ("number", "told"), [("7", "sans guillemets"), (..., "trois points"), (1200, "n° 1200")]
)
def test_the_usual_slip_is_told_by_its_name(school, number, told):
    with pytest.raises(PoucetError, match=told):
        avatar(school, number)


def test_a_number_from_a_table_is_a_number(school):
    assert avatar(school, np.int64(12)) == avatar(school, 12)


def test_what_the_file_says_is_escaped(school):
    from poucet.classroom.avatars import AvatarCard

    card = AvatarCard(1, "<script>alert(1)</script>", "<b>", (("commune", "<img>"),))
    html = card._repr_html_()
    assert "<script" not in html
    assert "<img>" not in html
    assert "<b>" not in html
