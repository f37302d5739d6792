"""The seeded noise of pictures: the same law, the same draws each time."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet.errors import PoucetError
from poucet.protect.noise_picture import noise_for_a_picture


@given(seed=st.integers(0, 2**32), size=st.integers(0, 50))
def test_the_same_seed_draws_the_same_noise(seed, size):
    one, other = (noise_for_a_picture(0.5, size, seed) for _time in range(2))
    assert len(one) == size and one.tolist() == other.tolist()


def test_the_draws_never_move():
    drawn = noise_for_a_picture(1, 10, seed=1).tolist()
    assert drawn == GOLDEN


GOLDEN = [-1, 3, 0, 1, 0, 0, 1, 0, 0, 0]


@pytest.mark.parametrize("epsilon", [0.1, 1, 3])
def test_the_shares_are_those_of_discrete_laplace(epsilon):
    drawn = noise_for_a_picture(epsilon, 100_000, seed=7)
    a = math.exp(-epsilon)
    for k in range(-3, 4):
        share = (1 - a) / (1 + a) * a ** abs(k)
        assert (drawn == k).mean() == pytest.approx(share, abs=5 * math.sqrt(share / 100_000))
    assert np.abs(drawn).mean() == pytest.approx(2 * a / (1 - a**2), rel=0.02)


@pytest.mark.parametrize("wrong", [0, -1, float("nan"), float("inf"), "1"])
def test_an_epsilon_that_is_none_is_refused(wrong):
    with pytest.raises(PoucetError, match="epsilon"):
        noise_for_a_picture(wrong, 1, seed=1)
