"""What "round the table" is played with: the clauses on the cards, and what each change brings.

Five people negotiate the "education" terms; six cards at most may be turned to the other side,
which says what the charter says. The numbers are the engine's, for the school of the lesson: they
are written here so that the cards print at once, and the tests count them again.
"""

from __future__ import annotations

# Clause → demands met in addition when it alone is changed, in the order of the cards.
GAINS = {
    "fields": 0,
    "identifier": 0,
    "time": 0,
    "ip": 0,
    "purposes": 2,
    "subprocessors": 2,
    "erasure_reaches_copies": 1,
    "supervised": 1,
    "fields_published": 2,
    "families_asked": 1,
}
MOST_CHANGES = 6
PUPILS = 1100
MET_AT_FIRST = 6
NO_LONGER_FOUND = ("fields", "identifier", "time", "ip")  # only together
EXAMPLE = (*NO_LONGER_FOUND, "purposes", "fields_published")
MET_IN_EXAMPLE = 11
NAMED_BY_THE_DUMP = 679
