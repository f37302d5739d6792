import re

import pytest

from poucet import School
from poucet.classroom import what_leaves
from poucet.exports.service import FUNCTIONS
from poucet.i18n import in_language


@pytest.fixture(scope="module")
def school():
    return School(seed=2)


def test_the_whole_file_breaks_nothing_and_tells_all(school):
    whole = what_leaves(school, school.columns)
    assert whole.broken == ()
    assert len(whole.secrets) == 6
    assert whole.alone == whole.pupils == 1100


def test_the_panel_marks_each_function_once(school):
    panel = repr(what_leaves(school, ["class", "email"]))
    marks = re.findall(r"[✓✗]", panel)
    assert len(marks) == len(FUNCTIONS)
    assert panel.count("(ne marche plus)") == marks.count("✗") == 5
    assert panel.endswith("rien de plus")


def test_the_page_says_the_same_as_the_lines(school):
    leaving = what_leaves(school, ["class", "scholarship", "opaque_id"])
    page = re.sub(r"<[^>]+>", "\n", leaving._repr_html_())
    for line in repr(leaving).splitlines():
        assert line.strip() in page
    assert "classe, bourse, identifiant opaque" in page


def test_an_empty_list_is_said(school):
    page = what_leaves(school, [])._repr_html_()
    assert "aucune colonne" in page
    assert "0 colonne part" in page


def test_the_panel_speaks_english(school):
    with in_language("en"):
        page = what_leaves(school, ["class", "email", "address2"])._repr_html_()
    assert 'lang="en"' in page
    assert "3 columns leave; 1,100 pupils out of 1,100 are the only ones" in page
    assert not re.search(r"élève|colonne|marche", page)
