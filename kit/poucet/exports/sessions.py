"""One week of connections: who signs in when, where from, and on what.

A day is cut into moments that never overlap, each longer than the longest session, so nobody is in
two places at once. Lessons are held on the school's computers: a class signs in together. All the
chances are chosen by the authors.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from poucet.exports import networks
from poucet.exports.exercises import SUBJECTS
from poucet.exports.habits import (
    ALTERNATE_WEEKENDS,
    ALTERNATE_WEEKS,
    CHANCE_WEEKENDS,
    Habits,
)
from poucet.exports.term import DAY, SCHOOL_DAY, day_kinds
from poucet.school.draws import Draws, slots, wheel

if TYPE_CHECKING:
    from poucet.school import School

HOUR, MINUTE = 3600, 60


@dataclass(frozen=True)
class Moment:
    """A part of the day: when sessions may start, the chance of one on school days and days off."""

    opens: int
    lasts: int
    school_day: float
    day_off: float


NIGHT, DAWN, STUDY, MORNING, AFTERNOON, AFTER_SCHOOL, EVENING, LATE, LESSON = range(9)
MOMENTS = (
    Moment(4 * MINUTE, 191 * MINUTE, 1.0, 1.0),  # the chance is the pupil's own
    Moment(6 * HOUR + 20 * MINUTE, 50 * MINUTE, 0.13, 0.0),
    Moment(12 * HOUR + 5 * MINUTE, 55 * MINUTE, 0.15, 0.0),
    Moment(9 * HOUR + 30 * MINUTE, 105 * MINUTE, 0.0, 0.32),
    Moment(13 * HOUR, 320 * MINUTE, 0.0, 0.50),
    Moment(17 * HOUR + 10 * MINUTE, 70 * MINUTE, 0.40, 0.0),
    Moment(19 * HOUR + 5 * MINUTE, 95 * MINUTE, 0.68, 0.50),
    Moment(21 * HOUR + 25 * MINUTE, 110 * MINUTE, 0.40, 0.38),
)
ON_BREAK = 0.35  # what is left of the chances in the autumn break
NO_DEVICE_STUDY = 3  # times as often in the study room, for those who have nothing at home

LESSON_HOURS = (8, 9, 10, 11, 14, 15, 16)
LESSONS, ATTENDANCE = 4, 0.93  # a week, with the service; share of those present who sign in

DEVICES = ("téléphone", "ordinateur", "tablette", "poste du lycée")
PHONE, COMPUTER, TABLET, SCHOOL_COMPUTER = range(4)
# For each value of the directory's column: weights of phone, computer, tablet by day; by night.
USED = {
    "téléphone, ordinateur": ((40, 60, 0), (75, 25, 0)),
    "téléphone, ordinateur partagé": ((55, 45, 0), (90, 10, 0)),
    "téléphone, tablette": ((50, 0, 50), (75, 0, 25)),
    "téléphone, ordinateur, tablette": ((30, 50, 20), (65, 20, 15)),
    "téléphone": ((1, 0, 0), (1, 0, 0)),
    "ordinateur": ((0, 1, 0), (0, 1, 0)),
    "aucun": ((0, 0, 1), (0, 0, 1)),  # never used: they have no session outside the school
}
ON_THE_ROAD = ("bus", "car scolaire", "train")
MOBILE, MOBILE_PHONE_ONLY, MOBILE_ON_THE_ROAD = 0.07, 0.40, 0.60
SOME_WEEKENDS_AWAY = 0.4  # share of its weekends that a family is away, if by chance
# The other home begins on Monday after school, as does the weekend on Friday.
NOON = 12 * HOUR


@dataclass(frozen=True)
class Sessions:
    """Sessions as arrays: the pupil's row, start (s since Monday 7 September), where from, on what.

    `address` is a number of `poucet.exports.networks`; `subject` is -1 outside lessons.
    """

    pupil: np.ndarray
    start: np.ndarray
    moment: np.ndarray
    device: np.ndarray
    address: np.ndarray
    subject: np.ndarray


class Pupils:
    """What decides where a pupil connects from, as arrays: row i is avatar i + 1."""

    def __init__(self, school: School, habits: Habits) -> None:
        codes, categories = school.codes, school.categories
        self.seed, self.size, self.habits = school.seed, school.size, habits
        self.level, self.group = codes["level"], codes["class"]
        self.owned = codes["devices"]
        owned = categories["devices"].tolist()
        self.has_phone = np.array(["téléphone" in value for value in owned])[self.owned]
        self.phone_only = self.owned == owned.index("téléphone")
        self.shared = self.owned == owned.index("téléphone, ordinateur partagé")
        self.nothing = self.owned == owned.index("aucun")
        weights = [USED[value][night] for night in (0, 1) for value in owned]
        self.wheels = np.concatenate([wheel(each) for each in weights])
        self.kinds = len(owned)
        transports = np.isin(categories["transport"].astype(str), ON_THE_ROAD)
        self.on_the_road = transports[codes["transport"]]
        self.boards = codes["regime"] == categories["regime"].tolist().index("interne")
        self.rank = _ranks(habits.family)
        self.operator = Draws(self.seed, "trail operators").turns(self.size) & 1
        self.lessons = _timetables(self.seed, len(categories["class"]))


def _ranks(family: np.ndarray) -> np.ndarray:
    """Rank each pupil among the siblings of the school."""
    order = np.argsort(family, kind="stable")
    ends = np.searchsorted(family[order], family[order])
    rank = np.empty(len(family), np.int64)
    rank[order] = np.arange(len(family)) - ends
    return rank % ((networks.HOSTS - networks.FIRST_HOST) // networks.DEVICES_EACH)


def _timetables(seed: int, classes: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Choose each class's lessons with the service: weekday, hour and subject, (classes, 4)."""
    draws = Draws(seed, "trail timetables")
    hours = np.array([(d, h) for d in range(5) for h in LESSON_HOURS if d != 2 or h < 12])
    turns = draws.turns(classes * len(hours)).reshape(classes, len(hours))
    chosen = hours[np.argsort(turns, axis=1, kind="stable")[:, :LESSONS]]
    turns = draws.turns(classes * len(SUBJECTS)).reshape(classes, len(SUBJECTS))
    subjects = np.argsort(turns, axis=1, kind="stable")[:, :LESSONS]
    return chosen[..., 0], chosen[..., 1], subjects


