"""What a user reads after a mistake: one sentence, in both languages."""

import re

import pytest

from poucet.errors import PoucetError
from poucet.i18n import in_language


def refused(call, *words):
    """Check that the call fails with one sentence that holds these words, in both languages."""
    with pytest.raises(PoucetError) as french:
        call()
    with in_language("en"), pytest.raises(PoucetError) as english:
        call()
    for word in words:
        assert word in str(french.value)
    assert str(english.value) != str(french.value), "not translated"
    for message in (str(french.value), str(english.value)):
        assert message.endswith(".")
        assert not re.search(r"[.!?]\s[A-ZÀ-Þ]", message), "more than one sentence"
