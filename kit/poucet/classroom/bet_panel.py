"""The widgets of a bet, built once: only their values change afterwards.

What comes from the page is not trusted: a visitor can send any slider value, so the bet itself
checks it and a locked bet puts the slider back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipywidgets

from poucet.classroom.bet_words import amount, comparison
from poucet.i18n import gettext as _
from poucet.i18n import language

if TYPE_CHECKING:
    from poucet.classroom.bets import Bet

# Jupyter's own handle is white on white, which a locked slider leaves quite invisible.
HANDLE = "<style>.poucet-bet-slider .noUi-target .noUi-handle { background: #1f4e79 }</style>"


def _step(span: int) -> int:
    """Keep the slider within some two hundred stops, so that arrow keys cross it in a minute.

    Examples
    --------
    >>> _step(40), _step(1100)
    (1, 10)
    """
    return next(
        stop
        for power in range(len(str(span)) + 1)
        for stop in (10**power, 2 * 10**power, 5 * 10**power)
        if span <= 200 * stop
    )


class BetPanel:
    """The slider and its lock (`question`), and the place where the answer shows (`answer`)."""

    def __init__(self, bet: Bet) -> None:
        self._bet = bet
        self.slider = ipywidgets.IntSlider(
            value=bet.low if bet.value is None else bet.value,
            min=bet.low,
            max=bet.high,
            description=_("Votre pari"),
            step=_step(bet.high - bet.low),
            readout=False,  # its number is written the English way; `said` writes it properly
            continuous_update=True,
            style={"description_width": "6em"},
            layout={"width": "520px"},
        )
        self.slider.add_class("poucet-bet-slider")
        self.said = ipywidgets.HTML(layout={"width": "140px"})
        self.button = ipywidgets.Button(
            description=_("Verrouiller mon pari"),
            icon="lock",
            layout={"width": "220px"},
        )
        self.state = ipywidgets.HTML()
        row = ipywidgets.HBox([self.slider, self.said], layout={"width": "700px"})
        self.question = ipywidgets.VBox([row, self.button, self.state])
        self.answer = ipywidgets.HTML()
        self.slider.observe(self._moved, names="value")
        self.button.on_click(self._pressed)
        self.refresh()

    def _moved(self, _change: Any) -> None:
        if self._bet.value is not None and self.slider.value != self._bet.value:
            self.slider.value = self._bet.value
        self._say()

    def _pressed(self, _button: Any) -> None:
        if not self._bet.locked:
            self._bet.lock(int(self.slider.value))

    def _say(self) -> None:
        text = amount(self.slider.value, self._bet.unit)
        self.said.value = f'<strong lang="{language()}">{text}</strong>'

    def refresh(self) -> None:
        """Bring every widget level with the bet."""
        bet = self._bet
        if bet.value is not None:
            self.slider.value = bet.value
        self.slider.disabled = bet.locked
        if bet.locked:  # a disabled button would drop the keyboard, and Shift+Enter with it
            self.button.description = _("Pari verrouillé")
        self._say()
        status = (
            _("Pari verrouillé : {bet}.").format(bet=amount(bet.value, bet.unit))
            if bet.value is not None
            else _(
                "Placez le curseur, à la souris ou avec les flèches du clavier, puis verrouillez."
            )
        )
        self.state.value = f'{HANDLE}<span lang="{language()}" role="status">{status}</span>'
        self.answer.value = comparison(bet) if bet.answer is not None else ""
