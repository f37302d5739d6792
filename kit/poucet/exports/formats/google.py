"""Google Workspace's bulk list of users: one CSV of 28 columns, five of them required.

What it carries of the school: names, e-mail, level and class (in the path of the organisational
unit), the INE as "Employee ID", the home address, the guardians' phones (as recovery and home
phones). No birth date, no sex. Every line holds a password in clear: here it is the same harmless
word for all, and it opens nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from poucet.exports.formats.csv_checks import ReadTable, wrong
from poucet.exports.formats.csv_reading import read_set
from poucet.exports.formats.csv_table import Field, Table, fields
from poucet.exports.formats.csv_writing import Chunk, write_set
from poucet.exports.formats.progress import Progress
from poucet.exports.formats.rebuilding import pupils_table
from poucet.exports.formats.roster import FAKE_PASSWORD, Roster, international, national
from poucet.i18n import gettext as _

if TYPE_CHECKING:
    import pandas as pd

    from poucet.school import School

NAME = "google"
CARRIED = (
    "ine", "family_name", "given_name", "level", "class", "address", "postcode", "commune",
    "email", "guardian1_phone", "guardian2_phone",
)  # fmt: skip

_RECOVERY = "Recovery Phone [MUST BE IN THE E.164 FORMAT]"
_UNIT = "Org Unit Path [Required]"
USERS = Table(
    "users.csv",
    (
        *fields(
            "First Name [Required]",
            "Last Name [Required]",
            "Email Address [Required]",
            "Password [Required]",
            required=True,
        ),
        Field("Password Hash Function [UPLOAD ONLY]", values=("MD5", "SHA-1", "Crypt")),
        Field(_UNIT, required=True),
        *fields(
            "New Primary Email [UPLOAD ONLY]",
            "Recovery Email",
            "Home Secondary Email",
            "Work Secondary Email",
            _RECOVERY,
            "Work Phone",
            "Home Phone",
            "Mobile Phone",
            "Work Address",
            "Home Address",
            "Employee ID",
            "Employee Type",
            "Employee Title",
            "Manager Email",
            "Department",
            "Cost Center",
            "Building ID",
            "Floor Name",
            "Floor Section",
        ),
        Field("Change Password at Next Sign-In", values=("True", "False")),
        Field("New Status [UPLOAD ONLY]", values=("Active", "Suspended", "Archived")),
        Field("Advanced Protection Program enrollment", values=("True", "False")),
    ),
    key=("Email Address [Required]",),
)


def write(school: School, folder: Path, progress: Progress | None = None) -> None:
    """Fill a folder with the list of the pupils' accounts."""
    write_set(folder, NAME, [(USERS, school.size, _users(Roster(school)))], progress)


def _users(roster: Roster) -> Iterator[Chunk]:
    for rows in roster.steps():
        columns = {name: cells[rows].tolist() for name, cells in roster.columns.items()}
        yield {
            "First Name [Required]": columns["given_name"],
            "Last Name [Required]": columns["family_name"],
            "Email Address [Required]": columns["email"],
            "Password [Required]": FAKE_PASSWORD,
            _UNIT: [
                f"/Élèves/{level.capitalize()}/{name}"
                for level, name in zip(columns["level"], columns["class"], strict=True)
            ],
            _RECOVERY: [international(phone) for phone in columns["guardian1_phone"]],
            "Home Phone": [international(phone) for phone in columns["guardian2_phone"]],
            "Home Address": [
                f"{street}, {postcode} {commune}"
                for street, postcode, commune in zip(
                    columns["address"], columns["postcode"], columns["commune"], strict=True
                )
            ],
            "Employee ID": columns["ine"],
            "Employee Type": "élève",
            "Department": columns["class"],
            "Change Password at Next Sign-In": "True",
            "New Status [UPLOAD ONLY]": "Active",
        }


def read(path: Path, real: bool = False) -> pd.DataFrame:
    """Read a list of accounts back: one row a user, the columns of `CARRIED`."""
    users = read_set(path, NAME, (USERS,), real)["users"]
    cells = users.columns
    units = [_unit(users, row, unit, real) for row, unit in enumerate(cells[_UNIT])]
    homes = [_home(users, row, home, real) for row, home in enumerate(cells["Home Address"])]
    return pupils_table(
        CARRIED,
        {
            "ine": cells["Employee ID"],
            "family_name": cells["Last Name [Required]"],
            "given_name": cells["First Name [Required]"],
            "level": [level for level, _class in units],
            "class": [name for _level, name in units],
            "address": [home[0] for home in homes],
            "postcode": [home[1] for home in homes],
            "commune": [home[2] for home in homes],
            "email": cells["Email Address [Required]"],
            "guardian1_phone": [national(phone) for phone in cells[_RECOVERY]],
            "guardian2_phone": [national(phone) for phone in cells["Home Phone"]],
        },
    )


def _unit(users: ReadTable, row: int, unit: str, real: bool) -> tuple[str, str]:
    parts = unit.split("/")
    if len(parts) == 4 and parts[0] == "":
        return parts[2].lower(), parts[3]
    if real:
        return "", parts[-1]
    raise wrong(
        users.path,
        users.lines[row],
        _("« {unit} » n’est pas un chemin comme « {example} » : corrigez-le.").format(
            unit=unit, example="/Élèves/Seconde/2de 1"
        ),
    )


def _home(users: ReadTable, row: int, home: str, real: bool) -> tuple[str, str, str]:
    street, comma, town = home.rpartition(", ")
    postcode, space, commune = town.partition(" ")
    if comma and space:
        return street, postcode, commune
    if real or not home:
        return home, "", ""
    raise wrong(
        users.path,
        users.lines[row],
        _("« {home} » n’est pas une adresse comme « {example} » : corrigez-la.").format(
            home=home, example="8 rue du Moulin, 96100 Valmorne"
        ),
    )
