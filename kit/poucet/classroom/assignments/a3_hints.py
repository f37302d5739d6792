"""The usual mistakes of assignment A3, each recognised by its name.

The pupil reads a trail, counts who is awake, then finds one number from four moments. A value is
compared with what a known mistake gives in the same file; a function is tried on a few lines that
anybody reads by hand. A hint never writes the right value.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from poucet.classroom.answers import came, first_call, not_a_count, returned, unanswered
from poucet.classroom.assignments.a3_files import lines, moments
from poucet.classroom.assignments.reading_hints import near, rows_fault
from poucet.i18n import N_
from poucet.i18n import gettext as _

_HOUR = "2026-09-07 19"
TRIAL = [
    {"pupil": pupil, "time": f"2026-09-{when}", "where": where}
    for pupil, when, where in (
        ("8", "07 19:04:10", "maison"),
        ("3", "07 19:12:00", "lycée"),
        ("5", "07 19:30:59", "maison"),
        ("8", "07 19:31:07", "maison"),
        ("9", "07 20:01:00", "maison"),
        ("5", "07 20:15:00", "lycée"),
        ("8", "07 20:16:40", "lycée"),
        ("3", "08 19:00:00", "maison"),
        ("5", "08 19:02:00", "lycée"),
        ("9", "08 19:03:00", "lycée"),
    )
]
PRESENT = ["5", "8"]  # at home on the seventh from 19:00 to 20:00
KNOWN = [(_HOUR, "maison"), ("2026-09-07 20", "lycée"), ("2026-09-08 19", "lycée")]


def lines_fault(answer: Any, avatar: int) -> str | None:
    """Look at the rows read from the file (question 1a)."""
    return rows_fault(answer, lines(avatar))


def people_fault(answer: Any, avatar: int) -> str | None:
    """Look at the number of different pupils in the trail (question 1b)."""
    if fault := not_a_count(answer):
        return fault
    pupils = [row["pupil"] for row in lines(avatar)]
    right = len(set(pupils))
    mistakes = (
        (answer == len(pupils), _lines_not_people()),
        (answer > len(pupils), _("c’est plus qu’il n’y a de lignes dans le fichier.")),
        (
            answer == int(max(pupils)),
            _("c’est le dernier numéro dans l’ordre des textes : comptez les numéros différents."),
        ),
        (
            answer == max(map(int, pupils)),
            _("c’est le plus grand numéro : les numéros ne se suivent pas, comptez-les."),
        ),
        (answer == 0, _("zéro : rows est vide, ou votre liste de numéros n’est jamais remplie.")),
    )
    named = next((sentence for happened, sentence in mistakes if happened), None)
    return named or near(answer, right)


def _lines_not_people() -> str:
    return _("ce sont des lignes, pas des personnes : un élève en laisse beaucoup.")


def hour_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``hour_of(time)`` (question 2a)."""
    hour, fault = first_call(answer, "2026-09-15 07:42:31")
    if fault:
        return fault
    if isinstance(hour, str):
        return _("elle renvoie un texte : il faut un nombre entier, int(…).")
    if type(hour) is not int:
        return _("elle renvoie {kind} : il faut un nombre entier.").format(kind=came(hour))
    mistakes = {
        15: _("c’est le jour : l’heure vient après l’espace."),
        42: _("ce sont les minutes : l’heure est juste avant."),
        31: _("ce sont les secondes : l’heure est au début de « 07:42:31 »."),
        0: _("il manque un chiffre : l’heure en a deux, même avant dix heures."),
    }
    if hour != 7:
        return mistakes.get(
            hour, _("ce n’est pas l’heure : comptez les caractères à partir de zéro.")
        )
    for time, right in (("2026-09-15 00:12:40", 0), ("2026-09-15 23:59:59", 23)):
        hour, fault = returned(answer, time)
        if fault or hour != right:
            return fault or _(
                "juste à sept heures, faux à minuit ou à vingt-trois heures : "
                "il faut deux chiffres."
            )
    return None


