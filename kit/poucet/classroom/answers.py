"""What a pupil's answer looks like, in words: the part of a hint that every question shares.

Nothing here raises: an answer can be any object, even one whose ``repr`` fails.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from poucet.i18n import gettext as _


def came(answer: Any) -> str:
    """Say what kind of thing came, as a pupil would.

    Examples
    --------
    >>> came("12")
    'un texte'
    >>> came([1, 2])
    'une liste'
    """
    # bool before int: True is an int in Python
    kinds: tuple[tuple[type, str], ...] = (
        (bool, _("un booléen (True ou False)")),
        (int, _("un nombre entier")),
        (float, _("un nombre à virgule")),
        (str, _("un texte")),
        (list, _("une liste")),
        (tuple, _("un p-uplet")),
        (dict, _("un dictionnaire")),
        (set, _("un ensemble")),
    )
    if answer is None:
        return _("None, c’est-à-dire rien")
    for kind, words in kinds:
        if isinstance(answer, kind):
            return words
    if callable(answer):
        return _("une fonction")
    return _("un objet de type {kind}").format(kind=type(answer).__name__)


def unanswered(answer: Any) -> str | None:
    """Recognise the three dots that nobody has replaced."""
    if answer is ...:
        return _("pas encore de réponse : il reste les trois points.")
    return None


def not_a_count(answer: Any) -> str | None:
    """Recognise what is not a whole number of pupils, and say what it is instead."""
    if waiting := unanswered(answer):
        return waiting
    if type(answer) is int:
        if answer < 0:
            return _(
                "le nombre est négatif : l’ordre de la soustraction est sans doute à l’envers."
            )
        return None
    if answer is None:
        return _(
            "il n’y a rien (None) : votre fonction n’a pas de return, ou print est à sa place."
        )
    if isinstance(answer, str):
        if answer.strip().lstrip("-").isdecimal():
            return _(
                "c’est un nombre écrit comme un texte : enlevez les "
                "guillemets, ou convertissez-le avec int(…)."
            )
        return _("c’est un texte : il faut un nombre entier.")
    if isinstance(answer, float):
        return _("c’est un nombre à virgule : comptez des élèves, pas une part ni un taux.")
    if isinstance(answer, (list, tuple, set, dict)):
        return _(
            "c’est {kind} : on demande combien il y en a, pas lesquels (pensez à len)."
        ).format(kind=came(answer))
    if isinstance(answer, np.integer):
        return _("c’est un nombre entier de NumPy : convertissez-le avec int(…).")
    if callable(answer):
        return _("c’est une fonction : appelez-la, avec ses parenthèses et ses arguments.")
    return _("c’est {kind} : il faut un nombre entier.").format(kind=came(answer))


def not_a_function(answer: Any) -> str | None:
    """Recognise what is not a function, most often the result of calling it."""
    if waiting := unanswered(answer):
        return waiting
    if callable(answer):
        return None
    return _(
        "vous donnez {kind} : donnez à check la fonction elle-même, son nom sans parenthèses."
    ).format(kind=came(answer))


def stumble(error: BaseException) -> str:
    """Say on which error a pupil's function stopped, and the usual reason of that error."""
    reasons: tuple[tuple[type[BaseException], str, str], ...] = (
        (
            TypeError,
            "positional argument",
            _("elle doit prendre les mêmes arguments que dans l’énoncé."),
        ),
        (TypeError, "unhashable", _("une liste ne peut pas être une clé : faites-en un p-uplet.")),
        (
            TypeError,
            "ellipsis",
            _("il reste trois points dans la fonction : mettez-y votre valeur de départ."),
        ),
        (
            TypeError,
            "not subscriptable",
            _(
                "vous mettez des crochets après quelque chose qui n’est "
                "ni une liste ni un dictionnaire."
            ),
        ),
        (
            KeyError,
            "",
            _(
                "cette clé n’existe pas encore : get(clé, 0) au premier passage "
                "; ou bien ce n’est pas un nom de colonne."
            ),
        ),
        (
            NameError,
            "",
            _("ce nom n’existe pas : une faute de frappe, ou une cellule pas encore exécutée."),
        ),
        (ValueError, "empty", _("min et max n’ont pas de réponse pour un tableau vide.")),
        (RecursionError, "", _("la fonction s’appelle elle-même sans fin.")),
    )
    for kind, sign, reason in reasons:
        if isinstance(error, kind) and sign in str(error):
            return _("la fonction s’arrête sur {error} : {reason}").format(
                error=type(error).__name__, reason=reason
            )
    return _(
        "la fonction s’arrête sur {error} : appelez-la à la main pour voir quelle ligne."
    ).format(error=type(error).__name__)


def nothing_returned(value: Any) -> str | None:
    """Recognise a function that gives nothing back; None when it gives something."""
    if value is None:
        return _("elle ne renvoie rien (None) : il manque return, ou il y a print à sa place.")
    if value is ...:
        return _("pas encore de réponse : il reste les trois points.")
    return None


def returned(function: Callable[..., Any], *arguments: Any) -> tuple[Any, str | None]:
    """Call a pupil's function; give what it returned, and its stumble if it raised."""
    try:
        return function(*arguments), None
    except (Exception, SystemExit) as error:  # exit() would close the notebook's own kernel
        return None, stumble(error)


def first_call(answer: Any, *arguments: Any) -> tuple[Any, str | None]:
    """Call what a pupil gives as a function; give what it returned, and what stops a hint there.

    That is no function at all, one that raises, or one that gives nothing back.
    """
    if fault := not_a_function(answer):
        return None, fault
    value, fault = returned(answer, *arguments)
    return value, fault or nothing_returned(value)
