"""The colours of the kit: a forest, paper and pebbles; each figure also marks by shape or size."""

from __future__ import annotations

PAPER = "#FBF5E9"  # background of every board
INK = "#1D2B29"  # text: 13.6 to 1 on paper
FOREST = "#1F4D45"  # what one can press
EMBER = "#B23A0E"  # what is found: 5.5 to 1 on paper
STONE_TEXT = "#5A554B"  # secondary text: 6.8 to 1 on paper
WHITE = "#FFFFFF"
WEEKEND = "#EFE5D0"  # paper a little darker: a band behind, never a meaning by itself
# Steps of "more", each at least 1.4 times as dark as the last, ended by INK; the first is already
# 3 to 1 on a weekend.
SHADE_1, SHADE_2, SHADE_3 = "#6F8870", "#4D6F5C", "#2F5043"
