"""The addresses a connection comes from: the school, the home, the other home, a mobile operator.

All belong to the ranges kept for documentation (RFC 5737, RFC 3849), so to nobody. A home has an
IPv6 network of its own (a /64) in which each device has its number; everybody at school goes out
through a few IPv4 addresses; a mobile operator hands out its own afresh each time.

The *place* is the network read from the address alone (/64 in IPv6, /24 in IPv4): whoever holds the
trail has it too, and nothing in it says what kind of place it is.
"""

from __future__ import annotations

import ipaddress

import numpy as np

from poucet.school.draws import Draws

SCHOOL, OPERATORS = "192.0.2", ("198.51.100", "203.0.113")
HOME = "2001:db8"

# An address is first a whole number: school rooms, then both operators, then homes.
MOBILE_KEYS, HOME_KEYS, HOSTS = 256, 1024, 32
STUDY_ROOM, BOARDING_HOUSE, FIRST_CLASSROOM, CLASSROOMS = 10, 12, 20, 14
SHARED_COMPUTER, FIRST_HOST, DEVICES_EACH = 8, 16, 3
_PREFIXES = 1 << 29


def mobile_key(operator: np.ndarray, host: np.ndarray) -> np.ndarray:
    """Give the number of the address that an operator (0 or 1) hands out (host from 1 to 254)."""
    return MOBILE_KEYS + 256 * operator.astype(np.int64) + host


def home_key(network: np.ndarray, host: np.ndarray) -> np.ndarray:
    """Give the number of the address of a device (host from 1 to 31) in a home's network."""
    return HOME_KEYS + HOSTS * network.astype(np.int64) + host


def spell_out(seed: int, keys: np.ndarray) -> tuple[list[str], list[str]]:
    """Write addresses and their places as text.

    Parameters
    ----------
    seed : int
        The school's seed: it scatters the homes over the range.
    keys : ndarray of int
        Numbers made by `mobile_key`, `home_key`, or a room of the school.

    Returns
    -------
    tuple of (list of str, list of str)
        The addresses, in the one spelling that RFC 5952 allows, and the network of each.

    Examples
    --------
    >>> spell_out(1, np.array([10, 300]))
    (['192.0.2.10', '198.51.100.44'], ['192.0.2.0/24', '198.51.100.0/24'])
    """
    odd, start = (int(word) for word in Draws(seed, "trail networks").words(2))
    addresses, places = [], []
    for key in keys.tolist():
        if key < HOME_KEYS:
            block = (SCHOOL, *OPERATORS)[key // 256]
            addresses.append(f"{block}.{key % 256}")
            places.append(f"{block}.0/24")
        else:
            network, host = divmod(key - HOME_KEYS, HOSTS)
            # An odd factor makes this one-to-one; neither group is ever 0.
            scattered = ((odd | 1) * network + start) % _PREFIXES
            prefix = f"{HOME}:{0x4000 + (scattered >> 15):x}:{2 * (scattered & 0x7FFF) + 1:x}"
            addresses.append(f"{prefix}::{host:x}")
            places.append(f"{prefix}::/64")
    return addresses, places


def place_of(address: str) -> str:
    """Read the place from an address, as whoever holds a trail can.

    Examples
    --------
    >>> place_of("2001:db8:5a2c:91f3::11"), place_of("192.0.2.24")
    ('2001:db8:5a2c:91f3::/64', '192.0.2.0/24')
    """
    kept = 64 if ":" in address else 24
    return str(ipaddress.ip_network(f"{address}/{kept}", strict=False))