def awake_fault(answer: Any, avatar: int) -> str | None:
    """Look at the number of pupils with a line between midnight and 4 a.m. (question 2b)."""
    if fault := not_a_count(answer):
        return fault
    seen = [(row["pupil"], row["time"][11:13]) for row in lines(avatar)]
    right = len({pupil for pupil, hour in seen if int(hour) < 4})
    mistakes = (
        (answer == sum(int(hour) < 4 for _pupil, hour in seen), _lines_not_people()),
        (
            answer == len({pupil for pupil, hour in seen if int(hour) <= 4}) and answer != right,
            _("vous comptez aussi de 4 heures à 5 heures : avant 4 heures, c’est < 4."),
        ),
        (
            answer == len({pupil for pupil, _hour in seen}),
            # every hour of two digits comes before "4" when both are strings
            _(
                "ce sont tous les élèves : la condition manque, ou l’heure est comparée comme un "
                "texte (« 10 » y passe avant « 4 »)."
            ),
        ),
        (answer == 0, _("zéro : comparez l’heure, un nombre, avec le nombre 4.")),
    )
    named = next((sentence for happened, sentence in mistakes if happened), None)
    return named or near(answer, right)


def _not_numbers(found: Any) -> str | None:
    """Recognise what is not a list of the pupils' numbers."""
    if not isinstance(found, list):
        return _("elle renvoie {kind} : il faut une liste de numéros.").format(kind=came(found))
    if any(isinstance(one, dict) for one in found):
        return _('votre liste contient des lignes entières : prenez row["pupil"].')
    if any(isinstance(one, int) for one in found):
        return _("les numéros sont des textes dans le fichier : laissez-les tels quels.")
    if not all(isinstance(one, str) for one in found):
        return _("votre liste contient autre chose que des numéros d’élèves.")
    return None


def present_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``present(rows, hour, where)`` (question 3a)."""
    found, fault = first_call(answer, copy.deepcopy(TRIAL), _HOUR, "maison")
    if fault := fault or _not_numbers(found):
        return fault
    mistakes = (
        (
            len(found) > 1 and set(found) == {"8", "5"} and len(found) != len(set(found)),
            _("un numéro y est plusieurs fois : chaque personne doit y être une seule fois."),
        ),
        (
            set(found) == {"3", "5", "8"} and len(found) == 3,
            _("il manque la condition sur l’endroit : il faut l’heure et l’endroit, ensemble."),
        ),
        (
            {"3", "9"} <= set(found),
            _(
                "il y en a d’autres heures ou d’autres endroits : il faut "
                "les deux conditions à la fois, avec and."
            ),
        ),
        (found == [], _("personne : comparez les 13 premiers caractères de time avec hour.")),
        (len(found) == 1, _("un seul numéro : return est peut-être dans la boucle.")),
        (
            sorted(found) != PRESENT,
            _("ce ne sont pas les numéros présents : faites-le à la main sur dix lignes."),
        ),
    )
    if named := next((sentence for happened, sentence in mistakes if happened), None):
        return named
    found, fault = returned(answer, copy.deepcopy(TRIAL), "2026-09-08 19", "lycée")
    if fault or not isinstance(found, list) or sorted(map(str, found)) != ["5", "9"]:
        return fault or _("à un autre moment, elle se trompe : servez-vous de hour et de where.")
    return None


def suspects_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``suspects(rows, known)`` (question 3b)."""
    found, fault = first_call(answer, copy.deepcopy(TRIAL), list(KNOWN))
    if fault := fault or _not_numbers(found):
        return fault
    mistakes = (
        (
            sorted(found) == ["5", "9"],
            _("ce sont ceux du dernier moment : il faut avoir été là à tous."),
        ),
        (
            sorted(found) == ["5", "8"],
            _("un moment n’est pas pris en compte : return est peut-être dans la boucle."),
        ),
        (
            set(found) == {"5", "8", "9"},
            _("ce sont ceux d’un moment ou d’un autre : gardez ceux de tous les moments."),
        ),
        (set(found) == {"5"} and len(found) > 1, _("un numéro y est plusieurs fois.")),
        (found == [], _("personne : d’où part votre liste, et que garde-t-elle à chaque moment ?")),
        (found != ["5"], _("ce ne sont pas ceux qui étaient là à tous les moments.")),
    )
    if named := next((sentence for happened, sentence in mistakes if happened), None):
        return named
    found, fault = returned(answer, copy.deepcopy(TRIAL), KNOWN[:1])
    if fault or not isinstance(found, list) or sorted(map(str, found)) != PRESENT:
        return fault or _(
            "avec un seul moment connu, il faut tous ceux qui étaient là à ce moment."
        )
    return None


