"""The pages of "three clues", lesson 2's unplugged twin: rules, cards, clues, tally, answers.

The teacher has a class, a printer and scissors; success is twenty minutes that need no projector
and not one true fact about anybody in the room.
"""

from __future__ import annotations

from poucet.classroom.cards.pages import (
    CARD_HEIGHT,
    CARD_WIDTH,
    ON_A_PAGE,
    TOP,
    cards_page,
    rules_page,
)
from poucet.classroom.cards.sheet import MARGIN, WIDTH, Sheet
from poucet.classroom.cards.three_clues_game import PLAYERS, Clue, Deal, deal
from poucet.classroom.cards.three_clues_words import (
    ACCIDENTS,
    MATERIAL,
    MINUTES,
    QUESTIONS,
)
from poucet.classroom.values import said
from poucet.i18n import NBSP, day
from poucet.i18n import gettext as _
from poucet.labels import label
from poucet.school import School

NAME = {"fr": "trois-indices", "en": "three-clues"}
_ON_CARD = (
    "birth_date", "sex", "commune", "second_language", "option", "regime", "transport",
)  # fmt: skip


def sheet() -> Sheet:
    """Lay out the whole game, in the language in use."""
    pages = Sheet(_("Trois indices"))
    game = deal(School(seed=2))
    _rules(pages)
    for first in range(0, PLAYERS, ON_A_PAGE):
        cards_page(
            pages,
            ON_A_PAGE,
            lambda place, x, y, first=first: _card(pages, game, first + place, x, y),  # type: ignore[misc]
        )
    _page_of_clues(pages, game)
    _tally(pages)
    _answers(pages, game)
    return pages


def _written(column: str, value: object) -> str:
    if column == "birth_date":
        return day(value.item())  # type: ignore[attr-defined]
    if column == "birth_month":  # the day's own words, less the day
        return day(value.item()).split(NBSP, 1)[1]  # type: ignore[attr-defined]
    return said(str(value))


def clue_sentence(clue: Clue) -> str:
    """Say a clue as the caller reads it."""
    if clue.column == "sex":
        girl = clue.value == "F"
        return (
            _("La personne cherchée est une fille.")
            if girl
            else _("La personne cherchée est un garçon.")
        )
    sentence = {
        "birth_date": _("Sa date de naissance : le {value}."),
        "birth_month": _("Son mois de naissance : {value}."),
        "commune": _("Sa commune : {value}."),
        "option": _("Son option : {value}."),
        "regime": _("Son régime : {value}."),
        "second_language": _("Sa seconde langue : {value}."),
        "transport": _("Pour venir au lycée : {value}."),
    }[clue.column]
    return sentence.format(value=_written(clue.column, clue.value))


def _rules(pages: Sheet) -> None:
    rules_page(
        pages,
        _("Trois indices"),
        _(
            "La leçon 2, « Suis-je unique ? », sans ordinateur. **20 minutes, de 20 à 32 élèves.** "
            "Cette page est pour l’enseignant."
        ),
        material=MATERIAL,
        rule=_(
            "Chaque élève reçoit la carte d’un élève fictif et se lève. Vous lisez un indice. "
            "Celui dont la carte ne convient pas s’assied. On compte à voix haute ceux qui restent "
            "debout, on note, et vous lisez l’indice suivant."
        ),
        care=_(
            "**On ne parle que des cartes.** Personne ne donne sa propre date de naissance, son "
            "adresse ni son trajet : le jeu n’a besoin d’aucune donnée vraie."
        ),
        minutes=MINUTES,
        accidents=ACCIDENTS,
    )


def _card(pages: Sheet, game: Deal, row: int, x: float, y: float) -> None:
    pages.set_xy(x + 4, y + 4)
    pages.write_font(9)
    pages.cell(60, 5, _("Carte {number}").format(number=row + 1))
    pages.set_xy(x + 4, y + 9)
    pages.write_font(15, bold=True)
    pages.cell(60, 8, str(game.cards["given_name"][row]))
    pages.pebbles(game.avatars[row], x + CARD_WIDTH - 22, y + 2, 18)
    line = y + 21.5
    for column in _ON_CARD:
        value = game.cards[column][row]
        pages.set_xy(x + 4, line)
        pages.fit(34, label(column), 9, height=5.2)
        pages.fit(
            CARD_WIDTH - 41,
            _written(column, value) if value != "" else _("aucune"),
            10.5,
            bold=True,
            height=5.2,
        )
        line += 5.2
    pages.set_xy(x + 4, y + CARD_HEIGHT - 6)
    pages.write_font(7)
    pages.cell(CARD_WIDTH - 8, 4, _("Personnage fictif : cette personne n’existe pas."))


