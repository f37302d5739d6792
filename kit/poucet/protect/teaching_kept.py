"""What a protection leaves of the two teaching questions: both answers, and the error added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import number, percent
from poucet.protect.answers import Answers
from poucet.protect.noise import NoisyCells
from poucet.protect.teaching_questions import (
    GOAL,
    POINTS,
    MethodEffect,
    check_goal,
    choice,
    method_effect,
)

NEAR = 1 / POINTS  # an exercise that misses the best one by a point is still good advice


@dataclass(frozen=True)
class Utility:
    """Both questions, asked of the raw table and of the protected one.

    Attributes
    ----------
    raw, protected : MethodEffect or None
        Does the second method help? None if the protected table cannot say.
    no_effect : str
        Why it cannot, or an empty text.
    exercises_kept : float
        Share of the pupils for whom the protected table still advises a good exercise: one that
        they have not done, and where their share of right answers would be at most one point out of
        twenty farther from the goal than with the raw table's advice.
    exercise_error : float or None
        How much farther from the goal, on average over the pupils still advised; a share.
    no_exercise : str
        Why nobody is advised any more, or an empty text.
    """

    raw: MethodEffect
    protected: MethodEffect | None
    no_effect: str
    exercises_kept: float
    exercise_error: float | None
    no_exercise: str

    @property
    def effect_error(self) -> float | None:
        """How far the protected effect is from the raw one, as a share."""
        return None if self.protected is None else abs(self.protected.value - self.raw.value)

    @property
    def same_verdict(self) -> bool:
        """Whether the protected table says the same: it helps, it harms, or nothing sure."""
        return self.protected is not None and self.protected.verdict == self.raw.verdict

    @property
    def answered(self) -> float:
        """What is left of the two questions, from 0 to 1: half for each."""
        return (self.same_verdict + self.exercises_kept) / 2

    def __str__(self) -> str:
        return " ".join((_("Peut-on encore répondre ?"), self._effect(), self._exercise()))

    def _effect(self) -> str:
        if self.protected is None:
            return _("Quelle méthode aide : non. {why}").format(why=self.no_effect)
        sentence = (
            _("Quelle méthode aide : oui ({value} sur 20 au lieu de {raw}, erreur de {error}).")
            if self.same_verdict
            else _(
                "Quelle méthode aide : non, la réponse a changé ({value} sur 20 au lieu de {raw},"
                " erreur de {error})."
            )
        )
        return sentence.format(
            value=number(POINTS * self.protected.value, 2),
            raw=number(POINTS * self.raw.value, 2),
            error=number(POINTS * (self.effect_error or 0.0), 2),
        )

    def _exercise(self) -> str:
        if self.exercise_error is None:
            return _("Quel exercice ensuite : non. {why}").format(why=self.no_exercise)
        return _(
            "Quel exercice ensuite : oui pour {kept} des élèves (écart ajouté en moyenne : {error}"
            " sur 20)."
        ).format(kept=percent(self.exercises_kept), error=number(POINTS * self.exercise_error, 2))


def utility(
    raw: Any,
    protected: Any,
    methods: str | Mapping[Any, Any] = "method",
    of: Any = "pupil",
    pupils: Mapping[Any, Any] | None = None,
    goal: float = GOAL,
) -> Utility:
    """Ask both teaching questions of a table before and after its protection.

    The school holds the raw trail and hands out a protected one. Success, for the protection, is
    that the questions the trail was kept for still get the same answers.

    Parameters
    ----------
    raw : table
        The trail: lines with ``pupil``, ``object``, ``score``, and what `methods` needs.
    protected : table or NoisyCells
        The same after protection, whatever is left of it; or the mean scores by method told with
        noise, which say nothing of any one pupil.
    methods, of
        As for `poucet.protect.method_effect`.
    pupils : dict, optional
        The protected table's name of each pupil, if it has others: the table of pseudonyms that the
        school keeps.
    goal : float, default 0.6
        As for `poucet.protect.next_exercise`.

    Returns
    -------
    Utility
        Both answers twice, the errors added, and ``.answered`` from 0 to 1.

    Raises
    ------
    poucet.errors.PoucetError
        If the raw table itself allows no answer.

    Examples
    --------
    >>> lines = {
    ...     "pupil": [n for n in range(1, 9) for _ in range(3)],
    ...     "object": [f"exercise {(n + k) % 4}" for n in range(1, 9) for k in range(3)],
    ...     "score": [0.2 + 0.1 * (n % 3) + 0.3 * (n > 4) for n in range(1, 9) for k in range(3)],
    ...     "method": ["A"] * 12 + ["B"] * 12,
    ... }
    >>> without_pupils = {name: lines[name] for name in ("score", "method")}
    >>> kept = utility(lines, without_pupils)
    >>> kept.same_verdict, kept.exercises_kept, kept.answered
    (True, 0.0, 0.5)
    """
    check_goal(goal)
    before = method_effect(raw, methods, of)
    after, no_effect = None, ""
    try:
        after = method_effect(protected, _renamed(methods, of, pupils), of)
    except PoucetError as trouble:
        no_effect = str(trouble)
    answers = Answers.read(raw)
    try:
        if isinstance(protected, NoisyCells):
            raise PoucetError(
                _("Une moyenne avec du bruit parle de tous les élèves, et d’aucun en particulier.")
            )
        kept, error = _exercises(answers, Answers.read(protected), pupils, goal)
    except PoucetError as trouble:
        return Utility(before, after, no_effect, 0.0, None, str(trouble))
    return Utility(before, after, no_effect, kept, error, "")


def _renamed(
    methods: str | Mapping[Any, Any], of: Any, pupils: Mapping[Any, Any] | None
) -> str | Mapping[Any, Any]:
    if pupils is None or isinstance(methods, str) or of != "pupil":
        return methods
    return {pupils[pupil]: method for pupil, method in methods.items() if pupil in pupils}


def _exercises(
    raw: Answers, protected: Answers, pupils: Mapping[Any, Any] | None, goal: float
) -> tuple[float, float]:
    """Advise every pupil from both tables; the raw one judges both pieces of advice."""
    rows = {pupil: row for row, pupil in enumerate(protected.pupils)}
    places = {exercise: place for place, exercise in enumerate(raw.exercises)}
    asked, misses = 0, []
    for pupil, name in enumerate(raw.pupils):
        best = choice(raw, pupil, goal)
        if best is None:
            continue
        asked += 1
        row = rows.get(name if pupils is None else pupils.get(name))
        advised = None if row is None else choice(protected, row, goal)
        if advised is None:
            continue
        place = places.get(protected.exercises[advised])
        if place is None or raw.done(pupil)[place]:
            continue
        miss = abs(raw.expected(pupil) - goal)
        misses.append(float(miss[place] - miss[best]))
    if not misses:
        raise PoucetError(_("Plus aucun élève ne peut recevoir un conseil qui soit le sien."))
    return sum(miss <= NEAR for miss in misses) / asked, sum(misses) / len(misses)
