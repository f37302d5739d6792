"""Bid requests against the attributes of OpenRTB 2.6, and the child rule."""

import copy
import ipaddress
import json
import re

import pytest

from poucet import PoucetError, School, directory
from poucet.exports import trail_columns
from poucet.market import bid_request, child_rule, segments
from poucet.market.bid_request import fields

# From the specification (sections 3.2.1 to 3.2.21), for the objects that are used: name and type.
SPECIFICATION = {
    "": {"id": str, "imp": ["imp"], "app": "app", "device": "device", "user": "user", "at": int,
         "tmax": int, "cur": [str], "regs": "regs"},
    "imp": {"id": str, "banner": "banner", "bidfloor": float, "bidfloorcur": str, "secure": int},
    "banner": {"w": int, "h": int},
    "app": {"id": str, "name": str, "bundle": str, "domain": str, "publisher": "publisher"},
    "publisher": {"id": str, "name": str, "domain": str},
    "device": {"geo": "geo", "ua": str, "ip": str, "ipv6": str, "devicetype": int,
               "language": str, "ifa": str},
    "geo": {"country": str, "city": str, "zip": str},
    "user": {"id": str, "buyeruid": str, "data": ["data"]},
    "data": {"id": str, "name": str, "segment": ["segment"], "ext": "ext"},
    "segment": {"id": str, "name": str},
    "ext": {"segtax": int},
    "regs": {"coppa": int, "gdpr": int},
}  # fmt: skip


def check(value, kind=""):
    """Follow the specification down a request; an attribute that it does not know is an error."""
    if isinstance(kind, list):
        assert isinstance(value, list) and value
        for inner in value:
            check(inner, kind[0])
    elif isinstance(kind, str):
        for name, inner in value.items():
            check(inner, SPECIFICATION[kind][name])
    else:
        assert type(value) is kind


@pytest.fixture(scope="module")
def homes():
    school = School(seed=2, pupils=120)
    return segments(directory(school), trail_columns(school, weeks=2))


@pytest.mark.parametrize("profile", [True, False])
def test_every_request_is_valid_and_travels_as_json(homes, profile):
    for home in homes[:40]:
        request = bid_request(home, profile, floor=0.1)
        check(request)
        check(child_rule(request))
        assert request["id"] and request["imp"][0]["id"]  # the two that are required
        assert json.loads(json.dumps(request)) == request


def test_the_profile_is_all_that_the_two_worlds_differ_by(homes):
    rich, poor = fields(bid_request(homes[0])), fields(bid_request(homes[0], profile=False))
    assert poor.items() <= rich.items()
    assert {path.split(".")[0] for path in rich.keys() - poor.keys()} == {"device", "user"}
    assert not any(word in json.dumps(poor) for word in ("Valmorne", "203.0.113", "user"))


def test_the_segments_are_those_of_the_household_under_the_right_taxonomy(homes):
    request = bid_request(homes[0])
    (data,) = request["user"]["data"]
    assert data["ext"]["segtax"] == 4
    assert [int(shelf["id"]) for shelf in data["segment"]] == homes[0].numbers
    assert request["device"]["geo"]["zip"] == homes[0].postcode
    empty = segments({"class": ["2de 1"]})[0]
    assert "user" in bid_request(empty)


def test_hosts_addresses_and_identifiers_belong_to_nobody(homes):
    for home in homes:
        request = bid_request(home)
        for host in re.findall(r"[\w-]+(?:\.[a-z][\w-]*)+", json.dumps(request["app"])):
            assert "example" in host.split(".")
        assert ipaddress.ip_address(request["device"]["ip"]) in ipaddress.ip_network(
            "203.0.113.0/24"
        )
        if "ipv6" in request["device"]:
            assert ipaddress.ip_address(request["device"]["ipv6"]) in ipaddress.ip_network(
                "2001:db8::/32"
            )
        assert request["device"]["ifa"].startswith("00000000-0000-0000-0000-")
    assert any("ipv6" in bid_request(home)["device"] for home in homes)


def test_two_households_and_two_seeds_have_their_own_identifiers(homes):
    seen = [bid_request(home, seed=seed)["user"]["id"] for home in homes for seed in (0, 1)]
    assert len(set(seen)) == len(seen)
    assert bid_request(homes[0]) == bid_request(homes[0])


def test_the_child_rule_strikes_its_list_and_nothing_else(homes):
    request = bid_request(homes[0])
    before, after = fields(request), fields(child_rule(request))
    changed = {path for path in before if after.get(path) != before[path]}
    assert changed == {
        "device.ifa", "device.ip", "device.ipv6", "device.geo.city", "device.geo.zip",
        "user.id", "user.buyeruid", "regs.coppa",
    }  # fmt: skip
    assert after.keys() <= before.keys()
    assert after["device.ip"] == "203.0.113.0"
    # the point of the exercise: the household stays on sale
    assert child_rule(request)["user"]["data"] == request["user"]["data"]


def test_the_whole_list_of_the_child_rule_on_a_request_that_has_it_all():
    ids = ["ifa", "macsha1", "macmd5", "dpidsha1", "dpidmd5", "didsha1", "didmd5"]
    place = ["lat", "lon", "metro", "city", "zip"]
    geo = dict.fromkeys([*place, "country"], "x")
    request = {
        "id": "1",
        "imp": [{"id": "1"}],
        "device": {**dict.fromkeys(ids, "x"), "ip": "192.0.2.255", "geo": dict(geo),
                   "ipv6": "2001:db8:7143:2395::10", "ua": "y"},
        "user": {"id": "u", "buyeruid": "b", "yob": 2010, "gender": "F", "geo": dict(geo),
                 "keywords": "k"},
    }  # fmt: skip
    kept = copy.deepcopy(request)
    assert child_rule(request) == {
        "id": "1",
        "imp": [{"id": "1"}],
        "device": {
            "ip": "192.0.2.0",
            "ipv6": "2001:db8:7143:2300::",
            "ua": "y",
            "geo": {"country": "x"},
        },
        "user": {"geo": {"country": "x"}, "keywords": "k"},
        "regs": {"coppa": 1},
    }
    assert request == kept


def test_twice_struck_is_once_struck(homes):
    once = child_rule(bid_request(homes[0]))
    assert child_rule(once) == once


@pytest.mark.parametrize("thing", [None, {}, {"id": "1"}, [1]])
def test_what_is_no_request_is_refused(thing):
    with pytest.raises(PoucetError, match="bid_request"):
        child_rule(thing)


def test_what_is_no_household_or_no_floor_is_refused(homes):
    with pytest.raises(PoucetError, match="foyer"):
        bid_request(3)
    with pytest.raises(PoucetError, match="plancher"):
        bid_request(homes[0], floor=-1)
