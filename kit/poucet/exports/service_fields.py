"""By what name each column of the school travels in the real formats.

A pupil strikes « seconde adresse »; in the file that left it was called ``Adresse2``, or
``ENTPersonAdresse`` of the second guardian. This table says so, for each directory format, in the
format's own words; a test opens real exports and looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from poucet.errors import PoucetError
from poucet.exports.formats import be1d, google
from poucet.i18n import gettext as _


@dataclass(frozen=True)
class Field:
    """Where a column travels: the file, the field in it, and the word it is written as, if any.

    Attributes
    ----------
    file : str
        The file's name; for AAF, the kind of entries it holds (``Eleve``).
    name : str
        The field's own name.
    word : str
        What stands in the field when the column becomes one of a few words (``freeLunch``).
    """

    file: str
    name: str
    word: str = ""

    def __str__(self) -> str:
        return f"{self.file} · {self.name}" + (f" = {self.word}" if self.word else "")


DIRECTORY_FORMATS = (
    "google", "sds-v1-min", "sds-v1", "sds-v2.1", "oneroster", "aaf", "be1d",
)  # fmt: skip


def _in(file: str, **names: str) -> dict[str, tuple[Field, ...]]:
    """Write columns of one file; several fields are parted by a bar."""
    return {
        column.removesuffix("_"): tuple(Field(file, name) for name in joined.split("|"))
        for column, joined in names.items()
    }


def _google() -> dict[str, tuple[Field, ...]]:
    unit = "Org Unit Path [Required]"
    return _in(
        google.USERS.path,
        ine="Employee ID",
        family_name="Last Name [Required]",
        given_name="First Name [Required]",
        level=unit,
        class_=f"{unit}|Department",
        address="Home Address",
        postcode="Home Address",
        commune="Home Address",
        email="Email Address [Required]",
        guardian1_phone="Recovery Phone [MUST BE IN THE E.164 FORMAT]",
        guardian2_phone="Home Phone",
    )


def _sds_v1() -> dict[str, tuple[Field, ...]]:
    return {
        **_in(
            "Student.csv",
            ine="State ID",
            family_name="Last Name",
            given_name="First Name",
            birth_date="Birthdate",
            level="Grade",
            email="Username",
        ),
        **_groups("Section.csv", "Section Name"),
    }


def _sds_v1_min() -> dict[str, tuple[Field, ...]]:
    return {**_in("Student.csv", email="Username"), **_in("Section.csv", class_="Section Name")}


def _groups(file: str, name: str) -> dict[str, tuple[Field, ...]]:
    return _in(file, class_=name, second_language=name, option=name)


def _sds_v2() -> dict[str, tuple[Field, ...]]:
    flags = "userFlags.csv"
    return {
        **_in(
            "users.csv",
            family_name="familyName",
            given_name="givenName",
            email="username|activeDirectoryMatchId|email",
            guardian1_phone="phone|sms",
            guardian2_phone="phone|sms",
        ),
        **_in("demographics.csv", sex="sex", birth_date="birthDate"),
        **_in("roles.csv", level="grade"),
        **_groups("classes.csv", "title"),
        "scholarship": (Field(flags, "flag", "freeLunch"),),
        "accommodation": (Field(flags, "flag", "iep"), Field(flags, "flag", "504")),
    }


def _oneroster() -> dict[str, tuple[Field, ...]]:
    return {
        **_in(
            "users.csv",
            ine="identifier|userIds",
            family_name="familyName",
            given_name="givenName",
            level="grades",
            email="username|email",
            guardian1_phone="phone|sms",
            guardian2_phone="phone|sms",
        ),
        **_in("demographics.csv", sex="sex", birth_date="birthDate"),
        **_groups("classes.csv", "title"),
    }


def _aaf() -> dict[str, tuple[Field, ...]]:
    street, code, town = "ENTPersonAdresse", "ENTPersonCodePostal", "ENTPersonVille"
    pupil = _in(
        "Eleve",
        ine="ENTEleveINE",
        family_name="sn",
        given_name="givenName",
        sex="personalTitle",
        birth_date="ENTPersonDateNaissance",
        level="ENTEleveMEF",
        class_="ENTEleveClasses",
        address=street,
        postcode=code,
        commune=town,
        email="mail",
        guardian1_phone="homePhone",
        second_language="ENTEleveGroupes",
        option="ENTEleveGroupes",
        regime="ENTEleveRegime",
        transport="ENTEleveTransport",
    )
    guardian = _in(
        "PersRelEleve",
        address2=street,
        postcode2=code,
        commune2=town,
        guardian2_phone="homePhone",
    )
    return {**pupil, **guardian, "scholarship": (Field("Eleve", "ENTEleveBoursier", "O"),)}


def _be1d() -> dict[str, tuple[Field, ...]]:
    return {column: (Field(be1d.PUPILS.path, name),) for column, name in be1d.CARRIED.items()}


_TABLES = {
    "google": _google,
    "sds-v1-min": _sds_v1_min,
    "sds-v1": _sds_v1,
    "sds-v2.1": _sds_v2,
    "oneroster": _oneroster,
    "aaf": _aaf,
    "be1d": _be1d,
}


@cache
def fields(format: str) -> dict[str, tuple[Field, ...]]:
    """Give the real fields in which a directory format carries the school's columns.

    Parameters
    ----------
    format : str
        One of `DIRECTORY_FORMATS`.

    Returns
    -------
    dict of str to tuple of Field
        One entry a column that the format carries; the others do not leave in it.

    Raises
    ------
    poucet.errors.PoucetError
        If it is no directory format.

    Examples
    --------
    >>> print(*fields("be1d")["address2"], *fields("aaf")["address2"], sep="; ")
    CSVExtraction.csv · Adresse2; PersRelEleve · ENTPersonAdresse
    >>> print(*fields("sds-v2.1")["scholarship"])
    userFlags.csv · flag = freeLunch
    """
    if format not in _TABLES:
        raise PoucetError(
            _("« {format} » n’est pas un format d’annuaire : choisissez parmi {known}.").format(
                format=format, known=", ".join(DIRECTORY_FORMATS)
            )
        )
    return _TABLES[format]()
