import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from poucet.classroom.build import build

ROOT = Path(__file__).resolve().parents[2]
LESSON = """\
# ---
# jupyter:
#   kernelspec: {name: python3, display_name: Python 3, language: python}
#   poucet: {n: 7, slug: {fr: le-titre, en: the-title}, minutes: 55}
# ---

# %% tags=["note"]
# For the reader of the source.

# %% [markdown] lang="fr"
# # Le titre
# Vraiment ?

# %% [markdown] lang="en"
# # The title
# Really?

# %% [markdown] lang="fr" tags=["teacher"]
# > Pour vous seul.

# %% [markdown] lang="en" tags=["teacher"]
# > For you only.

# %% tags=["solution"]
# fr: à vous
# en: your turn
answer = 42

# %%
print(6 * 7)
"""
ASSIGNMENT = """\
# ---
# jupyter:
#   kernelspec: {name: python3, display_name: Python 3, language: python}
#   poucet: {assignment: A7}
# ---

# %% [markdown] lang="fr"
# # Devoir

# %% [markdown] lang="en"
# # Assignment

# %% answer="q1"
### BEGIN SOLUTION
x = 1
### END SOLUTION

# %% test="q1_test" points=2
assert x == 1
### BEGIN HIDDEN TESTS
assert x < 2
### END HIDDEN TESTS
"""


@pytest.fixture
def root(tmp_path):
    for name, text in {"lessons/07_it.py": LESSON, "assignments/A7.py": ASSIGNMENT}.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def texts(path):
    return [cell.source for cell in nbformat.read(path, as_version=4).cells]


def test_one_lesson_makes_four_notebooks_and_one_assignment_two(root):
    assert len(build(root)) == 6
    assert {path.relative_to(root).as_posix() for path in root.rglob("*.ipynb")} == {
        "lessons/fr/07_le-titre.ipynb",
        "lessons/fr/enseignant/07_le-titre.ipynb",
        "lessons/en/07_the-title.ipynb",
        "lessons/en/teacher/07_the-title.ipynb",
        "assignments/source/fr/A7/A7.ipynb",
        "assignments/source/en/A7/A7.ipynb",
    }


def test_building_again_changes_nothing(root):
    build(root)
    assert build(root) == []
    assert build(root, check=True) == []


def test_the_bytes_do_not_depend_on_the_process(root):
    build(root)
    once = {path: path.read_bytes() for path in root.rglob("*.ipynb")}
    for path in once:
        path.unlink()
    script = (
        "import sys, pathlib; from poucet.classroom.build import build;"
        "build(pathlib.Path(sys.argv[1]))"
    )
    subprocess.run(
        [sys.executable, "-c", script, str(root)],
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "POUCET_LANG": "en", "LC_ALL": "C"},
    )
    assert {path: path.read_bytes() for path in root.rglob("*.ipynb")} == once


def test_each_reader_gets_their_own_cells(root):
    build(root)
    assert texts(root / "lessons/en/07_the-title.ipynb") == [
        "# The title\nReally?",
        'from poucet import use_language\n\nuse_language("en")',
        "# your turn\n...",
        "print(6 * 7)",
    ]
    assert texts(root / "lessons/fr/enseignant/07_le-titre.ipynb") == [
        "# Le titre\nVraiment\u202f?",
        "> Pour vous seul.",
        'from poucet import use_language\n\nuse_language("fr")',
        "# à vous\nanswer = 42",
        "print(6 * 7)",
    ]


def test_a_notebook_holds_no_output_and_says_its_language(root):
    build(root)
    for path in root.rglob("*.ipynb"):
        text = path.read_text(encoding="utf-8")
        assert text.endswith("}\n")
        raw = json.loads(text)
        nbformat.validate(raw)
        assert (
            raw["metadata"]["lang"]
            == path.relative_to(root).parts[1 if path.is_relative_to(root / "lessons") else 2]
        )
        assert raw["metadata"]["kernelspec"]["name"] == "python3"
        for cell in raw["cells"]:
            assert not cell.get("outputs")
            assert cell.get("execution_count") is None


def test_nbgrader_finds_what_it_needs_in_the_assignment(root):
    build(root)
    cells = {
        cell.metadata.nbgrader.grade_id: cell
        for cell in nbformat.read(root / "assignments/source/fr/A7/A7.ipynb", as_version=4).cells
        if "nbgrader" in cell.metadata
    }
    assert cells["q1"].metadata.nbgrader.solution
    assert "### BEGIN SOLUTION" in cells["q1"].source
    assert cells["q1_test"].metadata.nbgrader.points == 2
    assert cells["q1_test"].metadata.nbgrader.locked
    assert "### BEGIN HIDDEN TESTS" in cells["q1_test"].source


def test_editing_a_cell_changes_no_identifier(root):
    build(root)
    path = root / "lessons/en/07_the-title.ipynb"
    before = [cell.id for cell in nbformat.read(path, as_version=4).cells]
    assert len(set(before)) == len(before)
    source = root / "lessons/07_it.py"
    source.write_text(LESSON.replace("print(6 * 7)", "print(42)"), encoding="utf-8")
    build(root)
    notebook = nbformat.read(path, as_version=4)
    assert [cell.id for cell in notebook.cells] == before
    assert notebook.cells[-1].source == "print(42)"


def test_twins_bear_the_same_identifiers_where_the_cell_is_shared(root):
    build(root)
    ids = [
        nbformat.read(root / path, as_version=4).cells[-1].id
        for path in ("lessons/en/07_the-title.ipynb", "lessons/fr/07_le-titre.ipynb")
    ]
    assert ids[0] == ids[1]


def test_check_names_a_missing_and_a_stale_notebook_and_writes_nothing(root):
    build(root)
    missing = root / "lessons/fr/07_le-titre.ipynb"
    missing.unlink()
    stale = root / "lessons/en/07_the-title.ipynb"
    stale.write_text(stale.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    by_hand = stale.read_bytes()
    found = build(root, check=True)
    assert len(found) == 2
    assert any("fr/07_le-titre.ipynb manque" in sentence for sentence in found)
    assert any("en/07_the-title.ipynb n’est plus à jour" in sentence for sentence in found)
    assert not missing.exists()
    assert stale.read_bytes() == by_hand


def test_check_names_an_orphan_but_not_somebodys_own_notebook(root):
    build(root)
    (root / "lessons/07_it.py").unlink()
    own = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (root / "lessons/fr/Untitled.ipynb").write_text(json.dumps(own))
    (root / "lessons/fr/broken.ipynb").write_text("{")
    found = build(root, check=True)
    assert len(found) == 4
    assert all("n’a plus de source" in sentence for sentence in found)
    assert not any("Untitled" in sentence or "broken" in sentence for sentence in found)


def test_two_sources_of_one_notebook_are_named(root):
    (root / "lessons/07_that.py").write_text(LESSON, encoding="utf-8")
    found = [sentence for sentence in build(root) if "une autre source" in sentence]
    assert len(found) == 4
    assert found[0].startswith("lessons/07_that.py:1")


def test_a_source_without_its_header_is_named_and_the_others_are_built(root):
    (root / "lessons/08_new.py").write_text("# %%\n1\n", encoding="utf-8")
    found = build(root)
    assert [s for s in found if s.startswith("lessons/08_new.py:1")]
    assert (root / "lessons/fr/07_le-titre.ipynb").exists()


def test_the_notebooks_of_this_checkout_are_built():
    assert build(ROOT, check=True) == []
