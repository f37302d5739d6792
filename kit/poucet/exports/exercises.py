"""What pupils open on the service, and what helps them succeed: two methods, known difficulties.

A trail is not only a danger. With it a school can ask which of two teaching methods helps, or which
exercise is too hard: the legitimate use that a good protection must leave possible. So the scores
are drawn from a model whose numbers are known, and a protection is judged by what is left of them:

    share of right answers = 0.51 + ability of the pupil + effect of the method - difficulty + luck

It is the additive model of item response (Rasch) without its curve: abilities, difficulties and
luck are bounded so that no score has to be cut off, and a plain difference of means finds the
effect. Every number is chosen by the authors. Ability leans on none of the sealed traits.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from poucet.exports.term import MOST_WEEKS
from poucet.school.draws import Draws

if TYPE_CHECKING:
    from poucet.school import School

SUBJECTS = ("francais", "mathematiques", "histoire", "anglais", "physique", "svt")
LEVELS = ("2de", "1re", "tle")
PER_LEVEL = len(SUBJECTS) * MOST_WEEKS  # chapters, one a week
CHAPTERS = len(LEVELS) * PER_LEVEL
LETTERS = "abcd"  # the exercises of a chapter
EXERCISES = CHAPTERS * len(LETTERS)

SEARCHES = tuple(
    """annales corrigees|plan de dissertation|probabilites conditionnelles|verbes irreguliers
photosynthese|revolution industrielle|theoreme des valeurs intermediaires|oeuvre au programme
forces et mouvement|guerre froide|figures de style|suites geometriques|orientation apres le bac
metiers du numerique|horaires de bus|menu de la cantine|resume de chapitre|carte mentale
fiche de revision|traduction anglais|calculatrice en ligne|grand oral|rapport de stage
code de la route""".replace("\n", "|")
    .replace(" ", "-")
    .split("|")
)
# What a worry makes one look for; others look for it too, for a talk or out of curiosity, but
# twelve times less than for any other words.
WORRIES = {
    "sleeplessness": "mieux-dormir",
    "job": "contrat-de-travail-mineur",
    "illness": "rattraper-une-absence",
    "money_trouble": "aide-a-la-cantine",
    "separated_parents": "deux-adresses-sur-le-dossier",
}
RECIPIENTS = (
    "classe",
    "professeur-principal",
    "vie-scolaire",
    *(f"professeur-{s}" for s in SUBJECTS),
)

POINTS = 20  # an exercise has twenty questions
MEAN, EFFECT = 10.2, 0.8  # points
ABILITY, DIFFICULTY, LUCK = 3.3, 3.0, 2.5  # points, largest distance from the mean


def objects() -> np.ndarray:
    """Give every object of the service, in the order of their codes.

    Returns
    -------
    ndarray of object
        Paths without accent or space, ready for an address: the portal, the exercises, courses and
        videos of each level, subject and week, then messages and searches.

    Examples
    --------
    >>> objects()[[0, 1, 2]].tolist()
    ['portal', 'exercises/2de-francais-01a', 'exercises/2de-francais-01b']
    """
    chapters = [
        f"{level}-{subject}-{week:02d}"
        for level in LEVELS
        for subject in SUBJECTS
        for week in range(1, MOST_WEEKS + 1)
    ]
    paths = ["portal"]
    paths += [f"exercises/{chapter}{letter}" for chapter in chapters for letter in LETTERS]
    for folder in ("courses", "videos"):
        paths += [f"{folder}/{chapter}" for chapter in chapters]
    paths += [f"messages/{name}" for name in RECIPIENTS]
    paths += [f"searches/{words}" for words in (*SEARCHES, *WORRIES.values())]
    return np.array(paths, dtype=object)


SEARCH_WEIGHTS = (12,) * len(SEARCHES) + (1,) * len(WORRIES)

PORTAL, EXERCISE = 0, 1
COURSE = EXERCISE + EXERCISES
VIDEO = COURSE + CHAPTERS
MESSAGE = VIDEO + CHAPTERS
SEARCH = MESSAGE + len(RECIPIENTS)
WORRY = SEARCH + len(SEARCHES)


@dataclass(frozen=True)
class TrailTruth:
    """What only the school knows of its trail: the numbers a study should find again.

    Attributes
    ----------
    method_of_class : dict of str to str
        ``"A"`` or ``"B"``, the way each class is taught.
    method : ndarray of str, shape (pupils,)
        The same, pupil by pupil (row i is avatar i + 1).
    effect : float
        What method B adds to the share of right answers.
    ability : ndarray of float, shape (pupils,)
        What each pupil adds to the share of right answers.
    difficulty : dict of str to float
        What each exercise takes from it, by the exercise's name in the trail.
    absent : ndarray of bool, shape (pupils, days)
        Days a pupil was ill, from Monday 7 September on: no event on any of them.
    """

    method_of_class: dict[str, str]
    method: np.ndarray
    effect: float
    ability: np.ndarray
    difficulty: dict[str, float]
    absent: np.ndarray


@dataclass(frozen=True)
class Teaching:
    """The numbers of the score model, in points out of twenty."""

    method_b: np.ndarray  # bool, one a class
    ability: np.ndarray  # one a pupil
    difficulty: np.ndarray  # one an exercise


def draw_teaching(school: School) -> Teaching:
    """Deal the two methods out to the classes of each level; draw abilities and difficulties.

    Within a level every other class has method B, so that the level is not mistaken for the method;
    chance says which comes first.
    """
    draws = Draws(school.seed, "trail teaching")
    prefixes = np.array([name.partition(" ")[0] for name in school.categories["class"]])
    method_b = np.zeros(len(prefixes), bool)
    for prefix in dict.fromkeys(prefixes.tolist()):
        rows = np.flatnonzero(prefixes == prefix)
        first = int(draws.turns(1)[0]) & 1
        method_b[rows] = (np.arange(len(rows)) + first) % 2 == 1
    difficulty = spread(draws, EXERCISES, DIFFICULTY, 1)
    return Teaching(method_b, spread(draws, school.size, ABILITY, 3), difficulty)


def spread(draws: Draws, count: int, most: float, times: int) -> np.ndarray:
    """Draw numbers around 0, at most `most` away: the mean of `times` uniform draws."""
    total = np.zeros(count, np.int64)
    for _ in range(times):
        total += draws.turns(count)
    return total * (most / times / 32_768) - most


def scores(
    draws: Draws,
    teaching: Teaching,
    pupil: np.ndarray,
    pupil_class: np.ndarray,
    exercise: np.ndarray,
) -> np.ndarray:
    """Draw the points, from 0 to 20, of pupils at exercises.

    The last step rounds up or down by chance, so that the mean stays exact.

    Returns
    -------
    ndarray of int8
        Right answers out of twenty.
    """
    points = MEAN + teaching.ability[pupil]
    points += EFFECT * teaching.method_b[pupil_class[pupil]]
    points -= teaching.difficulty[exercise]
    points += spread(draws, len(pupil), LUCK, 2)
    points += draws.turns(len(pupil)) / 65_536
    return np.floor(points).astype(np.int8)
