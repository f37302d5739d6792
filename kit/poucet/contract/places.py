"""Where a demand wants data to be: in France, in Europe; and what it does not say."""

from __future__ import annotations

from poucet.contract.countries import EUROPE

# France, with those of its territories that belong to the European Union too.
FRANCE = frozenset(("FR", "GF", "GP", "MF", "MQ", "RE", "YT"))
EUROPEAN_LAW = EUROPE | FRANCE | {"AX"}  # Åland is Finland
# In Europe on a map, outside the European Economic Area: "in Europe" does not say which is meant.
EUROPE_ON_A_MAP = frozenset(
    (
        "AD", "AL", "BA", "BY", "CH", "FO", "GB", "GG", "GI", "IM", "JE", "MC", "MD", "ME",
        "MK", "RS", "SJ", "SM", "UA", "VA",
    )
)  # fmt: skip
