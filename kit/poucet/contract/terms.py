"""The contract between a school and a supplier, as clauses that a program can apply and judge."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from poucet.contract import clauses
from poucet.contract.clauses import SubProcessor
from poucet.exports.service import OPAQUE_ID, checked
from poucet.i18n import language
from poucet.typography import set_in_french

if TYPE_CHECKING:
    from poucet.contract.holding import Holding
    from poucet.school import School


@dataclass(frozen=True, kw_only=True)
class Contract:
    """What a supplier may hold of a school's pupils, what for, where, how long, and who else.

    The same service can be had under several contracts; what follows for a pupil is computed from
    the clauses alone. Four are ready: ``"grand_public"`` (the terms anybody accepts with a click),
    ``"education"`` (the terms of 2017 for schools), ``"ent"`` (an opaque identifier and few
    fields) and ``"charte"`` (everything that was asked for). All four are invented: they are like
    many, and are no firm's.

    Attributes
    ----------
    name : str
        Its short name; the opaque identifiers are drawn for the service of that name.
    title_fr, title_en : str
        Its title; `title` is the one in the reader's language.
    fields : tuple of str
        Columns of the school's file handed over, besides the identifier.
    identifier : {"ine", "email", "opaque"}
        What a pupil is called in the file and in the trail; opaque ones differ for each service.
    verbs : tuple of str
        What is kept of the trail.
    time : {"second", "hour", "day", "none"}
        How precisely its lines are dated.
    ip : {"whole", "cut", "none"}
        The address of each line; cut, its network is left (/24 in IPv4, /64 in IPv6).
    purposes : tuple of str
        What the data may serve.
    hosting : str
        The country where the supplier keeps them, as a two-letter code.
    retention_months : int
        How long they are kept after the pupil has left; 0 is at once.
    trail_months : int
        How long a line of the trail is kept, if its pupil has not left before.
    reply_days : int
        How soon the supplier answers who asks for her own data.
    erasure_reaches_copies : bool
        Whether what is erased is erased from backups and by declared sub-processors too.
    security : tuple of str
        What it does against theft.
    supervised : bool
        Whether the school has written precisely what it wants and may come and look.
    anonymised_unless_personalising : int
        Fewest pupils behind any figure used for another purpose than teaching one of them; 0 says
        nothing about it, and then the supplier calls "anonymous" what it likes.
    open_format, exclusive, sponsorship, published_source, returned_at_the_end, same_for_all : bool
        Data given back in an open format; data for this supplier alone; data as the price of a
        sponsorship; programs that anybody can read; everything given back at the end; the same
        service for every pupil, with nothing to pay and no profile.
    families_informed, fields_published, families_asked : bool
        Whether families are told, whether anybody can read the list of fields, whether families
        were asked to sign.
    subprocessors : tuple of SubProcessor
        To whom the supplier hands a part.

    Examples
    --------
    >>> charte = Contract.load("charte")
    >>> charte.identifier, charte.retention_months
    ('opaque', 3)
    >>> charte.replace(retention_months="toujours")
    Traceback (most recent call last):
    poucet.contract.clauses.WrongClause: La clause « retention_months » vaut "toujours" ; il faut un nombre entier de 0 à 600, sans guillemets.
    """  # noqa: E501 (a sentence)

    name: str
    title_fr: str
    title_en: str
    fields: tuple[str, ...]
    identifier: str
    verbs: tuple[str, ...]
    time: str
    ip: str
    purposes: tuple[str, ...]
    hosting: str
    retention_months: int
    trail_months: int
    reply_days: int
    erasure_reaches_copies: bool
    security: tuple[str, ...]
    supervised: bool
    anonymised_unless_personalising: int
    open_format: bool
    exclusive: bool
    sponsorship: bool
    published_source: bool
    returned_at_the_end: bool
    same_for_all: bool
    families_informed: bool
    fields_published: bool
    families_asked: bool
    subprocessors: tuple[SubProcessor, ...]

    def __post_init__(self) -> None:
        for key, value in clauses.checked(clauses.CLAUSES, vars(self)).items():
            object.__setattr__(self, key, value)

    @classmethod
    def load(cls, name_or_path: str | Path) -> Contract:
        """Read one of the four contracts by its name, or a class's own from its TOML file.

        Parameters
        ----------
        name_or_path : str or Path
            ``"grand_public"``, ``"education"``, ``"ent"``, ``"charte"``, or the path of a file
            that ends in ``.toml``. A file that begins with ``based_on = "charte"`` need only write
            the clauses in which it differs; `save` writes one with all of them.

        Returns
        -------
        Contract
            The contract.

        Raises
        ------
        poucet.errors.PoucetError
            If there is none, or a clause is wrong: the sentence names the file and the line.

        Examples
        --------
        >>> Contract.load("ent").hosting
        'FR'
        """
        from poucet.contract.reading import load

        return cls(**load(name_or_path))

    def replace(self, **changed: Any) -> Contract:
        """Give the same contract with other clauses.

        Raises
        ------
        poucet.errors.PoucetError
            If a clause does not exist or says what it may not.

        Examples
        --------
        >>> Contract.load("charte").replace(hosting="US").hosting
        'US'
        """
        return dataclasses.replace(self, **clauses.checked(clauses.CLAUSES, changed))

    def save(self, path: str | Path) -> None:
        """Write the contract in a new TOML file, with a comment for each clause, to be edited.

        Parameters
        ----------
        path : str or Path
            Where; a file that is there already is left alone.

        Raises
        ------
        poucet.errors.PoucetError
            If the name does not end in ``.toml``, is taken, or cannot be written.
        """
        from poucet.contract.writing import save

        save(self, path)

    def sentences(self) -> dict[str, str]:
        """Say the contract in words, for the charter that is printed and voted.

        Returns
        -------
        dict of str to str
            A sentence for each clause, in the reader's language.

        Examples
        --------
        >>> print(Contract.load("charte").sentences()["time"])
        Chaque ligne est datée au jour près.
        """
        from poucet.contract.words import sentence

        return {key: sentence(self, key) for key in clauses.CLAUSES if key not in clauses.NAMES}

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return self.title_en if language() == "en" else set_in_french(self.title_fr)

    @property
    def identifier_column(self) -> str:
        """The column that holds the identifier: ``ine``, ``email`` or ``opaque_id``."""
        return OPAQUE_ID if self.identifier == "opaque" else self.identifier

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column handed over: the identifier's first, then the fields in file order.

        Examples
        --------
        >>> Contract.load("charte").columns
        ('opaque_id', 'class')
        """
        first = self.identifier_column
        return (first, *(column for column in checked(self.fields) if column != first))

    @property
    def other_purposes(self) -> tuple[str, ...]:
        """The purposes that are neither teaching a pupil nor fitting her work to her."""
        return tuple(each for each in self.purposes if each not in clauses.PERSONAL_PURPOSES)

    def apply(self, school: School, weeks: int = 12) -> Holding:
        """Give what the supplier, and everyone it passes data on to, holds after some weeks.

        Parameters
        ----------
        school : School
            The school that signs on the first Monday of the trail, 7 September 2026.
        weeks : int, default 12
            Weeks of use, 1 to 15.

        Returns
        -------
        Holding
            The copies, on the last Sunday of these weeks.

        Raises
        ------
        poucet.errors.PoucetError
            If the number of weeks is not one of those.

        Examples
        --------
        >>> from poucet import School
        >>> held = Contract.load("charte").apply(School(seed=1, pupils=100), weeks=1)
        >>> list(held.columns)
        ['opaque_id', 'class']
        """
        from poucet.contract.holding import hold

        return hold(self, school, weeks)
