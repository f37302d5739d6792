"""Whoever cannot see a figure has its numbers: in a sentence, and in a table."""

import pkgutil
from html.parser import HTMLParser
from importlib import import_module

import pytest

from poucet import figures
from poucet.figures.html import as_html
from poucet.figures.numbers import folded
from poucet.i18n import NBSP, in_language


class Tables(HTMLParser):
    """Read the tables of a page: their caption, their headers by scope, the length of each row."""

    def __init__(self):
        super().__init__()
        self.tables, self.place = [], None

    def handle_starttag(self, tag, attributes):
        self.place = tag
        if tag == "table":
            self.tables.append({"caption": "", "col": 0, "row": 0, "bare": 0, "cells": []})
        elif tag == "tr":
            self.tables[-1]["cells"].append(0)
        elif tag == "th":
            self.tables[-1][dict(attributes).get("scope", "bare")] += 1
        if tag in ("th", "td"):
            self.tables[-1]["cells"][-1] += 1

    def handle_data(self, text):
        if self.place == "caption":
            self.tables[-1]["caption"] += text

    def handle_endtag(self, _tag):
        self.place = None


def test_no_figure_is_forgotten_here(examples):
    drawing = {
        found.name
        for found in pkgutil.iter_modules(figures.__path__)
        if hasattr(import_module(f"poucet.figures.{found.name}"), "figure")
    }
    assert examples.keys() == drawing


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_figure_has_its_sentence_and_its_table(examples, language):
    for name, make in examples.items():
        with in_language(language):
            sentence, drawing = make()
            page = folded(drawing)
        assert any(sign.isdigit() for sign in sentence), name
        reader = Tables()
        reader.feed(page)
        assert reader.tables, name
        for table in reader.tables:
            head, *rows = table["cells"]
            assert table["caption"], name
            assert (table["col"], table["row"], table["bare"]) == (head, len(rows), 0), name
            assert len(rows) >= 2
            assert set(rows) == {head}, name
            assert head >= 2


def test_what_nobody_knows_yet_has_no_table():
    for module in ("class_sizes", "linkage", "two_worlds"):
        drawing = import_module(f"poucet.figures.{module}").figure_before(1000)
        assert folded(drawing) == ""


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("class_sizes", [["693 seuls", "693", "63 %"]]),
        ("confusion", [["concernés, en réalité", "330", "110"],
                       ["pas concernés, en réalité", "60", "600"]]),
        ("linkage", [["retrouvés", "361"], ["manqués", "304"], ["pris pour d’autres", "10"]]),
        ("money", [["l’éditeur de la page", "0,60 $", "60 %"]]),
        ("precision_recall", [["1", "17 %", "100 %"], ["2", "44 %", "80 %"]]),
        ("two_worlds", [["la plus chère", "3,00 $", "9,00 $"]]),
        ("unicity_curve", [["1", "65 %", "50 %", "0 %", "0 %"]]),
    ],
)  # fmt: skip
def test_the_table_says_what_is_drawn(examples, name, rows):
    (table,) = examples[name]()[1].numbers
    written = [[cell.replace(NBSP, " ") for cell in row] for row in table.rows]
    assert written[: len(rows)] == rows


def test_a_term_is_counted_by_the_hour_and_by_the_week(examples):
    by_hour, by_week = examples["term_map"]()[1].numbers
    assert by_hour.rows[3] == (f"7{NBSP}h à 8{NBSP}h", "10", "4")  # one line a day, two weeks
    assert [row[1:] for row in by_week.rows] == [("203", "0", "7"), ("203", "7", "0")]


def test_every_figure_takes_part_in_the_same_page(examples):
    _sentence, drawing = examples["linkage"]()
    page = as_html(drawing, "words", "caption")
    assert page.index("<img") < page.index("<figcaption>") < page.index("<details")
    assert page.endswith("</details></figure>")
