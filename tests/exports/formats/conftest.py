"""A trail's export as tests handle it: read, spoilt by hand, and refused with one sentence."""

from pathlib import Path

import pandas as pd
import pytest

from poucet.errors import PoucetError
from poucet.exports import read_export


class Spoilt:
    """The one file of a log's export, which a test may change."""

    def __init__(self, format: str, path: Path) -> None:
        self.format, self.path = format, path

    @property
    def lines(self) -> list[str]:
        return self.path.read_text(encoding="utf-8").split("\n")

    def rewrite(self, number: int, before: str, after: str) -> None:
        found = self.lines
        assert before in found[number - 1]
        found[number - 1] = found[number - 1].replace(before, after, 1)
        self.path.write_text("\n".join(found), encoding="utf-8", newline="\n")

    def unmark(self) -> None:
        (self.path.parent / "datapackage.json").unlink()

    def read(self, **how: bool) -> pd.DataFrame:
        return read_export(self.format, self.path.parent, **how)

    def refusal(self, **how: bool) -> str:
        return refused(self.format, self.path.parent, **how)

    def refuse_when_broken(self) -> None:
        """Check the answer to a file cut short, badly encoded, or gone."""
        text = self.path.read_bytes()
        self.path.write_bytes(text[:-40])
        assert f"ligne {len(text.splitlines())} " in self.refusal()
        self.path.write_bytes(b"\n".join(text.split(b"\n")[:-5]) + b"\n")
        assert "tronqué" in self.refusal()
        for unreadable in (text.decode().encode("utf-16"), text + b"\xff\n"):
            self.path.write_bytes(unreadable)
            assert "UTF-8" in self.refusal()
        self.path.unlink()
        assert self.path.name in self.refusal()


def refused(format: str, path: Path, **how: bool) -> str:
    with pytest.raises(PoucetError) as caught:
        read_export(format, path, **how)
    sentence = str(caught.value).replace("\xa0", " ")
    assert "\n" not in sentence
    return sentence


@pytest.fixture
def spoil():
    """Open an export's file for a test to spoil."""
    return Spoilt


@pytest.fixture(name="refused")
def refused_fixture():
    """Give the sentence that refuses a file."""
    return refused


@pytest.fixture
def same_trail():
    """Compare a trail read back with the one expected, however their texts are stored."""

    def compare(found: pd.DataFrame, expected: pd.DataFrame) -> None:
        pd.testing.assert_frame_equal(as_text(found), as_text(expected), check_dtype=False)

    def as_text(table: pd.DataFrame) -> pd.DataFrame:
        coded = [n for n in table if isinstance(table[n].dtype, pd.CategoricalDtype)]
        return table.astype(dict.fromkeys(coded, object))

    return compare
