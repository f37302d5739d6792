"""The usual mistakes of assignment A1, each recognised by its name.

The pupil reads a table, sorts dates, strikes columns out, then merges two tables. A value is
compared with what a known mistake gives in the same school; a function is tried on a table of a few
rows that anybody reads by hand. A hint never writes the right value.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from poucet.classroom.answers import came, first_call, not_a_count, returned, unanswered
from poucet.classroom.assignments.a1_files import GRANT, flags, pupils
from poucet.classroom.assignments.reading_hints import near, rows_fault
from poucet.i18n import N_
from poucet.i18n import gettext as _

TRIAL = [
    {"account": "7", "given_name": "Zoé", "class": "2de 1"},
    {"account": "4", "given_name": "Tom", "class": "2de 2"},
    {"account": "9", "given_name": "Ada", "class": "2de 1"},
    {"account": "5", "given_name": "Tom", "class": "2de 3"},
]
TRIAL_FLAGS = [
    {"account": "9", "flag": "a", "year": "2025"},
    {"account": "5", "flag": "b", "year": "2025"},
    {"account": "9", "flag": "a", "year": "2026"},
    {"account": "4", "flag": "a", "year": "2026"},
    {"account": "5", "flag": "a", "year": "2026"},
    {"account": "7", "flag": "b", "year": "2026"},
]
MERGED = ["Tom", "Ada", "Tom"]


def pupils_fault(answer: Any, avatar: int) -> str | None:
    """Look at the rows read from the file (question 1a)."""
    return rows_fault(answer, pupils(avatar), ";")


def two_homes_fault(answer: Any, avatar: int) -> str | None:
    """Look at the number of pupils with a second address (question 1b)."""
    if fault := not_a_count(answer):
        return fault
    rows = pupils(avatar)
    right = sum(row["address2"] != "" for row in rows)
    mistakes = (
        (
            answer == len(rows),
            _('c’est tout le lycée : une case vide d’un fichier CSV est le texte "", pas None.'),
        ),
        (answer == len(rows) - right, _("ce sont les cases vides : on demande les autres.")),
        (answer == 0, _("zéro : la colonne s’appelle address2 ; comparez avec le texte vide.")),
        (
            answer > len(rows),
            _("c’est plus qu’il n’y a d’élèves : comptez chaque ligne une seule fois."),
        ),
    )
    named = next((sentence for happened, sentence in mistakes if happened), None)
    return named or near(answer, right)


def iso_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``iso(date)`` (question 2a)."""
    written, fault = first_call(answer, "05/09/2010")
    if fault:
        return fault
    mistakes: dict[Any, str] = {
        "2010-09-05": "",
        "05-09-2010": _("les morceaux sont restés dans le même ordre : l’année d’abord."),
        "2010-05-09": _(
            "le jour et le mois sont échangés : une date française commence par le jour."
        ),
        "2010/09/05": _("l’ordre est bon, mais il reste des barres : il faut des tirets."),
        "20100905": _("l’ordre est bon, mais il manque les tirets entre les morceaux."),
        "2010-9-5": _(
            "les zéros de devant sont perdus : laissez les morceaux sous forme de textes."
        ),
        "0102-90-50": _("le texte est retourné lettre par lettre : découpez-le avec split."),
    }
    if not isinstance(written, str):
        return _("elle renvoie {kind} : il faut un texte, comme « 2010-09-05 ».").format(
            kind=came(written)
        )
    if written not in mistakes:
        return _("ce n’est pas la date écrite année, mois, jour, séparés par des tirets.")
    if mistakes[written]:
        return mistakes[written]
    written, fault = returned(answer, "31/12/2008")
    if fault or written != "2008-12-31":
        return fault or _("elle ne dépend pas de la date donnée : servez-vous du paramètre.")
    return None


def oldest_fault(answer: Any, avatar: int) -> str | None:
    """Look at the birth date of the oldest pupil (question 2b)."""
    if waiting := unanswered(answer):
        return waiting
    if isinstance(answer, dict):
        return _("c’est toute la ligne de l’élève : donnez sa date seulement.")
    if not isinstance(answer, str):
        return _("vous donnez {kind} : il faut une date, écrite comme un texte.").format(
            kind=came(answer)
        )
    written = [row["birth_date"] for row in pupils(avatar)]
    dates = ["-".join(reversed(date.split("/"))) for date in written]
    mistakes = (
        (
            answer in (min(written), max(written)),
            _(
                "rangées comme des textes, les dates se suivent par jour "
                "du mois : comparez leur forme iso."
            ),
        ),
        (
            answer in written,
            _(
                "la date est écrite comme dans le fichier : donnez-la "
                "comme iso l’écrit, avec des tirets."
            ),
        ),
        (answer == max(dates), _("c’est le plus jeune : le plus âgé est né le premier.")),
        (answer not in dates, _("personne n’est né ce jour-là : prenez une date du fichier.")),
    )
    return next((sentence for happened, sentence in mistakes if happened), None)


