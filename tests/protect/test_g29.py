"""The three tests together: raw, noise, k-anonymous; the table, in both languages."""

import numpy as np
import pytest

from poucet import School
from poucet.errors import PoucetError
from poucet.i18n import use_language
from poucet.protect import three_tests

KNOWN = ["birth_date", "sex", "class", "second_language"]


@pytest.fixture(scope="module")
def pupils():
    return School(seed=1, pupils=600).pupils


@pytest.fixture(scope="module")
def others():
    return School(seed=2, pupils=600).pupils


def test_the_raw_table_is_all_but_transparent(pupils, others):
    found = three_tests(pupils, pupils, others, KNOWN, "scholarship")
    assert found.singling_out.value > 0.95
    assert found.singling_out.baseline < 0.05
    assert found.inference.value > 0.95
    assert all(each.better_than_chance for each in found)


def test_pure_noise_gives_the_baseline():
    """Over 300 tables of noise a test is fooled about one time in forty, as its interval says."""
    rng = np.random.default_rng(7)

    def table():
        return {name: rng.integers(0, top, 60) for name, top in (("a", 9), ("b", 5), ("c", 2))}

    accused = np.zeros(3)
    excess = np.zeros(3)
    for _table in range(300):
        found = three_tests(table(), table(), table(), ["a", "b"], "c")
        accused += [each.better_than_chance for each in found]
        excess += [each.value - each.baseline for each in found]
    assert (accused <= 18).all()
    assert np.abs(excess / 300) == pytest.approx(0, abs=0.015)


def test_a_wider_table_singles_out_less_and_is_still_guessed_from(pupils, others):
    released = pupils.assign(
        birth_date=pupils["birth_date"].dt.strftime("%Y"), **{"class": pupils["level"]}
    )
    raw = three_tests(pupils, pupils, others, KNOWN, "scholarship")
    wide = three_tests(
        pupils, released, others, KNOWN, "scholarship",
        same={"class": dict(zip(pupils["class"], pupils["level"], strict=True))},
    )  # fmt: skip
    assert wide.singling_out.value < 0.1 * raw.singling_out.value
    assert wide.linkability.value < raw.linkability.value
    assert wide.inference.value < raw.inference.value
    assert wide.inference.value > 0.5


def test_halves_default_to_the_two_halves_of_what_is_known(pupils, others):
    default = three_tests(pupils, pupils, others, KNOWN, "scholarship")
    given = three_tests(pupils, pupils, others, KNOWN, "scholarship", (KNOWN[:2], KNOWN[2:]))
    other = three_tests(pupils, pupils, others, KNOWN, "scholarship", (KNOWN[:1], KNOWN[1:]))
    assert default == given
    assert other.linkability != given.linkability
    with pytest.raises(PoucetError, match="au moins deux colonnes"):
        three_tests(pupils, pupils, others, ["sex"], "scholarship")


def test_the_table_in_both_languages(pupils, others):
    found = three_tests(pupils, pupils, others, KNOWN, "scholarship")
    lines = str(found).splitlines()
    assert [line.split("  ")[0] for line in lines[1:4]] == [
        "Individualisation",
        "Corrélation",
        "Inférence",
    ]
    assert lines[5:] == list(found.sentences)
    page = found._repr_html_()
    assert page.count('<th scope="row">') == page.count("<li>") == 3
    assert page.count('<th scope="col">') == len(found.header()) == 4
    assert "<caption>Les trois tests du G29" in page
    use_language("en")
    assert [row[0] for row in found.rows()] == ["Singling out", "Linkability", "Inference"]
    again = three_tests(pupils, pupils, others, KNOWN, "scholarship")
    assert "of the people in the table are singled out (95% interval:" in str(again)
    for word in ("intervalle", "personnes", "risque"):
        assert word not in str(again) + again._repr_html_()
