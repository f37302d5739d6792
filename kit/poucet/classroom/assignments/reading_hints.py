"""The usual mistakes of whoever reads a CSV file with Python, whatever the assignment."""

from __future__ import annotations

import csv
from typing import Any

from poucet.classroom.answers import came, unanswered
from poucet.i18n import gettext as _


def rows_fault(answer: Any, right: list[dict[str, str]], delimiter: str = ",") -> str | None:
    """Look at the list of dictionaries that a pupil made of a file.

    Parameters
    ----------
    answer : object
        What the pupil made.
    right : list of dict
        What ``csv.DictReader`` reads in the file.
    delimiter : {",", ";"}
        What stands between two columns of the file.

    Returns
    -------
    str or None
        The mistake in one sentence, or None where none is recognised.
    """
    if waiting := unanswered(answer):
        return waiting
    if isinstance(answer, csv.DictReader):
        return _(
            "c’est le lecteur lui-même : faites-en une liste avec "
            "list(…), pendant que le fichier est ouvert."
        )
    if not isinstance(answer, list):
        return _("vous donnez {kind} : il faut une liste de dictionnaires.").format(
            kind=came(answer)
        )
    if not answer:
        return _(
            "la liste est vide : un lecteur ne se parcourt qu’une fois, "
            "rouvrez le fichier puis relisez-le."
        )
    first = answer[0]
    if isinstance(first, list):
        return _("vos lignes sont des listes : prenez csv.DictReader plutôt que csv.reader.")
    if isinstance(first, str):
        return _("vos lignes sont des textes : DictReader les découpe en dictionnaires.")
    if not isinstance(first, dict):
        return _("votre liste contient autre chose que des dictionnaires.")
    return _wrong_reading(answer, right, delimiter) or _wrong_length(len(answer), len(right))


def _wrong_reading(rows: list[Any], right: list[dict[str, str]], delimiter: str) -> str | None:
    first = rows[0]
    if len(first) == 1:
        if delimiter == ";":
            return _(
                "vos dictionnaires n’ont qu’une clé : les colonnes sont séparées par des "
                'points-virgules, delimiter=";".'
            )
        return _("vos dictionnaires n’ont qu’une clé : le séparateur du fichier est la virgule.")
    if set(first) != set(right[0]):
        return _("les clés ne sont pas les noms des colonnes : laissez DictReader lire l’en-tête.")
    # UTF-8 read as Latin-1 or as Windows’ own code
    if any("Ã" in str(row.values()) for row in rows if isinstance(row, dict)):
        return _('les accents sont abîmés : ouvrez le fichier avec encoding="utf-8".')
    return None


def _wrong_length(length: int, expected: int) -> str | None:
    if length == expected - 1:
        return _(
            "il manque une ligne : DictReader a déjà lu l’en-tête, ne sautez pas d’autre ligne."
        )
    if length == 2 * expected:
        return _("chaque ligne y est deux fois : repartez d’une liste vide à chaque exécution.")
    if length != expected:
        return _("ce n’est pas tout le fichier : la liste doit avoir toutes ses lignes.")
    return None


def near(answer: int, right: int) -> str | None:
    """Recognise a count that is one too many or one too few."""
    if abs(answer - right) != 1:
        return None
    return _(
        "à une unité près : d’où part votre compteur, et chaque "
        "ligne est-elle comptée une seule fois ?"
    )
