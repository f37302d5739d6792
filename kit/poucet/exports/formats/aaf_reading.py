"""Put the three files of an AAF export together again."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from poucet.errors import PoucetError
from poucet.exports.formats import aaf
from poucet.exports.formats.aaf_file import Entry, entries
from poucet.exports.formats.csv_reading import wrong
from poucet.i18n import gettext as _

if TYPE_CHECKING:
    import pandas as pd

SINGLE = {
    "ine": "ENTEleveINE",
    "family_name": "sn",
    "given_name": "givenName",
    "sex": "personalTitle",
    "birth_date": "ENTPersonDateNaissance",
    "level": "ENTEleveMEF",
    "class": "ENTEleveClasses",
    "address": "ENTPersonAdresse",
    "postcode": "ENTPersonCodePostal",
    "commune": "ENTPersonVille",
    "email": "mail",
    "regime": "ENTEleveRegime",
    "transport": "ENTEleveTransport",
    "scholarship": "ENTEleveBoursier",
}
REQUIRED = ("ine", "family_name", "given_name", "sex", "birth_date", "level", "class")
HOME = ("ENTPersonAdresse", "ENTPersonCodePostal", "ENTPersonVille")
ORDER = (
    "ine", "family_name", "given_name", "sex", "birth_date", "level", "class",
    "address", "postcode", "commune", "address2", "postcode2", "commune2",
    "email", "guardian1_phone", "guardian2_phone", "second_language", "option", "regime",
    "transport", "scholarship",
)  # fmt: skip
CODES: dict[str, dict[str, object]] = {
    "sex": {title: sex for sex, title in aaf.TITLES.items()},
    "level": {code: level for level, code in aaf.PROGRAMMES.items()},
    "scholarship": {letter: yes for yes, letter in aaf.YES_NO.items()},
}

Guardian = tuple[str, str, str, str]  # phone, address, postcode, commune


def read_folder(folder: Path, real: bool) -> pd.DataFrame:
    """Read the school, then the guardians, then the pupils, who refer to both."""
    import pandas as pd

    number, classes, groups = _structure(folder, real)
    guardians = _guardians(folder, real)
    columns: dict[str, list[object]] = {name: [] for name in ORDER}
    numbers: dict[str, int] = {}
    known: dict[str, dict[str, int]] = {"ENTEleveINE": {}}
    for path in _files(folder, aaf.PUPILS):
        for entry in entries(path, aaf.PUPILS, real):
            _once(path, entry, numbers)
            pupil = _pupil(path, entry, guardians, number, classes, groups)
            ine = str(pupil["ine"])
            if known["ENTEleveINE"].setdefault(ine, entry.line) != entry.line:
                _duplicate(path, entry, ine, known["ENTEleveINE"][ine])
            for name, column in columns.items():
                column.append(pupil[name])
    table = pd.DataFrame(columns)
    table["birth_date"] = pd.Series(columns["birth_date"], dtype="datetime64[s]")
    return table


def _files(folder: Path, kind: str) -> list[Path]:
    found = sorted(folder.glob(f"ENT_*_{kind}_[0-9][0-9][0-9][0-9].xml"))
    if not found:
        raise PoucetError(
            _(
                "Il n’y a pas de fichier « ENT_…_{kind}_0000.xml » dans « {folder} » : donnez le "
                "dossier d’un export AAF complet."
            ).format(kind=kind, folder=folder)
        )
    return found


def _once(path: Path, entry: Entry, numbers: dict[str, int]) -> None:
    if entry.number in numbers:
        _duplicate(path, entry, entry.number, numbers[entry.number])
    numbers[entry.number] = entry.line


def _duplicate(path: Path, entry: Entry, key: str, first: int) -> NoReturn:
    raise wrong(
        path,
        entry.line,
        _(
            "l’identifiant « {key} » est déjà à la ligne {first} : gardez une seule de ces entrées."
        ).format(key=key, first=first),
    )


def _one(path: Path, entry: Entry, name: str, required: bool = True) -> str:
    values = entry.attributes.get(name, [])
    if len(values) > 1 or (required and not values):
        raise wrong(
            path,
            entry.line,
            _("l’attribut « {name} » a {count} valeurs au lieu d’une.").format(
                name=name, count=len(values)
            ),
        )
    return values[0] if values else ""


def _structure(folder: Path, real: bool) -> tuple[str, set[str], set[str]]:
    path = _files(folder, aaf.STRUCTURE)[0]
    found = list(entries(path, aaf.STRUCTURE, real))
    if len(found) != 1:
        raise wrong(path, 1, _("le fichier doit décrire un établissement, et un seul."))
    lists = (found[0].attributes.get(f"ENTStructure{name}", []) for name in ("Classes", "Groupes"))
    # A real file goes on after the name, with its long form and its programme.
    classes, groups = ({value.partition("$")[0] for value in values} for values in lists)
    return _one(path, found[0], "ENTStructureJointure"), classes, groups


def _guardians(folder: Path, real: bool) -> dict[str, Guardian]:
    guardians: dict[str, Guardian] = {}
    numbers: dict[str, int] = {}
    for path in _files(folder, aaf.GUARDIANS):
        for entry in entries(path, aaf.GUARDIANS, real):
            _once(path, entry, numbers)
            phone, *home = (
                _one(path, entry, name, required=False) for name in ("homePhone", *HOME)
            )
            guardians[entry.number] = (phone, home[0], home[1], home[2])
    return guardians


def _pupil(
    path: Path,
    entry: Entry,
    guardians: dict[str, Guardian],
    school: str,
    classes: set[str],
    groups: set[str],
) -> dict[str, object]:
    pupil: dict[str, object] = {
        name: _one(path, entry, there, required=name in REQUIRED) for name, there in SINGLE.items()
    }
    for name, meanings in CODES.items():
        if pupil[name] not in meanings:
            raise wrong(
                path,
                entry.line,
                _("l’attribut « {name} » contient « {cell} » au lieu de : {allowed}.").format(
                    name=SINGLE[name], cell=pupil[name], allowed=", ".join(meanings)
                ),
            )
        pupil[name] = meanings[str(pupil[name])]
    pupil["birth_date"] = _date(path, entry, str(pupil["birth_date"]))
    pupil["class"] = _of_school(path, entry, "ENTEleveClasses", school, classes)[0]
    named = _of_school(path, entry, "ENTEleveGroupes", school, groups)
    for column, prefix in (("second_language", aaf.LANGUAGE_GROUP), ("option", aaf.OPTION_GROUP)):
        here = [name.removeprefix(prefix) for name in named if name.startswith(prefix)]
        pupil[column] = here[0] if here else ""
    parents = [
        _defined(path, entry, value.partition("$")[0], guardians)
        for value in entry.attributes.get("ENTElevePersRelEleve", [])
    ]
    first, second = [*parents, ("", "", "", ""), ("", "", "", "")][:2]
    pupil["guardian1_phone"], pupil["guardian2_phone"] = first[0], second[0]
    here = [str(pupil[name]) for name in ("address", "postcode", "commune")]
    elsewhere = second[1:] if list(second[1:]) != here else ("", "", "")
    pupil["address2"], pupil["postcode2"], pupil["commune2"] = elsewhere
    return pupil


def _date(path: Path, entry: Entry, text: str) -> datetime.date:
    try:
        found = datetime.datetime.strptime(text, "%d/%m/%Y").date()
        if found.strftime("%d/%m/%Y") == text:
            return found
    except ValueError:
        pass
    raise wrong(
        path,
        entry.line,
        _("l’attribut « {name} » contient « {cell} » au lieu de : {allowed}.").format(
            name=SINGLE["birth_date"], cell=text, allowed=_("jour/mois/année, comme 31/03/2010")
        ),
    )


def _of_school(path: Path, entry: Entry, name: str, school: str, defined: set[str]) -> list[str]:
    """Give the classes or groups a pupil is in, all of which the school's entry must list."""
    found = []
    for value in entry.attributes.get(name, []):
        where, _dollar, called = value.partition("$")
        if where != school or called not in defined:
            raise _dangling(path, entry, name, value)
        found.append(called)
    return found


def _defined(path: Path, entry: Entry, number: str, guardians: dict[str, Guardian]) -> Guardian:
    if number not in guardians:
        raise _dangling(path, entry, "ENTElevePersRelEleve", number)
    return guardians[number]


def _dangling(path: Path, entry: Entry, name: str, key: str) -> PoucetError:
    return wrong(
        path,
        entry.line,
        _(
            "« {name} » renvoie à « {key} », que les autres fichiers ne définissent pas : corrigez "
            "ce renvoi ou refaites l’export."
        ).format(name=name, key=key),
    )