def target_fault(answer: Any, avatar: int) -> str | None:
    """Look at the number that the four moments leave (question 4a)."""
    if waiting := unanswered(answer):
        return waiting
    if isinstance(answer, (list, tuple, set)):
        return _("donnez le numéro qui reste, sans sa liste : le premier élément, [0].")
    if isinstance(answer, int):
        return _("les numéros sont des textes dans le fichier : laissez-les tels quels.")
    if not isinstance(answer, str):
        return _("vous donnez {kind} : il faut un numéro d’élève.").format(kind=came(answer))
    rows = lines(avatar)
    crowds = [
        {row["pupil"] for row in rows if (row["time"][:13], row["where"]) == moment}
        for moment in moments(avatar)
    ]
    if answer not in {row["pupil"] for row in rows}:
        return _("ce numéro n’est pas dans le fichier.")
    times = sum(answer in crowd for crowd in crowds)
    if times == 0:
        return _("ce numéro n’était là à aucun des moments.")
    if times < len(crowds) - 1:  # one moment short, it is well formed: no hint names the right one
        return _("ce numéro était là à l’un des moments, mais pas à tous.")
    return None


def followed_fault(answer: Any, avatar: int) -> str | None:
    """Look at how many lines come with that number (question 4b)."""
    if fault := not_a_count(answer):
        return fault
    rows, known = lines(avatar), moments(avatar)
    crowds = [
        {row["pupil"] for row in rows if (row["time"][:13], row["where"]) == moment}
        for moment in known
    ]
    [target] = set.intersection(*crowds)
    mine = [row for row in rows if row["pupil"] == target]
    mistakes = (
        (answer == len(rows), _("ce sont toutes les lignes : il manque la condition sur pupil.")),
        (
            answer == len({row["time"][:13] for row in mine}),
            _("ce sont des heures : on demande les lignes."),
        ),
        (
            answer == sum((row["time"][:13], row["where"]) in known for row in mine),
            _("ce sont les lignes des quatre moments : comptez toutes celles de ce numéro."),
        ),
        (answer == 0, _("zéro : comparez deux textes, le numéro et la colonne pupil.")),
        (answer == 1, _("un seul numéro, mais beaucoup de lignes : comptez-les.")),
    )
    named = next((sentence for happened, sentence in mistakes if happened), None)
    return named or near(answer, len(mine))


HINTS: dict[str, Callable[[Any, int], str | None]] = {
    "q1a": lines_fault,
    "q1b": people_fault,
    "q2a": hour_fault,
    "q2b": awake_fault,
    "q3a": present_fault,
    "q3b": suspects_fault,
    "q4a": target_fault,
    "q4b": followed_fault,
}

# What the feedback page says of a failed test.
MISSED = {
    "avatar": N_("Le numéro d’avatar de la première cellule n’est pas celui de cette copie."),
    "q1a": N_("rows n’est pas la liste des lignes de votre fichier, un dictionnaire par ligne."),
    "q1b": N_("Ce n’est pas le nombre d’élèves qui ont laissé une ligne dans votre fichier."),
    "q2a": N_("hour_of ne donne pas l’heure, un nombre entier, de tous les moments essayés."),
    "q2b": N_("Ce n’est pas le nombre d’élèves qui ont une ligne entre minuit et 4 heures."),
    "q3a": N_(
        "present ne donne pas tous ceux qui étaient là à cette "
        "heure et à cet endroit, chacun une fois."
    ),
    "q3b": N_("suspects ne donne pas ceux qui étaient là à tous les moments essayés."),
    "q4a": N_("Ce n’est pas le numéro que vos quatre moments désignent."),
    "q4b": N_("Ce n’est pas le nombre de lignes de ce numéro dans votre fichier."),
}