def week_sessions(week: int, pupils: Pupils) -> Sessions:
    """Draw the sessions that start in one week.

    Parameters
    ----------
    week : int
        Number of the week, 0 for the one of 7 September.
    pupils : Pupils
        Who they are and how they live.

    Returns
    -------
    Sessions
        Sorted by start.
    """
    draws = Draws(pupils.seed, f"trail week {week}")
    taken = [_free_sessions(draws, week, pupils), _lesson_sessions(draws, week, pupils)]
    pupil, start, moment, subject = (np.concatenate(parts) for parts in zip(*taken, strict=True))
    order = np.argsort(start, kind="stable")
    pupil, start, moment, subject = pupil[order], start[order], moment[order], subject[order]
    device, address = _where(draws, week, pupils, pupil, start, moment)
    return Sessions(pupil, start + np.int32(week * 7 * DAY), moment, device, address, subject)


def _free_sessions(draws: Draws, week: int, pupils: Pupils) -> tuple[np.ndarray, ...]:
    """Draw who connects of their own accord: a yes or no a moment, a day and a pupil."""
    habits, kinds = pupils.habits, day_kinds(week)
    chances = np.array([[m.school_day, m.day_off, m.day_off * ON_BREAK] for m in MOMENTS])[:, kinds]
    chance = chances[:, :, None] * habits.diligence
    busy = habits.evenings
    chance[AFTER_SCHOOL:LATE] *= busy
    chance[MORNING : AFTERNOON + 1, 5] *= busy[5]
    chance[STUDY][:, pupils.nothing] *= NO_DEVICE_STUDY
    most = slots(np.minimum(chance, 1))
    most[NIGHT] = habits.night
    outside = np.arange(len(MOMENTS)) != STUDY
    most[np.ix_(outside, np.arange(7), pupils.nothing)] = 0
    most *= ~habits.absent[:, 7 * week : 7 * week + 7].T
    found = np.flatnonzero(draws.turns(most.size) < most.ravel())
    rest, pupil = np.divmod(found, pupils.size)
    moment, day = np.divmod(rest, 7)
    opens = np.array([m.opens for m in MOMENTS], np.int64)[moment]
    lasts = np.array([m.lasts for m in MOMENTS], np.int64)[moment]
    middle = draws.turns(len(found)).astype(np.int64) + draws.turns(len(found))
    start = day * DAY + opens + (lasts * middle >> 17)
    subject = np.full(len(found), -1, np.int8)
    return pupil.astype(np.int32), start.astype(np.int32), moment.astype(np.int8), subject


