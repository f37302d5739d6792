"""What the judge says of a contract: one verdict a demand, with what shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from poucet.contract.demands import Demand
from poucet.contract.findings import FAIL, PASS, UNDECIDABLE, Clause, Evidence, Rows
from poucet.errors import PoucetError
from poucet.i18n import N_, ngettext, number
from poucet.i18n import gettext as _

if TYPE_CHECKING:
    from poucet.contract.terms import Contract

_MARKS = {PASS: "✓", FAIL: "✗", UNDECIDABLE: "?"}
_WORDS = {PASS: N_("tenu"), FAIL: N_("pas tenu"), UNDECIDABLE: N_("à débattre")}
_REMARKS = {
    "product": N_(
        "Le texte ne dit pas si améliorer son propre produit est un usage commercial : à vous d’en "
        "débattre."
    ),
    "europe": N_(
        "Le texte dit « en Europe » sans dire si c’est le continent, ou les pays où la loi "
        "européenne s’applique."
    ),
    "place": N_("Un programme voit dans quel pays sont les données, pas de quelle loi dépend "
                "l’entreprise qui les garde."),
    "promise": N_("Un programme lit une promesse ; il ne voit pas si elle sera tenue."),
    "together": N_(
        "Un chiffre sur plusieurs élèves n’en isole aucun ; il peut encore en dire long sur eux "
        "tous (leçon 7)."
    ),
    "free": N_(
        "Un programme publié peut être lu ; aucune clause ne dit s’il est libre, c’est sa licence "
        "qui le dit."
    ),
    "asked": N_(
        "C’est une question du collectif : une école publique s’appuie le plus souvent sur sa "
        "mission, non sur un accord signé (RGPD, article 6(1)(e))."
    ),
    "text": N_(
        "Un programme sait qu’un texte a été donné à signer ; il ne sait pas s’il était clair, ni "
        "ce que les familles en ont compris."
    ),
    "needs": N_(
        "Aucune clause ne le dit : seuls les élèves et les professeurs savent si le service les "
        "suit."
    ),
    "court": N_(
        "Le contrôle est prévu ; qu’il ait lieu, et que la clause contraigne vraiment, aucun "
        "programme ne le voit."
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Verdict:
    """One demand, and what the contract makes of it.

    Attributes
    ----------
    demand : Demand
        What was asked; `source` says by whom.
    status : {"pass", "fail", "undecidable"}
        Met, not met, or beyond a program.
    evidence : tuple of Clause or Rows
        The clauses at fault, then the cells that are held and should not be.
    remark : str
        Key of `why`.
    """

    demand: Demand
    status: str
    evidence: tuple[Evidence, ...]
    remark: str = ""

    @property
    def source(self) -> str:
        """Who asked it, and when, in the reader's language."""
        return str(self.demand.source)

    @property
    def status_name(self) -> str:
        """The status in the reader's language."""
        return _(_WORDS[self.status])

    @property
    def why(self) -> str:
        """Why a program cannot decide, or what it has not seen; empty where there is nothing."""
        return _(_REMARKS[self.remark]) if self.remark else ""

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses at fault."""
        return tuple(each for each in self.evidence if isinstance(each, Clause))

    @property
    def rows(self) -> tuple[Rows, ...]:
        """The cells at fault, one table of one copy each."""
        return tuple(each for each in self.evidence if isinstance(each, Rows))

    @property
    def reach(self) -> str:
        """How many pupils the cells at fault are about, and in how many copies they are."""
        pupils = len(set().union(*(np.unique(rows.avatars).tolist() for rows in self.rows)))
        copies = len({id(rows.copy) for rows in self.rows})
        return _("{pupils} dans {copies}").format(
            pupils=ngettext("{n} élève", "{n} élèves", pupils).format(n=number(pupils)),
            copies=ngettext("{n} copie", "{n} copies", copies).format(n=number(copies)),
        )

    def about(self, avatar: int) -> list[tuple[str, str, Any]]:
        """Give the offending cells about one pupil: copy, column, value.

        Parameters
        ----------
        avatar : int
            The number of the pupil.

        Returns
        -------
        list of tuple
            Empty if none is about that pupil.
        """
        return [cell for rows in self.rows for cell in rows.about(avatar)]

    def __str__(self) -> str:
        parts = [f"{_MARKS[self.status]} {self.demand}", *map(str, self.clauses)]
        if self.rows:
            parts.append(self.reach)
        return " — ".join(parts + ([self.why] if self.why else []))


@dataclass(frozen=True)
class Judgement:
    """All the verdicts on one contract, in the order of the demands.

    ``for verdict in judgement`` gives them one by one; ``judgement["cnil_europe"]`` gives one.
    """

    contract: Contract
    verdicts: tuple[Verdict, ...] = field(repr=False)

    def __iter__(self) -> Iterator[Verdict]:
        return iter(self.verdicts)

    def __len__(self) -> int:
        return len(self.verdicts)

    def __getitem__(self, key: str) -> Verdict:
        for verdict in self.verdicts:
            if verdict.demand.key == key:
                return verdict
        keys = ", ".join(verdict.demand.key for verdict in self.verdicts)
        raise PoucetError(
            _("La demande « {key} » n’existe pas ; choisissez parmi {keys}.").format(
                key=key, keys=keys
            )
        )

    def of(self, status: str) -> tuple[str, ...]:
        """Give the keys of the demands with this status.

        Parameters
        ----------
        status : {"pass", "fail", "undecidable"}
            Which.

        Returns
        -------
        tuple of str
            Keys, in the order of the demands.
        """
        return tuple(v.demand.key for v in self.verdicts if v.status == status)

    def __str__(self) -> str:
        met, broken, open_ = (len(self.of(s)) for s in (PASS, FAIL, UNDECIDABLE))
        sentence = _(
            "{title} : {n} demandes. Tenues : {met} ; pas tenues : {broken} ; qu’un programme ne "
            "peut pas trancher : {open}."
        )
        return sentence.format(
            title=self.contract.title, n=number(len(self)), met=met, broken=broken, open=open_
        )
