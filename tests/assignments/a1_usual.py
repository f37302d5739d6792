"""What pupils really answer in A1, right and wrong, and the words that name each mistake."""

from assignments.a1 import count

from poucet.classroom.assignments.a1_files import flags, pupils

AVATAR = 7
ROWS, MARKS = pupils(AVATAR), flags(AVATAR)
FOUND = count(AVATAR)
HOMES, OLDEST, GRANTED = FOUND["q1b_two_homes"], FOUND["q2b_oldest"], FOUND["q4b_granted"]


def iso(date):
    return "-".join(reversed(date.split("/")))


def strike(rows, kept):
    return [{column: row[column] for column in kept} for row in rows]


def merged(rows, flags, flag):
    marked = {mark["account"] for mark in flags if mark["flag"] == flag}
    return [row["given_name"] for row in rows if row["account"] in marked]


def spoils(rows, kept):
    for row in rows:
        for column in list(row):
            if column not in kept:
                del row[column]
    return rows


def same_dictionary(rows, kept):
    reduced, sent = {}, []
    for row in rows:
        for column in kept:
            reduced[column] = row[column]
        sent.append(reduced)
    return sent


def by_marks(rows, flags, flag):
    names = {row["account"]: row["given_name"] for row in rows}
    return [names[mark["account"]] for mark in flags if mark["flag"] == flag]


RIGHT = {
    "q1a": ROWS,
    "q1b": HOMES,
    "q2a": iso,
    "q2b": OLDEST,
    "q3": strike,
    "q4a": merged,
    "q4b": GRANTED,
}
SECRET = {"q1b": HOMES, "q2b": OLDEST, "q4b": GRANTED}
USUAL = [
    ("q1a", [{"account;class": "1;2"}], "points-virgules"),
    ("q1a", ROWS[1:], "il manque une ligne"),
    ("q1a", ROWS * 2, "deux fois"),
    ("q1a", ROWS[:9], "toutes ses lignes"),
    ("q1a", [list(row.values()) for row in ROWS], "csv.reader"),
    ("q1a", [{**ROWS[0], "level": "premiÃ¨re"}], "les accents"),
    ("q1b", len(ROWS), "pas None"),
    ("q1b", len(ROWS) - HOMES, "les cases vides"),
    ("q1b", 0, "address2"),
    ("q1b", HOMES + 1, "à une unité près"),
    ("q1b", [row for row in ROWS if row["address2"]], "combien il y en a"),
    ("q2a", "2010-09-05", "la fonction elle-même"),
    ("q2a", print, "il manque return"),
    ("q2a", lambda date: date.replace("/", "-"), "l’année d’abord"),
    ("q2a", lambda date: f"{date[6:]}-{date[:2]}-{date[3:5]}", "sont échangés"),
    ("q2a", lambda date: "/".join(date.split("/")[::-1]), "des barres"),
    ("q2a", lambda date: "".join(date.split("/")[::-1]), "il manque les tirets"),
    ("q2a", lambda date: date.split("/")[::-1], "il faut un texte"),
    ("q2a", lambda date: "-".join(str(int(n)) for n in date.split("/")[::-1]), "zéros de devant"),
    ("q2a", lambda date: date[::-1].replace("/", "-"), "lettre par lettre"),
    ("q2a", lambda date: date, "séparés par des tirets"),
    ("q2a", lambda date: "2010-09-05", "servez-vous du paramètre"),
    ("q2b", min(row["birth_date"] for row in ROWS), "rangées comme des textes"),
    ("q2b", iso(OLDEST.replace("-", "/")).replace("-", "/"), "comme dans le fichier"),
    ("q2b", max(iso(row["birth_date"]) for row in ROWS), "le plus jeune"),
    ("q2b", "1999-01-01", "personne n’est né"),
    ("q2b", ROWS[0], "toute la ligne"),
    ("q2b", 2007, "il faut une date"),
    ("q3", strike(ROWS, ["class"]), "la fonction elle-même"),
    ("q3", lambda rows, kept: None, "il manque return"),
    ("q3", spoils, "abîme les lignes"),
    ("q3", lambda rows, kept: rows, "rien n’est rayé"),
    ("q3", lambda rows, kept: strike(rows[:1], kept), "return est dans la boucle"),
    ("q3", lambda rows, kept: strike(rows[:2], kept), "une ligne par élève"),
    ("q3", lambda rows, kept: [[row[c] for c in kept] for row in rows], "que des dictionnaires"),
    (
        "q3",
        lambda rows, kept: [{n: v for n, v in row.items() if n not in kept} for row in rows],
        "c’est l’inverse",
    ),
    ("q3", same_dictionary, "un dictionnaire neuf"),
    ("q3", lambda rows, kept: strike(rows, kept[:1]), "toute la liste kept"),
    ("q4a", merged(ROWS, MARKS, "bourse"), "la fonction elle-même"),
    ("q4a", by_marks, "deux fois"),
    ("q4a", lambda r, f, flag: [row["given_name"] for row in r], "la condition"),
    ("q4a", lambda r, f, flag: sorted({m["account"] for m in f if m["flag"] == flag}), "comptes"),
    ("q4a", lambda r, f, flag: sorted(set(merged(r, f, flag))), "à son compte"),
    ("q4a", lambda r, f, flag: merged(r, f, flag)[::-1] and ["Ada", "Tom", "Tom"], "leur ordre"),
    ("q4a", lambda r, f, flag: merged(r, f, flag)[:1], "un seul prénom"),
    ("q4a", lambda r, f, flag: [], "deux textes"),
    ("q4a", lambda r, f, flag: len(merged(r, f, flag)), "une liste de prénoms"),
    ("q4a", lambda r, f, flag: merged(r, f, "a"), "servez-vous du paramètre flag"),
    ("q4b", len([m for m in MARKS if m["flag"] == "bourse"]), "des lignes, pas des élèves"),
    ("q4b", len(MARKS), "toutes les lignes"),
    ("q4b", len({m["account"] for m in MARKS}), "portent un drapeau"),
    ("q4b", len(set(merged(ROWS, MARKS, "bourse"))), "à son compte"),
    ("q4b", 0, "en minuscules"),
    ("q4b", str(GRANTED), "comme un texte"),
]
