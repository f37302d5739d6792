"""What pupils really answer in A4, right and wrong, and the words that name each mistake."""

from collections import defaultdict

from poucet.classroom.assignments.a4_files import (
    accounts,
    birth_year,
    class_asked,
    hashed,
    pupils,
)

AVATAR = 8
HELD, SCHOOL = accounts(AVATAR), pupils(AVATAR)
YEAR, CLASS = birth_year(AVATAR), class_asked(AVATAR)
BORN = sum(row["birth_date"].startswith(YEAR) for row in HELD)


def make_index(rows, on):
    index = defaultdict(list)
    for row in rows:
        index[tuple(row[column] for column in on)].append(row)
    return dict(index)


def join(accounts, pupils, on, alone=(True, True)):
    left, right = make_index(accounts, on), make_index(pupils, on)
    return [
        (a["account"], b["ine"])
        for key in left
        if key in right
        and (not alone[0] or len(left[key]) == 1)
        and (not alone[1] or len(right[key]) == 1)
        for a in left[key]
        for b in right[key]
    ]


def undo(account, names, dates):
    tries = [(name, date) for name in names for date in dates]
    return next((both for both in tries if hashed(*both) == account), None)


PAIRS = join(HELD, SCHOOL, ["birth_date", "sex"])
BY_INE = {row["ine"]: row for row in SCHOOL}
ACCUSED = [
    ine
    for account, ine in PAIRS
    if hashed(BY_INE[ine]["name"], BY_INE[ine]["birth_date"]) != account
]
QUERY = f"SELECT ine, name FROM pupils WHERE class = '{CLASS}'"
JOIN = (
    "SELECT account, name FROM accounts JOIN pupils ON accounts.class = pupils.class "
    "AND accounts.sex = pupils.sex AND accounts.birth_date = pupils.birth_date"
)
RIGHT = {
    "q1a": HELD,
    "q1b": BORN,
    "q2a": make_index,
    "q2b": join,
    "q2c": len(PAIRS),
    "q3a": QUERY,
    "q3b": JOIN,
    "q4a": hashed,
    "q4b": undo,
    "q4c": ACCUSED,
}
SECRET = {"q1b": BORN, "q2c": len(PAIRS)}
USUAL = [
    ("q1a", SCHOOL[1:], "il manque une ligne"),
    ("q1a", [["0a5f", "2de 1"]], "csv.reader"),
    ("q1b", str(BORN), "écrit comme un texte"),
    ("q1b", 0, "quatre premiers caractères"),
    ("q1b", len(HELD), "tous les comptes"),
    ("q1b", BORN - 1, "à une unité près"),
    ("q1b", sum(row["birth_date"].startswith(YEAR) for row in SCHOOL), "comptez les comptes"),
    ("q2a", lambda rows, on: {k[0]: v for k, v in make_index(rows, on).items()}, "des textes"),
    ("q2a", lambda rows, on: {k: v[-1] for k, v in make_index(rows, on).items()}, "efface la"),
    (
        "q2a",
        lambda rows, on: {k: len(v) for k, v in make_index(rows, on).items()},
        "gardez-les plutôt",
    ),
    ("q2a", lambda rows, on: {k: v[:1] for k, v in make_index(rows, on).items()}, "des lignes man"),
    ("q2a", lambda rows, on: make_index(rows, on[::-1]), "l’ordre de on"),
    ("q2a", lambda rows, on: None, "il manque return"),
    ("q2b", lambda a, b, on: join(a, b, on, (False, False)), "ambigus"),
    ("q2b", lambda a, b, on: join(a, b, on, (True, False)), "deux élèves possibles"),
    ("q2b", lambda a, b, on: join(a, b, on, (False, True)), "deux comptes possibles"),
    ("q2b", lambda a, b, on: [pair[::-1] for pair in join(a, b, on)], "à l’envers"),
    ("q2b", lambda a, b, on: len(join(a, b, on)), "leur liste"),
    ("q2b", lambda a, b, on: join(a, b, ["born"]), "servez-vous de on"),
    ("q2c", PAIRS, "combien il y en a"),
    ("q2c", len(join(HELD, SCHOOL, ["birth_date", "sex"], (False, False))), "tous les couples"),
    ("q2c", len(join(HELD, SCHOOL, ["birth_date"])), "d’autres colonnes"),
    ("q2c", len(PAIRS) + 1, "à une unité près"),
    ("q3a", 12, "une requête est un texte"),
    ("q3a", "DROP TABLE pupils", "commencer par SELECT"),
    ("q3a", QUERY.replace("=", "=="), "un seul signe"),
    ("q3a", "SELECT ine, name FROM pupils WHERE class = Tle", "entre apostrophes"),
    ("q3a", "SELECT ine, name FROM eleves", "accounts et pupils"),
    ("q3a", "SELECT ine, name WHERE FROM", "mal écrite"),
    ("q3a", "SELECT * FROM pupils", "deux colonnes, et non 5"),
    ("q3a", "SELECT ine, name FROM pupils", "il manque WHERE"),
    ("q3a", QUERY.replace("ine, name", "name, ine"), "dans le désordre"),
    ("q3a", QUERY.replace(CLASS, CLASS.replace(" ", "")), "aucune ligne"),
    ("q3b", JOIN.replace("AND accounts.sex = pupils.sex", ""), "une des trois conditions : sex"),
    ("q3b", "SELECT account, name FROM accounts JOIN pupils", "à chaque élève"),
    ("q3b", JOIN.replace("accounts.class", "class"), "table.colonne"),
    ("q3b", JOIN.replace("pupils.sex", "pupils.class"), "la même colonne"),
    ("q4a", lambda name, date: hashed(date, name), "après le nom"),
    ("q4a", lambda name, date: hashed(name, date)[:16], "coupée"),
    ("q4a", lambda name, date: hash(name), "il faut un texte"),
    ("q4a", lambda name, date: hashed(name, date).encode(), "des octets"),
    ("q4b", lambda account, names, dates: undo(account, names[:1], dates[:1]), "tout essayé"),
    ("q4b", lambda account, names, dates: undo(account, names, dates) is not None, "un booléen"),
    ("q4b", lambda account, names, dates: (undo(account, names, dates) or (0, 0))[::-1], "envers"),
    ("q4b", lambda account, names, dates: (names[0], dates[0]), "n’est pas la bonne"),
    ("q4b", lambda a, names, dates: undo(a, names, dates) or (names[0], dates[0]), "None"),
    ("q4c", len(ACCUSED), "la liste de leurs numéros"),
    ("q4c", [], "la liste est vide"),
    ("q4c", [pair for pair in PAIRS if pair[1] in ACCUSED], "des couples"),
    ("q4c", [ine for _, ine in PAIRS if ine not in ACCUSED], "nommés à raison"),
    ("q4c", [ine for _, ine in PAIRS], "tous les couples"),
    ("q4c", [PAIRS[0][0]], "des empreintes"),
    ("q4c", ACCUSED + ACCUSED, "plusieurs fois"),
]
