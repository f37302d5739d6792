"""The same seed gives the same codes and the same held lines on every NumPy."""

import hashlib

from poucet.contract import Contract
from poucet.contract.identifiers import hashed, identifiers, opaque_ids
from poucet.school import School

SCHOOL = School(seed=1, pupils=40)


def test_the_same_seed_gives_the_same_codes():
    assert opaque_ids(SCHOOL, "ent")[:2].tolist() == ["2d95373c01bf6704", "b3f8561caa9fe584"]


def test_the_same_seed_gives_the_same_lines_in_the_same_order():
    codes, _ = Contract.load("charte").apply(SCHOOL, 2).trail_columns
    columns = ("time", "account", "verb", "object", "score", "duration", "device")
    assert tuple(codes) == columns
    little = [codes[name].astype(codes[name].dtype.newbyteorder("<")) for name in columns]
    digest = hashlib.sha256(b"".join(column.tobytes() for column in little)).hexdigest()
    assert digest[:16] == "24fd414ad77d0650"


def test_codes_are_all_different_in_a_large_school():
    codes = opaque_ids(School(seed=1, pupils=50_000), "charte")
    assert len(set(codes)) == 50_000


def test_an_identifier_that_is_not_an_address_is_hashed_alone():
    numbers = identifiers(SCHOOL, "ine", "any")
    wanted = [hashlib.sha1(number.encode()).hexdigest() for number in numbers]
    assert hashed(numbers, "ine").tolist() == wanted
