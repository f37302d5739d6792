"""Second question of board 3: four moments of somebody's life, and how many pupils still fit."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.bet import Bet
from poucet.apps.singling_out import big
from poucet.apps.term_trail import (
    AT_HOME,
    AT_SCHOOL,
    ON_THE_MOVE,
    POINTS,
    Moment,
    without_year,
)
from poucet.apps.views import View
from poucet.exports.term import FIRST_MONDAY
from poucet.figures.class_sizes import crowd
from poucet.figures.html import as_html
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number, percent

if TYPE_CHECKING:
    from poucet.apps.avatar_field import AvatarField
    from poucet.apps.term_trail import TermTrail

SIZE = {"width": 8.2, "height": 2.4}
FIRST_DRAW = 5  # the one that leaves nobody but the pupil whom lesson 3 follows


class KnownMoments(View):
    """Tell a moment, bet how many pupils were there too, then press it to see who is left.

    Parameters
    ----------
    board : Board
        The board.
    trail : TermTrail
        The lines of the school's pupils.
    avatar : AvatarField
        Whose moments.
    """

    def __init__(self, board: Board, trail: TermTrail, avatar: AvatarField) -> None:
        super().__init__(board)
        self.trail, self.avatar = trail, avatar
        self.draw, self.told = FIRST_DRAW, 0
        self.usual = trail.share_alone()
        self.last_bet: int | None = None
        self.moments: list[Moment] = []
        self.left: list[int] = []  # how many fit after each moment
        self.heading = widgets.HTML()
        self.buttons = [widgets.Button().add_class("poucet-moment") for _turn in range(POINTS)]
        self.others = widgets.Button()
        self.question = widgets.HTML().add_class("poucet-asked")
        self.bet = Bet(trail.size)
        self.answer = widgets.HTML().add_class("poucet-answer").add_class("poucet-live")
        self.picture = widgets.HTML().add_class("poucet-picture")
        self.notes = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        controls = widgets.VBox([self.heading, *self.buttons, self.others]).add_class(
            "poucet-controls"
        )
        stage = widgets.VBox(
            [self.question, self.bet.row, self.answer, self.picture, self.notes]
        ).add_class("poucet-stage")
        self.box = widgets.HBox([controls, stage]).add_class("poucet-main")
        for rank, button in enumerate(self.buttons):
            button.on_click(partial(self._press, rank))
        self.others.on_click(self._draw_others)
        self.restart()

    def restart(self) -> None:
        """Begin with another pupil, or other moments."""
        self.told, self.last_bet = 0, None
        self.moments = self.trail.known_moments(self.avatar.number, self.draw)
        self.left = [
            len(self.trail.who_fits(self.moments[:count]))
            for count in range(1, len(self.moments) + 1)
        ]
        self.bet.restart()

    @safely
    def _press(self, rank: int, button: widgets.Button) -> None:
        self.told = min(rank, self.told) + 1  # moments are told in order
        self.last_bet = self.bet.value if self.bet.made else None
        self.bet.restart()
        self.write()

    @safely
    def _draw_others(self, button: widgets.Button) -> None:
        self.draw += 1
        self.restart()
        self.write()

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Quatre moments")

    def write(self) -> None:
        """Write every text in the language in use."""
        everyone = number(self.trail.size)
        asked = _("Sur {pupils} élèves, combien étaient là ?").format(pupils=everyone)
        known = _(
            "Un témoin a vu l’élève n° {pupil} en ligne : il sait où, et à quelle heure."
        ).format(pupil=self.avatar.number)
        self.question.value = f"<p>{escape(asked)}</p><p>{escape(known)}</p>"
        self.heading.value = f"<h2>{escape(_('Ce que sait le témoin'))}</h2>"
        for rank, button in enumerate(self.buttons):
            self._write_button(rank, button)
        self.others.description = _("Quatre autres moments")
        self.bet.name(_("Pari de la classe"))
        if self.told:
            self._write_left(self.left[self.told - 1])
            return
        self.answer.value = big(
            everyone,
            _("élèves sont possibles."),
            _("Levez la main, puis appuyez sur le premier moment."),
        )
        self._draw(self.trail.size, _("Une foule de cailloux : tous les élèves sont possibles."))
        self.notes.value = ""

    def _write_button(self, rank: int, button: widgets.Button) -> None:
        hidden = (
            _("premier moment"),
            _("deuxième moment"),
            _("troisième moment"),
            _("quatrième moment"),
        )[rank]
        shown = rank <= self.told and rank < len(self.moments)
        button.description = in_words(self.moments[rank]) if shown else hidden
        button.disabled = rank > self.told or rank >= len(self.moments)
        (button.add_class if rank < self.told else button.remove_class)("mod-active")

    def _write_left(self, left: int) -> None:
        words = ngettext("élève était là à ce moment.", "élèves étaient là à ce moment.", left)
        if self.told > 1:
            words = ngettext(
                "élève était là aux {moments} moments.",
                "élèves étaient là aux {moments} moments.",
                left,
            ).format(moments=self.told)
        bet = _("La classe avait parié {bet}.").format(bet=number(self.last_bet or 0))
        so_far = " → ".join(number(n) for n in (self.trail.size, *self.left[: self.told]))
        lines = [words, so_far, *([] if self.last_bet is None else [bet])]
        self.answer.value = big(number(left), *lines)
        said = ngettext(
            "Sur {pupils} élèves, {left} reste possible.",
            "Sur {pupils} élèves, {left} restent possibles.",
            left,
        ).format(pupils=number(self.trail.size), left=number(left))
        self._draw(left, said)
        if self.told == POINTS:
            usual = _(
                "Tirés au hasard, quatre moments de cette sorte désignent {share} des élèves."
            ).format(share=percent(self.usual))
            said = f"{said} {usual}"
        self.notes.value = f"<p>{escape(self._lesson(left))}</p><p>{escape(said)}</p>"

    def _draw(self, left: int, said: str) -> None:
        out = self.trail.size - left
        words = (
            ngettext("{count} possible", "{count} possibles", left).format(count=number(left)),
            ngettext("{count} écarté", "{count} écartés", out).format(count=number(out)),
        )
        self.picture.value = as_html(crowd(self.trail.size, left, words, **SIZE), said)

    def _lesson(self, left: int) -> str:
        if left == 1:
            lines = self.trail.count(self.avatar.number)
            return _("Une seule trace convient : ses {lines} lignes ont maintenant un nom.").format(
                lines=number(lines)
            )
        return _(
            "Nommer l’un des {left} au hasard, c’est se tromper {wrong} fois sur {left}."
        ).format(left=number(left), wrong=number(left - 1))


def in_words(moment: Moment) -> str:
    """Say a moment: ``mardi 15 septembre, entre 20 h et 21 h, à la maison``."""
    names = (
        _("lundi"), _("mardi"), _("mercredi"), _("jeudi"), _("vendredi"), _("samedi"),
        _("dimanche"),
    )  # fmt: skip
    day_number, hour = divmod(moment.slot, 24)
    where = {
        AT_SCHOOL: _("au lycée"),
        ON_THE_MOVE: _("en route"),
        AT_HOME: _("à la maison"),
    }[moment.where]
    return _("{weekday} {day}, entre {hour} et {next}, {where}").format(
        weekday=names[day_number % 7],
        day=without_year(FIRST_MONDAY + day_number),
        hour=_("{hour} h").format(hour=hour),
        next=_("{hour} h").format(hour=hour + 1) if hour < 23 else _("minuit"),
        where=where,
    )
