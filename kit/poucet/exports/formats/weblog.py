"""The web server's own log, in the "combined" form that servers write unless told otherwise.

Nobody set out to keep a trail: the machine notes each request, with the address, the login, the
time, the page, the page before it and the browser. Lines look like this::

    2001:db8::10 - lea.petit [07/Sep/2026:08:02:11 +0200] "GET /exercises/2de-svt-01 HTTP/1.1"
    200 18034 "https://lycee-valmorne.example/portal" "Mozilla/5.0 …"

The log has no place for a score or a duration, nor for the kit's mark, which is in the
`datapackage.json` beside it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from zlib import crc32

import numpy as np

from poucet.errors import PoucetError
from poucet.exports.formats.csv_checks import wrong
from poucet.exports.formats.paris_time import local_of_universal, offset_texts
from poucet.exports.formats.progress import Progress, Steps, steps_of
from poucet.exports.formats.source_mark import read_descriptor, write_descriptor
from poucet.exports.formats.trail_rows import TrailRows
from poucet.exports.formats.weblog_agents import AGENTS, device_of
from poucet.exports.formats.xapi_actors import HOME_PAGE
from poucet.i18n import gettext as _
from poucet.i18n import number
from poucet.school.draws import Draws

if TYPE_CHECKING:
    import pandas as pd

    from poucet.school import School

FORMAT = "weblog"
FILE = "access.log"
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
# For each verb: method, what stands before and after the object's path, status.
REQUESTS = {
    "signed-in": ("POST", "/", "/entry", 303),
    "signed-out": ("POST", "/", "/exit", 303),
    "opened": ("GET", "/", "", 200),
    "submitted": ("POST", "/", "/submission", 303),
    "answered": ("POST", "/", "/answers", 200),
    "messaged": ("POST", "/", "", 201),
    "searched": ("GET", "/", "?search", 200),
    "watched": ("GET", "/", ".mp4", 206),
}
SMALLEST, SPREAD = 2_000, 60_000  # bytes of a page
_QUOTED = r'"((?:[^"\\]|\\.)*)"'
_LINE = re.compile(
    rf"(\S+) \S+ (\S+) \[([^\]]*)\] {_QUOTED} (\d{{3}}) (?:\d+|-) {_QUOTED} {_QUOTED}\r?\n?"
)
_REQUEST = re.compile(r"(\S+) (\S+) HTTP/\d(?:\.\d)?")
_TIME = re.compile(r"(\d\d)/([A-Z][a-z]{2})/(\d{4}):(\d\d:\d\d:\d\d) ([+-])(\d\d)(\d\d)")


def logins(school: School) -> list[str]:
    """Give the login of each pupil, the beginning of their e-mail; item i is avatar i + 1."""
    return [address.partition("@")[0] for address in school.columns["email"].tolist()]


def write(
    school: School, folder: Path, progress: Progress | None = None, *, weeks: int = 12
) -> None:
    """Write the trail of a school as the log of its web server.

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
    names, addresses = logins(school), words["ip"].tolist()
    requests = _requests(words["verb"].tolist(), words["object"].tolist())
    browsers = _browsers(school, words["device"].tolist())
    with (folder / FILE).open("w", encoding="utf-8", newline="\n") as file:
        for rows in steps_of(steps.total):
            part = {name: column[rows].tolist() for name, column in codes.items() if name != "time"}
            file.writelines(
                f"{addresses[ip]} - {names[who - 1]} [{time}] {requests[verb][thing]} "
                f"{browsers[device][who - 1]}\n"
                for ip, who, time, verb, thing, device in zip(
                    part["ip"],
                    part["pupil"],
                    _times(codes["time"][rows]),
                    part["verb"],
                    part["object"],
                    part["device"],
                    strict=True,
                )
            )
            steps.advance(len(part["ip"]))
    resource = {"name": "access", "path": FILE, "format": "log", "encoding": "utf-8"}
    write_descriptor(folder, FORMAT, [{**resource, "rows": steps.total}])


def _requests(verbs: list[str], objects: list[str]) -> list[list[str]]:
    """Write once what stands between the time and the browser, for each verb and object."""
    written = []
    for verb in verbs:
        method, before, after, status = REQUESTS[verb]
        pages = [f"{method} {before}{thing}{after} HTTP/1.1" for thing in objects]
        source = "-" if verb == "signed-in" else f"{HOME_PAGE}portal"
        sizes = [SMALLEST + crc32(page.encode()) % SPREAD for page in pages]
        written.append(
            [
                f'"{page}" {status} {size} "{source}"'
                for page, size in zip(pages, sizes, strict=True)
            ]
        )
    return written


def _browsers(school: School, devices: list[str]) -> list[list[str]]:
    """Choose the browser of each pupil's phone, computer and tablet, for the whole term."""
    draws = Draws(school.seed, "weblog browsers")
    chosen = []
    for device in devices:
        quoted = [f'"{agent}"' for agent in AGENTS[device]]
        ranks = (draws.turns(school.size).astype(np.int64) * len(quoted)) >> 16
        chosen.append([quoted[rank] for rank in ranks.tolist()])
    return chosen


