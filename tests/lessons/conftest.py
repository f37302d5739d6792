"""What the tests of every lesson begin with: the lessons' school, and both languages."""

import pytest

from poucet import School


@pytest.fixture(params=["fr", "en"])
def language(request):
    return request.param


@pytest.fixture(scope="session")
def school():
    return School(seed=2)
