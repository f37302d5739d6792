"""The pages of "round the table", lesson 8's unplugged twin: rules, roles, clauses, events, sheet.

The teacher has a class in groups of five, a printer and scissors; success is a charter that each
group can defend, put to the vote, after six events have tried it.
"""

from __future__ import annotations

from poucet.classroom.cards.pages import CARD_WIDTH, cards_page, rules_page
from poucet.classroom.cards.round_the_table_game import (
    EXAMPLE,
    GAINS,
    MET_AT_FIRST,
    MET_IN_EXAMPLE,
    MOST_CHANGES,
    NAMED_BY_THE_DUMP,
    NO_LONGER_FOUND,
    PUPILS,
)
from poucet.classroom.cards.round_the_table_words import (
    ACCIDENTS,
    CLAUSES,
    EVENTS,
    MATERIAL,
    MINUTES,
    QUESTIONS,
    ROLES,
)
from poucet.classroom.cards.sheet import Sheet
from poucet.contract import Contract
from poucet.i18n import gettext as _
from poucet.i18n import number

NAME = {"fr": "autour-de-la-table", "en": "round-the-table"}
_ROLE_HEIGHT, _CLAUSE_HEIGHT, _EVENT_HEIGHT = 84.0, 52.0, 62.0


def sheet() -> Sheet:
    """Lay out the whole game, in the language in use."""
    pages = Sheet(_("Autour de la table"))
    _rules(pages)
    cards_page(pages, len(ROLES), lambda place, x, y: _role(pages, place, x, y), _ROLE_HEIGHT)
    sides = [Contract.load(name).sentences() for name in ("education", "charte")]
    cards_page(
        pages,
        len(CLAUSES),
        lambda place, x, y: _clause(pages, list(CLAUSES)[place], sides, x, y),
        _CLAUSE_HEIGHT,
    )
    cards_page(pages, len(EVENTS), lambda place, x, y: _event(pages, place, x, y), _EVENT_HEIGHT)
    _group_sheet(pages)
    _answers(pages)
    return pages


def _rules(pages: Sheet) -> None:
    rules_page(
        pages,
        _("Autour de la table"),
        _(
            "La leçon 8, « La charte de confiance », sans ordinateur. **25 minutes, par groupes de "
            "cinq.** Cette page est pour l’enseignant."
        ),
        material=MATERIAL,
        care=_(
            "**On ne parle que des cartes.** Les contrats et les entreprises sont inventés : le "
            "jeu n’accuse aucun vrai service, et n’a besoin d’aucune donnée vraie."
        ),
        minutes=MINUTES,
        accidents=ACCIDENTS,
    )


def _lines(pages: Sheet, x: float, y: float, text: str, size: float, high: float) -> float:
    """Write a paragraph on a card; give where the next one begins."""
    pages.set_xy(x + 4, y)
    pages.write_font(size)
    pages.multi_cell(CARD_WIDTH - 8, high, text, align="L", markdown=True)
    return pages.get_y()


def _role(pages: Sheet, place: int, x: float, y: float) -> None:
    name, *said = ROLES[place]
    pages.set_xy(x + 4, y + 5)
    pages.fit(CARD_WIDTH - 8, _(name), 15, bold=True, height=8)
    below = y + 18
    for text in said:
        below = _lines(pages, x, below, _(text), 11, 5.6) + 3


def _clause(pages: Sheet, key: str, sides: list[dict[str, str]], x: float, y: float) -> None:
    pages.set_xy(x + 4, y + 2.5)
    pages.fit(CARD_WIDTH - 8, _(CLAUSES[key]), 11.5, bold=True, height=6)
    below = y + 10
    for letter, sentences in zip("AB", sides, strict=True):
        below = _lines(pages, x, below, f"**{letter}.** {sentences[key]}", 9.5, 4.5) + 1.5


def _event(pages: Sheet, place: int, x: float, y: float) -> None:
    pages.set_xy(x + 4, y + 4)
    pages.fit(
        CARD_WIDTH - 8, _("Événement {n}").format(n=number(place + 1)), 13, bold=True, height=7
    )
    _lines(pages, x, y + 15, _(EVENTS[place][0]), 11, 5.6)


