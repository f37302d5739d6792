"""What browsers say of themselves: the name of the device, in every line of a web server's log.

The texts have the form of real ones; the names of phones and tablets are invented. A device keeps
its text all term, so that it tells people apart a little: who has the only tablet of a class is
soon found.
"""

from __future__ import annotations

_MOZILLA = "Mozilla/5.0 "
_CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "
_SAFARI = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 "

# The values of the trail's device, and the browsers of such devices.
AGENTS: dict[str, tuple[str, ...]] = {
    "téléphone": (
        f"{_MOZILLA}(Linux; Android 16; Galet 7) {_CHROME}Mobile Safari/537.36",
        f"{_MOZILLA}(Linux; Android 15; Galet 5a) {_CHROME}Mobile Safari/537.36",
        f"{_MOZILLA}(Linux; Android 14; Miette X2) {_CHROME}Mobile Safari/537.36",
        f"{_MOZILLA}(iPhone; CPU iPhone OS 26_0 like Mac OS X) {_SAFARI}Mobile/15E148 Safari/604.1",
        f"{_MOZILLA}(Android 16; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0",
    ),
    "ordinateur": (
        f"{_MOZILLA}(Windows NT 10.0; Win64; x64) {_CHROME}Safari/537.36",
        f"{_MOZILLA}(Windows NT 10.0; Win64; x64) {_CHROME}Safari/537.36 Edg/140.0.0.0",
        f"{_MOZILLA}(Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0",
        f"{_MOZILLA}(Macintosh; Intel Mac OS X 10_15_7) {_SAFARI}Safari/605.1.15",
        f"{_MOZILLA}(X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
    ),
    "tablette": (
        f"{_MOZILLA}(iPad; CPU OS 26_0 like Mac OS X) {_SAFARI}Mobile/15E148 Safari/604.1",
        f"{_MOZILLA}(Linux; Android 15; Ardoise Tab 10) {_CHROME}Safari/537.36",
    ),
    "poste du lycée": (
        f"{_MOZILLA}(X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 PosteValmorne/2",
    ),
}
_KNOWN = {agent: device for device, agents in AGENTS.items() for agent in agents}


def device_of(agent: str) -> str:
    """Read the kind of device from what a browser says of itself.

    Examples
    --------
    >>> device_of("Mozilla/5.0 (Android 14; Mobile; rv:120.0) Gecko/120.0 Firefox/120.0")
    'téléphone'
    """
    if agent in _KNOWN:
        return _KNOWN[agent]
    if "iPad" in agent or "Tab" in agent:
        return "tablette"
    return "téléphone" if "Mobi" in agent else "ordinateur"
