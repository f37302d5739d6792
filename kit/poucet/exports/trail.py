"""The trail: a line for each thing a pupil does on the service, from one Monday to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from poucet.exports import exercises as ex
from poucet.exports import networks
from poucet.exports.habits import draw_habits
from poucet.exports.sessions import DEVICES, LATE, LESSON, NIGHT, Pupils, Sessions, week_sessions
from poucet.exports.term import FIRST_MONDAY, checked_weeks
from poucet.school.draws import Draws, slots, wheel

if TYPE_CHECKING:
    import pandas as pd

    from poucet.school import School

VERBS = (
    "signed-in", "signed-out", "opened", "submitted", "answered", "messaged", "searched", "watched",
)  # fmt: skip
SIGNED_IN, SIGNED_OUT, OPENED, SUBMITTED, ANSWERED, MESSAGED, SEARCHED, WATCHED = range(8)
COLUMNS = ("time", "pupil", "verb", "object", "score", "duration", "device", "ip", "place")

# What one does in a session; each is one to three events (verb, shortest and longest, in seconds).
WORK, DRAFT, READING, VIDEO, MESSAGE, SEARCH, ENTRY, EXIT, NO_EXIT = range(9)
STEPS = (
    ((OPENED, 15, 150), (ANSWERED, 60, 400), (SUBMITTED, 2, 20)),
    ((OPENED, 15, 150), (ANSWERED, 60, 400)),
    ((OPENED, 20, 500),),
    ((WATCHED, 60, 570),),
    ((MESSAGED, 10, 240),),
    ((SEARCHED, 5, 90),),
    ((SIGNED_IN, 3, 25),),
    ((SIGNED_OUT, 0, 1),),
    (),
)
# Weights of work, draft, reading, video, message, search: in a lesson, of one's own accord, late.
DOINGS = ((62, 18, 14, 4, 0, 2), (45, 15, 14, 10, 10, 6), (14, 10, 14, 30, 20, 12))
HOW_MANY = (15, 25, 35, 25)  # weights of one to four doings a session
SIGNS_OUT = 0.72
WEEKS_BEFORE = (76, 17, 7)  # weights: this week's chapter, last week's, the one before
WORRIED = 0.03  # share of the searches of those concerned


class TrailColumns(NamedTuple):
    """A trail without pandas: ``codes, categories = trail_columns(school)``.

    Attributes
    ----------
    codes : dict of str to ndarray
        One array a column: ``time`` (datetime64[s]), ``pupil`` (avatar number, int32), ``score``
        (float64, NaN where there is none), ``duration`` (seconds, int32); ``verb``, ``object``,
        ``device``, ``ip`` and ``place`` are ranks in `categories`.
    categories : dict of str to ndarray of object
        The texts that the ranks stand for.
    """

    codes: dict[str, np.ndarray]
    categories: dict[str, np.ndarray]


def trail(school: School, weeks: int = 12) -> pd.DataFrame:
    """Give the trail that the pupils leave on the school's online service.

    The service notes each thing done, to the second, with the device and the address it came from.
    Nobody meant to tell it who sleeps badly or lives in two homes; whoever holds the lines can try
    to read it there. Names are not in it: the pupil is a number.

    Parameters
    ----------
    school : School
        The school, whose seed draws the trail too.
    weeks : int, default 12
        How many weeks from Monday 7 September 2026, 1 to 15. The trail of fewer weeks is the
        beginning of the trail of more.

    Returns
    -------
    pandas.DataFrame
        One row an event, in order of time (local time of the school): ``time``, ``pupil``
        (avatar number), ``verb``, ``object``, ``score`` (share of right answers from 0 to 1, NaN
        where nothing was answered), ``duration`` (seconds), ``device``, ``ip``, ``place`` (the
        network that the ip belongs to).

    Raises
    ------
    poucet.errors.PoucetError
        If the number of weeks is not one of those.

    Examples
    --------
    >>> from poucet import School
    >>> lines = trail(School(seed=1, pupils=100), weeks=1)
    >>> lines.columns.tolist()
    ['time', 'pupil', 'verb', 'object', 'score', 'duration', 'device', 'ip', 'place']
    >>> lines["time"].is_monotonic_increasing
    True
    """
    import pandas as pd

    codes, categories = trail_columns(school, weeks)
    table = {
        name: pd.Categorical.from_codes(codes[name], categories[name], validate=False)
        if name in categories
        else codes[name]
        for name in COLUMNS
    }
    return pd.DataFrame(table, copy=False)


def trail_columns(school: School, weeks: int = 12) -> TrailColumns:
    """Give the same trail as NumPy arrays, without pandas: for boards, attacks and files.

    Parameters
    ----------
    school : School
        The school.
    weeks : int, default 12
        How many weeks, 1 to 15.

    Returns
    -------
    TrailColumns
        The codes and their categories.

    Examples
    --------
    >>> from poucet import School
    >>> codes, categories = trail_columns(School(seed=1, pupils=100), weeks=1)
    >>> str(categories["verb"][codes["verb"][0]])
    'signed-in'
    """
    weeks = checked_weeks(weeks)
    pupils = Pupils(school, draw_habits(school))
    teaching = ex.draw_teaching(school)
    worries = _worries(school)
    parts = [_week(week, pupils, teaching, worries) for week in range(weeks)]
    codes = {name: np.concatenate([part.pop(name) for part in parts]) for name in list(parts[0])}
    categories = {
        "verb": np.array(VERBS, dtype=object),
        "object": ex.objects(),
        "device": np.array(DEVICES, dtype=object),
    }
    _name_addresses(school.seed, codes, categories)
    codes["time"] = FIRST_MONDAY.astype("datetime64[s]") + codes["time"].astype("timedelta64[s]")
    codes["pupil"] += np.int32(1)
    return TrailColumns({name: codes[name] for name in COLUMNS}, categories)


def trail_truth(school: School) -> ex.TrailTruth:
    """Give what only the school knows of its trail: methods, effect, abilities, difficulties.

    A study of the trail, protected or not, is judged by what it finds again of these numbers.

    Examples
    --------
    >>> from poucet import School
    >>> trail_truth(School(seed=1, pupils=100)).effect
    0.04
    """
    teaching = ex.draw_teaching(school)
    names = school.categories["class"].tolist()
    letters = np.where(teaching.method_b, "B", "A")
    return ex.TrailTruth(
        method_of_class=dict(zip(names, letters.tolist(), strict=True)),
        method=letters[school.codes["class"]],
        effect=ex.EFFECT / ex.POINTS,
        ability=teaching.ability / ex.POINTS,
        difficulty=dict(
            zip(
                ex.objects()[ex.EXERCISE : ex.COURSE].tolist(),
                (teaching.difficulty / ex.POINTS).tolist(),
                strict=True,
            )
        ),
        absent=draw_habits(school).absent,
    )


def _worries(school: School) -> np.ndarray:
    """Give each pupil's own worries as bits, in the order of `exercises.WORRIES`."""
    bits = np.zeros(school.size, np.int16)
    for place, trait in enumerate(ex.WORRIES):
        bits |= school.sealed[trait].astype(np.int16) << place
    return bits


