"""One example of every figure of the kit, by the name of its module."""

from types import SimpleNamespace

import numpy as np
import pytest

from poucet.attacks.portrait import portrait
from poucet.contract import timeline as years
from poucet.damages import Damage
from poucet.figures import (
    class_sizes,
    confusion,
    contracts,
    linkage,
    money,
    precision_recall,
    term_map,
    timeline,
    trade_off,
    two_worlds,
    unicity_curve,
)


def judged(*counts):
    return SimpleNamespace(confusion=np.array(counts).reshape(2, 2))


def sold(*prices):
    return SimpleNamespace(paid=np.array(prices), revenue=sum(prices) / 1000)


def one_term():
    """Give two weeks with every shade of the map: 1, 5, 9 and 14 lines an hour, two roofs."""
    start, minute = np.datetime64("2026-09-07T07:00"), np.timedelta64(1, "m")
    times, places = [], []
    for day in range(14):
        for hour, lines in ((0, 1), (3, 5), (8, 9), (14, 14)):
            begins = start + (day * 24 + hour) * 60 * minute
            times += [begins + one * minute for one in range(lines)]
            places += ["home" if day < 7 else "away"] * lines
    return np.array(times), np.array(places)


def _class_sizes():
    found = SimpleNamespace(rows=1100, unique=693)
    return class_sizes.sentence(found), class_sizes.figure(found)


def _confusion():
    score = judged(600, 60, 110, 330)
    return confusion.sentence(score), confusion.figure(score)


def _contracts():
    ways = {"A": Damage(1100, 275, 1000.0, 1.0, 1100), "B": Damage(110, 0, 250.0, 0.5, 1100)}
    return contracts.sentence(ways), contracts.figure(ways)


def _linkage():
    score = SimpleNamespace(found=361, missed=304, wrong=10)
    return linkage.sentence(score), linkage.figure(score)


def _money():
    parts = {"agency": 15, "dsp": 10, "exchange": 10, "data": 5, "publisher": 60}
    settled = SimpleNamespace(parts=parts, total=100)
    return money.sentence(settled), money.figure(settled)


def _precision_recall():
    scores = {1: judged(50, 50, 0, 10), 2: judged(90, 10, 2, 8), 3: judged(99, 1, 7, 3)}
    return precision_recall.sentence(scores, 2), precision_recall.figure(scores, 2)


def _term_map():
    times, places = one_term()
    found = portrait({"time": times, "place": places})
    return term_map.sentence(found), term_map.figure(times, found)


def _timeline():
    return timeline.sentence(years()), timeline.figure(years())


def _trade_off():
    steps = (trade_off.Step(1, 0.9, 1.0), trade_off.Step(2, 0.3, 0.8), trade_off.Step(5, 0.1, 0.5))
    found = trade_off.TradeOff("k", steps)
    return trade_off.sentence(found, 2), trade_off.figure(found, 2)


def _two_worlds():
    worlds = sold(1.0, 2.0, 3.0), sold(0.5, 3.0, 9.0)
    return two_worlds.sentence(*worlds), two_worlds.figure(*worlds)


def _unicity_curve():
    curves = {
        name: [SimpleNamespace(value=share) for share in shares]
        for name, shares in (("A", (0.65, 0.87)), ("B", (0.5, 0.7)), ("C", (0, 0.1)), ("D", (0, 0)))
    }
    return unicity_curve.sentence(curves), unicity_curve.figure(curves)


EXAMPLES = {
    make.__name__[1:]: make
    for make in (
        _class_sizes, _confusion, _contracts, _linkage, _money, _precision_recall, _term_map,
        _timeline, _trade_off, _two_worlds, _unicity_curve,
    )
}  # fmt: skip


@pytest.fixture(params=EXAMPLES)
def example(request):
    """Give the name of a figure's module, its sentence and its drawing."""
    return request.param, *EXAMPLES[request.param]()


@pytest.fixture(scope="session")
def examples():
    return EXAMPLES