def _times(times: np.ndarray) -> Iterator[str]:
    texts = np.datetime_as_string(times, unit="s").tolist()
    for text, offset in zip(texts, offset_texts(times, ""), strict=True):
        yield f"{text[8:10]}/{MONTHS[int(text[5:7]) - 1]}/{text[:4]}:{text[11:]} {offset}"


def read(path: Path, real: bool = False) -> pd.DataFrame:
    """Read the folder of a log back.

    Parameters
    ----------
    path : pathlib.Path
        The folder, which holds `FILE`.
    real : bool, default False
        Whether to open a log without the kit's mark. Then a request of another kind keeps its
        method as the verb and its path as the object.

    Returns
    -------
    pandas.DataFrame
        ``time``, ``pupil`` (the login), ``verb``, ``object``, ``device`` (read from the browser),
        ``ip``, ``place``.

    Raises
    ------
    poucet.errors.PoucetError
        If the file is not what it should be.
    """
    descriptor = read_descriptor(path, FORMAT, real)
    file, rows, events = path / FILE, TrailRows(), 0
    agents: dict[str, str] = {}
    moments: dict[str, int] = {}
    pages: dict[str, tuple[str, str]] = {}
    try:
        with file.open("rb") as opened:
            for events, line in enumerate(_lines(file, opened, descriptor is not None), 1):
                found = _LINE.fullmatch(line)
                if found is None:
                    raise wrong(
                        file,
                        events,
                        _(
                            'la ligne n’a pas la forme « adresse - identifiant [date] "requête" '
                            'code octets "page" "navigateur" » : corrigez-la.'
                        ),
                    )
                address, login, time, page, _status, _source, agent = found.groups()
                if page not in pages:
                    pages[page] = _done(file, events, page, real)
                if len(moments) > 50_000:
                    moments.clear()
                if time not in moments:
                    moments[time] = _universal(file, events, time)
                verb, thing = pages[page]
                rows.seconds.append(moments[time])
                rows.pupil.add(file, events, login)
                rows.verb.add(file, events, verb)
                rows.object.add(file, events, thing)
                rows.device.add(file, events, agents.setdefault(agent, device_of(agent)))
                rows.ip.add(file, events, address)
    except OSError as trouble:
        raise PoucetError(
            _("Impossible de lire « {path} » ({reason}) : vérifiez ce fichier.").format(
                path=file, reason=trouble.strerror or trouble
            )
        ) from trouble
    if descriptor is not None and _announced(descriptor) != events:
        raise wrong(
            file,
            events,
            _(
                "le fichier a {found} lignes de données au lieu de {rows} : il est tronqué ou a "
                "été modifié, refaites l’export."
            ).format(found=number(events), rows=number(_announced(descriptor))),
        )
    times = local_of_universal(np.array(rows.seconds, dtype=np.int64))
    return rows.table(times, "pupil", "verb", "object", "device", "ip", "place")


def _announced(descriptor: dict) -> int:
    for resource in descriptor.get("resources") or []:
        if isinstance(resource, dict) and isinstance(resource.get("rows"), int):
            return resource["rows"]
    return -1


def _lines(path: Path, file: BinaryIO, marked: bool) -> Iterator[str]:
    for line, raw in enumerate(file, 1):
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            raise wrong(
                path,
                line,
                _(
                    "le texte n’est pas en {encoding} : enregistrez le fichier dans cet encodage."
                ).format(encoding="UTF-8"),
            ) from None
        if marked and not text.endswith("\n"):
            raise wrong(
                path, line, _("le fichier s’arrête au milieu d’une ligne : refaites l’export.")
            )
        yield text


def _done(path: Path, line: int, page: str, real: bool) -> tuple[str, str]:
    """Give the verb and the object of a request; the longest ending that fits is the right one."""
    request = _REQUEST.fullmatch(page)
    method, target = request.groups() if request else (page, "")
    for verb, (expected, before, after, _code) in sorted(
        REQUESTS.items(), key=lambda request: -len(request[1][2])
    ):
        inside = method == expected and target.startswith(before) and target.endswith(after)
        if inside and _fits(verb, thing := target[len(before) : len(target) - len(after)]):
            return verb, thing
    if real:
        return method, target
    raise wrong(
        path,
        line,
        _("la requête « {name} » n’est pas de celles que le kit écrit : refaites l’export.").format(
            name=page
        ),
    )


FOLDERS = {
    "signed-in": ("portal",),
    "signed-out": ("portal",),
    "opened": ("exercises", "courses"),
    "submitted": ("exercises",),
    "answered": ("exercises",),
    "messaged": ("messages",),
    "searched": ("searches",),
    "watched": ("videos",),
}


def _fits(verb: str, thing: str) -> bool:
    return thing.partition("/")[0] in FOLDERS[verb]


def _universal(path: Path, line: int, text: str) -> int:
    found = _TIME.fullmatch(text)
    try:
        if found is None or found[2] not in MONTHS:
            raise ValueError(text)
        day, month, year, clock, sign, hours, minutes = found.groups()
        moment = datetime.datetime.fromisoformat(
            f"{year}-{MONTHS.index(month) + 1:02d}-{day}T{clock}{sign}{hours}:{minutes}"
        )
    except ValueError:
        raise wrong(
            path, line, _("« {text} » n’est pas une date que le kit sait lire.").format(text=text)
        ) from None
    return int(moment.timestamp())
