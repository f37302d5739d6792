"""Board 2, “Am I unique?”: choose clues, bet with a show of hands, then see who is alone."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.populations import BIRTH, PLACE, Found, Population, populations
from poucet.damages import Damage, counter_list, usefulness
from poucet.figures.class_sizes import figure, figure_before, pupils, sentence, share
from poucet.figures.html import as_html
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number, percent
from poucet.labels import label

FIGURE = {"width": 8.2, "height": 2.7}
FIGURE_BEFORE = {"width": 8.2, "height": 3.7}  # the notes are not there yet
SINGLE_CLUES = ("sex", "level", "second_language", "option", "commune", "regime")


def prepare() -> None:
    """Draw the school and one figure before anyone comes: both are slow the first time only."""
    school = populations()["school"]
    as_html(figure(school.find(["birth_date", "sex"])), "")


def open_board() -> SinglingOut:
    """Build the board."""
    return SinglingOut(populations())


class SinglingOut(Board):
    """Wire the clues, the bet and the answer together.

    Parameters
    ----------
    crowds : dict of str to Population
        The class, the school and the nation.
    """

    def __init__(self, crowds: dict[str, Population]) -> None:
        super().__init__(2)
        self.crowds = crowds
        self.revealed = False
        self.bet_made = False
        self.who = widgets.ToggleButtons(options=[("", name) for name in crowds], value="school")
        self.birth = widgets.ToggleButtons(
            options=[("", key) for key in ("", *BIRTH)], value=BIRTH[2]
        )
        self.place = widgets.ToggleButtons(options=[("", key) for key in ("", *PLACE)], value="")
        self.single = {name: widgets.ToggleButton(value=name == "sex") for name in SINGLE_CLUES}
        self.bet = widgets.BoundedIntText(value=0, min=0, max=self.highest)
        self.slider = widgets.IntSlider(
            value=0, min=0, max=self.highest, readout=False, continuous_update=False
        )
        self.button = widgets.Button().add_class("poucet-reveal")
        self.question = widgets.HTML().add_class("poucet-asked")
        self.answer = widgets.HTML().add_class("poucet-answer").add_class("poucet-live")
        self.picture = widgets.HTML().add_class("poucet-picture")
        self.notes = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        self.clue_words = widgets.HTML()
        self.counter = widgets.HTML().add_class("poucet-counter").add_class("poucet-live")
        for chooser in (self.who, self.birth, self.place):
            chooser.add_class("poucet-chooser")
        for toggle in self.single.values():
            toggle.add_class("poucet-clue")
        clues = widgets.HBox(list(self.single.values())).add_class("poucet-clues")
        controls = widgets.VBox(
            [self.who, self.clue_words, self.birth, self.place, clues, self.counter]
        ).add_class("poucet-controls")
        bet = widgets.HBox([self.bet, self.slider, self.button]).add_class("poucet-bet")
        stage = widgets.VBox([self.question, bet, self.answer, self.picture, self.notes]).add_class(
            "poucet-stage"
        )
        self._listen()
        self.page = self.show(widgets.HBox([controls, stage]).add_class("poucet-main"))

    def _listen(self) -> None:
        self.who.observe(self._change_crowd, names="value")
        for clue in (self.birth, self.place, *self.single.values()):
            clue.observe(self._change_clues, names="value")
        self.bet.observe(self._type_bet, names="value")
        self.slider.observe(self._slide_bet, names="value")
        self.button.on_click(self._press)

    # What is chosen

    @property
    def crowd(self) -> Population:
        """The crowd in which one looks."""
        return self.crowds[self.who.value]

    @property
    def in_percent(self) -> bool:
        """Whether the bet is a share: nobody bets in millions."""
        return self.crowd.rows > 10_000

    @property
    def highest(self) -> int:
        """The highest bet."""
        return 100 if self.in_percent else self.crowd.rows

    @property
    def columns(self) -> list[str]:
        """The columns that the chosen clues give away."""
        place = [self.place.value] if self.crowd.places else []
        single = [name for name in self.crowd.clues if self.single[name].value]
        return [name for name in (self.birth.value, *place, *single) if name]

    # What the class does

    @safely
    def _change_crowd(self, change: dict[str, Any]) -> None:
        if self.who.value is None:  # forged: the page's own buttons always choose
            with self.quietly():
                self.who.value = "school"
        self.revealed = self.bet_made = False
        self._keep_bet(0)
        self.write()

    @safely
    def _change_clues(self, change: dict[str, Any]) -> None:
        self._write_stage()

    @safely
    def _type_bet(self, change: dict[str, Any]) -> None:
        self._place_bet(change["new"])

    @safely
    def _slide_bet(self, change: dict[str, Any]) -> None:
        self._place_bet(change["new"])

    @safely
    def _press(self, button: widgets.Button) -> None:
        self.revealed = not self.revealed
        self._write_stage()

    def _place_bet(self, value: int) -> None:
        self.bet_made = True
        self._keep_bet(value)
        if self.revealed:
            self._write_stage()

    def _keep_bet(self, value: int) -> None:
        """Keep the field and the slider together, within bounds that a page cannot move."""
        with self.quietly():
            for control in (self.bet, self.slider):
                with control.hold_trait_notifications():  # bounds and value are checked together
                    control.min, control.max = 0, self.highest
                    control.value = min(max(value, 0), self.highest)

    # What the board says

    def title(self) -> str:
        """Give the board's title."""
        return _("Suis-je unique ?")

    def write(self) -> None:
        """Write every text in the language in use."""
        super().write()
        everyone = {
            "class": _("une classe"),
            "school": _("le lycée"),
            "nation": _("la France"),
        }
        self.rename(self.who, _("Parmi"), [everyone[name] for name in self.crowds])
        self.rename(self.birth, _("Naissance"), [_("rien"), _("année"), _("mois"), _("jour")])
        self.rename(self.place, _("Lieu"), [_("rien"), *(label(column) for column in PLACE)])
        for name, toggle in self.single.items():
            toggle.description = label(name)
            toggle.layout.display = None if name in self.crowd.clues else "none"
        self.place.layout.display = None if self.crowd.places else "none"
        self.clue_words.value = f"<h2>{escape(_('Ce qu’on sait de vous'))}</h2>"
        self.bet.description = self.slider.description = (
            _("Pari de la classe (%)") if self.in_percent else _("Pari de la classe")
        )
        self._write_stage()

    def _write_stage(self) -> None:
        asked = _("Sur {pupils}, combien sont seuls ?").format(pupils=pupils(self.crowd.rows))
        clues = ", ".join(label(column) for column in self.columns) or _("aucun indice")
        known = _("avec : {clues}").format(clues=clues)
        self.question.value = f"<p>{escape(asked)}</p><p>{escape(known)}</p>"
        self.button.description = _("Nouveau pari") if self.revealed else _("Révéler")
        if self.revealed:
            self._write_found(self.crowd.find(self.columns))
            return
        self.answer.value = big("?", _("Levez la main, puis révélez."))
        self.picture.value = as_html(
            figure_before(self.crowd.rows, **FIGURE_BEFORE),
            _("Une foule de cailloux : on ne sait pas encore qui est seul."),
        )
        self.notes.value = self.counter.value = ""

    def _write_found(self, found: Found) -> None:
        count = 2 if self.in_percent else found.unique  # a share is said in the plural
        alone = ngettext("est seul à réunir ces indices", "sont seuls à réunir ces indices", count)
        self.answer.value = big(self._amount(found.unique), alone, *self._bet_told())
        said = sentence(found)
        self.picture.value = as_html(figure(found, **FIGURE), said)
        self.notes.value = f"<p>{escape(self._cost(found))}</p><p>{escape(said)}</p>" + (
            f'<p class="poucet-source">{escape(source())}</p>' if self.crowd.places else ""
        )
        intro = escape(_("Un nom deviné pour chaque ligne du fichier, et voilà :"))
        self.counter.value = f"<p>{intro}</p>{counter_list(self._damage(found))}"

    def _damage(self, found: Found) -> Damage:
        """Count: one name on each row, so many right, so many wrongly accused.

        In a class of n pupils a name is right with chance 1/n: over all rows, one a class.
        """
        return Damage(
            found=found.classes,
            accused=found.rows - found.classes,
            euros=self.crowd.worth(tuple(self.columns)),
            usefulness=usefulness(self.columns),
            pupils=found.rows,
        )

    def _amount(self, count: int) -> str:
        return share(count, self.crowd.rows) if self.in_percent else number(count)

    def _bet_told(self) -> list[str]:
        if not self.bet_made:
            return []
        bet = self.bet.value
        said = percent(bet / 100) if self.in_percent else number(bet)
        return [_("La classe avait parié {bet}.").format(bet=said)]

    def _cost(self, found: Found) -> str:
        cost = self.crowd.costliest(self.columns)
        if found.unique == 0:
            return _("Personne n’est seul : ajoutez un indice.")
        if cost is None:
            return _("Enlever un seul de ces indices ne cacherait personne.")
        clue, left = cost
        # Two shares that look the same would explain nothing.
        alike = percent(left / found.rows) == percent(found.unique / found.rows)
        amount: Callable[[int], str] = number if alike else self._amount
        return _("L’indice qui coûte le plus : {clue}. Sans lui, {left} au lieu de {now}.").format(
            clue=label(clue), left=amount(left), now=amount(found.unique)
        )


def big(shown: str, *lines: str) -> str:
    """Write the one number of the board, huge, with a few words beside it."""
    said = "".join(f"<span>{escape(line)}</span>" for line in lines)
    size = " poucet-words" if len(shown) > 6 else ""
    return f'<p class="poucet-big{size}"><strong>{escape(shown)}</strong><span>{said}</span></p>'


def source() -> str:
    """Name the source of the nation's numbers."""
    return _(
        "Population fictive : 12 millions de naissances tirées au hasard, réparties selon les "
        "populations communales (Insee, Licence Ouverte 2.0)."
    )
