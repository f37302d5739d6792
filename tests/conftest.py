"""What all tests share: French unless they say otherwise, no settings of the machine."""

import os

import pytest

os.environ["POUCET_LANG"] = "fr"
os.environ["MPLBACKEND"] = "agg"


@pytest.fixture(autouse=True)
def french():
    """Give every test the kit's first language, whatever the test before has chosen."""
    from poucet import i18n

    with i18n.in_language("fr"):
        yield
