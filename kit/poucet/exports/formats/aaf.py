"""AAF: the directory that the French ministry's own software hands to digital workspaces.

Three XML files: the pupils, their guardians, the school. Everything is there: the national number,
whether the pupil has a scholarship, and both parents' addresses, so that a second home shows. The
letters are those of ISO-8859-15; any other one, such as the curved apostrophe, is written as a
character reference (``&#8217;``) that every XML reader undoes, so nothing is lost.

Chosen by the kit, where the public description leaves it open or the fictitious school knows
nothing: the codes of ENTEleveMEF, the numbers of ENTPersonJointure (drawn from the seed), guardians
without a given name, and languages and options as groups. A link to a guardian is written
``number$rank``. There is no place for devices or accommodation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, TextIO
from xml.sax.saxutils import escape

import numpy as np

from poucet.errors import PoucetError
from poucet.exports.formats.progress import Progress, Steps, steps_of
from poucet.exports.formats.source_mark import COMMENT
from poucet.i18n import gettext as _
from poucet.school.draws import Draws

if TYPE_CHECKING:
    import pandas as pd

    from poucet.school import School

FORMAT = "aaf"
ENCODING = "iso-8859-15"
DTD = "ficAlimMENESR.dtd"
DATE = "20260901"  # the first day of the school year: an export has no other clock
PUPILS, GUARDIANS, STRUCTURE = "Eleve", "PersRelEleve", "EtabEducNat"
SCHOOL_NUMBER = 20001
# What a class calls a level, and the code of its programme (real ones have eleven digits too).
PROGRAMMES = {"seconde": "99900000002", "première": "99900000001", "terminale": "99900000000"}
TITLES = {"F": "Mme", "M": "M."}
YES_NO = {True: "O", False: "N"}
LANGUAGE_GROUP, OPTION_GROUP = "LV2 ", "OPT "
FIRST_PUPIL, FIRST_GUARDIAN = 10_000_000, 30_000_000

_PROLOG = (
    f'<?xml version="1.0" encoding="{ENCODING.upper()}"?>\n'
    f'<!DOCTYPE ficAlimMENESR SYSTEM "{DTD}">\n'
    f"<!-- {COMMENT} -->\n"
)
# What XML has no way to write: most control characters, halves of surrogate pairs.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def file_name(school: School, kind: str) -> str:
    """Name a file as the format does: ``ENT_0960001Q_Complet_20260901_Eleve_0000.xml``."""
    return f"ENT_{school.uai}_Complet_{DATE}_{kind}_0000.xml"


def write(school: School, folder: Path, progress: Progress | None = None) -> None:
    """Write the three files, and the document type they name.

    Parameters
    ----------
    school : School
        The school that exports.
    folder : pathlib.Path
        An existing, empty folder.
    progress : callable, optional
        Called as ``progress(done, total)``, in pupils and guardians.

    Raises
    ------
    poucet.errors.PoucetError
        If a text holds a control character, which XML cannot write.
    """
    household, first_rows = _households(school)
    steps = Steps(progress, school.size + len(first_rows) + 1)
    entries = {
        PUPILS: _pupils(school, household),
        GUARDIANS: _guardians(school, first_rows),
        STRUCTURE: _structure(school),
    }
    for kind, chunks in entries.items():
        path = folder / file_name(school, kind)
        with path.open("w", encoding=ENCODING, errors="xmlcharrefreplace", newline="\n") as file:
            _write_file(file, chunks, steps)
    (folder / DTD).write_bytes(dtd())


def dtd() -> bytes:
    """Give the document type of the format, as the kit states it."""
    return resources.files(__package__).joinpath(DTD).read_bytes()


def read(path: Path, real: bool = False) -> pd.DataFrame:
    """Read the folder of an export back.

    Parameters
    ----------
    path : pathlib.Path
        The folder with the three kinds of files.
    real : bool, default False
        Whether to open files without the kit's mark.

    Returns
    -------
    pandas.DataFrame
        The columns of `poucet.directory` but accommodation and devices.

    Raises
    ------
    poucet.errors.PoucetError
        If a file is not what it should be: the sentence gives its name and line.
    """
    from poucet.exports.formats.aaf_reading import read_folder

    return read_folder(path, real)


def _write_file(file: TextIO, chunks: Iterable[list[str]], steps: Steps) -> None:
    file.write(_PROLOG + "<ficAlimMENESR>\n")
    for entries in chunks:
        text = "".join(entries)
        strange = _UNWRITABLE.search(text)
        if strange is not None:
            code = ord(strange[0])
            raise PoucetError(
                _(
                    "Un texte contient le caractère de contrôle U+{code:04X}, que le XML ne peut "
                    "pas écrire : corrigez « {around} »."
                ).format(code=code, around=repr(text[max(0, strange.start() - 20) :][:40]))
            )
        file.write(text)
        steps.advance(len(entries))
    file.write("</ficAlimMENESR>\n")


def _entry(kind: str, category: str, number: object, attributes: dict[str, list[str]]) -> str:
    """Write one request to add an entry; an attribute without value holds an empty one."""
    lines = "\n".join(
        f'<attr name="{name}">{"".join(map(_value, values)) or "<value/>"}</attr>'
        for name, values in attributes.items()
    )
    return (
        f'<addRequest>\n<operationalAttributes><attr name="{kind}"><value>{category}</value></attr>'
        f"</operationalAttributes>\n<identifier><id>{number}</id></identifier>\n"
        f"<attributes>\n{lines}\n</attributes>\n</addRequest>\n"
    )


def _value(text: str) -> str:
    return f"<value>{escape(text, _END_OF_LINE)}</value>" if text else ""


_END_OF_LINE = {"\r": "&#13;"}  # or XML readers turn it into a line feed


def _households(school: School) -> tuple[np.ndarray, np.ndarray]:
    """Find who has the same parents, as far as a school's file says it.

    Returns
    -------
    tuple of (ndarray of int, ndarray of int)
        The household of each pupil, and a row of each household.
    """
    same = (
        "family_name",
        "guardian1_phone",
        "guardian2_phone",
        "address",
        "commune",
        "address2",
        "commune2",
    )
    known: dict[tuple[object, ...], int] = {}
    cells = zip(*(school.columns[name].tolist() for name in same), strict=True)
    household = np.array([known.setdefault(cell, len(known)) for cell in cells])
    return household, np.unique(household, return_index=True)[1]


def _pupils(school: School, household: np.ndarray) -> Iterator[list[str]]:
    numbers = Draws(school.seed, "aaf pupils").order(school.size) + FIRST_PUPIL
    for rows in steps_of(school.size):
        cells = {name: column[rows].tolist() for name, column in school.columns.items()}
        pupils = (dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True))
        there = zip(numbers[rows].tolist(), household[rows].tolist(), pupils, strict=True)
        yield [_pupil(number, home, pupil) for number, home, pupil in there]


def _pupil(number: int, home: int, pupil: dict) -> str:
    guardians = [1, 2] if pupil["guardian2_phone"] or pupil["address2"] else [1]
    groups = [LANGUAGE_GROUP + pupil["second_language"]]
    groups += [OPTION_GROUP + pupil["option"]] if pupil["option"] else []
    attributes = {
        "ENTPersonJointure": [str(number)],
        "ENTEleveINE": [pupil["ine"]],
        "ENTPersonDateNaissance": [pupil["birth_date"].strftime("%d/%m/%Y")],
        "sn": [pupil["family_name"]],
        "givenName": [pupil["given_name"]],
        "ENTPersonAutresPrenoms": [],
        "personalTitle": [TITLES[pupil["sex"]]],
        "ENTElevePersRelEleve": [f"{guardian_number(home, rank)}${rank}" for rank in guardians],
        "ENTPersonStructRattach": [str(SCHOOL_NUMBER)],
        "ENTEleveRegime": [pupil["regime"]],
        "ENTEleveMEF": [PROGRAMMES[pupil["level"]]],
        "ENTEleveClasses": [f"{SCHOOL_NUMBER}${pupil['class']}"],
        "ENTEleveGroupes": [f"{SCHOOL_NUMBER}${group}" for group in groups],
        "ENTEleveBoursier": [YES_NO[pupil["scholarship"]]],
        "ENTEleveTransport": [pupil["transport"]],
        "ENTPersonAdresse": [pupil["address"]],
        "ENTPersonCodePostal": [pupil["postcode"]],
        "ENTPersonVille": [pupil["commune"]],
        "mail": [pupil["email"]],
        "homePhone": [pupil["guardian1_phone"]],
    }
    return _entry("categoriePersonne", PUPILS, number, attributes)


def guardian_number(household: int, rank: int) -> int:
    """Give a guardian's number: a household has two, whether or not there are two people."""
    return FIRST_GUARDIAN + 2 * household + rank


