"""The same seed gives the same bytes on every NumPy: this file needs NumPy alone."""

import hashlib

from poucet.school.nation import Nation

GOLDEN = {
    "birth_date": "0cfd69d7b7840c5f99a7137510a8b3ab",
    "birth_month": "ae1642e9ac8f39ce2cb521a54a2c50ed",
    "birth_year": "b3df789829260a7172160016fc40cbd7",
    "sex": "428f5234b2cb4c51385af91d218f5908",
    "commune": "cf569277ed3579e5065d24e437a3bf80",
    "postcode": "1c25b5e0a0f9cfe6a52cb707cff3bdc4",
    "departement": "27a7b4f067fa2ae4f5c1b50646883238",
    "level": "75b737ab4f7a34c40b77cce2c7543443",
}


def sums(nation):
    return {
        column: hashlib.sha256(codes.astype(codes.dtype.newbyteorder("<")).tobytes()).hexdigest()[
            :32
        ]
        for column, codes in nation.codes.items()
    }


def test_the_same_seed_gives_the_same_bytes():
    assert sums(Nation(seed=1, pupils=200_000)) == GOLDEN


if __name__ == "__main__":
    test_the_same_seed_gives_the_same_bytes()
