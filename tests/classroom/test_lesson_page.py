import re

import nbformat.v4 as v4
import pytest

from poucet.classroom.lesson_page import lesson_page, number_tables, write_page
from poucet.errors import PoucetError

FRAME = """<div><style scoped>.dataframe {}</style><table border="1" class="dataframe">
<thead><tr><th></th><th>sex</th></tr></thead><tbody><tr><th>0</th><td>F</td></tr></tbody>
</table></div>"""
WIDGET = {"application/vnd.jupyter.widget-view+json": {}, "text/plain": "Votre pari, entre 0 et 9."}


def page(*cells, tongue="fr"):
    return lesson_page(
        v4.new_notebook(cells=cells, metadata={"lang": tongue, "title": "Un < deux"})
    )


def shown(**data):
    return v4.new_code_cell("1 < 2", outputs=[v4.new_output("execute_result", data)])


@pytest.mark.parametrize("tongue", ["fr", "en"])
def test_the_page_says_its_language_and_its_title(tongue):
    written = page(tongue=tongue)
    assert f'<html lang="{tongue}">' in written
    assert "<title>Un &lt; deux · Poucet</title>" in written


def test_a_table_without_words_gets_a_caption_and_scopes():
    written = page(shown(**{"text/html": FRAME}))
    assert "<style scoped>" not in written
    assert "<caption>Tableau 1</caption>" in written
    assert '<td></td><th scope="col">sex</th>' in written
    assert '<th scope="row">0</th>' in written


def test_a_table_keeps_the_caption_and_the_scopes_it_has():
    own = '<table><caption>Parts</caption><tbody><tr><th scope="col">a</th></tr></tbody></table>'
    assert own in number_tables(own)


def test_a_slider_becomes_its_sentence_and_a_program_is_text():
    assert "<p>Votre pari, entre 0 et 9.</p>" in page(shown(**WIDGET))
    written = page(v4.new_code_cell("print('<script>')"))
    assert "<script" not in written
    assert "&lt;script&gt;" in written


def test_a_folded_cell_is_folded():
    folded = v4.new_code_cell("1", metadata={"jupyter": {"source_hidden": True}})
    assert "<details><summary>" in page(folded)
    assert "<details>" not in page(v4.new_code_cell("1"))


def test_nothing_is_fetched_from_elsewhere():
    written = page(v4.new_markdown_cell("[Cnil](https://www.cnil.fr)"))
    assert "default-src 'none'" in written
    assert not re.search(r"(?:src|@import|url)\s*[=(]", written)


def test_a_lesson_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(PoucetError, match="de 1 à 8"):
        write_page(99, "fr", tmp_path)
