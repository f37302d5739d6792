"""Second question of board 4: identifiers computed from people are undone before the class."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.bet import Bet
from poucet.apps.singling_out import big
from poucet.apps.supplier import (
    DIRECTORY,
    DRAWN,
    HELD,
    IDENTIFIERS,
    KEYED,
    NAMES,
    PLAIN,
    SALTED,
    TRIED,
    YEARS,
)
from poucet.apps.views import View
from poucet.attacks.hashes import HashReversal, reverse_hashes
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number

if TYPE_CHECKING:
    from poucet.apps.supplier import Supplier

SHOWN = 4  # accounts on screen


class UndoingHashes(View):
    """Choose how the identifier was made, bet, then let the program try everybody.

    Parameters
    ----------
    board : Board
        The board.
    supplier : Supplier
        What the supplier holds.
    """

    def __init__(self, board: Board, supplier: Supplier) -> None:
        super().__init__(board)
        self.supplier = supplier
        self.undone: HashReversal | None = None
        self.identifier = widgets.ToggleButtons(
            options=[("", key) for key in IDENTIFIERS], value=PLAIN
        )
        self.held = widgets.ToggleButtons(options=[("", key) for key in HELD], value=NAMES)
        for chooser in (self.identifier, self.held):
            chooser.add_class("poucet-chooser").add_class("poucet-column")
            chooser.observe(self._change, names="value")
        self.made = widgets.HTML().add_class("poucet-made").add_class("poucet-live")
        self.button = widgets.Button().add_class("poucet-reveal")
        self.bet = Bet(len(supplier), self.button, self._told)
        self.question = widgets.HTML().add_class("poucet-asked")
        self.answer = widgets.HTML().add_class("poucet-answer").add_class("poucet-live")
        self.accounts = widgets.HTML().add_class("poucet-accounts")
        self.notes = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        controls = widgets.VBox([self.identifier, self.made, self.held]).add_class(
            "poucet-controls"
        )
        stage = widgets.VBox(
            [self.question, self.bet.row, self.answer, self.accounts, self.notes]
        ).add_class("poucet-stage")
        self.box = widgets.HBox([controls, stage]).add_class("poucet-main")
        self.box.add_class("poucet-undoing")
        self.button.on_click(self._press)

    @safely
    def _change(self, change: dict[str, Any]) -> None:
        for chooser, usual in ((self.identifier, PLAIN), (self.held, NAMES)):
            if chooser.value is None:  # forged: the page's own buttons always choose
                with self.board.quietly():
                    chooser.value = usual
        self.undone = None
        self.bet.restart()
        self.write()

    @safely
    def _press(self, button: widgets.Button) -> None:
        if self.undone:
            self.undone = None
            self.bet.restart()
        else:
            # Sent before the search begins: the class sees it while the program is at work.
            self.answer.value = big("…", _("Le programme essaie tous les candidats."))
            self.undone = reverse_hashes(
                self.supplier.identifiers[self.identifier.value].tolist(),
                self.supplier.candidates(self.held.value),
                TRIED[self.identifier.value],
            )
        self._write_stage()

    @safely
    def _told(self) -> None:
        if self.undone:
            self._write_stage()

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Défaire l’identifiant")

    def write(self) -> None:
        """Write every text in the language in use."""
        kinds = {
            PLAIN: _("une empreinte"),
            SALTED: _("une empreinte salée"),
            KEYED: _("une empreinte à clé"),
            DRAWN: _("un tirage au sort"),
        }
        held = {DIRECTORY: _("l’annuaire complet"), NAMES: _("la liste des noms")}
        self.board.rename(
            self.identifier, _("À la place du nom"), [kinds[key] for key in IDENTIFIERS]
        )
        self.board.rename(self.held, _("L’attaquant a"), [held[key] for key in HELD])
        self.made.value = f"<p>{escape(how_made(self.identifier.value))}</p>"
        self.bet.name(_("Pari de la classe"))
        self._write_stage()

    def _write_stage(self) -> None:
        asked = _("Sur {accounts} noms, combien reviendront ?").format(
            accounts=number(len(self.supplier))
        )
        known = _("Chaque compte porte un identifiant à la place du nom.")
        self.question.value = f"<p>{escape(asked)}</p><p>{escape(known)}</p>"
        self.button.description = _("Recommencer") if self.undone else _("Lancer le programme")
        self.accounts.value = self._table()
        if self.undone:
            self._write_undone(self.undone)
            return
        self.answer.value = big("?", _("Levez la main, puis lancez."))
        self.notes.value = ""

    def _table(self) -> str:
        """Write a few accounts, with the names that were found."""
        found = self.undone.found if self.undone else {}
        numbers = self.supplier.identifiers[self.identifier.value]
        rows = ""
        for row in self.supplier.examples(SHOWN):
            texts = found.get(int(numbers[row]))
            name = f"<strong>{escape(texts[0])}</strong>" if texts else "?"
            rows += f"<tr><td>{numbers[row]}</td><td>{name}</td></tr>"
        heads = "".join(
            f'<th scope="col">{escape(word)}</th>' for word in (_("identifiant"), _("nom revenu"))
        )
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"

    def _write_undone(self, undone: HashReversal) -> None:
        words = ngettext("nom est revenu", "noms sont revenus", len(undone.found))
        tried = ngettext(
            "{tried} candidat essayé en {seconds} s",
            "{tried} candidats essayés en {seconds} s",
            undone.tried,
        ).format(
            tried=number(undone.tried),
            seconds=number(undone.seconds, 3 if undone.seconds < 0.1 else 1),
        )
        bet = _("La classe avait parié {bet}.").format(bet=number(self.bet.value))
        self.answer.value = big(
            number(len(undone.found)), words, tried, *([bet] if self.bet.made else [])
        )
        lesson = why(self.identifier.value)
        left = undone.hashes - len(undone.found)
        if undone.found and left:
            lesson += " " + ngettext(
                "Il en manque {left} : né avant {first} ou après {last}.",
                "Il en manque {left} : nés avant {first} ou après {last}.",
                left,
            ).format(left=number(left), first=YEARS[0], last=YEARS[1])
        invented = _("Élèves, noms et comptes sont inventés ; le calcul et sa durée sont vrais.")
        self.notes.value = f'<p>{escape(lesson)}</p><p class="poucet-source">{escape(invented)}</p>'


def how_made(kind: str) -> str:
    """Say how an identifier is made."""
    return {
        PLAIN: _(
            "Un calcul connu (MD5) change nom, date de naissance et lycée en un grand nombre. "
            "Il ne marche pas à l’envers."
        ),
        SALTED: _(
            "Le même calcul, avec un mot de plus devant chaque nom : le sel. Il est écrit dans le "
            "programme."
        ),
        KEYED: _("Le même calcul, mêlé à une clé secrète que seul le lycée possède."),
        DRAWN: _("Un nombre tiré au sort pour chaque élève. Seul le lycée garde la liste."),
    }[kind]


def why(kind: str) -> str:
    """Say why the names came back, or did not."""
    return {
        PLAIN: _(
            "Inutile d’aller à l’envers : le programme refait le calcul pour chaque candidat, et "
            "compare."
        ),
        SALTED: _("Le sel n’est pas secret : le programme l’ajoute devant chaque candidat."),
        KEYED: _(
            "Sans la clé, rien ne correspond. Avec elle, on peut nommer tout le monde : c’est un "
            "pseudonyme."
        ),
        DRAWN: _(
            "Il n’y a rien à recalculer. Avec la liste, on peut nommer tout le monde : c’est un "
            "pseudonyme."
        ),
    }[kind]
