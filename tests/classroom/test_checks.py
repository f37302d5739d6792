"""Hints on what pupils really type: each mistake by its name, never the answer, never a crash."""

import csv
import io
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet.classroom.assignments.a2_files import COLUMNS, clues, files, table
from poucet.classroom.checks import check, hint, missed
from poucet.errors import PoucetError
from poucet.i18n import in_language

AVATAR = 7
ROWS = table(AVATAR)


def say(question, answer):
    """Give the hint with ordinary spaces, as a person would quote it."""
    said = hint(question, answer, avatar=AVATAR, assignment="A2")
    return re.sub(r"[\u00a0\u202f]", " ", said)


def sizes_of(by):
    return Counter(tuple(row[name] for name in by) for row in ROWS)


def alone(by):
    return list(sizes_of(by).values()).count(1)


GAINS = {
    name: alone(clues(AVATAR)) - alone([other for other in clues(AVATAR) if other != name])
    for name in clues(AVATAR)
}
PREMIERE = sum(row["level"] == "première" for row in ROWS)
K = min(sizes_of(["level", "sex"]).values())
UNIQUE = alone(["birth_date", "sex"])
RESCUED = max(GAINS.values())
RIGHT = {
    "q1a": ROWS,
    "q1b": PREMIERE,
    "q2": lambda rows, by: dict(Counter(tuple(row[c] for c in by) for row in rows)),
    "q3a": lambda rows, by: min(
        Counter(tuple(row[c] for c in by) for row in rows).values(), default=0
    ),
    "q3b": lambda rows, by: list(Counter(tuple(row[c] for c in by) for row in rows).values()).count(
        1
    ),
    "q3c": K,
    "q3d": UNIQUE,
    "q4a": max(GAINS, key=GAINS.get),
    "q4b": RESCUED,
}


@pytest.mark.parametrize("question", RIGHT)
def test_a_right_answer_has_no_fault(question):
    assert say(question, RIGHT[question]).startswith(f"✓ {question}")


@pytest.mark.parametrize("question", RIGHT)
def test_three_dots_are_an_answer_to_come(question):
    assert "il reste les trois points" in say(question, ...)


def groups(rows, by):
    sizes = {}
    for row in rows:
        key = tuple(row[column] for column in by)
        sizes[key] = sizes.get(key, 0) + 1
    return sizes


KEPT = {}


def adds_up(rows, by):
    KEPT.update({key: KEPT.get(key, 0) + n for key, n in groups(rows, by).items()})
    return KEPT


def spoils(rows, by):
    sizes = groups(rows, by)
    rows.clear()
    return sizes


def without_get(rows, by):
    sizes = {}
    for row in rows:
        sizes[tuple(row[column] for column in by)] += 1
    return sizes


def list_as_key(rows, by):
    return {[row[column] for column in by]: 1 for row in rows}


def dots_kept(rows, by):
    sizes = ...
    for row in rows:
        sizes[row["sex"]] = 1
    return sizes


