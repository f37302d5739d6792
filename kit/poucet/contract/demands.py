"""What was asked of whoever holds pupils' data: who asked it, when, and which clauses answer.

The demands are those of public texts, said again in the kit's words; the texts themselves are
longer and worth reading. `poucet.contract.checks` says how each is checked.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from poucet.i18n import N_, day
from poucet.i18n import gettext as _


@dataclass(frozen=True)
class Source:
    """A public text: who wrote it, and when."""

    author: str
    date: datetime.date | None

    def __str__(self) -> str:
        author = _(self.author)
        return f"{author}, {day(self.date)}" if self.date else author


CNIL_LETTER = Source(N_("Lettre de la CNIL, publiée par Next"), datetime.date(2017, 4, 12))
CNIL = Source("CNIL", datetime.date(2017, 5, 23))
FCPE = Source(N_("Communiqué de la FCPE"), datetime.date(2017, 5, 22))
SIF = Source("Société informatique de France", datetime.date(2017, 6, 16))
EDUNATHON = Source(N_("Questions d’EduNathon à la CNIL"), datetime.date(2016, 11, 10))
LETTER = Source(N_("Lettre de sept associations à deux ministres"), datetime.date(2017, 7, 7))
RGPD_NEEDED = Source(N_("RGPD, article 5(1)(c)"), None)
RGPD_TIME = Source(N_("RGPD, article 5(1)(e)"), None)
ENT_RULE = Source(N_("Arrêté sur les ENT, article 6"), datetime.date(2006, 11, 30))


@dataclass(frozen=True)
class Demand:
    """One thing asked, and the clauses that answer it.

    Attributes
    ----------
    key : str
        Its name in the code.
    source : Source
        Who asked it, and when.
    clauses : tuple of str
        The clauses of the contract that bear on it; none where no clause can.
    """

    key: str
    source: Source
    clauses: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What is asked, in the reader's language."""
        return _(_SENTENCES[self.key])

    def __str__(self) -> str:
        return f"{self.sentence} ({self.source})"


PLACES = ("hosting", "subprocessors")
# What decides whether an erasure reaches every copy: a buyer erases nothing, nor does a firm that
# nobody told.
REACH = ("erasure_reaches_copies", "subprocessors", "purposes")
DEMANDS = (
    Demand("cnil_no_commerce", CNIL, ("purposes",)),
    Demand("cnil_europe", CNIL, PLACES),
    Demand("cnil_security", CNIL, ("security",)),
    Demand("cnil_rights", CNIL, ("reply_days", *REACH)),
    Demand("cnil_no_prediction", CNIL_LETTER, ("purposes",)),
    Demand("sif_control", SIF, ("supervised",)),
    Demand("sif_europe", SIF, PLACES),
    Demand("sif_no_money", SIF, ("purposes", "sponsorship")),
    Demand("sif_anonymised", SIF, ("purposes", "anonymised_unless_personalising")),
    Demand("sif_shared", SIF, ("exclusive",)),
    Demand("sif_open_format", SIF, ("open_format",)),
    Demand("sif_open_programs", SIF, ("published_source",)),
    Demand("edunathon_informed", EDUNATHON, ("families_informed",)),
    Demand("edunathon_signed", EDUNATHON, ("families_asked",)),
    Demand("edunathon_text", EDUNATHON, ("families_asked",)),
    Demand("edunathon_known", EDUNATHON, ("fields_published",)),
    Demand("edunathon_where", EDUNATHON, ("fields_published", "subprocessors", "purposes")),
    Demand("fcpe_addresses", FCPE, ("fields", "identifier")),
    Demand("fcpe_nation", FCPE, PLACES),
    Demand("letter_equality", LETTER, ("same_for_all",)),
    Demand("letter_neutrality", LETTER, ("purposes", "sponsorship")),
    Demand("letter_continuity", LETTER, ("returned_at_the_end",)),
    Demand("letter_adaptability", LETTER, ()),
    Demand("letter_binding", LETTER, ("supervised",)),
    Demand("needed_only", RGPD_NEEDED, ("fields", "identifier", "verbs", "time", "ip")),
    Demand("accounts_end", ENT_RULE, ("retention_months", *REACH)),
    Demand("trail_ends", RGPD_TIME, ("trail_months", *REACH)),
)
# Clause → the demands it bears on: whoever changes that clause in a contract that meets all of
# them can make these fail, and no other.
BEARS_ON = {
    "fields": ("fcpe_addresses", "needed_only"),
    "identifier": ("fcpe_addresses", "needed_only"),
    "verbs": ("needed_only",),
    "time": ("needed_only",),
    "ip": ("needed_only",),
    "purposes": (
        "cnil_no_commerce", "cnil_rights", "cnil_no_prediction", "sif_no_money", "sif_anonymised",
        "edunathon_where", "letter_neutrality", "accounts_end", "trail_ends",
    ),
    "hosting": ("cnil_europe", "sif_europe", "fcpe_nation"),
    "retention_months": ("accounts_end",),
    "trail_months": ("trail_ends",),
    "reply_days": ("cnil_rights",),
    "erasure_reaches_copies": ("cnil_rights", "accounts_end", "trail_ends"),
    "security": ("cnil_security",),
    "supervised": ("sif_control", "letter_binding"),
    "anonymised_unless_personalising": ("sif_anonymised",),
    "open_format": ("sif_open_format",),
    "exclusive": ("sif_shared",),
    "sponsorship": ("sif_no_money", "letter_neutrality"),
    "published_source": ("sif_open_programs",),
    "returned_at_the_end": ("letter_continuity",),
    "same_for_all": ("letter_equality",),
    "families_informed": ("edunathon_informed",),
    "fields_published": ("edunathon_known", "edunathon_where"),
    "families_asked": ("edunathon_signed", "edunathon_text"),
    "subprocessors": (
        "cnil_europe", "cnil_rights", "sif_europe", "edunathon_where", "fcpe_nation",
        "accounts_end", "trail_ends",
    ),
}  # fmt: skip

