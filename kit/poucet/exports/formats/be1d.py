"""BE1D / ONDE: the file that French primary schools hand to their digital workspace.

Semicolons, ISO-8859-1, two addresses, and no identifier at all: whoever receives it must make one
up, often from name and birth date. The second address is filled for the children who have a second
home, so the file tells who has separated parents.

ISO-8859-1 dates from 1987: it has no œ, no Ÿ and no curved apostrophe. `in_latin_1` writes them as
the ministry's software does, œ as oe and so on, and the way back is lost; a name in a letter that
has no such spelling is refused rather than changed. A lycée is not a primary school: the format is
here for its two addresses, so the cycle (which ends with the collège) is left blank.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from poucet.errors import PoucetError
from poucet.exports.formats.csv_reading import read_set
from poucet.exports.formats.csv_table import Field, Table, fields
from poucet.exports.formats.csv_writing import Chunk, write_set
from poucet.exports.formats.progress import Progress, steps_of
from poucet.i18n import gettext as _

if TYPE_CHECKING:
    import pandas as pd

    from poucet.school import School

FORMAT = "be1d"
DATE = "%d/%m/%Y"
COUNTRY = "FRANCE"
PUPILS = Table(
    "CSVExtraction.csv",
    (
        Field("Nom Elève", required=True),
        Field("Nom d'usage Elève"),
        Field("Prénom Elève", required=True),
        Field("Date naissance", required=True, date=DATE),
        Field("Sexe", required=True, values=("F", "M")),
        *fields("Adresse1", "Cp1", "Commune1", "Pays1"),
        *fields("Adresse2", "Cp2", "Commune2", "Pays2"),
        *fields("Cycle", "Niveau", "Classe"),
    ),
    encoding="iso-8859-1",
    delimiter=";",
)
# The directory's columns and the file's; the others have no place in it.
CARRIED = {
    "family_name": "Nom Elève",
    "given_name": "Prénom Elève",
    "sex": "Sexe",
    "birth_date": "Date naissance",
    "level": "Niveau",
    "class": "Classe",
    "address": "Adresse1",
    "postcode": "Cp1",
    "commune": "Commune1",
    "address2": "Adresse2",
    "postcode2": "Cp2",
    "commune2": "Commune2",
}
# What ISO-8859-1 lacks of what French, and a French keyboard, write.
SPELLED = str.maketrans(
    {"œ": "oe", "Œ": "OE", "Ÿ": "Y", "’": "'", "‘": "'", "–": "-", "\u202f": "\xa0", "€": "EUR"}
)


@cache
def in_latin_1(text: str) -> str:
    """Write a text with the letters of ISO-8859-1.

    Raises
    ------
    poucet.errors.PoucetError
        If a letter is not of that alphabet and French has no other spelling of it.

    Examples
    --------
    >>> in_latin_1("12 rue de l’Église, Sœur Œnone")
    "12 rue de l'Église, Soeur OEnone"
    """
    spelled = text.translate(SPELLED)
    strange = next((letter for letter in spelled if ord(letter) > 0xFF), None)
    if strange is not None:
        raise PoucetError(
            _(
                "« {text} » contient « {letter} », que l’ISO-8859-1 du format be1d n’a pas : "
                "exportez dans un autre format, par exemple oneroster."
            ).format(text=text, letter=strange)
        )
    return spelled


def write(school: School, folder: Path, progress: Progress | None = None) -> None:
    """Write the school's pupils as ONDE extracts them.

    Parameters
    ----------
    school : School
        The school that exports.
    folder : pathlib.Path
        An existing, empty folder.
    progress : callable, optional
        Called as ``progress(done, total)``, in pupils.
    """
    write_set(folder, FORMAT, [(PUPILS, school.size, _chunks(school))], progress)


def _chunks(school: School) -> Iterator[Chunk]:
    columns = school.columns
    for rows in steps_of(school.size):
        chunk: dict[str, list[str] | str] = {
            there: [in_latin_1(cell) for cell in columns[here][rows].tolist()]
            for here, there in CARRIED.items()
            if here != "birth_date"
        }
        born = columns["birth_date"][rows].tolist()
        chunk[CARRIED["birth_date"]] = [date.strftime(DATE) for date in born]
        chunk["Pays1"] = COUNTRY
        chunk["Pays2"] = [COUNTRY if address else "" for address in chunk["Adresse2"]]
        yield chunk


def read(path: Path, real: bool = False) -> pd.DataFrame:
    """Read the folder of an extract back.

    Parameters
    ----------
    path : pathlib.Path
        The folder.
    real : bool, default False
        Whether to open a file without the kit's mark.

    Returns
    -------
    pandas.DataFrame
        The columns of `CARRIED`, spelled as the file spells them.

    Raises
    ------
    poucet.errors.PoucetError
        If the file is not what it should be.
    """
    import pandas as pd

    found = read_set(path, FORMAT, [PUPILS], real)[PUPILS.name].columns
    table: dict[str, object] = {here: found[there] for here, there in CARRIED.items()}
    born = [f"{day[6:]}-{day[3:5]}-{day[:2]}" for day in found[CARRIED["birth_date"]]]
    table["birth_date"] = np.array(born, dtype="datetime64[s]")
    return pd.DataFrame(table)
