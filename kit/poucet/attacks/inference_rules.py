"""The rules that guess a trait: clues anybody can read, each worth a few points.

The holder of a trail writes down what would betray each trait, gives every clue some points, and
accuses whoever collects enough. Nothing is learned: the words, the thresholds and the points are
the authors' own, as a firm's would be its own. Every rule says in a sentence what it holds against
somebody and finds the lines that it read, so that the accused could answer.

How well they guess in twelve schools of 1,100 pupils that served neither to write nor to tune them
(seeds 40 to 51, twelve weeks): precision and recall from the trail alone, then with the directory.

=================  =====  ===========  ===========  ==============================================
trait              have   trail        + directory  why not all, why not only
=================  =====  ===========  ===========  ==============================================
separated_parents  28 %   77 %, 77 %   77 %, 77 %   half the families apart have one home, even at
                                                    weekends; some parents together are away every
                                                    other weekend; some search for a talk to give
money_trouble      21 %   62 %, 67 %   67 %, 87 %   most who are short of money have a computer;
                                                    a telephone is enough for some who are not,
                                                    and a third of the scholarships are theirs too
illness            8 %    67 %, 47 %   65 %, 54 %   most of the ill are away a day or two at a time;
                                                    a cold can last four days
sleeplessness      19 %   77 %, 67 %   the same     some lie awake without a screen, some sleep
                                                    well and late
job                13 %   59 %, 59 %   67 %, 54 %   a sport leaves the same hole in an evening
=================  =====  ===========  ===========  ==============================================

A second address in the directory is the one clue that is never wrong in these schools; one family
apart in eight has it. With the directory, a scholarship alone is enough to be accused of money
trouble, so all its holders are, rightly or not, and hardly anybody else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from poucet.attacks import inference_lines as lines
from poucet.attacks import portrait_rules as portrait
from poucet.attacks.habits_seen import HabitsSeen
from poucet.attacks.known_people import Columns
from poucet.i18n import N_
from poucet.i18n import gettext as _

ENOUGH = 3  # points that accuse
SOME_NIGHTS, MANY_NIGHTS = 0.06, 0.1  # share of the nights with a line between midnight and four
MANY_DAYS = 6  # school days missed in long spells

# What one looks for when it is on one's mind: parts of the names of objects.
WORDS = {
    "separated_parents": ("deux-adresses", "garde-alternee", "divorce"),
    "money_trouble": ("aide-a-la", "fonds-social", "bourse"),
    "illness": ("rattraper-une-absence", "maladie", "medecin"),
    "sleeplessness": ("dormir", "sommeil", "insomnie"),
    "job": ("contrat-de-travail", "petit-boulot", "smic"),
}
TRAITS = tuple(WORDS)


@dataclass(frozen=True)
class Rule:
    """One clue.

    Attributes
    ----------
    key : str
        Its name.
    points : int
        What it adds to the suspicion; below 0 it speaks for the person.
    words : str
        What it says of the person, in French; see `sentence`.
    holds : callable
        ``holds(seen, columns)`` tells for each person whether the clue is there.
    lines : callable
        ``lines(seen, person)`` gives the rows of the trail that it read about a person (by rank).
    column : str
        The directory column that it needs; empty if it reads the trail.
    """

    key: str
    points: int
    words: str
    holds: Callable[[HabitsSeen, Columns], np.ndarray]
    lines: Callable[[HabitsSeen, int], np.ndarray] = lines.none
    column: str = ""

    @property
    def sentence(self) -> str:
        """What the rule says of the person, in the reader's language."""
        return _(self.words)


def _searched(trait: str, times: int) -> Callable[[HabitsSeen, Columns], np.ndarray]:
    return lambda seen, _columns: seen.searches(*WORDS[trait]) >= times


def _searches(trait: str, once: int, again: int) -> tuple[Rule, Rule]:
    def read(seen: HabitsSeen, person: int) -> np.ndarray:
        return lines.searches(seen, person, *WORDS[trait])

    return (
        Rule("searched", once, N_("a cherché des mots qui en parlent"), _searched(trait, 1), read),
        Rule(
            "searched again", again, N_("les a cherchés plusieurs fois"), _searched(trait, 2), read
        ),
    )


def _rhythm(word: str) -> Callable[[HabitsSeen, Columns], np.ndarray]:
    return lambda seen, _columns: seen.rhythm == word


RULES: dict[str, tuple[Rule, ...]] = {
    "separated_parents": (
        Rule(
            "every other week", 5, N_("dort une semaine sur deux sous un autre toit"),
            _rhythm(portrait.WEEKS), lines.second_roof,
        ),
        Rule(
            "every other weekend", 4, N_("dort un week-end sur deux sous un autre toit"),
            _rhythm(portrait.WEEKENDS), lines.second_roof,
        ),
        *_searches("separated_parents", 3, 2),
        Rule(
            "second address", 6, N_("a deux adresses dans l’annuaire"),
            lambda _seen, columns: columns.filled("address2"), column="address2",
        ),
    ),
    "money_trouble": (
        Rule(
            "phone only", 3, N_("n’a qu’un téléphone à la maison"),
            lambda seen, _columns: seen.phone_only, lines.at_home,
        ),
        *_searches("money_trouble", 3, 2),
        Rule(
            "scholarship", 3, N_("est boursier ou boursière dans l’annuaire"),
            lambda _seen, columns: columns.true("scholarship"), column="scholarship",
        ),
        Rule(
            "no scholarship", -2, N_("n’a pas de bourse dans l’annuaire"),
            lambda _seen, columns: columns.false("scholarship"), column="scholarship",
        ),
    ),
    "illness": (
        Rule(
            "missing", 2, N_("disparaît trois jours de classe de suite ou plus"),
            lambda seen, _columns: seen.spells >= 1, lines.around_spells,
        ),
        Rule(
            "missing long", 1, N_("disparaît six jours de classe ou plus en tout"),
            lambda seen, _columns: seen.days_missing >= MANY_DAYS, lines.around_spells,
        ),
        *_searches("illness", 2, 1),
        Rule(
            "accommodation", 1, N_("a un aménagement dans l’annuaire"),
            lambda _seen, columns: columns.filled("accommodation"), column="accommodation",
        ),
        Rule(
            "care plan", 2, N_("a un projet d’accueil individualisé dans l’annuaire"),
            lambda _seen, columns: columns.says("accommodation", "accueil individualisé"),
            column="accommodation",
        ),
    ),
    "sleeplessness": (
        Rule(
            "nights", 2, N_("est en ligne après minuit une nuit sur seize ou plus"),
            lambda seen, _columns: seen.nights_awake >= SOME_NIGHTS, lines.at_night,
        ),
        Rule(
            "many nights", 1, N_("est en ligne après minuit une nuit sur dix ou plus"),
            lambda seen, _columns: seen.nights_awake >= MANY_NIGHTS, lines.at_night,
        ),
        *_searches("sleeplessness", 2, 1),
    ),
    "job": (
        Rule(
            "busy evening", 1, N_("n’est presque jamais là un soir fixe de la semaine"),
            lambda seen, _columns: seen.busy[:, :5].sum(axis=1) >= 1, lines.around_busy_evenings,
        ),
        Rule(
            "busy Saturday", 2, N_("n’est presque jamais là le samedi"),
            lambda seen, _columns: seen.busy[:, 5], lines.around_busy_saturdays,
        ),
        *_searches("job", 2, 1),
        Rule(
            "youngest", -1, N_("est en seconde dans l’annuaire"),
            lambda _seen, columns: columns.says("level", "seconde"), column="level",
        ),
    ),
}  # fmt: skip
