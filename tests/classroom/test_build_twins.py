from pathlib import Path

import pytest

from poucet.classroom.build_source import Cell, Source
from poucet.classroom.build_twins import source_defects

FR, EN = {"lang": "fr"}, {"lang": "en"}


def defects(*cells, header=None):
    written = tuple(
        Cell(kind, text, attributes, rank, 10 * rank)
        for rank, (kind, text, attributes) in enumerate(cells, start=1)
    )
    return source_defects(Source(Path("01.py"), "lessons/01.py", header or {"n": 1}, written))


GOOD = [
    ("markdown", "# Un", FR),
    ("markdown", "# One", EN),
    ("code", "# fr: ici\n# en: here\n1", {}),
    ("code", "'un'", {**FR, "tags": ["teacher"]}),
    ("code", "'one'", {**EN, "tags": ["teacher"]}),
    ("code", "### BEGIN SOLUTION\n1\n### END SOLUTION", {}),
]


def test_a_good_source_has_no_defect():
    assert defects(*GOOD) == []


def test_a_note_is_judged_by_nobody_and_parts_no_twins():
    note = ("markdown", "whatever", {"tags": ["note"]})
    assert defects(GOOD[0], note, GOOD[1]) == []


@pytest.mark.parametrize(
    ("line", "words", "cells"),
    [
        (10, "pas de langue", [("markdown", "text", {})]),
        (10, "la langue", [("code", "1", {"lang": "de"})]),
        (10, "pas sa jumelle anglaise", [("markdown", "# Un", FR)]),
        (10, "pas sa jumelle anglaise", [("markdown", "# Un", FR), ("code", "1", {})]),
        (10, "pas sa jumelle anglaise", [("markdown", "# Un", FR), ("code", "1", EN)]),
        (10, "pas sa jumelle française", [("markdown", "# One", EN)]),
        (
            30,
            "pas sa jumelle française",
            [("markdown", "Un", FR), ("markdown", "One", EN), ("markdown", "Two", EN)],
        ),
        (
            20,
            "étiquettes diffèrent",
            [("markdown", "Un", {**FR, "tags": ["teacher"]}), ("markdown", "One", EN)],
        ),
        (
            20,
            "attributs diffèrent",
            [("code", "1", {**FR, "jupyter": {"source_hidden": True}}), ("code", "1", EN)],
        ),
        (20, "niveaux de titres", [("markdown", "## Un", FR), ("markdown", "# One", EN)]),
        (20, "niveaux de titres", [("markdown", "# Un", FR), ("markdown", "One", EN)]),
        (10, "techer", [("code", "1", {"tags": ["techer"]})]),
        (10, "ne vont pas par deux", [("code", "# fr: ici\n1", {})]),
        (10, "END SOLUTION", [("code", "### BEGIN SOLUTION\n1", {})]),
        (12, "espace avant", [("markdown", "Un\nVraiment?", FR), ("markdown", "One", EN)]),
        (
            10,
            "étiquetez-la teacher",
            [
                ("markdown", "Un", {**FR, "tags": ["solution"]}),
                ("code", "1", {**EN, "tags": ["solution"]}),
            ],
        ),
    ],
)
def test_each_defect_is_named_with_its_line(line, words, cells):
    found = [sentence for sentence in defects(*cells) if words in sentence]
    assert len(found) == 1
    assert found[0].startswith(f"lessons/01.py:{line}")


def test_a_heading_inside_code_is_no_heading():
    code = "```\n# a comment\n```"
    assert defects(("markdown", code, FR), ("markdown", "One", EN)) == []


def test_the_solution_tag_has_no_place_in_an_assignment():
    [found] = defects(("code", "1", {"tags": ["solution"]}), header={"assignment": "A1"})
    assert 'answer="…"' in found
