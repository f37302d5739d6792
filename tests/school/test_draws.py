import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet.school.draws import SLOTS, Draws, slots, wheel


def test_turns_are_the_16_bit_pieces_of_pcg64_in_order():
    bits = np.random.PCG64(np.random.SeedSequence([5, 0]))  # crc32 of "" is 0
    words = [int(word) for word in bits.random_raw(2)]
    pieces = [word >> shift & 0xFFFF for word in words for shift in (0, 16, 32, 48)]
    assert Draws(5, "").turns(7).tolist() == pieces[:7]


def test_topics_and_seeds_are_drawn_apart():
    streams = {(seed, topic): Draws(seed, topic).turns(50) for seed in (1, 2) for topic in "ab"}
    assert len({stream.tobytes() for stream in streams.values()}) == 4


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=60).filter(any))
def test_a_wheel_shares_its_slots_in_proportion(weights):
    counts = np.bincount(wheel(tuple(weights)), minlength=len(weights))
    assert counts.sum() == SLOTS
    exact = np.array(weights) / sum(weights) * SLOTS
    assert np.abs(counts - exact).max() <= 1


def test_a_wheel_gives_the_values_asked_for():
    assert set(wheel((1, 2), (-1, 300)).tolist()) == {-1, 300}


def test_nobody_can_break_a_wheel_that_others_share():
    with pytest.raises(ValueError, match="read-only"):
        wheel((1, 1))[0] = 1


@pytest.mark.parametrize("share", [0.0, 0.118, 1.0])
def test_slots_hold_the_share(share):
    every_turn = np.arange(SLOTS, dtype=np.uint16)
    assert np.mean(every_turn < slots(share)) == pytest.approx(share, abs=1e-5)


@pytest.mark.parametrize("count", [0, 1, 7, 10_000])
def test_an_order_holds_everyone_once(count):
    assert sorted(Draws(1, "order").order(count).tolist()) == list(range(count))
