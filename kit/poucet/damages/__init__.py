"""The damage counter: what is done with pupils' data, in the same four figures everywhere.

Somebody holds data about the pupils of a school. How many are found again? How many have something
false said about them? How much money do they bring a year? And what is left of the good that the
data were for? Every lesson and every board answers with the same four words, so that two ways of
doing the same thing can be compared at a glance. A good one has small numbers, and a full last one.
"""

from __future__ import annotations

from poucet.damages.brought import euros_a_year
from poucet.damages.four_figures import Damage
from poucet.damages.held import damage
from poucet.damages.kept import usefulness
from poucet.damages.shown import counter, counter_list

__all__ = ["Damage", "counter", "counter_list", "damage", "euros_a_year", "usefulness"]
