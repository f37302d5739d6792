"""What a school service needs, and what each directory format gives away besides.

A supplier offers a lycée a service: sign in, do exercises, and more. Each function needs some
columns of the school's file; the others travel for nothing, and a few of them tell secrets. Whoever
strikes a column sees here what breaks, what is no longer told, and how many pupils remain singled
out. Success is the shortest list that breaks nothing the class has asked for.

The names of the real fields are in `poucet.exports.service_fields`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from poucet.attacks import class_sizes
from poucet.errors import PoucetError
from poucet.i18n import N_, ngettext, number
from poucet.i18n import gettext as _
from poucet.school.school import COLUMNS

if TYPE_CHECKING:
    from poucet.school import School

# A column that no school's file has: the school draws one code a pupil for one service, and keeps
# the list that tells who is who. That is how the French GAR introduces pupils to services.
OPAQUE_ID = "opaque_id"

# Ways to have an account. The last one is what is done with a format that has no identifier.
_ACCOUNT = ((OPAQUE_ID,), ("email",), ("ine",), ("family_name", "given_name", "birth_date"))


@dataclass(frozen=True)
class Function:
    """Something the service does, and the columns it needs.

    Attributes
    ----------
    key : str
        Its name in the code.
    needs : tuple of tuple of str
        The ways to do it: all the columns of any one of them are enough.
    core : bool
        Whether the class has asked for it; the supplier offers the others as well.
    """

    key: str
    needs: tuple[tuple[str, ...], ...]
    core: bool

    @property
    def name(self) -> str:
        """What it does, in the reader's language."""
        return _(_FUNCTION_NAMES[self.key])

    def works(self, columns: Iterable[str]) -> bool:
        """Tell whether these columns are enough."""
        held = set(columns)
        return any(held.issuperset(way) for way in self.needs)


_FUNCTION_NAMES = {
    "sign_in": N_("se connecter"),
    "class_groups": N_("retrouver sa classe"),
    "homework": N_("recevoir un devoir"),
    "results": N_("relire les résultats, nom par nom"),
    "language_groups": N_("travailler par groupe de langue"),
    "extra_time": N_("accorder du temps en plus"),
    "certificates": N_("imprimer un certificat de scolarité"),
    "letters": N_("envoyer un courrier à la maison"),
    "calls": N_("appeler la famille"),
}
FUNCTIONS = (
    Function("sign_in", _ACCOUNT, core=True),
    Function("class_groups", (("class",),), core=True),
    Function("homework", tuple((*way, "class") for way in _ACCOUNT), core=True),
    # With opaque identifiers, the school's own screen puts the names back for the teacher.
    Function("results", ((OPAQUE_ID,), ("email",), ("family_name", "given_name")), core=True),
    Function("language_groups", (("second_language",),), core=False),
    Function("extra_time", (("accommodation",),), core=False),
    Function("certificates", (("family_name", "given_name", "birth_date", "class"),), core=False),
    Function("letters", (("address", "postcode", "commune"),), core=False),
    Function("calls", (("guardian1_phone",), ("guardian2_phone",)), core=False),
)


def broken(columns: Iterable[str]) -> list[Function]:
    """Give the functions that no longer work with these columns.

    Parameters
    ----------
    columns : iterable of str
        What the service receives: columns of `poucet.directory`, and perhaps ``"opaque_id"``.

    Returns
    -------
    list of Function
        In the order of `FUNCTIONS`.

    Raises
    ------
    poucet.errors.PoucetError
        If a column is none of the school's.

    Examples
    --------
    >>> for function in broken(["class", "email", "second_language"]):
    ...     print(function.key, function.core)
    extra_time False
    certificates False
    letters False
    calls False
    """
    held = checked(columns)
    return [function for function in FUNCTIONS if not function.works(held)]


@dataclass(frozen=True)
class Secret:
    """Something that the columns sent give away without anybody saying it.

    Attributes
    ----------
    key : str
        Its name in the code.
    columns : tuple of str
        Those of the columns sent that tell it.
    exposed : int
        How many pupils it is told about.
    """

    key: str
    columns: tuple[str, ...]
    exposed: int

    @property
    def name(self) -> str:
        """What is given away, in the reader's language."""
        return _(_SECRETS[self.key].name)

    def __str__(self) -> str:
        return ngettext("{secret} ({n} élève)", "{secret} ({n} élèves)", self.exposed).format(
            secret=self.name, n=number(self.exposed)
        )


