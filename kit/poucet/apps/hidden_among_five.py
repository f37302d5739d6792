"""First question of board 7: a pupil is one of five, and her secret is known all the same."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.revealing import BettingView
from poucet.apps.singling_out import big
from poucet.apps.survey import KNOWN, Group, K, is_silent
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number
from poucet.labels import label

if TYPE_CHECKING:
    from poucet.apps.avatar_field import AvatarField
    from poucet.apps.survey import Survey

ROWS = 5  # shown of a group
# Augustin, whose group all said yes; Meriem, the only “no” of hers; Alice, whose group all said no.
FACES = (551, 1032, 7)


class HiddenAmongFive(BettingView):
    """Read what everybody knows of a pupil, bet how many of the group said yes, then look.

    Parameters
    ----------
    board : Board
        The board.
    held : Survey
        The survey.
    avatar : AvatarField
        Whose group.
    """

    def __init__(self, board: Board, held: Survey, avatar: AvatarField) -> None:
        super().__init__(board, held.school.size)
        self.held, self.avatar = held, avatar
        self.known = widgets.HTML().add_class("poucet-portrait")
        self.others = widgets.Button()
        self.answer = widgets.HTML().add_class("poucet-answer").add_class("poucet-live")
        self.rows = widgets.HTML().add_class("poucet-cells").add_class("poucet-live")
        self.notes = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        controls = widgets.VBox([self.known, self.others])
        stage = widgets.VBox([self.question, self.bet.row, self.answer, self.rows, self.notes])
        self.box = widgets.HBox(
            [controls.add_class("poucet-controls"), stage.add_class("poucet-stage")]
        )
        self.box.add_class("poucet-main").add_class("poucet-alike")
        self.others.on_click(self._turn)

    @safely
    def _turn(self, button: widgets.Button) -> None:
        here = FACES.index(self.avatar.number) if self.avatar.number in FACES else -1
        self.avatar.field.value = FACES[(here + 1) % len(FACES)]

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Cachés parmi cinq")

    def write(self) -> None:
        """Write every text in the language in use."""
        group = self.held.group(self.avatar.number)
        if group.size != self.bet.highest:
            self.bet.highest = group.size
            self.bet.restart()
        asked = _("Combien ont répondu « oui » ?")
        known = _(
            "« À la maison, l’argent manque-t-il ? » La table publiée n’a plus de noms : chacun s’y"
            " confond avec {others} autres au moins (k = {k})."
        ).format(others=number(K - 1), k=number(K))
        self.ask(asked, known)
        self.known.value = self._known()
        self.others.description = _("Un autre élève")
        self.bet.name(_("Pari, en élèves"))
        self.bet.row.layout.display = None if group.size else "none"
        self.button.description = _("Nouveau pari") if self.revealed else _("Révéler")
        self.rows.value = self._table(group) if group.size else ""
        self.notes.value = ""
        if not group.size:
            told = _("Son groupe était trop petit : la table l’a laissé de côté.")
            self.answer.value = big("0", told)
        elif self.revealed:
            self._write_answer(group)
        else:
            alike = _("élèves ont exactement ces cases.")
            self.answer.value = big(
                number(group.size), alike, _("Levez la main, puis révélez.")
            )  # fmt: skip

    def _told(self, column: str) -> object:
        return self.held.school.columns[column][self.avatar.number - 1]

    def _known(self) -> str:
        girl = self._told("sex") == "F"
        grant = bool(self._told("scholarship"))
        # Names and towns are French in any language.
        lines = [
            f'<strong lang="fr">{escape(str(self._told("given_name")))}</strong>',
            escape(_("une fille") if girl else _("un garçon")),
            f'<span lang="fr">{escape(str(self._told("commune")))}</span>',
            escape(_("une bourse") if grant else _("pas de bourse")),
        ]
        heading = escape(_("Ce que tout le quartier sait"))
        items = "".join(f"<li>{line}</li>" for line in lines)
        fictitious = escape(_("PERSONNAGE FICTIF"))
        return (
            f"<h2>{heading}</h2><ul>{items}</ul>"
            f'<p class="poucet-fictitious">{fictitious}</p>'
        )  # fmt: skip

    def _table(self, group: Group) -> str:
        heads = [*(label(name) for name in KNOWN), _("l’argent manque ?")]
        head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
        cells = "".join(f"<td>{_cell(value)}</td>" for value in group.cells.values())
        answers = ["?"] * group.size
        if self.revealed:
            answers = [_("oui")] * group.yes + [_("non")] * (group.size - group.yes)
        shown = [*answers[: ROWS - 1], *answers[-1:]] if group.size > ROWS else answers
        rows = "".join(
            f"<tr>{cells}<td><strong>{escape(one)}</strong></td></tr>" for one in shown
        )  # fmt: skip
        left = group.size - len(shown)
        more = ngettext("… et {n} ligne pareille.", "… et {n} lignes pareilles.", left)
        said = f"<p>{escape(more.format(n=number(left)))}</p>" if left else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{said}"

    def _write_answer(self, group: Group) -> None:
        given = str(self._told("given_name"))
        bet = _("La classe avait parié {bet}.").format(bet=number(self.bet.value))
        of = ngettext("élève sur {n} a dit « oui ».", "élèves sur {n} ont dit « oui ».", group.yes)
        self.answer.value = big(
            number(group.yes),
            of.format(n=number(group.size)),
            *([bet] if self.bet.made else []),
        )
        wrong = group.size - group.yes
        if group.yes in (0, group.size):
            said = _("Le secret de tous est connu, sans savoir quelle ligne est à qui.")
            why = _("k cache la ligne, pas ce qu’elle dit : c’est l’attaque par homogénéité.")
        elif group.yes > wrong:
            said = ngettext(
                "Qui écrit « l’argent manque » aux {n} familles accuse à tort {wrong} élève.",
                "Qui écrit « l’argent manque » aux {n} familles accuse à tort {wrong} élèves.",
                wrong,
            ).format(n=number(group.size), wrong=number(wrong))
            why = _("On juge par le groupe. Pour {given}, c’est {truth}.")
        else:
            said = _("Ici, la table ne dit pas qui : le groupe cache vraiment.")
            why = _("Mais qui dirait « non » de tous se tromperait aussi.")
        truth = bool(self.held.table["money"][self.avatar.number - 1])
        why = why.format(given=given, truth=_("vrai") if truth else _("faux"))
        self.notes.value = f"<p>{escape(said)}</p><p>{escape(why)}</p>"


def _cell(value: object) -> str:
    """Write a cell; what the table no longer says is a star, and words for who cannot see it."""
    if is_silent(value):
        nothing = escape(_("rien"))
        return f'<span aria-hidden="true">*</span><span class="poucet-hidden">{nothing}</span>'
    if isinstance(value, str):
        return f'<span lang="fr">{escape(value)}</span>'
    return escape(_("oui") if value else _("non"))