def strike_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``strike(rows, kept)`` (question 3)."""
    rows, right = copy.deepcopy(TRIAL), [{"class": row["class"]} for row in TRIAL]
    sent, fault = first_call(answer, rows, ["class"])
    if fault:
        return fault
    if not isinstance(sent, list):
        return _("elle renvoie {kind} : il faut une liste de dictionnaires.").format(
            kind=came(sent)
        )
    mistakes = (
        (rows != TRIAL, _("votre fonction abîme les lignes données : faites-en de nouvelles.")),
        (sent == TRIAL, _("rien n’est rayé : ce sont les lignes entières.")),
        (
            len(sent) == len(right) and not all(isinstance(row, dict) for row in sent),
            _("votre liste contient autre chose que des dictionnaires."),
        ),
        (len(sent) == 1, _("une seule ligne : return est dans la boucle, ou append en est sorti.")),
        (len(sent) != len(right), _("il faut une ligne par élève, ni plus ni moins.")),
        (
            sent == [{n: v for n, v in row.items() if n != "class"} for row in TRIAL],
            _("c’est l’inverse : kept est la liste des colonnes que l’on garde."),
        ),
        (
            sent == [right[-1]] * len(right),
            _("toutes les lignes sont la dernière : faites un dictionnaire neuf à chaque tour."),
        ),
        (sent != right, _("les lignes n’ont pas les bonnes colonnes ou les bonnes valeurs.")),
    )
    if named := next((sentence for happened, sentence in mistakes if happened), None):
        return named
    both, fault = returned(answer, rows, ["class", "account"])
    if fault or both != [{"class": r["class"], "account": r["account"]} for r in TRIAL]:
        return fault or _(
            "avec deux colonnes à garder, il en manque une : parcourez toute la liste kept."
        )
    return None


def merged_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``names_flagged(rows, flags, flag)`` (question 4a)."""
    names, fault = first_call(answer, copy.deepcopy(TRIAL), copy.deepcopy(TRIAL_FLAGS), "a")
    if fault:
        return fault
    if not isinstance(names, list):
        return _("elle renvoie {kind} : il faut une liste de prénoms.").format(kind=came(names))
    plain = [name for name in names if isinstance(name, str)]
    mistakes: tuple[tuple[bool, str], ...] = (
        (len(plain) != len(names), _("votre liste contient autre chose que des prénoms.")),
        (
            plain == [row["given_name"] for row in TRIAL],
            _("tous y sont : il manque la condition sur le drapeau."),
        ),
        (set(plain) <= set("4579") and bool(plain), _("ce sont les comptes : donnez les prénoms.")),
        (
            sorted(plain) == ["Ada", "Ada", "Tom", "Tom"],
            _(
                "un élève y est deux fois : un drapeau a une ligne "
                "par année, parcourez plutôt rows."
            ),
        ),
        (
            sorted(plain) == ["Ada", "Tom"],
            _("deux élèves peuvent avoir le même prénom : on reconnaît un élève à son compte."),
        ),
        (
            plain == [],
            _("la liste est vide : comparez les comptes des deux tables, ce sont deux textes."),
        ),
        (len(plain) == 1, _("un seul prénom : return est peut-être dans la boucle.")),
        (
            sorted(plain) == sorted(MERGED) and plain != MERGED,
            _("les prénoms sont bons, pas leur ordre : suivez celui de rows."),
        ),
        (plain != MERGED, _("ce ne sont pas les prénoms de ceux qui portent ce drapeau.")),
    )
    if named := next((sentence for happened, sentence in mistakes if happened), None):
        return named
    names, fault = returned(answer, copy.deepcopy(TRIAL), copy.deepcopy(TRIAL_FLAGS), "b")
    if fault or names != ["Zoé", "Tom"]:
        return fault or _("avec un autre drapeau, rien ne change : servez-vous du paramètre flag.")
    return None


def granted_fault(answer: Any, avatar: int) -> str | None:
    """Look at the number of pupils who hold a grant (question 4b)."""
    if fault := not_a_count(answer):
        return fault
    marked = [row["account"] for row in flags(avatar) if row["flag"] == GRANT]
    right = len(set(marked))
    by_account = {row["account"]: row["given_name"] for row in pupils(avatar)}
    mistakes = (
        (
            answer == len(marked),
            _("ce sont des lignes, pas des élèves : un drapeau a une ligne par année."),
        ),
        (answer == len(flags(avatar)), _("ce sont toutes les lignes du fichier des drapeaux.")),
        (
            answer == len({row["account"] for row in flags(avatar)}),
            _(
                "ce sont tous les élèves qui portent un drapeau, quel "
                "qu’il soit : un seul drapeau compte ici."
            ),
        ),
        (
            answer == len({by_account[account] for account in marked}),
            _("deux élèves peuvent avoir le même prénom : on reconnaît un élève à son compte."),
        ),
        (answer == 0, _("zéro : le drapeau s’écrit « bourse », en minuscules.")),
        (answer == len(by_account), _("c’est tout le lycée : il manque la condition.")),
    )
    named = next((sentence for happened, sentence in mistakes if happened), None)
    return named or near(answer, right)


HINTS: dict[str, Callable[[Any, int], str | None]] = {
    "q1a": pupils_fault,
    "q1b": two_homes_fault,
    "q2a": iso_fault,
    "q2b": oldest_fault,
    "q3": strike_fault,
    "q4a": merged_fault,
    "q4b": granted_fault,
}

# What the feedback page says of a failed test.
MISSED = {
    "avatar": N_("Le numéro d’avatar de la première cellule n’est pas celui de cette copie."),
    "q1a": N_("rows n’est pas la liste des élèves de votre fichier, un dictionnaire par ligne."),
    "q1b": N_("Ce n’est pas le nombre d’élèves de votre lycée qui ont une seconde adresse."),
    "q2a": N_("iso ne donne pas, pour toutes les dates essayées, l’année, le mois, puis le jour."),
    "q2b": N_("Ce n’est pas la date de naissance de l’élève le plus âgé de votre lycée."),
    "q3a": N_("strike ne garde pas, dans tous les tableaux essayés, les seules colonnes de kept."),
    "q3b": N_("strike doit renvoyer de nouvelles lignes et laisser intactes celles d’origine."),
    "q4a": N_("names_flagged ne donne pas, chacun une fois, ceux qui portent le drapeau."),
    "q4b": N_("Ce n’est pas le nombre d’élèves boursiers de votre lycée."),
}
