"""Where the pupils live: communes that do not exist, streets, second homes, guardians' phones.

Sixteen invented communes around the lycée of Valmorne. Their postcodes start with 96, which no
French commune bears; as in real life, small communes share one. Shares and distances are chosen by
the authors: two pupils in three live in the nearest three communes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from poucet.school.draws import Draws, slots, wheel
from poucet.school.identifiers import NUMBERS_A_BLOCK

NEAR, MIDDLE, FAR = 0, 1, 2


@dataclass(frozen=True)
class Commune:
    """An invented commune: its postcode, share of the pupils in 1,000, streets, and distance."""

    name: str
    postcode: str
    share: int
    streets: int
    distance: int


COMMUNES = (
    Commune("Valmorne", "96100", 380, 72, NEAR),
    Commune("Brévigny-sur-Aulne", "96120", 170, 40, NEAR),
    Commune("Aubeliers", "96110", 110, 30, NEAR),
    Commune("Courtemarche", "96130", 70, 22, MIDDLE),
    Commune("Montclairet", "96140", 55, 18, MIDDLE),
    Commune("Saint-Orin-le-Vieux", "96150", 45, 16, MIDDLE),
    Commune("La Ferté-Morvelle", "96160", 38, 14, MIDDLE),
    Commune("Pontarive", "96130", 30, 12, MIDDLE),
    Commune("Roquebrelle", "96170", 24, 11, FAR),
    Commune("Marsaugny", "96140", 20, 10, MIDDLE),
    Commune("Villefaye-les-Bois", "96180", 16, 9, FAR),
    Commune("Trévaline", "96170", 13, 8, FAR),
    Commune("Les Essarniers", "96190", 10, 7, FAR),
    Commune("Chantebrise", "96180", 8, 6, FAR),
    Commune("Fontanelle-la-Haute", "96190", 6, 5, FAR),
    Commune("Noirefond", "96190", 5, 4, FAR),
)
POSTCODES = sorted({commune.postcode for commune in COMMUNES})
COMMUNE_POSTCODES = np.array([POSTCODES.index(c.postcode) for c in COMMUNES], dtype=np.int16)

STREETS = tuple(
    """rue des Tilleuls|rue de la Fontaine|rue du Moulin|avenue de la Gare|rue de l’Église
