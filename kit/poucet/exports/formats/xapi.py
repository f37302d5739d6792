"""xAPI 1.0.3: the trail as exercise platforms keep it, one JSON statement an event.

The file is what a *learning record store* gives out: one array of statements. Each says who did
what, to what, with which result, when, from which device and address. The kit's mark is in every
one of them, as the platform of its context, so that a statement cut out of the file still carries
it. Written one statement a line and read as a stream, whatever the layout: only the columns are
kept in memory.
"""

from __future__ import annotations

import datetime
import json
import re
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from poucet.exports.formats.csv_checks import wrong
from poucet.exports.formats.json_array import items
from poucet.exports.formats.paris_time import local_of_universal, offset_of_local, offset_texts
from poucet.exports.formats.progress import Progress, Steps, steps_of
from poucet.exports.formats.source_mark import COMMENT, refuse_unmarked
from poucet.exports.formats.trail_rows import TrailRows
from poucet.exports.formats.xapi_actors import HOME_PAGE, actor, name_in, pupil_names
from poucet.exports.formats.xapi_rules import statement_defect
from poucet.i18n import gettext as _
from poucet.school.draws import Draws

if TYPE_CHECKING:
    import pandas as pd

    from poucet.school import School

FORMAT = "xapi"
FILE = "statements.json"
VERBS = f"{HOME_PAGE}xapi/verbs/"
DEVICE, ADDRESS = f"{HOME_PAGE}xapi/device", f"{HOME_PAGE}xapi/ip"
_VERSION_4, _VARIANT = np.uint64(0x4000), np.uint64(1 << 63)  # RFC 4122: a random UUID
_DURATION = re.compile(
    r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?)?"
)
_SECONDS = (7 * 86_400, 86_400, 3600, 60, 1)


def write(
    school: School,
    folder: Path,
    progress: Progress | None = None,
    *,
    identifier: str = "account",
    weeks: int = 12,
) -> None:
    """Write the trail of a school as statements.

    Parameters
    ----------
    school : School
        The school that exports.
    folder : pathlib.Path
        An existing, empty folder.
    progress : callable, optional
        Called as ``progress(done, total)``, in events.
    identifier : {"account", "mbox", "mbox_sha1sum"}
        How a pupil is named: see `poucet.exports.formats.xapi_actors`.
    weeks : int, default 12
        Length of the trail.

    Raises
    ------
    poucet.errors.PoucetError
        If the identifier or the number of weeks is not one of those.
    """
    from poucet.exports.trail import trail_columns

    actors = [actor(name, identifier) for name in pupil_names(school, identifier)]
    codes, words = trail_columns(school, weeks)
    steps = Steps(progress, len(codes["time"]))
    ids = Draws(school.seed, "xapi statements")
    pieces = _pieces(words)
    comma = ""
    with (folder / FILE).open("w", encoding="utf-8", newline="\n") as file:
        file.write("[\n")
        for rows in steps_of(steps.total):
            part = {name: column[rows] for name, column in codes.items()}
            file.write(comma + ",\n".join(_statements(ids, part, actors, pieces)))
            comma = ",\n"
            steps.advance(len(part["time"]))
        file.write("\n]\n")


