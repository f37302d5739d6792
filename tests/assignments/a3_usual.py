"""What pupils really answer in A3, right and wrong, and the words that name each mistake."""

from assignments.a3 import count

from poucet.classroom.assignments.a3_files import lines, moments

AVATAR = 7
ROWS, KNOWN, FOUND = lines(AVATAR), moments(AVATAR), count(AVATAR)
PUPILS = [row["pupil"] for row in ROWS]
TARGET, FOLLOWED = FOUND["q4a_target"], FOUND["q4b_followed"]


def hour_of(time):
    return int(time[11:13])


def repeated(rows, hour, where):
    return [r["pupil"] for r in rows if r["time"][:13] == hour and r["where"] == where]


def present(rows, hour, where):
    return list(dict.fromkeys(repeated(rows, hour, where)))


def suspects(rows, known):
    left = present(rows, *known[0])
    for moment in known[1:]:
        left = [pupil for pupil in left if pupil in present(rows, *moment)]
    return left


def either(rows, hour, where):
    return list({r["pupil"] for r in rows if r["time"][:13] == hour or r["where"] == where})


def awake(fits):
    return len({row["pupil"] for row in ROWS if fits(row["time"][11:13])})


RIGHT = {
    "q1a": ROWS,
    "q1b": FOUND["q1b_people"],
    "q2a": hour_of,
    "q2b": FOUND["q2b_awake"],
    "q3a": present,
    "q3b": suspects,
    "q4a": TARGET,
    "q4b": FOLLOWED,
}
SECRET = {
    "q1b": FOUND["q1b_people"],
    "q2b": FOUND["q2b_awake"],
    "q4a": TARGET,
    "q4b": FOLLOWED,
}
ONCE = next(p for p in PUPILS if sum(p in present(ROWS, *one) for one in KNOWN) == 1)
NEVER = next(p for p in PUPILS if not any(p in present(ROWS, *moment) for moment in KNOWN))
USUAL = [
    ("q1a", ROWS[1:], "il manque une ligne"),
    ("q1a", ROWS * 2, "deux fois"),
    ("q1a", [",".join(row.values()) for row in ROWS], "des textes"),
    ("q1b", len(ROWS), "des lignes, pas des personnes"),
    ("q1b", len(ROWS) + 1, "plus qu’il n’y a de lignes"),
    ("q1b", int(max(PUPILS)), "l’ordre des textes"),
    ("q1b", max(map(int, PUPILS)), "le plus grand numéro"),
    ("q1b", set(PUPILS), "combien il y en a"),
    ("q1b", 0, "rows est vide"),
    ("q1b", FOUND["q1b_people"] - 1, "à une unité près"),
    ("q2a", hour_of("2026-09-07 19:04:10"), "la fonction elle-même"),
    ("q2a", lambda time: time[11:13], "elle renvoie un texte"),
    ("q2a", lambda time: None, "il manque return"),
    ("q2a", lambda time: [time], "un nombre entier"),
    ("q2a", lambda time: int(time[8:10]), "c’est le jour"),
    ("q2a", lambda time: int(time[14:16]), "les minutes"),
    ("q2a", lambda time: int(time[17:19]), "les secondes"),
    ("q2a", lambda time: int(time[11]), "il manque un chiffre"),
    ("q2a", lambda time: int(time[12]), "deux chiffres"),
    ("q2a", lambda time: 2026, "à partir de zéro"),
    ("q2b", sum(hour_of(row["time"]) < 4 for row in ROWS), "des lignes, pas des personnes"),
    ("q2b", awake(lambda hour: hour < "4"), "« 10 » y passe avant « 4 »"),
    ("q2b", awake(lambda hour: True), "la condition manque"),
    ("q2b", 0, "un nombre, avec le nombre 4"),
    ("q2b", FOUND["q2b_awake"] + 1, "à une unité près"),
    ("q2b", str(FOUND["q2b_awake"]), "comme un texte"),
    ("q3a", present(ROWS, *KNOWN[0]), "la fonction elle-même"),
    ("q3a", repeated, "plusieurs fois"),
    ("q3a", either, "avec and"),
    ("q3a", lambda r, h, w: list({x["pupil"] for x in r if x["time"][:13] == h}), "l’endroit"),
    ("q3a", lambda r, h, w: set(present(r, h, w)), "une liste de numéros"),
    ("q3a", lambda r, h, w: [int(p) for p in present(r, h, w)], "tels quels"),
    ("q3a", lambda r, h, w: [x for x in r if x["where"] == w], "des lignes entières"),
    ("q3a", lambda r, h, w: present(r, h, w)[:1], "return est peut-être"),
    ("q3a", lambda r, h, w: present(r, h + ":00", w), "13 premiers"),
    ("q3a", lambda r, h, w: present(r, h, "maison"), "servez-vous de hour"),
    ("q3b", lambda r, known: present(r, *known[-1]), "ceux du dernier moment"),
    ("q3b", lambda r, known: suspects(r, known[:1]), "un moment n’est pas pris en compte"),
    (
        "q3b",
        lambda r, known: [pupil for moment in known for pupil in present(r, *moment)],
        "d’un moment ou d’un autre",
    ),
    ("q3b", lambda r, known: [], "d’où part votre liste"),
    ("q3b", lambda r, known: suspects(r, known) * 2, "plusieurs fois"),
    ("q3b", lambda r, known: len(suspects(r, known)), "une liste de numéros"),
    ("q3b", lambda r, known: ["5"], "avec un seul moment connu"),
    ("q4a", [TARGET], "sans sa liste"),
    ("q4a", int(TARGET), "tels quels"),
    ("q4a", "1", "n’est pas dans le fichier"),
    ("q4a", ONCE, "mais pas à tous"),
    ("q4a", NEVER, "à aucun des moments"),
    ("q4b", len(ROWS), "la condition sur pupil"),
    ("q4b", len({row["time"][:13] for row in ROWS if row["pupil"] == TARGET}), "des heures"),
    (
        "q4b",
        sum(row["pupil"] == TARGET and (row["time"][:13], row["where"]) in KNOWN for row in ROWS),
        "des quatre moments",
    ),
    ("q4b", 1, "beaucoup de lignes"),
    ("q4b", 0, "deux textes"),
]