def _page_of_clues(pages: Sheet, game: Deal) -> None:
    pages.add_page()
    height = 28.5
    for turn, played in enumerate(game.rounds, start=1):
        for rank, clue in enumerate(played.clues, start=1):
            y = TOP + ((turn - 1) * 3 + rank - 1) * height
            pages.cut_line(MARGIN, y, MARGIN + WIDTH, y)
            pages.set_xy(MARGIN + 3, y + 4)
            pages.write_font(10)
            pages.cell(WIDTH - 6, 5, _("Manche {turn}, indice {rank}").format(turn=turn, rank=rank))
            pages.set_xy(MARGIN + 3, y + 11)
            pages.fit(WIDTH - 6, clue_sentence(clue), 19, bold=True, height=10)
    pages.cut_line(MARGIN, TOP + 9 * height, MARGIN + WIDTH, TOP + 9 * height)


def _tally(pages: Sheet) -> None:
    pages.add_page()
    pages.heading(_("Feuille de relevé"), 18)
    pages.paragraph(
        _("**Mon pari** : pour qu’une seule personne reste debout, il faudra ______ indices."), 12
    )
    blank = [[_("Manche {turn}").format(turn=turn), "", "", "", ""] for turn in range(1, 4)]
    after = [_("après l’indice {rank}").format(rank=rank) for rank in range(1, 4)]
    pages.heading(_("Combien restent debout ?"))
    pages.grid([["", _("au départ"), *after], *blank], widths=(20, 20, 20, 20, 20), line_height=9)
    pages.heading(_("Les trois courbes"))
    pages.paragraph(
        _(
            "Un point par comptage, puis reliez-les. Manche 1 : trait plein. Manche 2 : "
            "pointillés. Manche 3 : trait plein, avec des croix."
        )
    )
    _axes(pages)


def _axes(pages: Sheet) -> None:
    """Draw the empty axes: clues across, people standing up the side, one line every four."""
    left, top, step, unit = MARGIN + 18, pages.get_y() + 11, 50.0, 4.1
    foot = top + PLAYERS * unit
    pages.write_font(9)
    for people in range(0, PLAYERS + 1, 4):
        y = foot - people * unit
        pages.set_draw_color(170)
        pages.line(left, y, left + 3 * step, y)
        pages.set_draw_color(0)
        pages.set_xy(left - 12, y - 2.5)
        pages.cell(10, 5, str(people), align="R")
    for clues in range(4):
        x = left + clues * step
        pages.line(x, top, x, foot)
        pages.set_xy(x - 10, foot + 1.5)
        pages.cell(20, 5, str(clues), align="C")
    pages.set_xy(MARGIN + 4, top - 8)
    pages.cell(60, 5, _("personnes debout"))
    pages.set_xy(left, foot + 7)
    pages.cell(3 * step, 5, _("indices lus"), align="C")
    pages.set_xy(MARGIN, foot + 14)


def _answers(pages: Sheet, game: Deal) -> None:
    pages.add_page()
    pages.heading(_("Les réponses"), 18)
    pages.paragraph(_("Page de l’enseignant : ne la distribuez pas."))
    names = game.cards["given_name"]
    *others, last = (str(card) for card in game.vague.standing[-1])
    pages.bullets(
        [
            _("**Manche 1** : reste la carte {card}, {name}.").format(
                card=game.precise.card, name=names[game.precise.card - 1]
            ),
            _(
                "**Manche 2** : restent les cartes {cards}. On ne peut plus désigner personne."
            ).format(cards=_("{cards} et {last}").format(cards=", ".join(others), last=last)),
            _("**Manche 3** : reste la carte {card}, {name}.").format(
                card=game.plain.card, name=names[game.plain.card - 1]
            ),
        ]
    )
    pages.heading(_("Combien restent debout, selon le nombre de cartes distribuées"))
    header = [_("cartes"), *(_("Manche {turn}").format(turn=turn) for turn in range(1, 4))]
    pages.grid(
        [
            header,
            *(
                [
                    str(players),
                    *(" → ".join(map(str, turn.counts(players))) for turn in game.rounds),
                ]
                for players in (32, 28, 24, 20)
            ),
        ],
        widths=(16, 28, 28, 28),
    )
    pages.paragraph(_("Avec un nombre de cartes entre deux lignes, l’arrivée est la même."))
    pages.heading(_("Quatre questions, et ce que l’on peut entendre"))
    pages.bullets([_(item) for item in QUESTIONS], 11)
    pages.heading(_("À copier"))
    pages.boxed(
        _(
            "Un indice seul désigne rarement quelqu’un. Réunis, même des indices vagues peuvent "
            "suffire : ils forment un **quasi-identifiant**. On appelle **k** le nombre de "
            "personnes qui leur correspondent : quand k = 1, la personne est retrouvée, même "
            "sans son nom. Donner une information moins précise fait remonter k."
        ),
        11,
    )
