"""The eight lessons as the home page lists them: a title and the question of each."""

from __future__ import annotations

from dataclasses import dataclass

from poucet.i18n import N_
from poucet.i18n import gettext as _


@dataclass(frozen=True)
class Lesson:
    """One lesson: its French title and question, which `title` and `question` translate."""

    number: int
    title_fr: str
    question_fr: str

    @property
    def title(self) -> str:
        """Title in the reader's language."""
        return _(self.title_fr)

    @property
    def question(self) -> str:
        """Question in the reader's language."""
        return _(self.question_fr)


LESSONS = (
    Lesson(1, N_("L’annuaire s’en va"), N_("Qu’est-ce qui part de l’école, et qui en a besoin ?")),
    Lesson(2, N_("Suis-je unique ?"), N_("Trois indices suffisent-ils à vous trouver ?")),
    Lesson(3, N_("Les petits cailloux"), N_("Que racontent vos traces mises bout à bout ?")),
    Lesson(4, N_("Recoller les morceaux"), N_("Sans nom, est-ce anonyme ?")),
    Lesson(5, N_("Ce que la machine croit savoir"), N_("Et si la machine se trompe sur vous ?")),
    Lesson(6, N_("Combien valez-vous ?"), N_("Qui gagne quoi avec votre profil ?")),
    Lesson(7, N_("Protéger sans détruire"), N_("Peut-on cacher les élèves et garder l’utile ?")),
    Lesson(8, N_("La charte de confiance"), N_("Quelles règles signeriez-vous ?")),
)
