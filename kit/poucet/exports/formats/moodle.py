"""Moodle: the log that a teacher downloads from the learning platform, as CSV.

Pupils stand in it by their full names, one line an event, with the address it came from; each
description repeats the number of the account, so namesakes stay apart. There is no score, duration
or device in it. Column headings and cell quoting are Moodle's; the wording of the events imitates
it (the platform writes them in English whatever the language of the site), and the numbers of
accounts and activities are the kit's own.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from poucet.exports.formats.csv_checks import ReadTable, wrong
from poucet.exports.formats.csv_reading import read_set
from poucet.exports.formats.csv_table import Field, Table
from poucet.exports.formats.progress import Progress, Steps, steps_of
from poucet.exports.formats.source_mark import write_descriptor
from poucet.exports.formats.trail_rows import TrailRows, Words
from poucet.i18n import gettext as _
from poucet.school.draws import Draws

if TYPE_CHECKING:
    import pandas as pd

    from poucet.school import School

FORMAT = "moodle"
LOG = Table(
    "logs.csv",
    (
        Field("Time", required=True),
        Field("User full name", required=True),
        Field("Affected user"),
        Field("Event context", required=True),
        Field("Component"),
        Field("Event name", required=True),
        Field("Description"),
        Field("Origin"),
        Field("IP address"),
    ),
    line_end="\n",
)
FIRST_ACCOUNT = 3  # Moodle gives 1 to the guest and 2 to the administrator
ORIGIN, NOBODY = "web", "-"
DAY = "%d/%m/%y"
SYSTEM = "System"


@dataclass(frozen=True)
class Event:
    """How Moodle tells one kind of event: what stands in its line for a verb and a kind of object.

    `told` goes on after "The user with id '17' "; in it and in `context`, ``{name}`` is the object
    without its folder and ``{number}`` the activity's number. An `affects` line names the object as
    the person concerned.
    """

    verb: str
    folder: str
    context: str
    component: str
    name: str
    told: str
    affects: bool = False


_VIEWED = "viewed the '{kind}' activity with course module id '{{number}}'."
EVENTS = (
    Event("signed-in", "portal", SYSTEM, SYSTEM, "User has logged in", "has logged in."),
    Event("signed-out", "portal", SYSTEM, SYSTEM, "User logged out", "has logged out."),
    Event("opened", "exercises", "Quiz: {name}", "Quiz", "Course module viewed",
          _VIEWED.format(kind="quiz")),
    Event("opened", "courses", "Page: {name}", "Page", "Course module viewed",
          _VIEWED.format(kind="page")),
    Event("watched", "videos", "URL: {name}", "URL", "Course module viewed",
          _VIEWED.format(kind="url")),
    Event("answered", "exercises", "Quiz: {name}", "Quiz", "Quiz attempt updated",
          "has updated the attempt for the quiz with course module id '{number}'."),
    Event("submitted", "exercises", "Quiz: {name}", "Quiz", "Quiz attempt submitted",
          "has submitted the attempt for the quiz with course module id '{number}'."),
    Event("messaged", "messages", SYSTEM, SYSTEM, "Message sent",
          "sent a message to '{name}'.", affects=True),
    Event("searched", "searches", SYSTEM, "Search", "Search results viewed",
          "searched for '{name}'."),
)  # fmt: skip
_ACCOUNT = re.compile(r"The user with id '(\d+)' (.*)", re.DOTALL)
_SEARCHED = re.compile(r"searched for '(.*)'\.", re.DOTALL)


def account_numbers(school: School) -> np.ndarray:
    """Give the number of each pupil's account; item i is avatar i + 1."""
    return Draws(school.seed, "moodle accounts").order(school.size) + FIRST_ACCOUNT


def write(
    school: School, folder: Path, progress: Progress | None = None, *, weeks: int = 12
) -> None:
    """Write the trail of a school as a Moodle log.

    Parameters
    ----------
    school : School
        The school that exports.
    folder : pathlib.Path
        An existing, empty folder.
    progress : callable, optional
        Called as ``progress(done, total)``, in events.
    weeks : int, default 12
        Length of the trail.
    """
    from poucet.exports.trail import trail_columns

    codes, words = trail_columns(school, weeks)
    steps = Steps(progress, len(codes["time"]))
    given, family = school.columns["given_name"].tolist(), school.columns["family_name"].tolist()
    people = [_cell(f"{first} {last}") for first, last in zip(given, family, strict=True)]
    accounts = account_numbers(school).tolist()
    middles, ends = _told(words["verb"].tolist(), words["object"].tolist())
    addresses = words["ip"].tolist()
    with (folder / LOG.path).open("w", encoding=LOG.encoding, newline="") as file:
        file.write(",".join(map(_cell, LOG.header)) + LOG.line_end)
        for rows in steps_of(steps.total):
            part = {name: column[rows] for name, column in codes.items()}
            kinds = list(zip(part["verb"].tolist(), part["object"].tolist(), strict=True))
            file.writelines(
                f"{time},{people[who]},{middles[kind]},\"The user with id '{accounts[who]}' "
                f"{ends[kind]},{ORIGIN},{addresses[ip]}\n"
                for time, who, kind, ip in zip(
                    _times(part["time"]),
                    (part["pupil"] - 1).tolist(),
                    kinds,
                    part["ip"].tolist(),
                    strict=True,
                )
            )
            steps.advance(len(kinds))
    write_descriptor(folder, FORMAT, [LOG.describe((LOG,), steps.total)])


