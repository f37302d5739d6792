"""What pupils really answer in A2, right and wrong, and the words that name each mistake."""

import csv
import io
from collections import Counter

from poucet.classroom.assignments.a2_files import clues, table

AVATAR = 7
ROWS = table(AVATAR)


def groups(rows, by):
    sizes = {}
    for row in rows:
        key = tuple(row[column] for column in by)
        sizes[key] = sizes.get(key, 0) + 1
    return sizes


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
    "q2": groups,
    "q3a": lambda rows, by: min(groups(rows, by).values(), default=0),
    "q3b": lambda rows, by: list(groups(rows, by).values()).count(1),
    "q3c": K,
    "q3d": UNIQUE,
    "q4a": max(GAINS, key=GAINS.get),
    "q4b": RESCUED,
}
SECRET = {question: RIGHT[question] for question in ("q1b", "q3c", "q3d", "q4a", "q4b")}

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


USUAL = [
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
    ("q2", lambda rows, by: {k: n - 1 for k, n in groups(rows, by).items()}, "d’une unité"),
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
