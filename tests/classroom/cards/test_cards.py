import subprocess
import sys

import pytest

from poucet.classroom.cards import print_cards
from poucet.classroom.cards.sheet import Sheet
from poucet.errors import PoucetError


@pytest.mark.parametrize(
    ("lang", "name"), [("fr", "02_trois-indices.pdf"), ("en", "02_three-clues.pdf")]
)
def test_the_file_is_written_where_asked(tmp_path, lang, name):
    out = tmp_path / "a" / "b"
    assert print_cards(2, lang, out) == [out / name]
    assert (out / name).read_bytes().startswith(b"%PDF-")


def test_the_same_cards_are_the_same_bytes_in_another_process(tmp_path):
    [here] = print_cards(2, "fr", tmp_path / "here")
    script = (
        "import sys, pathlib; from poucet.classroom.cards import print_cards;"
        "print_cards(2, 'fr', pathlib.Path(sys.argv[1]))"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "there")], check=True)
    assert (tmp_path / "there" / here.name).read_bytes() == here.read_bytes()


def test_printing_leaves_the_language_as_it_was(tmp_path):
    from poucet.i18n import language

    print_cards(2, "en", tmp_path)
    assert language() == "fr"


def test_a_lesson_without_cards_is_refused_with_those_that_have_some(tmp_path):
    with pytest.raises(PoucetError, match=r"qui ont des cartes : .*\b2\b"):
        print_cards(99, "fr", tmp_path)


def test_an_unknown_language_is_refused(tmp_path):
    with pytest.raises(PoucetError, match="de"):
        print_cards(2, "de", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_folder_should_be_is_a_sentence(tmp_path):
    (tmp_path / "taken").write_text("")
    with pytest.raises(PoucetError, match="choisissez un autre dossier"):
        print_cards(2, "fr", tmp_path / "taken")


def test_a_document_that_the_disk_refuses_leaves_no_font_file_open(tmp_path):
    (tmp_path / "taken").write_text("")
    pages = Sheet("Deux fichiers")
    pages.add_page()
    files = [font.ttfont.reader.file for font in pages.fonts.values()]
    with pytest.raises(PoucetError):
        pages.save(tmp_path / "taken" / "cartes.pdf")
    assert [file.closed for file in files] == [True, True]
