"""Board 1, “The directory leaves”: strike lines off a real record, see what breaks, who is hidden.

The class first bets how many lines can go; the answer then comes strike by strike, each voted by a
show of hands.
"""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.bet import Bet
from poucet.apps.record_lines import NUMBER, Line, Record, damage, lesson_school, record
from poucet.apps.singling_out import big
from poucet.damages import counter_list
from poucet.exports.service import FUNCTIONS, Function, Secret
from poucet.exports.service_fields import DIRECTORY_FORMATS
from poucet.figures.class_sizes import pupils
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number

FORMAT = "aaf"  # the French one: the longest record


def prepare() -> None:
    """Write every record before anyone comes: the school is slow to draw."""
    for format in DIRECTORY_FORMATS:
        damage(record(format).columns((), False))


def open_board() -> StrikingOut:
    """Build the board."""
    return StrikingOut()


class StrikingOut(Board):
    """Wire the formats, the lines of the record and what becomes of the service together."""

    def __init__(self) -> None:
        super().__init__(1)
        self.revealed = False
        self.format = widgets.ToggleButtons(
            options=[("", name) for name in DIRECTORY_FORMATS], value=FORMAT
        ).add_class("poucet-chooser")
        keys = dict.fromkeys(
            line.key for format in DIRECTORY_FORMATS for line in record(format).lines
        )
        self.strikes = {key: widgets.ToggleButton().add_class("poucet-strike") for key in keys}
        self.texts = {key: widgets.HTML() for key in keys}
        self.rows = {
            key: widgets.HBox([self.strikes[key], self.texts[key]]).add_class("poucet-line")
            for key in keys
        }
        self.whose = widgets.HTML().add_class("poucet-whose")
        self.lines = widgets.VBox([]).add_class("poucet-lines")
        self.code = widgets.ToggleButton().add_class("poucet-clue")
        self.button = widgets.Button().add_class("poucet-reveal")
        self.bet = Bet(len(self.record.lines), self.button, self._write_stage)
        self.bet.slider.layout.display = "none"  # fifteen at most: the field does
        self.question = widgets.HTML().add_class("poucet-asked")
        self.answer = widgets.HTML().add_class("poucet-answer").add_class("poucet-live")
        self.notes = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        self.service = widgets.HTML().add_class("poucet-service").add_class("poucet-live")
        asked = widgets.HBox([self.question, self.bet.row]).add_class("poucet-asking")
        told = widgets.VBox([self.answer, self.notes, self.service, self.code]).add_class(
            "poucet-outcome"
        )
        self._listen()
        sheet = widgets.VBox([self.whose, self.lines]).add_class("poucet-record")
        body = widgets.HBox([sheet, told]).add_class("poucet-striking")
        main = widgets.VBox([asked, self.format, body]).add_class("poucet-main")
        self.page = self.show(main)

    def _listen(self) -> None:
        self.format.observe(self._change_format, names="value")
        for toggle in (*self.strikes.values(), self.code):
            toggle.observe(self._strike, names="value")
        self.button.on_click(self._press)

    # What is chosen

    @property
    def record(self) -> Record:
        """The pupil's record in the format chosen."""
        return record(self.format.value)

    @property
    def struck(self) -> tuple[str, ...]:
        """The keys of the lines struck."""
        return tuple(line.key for line in self.record.lines if self.strikes[line.key].value)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that still leave."""
        return self.record.columns(self.struck, self.code.value)

    # What the class does

    @safely
    def _change_format(self, change: dict[str, Any]) -> None:
        if self.format.value is None:  # forged: the page's own buttons always choose
            with self.quietly():
                self.format.value = FORMAT
        self._start_again()

    @safely
    def _strike(self, change: dict[str, Any]) -> None:
        self._write_stage()

    @safely
    def _press(self, button: widgets.Button) -> None:
        self.revealed = not self.revealed
        if self.revealed:
            self._write_stage()
        else:
            self._start_again()

    def _start_again(self) -> None:
        with self.quietly():
            for toggle in (*self.strikes.values(), self.code):
                toggle.value = False
        self.bet.highest = len(self.record.lines)
        self.bet.restart()
        self.write()

    # What the board says

    def title(self) -> str:
        """Give the board's title."""
        return _("L’annuaire s’en va")

    def write(self) -> None:
        """Write every text in the language in use."""
        super().write()
        names = {
            "google": "Google",
            "sds-v1-min": _("Microsoft SDS 1 (minimum)"),
            "sds-v1": "Microsoft SDS 1",
            "sds-v2.1": "Microsoft SDS 2.1",
            "oneroster": "OneRoster",
            "aaf": "AAF",
            "be1d": "BE1D",
        }
        self.rename(self.format, _("Format"), [names[name] for name in DIRECTORY_FORMATS])
        self.bet.name(_("Pari de la classe"))
        self._write_stage()

    def _write_stage(self) -> None:
        columns = lesson_school().columns
        pupil = f"{columns['given_name'][NUMBER - 1]} {columns['family_name'][NUMBER - 1]}"
        asked = _("Combien de lignes rayer sans rien casser ?")
        whose = _(
            "La fiche d’une élève fictive, {pupil}, telle que ce format la transporte"
        ).format(pupil=pupil)
        self.question.value = f"<p>{escape(asked)}</p>"
        self.whose.value = f"<p>{escape(whose)}</p>"
        self.button.description = _("Nouveau pari") if self.revealed else _("Révéler")
        code = _("un code que seul le lycée sait lire")
        self.code.description = code if self.code.value else f"+ {code}"
        self.lines.children = [self.rows[line.key] for line in self.record.lines]
        for line in self.record.lines:
            self._write_line(line)
        self.answer.value = (
            counter_list(damage(self.columns))
            if self.revealed
            else big("?", _("fiches reconnaissables"))
        )
        self.notes.value = "".join(f"<p>{escape(said)}</p>" for said in self._said())
        self.service.value = self._functions(True) + self._functions(False)

    def _write_line(self, line: Line) -> None:
        toggle, gone = self.strikes[line.key], line.key in self.struck
        toggle.description = line.name
        toggle.tooltip = _("Rayer : {line}").format(line=line.name)
        row = self.rows[line.key]
        row.add_class("poucet-struck") if gone else row.remove_class("poucet-struck")
        names = ", ".join(
            name.replace("[MUST BE IN THE E.164 FORMAT]", "[…]") for name in line.fields
        )
        if self.revealed and line.secret and not gone:
            told = f'<strong class="poucet-secret">⚑ {escape(_told(line.secret))}</strong>'
        else:
            told = f'<span lang="fr">{escape(line.value or "—")}</span>'
        text = f'<p class="poucet-text"><code>{escape(names)}</code>{told}</p>'
        self.texts[line.key].value = text

    def _said(self) -> list[str]:
        if not self.revealed:
            return [_("Pariez à main levée, puis révélez : le fichier racontera ses secrets.")]
        count, struck = damage(self.columns).found, len(self.struck)
        core = self.record.core_broken(self.struck, self.code.value)
        lines = ngettext("{n} ligne rayée", "{n} lignes rayées", struck).format(n=number(struck))
        if not struck and not self.code.value:
            said = [
                _("Rien à rayer : la fiche est déjà au plus court.")
                if self.record.shortest((), False)
                else _("Rayez une ligne. Que perd-on ?")
            ]
        elif len(core) == sum(one.core for one in FUNCTIONS):
            said = [_("{lines}. La classe ne peut plus rien faire.").format(lines=lines)]
        elif core:
            names = ", ".join(one.name for one in core)
            said = [
                _("{lines}. La classe ne peut plus : {names}.").format(lines=lines, names=names)
            ]
        elif self.record.shortest(self.struck, self.code.value):
            said = [
                _("{lines} : plus rien à rayer, la fiche est au plus court.").format(lines=lines)
            ]
        else:
            said = [
                _("{lines}, et la classe a encore tout ce qu’elle demande.").format(lines=lines)
            ]
        told = [_recognised(count, lesson_school().size, self.code.value)]
        if self.bet.made:
            told.append(_("La classe avait parié {bet}.").format(bet=number(self.bet.value)))
        return [*said, " ".join(told)]

    def _functions(self, core: bool) -> str:
        title = _("Ce que la classe demande") if core else _("Ce que le service propose en plus")
        items = "".join(self._function(one) for one in FUNCTIONS if one.core is core)
        return f"<h2>{escape(title)}</h2><ul>{items}</ul>"

    def _function(self, function: Function) -> str:
        if function.works(self.columns):
            kind, mark, aloud, beside = "works", "✔", "", ""
        elif self.record.possible(function):
            kind, mark, aloud, beside = "lost", "✘", _("cassé :"), ""
        else:
            kind, mark, aloud, beside = "absent", "–", "", _("(hors format)")
        return (
            f'<li class="poucet-{kind}"><span aria-hidden="true">{mark}</span> '
            f'<span class="poucet-hidden">{escape(aloud)}</span>'
            f"<span>{escape(function.name)}</span> {escape(beside)}</li>"
        )


def _told(secret: Secret) -> str:
    """Say what a line tells; what it is called is already written before it."""
    return f"{secret.name.rpartition(': ')[2]} ({pupils(secret.exposed)})"


def _recognised(count: int, rows: int, code: bool) -> str:
    """Say in words who is found."""
    if count == 0 and code:
        return _("Plus personne n’est reconnaissable, sauf par le lycée, qui garde les codes.")
    if count == 0:
        return _("Plus personne n’est reconnaissable : chaque fiche ressemble à d’autres.")
    return ngettext(
        "Qui connaît ces lignes d’un élève trouve sa fiche : vrai pour {count} élève sur {rows}.",
        "Qui connaît ces lignes d’un élève trouve sa fiche : vrai pour {count} élèves sur {rows}.",
        count,
    ).format(count=number(count), rows=number(rows))
