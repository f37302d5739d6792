"""One pupil's record, as each directory format spells it.

The school knows a birth date; one file writes ``21/10/2010`` and another ``10/21/2010``. The school
knows a year group; one file writes ``11`` and another a programme code of eleven digits. A class
that looks at a real record sees these spellings, not the school's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from poucet.exports.formats import aaf, be1d
from poucet.exports.formats.roster import COURSES, GRADES, SEXES, international
from poucet.exports.formats.sds_v2 import flag_of
from poucet.exports.service_fields import fields

if TYPE_CHECKING:
    from poucet.school import School


def real_row(school: School, format: str, number: int) -> dict[str, str]:
    """Give a pupil's record in the words of a format.

    Parameters
    ----------
    school : School
        The school that exports.
    format : str
        One of `poucet.exports.service_fields.DIRECTORY_FORMATS`.
    number : int
        The pupil's number, from 1.

    Returns
    -------
    dict of str to str
        What stands in the fields of each column that the format carries; empty where nothing does.

    Raises
    ------
    poucet.errors.PoucetError
        If it is no directory format.

    Examples
    --------
    >>> from poucet import School
    >>> school = School(seed=2)
    >>> [real_row(school, name, 30)["birth_date"] for name in ("aaf", "sds-v1", "sds-v2.1")]
    ['21/10/2010', '10/21/2010', '2010-10-21']
    """
    carried = fields(format)
    cells = {
        name: column[number - 1 : number].tolist()[0] for name, column in school.columns.items()
    }
    spelled = _SPELLINGS[format](cells)
    return {column: str(spelled.get(column, cells[column])) for column in carried}


def _group_titles(cells: dict) -> dict[str, str]:
    return {
        course.column: course.prefix + cells[course.column] if cells[course.column] else ""
        for course in COURSES
    }


def _google(cells: dict) -> dict[str, str]:
    unit = f"/Élèves/{cells['level'].capitalize()}/{cells['class']}"
    home = f"{cells['address']}, {cells['postcode']} {cells['commune']}"
    return {
        **dict.fromkeys(("level", "class"), unit),
        **dict.fromkeys(("address", "postcode", "commune"), home),
        **_international_phones(cells),
    }


def _international_phones(cells: dict) -> dict[str, str]:
    return {name: international(cells[name]) for name in ("guardian1_phone", "guardian2_phone")}


def _sds_v1(cells: dict) -> dict[str, str]:
    born = cells["birth_date"]
    return {
        **_group_titles(cells),
        "birth_date": f"{born.month}/{born.day}/{born.year}",
        "level": GRADES[cells["level"]],
    }


def _oneroster(cells: dict) -> dict[str, str]:
    return {**_group_titles(cells), "level": GRADES[cells["level"]], "sex": SEXES[cells["sex"]]}


def _sds_v2(cells: dict) -> dict[str, str]:
    return {
        **_oneroster(cells),
        **_international_phones(cells),
        "scholarship": "freeLunch" if cells["scholarship"] else "",
        "accommodation": flag_of(cells["accommodation"]),
    }


def _aaf(cells: dict) -> dict[str, str]:
    groups = {"second_language": aaf.LANGUAGE_GROUP, "option": aaf.OPTION_GROUP}
    here = f"{aaf.SCHOOL_NUMBER}$"
    return {
        **{name: here + kind + cells[name] if cells[name] else "" for name, kind in groups.items()},
        "sex": aaf.TITLES[cells["sex"]],
        "birth_date": cells["birth_date"].strftime("%d/%m/%Y"),
        "level": aaf.PROGRAMMES[cells["level"]],
        "class": here + cells["class"],
        "scholarship": aaf.YES_NO[cells["scholarship"]],
    }


def _be1d(cells: dict) -> dict[str, str]:
    texts = {name: be1d.in_latin_1(cell) for name, cell in cells.items() if isinstance(cell, str)}
    return {**texts, "birth_date": cells["birth_date"].strftime(be1d.DATE)}


_SPELLINGS: dict[str, Callable[[dict], dict[str, str]]] = {
    "google": _google,
    "sds-v1-min": _group_titles,
    "sds-v1": _sds_v1,
    "sds-v2.1": _sds_v2,
    "oneroster": _oneroster,
    "aaf": _aaf,
    "be1d": _be1d,
}