def _week(
    week: int, pupils: Pupils, teaching: ex.Teaching, worries: np.ndarray
) -> dict[str, np.ndarray]:
    """Draw one week's events; time is in seconds since Monday 7 September."""
    draws = Draws(pupils.seed, f"trail events {week}")
    sessions = week_sessions(week, pupils)
    doing, session = _doings(draws, sessions)
    thing = _objects(draws, week, pupils, worries, sessions, doing, session)

    lengths = np.array([len(steps) for steps in STEPS])[doing]
    row = np.repeat(np.arange(len(doing)), lengths)
    step = np.arange(len(row)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    table = np.array([[*steps, *[(0, 0, 0)] * (3 - len(steps))] for steps in STEPS], np.int32)
    verb, shortest, longest = np.moveaxis(table[doing[row], step], -1, 0)
    duration = shortest + ((longest - shortest) * draws.turns(len(row)).astype(np.int32) >> 16)

    # Each event ends where the next one of its session begins.
    of = session[row]
    before = np.cumsum(duration, dtype=np.int64) - duration
    first = np.searchsorted(of, np.arange(len(sessions.start)))
    time = sessions.start[of] + (before - before[first][of]).astype(np.int32)

    pupil, verb = sessions.pupil[of], verb.astype(np.int8)
    score = np.full(len(row), np.nan)
    answered = np.flatnonzero(verb == ANSWERED)
    exercise = thing[row[answered]] - ex.EXERCISE
    points = ex.scores(draws, teaching, pupil[answered], pupils.group, exercise)
    score[answered] = points / ex.POINTS
    order = np.argsort(time, kind="stable")  # no session is under way at midnight, on Sunday either
    of = of[order]
    return {
        "time": time[order],
        "pupil": sessions.pupil[of],
        "verb": verb[order],
        "object": thing[row[order]],
        "score": score[order],
        "duration": duration.astype(np.int32)[order],
        "device": sessions.device[of],
        "ip": sessions.address[of],
    }


def _doings(draws: Draws, sessions: Sessions) -> tuple[np.ndarray, np.ndarray]:
    """Fill each session: the entry, one to four doings, the exit if there is one."""
    count = len(sessions.start)
    lengths = wheel(HOW_MANY)[draws.turns(count)].astype(np.int64) + 3
    session = np.repeat(np.arange(count), lengths)
    late = (sessions.moment == NIGHT) | (sessions.moment == LATE)
    kind = np.where(sessions.moment == LESSON, 0, np.where(late, 2, 1)).astype(np.int32)
    wheels = np.concatenate([wheel(weights) for weights in DOINGS])
    doing = wheels[(kind[session] << 16) + draws.turns(len(session))]
    ends = np.cumsum(lengths)
    doing[ends - lengths] = ENTRY
    doing[ends - 1] = np.where(draws.turns(count) < slots(SIGNS_OUT), EXIT, NO_EXIT)
    return doing, session


def _objects(
    draws: Draws,
    week: int,
    pupils: Pupils,
    worries: np.ndarray,
    sessions: Sessions,
    doing: np.ndarray,
    session: np.ndarray,
) -> np.ndarray:
    """Draw what each doing is about, as the code of an object."""
    count, pupil = len(doing), sessions.pupil[session]
    subject = sessions.subject[session].astype(np.int32)
    own = (len(ex.SUBJECTS) * draws.turns(count).astype(np.int32)) >> 16
    subject = np.where(subject < 0, own, subject)
    chapter = np.maximum(week - wheel(WEEKS_BEFORE)[draws.turns(count)].astype(np.int32), 0)
    chapter += pupils.level[pupil].astype(np.int32) * ex.PER_LEVEL + subject * ex.MOST_WEEKS
    thing = np.full(count, ex.PORTAL, np.int32)
    for kind, start in ((READING, ex.COURSE), (VIDEO, ex.VIDEO)):
        thing[doing == kind] = start + chapter[doing == kind]
    # One exercise after the other: as many letters as a session has doings, so none comes twice.
    letter = (draws.turns(len(sessions.start)).astype(np.int32)[session] + np.arange(count)) & 3
    rows = np.flatnonzero(doing <= DRAFT)
    thing[rows] = ex.EXERCISE + len(ex.LETTERS) * chapter[rows] + letter[rows]
    rows = np.flatnonzero(doing == MESSAGE)
    thing[rows] = ex.MESSAGE + (len(ex.RECIPIENTS) * draws.turns(len(rows)).astype(np.int32) >> 16)
    rows = np.flatnonzero(doing == SEARCH)
    thing[rows] = wheel(ex.SEARCH_WEIGHTS)[draws.turns(len(rows))]
    thing[rows] += ex.SEARCH
    for place in range(len(ex.WORRIES)):
        chance = slots(WORRIED) * (worries[pupil[rows]] >> place & 1)
        thing[rows[draws.turns(len(rows)) < chance]] = ex.WORRY + place
    return thing.astype(np.int16)


def _name_addresses(
    seed: int, codes: dict[str, np.ndarray], categories: dict[str, np.ndarray]
) -> None:
    """Turn the numbers of addresses into ranks among the texts in use, and add the places.

    The texts are sorted, so that their ranks tell nothing about whose they are.
    """
    most = int(codes["ip"].max(initial=0)) + 1
    used = np.zeros(most, bool)
    used[codes["ip"]] = True
    keys = np.flatnonzero(used)
    addresses, places = networks.spell_out(seed, keys)
    for name, texts in (("ip", addresses), ("place", places)):
        categories[name], rank = np.unique(np.array(texts, dtype=object), return_inverse=True)
        ranks = np.zeros(most, np.int32)
        ranks[keys] = rank
        codes[f"new {name}"] = ranks[codes["ip"]]
    codes["ip"], codes["place"] = codes.pop("new ip"), codes.pop("new place")