MISTAKES = [
    ("q1a", csv.DictReader(io.StringIO("a,b")), "le lecteur lui-même"),
    ("q1a", {"level": "seconde"}, "vous donnez un dictionnaire"),
    ("q1a", [], "la liste est vide"),
    ("q1a", [["seconde", "2de 1"]], "csv.reader"),
    ("q1a", ["seconde,2de 1"], "des textes"),
    ("q1a", [{"level;class": "seconde;2de 1"}], "le séparateur"),
    ("q1a", [{**ROWS[0], "level": "premiÃ¨re"}], "les accents"),
    ("q1a", [dict.fromkeys("abc", "x")], "l’en-tête"),
    ("q1a", ROWS[1:], "il manque une ligne"),
    ("q1a", ROWS + ROWS, "deux fois"),
    ("q1a", ROWS[:30], "pas tout le fichier"),
    ("q1b", str(PREMIERE), "écrit comme un texte"),
    ("q1b", [row for row in ROWS if row["level"] == "première"], "combien il y en a"),
    ("q1b", len(ROWS), "tout le lycée"),
    ("q1b", 0, "zéro"),
    ("q1b", PREMIERE / len(ROWS), "nombre à virgule"),
    ("q1b", PREMIERE + 1, "à une unité près"),
    ("q1b", sum(row["level"] == "seconde" for row in ROWS), "un autre niveau"),
    ("q1b", None, "il n’y a rien"),
    ("q1b", True, "un booléen"),
    ("q1b", -PREMIERE, "négatif"),
    ("q1b", len, "appelez-la"),
    ("q2", groups(ROWS, ["sex"]), "la fonction elle-même"),
    ("q2", lambda rows: {}, "les mêmes arguments"),
    ("q2", lambda rows, by: None, "il manque return"),
    ("q2", lambda rows, by: list(groups(rows, by)), "elle renvoie une liste"),
    ("q2", lambda rows, by: len(groups(rows, by)), "elle renvoie un nombre entier"),
    ("q2", lambda rows, by: {"".join(k): n for k, n in groups(rows, by).items()}, "des textes"),
    ("q2", lambda rows, by: {k[::-1]: n for k, n in groups(rows, by).items()}, "désordre"),
    ("q2", lambda rows, by: {tuple(by): len(rows)}, "les noms des colonnes"),
    ("q2", lambda rows, by: groups(rows, by[:1]), "une valeur par colonne"),
    ("q2", lambda rows, by: groups([{"sex": "F", "regime": "demi"}], by), "le paramètre rows"),
    ("q2", lambda rows, by: groups(rows[:1], by), "dans la boucle"),
    ("q2", lambda rows, by: {k: str(n) for k, n in groups(rows, by).items()}, "tailles sont des t"),
    ("q2", lambda rows, by: {k: ["x"] * n for k, n in groups(rows, by).items()}, "listes d’élèves"),
    ("q2", lambda rows, by: {k: n - 1 for k, n in groups(rows, by).items()}, "une unité près"),
    ("q2", lambda rows, by: dict.fromkeys(groups(rows, by), 1), "au lieu de le remplacer"),
    ("q2", without_get, "get(clé, 0)"),
    ("q2", list_as_key, "faites-en un p-uplet"),
    ("q2", dots_kept, "il reste trois points"),
    ("q2", adds_up, "au second appel"),
    ("q2", spoils, "modifie les lignes"),
    (
        "q2",
        lambda rows, by: {k[0] if len(by) == 1 else k: n for k, n in groups(rows, by).items()},
        "avec une virgule",
    ),
    ("q2", lambda rows, by: groups(rows, by) or None, "un dictionnaire vide"),
    ("q3a", K, "la fonction elle-même"),
    ("q3a", lambda rows, by: max(groups(rows, by).values(), default=0), "le plus grand groupe"),
    ("q3a", lambda rows, by: len(groups(rows, by)), "le nombre de groupes"),
    ("q3a", lambda rows, by: min(groups(rows, by).values()), "tableau vide"),
    ("q3a", lambda rows, by: str(min(groups(rows, by).values())), "comme un texte"),
    ("q3a", lambda rows, by: min(groups(rows, by)), "values()"),
    ("q3b", lambda rows, by: len(groups(rows, by)), "le nombre de groupes"),
    ("q3b", lambda rows, by: [k for k, n in groups(rows, by).items() if n == 1], "pas lesquels"),
    ("q3b", lambda rows, by: 1, "toujours 1"),
    ("q3b", lambda rows, by: list(groups(rows, by)).count(1), "et non les clés"),
    ("q3c", max(sizes_of(["level", "sex"]).values()), "le plus grand groupe"),
    ("q3c", len(sizes_of(["level", "sex"])), "le nombre de groupes"),
    ("q3c", 1, "celui d’autres colonnes"),
    ("q3d", len(sizes_of(["birth_date", "sex"])), "le nombre de groupes"),
    ("q3d", len(ROWS) - UNIQUE, "ne sont pas seuls"),
    ("q3d", f"{UNIQUE}", "comme un texte"),
    ("q4a", clues(AVATAR).index(max(GAINS, key=GAINS.get)), "le nom d’une colonne"),
    ("q4a", [max(GAINS, key=GAINS.get)], "sans crochets"),
    ("q4a", "birth_date", "n’est pas dans votre liste"),
    ("q4a", min(GAINS, key=GAINS.get), "change le moins"),
    ("q4b", alone(clues(AVATAR)), "la différence avec après"),
    ("q4b", alone(clues(AVATAR)) - RESCUED, "la différence avec avant"),
    ("q4b", sorted(GAINS.values())[-2], "une autre colonne"),
    ("q4b", -RESCUED, "la soustraction"),
]


