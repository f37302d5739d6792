"""The three tests together: raw, noise, k-anonymous; the table, in both languages."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poucet import School
from poucet.errors import PoucetError
from poucet.i18n import use_language
from poucet.protect import k_anonymise, singling_out_risk, three_tests

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


@pytest.mark.parametrize("method", ["lattice", "mondrian"])
def test_k_anonymous_tables_as_they_come(pupils, others, method):
    known = ["birth_date", "sex", "commune", "class"]
    raw = three_tests(pupils, pupils, others, known, "scholarship")
    found = [
        three_tests(
            pupils, k_anonymise(pupils, known, k, method=method), others, known, "scholarship"
        )
        for k in (2, 10)
    ]
    for each in found:
        assert each.singling_out.value == each.singling_out.baseline == 0
        assert each.linkability.value < 0.1 * raw.linkability.value
        assert each.inference.risk < 0.6 * raw.inference.risk


@given(
    st.lists(st.tuples(st.integers(0, 30), st.sampled_from("FM")), min_size=2, max_size=25),
    st.lists(st.tuples(st.integers(0, 30), st.sampled_from("FM")), min_size=1, max_size=25),
    st.sampled_from(["lattice", "mondrian"]),
)
@settings(max_examples=50)
def test_nobody_is_singled_out_in_a_2_anonymous_table(rows, absent, method):
    def table(people):
        return {"age": [person[0] for person in people], "sex": [person[1] for person in people]}

    released = k_anonymise(table(rows), ["age", "sex"], 2, method=method)
    found = singling_out_risk(table(rows), released, table(absent), ["age", "sex"])
    assert found.value == found.baseline == 0


def test_a_homogeneous_k_anonymous_class_tells_its_secret():
    """Eight classes of five; in each all are ill or all are well, which is news to nobody else."""
    ill = np.repeat([True, False, False, True, False, True, True, False], 5)
    people = {"class": np.repeat([f"2de {n}" for n in range(1, 9)], 5), "ill": ill}
    others = {**people, "ill": np.tile([True, False], 20)}
    released = k_anonymise(people, ["class"], 5)
    found = three_tests(people, released, others, ["class"], "ill", halves=(["class"], ["ill"]))
    assert released.k == 5
    assert found.singling_out.value == 0
    assert found.inference.value == 1
    assert found.inference.baseline == 0.5


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