def _guardians(school: School, first_rows: np.ndarray) -> Iterator[list[str]]:
    """Write each household's guardians; the second one lives in the second home, if there is one.

    Otherwise the school has been told one address, and its file does not say whether both live
    there.
    """
    names = ("family_name", "guardian1_phone", "guardian2_phone", "address", "postcode", "commune",
             "address2", "postcode2", "commune2")  # fmt: skip
    for rows in steps_of(len(first_rows)):
        cells = zip(
            *(school.columns[name][first_rows[rows]].tolist() for name in names), strict=True
        )
        yield [_guardian_pair(home, *cell) for home, cell in enumerate(cells, start=rows.start)]


def _guardian_pair(home: int, name: str, phone1: str, phone2: str, *places: str) -> str:
    pair = _guardian(guardian_number(home, 1), name, phone1, places[:3])
    if phone2 or places[3]:
        pair += _guardian(guardian_number(home, 2), name, phone2, places[3:])
    return pair


def _guardian(number: int, name: str, phone: str, place: tuple[str, ...]) -> str:
    attributes = {
        "ENTPersonJointure": [str(number)],
        "sn": [name],
        "ENTPersonAdresse": [place[0]],
        "ENTPersonCodePostal": [place[1]],
        "ENTPersonVille": [place[2]],
        "homePhone": [phone],
    }
    return _entry("categoriePersonne", GUARDIANS, number, attributes)


def _structure(school: School) -> Iterator[list[str]]:
    groups = {LANGUAGE_GROUP + name for name in school.columns["second_language"].tolist()}
    groups |= {OPTION_GROUP + name for name in school.columns["option"].tolist() if name}
    attributes = {
        "ENTStructureJointure": [str(SCHOOL_NUMBER)],
        "ENTStructureUAI": [school.uai],
        "ENTStructureNomCourant": [school.name],
        "ENTStructureClasses": list(dict.fromkeys(school.columns["class"].tolist())),
        "ENTStructureGroupes": sorted(groups),
    }
    attributes["ENTStructureClasses"].sort()
    yield [_entry("categorieStructure", STRUCTURE, SCHOOL_NUMBER, attributes)]
