"""The one kind of error a user of the kit can cause."""

from __future__ import annotations


class PoucetError(ValueError):
    """A mistake explained in one sentence, in the reader's language.

    The sentence says what came, what was expected and what to do. In a notebook only that sentence
    is shown: a class has no use for a traceback.

    Examples
    --------
    >>> raise PoucetError("La colonne « taille » n’existe pas.")
    Traceback (most recent call last):
    poucet.errors.PoucetError: La colonne « taille » n’existe pas.
    """

    def _render_traceback_(self) -> list[str]:
        """Give IPython the sentence alone (IPython calls this instead of its own traceback)."""
        return [f"→ {self}"]
