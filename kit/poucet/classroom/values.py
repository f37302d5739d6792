"""The words of a school's file said to a reader: the file is French, its reader may not be."""

from __future__ import annotations

from poucet.i18n import N_
from poucet.i18n import gettext as _

# Proper names, as communes, are in no list: they are said as they are.
_VALUES = {
    "F": N_("fille"),
    "M": N_("garçon"),
    **{
        value: value
        for value in (
            N_("allemand"),
            N_("anglais"),
            N_("chinois"),
            N_("espagnol"),
            N_("italien"),
            N_("japonais"),
            N_("occitan"),
            N_("portugais"),
            N_("russe"),
            N_("arts plastiques"),
            N_("cinéma-audiovisuel"),
            N_("création et innovation technologiques"),
            N_("droit et grands enjeux du monde"),
            N_("grec ancien"),
            N_("latin"),
            N_("management et gestion"),
            N_("mathématiques complémentaires"),
            N_("mathématiques expertes"),
            N_("musique"),
            N_("santé et social"),
            N_("sciences et laboratoire"),
            N_("section européenne"),
            N_("sport"),
            N_("théâtre"),
            N_("troisième langue"),
            N_("demi-pensionnaire"),
            N_("externe"),
            N_("interne"),
            N_("bus"),
            N_("car scolaire"),
            N_("scooter"),
            N_("train"),
            N_("vélo"),
            N_("voiture"),
            N_("à pied"),
            N_("accompagnant"),
            N_("plan d’accompagnement personnalisé"),
            N_("projet d’accueil individualisé"),
            N_("tiers-temps"),
            N_("tiers-temps, ordinateur"),
            N_("aucun"),
            N_("ordinateur"),
            N_("téléphone"),
            N_("téléphone, ordinateur"),
            N_("téléphone, ordinateur partagé"),
            N_("téléphone, ordinateur, tablette"),
            N_("téléphone, tablette"),
        )
    },
}


def said(value: str) -> str:
    """Give a cell of the school's file in the reader's language.

    Examples
    --------
    >>> said("F"), said("car scolaire"), said("Valmorne")
    ('fille', 'car scolaire', 'Valmorne')
    """
    return _(_VALUES[value]) if value in _VALUES else value