_SENTENCES = {
    "cnil_no_commerce": N_("Les données scolaires ne servent à rien de commercial."),
    "cnil_europe": N_("Les données sont hébergées en France ou en Europe."),
    "cnil_security": N_("Les mesures de sécurité sont celles des normes en vigueur."),
    "cnil_rights": N_("Les droits des élèves et des familles sont respectés."),
    "cnil_no_prediction": N_("Les données ne servent pas à prédire le comportement d’un élève."),
    "sif_control": N_(
        "Si une entreprise héberge les données, c’est sur un cahier des charges précis et sous un "
        "contrôle serré."
    ),
    "sif_europe": N_("Les données sont stockées en Europe, où la loi européenne les protège."),
    "sif_no_money": N_(
        "Personne ne tire d’argent des données, pas même en échange d’un parrainage."
    ),
    "sif_anonymised": N_(
        "Hors de l’enseignement fait sur mesure pour un élève, les données sont anonymisées."
    ),
    "sif_shared": N_("Les données sont partagées, et non réservées à une seule entreprise."),
    "sif_open_format": N_("Les données sont dans un format libre, que d’autres outils lisent."),
    "sif_open_programs": N_(
        "Les programmes qui analysent les données sont libres et chacun peut les lire."
    ),
    # asked of parents and teachers: the clauses that a program reads here speak of families only
    "edunathon_informed": N_("Les parents et les enseignants ont-ils été informés ?"),
    "edunathon_signed": N_("A-t-on demandé aux parents et aux enseignants de signer un accord ?"),
    "edunathon_text": N_("Que dit le texte que les parents et les enseignants ont signé ?"),
    "edunathon_known": N_("Les parents et les enseignants savent-ils quelles données partent ?"),
    "edunathon_where": N_(
        "Quelles données sont prises, où sont-elles gardées, et pour combien de temps ?"
    ),
    "fcpe_addresses": N_("Les adresses des élèves sont anonymisées."),
    "fcpe_nation": N_("Les données restent sur des serveurs en France."),
    "letter_equality": N_("Égalité : le service est le même pour tous les élèves."),
    "letter_neutrality": N_("Neutralité : ni publicité, ni parrainage."),
    "letter_continuity": N_("Continuité : à la fin du contrat, tout revient à l’école."),
    "letter_adaptability": N_("Adaptabilité : le service suit les besoins des élèves."),
    "letter_binding": N_("Un cadre contraignant protège effectivement les données."),
    "needed_only": N_("Le fournisseur ne reçoit que ce qu’il lui faut pour le service demandé."),
    "accounts_end": N_(
        "Les données d’un compte sont effacées trois mois au plus après le départ de l’élève."
    ),
    "trail_ends": N_(
        "La trace n’est pas gardée plus longtemps qu’il ne faut : un an au plus, comme les "
        "connexions d’un service national récent."
    ),
}
