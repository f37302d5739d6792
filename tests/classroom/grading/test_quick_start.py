"""What is left out is missing for that long only."""

import importlib
import sys

import pytest

from poucet.classroom.grading.quick_start import without


def test_a_module_is_missing_and_then_there(monkeypatch):
    monkeypatch.delitem(sys.modules, "this", raising=False)
    with without("this"), pytest.raises(ModuleNotFoundError):
        importlib.import_module("this")
    assert "this" not in sys.modules


def test_what_is_imported_already_stays():
    with without("sys"):
        assert importlib.import_module("sys") is sys
