"""A contract in words: one sentence a clause, as the printed charter and the lesson show it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from poucet.contract.countries import country_name
from poucet.i18n import N_, ngettext, number
from poucet.i18n import gettext as _
from poucet.labels import label

if TYPE_CHECKING:
    from poucet.contract.clauses import SubProcessor
    from poucet.contract.terms import Contract

_IDENTIFIERS = {
    "ine": N_("Chaque élève y est connu par son numéro national d’élève, le même partout."),
    "email": N_("Chaque élève y est connu par son adresse électronique, la même partout."),
    "opaque": N_(
        "Chaque élève y est connu par un code propre à ce service, que seul le lycée lit."
    ),
}
_TIMES = {
    "second": N_("Chaque ligne est datée à la seconde."),
    "hour": N_("Chaque ligne est datée à l’heure près."),
    "day": N_("Chaque ligne est datée au jour près."),
    "none": N_("Les lignes ne sont pas datées."),
}
_IPS = {
    "whole": N_("L’adresse IP est gardée entière : elle dit d’où l’élève se connecte."),
    "cut": N_("L’adresse IP est coupée : il reste le réseau, et souvent le domicile."),
    "none": N_("L’adresse IP n’est pas gardée."),
}
_VERBS = {
    "signed-in": N_("se connecter"),
    "signed-out": N_("se déconnecter"),
    "opened": N_("ouvrir"),
    "submitted": N_("rendre"),
    "answered": N_("répondre"),
    "messaged": N_("écrire à quelqu’un"),
    "searched": N_("chercher"),
    "watched": N_("regarder"),
}
_PURPOSES = {
    "teaching": N_("enseigner"),
    "personalising": N_("adapter le travail à l’élève"),
    "evaluating_methods": N_("comparer des méthodes d’enseignement"),
    "improving_product": N_("améliorer le produit"),
    "advertising": N_("montrer de la publicité"),
    "selling_records": N_("vendre des fiches"),
    "predicting": N_("prédire des comportements"),
}
_SECURITY = {
    "encrypted_transport": N_("données chiffrées en route"),
    "encrypted_storage": N_("données chiffrées une fois rangées"),
    "access_log": N_("registre de qui les lit"),
    "breach_notice_72h": N_("fuites annoncées en 72 heures"),
}
_RECEIVES = {"directory": N_("l’annuaire"), "trail": N_("la trace")}
# What a yes and a no say.
_YES_NO = {
    "erasure_reaches_copies": (
        N_(
            "Ce qui est effacé l’est aussi dans les sauvegardes et chez les sous-traitants "
            "déclarés."
        ),
        N_("Ce qui est effacé reste dans les sauvegardes et chez les sous-traitants."),
    ),
    "supervised": (
        N_("Le lycée a écrit un cahier des charges précis et peut venir vérifier."),
        N_("Le lycée ne peut pas vérifier ce que fait le fournisseur."),
    ),
    "open_format": (
        N_("Les données se récupèrent dans un format ouvert."),
        N_("Les données ne se récupèrent pas dans un format ouvert."),
    ),
    "exclusive": (
        N_("Les données sont réservées à ce seul fournisseur."),
        N_("Les données ne sont pas réservées à ce seul fournisseur."),
    ),
    "sponsorship": (
        N_("Les données sont le prix d’un parrainage."),
        N_("Aucun parrainage ne se paie en données."),
    ),
    "published_source": (
        N_("Les programmes qui analysent les données sont publiés."),
        N_("Les programmes qui analysent les données ne sont pas publiés."),
    ),
    "returned_at_the_end": (
        N_("À la fin du contrat, tout est rendu au lycée."),
        N_("À la fin du contrat, rien n’est rendu au lycée."),
    ),
    "same_for_all": (
        N_("Le service est le même pour tous, sans rien à payer ni profil."),
        N_("Le service change avec ce que l’élève paie ou avec son profil."),
    ),
    "families_informed": (
        N_("Les familles sont informées."),
        N_("Les familles ne sont pas informées."),
    ),
    "fields_published": (
        N_("La liste des colonnes et de leur usage est publiée."),
        N_("La liste des colonnes et de leur usage n’est pas publiée."),
    ),
    "families_asked": (
        N_("Une signature a été demandée aux familles."),
        N_("Aucune signature n’a été demandée aux familles."),
    ),
}


def _yes_or_no(key: str) -> Callable[[Contract], str]:
    def say(contract: Contract) -> str:
        yes, no = _YES_NO[key]
        return _(yes if getattr(contract, key) else no)

    return say


def _listed(words: list[str]) -> str:
    return ", ".join(words)


def _fields(contract: Contract) -> str:
    columns = [label(column) for column in contract.columns[1:]]
    if not columns:
        return _("Le fournisseur ne reçoit aucune colonne du fichier du lycée, sauf l’identifiant.")
    return _("Le fournisseur reçoit, en plus de l’identifiant : {columns}.").format(
        columns=_listed(columns)
    )


def _verbs(contract: Contract) -> str:
    if not contract.verbs:
        return _("Rien n’est noté de ce que fait l’élève.")
    verbs = _listed([_(_VERBS[verb]) for verb in contract.verbs])
    return _("Ces actions de l’élève sont notées : {verbs}.").format(verbs=verbs)


def _purposes(contract: Contract) -> str:
    if not contract.purposes:
        return _("Aucun usage des données n’est prévu.")
    purposes = _listed([_(_PURPOSES[purpose]) for purpose in contract.purposes])
    return _("Les données servent à ceci : {purposes}.").format(purposes=purposes)


def _retention(contract: Contract) -> str:
    months = contract.retention_months
    if not months:
        return _("Tout est effacé dès que l’élève quitte le lycée.")
    return ngettext(
        "Tout est effacé {n} mois après le départ de l’élève.",
        "Tout est effacé {n} mois après le départ de l’élève.",
        months,
    ).format(n=number(months))


def _trail_months(contract: Contract) -> str:
    months = contract.trail_months
    if not months:
        return _("Chaque ligne de la trace est effacée le jour même.")
    return ngettext(
        "Chaque ligne de la trace est effacée au bout de {n} mois.",
        "Chaque ligne de la trace est effacée au bout de {n} mois.",
        months,
    ).format(n=number(months))


def _reply(contract: Contract) -> str:
    days = contract.reply_days
    if not days:
        return _("Le fournisseur répond le jour même à qui demande ses données.")
    return ngettext(
        "Le fournisseur répond en {n} jour à qui demande ses données.",
        "Le fournisseur répond en {n} jours à qui demande ses données.",
        days,
    ).format(n=number(days))


def _security(contract: Contract) -> str:
    if not contract.security:
        return _("Aucune mesure de sécurité n’est promise.")
    measures = _listed([_(_SECURITY[measure]) for measure in contract.security])
    return _("Sécurité : {measures}.").format(measures=measures)


def _anonymised(contract: Contract) -> str:
    k = contract.anonymised_unless_personalising
    if not k:
        return _("Rien n’oblige à rendre les données anonymes pour les autres usages.")
    return ngettext(
        "Pour tout autre usage qu’enseigner, chaque chiffre porte sur au moins {n} élève.",
        "Pour tout autre usage qu’enseigner, chaque chiffre porte sur au moins {n} élèves.",
        k,
    ).format(n=number(k))


def _subprocessor(firm: SubProcessor) -> str:
    said = (
        _("{name} ({country}) reçoit {what} ; le lycée le sait.")
        if firm.declared
        else _("{name} ({country}) reçoit {what} ; le lycée ne le sait pas.")
    )
    what = _listed([_(_RECEIVES[table]) for table in firm.receives])
    return said.format(name=firm.name, country=country_name(firm.country), what=what)


def _subprocessors(contract: Contract) -> str:
    if not contract.subprocessors:
        return _("Le fournisseur ne confie rien à personne.")
    return " ".join(_subprocessor(firm) for firm in contract.subprocessors)


_SAY: dict[str, Callable[[Contract], str]] = {
    "fields": _fields,
    "identifier": lambda contract: _(_IDENTIFIERS[contract.identifier]),
    "verbs": _verbs,
    "time": lambda contract: _(_TIMES[contract.time]),
    "ip": lambda contract: _(_IPS[contract.ip]),
    "purposes": _purposes,
    "hosting": lambda contract: _(
        "Le fournisseur garde les données dans ce pays : {country}."
    ).format(country=country_name(contract.hosting)),
    "retention_months": _retention,
    "trail_months": _trail_months,
    "reply_days": _reply,
    "security": _security,
    "anonymised_unless_personalising": _anonymised,
    "subprocessors": _subprocessors,
    **{key: _yes_or_no(key) for key in _YES_NO},
}


def sentence(contract: Contract, clause: str) -> str:
    """Say one clause in a sentence of the reader's language."""
    return _SAY[clause](contract)