@pytest.mark.parametrize(
    ("question", "answer", "named"), MISTAKES, ids=[f"{q}: {named}" for q, _, named in MISTAKES]
)
def test_a_usual_mistake_is_called_by_its_name(question, answer, named):
    said = say(question, answer)
    assert said.startswith(f"→ {question} · ")
    assert named in said


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_hint_writes_the_expected_value(language):
    expected = {"q1b": PREMIERE, "q3c": K, "q3d": UNIQUE, "q4b": RESCUED}
    with in_language(language):
        for question, answer, _named in MISTAKES:
            said = say(question, answer)
            if question in expected:
                assert not re.search(rf"\b{expected[question]}\b", said)
            if question == "q4a":
                assert RIGHT["q4a"] not in said.split("·")[1].replace('"sex"', "")


def test_the_hints_speak_english():
    with in_language("en"):
        for question, answer, _named in MISTAKES:
            assert not re.search(
                r"[éèàç]|\b(vous|est|pas|une)\b", say(question, answer).replace("première", "")
            )


class Spiteful:
    """Raises whatever one does to it."""

    def __getattribute__(self, name):
        raise RuntimeError("no")

    __repr__ = __str__ = __eq__ = __hash__ = __lt__ = __len__ = __iter__ = __bool__ = (
        lambda self, *others: 1 / 0
    )


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner),
)


@given(st.sampled_from(sorted(RIGHT)), ANYTHING)
def test_no_answer_makes_a_hint_crash(question, answer):
    assert say(question, answer)[0] in "→✓"
    assert say(question, lambda *given: answer)[0] in "→✓"


@pytest.mark.parametrize("question", [*RIGHT, "avatar", "q99"])
def test_an_object_that_refuses_everything_gets_a_hint_too(question):
    assert say(question, Spiteful()).startswith("→")
    assert say(question, [Spiteful()]).startswith("→")


def test_a_lesson_may_compare_with_the_kits_own_value(capsys):
    check("count_alone", 3, 3)
    check("count_alone", 4, 3)
    check("success", 0.25, 0.25000000001)
    check("success", "0.25", 0.25)
    kinds = [line[0] for line in capsys.readouterr().out.splitlines()]
    assert kinds == ["✓", "→", "✓", "→"]


@pytest.mark.parametrize("untouched", [None, 0, {}, ...])
@pytest.mark.parametrize("expected", [693, 0.75, {("F",): 2}])
def test_an_exercise_nobody_has_begun_is_not_called_wrong(untouched, expected):
    said = hint("count_alone", untouched, expected)
    assert said.startswith("→")
    assert "trois points" in said
    assert "autre chose" not in said


def test_what_rests_on_other_questions_sends_back_to_them():
    assert "questions 1 et 2" in hint("school", 0, 693)
    assert "questions 1 et 2" not in hint("school", 692, 693)


def test_zero_is_an_answer_where_zero_is_expected():
    assert hint("count_alone", 0, 0).startswith("✓")


def test_an_avatar_is_a_number_without_quotes():
    assert say("avatar", 7).startswith("✓")
    assert "sans guillemets" in say("avatar", "7")
    for wrong in (0, -1, 7.0, True, ...):
        assert say("avatar", wrong).startswith("→")


def test_before_the_first_cells_a_hint_says_so():
    assert "premières cellules" in hint("q1b", 3, avatar=..., assignment="A2")


def test_a_failed_test_has_a_sentence_in_each_language():
    with in_language("en"):
        assert missed("q1b", "A2").startswith("This is not")
    assert missed("q1b", "A2").startswith("Ce n’est pas")
    with pytest.raises(PoucetError, match="A9"):
        missed("q1", "A9")


def test_the_file_reads_back_as_the_table():
    (text,) = files(AVATAR).values()
    assert list(csv.DictReader(io.StringIO(text))) == ROWS
    assert text.startswith(",".join(COLUMNS))
