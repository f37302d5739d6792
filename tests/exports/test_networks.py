"""Addresses belong to nobody, are spelled as they should be, and places can be read from them."""

import ipaddress

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from poucet.exports import networks

NOBODYS = [
    ipaddress.ip_network(text)
    for text in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
]


keys_in_use = (
    st.integers(1, 254)
    | st.builds(
        lambda o, h: networks.MOBILE_KEYS + 256 * o + h, st.integers(0, 1), st.integers(1, 254)
    )
    | st.builds(
        lambda n, h: networks.HOME_KEYS + 32 * n + h, st.integers(0, 2**28), st.integers(1, 31)
    )
)


@given(seed=st.integers(0, 2**64), keys=st.lists(keys_in_use, unique=True, max_size=40))
def test_every_address_is_for_documentation_and_canonical(seed, keys):
    addresses, places = networks.spell_out(seed, np.array(keys, dtype=np.int64))
    for text, place in zip(addresses, places, strict=True):
        address = ipaddress.ip_address(text)
        assert str(address) == text
        assert sum(address in network for network in NOBODYS if network.version == address.version)
        assert address in ipaddress.ip_network(place)
        assert networks.place_of(text) == place


def test_each_home_has_a_network_of_its_own():
    homes = np.arange(20_000)
    first = networks.home_key(homes, np.full(len(homes), networks.FIRST_HOST))
    _, places = networks.spell_out(5, first)
    assert len(set(places)) == len(homes)
    _, again = networks.spell_out(5, first[:50] + 1)
    assert again == places[:50]


def test_another_seed_scatters_the_homes_elsewhere():
    key = networks.home_key(np.arange(100), np.full(100, 16))
    assert not set(networks.spell_out(1, key)[1]) & set(networks.spell_out(2, key)[1])