def _cell(text: str) -> str:
    """Quote a cell as PHP does: as soon as there is a space in it, not only a comma."""
    if not re.search(r"[\s,\"\\]", text):
        return text
    return '"' + text.replace('"', '""') + '"'


def _times(times: np.ndarray) -> Iterator[str]:
    """Write local times as Moodle's short form does, the day without a leading zero."""
    for text in np.datetime_as_string(times, unit="s").tolist():
        yield f'"{int(text[8:10])}/{text[5:7]}/{text[2:4]}, {text[11:]}"'


def _told(
    verbs: list[str], objects: list[str]
) -> tuple[dict[tuple[int, int], str], dict[tuple[int, int], str]]:
    """Write once what stands on both sides of the account's number, for each verb and object."""
    known = {(event.verb, event.folder): event for event in EVENTS}
    middles, ends = {}, {}
    for rank, verb in enumerate(verbs):
        for number, thing in enumerate(objects):
            folder, _slash, name = thing.partition("/")
            event = known.get((verb, folder))
            if event is not None:
                affected = name if event.affects else NOBODY
                context = event.context.format(name=name)
                cells = (affected, context, event.component, event.name)
                middles[rank, number] = ",".join(map(_cell, cells))
                told = event.told.format(name=name, number=number)
                ends[rank, number] = told.replace('"', '""') + '"'
    return middles, ends


def read(path: Path, real: bool = False) -> pd.DataFrame:
    """Read the folder of a log back.

    Parameters
    ----------
    path : pathlib.Path
        The folder.
    real : bool, default False
        Whether to open a log without the kit's mark. Then an event of another kind keeps its own
        name as the verb and its context as the object.

    Returns
    -------
    pandas.DataFrame
        ``time``, ``pupil`` (the account's number, as text; the full name where the description
        has none), ``name`` (the full name), ``verb``, ``object``, ``ip``, ``place``.

    Raises
    ------
    poucet.errors.PoucetError
        If the file is not what it should be.
    """
    found = read_set(path, FORMAT, [LOG], real)[LOG.name]
    rows, names, times = TrailRows(), Words(), np.empty(len(found), "datetime64[s]")
    cells = zip(found.lines, *found.columns.values(), strict=True)
    for row, (
        line,
        time,
        name,
        affected,
        context,
        component,
        event,
        told,
        _origin,
        ip,
    ) in enumerate(cells):
        times[row] = _time(found, line, time)
        account = _ACCOUNT.fullmatch(told)
        verb, thing = _event(affected, context, component, event, account[2] if account else "")
        if not real and (account is None or not verb):
            raise wrong(
                found.path,
                line,
                _("l’événement « {name} » n’est pas de ceux que le kit écrit : refaites l’export.")
                .format(name=event),
            )  # fmt: skip
        rows.pupil.add(found.path, line, account[1] if account else name)
        names.add(found.path, line, name)
        rows.verb.add(found.path, line, verb or event)
        rows.object.add(found.path, line, thing if verb else context)
        rows.ip.add(found.path, line, ip)
    table = rows.table(times, "pupil", "verb", "object", "ip", "place")
    table.insert(2, "name", names.column())
    return table


@lru_cache(maxsize=1000)
def _day(text: str) -> datetime.date:
    return datetime.datetime.strptime(text, DAY).date()


def _time(found: ReadTable, line: int, text: str) -> datetime.datetime:
    day, _comma, clock = text.partition(", ")
    try:
        return datetime.datetime.combine(_day(day), datetime.time.fromisoformat(clock))
    except ValueError:
        raise wrong(
            found.path,
            line,
            _("la colonne « {name} » contient « {cell} » au lieu de : {allowed}.").format(
                name="Time", cell=text, allowed=_("une date comme « 7/09/26, 08:02:11 »")
            ),
        ) from None


_BY_NAME = {(event.component, event.name): event for event in reversed(EVENTS)}


def _event(affected: str, context: str, component: str, name: str, told: str) -> tuple[str, str]:
    """Give the verb and the object that a line tells, or two empty texts."""
    event = _BY_NAME.get((component, name))
    if event is None:
        return "", ""
    if event.folder == "portal":
        return event.verb, event.folder
    if event.affects:
        return event.verb, f"{event.folder}/{affected}"
    if event.folder == "searches":
        words = _SEARCHED.fullmatch(told)
        return (event.verb, f"{event.folder}/{words[1]}") if words else ("", "")
    start = event.context.format(name="")
    if not context.startswith(start):
        return "", ""
    return event.verb, f"{event.folder}/{context.removeprefix(start)}"
