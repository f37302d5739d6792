"""The shelves that audiences are sold on: segments of the IAB Audience Taxonomy 1.1.

IAB Tech Lab, “Audience Taxonomy 1.1”: numbers and English names are the taxonomy's. Its youngest
age band is 18–20: there is no shelf for a minor, only for the household she lives in.
"""

from __future__ import annotations

from poucet.i18n import N_
from poucet.i18n import gettext as _

AGE_18_20, FEMALE, MALE = 3, 49, 50
POSTCODE, GRANT_INCOME = 59, 63
PARENTS_WITH_CHILDREN = 98
ONE_ADULT, TWO_ADULTS = 122, 123
ONE_CHILD, TWO_CHILDREN, THREE_OR_MORE = 127, 128, 129
LANGUAGES, BIOLOGY, HISTORY, PHYSICS, SCOOTERS = 214, 218, 211, 231, 257

NAMES = {
    AGE_18_20: N_("de 18 à 20 ans"),
    FEMALE: N_("femme"),
    MALE: N_("homme"),
    POSTCODE: N_("code postal du domicile"),
    GRANT_INCOME: N_("revenu du foyer : de 15 000 à 19 999 dollars"),
    PARENTS_WITH_CHILDREN: N_("parents avec enfants"),
    ONE_ADULT: N_("un seul adulte au foyer"),
    TWO_ADULTS: N_("deux adultes au foyer"),
    ONE_CHILD: N_("un enfant"),
    TWO_CHILDREN: N_("deux enfants"),
    THREE_OR_MORE: N_("trois enfants ou plus"),
    LANGUAGES: N_("s’intéresse aux langues"),
    BIOLOGY: N_("s’intéresse à la biologie"),
    HISTORY: N_("s’intéresse à l’histoire"),
    PHYSICS: N_("s’intéresse à la physique"),
    SCOOTERS: N_("s’intéresse aux scooters"),
}
# The subjects as the trail's exercises spell them.
SUBJECTS = {"anglais": LANGUAGES, "svt": BIOLOGY, "histoire": HISTORY, "physique": PHYSICS}


def segment_name(number: int) -> str:
    """Give a segment's name in the reader's language.

    Examples
    --------
    >>> segment_name(98)
    'parents avec enfants'
    """
    return _(NAMES[number])