def _group_sheet(pages: Sheet) -> None:
    pages.add_page()
    pages.heading(_("Notre charte"), 18)
    pages.paragraph(
        _("Entourez A ou B. **{most} fois B, au plus.** Écrivez pourquoi.").format(
            most=number(MOST_CHANGES)
        ),
        12,
    )
    pages.paragraph(_("**Notre pari** : au départ, ce contrat tient ______ demandes sur 27."), 12)
    pages.grid(
        [
            [_("Clause"), _("Côté"), _("Parce que…")],
            *([_(name), "A    B", ""] for name in CLAUSES.values()),
        ],
        widths=(38, 12, 50),
        size=11,
        line_height=9.5,
    )
    pages.grid(
        [
            [_("Événement"), "1", "2", "3", "4", "5", "6"],
            [_("Tenons-nous ?"), "", "", "", "", "", ""],
        ],
        widths=(28, 12, 12, 12, 12, 12, 12),
        size=11,
        line_height=9.5,
    )
    pages.paragraph(_("**Vote.** Pour : ______ Contre : ______ Abstentions : ______"), 12)


def _answers(pages: Sheet) -> None:
    pages.add_page()
    pages.heading(_("Les réponses"), 18)
    pages.paragraph(_("Page de l’enseignant : ne la distribuez pas."))
    together = ", ".join(_(CLAUSES[key]).lower() for key in NO_LONGER_FOUND)
    pages.paragraph(
        _(
            "**Demandes tenues au départ** : {first} sur 27. **En plus**, si l’on passe cette "
            "clause seule au côté B : {gains}."
        ).format(
            first=number(MET_AT_FIRST),
            gains=", ".join(
                _("{name} {value}").format(name=_(CLAUSES[key]).lower(), value=number(gain))
                for key, gain in GAINS.items()
            ),
        ),
        10,
    )
    pages.paragraph(
        _(
            "**Le risque** : au départ, les {pupils} élèves peuvent être retrouvés. Une seule "
            "clause n’y change rien ; ces quatre ensemble, oui, et l’on n’en retrouve plus aucun : "
            "{together}. En y ajoutant deux autres ({more}), {met} demandes sont tenues."
        ).format(
            pupils=number(PUPILS),
            together=together,
            more=", ".join(_(CLAUSES[key]).lower() for key in EXAMPLE[4:]),
            met=number(MET_IN_EXAMPLE),
        ),
        10,
    )
    pages.grid(
        [
            [_("Événement"), _("La clause qui décide"), _("Ce qui arrive")],
            *(
                [
                    number(rank),
                    _(CLAUSES[key]),
                    _(what).format(named=number(NAMED_BY_THE_DUMP), pupils=number(PUPILS)),
                ]
                for rank, (_scene, key, what) in enumerate(EVENTS, 1)
            ),
        ],
        widths=(14, 30, 56),
        size=9.5,
    )
    pages.boxed(
        _(
            "À lire à voix haute : « Juin 2030. Myriam a quitté le lycée il y a dix mois. Son nom "
            "est toujours chez un sous-traitant que personne n’a prévenu. On le rachète, on relit "
            "ses clics de quinze ans, et une machine écrit : dort mal. **C’est faux.** Elle peut "
            "demander qu’on l’efface. À qui ? Elle ne sait pas que cette copie existe. »"
        ),
        10.5,
    )
    pages.heading(_("Quatre questions, et ce que l’on peut entendre"))
    pages.bullets([_(item) for item in QUESTIONS], 10)
    pages.heading(_("À copier"))
    pages.boxed(
        _(
            "Le même service se signe de plusieurs façons. **Les clauses décident** qui détient "
            "une copie, où, pour quoi et jusqu’à quand. Une promesse ne vaut que pour celui qui "
            "promet. Une charte se discute, se vote et **se vérifie**."
        ),
        10.5,
    )
