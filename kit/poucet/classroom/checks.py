"""Hints without the answer: what came, what shape was expected, the usual mistake by its name.

A pupil is alone before an exercise, two minutes from giving up. Success is one sentence that lets
them go on by themselves. A hint never writes the value that is expected, and a well-formed answer
is called well formed, not right: only grading says that.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from poucet.classroom.answers import came, not_a_count, unanswered
from poucet.classroom.handout import desk, is_avatar, room
from poucet.i18n import N_
from poucet.i18n import gettext as _

_NO_ANSWER = object()
# The checks of the lessons that bear the name of no function nor variable, in the reader's words.
_SAID = {
    "diversity again": N_("diversity, sur deux lignes"),
    "equal": N_("deux offres égales"),
    "evening": N_("la soirée"),
    "floor": N_("le plancher"),
    "generalised": N_("après avoir généralisé"),
    "raw": N_("avant de généraliser"),
    "rows": N_("le nombre de lignes"),
    "school": N_("le lycée entier"),
    "second price": N_("le deuxième prix"),
    "sql": N_("la requête SQL"),
    "unsold": N_("rien n’est vendu"),
    "whole_school": N_("le lycée entier"),
}


def check(question: str, answer: Any, expected: Any = _NO_ANSWER, **where: Any) -> None:
    """Print a hint about an answer, in the reader's language.

    Parameters
    ----------
    question : str
        The question's name, as the notebook writes it: ``"q1a"``.
    answer : object
        The pupil's value or function. Anything at all: a hint never crashes.
    expected : object, optional
        In a lesson, the value that the kit finds: the hint says whether both agree, never the
        value. In an assignment, leave it out.
    **where
        ``avatar`` and ``assignment``, where `hand_out` has not set them.

    Examples
    --------
    >>> check("count_alone", None, 660)
    → count_alone · il n’y a rien (None) : avez-vous remplacé les trois points, et écrit return ?
    >>> check("count_alone", 660, 660)
    ✓ count_alone · vous trouvez la même chose que le kit.
    """
    print(hint(question, answer, expected, **where))  # noqa: T201


def hint(
    question: str,
    answer: Any,
    expected: Any = _NO_ANSWER,
    *,
    avatar: int | None = None,
    assignment: str | None = None,
) -> str:
    """Give the sentence that `check` prints."""
    name = question
    try:
        if expected is not _NO_ANSWER:
            name = _(_SAID[question]) if question in _SAID else question
            fault = _nothing_yet(question, answer, expected) or _against(answer, expected)
            praise = _("vous trouvez la même chose que le kit.")
        elif question == "avatar":
            fault, praise = _avatar_fault(answer), _("numéro enregistré.")
        else:
            fault, praise = _in_assignment(question, answer, avatar, assignment)
    except Exception:
        # a hint is a help: whatever a pupil's object does, the notebook goes on
        fault, praise = _("cette réponse ne ressemble à rien d’attendu : relisez l’énoncé."), ""
    return f"→ {name} · {fault}" if fault else f"✓ {name} · {praise}"


def missed(question: str, assignment: str) -> str:
    """Give the sentence of a failed test, for the pupil's feedback page."""
    return _(room(assignment, "hints").MISSED[question])


def _avatar_fault(answer: Any) -> str | None:
    if isinstance(answer, str):
        return _("vous donnez un texte : écrivez votre numéro sans guillemets.")
    if is_avatar(answer):
        return None
    return _("écrivez à la place des trois points le numéro que votre professeur vous a donné.")


def _nothing_yet(question: str, answer: Any, expected: Any) -> str | None:
    """Recognise an exercise that nobody has begun: an untouched start is not a wrong answer."""
    if waiting := unanswered(answer):
        return waiting
    # a pupil's own type could refuse any question: only plain values are asked
    empty = answer is None or (type(answer) in (int, dict, list) and not answer)
    if not empty or not expected:
        return None
    if question == "school":  # a lesson's last question puts the first two together
        return _("répondez d’abord aux questions 1 et 2.")
    if answer is None:
        return _("il n’y a rien (None) : avez-vous remplacé les trois points, et écrit return ?")
    return _("rien n’est compté pour l’instant : avez-vous remplacé les trois points ?")


def _against(answer: Any, expected: Any) -> str | None:
    if isinstance(expected, (int, np.integer)) and not isinstance(expected, bool):
        answer = int(answer) if isinstance(answer, np.integer) else answer
        if fault := not_a_count(answer):
            return fault
        agree = answer == expected
    elif isinstance(expected, (float, np.floating)):
        if not isinstance(answer, (int, float, np.number)) or isinstance(answer, bool):
            return _("vous donnez {kind} : il faut un nombre.").format(kind=came(answer))
        agree = bool(np.isclose(float(answer), float(expected), rtol=1e-6))
    else:
        agree = type(answer) is type(expected) and bool(answer == expected)
    return None if agree else _("le kit trouve autre chose : reprenez à la main un petit exemple.")


def _in_assignment(
    question: str, answer: Any, avatar: int | None, assignment: str | None
) -> tuple[str | None, str]:
    open_desk = desk()
    if open_desk is not None:
        assignment = assignment or open_desk.assignment
        avatar = open_desk.avatar if avatar is None else avatar
    if assignment is None or not is_avatar(avatar):
        return _("exécutez d’abord les premières cellules, avec votre numéro d’avatar."), ""
    hints = room(assignment, "hints")
    if question not in hints.HINTS:
        return _("cette question n’existe pas dans le devoir {name}.").format(name=assignment), ""
    praise = (
        _("juste sur un petit exemple ; la correction en essaiera d’autres.")
        if callable(answer)
        else _("la forme est bonne. La valeur, c’est la correction qui la jugera.")
    )
    return hints.HINTS[question](answer, avatar), praise
