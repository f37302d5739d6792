import sys

import pytest

from poucet.classroom.build_source import read_source
from poucet.errors import PoucetError

HEADER = """\
# ---
# jupyter:
#   poucet: {n: 1, slug: {fr: a, en: b}, minutes: 55}
# ---

"""


def source(tmp_path, text):
    path = tmp_path / "01_it.py"
    path.write_text(text, encoding="utf-8")
    return read_source(path, tmp_path)


def test_cells_know_their_line(tmp_path):
    cells = source(tmp_path, HEADER + '# %% [markdown] lang="fr"\n# # Un\n\n# %%\n1\n').cells
    assert [(cell.kind, cell.line, cell.ordinal) for cell in cells] == [
        ("markdown", 6, 1),
        ("code", 9, 2),
    ]


def test_blank_lines_between_cells_are_nobodys_attribute(tmp_path):
    cells = source(tmp_path, HEADER + "# %%\nx = 1\n\n\n# %%\ndef f():\n    pass\n").cells
    assert [cell.attributes for cell in cells] == [{}, {}]


@pytest.mark.parametrize(
    "header",
    [
        "",
        "# ---\n# jupyter:\n#   poucet: {n: 1}\n# ---\n",
        "# ---\n# jupyter: {poucet: 3}\n# ---\n",
    ],
)
def test_a_header_that_says_nothing_is_refused(tmp_path, header):
    with pytest.raises(PoucetError, match="en-tête"):
        source(tmp_path, header + "# %%\n1\n")


def test_text_before_the_first_cell_is_refused(tmp_path):
    with pytest.raises(PoucetError, match="chaque cellule"):
        source(tmp_path, HEADER + "x = 1\n\n# %%\n1\n")


def test_without_jupytext_the_sentence_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "jupytext", None)
    with pytest.raises(PoucetError, match="jupytext"):
        source(tmp_path, HEADER)
