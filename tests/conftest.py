"""What all tests share: French unless they say otherwise, no settings of the machine.

Properties are tried on the same draws each time, so that a change is judged by what it changed;
``make hunt`` draws others, and more.
"""

import os

import pytest
from hypothesis import settings

os.environ["POUCET_LANG"] = "fr"
os.environ["MPLBACKEND"] = "agg"

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("hunt", max_examples=1000, deadline=None)
settings.load_profile("same")


def pytest_collection_modifyitems(items):
    """Begin with the files that take long: a worker left with one at the end would be alone."""
    long = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in long)


@pytest.fixture(autouse=True)
def french():
    """Give every test the kit's first language, whatever the test before has chosen."""
    from poucet import i18n

    with i18n.in_language("fr"):
        yield
