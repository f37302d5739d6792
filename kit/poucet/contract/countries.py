"""Countries by their two-letter codes (ISO 3166-1), and those where European law protects data."""

from __future__ import annotations

from poucet.i18n import N_
from poucet.i18n import gettext as _

# The European Union and, with Iceland, Liechtenstein and Norway, the European Economic Area.
_EUROPE = (
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO"
)
EUROPE = frozenset(_EUROPE.split())
_CODES = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ "
    "BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM "
    "DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS "
    "GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN "
    "KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ "
    "MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM "
    "PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV "
    "SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI "
    "VN VU WF WS YE YT ZA ZM ZW"
)
CODES = frozenset(_CODES.split())
_NAMES = {
    "BE": N_("Belgique"),
    "CA": N_("Canada"),
    "CH": N_("Suisse"),
    "CN": N_("Chine"),
    "DE": N_("Allemagne"),
    "ES": N_("Espagne"),
    "FR": N_("France"),
    "GB": N_("Royaume-Uni"),
    "IE": N_("Irlande"),
    "IN": N_("Inde"),
    "IT": N_("Italie"),
    "LU": N_("Luxembourg"),
    "NL": N_("Pays-Bas"),
    "SG": N_("Singapour"),
    "US": N_("États-Unis"),
}


def country_name(code: str) -> str:
    """Give a country's name in the reader's language, or its code where the kit has no name.

    Examples
    --------
    >>> country_name("US"), country_name("NZ")
    ('États-Unis', 'NZ')
    """
    return _(_NAMES[code]) if code in _NAMES else code
