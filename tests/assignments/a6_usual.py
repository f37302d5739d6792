"""What pupils really answer in A6, right and wrong, and the words that name each mistake."""

from collections import defaultdict

from poucet.classroom.assignments.a6_files import DEMANDS, contract, table

AVATAR = 8
ROWS = table(AVATAR)
KNOWN = ["class", "sex", "commune"]


def generalise(row):
    return {**row, "class": row["class"].split(" ")[0], "commune": "*"}


def groups(rows, by, secret):
    found = defaultdict(list)
    for row in rows:
        found[tuple(row[name] for name in by)].append(row[secret])
    return dict(found)


def smallest(rows, by, secret):
    return min(map(len, groups(rows, by, secret).values()), default=0)


def diversity(rows, by, secret):
    return min((len(set(found)) for found in groups(rows, by, secret).values()), default=0)


def offenders(contract, allowed):
    return [firm["name"] for firm in contract["subprocessors"] if firm["country"] not in allowed]


def broken(contract, trail=12, erasure=90, sold=("advertising", "selling_records"), abroad=True):
    failed = []
    if contract["hosting"] != "FR" or (abroad and offenders(contract, ["FR"])):
        failed.append("place")
    if contract["trail_months"] > trail:
        failed.append("trail")
    if contract["erasure_days"] > erasure:
        failed.append("erasure")
    if any(one in contract["purposes"] for one in sold):
        failed.append("selling")
    return failed


PILES = list(groups(ROWS, KNOWN, "money").values())
ALIKE = [pile for pile in PILES if len(set(pile)) == 1]
WIDE = [generalise(row) for row in ROWS]
IN_NEED = [row["money"] for row in ROWS].count("oui")
RIGHT = {
    "q1a": ROWS,
    "q1b": IN_NEED,
    "q2a": generalise,
    "q2b": groups,
    "q2c": smallest,
    "q2d": diversity,
    "q3a": sum(map(len, ALIKE)),
    "q3b": smallest(WIDE, KNOWN, "money"),
    "q4a": offenders,
    "q4b": broken,
    "q4c": broken(contract(AVATAR)),
}
SECRET = {"q1b": IN_NEED, "q3a": RIGHT["q3a"], "q3b": RIGHT["q3b"]}


def in_place(row):
    row.update(generalise(row))
    return row


def each(function):
    """Give groups with the list of secrets changed."""
    return lambda rows, by, secret: {
        key: function(found) for key, found in groups(rows, by, secret).items()
    }


USUAL = [
    ("q1a", ROWS + ROWS, "deux fois"),
    ("q1b", 0, "en minuscules"),
    ("q1b", len(ROWS) - IN_NEED, "ne manque pas"),
    ("q1b", IN_NEED + 1, "à une unité près"),
    ("q1b", [row for row in ROWS if row["money"] == "oui"], "combien il y en a"),
    ("q2a", in_place, "une copie"),
    ("q2a", lambda row: {**row, "class": row["class"].split(" "), "commune": "*"}, "split donne"),
    ("q2a", lambda row: {**row, "class": row["class"][:1], "commune": "*"}, "à l’espace"),
    ("q2a", lambda row: {**row, "commune": "*"}, "la classe n’a pas changé"),
    ("q2a", lambda row: {**row, "class": row["class"].split(" ")[0]}, "une étoile"),
    ("q2a", lambda row: {"class": row["class"].split(" ")[0]}, "toutes ses colonnes"),
    ("q2a", lambda row: generalise(row)["class"], "il faut une ligne"),
    ("q2b", each(len), "rangez plutôt leurs secrets"),
    ("q2b", each(set), "un ensemble"),
    ("q2b", each(lambda found: found[-1]), "efface le premier"),
    ("q2b", each(lambda found: found[-1:]), "des secrets manquent"),
    ("q2b", lambda rows, by, secret: groups(rows, by[::-1], secret), "l’ordre de by"),
    ("q2b", lambda rows, by, secret: groups(rows, by, "money"), "servez-vous de secret"),
    ("q2c", lambda rows, by, s: max(map(len, groups(rows, by, s).values())), "plus grand groupe"),
    ("q2c", lambda rows, by, s: len(rows), "le nombre d’élèves"),
    ("q2c", lambda rows, by, s: len(groups(rows, by, s)), "servez-vous de by"),
    ("q2c", lambda rows, by, s: min(map(len, groups(rows, by, s).values())), "tableau vide"),
    ("q2d", lambda rows, by, s: smallest(rows, by, s), "set(…)"),
    ("q2d", lambda rows, by, s: len({row[s] for row in rows}), "servez-vous de by"),
    ("q3a", len(ALIKE), "vous avez compté des groupes"),
    ("q3a", sum(len(pile) == 1 for pile in PILES), "les élèves seuls"),
    ("q3a", sum(len(pile) for pile in ALIKE if pile[0] == "oui"), "compte aussi"),
    ("q3a", len(ROWS) - RIGHT["q3a"], "n’est pas sûr"),
    ("q3a", 0, "tableau de départ"),
    ("q3b", smallest(ROWS, KNOWN, "money"), "généralisez chaque ligne"),
    ("q3b", smallest(WIDE, ["class"], "money"), "le sexe a disparu"),
    ("q3b", smallest(ROWS, ["class", "sex"], "money"), "la classe est restée"),
    ("q3b", len(groups(WIDE, KNOWN, "money")), "le nombre de groupes"),
    ("q4a", lambda c, allowed: [f["country"] for f in c["subprocessors"][::2]], "les pays"),
    ("q4a", lambda c, allowed: offenders(c, ["FR"]), "servez-vous de allowed"),
    ("q4a", lambda c, allowed: offenders(c, ["US", "IE"]), "donnez les autres"),
    ("q4a", lambda c, allowed: offenders(c, allowed)[:1], "return vient après"),
    ("q4a", lambda c, allowed: len(offenders(c, allowed)), "la liste des noms"),
    ("q4b", lambda c: broken(c, trail=11), "égale à la limite"),
    ("q4b", lambda c: broken(c, erasure=89), "égale à la limite"),
    ("q4b", lambda c: broken(c, abroad=False), "un seul sous-traitant"),
    ("q4b", lambda c: broken(c, sold=["advertising"]), "la vente de fiches"),
    ("q4b", lambda c: broken(c, trail=24), "13 mois"),
    ("q4b", lambda c: [name for name in DEMANDS if name not in broken(c)], "demandes tenues"),
    ("q4b", lambda c: broken(c)[::-1], "dans l’ordre"),
    ("q4c", [name for name in DEMANDS if name not in RIGHT["q4c"]], "demandes tenues"),
    ("q4c", RIGHT["q4c"][::-1], "l’ordre du tableau"),
    ("q4c", len(RIGHT["q4c"]), "la liste des demandes"),
    ("q4c", "place", "c’est un texte"),
    ("q4c", ["lieu"], "les noms possibles"),
    ("q4c", [], "relisez chaque clause"),
]
