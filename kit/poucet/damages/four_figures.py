"""The four figures of the damage counter, and their words."""

from __future__ import annotations

from dataclasses import dataclass

from poucet.errors import PoucetError
from poucet.i18n import N_, euros, number, percent
from poucet.i18n import gettext as _

WORDS = {
    "found": N_("retrouvés"),
    "accused": N_("accusés à tort"),
    "euros": N_("euros par an"),
    "usefulness": N_("utilité gardée"),
}


@dataclass(frozen=True)
class Damage:
    """The four figures.

    Attributes
    ----------
    found : int
        Pupils whom the holder, or whoever gets a copy, can name or single out.
    accused : int
        Pupils of whom something false is said.
    euros : float
        What the pupils bring a year, all together: see `euros_a_year`.
    usefulness : float
        Share, between 0 and 1, of what the data were for that they still do: see `usefulness`.
    pupils : int
        How many pupils there are.
    """

    found: int
    accused: int
    euros: float
    usefulness: float
    pupils: int

    def __post_init__(self) -> None:
        for word, most in (("found", self.pupils), ("accused", self.pupils), ("usefulness", 1)):
            value = getattr(self, word)
            if not 0 <= value <= most:
                raise PoucetError(
                    _("Le compteur attend pour {word} un nombre de 0 à {most}, et non {value}.")
                    .format(word=word, most=most, value=value)
                )  # fmt: skip
        if not 0 <= self.euros < float("inf"):
            raise PoucetError(
                _("Le compteur attend une somme d’au moins 0 euro, et non {value}.").format(
                    value=self.euros
                )
            )

    def written(self) -> dict[str, str]:
        """Give the four figures as the reader's language writes them.

        Examples
        --------
        >>> from poucet.i18n import in_language
        >>> with in_language("en"):
        ...     list(Damage(36, 0, 11.7, 1, 1100).written().values())
        ['36', '0', '€11.70', '100%']
        """
        small = 0 < self.euros < 100
        return {
            "found": number(self.found),
            "accused": number(self.accused),
            "euros": euros(self.euros, 2 if small else 0),
            "usefulness": percent(self.usefulness),
        }

    def __str__(self) -> str:
        figures = self.written()
        said = [
            _("{name} : {value}").format(name=_(word), value=figures[key])
            for key, word in WORDS.items()
        ]
        return _("Sur {pupils} élèves, {figures}.").format(
            pupils=number(self.pupils), figures=", ".join(said)
        )
