"""First question of board 4: names put back on accounts by what both files say of a pupil."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.revealing import BettingView
from poucet.apps.singling_out import big
from poucet.damages import Damage, counter_list, euros_a_year, usefulness
from poucet.exports.service import OPAQUE_ID
from poucet.figures.html import as_html
from poucet.figures.linkage import figure, figure_before, sentence
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number, percent
from poucet.labels import label

if TYPE_CHECKING:
    from poucet.apps.supplier import Supplier
    from poucet.attacks.linkage import LinkScore

SIZE = {"width": 8.2, "height": 2.05}
BIRTH = ("", "birth_month", "birth_date")
SINGLE = ("sex", "level", "class", "second_language")


class LinkingAccounts(BettingView):
    """Choose what the attacker knows, bet, then see who is found, missed, taken for another.

    Parameters
    ----------
    board : Board
        The board.
    supplier : Supplier
        What the supplier holds.
    """

    def __init__(self, board: Board, supplier: Supplier) -> None:
        super().__init__(board, len(supplier))
        self.supplier = supplier
        self.birth = widgets.ToggleButtons(options=[("", key) for key in BIRTH], value=BIRTH[2])
        self.birth.add_class("poucet-chooser")
        self.single = {name: widgets.ToggleButton(value=name == "sex") for name in SINGLE}
        for toggle in self.single.values():
            toggle.add_class("poucet-clue")
        self.known = widgets.HTML()
        self.counter = widgets.HTML().add_class("poucet-counter").add_class("poucet-live")
        self.answer = widgets.HTML().add_class("poucet-answer").add_class("poucet-live")
        self.picture = widgets.HTML().add_class("poucet-picture")
        self.notes = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        clues = widgets.HBox(list(self.single.values())).add_class("poucet-clues")
        controls = widgets.VBox([self.known, self.birth, clues, self.counter]).add_class(
            "poucet-controls"
        )
        stage = widgets.VBox(
            [self.question, self.bet.row, self.answer, self.picture, self.notes]
        ).add_class("poucet-stage")
        self.box = widgets.HBox([controls, stage]).add_class("poucet-main")
        self.box.add_class("poucet-linking")
        for clue in (self.birth, *self.single.values()):
            clue.observe(self._change, names="value")

    @property
    def clues(self) -> list[str]:
        """What the attacker knows of each pupil."""
        single = [name for name in SINGLE if self.single[name].value]
        return [name for name in (self.birth.value, *single) if name]

    @safely
    def _change(self, change: dict[str, Any]) -> None:
        self._write_stage()

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Comparer deux fichiers")

    def write(self) -> None:
        """Write every text in the language in use."""
        self.known.value = f"<h2>{escape(_('Ce que sait l’attaquant'))}</h2>"
        self.board.rename(self.birth, _("Naissance"), [_("rien"), _("mois"), _("jour")])
        for name, toggle in self.single.items():
            toggle.description = label(name)
        self.bet.name(_("Pari de la classe"))
        self._write_stage()

    def _write_stage(self) -> None:
        asked = _("Sur {accounts} comptes, combien auront un nom ?").format(
            accounts=number(len(self.supplier))
        )
        clues = ", ".join(label(column) for column in self.clues) or _("aucun indice")
        known = _("L’attaquant compare à l’annuaire : {clues}.").format(clues=clues)
        self.ask(asked, known)
        self.button.description = _("Nouveau pari") if self.revealed else _("Révéler")
        if self.revealed:
            self._write_found(self.supplier.score(self.clues))
            return
        self.answer.value = big("?", _("Levez la main, puis révélez."))
        self.picture.value = as_html(
            figure_before(len(self.supplier), **SIZE),
            _("Trois barres vides : on ne sait pas encore qui retrouve son nom."),
        )
        told = _("Le fournisseur dit : « nos comptes sont anonymes, nous avons ôté les noms ».")
        self.notes.value = f"<p>{escape(told)}</p>"
        self.counter.value = ""

    def _write_found(self, score: LinkScore) -> None:
        words = ngettext("compte a retrouvé son nom", "comptes ont retrouvé leur nom", score.found)
        bet = _("La classe avait parié {bet}.").format(bet=number(self.bet.value))
        self.answer.value = big(number(score.found), words, *([bet] if self.bet.made else []))
        said = sentence(score)
        self.picture.value = as_html(figure(score, **SIZE), said)
        self.notes.value = f"<p>{escape(self._lesson(score))}</p><p>{escape(said)}</p>"
        self.counter.value = counter_list(self._damage(score))

    def _damage(self, score: LinkScore) -> Damage:
        """Count; the identifier serves as the account, and the trail is kept whatever the clues."""
        held = [OPAQUE_ID, *self.clues]
        return Damage(
            found=score.found,
            accused=score.wrong,
            euros=euros_a_year(
                self.supplier.school, [*held, "trail"], rows=self.supplier.held.truth
            ),
            usefulness=usefulness(held),
            pupils=len(self.supplier),
        )

    def _lesson(self, score: LinkScore) -> str:
        """Say what to remember of these clues."""
        named = score.found + score.wrong
        if named == 0:
            return _("Personne n’est seul à réunir ces indices : aucun nom n’est rendu.")
        if score.wrong == 0:
            return _("Aucun nom faux : tous ceux qui sont rendus sont justes.")
        return ngettext(
            "Sur {named} noms rendus, {wrong} est faux ({share}).",
            "Sur {named} noms rendus, {wrong} sont faux ({share}).",
            score.wrong,
        ).format(
            named=number(named),
            wrong=number(score.wrong),
            share=percent(score.wrong / named, 1),
        )
