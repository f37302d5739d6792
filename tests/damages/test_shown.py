"""The counter on a page."""

from html.parser import HTMLParser

import pytest

from poucet import PoucetError
from poucet.damages import Damage, counter, counter_list
from poucet.i18n import in_language
from poucet.market import Habits

ROWS = {"tout <vendre>": Damage(10, 3, 11.9, 1, 10), "rien": Damage(0, 0, 0, 0.5, 10)}
WORDS = {
    "fr": ["retrouvés", "accusés à tort", "euros par an", "utilité gardée"],
    "en": ["found", "wrongly accused", "euros a year", "usefulness kept"],
}


class Cells(HTMLParser):
    """Collect what a reader of screens hears: each cell with its tag and scope."""

    def __init__(self, text):
        super().__init__()
        self.seen, self.open = [], []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        if tag in ("th", "td", "dt", "dd", "caption"):
            self.seen.append([tag, dict(attrs).get("scope"), ""])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.seen and {"th", "td", "dt", "dd", "caption"} & set(self.open):
            self.seen[-1][2] += data


def cells(text, tag, scope=None):
    return [said for kind, of, said in Cells(text).seen if (kind, of) == (tag, scope)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_table_and_list_use_the_same_four_words(language):
    with in_language(language):
        table = counter(ROWS, of="?")._repr_html_()
        heads = cells(table, "th", "col")
        assert [word.lower() for word in heads] == ["?", *WORDS[language]]
        said = cells(counter_list(ROWS["rien"]), "dt")
        assert [word.partition(" ")[2] for word in said] == WORDS[language]
        assert cells(counter_list(ROWS["rien"]), "dd") == cells(table, "td")[4:]


def test_the_table_has_a_caption_and_a_head_for_each_row_and_column():
    shown = counter(ROWS)._repr_html_()
    assert cells(shown, "th", "row") == list(ROWS)
    assert len(cells(shown, "td")) == 8
    (title,) = cells(shown, "caption")
    assert title == "Le compteur des dégâts, sur 10 élèves"


def test_the_note_names_the_sources_and_what_was_supposed():
    with in_language("en"):
        note = counter(ROWS, habits=Habits(days=99, euros_a_dollar=0.9)).note
    for word in ("INRIA", "Financial Times, 2013", "assumptions", "99", "€0.90"):
        assert word in note


def test_it_reads_without_a_screen():
    assert str(counter(ROWS, caption="Mes envois")).splitlines()[0] == "Mes envois"
    assert str(ROWS["rien"]) in str(counter(ROWS))


@pytest.mark.parametrize("rows", [{}, {"a": Damage(0, 0, 0, 1, 5), "b": Damage(0, 0, 0, 1, 6)}])
def test_only_what_can_be_compared_is(rows):
    with pytest.raises(PoucetError, match=r"autant d’élèves"):
        counter(rows)