rue des Écoles|place du Marché|rue du Lavoir|chemin des Vignes|rue Haute|rue Basse|rue des Lilas
allée des Cerisiers|rue du Stade|impasse des Mésanges|rue de la Mairie|rue des Jardins|rue Neuve
chemin du Ruisseau|rue du Four|rue des Acacias|rue du Pont|route de la Forêt|rue des Primevères
allée des Bouleaux|rue du Château|rue des Peupliers|boulevard du Nord|rue des Forges
rue de l’Abreuvoir
rue des Noisetiers|square des Marronniers|rue du Général-Aubin|rue du Docteur-Lanvin|rue Mère-Angèle
rue des Hirondelles|avenue des Sources|rue du Puits|rue de la Tannerie|chemin de la Garenne
rue des Glycines|impasse du Clos|rue de la Poterie|rue des Coquelicots|allée du Verger|rue du Port
quai des Bateliers|rue de la Paix|rue des Remparts|boulevard des Platanes|rue du Beffroi
rue du Canal
rue de la Liberté|rue de l’Avenir|rue des Alouettes|avenue du Parc|rue des Fougères|rue de la Source
rue des Charrons|rue du Théâtre|rue Jeanne-Morvan|rue Paul-Estève|allée des Iris|rue des Saules
rue de la Croix-Verte|rue du Couvent|rue des Prés|chemin de Halage|rue de la Scierie|rue du Soleil
cours des Halles|rue des Trois-Puits""".replace("\n", "|").split("|")
)
LAST_NUMBER = 96

TWO_HOMES_SAME_COMMUNE = 0.4
SECOND_GUARDIAN = (0.93, 0.74)  # has given a phone: parents together, parents apart
# (and always where the pupil lives in turn with both)
SECOND_IS_MOBILE, LANDLINE_WEIGHTS = 88, (3, 3, 2, 2, 2)  # in 100, region by region


@dataclass(frozen=True)
class Homes:
    """Every pupil's home as codes; 0 in the second home and in a phone means there is none.

    `address` and `address2` index `addresses`; `commune` indexes `COMMUNES`, and `commune2` the
    same list one further; the phones index `poucet.school.identifiers.phones`.
    """

    address: np.ndarray
    commune: np.ndarray
    address2: np.ndarray
    commune2: np.ndarray
    phone1: np.ndarray
    phone2: np.ndarray


@cache
def addresses() -> np.ndarray:
    """Give every address: none, then each number of each street."""
    lines = [f"{n} {street}" for street in STREETS for n in range(1, LAST_NUMBER + 1)]
    return np.array(["", *lines], dtype=object)


def draw_homes(
    seed: int, separated: np.ndarray, two_homes: np.ndarray, first: np.ndarray, second: np.ndarray
) -> Homes:
    """House the pupils; siblings share a home and their guardians' phones.

    Parameters
    ----------
    seed : int
        The school's seed.
    separated, two_homes : ndarray of bool
        Whether the parents live apart, and whether the pupil lives in turn with each.
    first, second : ndarray of int
        Rows of the pairs of siblings.

    Returns
    -------
    Homes
        Codes, one array a column.
    """
    draws, size = Draws(seed, "homes"), len(separated)
    commune = _commune(draws, size)
    address = _address(draws, commune)
    for column in (commune, address):
        column[second] = column[first]

    moved = np.flatnonzero(two_homes)
    commune2, address2 = np.zeros(size, np.int16), np.zeros(size, np.int16)
    there = _commune(draws, len(moved))
    stays = draws.turns(len(moved)) < slots(TWO_HOMES_SAME_COMMUNE)
    there[stays] = commune[moved[stays]]
    line = _address(draws, there)
    line = np.where(line == address[moved], line % LAST_NUMBER + 1, line)
    commune2[moved], address2[moved] = there + 1, line
    for column in (commune2, address2):
        column[second] = column[first]

    phone1, phone2 = _phones(draws, separated, two_homes)
    for column in (phone1, phone2):
        column[second] = column[first]
    return Homes(address, commune, address2, commune2, phone1, phone2)


def _commune(draws: Draws, size: int) -> np.ndarray:
    return wheel(tuple(commune.share for commune in COMMUNES))[draws.turns(size)]


def _address(draws: Draws, commune: np.ndarray) -> np.ndarray:
    """Draw a street of each commune and a number in it."""
    streets = np.array([c.streets for c in COMMUNES], dtype=np.int32)[commune]
    street = (streets * draws.turns(len(commune))) >> 16
    # Each commune starts its list of streets elsewhere: not all have a rue des Tilleuls.
    street += (np.arange(len(COMMUNES), dtype=np.int32) * 11 % len(STREETS))[commune]
    street = np.where(street < len(STREETS), street, street - np.int32(len(STREETS)))
    number = (np.int32(LAST_NUMBER) * draws.turns(len(commune))) >> 16
    return (1 + street * LAST_NUMBER + number).astype(np.int16)


def _phones(
    draws: Draws, separated: np.ndarray, two_homes: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Give the guardians their phones: up to 5,000 families, no two share one."""
    size = len(separated)
    shuffled = (draws.order(NUMBERS_A_BLOCK) + 1).astype(np.int32)
    phone1, phone2 = np.resize(shuffled[::2], size), np.resize(shuffled[1::2], size)
    block = wheel((SECOND_IS_MOBILE, *LANDLINE_WEIGHTS))[draws.turns(size)]
    phone2 += block.astype(np.int32) * np.int32(NUMBERS_A_BLOCK)
    given = draws.turns(size) < slots(SECOND_GUARDIAN)[separated.view(np.int8)]
    phone2 *= given | two_homes
    return phone1, phone2
