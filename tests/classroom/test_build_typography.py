import pytest

from poucet.classroom.build_typography import french_defects


@pytest.mark.parametrize(
    "text",
    [
        "Vraiment?",
        "Non; oui",
        "**Mot**: suite",
        "à 69%",
        'il dit "non" ici',
    ],
)
def test_what_cannot_be_set_without_guessing_is_reported(text):
    assert [line for line, _ in french_defects(f"Une ligne.\n{text}")] == [1]


@pytest.mark.parametrize(
    "text",
    [
        "Vraiment ? Oui ; 69 % : « bien ».",
        "`found?` et `a: b`",
        "```\nwhy?\n```",
        "Voir https://exemple.example/?q=1;b",
        '<span style="color:red">Rouge</span>',
        "de 8:30 à 9:30",
        "[lien](page?x=1)",
        "une &nbsp; espace",
        "| :--- | ---: |",
    ],
)
def test_what_can_be_set_or_is_no_prose_is_left_alone(text):
    assert list(french_defects(text)) == []


def test_the_line_counts_through_a_block_of_code():
    assert [line for line, _ in french_defects("a\n```\nx\ny\n```\nb?")] == [5]
