"""What an assignment declares about itself, for the proofs that every assignment must pass.

One file an assignment, ``a2.py`` beside this one, says `PROOF = Proof(…)`: its points, the usual
mistakes with the only points they may cost, and the answers that are an avatar's own, counted a
second time without the assignment's own code.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Proof:
    """One assignment, as its tests know it.

    Attributes
    ----------
    name : str
        The assignment's name, ``"A2"``.
    points : dict of str to int
        Each graded cell by its name, in order, and its points.
    written : tuple of str
        Those of the graded cells that the teacher marks.
    mistakes : dict of str to (str, str)
        For each automatic test: the answer's cell, and what a pupil adds under the solution there
        so that this test fails, and only this one.
    own : dict of str to (str, str)
        The tests whose answer is a value of one avatar's files: its cell and its variable.
    count : callable
        Avatar → the value of each test of `own`, counted by hand.
    portable : frozenset of str
        The tests that a neighbour's whole notebook still passes: functions, right anywhere.
    quoted : tuple of str
        The tests of `own` whose value, for avatar 7, the model of the written answer quotes.
    """

    name: str
    points: dict[str, int]
    written: tuple[str, ...]
    mistakes: dict[str, tuple[str, str]]
    own: dict[str, tuple[str, str]]
    count: Callable[[int], dict[str, Any]]
    portable: frozenset[str]
    quoted: tuple[str, ...]

    @property
    def automatic(self) -> set[str]:
        """The tests that nbgrader runs by itself."""
        return set(self.points) - set(self.written)

    def together(self) -> list[dict[str, tuple[str, str]]]:
        """Share out the mistakes over a few hand-ins: no two of a hand-in are in the same cell."""
        hand_ins: list[dict[str, tuple[str, str]]] = []
        for test, (cell, lines) in self.mistakes.items():
            for wrong in hand_ins:
                if all(cell != other for other, _ in wrong.values()):
                    break
            else:
                hand_ins.append(wrong := {})
            wrong[test] = cell, lines
        return hand_ins