@dataclass(frozen=True)
class _Told:
    """How a secret is read: its name, the columns that each tell it, and for whom they do."""

    name: str
    columns: tuple[str, ...]
    of: Callable[[np.ndarray], np.ndarray]


def _filled(cells: np.ndarray) -> np.ndarray:
    return np.asarray(cells != "", dtype=bool)


def _no_computer(cells: np.ndarray) -> np.ndarray:
    return np.array(["ordinateur" not in cell for cell in cells.tolist()], dtype=bool)


_SECRETS = {
    "two_homes": _Told(
        N_("deux adresses : « ses parents sont séparés »"),
        ("address2", "postcode2", "commune2"),
        _filled,
    ),
    "grant": _Told(N_("une bourse : « peu d’argent à la maison »"), ("scholarship",), np.asarray),
    "arrangement": _Told(
        N_("un aménagement : « un handicap ou une maladie »"), ("accommodation",), _filled
    ),
    "no_computer": _Told(N_("pas d’ordinateur pour travailler"), ("devices",), _no_computer),
    "home": _Told(N_("où habite l’élève"), ("address",), _filled),
    "phone": _Told(N_("le téléphone des parents"), ("guardian1_phone", "guardian2_phone"), _filled),
}


def secrets(school: School, columns: Iterable[str]) -> list[Secret]:
    """Give what the columns sent tell about the pupils' lives.

    A secret told is not always true: a grant is a fact, "this family is poor" is what a reader
    makes of it. What is counted here is whom the reader would say it about.

    Parameters
    ----------
    school : School
        The school whose file leaves.
    columns : iterable of str
        As for `broken`.

    Returns
    -------
    list of Secret
        Those that the columns give away, each with the pupils it exposes.

    Raises
    ------
    poucet.errors.PoucetError
        If a column is none of the school's.

    Examples
    --------
    >>> from poucet import School
    >>> for secret in secrets(School(seed=2), ["class", "scholarship", "commune2"]):
    ...     print(secret.key, secret.columns, secret.exposed)
    two_homes ('commune2',) 28
    grant ('scholarship',) 264
    """
    held = checked(columns)
    found = []
    for key, told in _SECRETS.items():
        through = tuple(column for column in told.columns if column in held)
        if through:
            about = np.zeros(school.size, dtype=bool)
            for column in through:
                about |= told.of(school.columns[column])
            found.append(Secret(key, through, int(np.count_nonzero(about))))
    return found


def singled_out(school: School, columns: Iterable[str]) -> int:
    """Count the pupils whom the columns sent single out, for someone who knows them.

    An opaque identifier differs for every pupil too, but says nothing to whoever has not the
    school's list: it is left aside.

    Parameters
    ----------
    school : School
        The school whose file leaves.
    columns : iterable of str
        As for `broken`.

    Returns
    -------
    int
        Pupils alone with their values; 0 when no column but an opaque identifier is sent.

    Raises
    ------
    poucet.errors.PoucetError
        If a column is none of the school's.

    Examples
    --------
    >>> from poucet import School
    >>> school = School(seed=2)
    >>> singled_out(school, ["class", "email"]), singled_out(school, ["class", "opaque_id"])
    (1100, 0)
    """
    held = [column for column in checked(columns) if column != OPAQUE_ID]
    if not held:
        return 0
    # codes are small whole numbers: the same classes as the text, counted sooner
    table = {name: school.codes.get(name, school.columns[name]) for name in held}
    return int(class_sizes(table, held).unique)


def checked(columns: Iterable[str]) -> list[str]:
    """Refuse what is no column of the school's file; give the others once each, in its order."""
    held = [columns] if isinstance(columns, str) else list(columns)
    known = (*COLUMNS, OPAQUE_ID)
    for column in held:
        if column not in known:
            raise _unknown(column, known)
    return [column for column in known if column in held]


def _unknown(column: object, known: tuple[str, ...]) -> PoucetError:
    # Python glues "ine" "email" into one text when the comma between them is forgotten.
    for first in known:
        second = str(column).removeprefix(first)
        if second != column and second in known:
            return PoucetError(
                _(
                    "La colonne « {name} » n’existe pas : il manque sans doute une virgule entre"
                    ' "{first}" et "{second}".'
                ).format(name=column, first=first, second=second)
            )
    return PoucetError(
        _(
            "La colonne « {column} » n’est pas dans le fichier du lycée : choisissez parmi {known}."
        ).format(column=column, known=", ".join(known))
    )