def _lesson_sessions(draws: Draws, week: int, pupils: Pupils) -> tuple[np.ndarray, ...]:
    """Sign in the pupils who sit in a lesson, within its first minutes."""
    days, hours, subjects = (table[pupils.group] for table in pupils.lessons)  # (pupils, 4)
    absent = np.take_along_axis(pupils.habits.absent, 7 * week + days, axis=1)
    there = draws.turns(days.size).reshape(days.shape) < slots(ATTENDANCE)
    there &= ~absent & (day_kinds(week) == SCHOOL_DAY)[days]
    pupil = np.nonzero(there)[0].astype(np.int32)
    late = (6 * MINUTE * draws.turns(len(pupil)).astype(np.int64)) >> 16
    start = days[there] * DAY + hours[there] * HOUR + 2 * MINUTE + late
    moment = np.full(len(pupil), LESSON, np.int8)
    return pupil, start.astype(np.int32), moment, subjects[there].astype(np.int8)


def _where(
    draws: Draws,
    week: int,
    pupils: Pupils,
    pupil: np.ndarray,
    start: np.ndarray,
    moment: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Draw the device of each session and the address it comes from."""
    count = len(pupil)
    at_school = (moment == LESSON) | (moment == STUDY)
    day, second = np.divmod(start, DAY)
    week_night = ((day < 4) & (second >= NOON)) | ((day >= 1) & (day < 5) & (second < NOON))
    # Boarders go home for weekends and holidays.
    term_time = np.append(day_kinds(week) == SCHOOL_DAY, False)[day]
    boarding = ~at_school & pupils.boards[pupil] & week_night & term_time

    night = (moment == NIGHT) | (moment == LATE)
    case = pupils.owned[pupil].astype(np.int32) + pupils.kinds * night
    device = pupils.wheels[(case << 16) + draws.turns(count)]

    chance = np.where(pupils.phone_only, MOBILE_PHONE_ONLY, MOBILE)[pupil]
    chance[(moment == DAWN) & pupils.on_the_road[pupil]] = MOBILE_ON_THE_ROAD
    mobile = (draws.turns(count) < slots(chance)) & pupils.has_phone[pupil] & ~at_school
    device[mobile] = PHONE

    other = _in_other_home(draws, week, pupils, pupil, day, second)
    network = 2 * pupils.habits.family[pupil] + other
    host = networks.FIRST_HOST + networks.DEVICES_EACH * pupils.rank[pupil] + device
    host[pupils.shared[pupil] & (device == COMPUTER)] = networks.SHARED_COMPUTER
    address = networks.home_key(network, host)
    address[boarding] = networks.BOARDING_HOUSE
    handed = 1 + (254 * draws.turns(count).astype(np.int64) >> 16)
    address[mobile] = networks.mobile_key(pupils.operator[pupil], handed)[mobile]
    address[moment == STUDY] = networks.STUDY_ROOM
    room = networks.FIRST_CLASSROOM + pupils.group[pupil] % networks.CLASSROOMS
    address[moment == LESSON] = room[moment == LESSON]
    device[at_school] = SCHOOL_COMPUTER
    return device, address


def _in_other_home(
    draws: Draws,
    week: int,
    pupils: Pupils,
    pupil: np.ndarray,
    day: np.ndarray,
    second: np.ndarray,
) -> np.ndarray:
    """Say which sessions are held in the other home, by the habits of the family."""
    habits = pupils.habits
    kind, parity = habits.second_home[pupil], habits.parity[pupil]
    turn = week - ((day == 0) & (second < NOON))
    away_this_week = (turn & 1) == parity
    weekend = (day >= 5) | ((day == 4) & (second >= NOON))
    count = int(habits.family.max()) + 1
    by_chance = (draws.turns(count) < slots(SOME_WEEKENDS_AWAY))[habits.family[pupil]]
    return (
        ((kind == ALTERNATE_WEEKS) & away_this_week)
        | ((kind == ALTERNATE_WEEKENDS) & away_this_week & weekend)
        | ((kind == CHANCE_WEEKENDS) & by_chance & weekend)
    )