def _pieces(words: dict[str, np.ndarray]) -> dict[str, list[str]]:
    """Write once, in JSON, whatever comes back a thousand times."""
    return {
        "verb": [
            _json({"id": VERBS + word, "display": {"en": word.replace("-", " ")}})
            for word in words["verb"].tolist()
        ],
        "object": [_json({"id": HOME_PAGE + word}) for word in words["object"].tolist()],
        "device": [_json(word) for word in words["device"].tolist()],
        "ip": [_json(word) for word in words["ip"].tolist()],
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _statements(
    ids: Draws, part: dict[str, np.ndarray], actors: list[str], pieces: dict[str, list[str]]
) -> Iterator[str]:
    times = np.datetime_as_string(part["time"], unit="s").tolist()
    scores = [
        "" if score != score else f'"score":{{"scaled":{score}}},'
        for score in part["score"].tolist()
    ]
    context = f'"context":{{"platform":{_json(COMMENT)},"extensions":{{{_json(DEVICE)}:'
    address = f",{_json(ADDRESS)}:"
    verbs, objects, devices, ips = pieces.values()
    for uuid, who, verb, thing, score, duration, device, ip, time, zone in zip(
        _uuids(ids, len(times)),
        (part["pupil"] - 1).tolist(),
        part["verb"].tolist(),
        part["object"].tolist(),
        scores,
        part["duration"].tolist(),
        part["device"].tolist(),
        part["ip"].tolist(),
        times,
        offset_texts(part["time"], ":"),
        strict=True,
    ):
        yield (
            f'{{"id":"{uuid}","actor":{actors[who]},"verb":{verbs[verb]},"object":{objects[thing]},'
            f'"result":{{{score}"duration":"PT{duration}S"}},{context}{devices[device]}{address}'
            f'{ips[ip]}}}}},"timestamp":"{time}{zone}"}}'
        )


def _uuids(ids: Draws, count: int) -> Iterator[str]:
    """Draw random UUIDs; version and variant stand in fixed places (RFC 4122, section 4.4)."""
    high, low = ids.words(2 * count).reshape(count, 2).T
    high = (high & ~np.uint64(0xF000)) | _VERSION_4
    low = (low & ~(np.uint64(3) << np.uint64(62))) | _VARIANT
    text = np.stack([high, low], axis=1).astype(">u8").tobytes().hex()
    for at in range(0, len(text), 32):
        one = text[at : at + 32]
        yield f"{one[:8]}-{one[8:12]}-{one[12:16]}-{one[16:20]}-{one[20:]}"


def read(path: Path, real: bool = False) -> pd.DataFrame:
    """Read statements back.

    Parameters
    ----------
    path : pathlib.Path
        The folder of an export, or a file of statements.
    real : bool, default False
        Whether to open statements without the kit's mark.

    Returns
    -------
    pandas.DataFrame
        The columns of `poucet.exports.trail.trail`; ``pupil`` is what names the pupil in the
        statements (a text). In a real file, what a statement does not say is NaN or empty.

    Raises
    ------
    poucet.errors.PoucetError
        If the file is not an array of statements that keep the standard's rules, or if two bear
        the same id.
    """
    file = path / FILE if path.is_dir() else path
    rows, ids, lines = TrailRows(), bytearray(), array("q")
    for line, statement in items(file):
        if not real and not _marked(statement):
            raise refuse_unmarked(file)
        defect = statement_defect(statement)
        if defect is not None:
            raise wrong(file, line, defect)
        _add(file, line, statement, rows)
        if "id" in statement:
            ids += bytes.fromhex(statement["id"].replace("-", ""))
            lines.append(line)
    _check_ids(file, ids, lines)
    times = local_of_universal(np.array(rows.seconds, dtype=np.int64))
    return rows.table(
        times, "pupil", "verb", "object", "score", "duration", "device", "ip", "place"
    )


def _marked(statement: Any) -> bool:
    context = statement.get("context") if isinstance(statement, dict) else None
    return isinstance(context, dict) and context.get("platform") == COMMENT


def _add(file: Path, line: int, statement: dict[str, Any], rows: TrailRows) -> None:
    result, context = statement.get("result", {}), statement.get("context", {})
    added, thing = context.get("extensions", {}), statement["object"]
    written = statement.get("timestamp") or statement.get("stored")
    if written is None:
        raise wrong(file, line, _("il manque « {where} ».").format(where="timestamp"))
    rows.seconds.append(_universal(file, line, written))
    rows.pupil.add(file, line, name_in(statement["actor"]))
    rows.verb.add(file, line, statement["verb"]["id"].removeprefix(VERBS))
    named = thing.get("id") or name_in(thing if "actor" not in thing else {})
    rows.object.add(file, line, named.removeprefix(HOME_PAGE))
    rows.score.append(result.get("score", {}).get("scaled", np.nan))
    rows.duration.append(_seconds(result.get("duration", "")))
    rows.device.add(file, line, str(added.get(DEVICE, "")))
    rows.ip.add(file, line, str(added.get(ADDRESS, "")))


def _universal(file: Path, line: int, text: str) -> int:
    """Give the seconds of a timestamp; one without offset is taken for the school's time."""
    try:
        # A leap second has no number of its own.
        found = datetime.datetime.fromisoformat(text.upper().replace(":60", ":59"))
        if found.tzinfo is not None:
            return int(found.timestamp())
    except (ValueError, OverflowError):
        raise wrong(
            file, line, _("« {text} » n’est pas une date que le kit sait lire.").format(text=text)
        ) from None
    local = np.array([found.replace(microsecond=0)], dtype="datetime64[s]")
    return int(local.astype(np.int64)[0] - offset_of_local(local)[0])


def _seconds(duration: str) -> float:
    """Give the seconds of an ISO 8601 duration; years and months have no fixed length."""
    found = _DURATION.fullmatch(duration)
    if not duration or found is None:
        return np.nan
    return sum(int(n) * length for n, length in zip(found.groups("0"), _SECONDS, strict=True))


def _check_ids(file: Path, ids: bytearray, lines: array) -> None:
    """Find the first id that was used before."""
    halves = np.frombuffer(ids, dtype=">u8").reshape(-1, 2).astype(np.uint64)
    order = np.lexsort((halves[:, 1], halves[:, 0]))  # stable: equal ids stay in the file's order
    same = (halves[order[1:]] == halves[order[:-1]]).all(axis=1)
    if same.any():
        again = order[1:][same].min()
        before = order[:-1][same][order[1:][same].argmin()]
        raise wrong(
            file,
            lines[again],
            _(
                "l’identifiant « {key} » est déjà à la ligne {first} : gardez une seule de ces "
                "lignes."
            ).format(key=ids[16 * again : 16 * again + 16].hex(), first=lines[before]),
        )
