"""The message that offers one place on one screen to the bidders, in the form the trade uses."""

from __future__ import annotations

import copy
import hashlib
import ipaddress
from typing import Any

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.market.auctions import check_rules
from poucet.market.segments import Household

SECOND_PRICE = 2  # BidRequest.at
AUDIENCE_1_1 = 4  # data.ext.segtax: IAB Audience Taxonomy 1.1
DEVICE_IDS = ("ifa", "macsha1", "macmd5", "dpidsha1", "dpidmd5", "didsha1", "didmd5")
PLACE = ("lat", "lon", "metro", "city", "zip")
ABOUT_USER = ("id", "buyeruid", "yob", "gender")
IPV4_KEPT, IPV6_KEPT = 24, 56  # bits


def bid_request(
    household: Household, profile: bool = True, floor: float = 0.0, seed: int = 0
) -> dict[str, Any]:
    """Write the bid request for a place on the screen of somebody in this household.

    An app opens. Before its page is drawn, this message goes to all bidders, who all can keep it,
    and only one of whom wins. It gives no name; it gives the address, the device and the shelves
    of the household.

    Parameters
    ----------
    household : Household
        One of `poucet.market.segments`.
    profile : bool
        Whether what the holder knows goes with it. If not, bidders learn the app, the country and
        the language.
    floor : float
        The lowest price, in dollars a thousand (CPM), although one impression is on sale.
    seed : int
        Of the identifiers.

    Returns
    -------
    dict
        A BidRequest of OpenRTB 2.6, ready for ``json.dumps``. Its hosts end in ``.example``, its
        addresses are those kept for documentation, and its identifiers belong to no device.

    Raises
    ------
    poucet.errors.PoucetError
        If the floor is no price or the household is none.

    Notes
    -----
    IAB Tech Lab, “OpenRTB 2.6”: ``id`` and ``imp`` are required, ``imp.bidfloor`` is a CPM,
    ``user.data.segment`` holds the segments and ``data.ext.segtax`` says of which taxonomy.

    Examples
    --------
    >>> from poucet.market import segments
    >>> home, = segments({"address": ["1 rue A"], "commune": ["Valmorne"]})
    >>> [shelf["id"] for shelf in bid_request(home)["user"]["data"][0]["segment"]]
    ['98', '127']
    >>> "user" in bid_request(home, profile=False)
    False
    """
    if not isinstance(household, Household):
        raise PoucetError(
            _(
                "bid_request attend un foyer, par exemple segments(directory)[0], et non {kind}."
            ).format(kind=type(household).__name__)
        )
    floor = check_rules(floor, "second")

    def opaque(what: str) -> str:
        return hashlib.sha256(f"{seed} {household.row} {what}".encode()).hexdigest()

    request: dict[str, Any] = {
        "id": opaque("request")[:32],
        "imp": [
            {
                "id": "1",
                "banner": {"w": 320, "h": 50},
                "bidfloor": floor,
                "bidfloorcur": "USD",
                "secure": 1,
            }
        ],
        "app": {
            "id": "1",
            "name": "Révisions",
            "bundle": "example.revisions",
            "domain": "revisions.example",
            "publisher": {"id": "1", "domain": "revisions.example"},
        },
        "device": {
            "ua": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36",
            "devicetype": 4,
            "language": "fr",
            "geo": {"country": "FRA"},
        },
        "at": SECOND_PRICE,
        "tmax": 100,
        "cur": ["USD"],
        "regs": {"coppa": 0, "gdpr": 1},
    }
    if not profile:
        return request
    device = request["device"]
    # 00000000-…: no system gives such a number to a device
    device["ifa"] = f"00000000-0000-0000-0000-{opaque('device')[:12]}"
    device["ip"] = f"203.0.113.{1 + int(opaque('address'), 16) % 254}"
    if ":" in household.address:
        device["ipv6"] = household.address
    device["geo"] |= {
        name: text
        for name, text in (("city", household.commune), ("zip", household.postcode))
        if text
    }
    shelves = [{"id": str(s.number), "name": s.name} for s in household.segments]
    request["user"] = {
        "id": opaque("user")[:32],
        "buyeruid": opaque("buyer")[:32],
        "data": [
            {
                "id": "1",
                "name": "courtier.example",
                "segment": shelves,
                "ext": {"segtax": AUDIENCE_1_1},
            }
        ],
    }
    return request


def child_rule(request: dict[str, Any]) -> dict[str, Any]:
    """Give the request as a server passes it on when the person is a child.

    The American law COPPA protects children under 13. Whoever sends the request declares the child
    (``regs.coppa = 1``); a server that plays by the rule then strikes what singles the child out.
    Nobody declares, nothing is struck; and the segments of the household are not on the list.

    Parameters
    ----------
    request : dict
        A BidRequest, such as `bid_request` gives.

    Returns
    -------
    dict
        A copy with ``regs.coppa`` at 1: without the device's identifiers, the user's identifiers,
        year of birth and gender, the point, city and postcode; the last 8 bits of an IPv4 address
        are 0, and all but the first 56 of an IPv6 one.

    Raises
    ------
    poucet.errors.PoucetError
        If it is no request.

    Notes
    -----
    The list is that of Prebid Server, a public server, in its documentation on privacy.

    Examples
    --------
    >>> struck = child_rule({"id": "1", "imp": [{"id": "1"}], "device": {"ip": "203.0.113.77"}})
    >>> struck["device"]["ip"], struck["regs"]["coppa"]
    ('203.0.113.0', 1)
    """
    if not isinstance(request, dict) or not request.get("imp"):
        raise PoucetError(
            _("child_rule attend une demande d’enchère, celle que donne bid_request.")
        )
    struck = copy.deepcopy(request)
    struck.setdefault("regs", {})["coppa"] = 1
    device, user = struck.get("device", {}), struck.get("user", {})
    for part, names in (
        (device, DEVICE_IDS),
        (user, ABOUT_USER),
        (device.get("geo", {}), PLACE),
        (user.get("geo", {}), PLACE),
    ):
        for name in names:
            part.pop(name, None)
    for name, bits in (("ip", IPV4_KEPT), ("ipv6", IPV6_KEPT)):
        if name in device:
            device[name] = str(
                ipaddress.ip_network(f"{device[name]}/{bits}", strict=False).network_address
            )
    return struck


def fields(request: dict[str, Any]) -> dict[str, Any]:
    """List the fields of a request by their paths, so that two can be compared.

    Examples
    --------
    >>> fields({"id": "1", "imp": [{"banner": {"w": 320}}]})
    {'id': '1', 'imp[0].banner.w': 320}
    """
    found: dict[str, Any] = {}

    def walk(value: Any, path: str) -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                walk(inner, f"{path}.{name}" if path else name)
        elif isinstance(value, list):
            for rank, inner in enumerate(value):
                walk(inner, f"{path}[{rank}]")
        else:
            found[path] = value

    walk(request, "")
    return found
