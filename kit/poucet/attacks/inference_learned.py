"""Learned guesses: a machine finds by itself what the known people with a trait have in common.

The holder of a trail knows the trait of some people, from a survey say. Each person becomes a row
of numbers, the habits that their lines show; scikit-learn does the rest, with its own defaults but
for the number of neighbours. As many people are accused, in proportion, as have the trait among the
known ones. Nobody wrote the rule, and nobody can read all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.attacks import inference_lines as lines
from poucet.attacks import portrait_rules as portrait
from poucet.attacks.habits_seen import HabitsSeen
from poucet.attacks.inference_evidence import Clue
from poucet.attacks.inference_rules import WORDS
from poucet.attacks.known_people import Columns, known_of, read_columns, yes_or_no
from poucet.errors import PoucetError
from poucet.i18n import N_, number
from poucet.i18n import gettext as _

NEIGHBOURS = 15
FEWEST = 30  # known people; with fewer there is nothing to learn from
STANDS_OUT = 1.0  # standard deviations above the mean of the known people
COLUMNS = ("accommodation", "address2", "level", "scholarship")


@dataclass(frozen=True, eq=False)
class Feature:
    """One number a person.

    Attributes
    ----------
    key, words : str
        Its name, and what is said of who has much of it, in French.
    values : numpy.ndarray of float
        One a person.
    lines : callable
        Where in the trail it was read: ``lines(seen, person)``.
    """

    key: str
    words: str
    values: np.ndarray
    lines: Callable[[HabitsSeen, int], np.ndarray] = lines.none


@dataclass(frozen=True, eq=False)
class Learned:
    """What was learned: see `poucet.attacks.inference.Inference`."""

    people: np.ndarray
    strength: np.ndarray
    enough: float
    accuse: Callable[[Any], tuple[Clue, ...]]


def features(seen: HabitsSeen, columns: Columns) -> list[Feature]:
    """Turn what is seen of everybody into numbers."""
    busy = seen.busy.astype(np.float64)
    found = [
        Feature("nights", N_("en ligne après minuit"), seen.nights_awake, lines.at_night),
        Feature(
            "busy evenings", N_("absences du soir à jour fixe"), busy[:, :5].sum(axis=1),
            lines.around_busy_evenings,
        ),
        Feature(
            "busy Saturday", N_("absences du samedi"), busy[:, 5], lines.around_busy_saturdays
        ),
        Feature(
            "days missing", N_("jours de classe manqués d’affilée"),
            seen.days_missing.astype(np.float64), lines.around_spells,
        ),
        Feature("away", N_("nuits sous un autre toit"), seen.away, lines.second_roof),
        *(
            Feature(rhythm, words, (seen.rhythm == rhythm).astype(np.float64), lines.second_roof)
            for rhythm, words in (
                (portrait.WEEKS, N_("un autre toit une semaine sur deux")),
                (portrait.WEEKENDS, N_("un autre toit un week-end sur deux")),
            )
        ),
        Feature(
            "phone only", N_("un téléphone pour tout appareil"),
            seen.phone_only.astype(np.float64), lines.at_home,
        ),
        *(_searched(seen, trait) for trait in WORDS),
    ]  # fmt: skip
    known = columns.cells
    if "address2" in known:
        found.append(
            Feature("second address", N_("deux adresses"), columns.filled("address2") + 0.0)
        )
    if "scholarship" in known:
        found.append(Feature("scholarship", N_("une bourse"), columns.true("scholarship") + 0.0))
    if "accommodation" in known:
        found.append(
            Feature("accommodation", N_("un aménagement"), columns.filled("accommodation") + 0.0)
        )
    if "level" in known:
        rank = columns.says("level", "première") + 2.0 * columns.says("level", "terminale")
        found.append(Feature("level", N_("le niveau"), rank))
    return found


def _searched(seen: HabitsSeen, trait: str) -> Feature:
    words = WORDS[trait]
    said = {
        "separated_parents": N_("des recherches sur deux adresses"),
        "money_trouble": N_("des recherches sur une aide"),
        "illness": N_("des recherches sur une absence"),
        "sleeplessness": N_("des recherches sur le sommeil"),
        "job": N_("des recherches sur un contrat de travail"),
    }[trait]
    return Feature(
        f"searched {trait}",
        said,
        seen.searches(*words).astype(np.float64),
        lambda seen, person: lines.searches(seen, person, *words),
    )


def learn(
    seen: HabitsSeen, trait: str, directory: Any, method: str, examples: Any, who: str
) -> Learned:
    """Learn a trait from known people, and guess it about the others.

    Raises
    ------
    poucet.errors.PoucetError
        If scikit-learn is not installed, or the examples are too few, all alike, or everybody.
    """
    try:
        from sklearn import (  # type: ignore[import-not-found,import-untyped,unused-ignore]
            linear_model,
            neighbors,
            preprocessing,
        )
    except ImportError:
        raise PoucetError(
            _(
                'La méthode "{method}" demande scikit-learn, qui n’est pas installé : installez'
                ' l’extra learn (pip install "poucet[learn]"), ou gardez method="rules".'
            ).format(method=method)
        ) from None
    known, answer = _examples(seen.people, trait, examples)
    columns = read_columns(directory, seen.people, who, list(COLUMNS))
    table = features(seen, columns)
    raw = np.column_stack([feature.values for feature in table])
    scaler = preprocessing.StandardScaler().fit(raw[known])
    scaled = scaler.transform(raw)
    others = np.flatnonzero(~np.isin(np.arange(len(raw)), known))
    model = (
        neighbors.KNeighborsClassifier(NEIGHBOURS, weights="distance")
        if method == "knn"
        else linear_model.LogisticRegression()
    ).fit(scaled[known], answer)
    strength = model.predict_proba(scaled[others])[:, 1]
    # As many, in proportion, as among the known people: nobody else says where to put the bar.
    # Those who are exactly as suspect as the last one are accused with them.
    accused = max(round(float(answer.mean()) * len(others)), 1)
    enough = float(np.sort(strength)[-accused])

    def clue(feature: Feature, rank: int, points: float) -> Clue:
        return Clue(feature.key, _(feature.words), points, feature.lines(seen, rank))

    def by_weights(person: Any) -> tuple[Clue, ...]:
        rank = int(np.flatnonzero(seen.people == person)[0])
        parts = model.coef_[0] * scaled[rank]
        order = np.argsort(-parts, kind="stable")
        return tuple(
            clue(table[k], rank, float(parts[k]))
            for k in order.tolist()
            if parts[k] > 0 and scaled[rank, k] > 0
        )

    def by_neighbours(person: Any) -> tuple[Clue, ...]:
        rank = int(np.flatnonzero(seen.people == person)[0])
        near = model.kneighbors(scaled[rank : rank + 1], return_distance=False)[0]
        alike = sorted(seen.people[known[near[answer[near]]]].tolist())
        if not alike:
            return ()
        sentence = _(
            "ressemble à {count} personnes connues sur {near} qui sont concernées ({people})"
        ).format(
            count=number(len(alike)), near=number(NEIGHBOURS), people=", ".join(map(str, alike))
        )
        # What they resemble each other in: the habits by which the person stands out.
        standing = np.flatnonzero(scaled[rank] > STANDS_OUT).tolist()
        rows = [table[k].lines(seen, rank) for k in standing]
        own = np.unique(np.concatenate([np.zeros(0, np.int64), *rows]))
        return (Clue("neighbours", sentence, len(alike), own),)

    return Learned(
        seen.people[others], strength, enough, by_neighbours if method == "knn" else by_weights
    )


def _examples(people: np.ndarray, trait: str, examples: Any) -> tuple[np.ndarray, np.ndarray]:
    """Give the ranks of the known people who are in the trail, and whether they have the trait."""
    known = None if examples is None else known_of(examples, trait, "examples")
    if not isinstance(known, Mapping):
        raise PoucetError(
            _(
                "Cette méthode apprend de personnes connues : donnez dans examples un dictionnaire"
                " du numéro d’une personne à vrai ou faux."
            )
        )
    ranks = [rank for rank, person in enumerate(people.tolist()) if person in known]
    answer = yes_or_no(np.array([known[people[rank].item()] for rank in ranks]), "examples")
    if len(ranks) < FEWEST or not answer.any() or answer.all():
        raise PoucetError(
            _(
                "Il faut au moins {fewest} exemples présents dans la trace, les uns concernés, les"
                " autres non : il y en a {count}, dont {having} concernés."
            ).format(
                fewest=number(FEWEST), count=number(len(ranks)), having=number(int(answer.sum()))
            )
        )
    if len(ranks) == len(people):
        raise PoucetError(_("Toute la trace est dans examples : il ne reste personne à deviner."))
    return np.array(ranks), answer
