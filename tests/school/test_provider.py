"""Faker users get the kit's safe values."""

import re

import pytest
from faker import Faker

from poucet.school import PoucetProvider


@pytest.fixture
def fake():
    maker = Faker("fr_FR")
    maker.add_provider(PoucetProvider)
    maker.seed_instance(1)
    return maker


SHAPES = {
    "poucet_phone": r"06 39 98 \d\d \d\d",
    "poucet_ine": r"\d{10}Q",
    "poucet_uai": r"096\d{4}Q",
    "poucet_postcode": r"96\d{3}",
    "poucet_commune": r"[A-ZÉ][\w’ -]+",
    "poucet_street_address": r"\d+ [a-z][\w’ -]+",
    "poucet_address": r"\d+ .+, 96\d{3} [A-ZÉ].+",
    "poucet_given_name": r"[A-ZÀ-Ü].+",
    "poucet_family_name": r"[A-ZÀ-Ü].+",
    "poucet_email": r"[a-z-]+\.[a-z-]+@lycee-valmorne\.example",
}


@pytest.mark.parametrize(("method", "shape"), SHAPES.items())
def test_every_value_has_the_shape_of_what_belongs_to_nobody(fake, method, shape):
    values = [getattr(fake, method)() for _ in range(300)]
    assert all(re.fullmatch(shape, value) for value in values)
    assert len(set(values)) > 6


def test_every_method_is_looked_at():
    offered = {name for name in vars(PoucetProvider) if name.startswith("poucet_")}
    assert offered == {*SHAPES, "poucet_pupil"}


def test_fakers_seed_decides(fake):
    first = [fake.poucet_pupil() for _ in range(5)]
    fake.seed_instance(1)
    assert [fake.poucet_pupil() for _ in range(5)] == first
    fake.seed_instance(2)
    assert [fake.poucet_pupil() for _ in range(5)] != first


def test_landlines_come_from_the_five_regions(fake):
    prefixes = {fake.poucet_phone(landline=True)[:8] for _ in range(200)}
    assert prefixes == {"01 99 00", "02 61 91", "03 53 01", "04 65 71", "05 36 49"}


def test_a_given_name_follows_the_sex_asked_for(fake):
    girls = {fake.poucet_given_name("F") for _ in range(200)}
    boys = {fake.poucet_given_name("M") for _ in range(200)}
    assert "Emma" in girls - boys and "Lucas" in boys - girls


def test_a_pupil_is_consistent(fake):
    for _ in range(50):
        pupil = fake.poucet_pupil()
        local = pupil["email"].split("@")[0]
        assert local == fake.poucet_email(pupil["given_name"], pupil["family_name"]).split("@")[0]
        assert pupil["postcode"].startswith("96")
