"""The words a screen uses for the columns of the tables."""

from __future__ import annotations

from poucet.i18n import N_
from poucet.i18n import gettext as _

COLUMNS = {
    "accommodation": N_("aménagements"),
    "address": N_("adresse"),
    "address2": N_("seconde adresse"),
    "birth_date": N_("date de naissance"),
    "birth_month": N_("mois et année de naissance"),
    "birth_year": N_("année de naissance"),
    "class": N_("classe"),
    "commune": N_("commune"),
    "commune2": N_("seconde commune"),
    "departement": N_("département"),
    "devices": N_("appareils"),
    "email": N_("adresse électronique"),
    "family_name": N_("nom de famille"),
    "given_name": N_("prénom"),
    "guardian1_phone": N_("téléphone du 1er responsable"),
    "guardian2_phone": N_("téléphone du 2e responsable"),
    "ine": N_("numéro national d’élève"),
    "level": N_("niveau"),
    "method": N_("méthode"),
    "opaque_id": N_("identifiant opaque"),
    "option": N_("option"),
    "postcode": N_("code postal"),
    "postcode2": N_("second code postal"),
    "regime": N_("régime"),
    "scholarship": N_("bourse"),
    "second_language": N_("seconde langue"),
    "sex": N_("sexe"),
    "transport": N_("transport"),
}


def label(column: str) -> str:
    """Give a column's name as a reader says it, or the column's own name if it has none.

    Examples
    --------
    >>> label("birth_date")
    'date de naissance'
    """
    return _(COLUMNS[column]) if column in COLUMNS else column
