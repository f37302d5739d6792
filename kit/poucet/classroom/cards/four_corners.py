"""The pages of "four corners", lesson 5's unplugged twin: rules, cards, signs, worksheet, answers.

The teacher has a class that may stand up, a printer and scissors; success is a confusion matrix
made of people, and a wrongly accused pupil whom nobody forgets.
"""

from __future__ import annotations

from poucet.attacks.inference_rules import ENOUGH
from poucet.classroom.cards.four_corners_game import (
    FEWEST,
    MANY_NIGHTS,
    MYRIAM,
    PLAYERS,
    SOME_NIGHTS,
    Card,
    Deal,
    deal,
)
from poucet.classroom.cards.four_corners_words import ACCIDENTS, MATERIAL, MINUTES, QUESTIONS
from poucet.classroom.cards.pages import CARD_WIDTH, ON_A_PAGE, cards_page, rules_page
from poucet.classroom.cards.sheet import Sheet
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, percent
from poucet.school import School

NAME = {"fr": "quatre-coins", "en": "four-corners"}
BARS = (2, ENOUGH, 4)  # points: the thresholds that are played
_STRIP = 13.0  # millimetres at the foot of a card, folded back
_SIGN = 62.0  # height of a sign


def sheet() -> Sheet:
    """Lay out the whole game, in the language in use."""
    pages = Sheet(_("Les quatre coins"))
    school = School(seed=2)
    game = deal(school)
    _rules(pages)
    for first in range(0, PLAYERS, ON_A_PAGE):
        cards_page(
            pages,
            ON_A_PAGE,
            lambda place, x, y, first=first: _card(pages, game, school, first + place, x, y),  # type: ignore[misc]
        )
    cards_page(pages, len(corners()), lambda place, x, y: _sign(pages, place, x, y), _SIGN)
    _worksheet(pages, game)
    _answers(pages, game, school)
    return pages


def corners() -> dict[str, tuple[str, str]]:
    """Give the name of each corner, and who goes there."""
    return {
        "found": (_("Trouvés"), _("accusés, et dorment mal")),
        "missed": (_("Manqués"), _("dorment mal, et personne ne le voit")),
        "wrong": (_("Accusés à tort"), _("accusés, et dorment bien")),
        "peace": (_("Tranquilles"), _("pas accusés, et dorment bien")),
    }


def nights(count: int, watched: int) -> str:
    """Say on how many nights there was a line."""
    return ngettext(
        "En ligne après minuit : **{count} nuit** sur {watched}",
        "En ligne après minuit : **{count} nuits** sur {watched}",
        count,
    ).format(count=count, watched=watched)


def searches(count: int) -> str:
    """Say how many searches there were."""
    return _("Recherches « mieux dormir » : **{count}**").format(count=count)


def truth(card: Card) -> str:
    """Say what the folded strip tells."""
    return _("La vérité : dort mal") if card.badly else _("La vérité : dort bien")


def _rules(pages: Sheet) -> None:
    rules_page(
        pages,
        _("Les quatre coins"),
        _(
            "La leçon 5, « Ce que la machine croit savoir », sans ordinateur. **25 minutes, de 20 "
            "à 32 élèves.** Cette page est pour l’enseignant."
        ),
        material=MATERIAL,
        care=_(
            "**On ne parle que des cartes.** Personne ne raconte ses propres nuits : le jeu n’a "
            "besoin d’aucune donnée vraie."
        ),
        minutes=MINUTES,
        accidents=ACCIDENTS,
    )


def _card(pages: Sheet, game: Deal, school: School, row: int, x: float, y: float) -> None:
    card = game.cards[row]
    given, group = (school.columns[name][card.avatar - 1] for name in ("given_name", "class"))
    pages.set_xy(x + 4, y + 3)
    pages.write_font(10)
    pages.cell(40, 5, _("Carte {number}").format(number=row + 1))
    pages.set_xy(x + 4, y + 9)
    pages.fit(56, f"{given}, {group}", 15, height=8, bold=True)
    pages.pebbles(card.avatar, x + 63, y + 3, 22)
    for place, words in enumerate((nights(card.nights, game.nights), searches(card.searches))):
        pages.set_xy(x + 4, y + 24 + 7.5 * place)
        pages.write_font(10.5)
        pages.multi_cell(CARD_WIDTH - 8, 6, words, markdown=True, align="L")
    pages.set_xy(x + 4, y + 41)
    pages.write_font(11)
    pages.cell(CARD_WIDTH - 8, 6, _("Mes points : ______"))
    fold = y + 65 - _STRIP
    pages.set_dash_pattern(dash=0.6, gap=1.2)
    pages.line(x, fold, x + CARD_WIDTH, fold)
    pages.set_dash_pattern()
    pages.set_xy(x + 4, fold + 0.5)
    pages.write_font(7)
    pages.cell(CARD_WIDTH - 8, 4, _("pliez ici, vers l’arrière"))
    pages.set_xy(x + 4, fold + 4.5)
    pages.write_font(12, bold=True)
    pages.cell(CARD_WIDTH - 8, 7, truth(card))


def _sign(pages: Sheet, place: int, x: float, y: float) -> None:
    name, who = list(corners().values())[place]
    pages.set_xy(x + 2, y + 20)
    pages.write_font(21, bold=True)
    pages.cell(CARD_WIDTH - 4, 12, name, align="C")
    pages.set_xy(x + 4, y + 35)
    pages.write_font(12)
    pages.multi_cell(CARD_WIDTH - 8, 6, who, align="C")


def _worksheet(pages: Sheet, game: Deal) -> None:
    pages.add_page()
    pages.heading(_("Feuille de route"), 18)
    pages.heading(_("La règle de la machine"))
    pages.grid(
        [
            [_("Indice"), _("Points")],
            [
                _("{some} à {many} nuits en ligne après minuit, sur {watched}").format(
                    some=SOME_NIGHTS, many=MANY_NIGHTS - 1, watched=game.nights
                ),
                "2",
            ],
            [_("{many} nuits ou plus").format(many=MANY_NIGHTS), "3"],
            [_("une recherche « mieux dormir »"), "2"],
            [_("deux recherches ou plus"), "3"],
        ],
        widths=(80, 20),
    )
    pages.paragraph(
        _("Les deux sortes d’indices s’additionnent. À partir de **3 points** : « dort mal ».")
    )
    pages.paragraph(_("**Mon pari** : ______ élèves de la classe seront accusés à tort."), 12)
    pages.heading(_("Les quatre coins"))
    names = {key: name for key, (name, _who) in corners().items()}
    blank = {key: _("{name} : ______").format(name=name) for key, name in names.items()}
    pages.grid(
        [
            ["", _("accusés par la machine"), _("laissés tranquilles")],
            [_("dorment mal"), blank["found"], blank["missed"]],
            [_("dorment bien"), blank["wrong"], blank["peace"]],
        ],
        widths=(24, 38, 38),
        size=12,
        line_height=9,
    )
    pages.paragraph(
        _("**Précision** : trouvés ÷ accusés (la première colonne) = ______ ÷ ______ = ______ %"),
        11.5,
    )
    pages.paragraph(
        _("**Rappel** : trouvés ÷ ceux qui dorment mal (la première ligne) = ____ ÷ ____ = ____ %"),
        11.5,
    )
    pages.heading(_("Déplacer le seuil"))
    pages.grid(
        [
            [_("Seuil"), *(names[key] for key in ("found", "missed", "wrong"))],
            *([_("{points} points").format(points=bar), "", "", ""] for bar in (4, 2)),
        ],
        widths=(22, 26, 26, 26),
        line_height=7,
    )
    pages.heading(_("Qui agit ? Pour chaque usage, un seuil, ou « non »"))
    pages.grid(
        [
            [_("On se sert de la fiche pour…"), _("Mon seuil, ou « non »")],
            *(
                [use, ""]
                for use in (
                    _("afficher à l’élève seul un conseil sur le sommeil"),
                    _("prévenir l’infirmerie"),
                    _("prévenir ses parents"),
                    _("vendre son nom à une marque de somnifères"),
                    _("l’ajouter à son dossier pour l’an prochain"),
                )
            ),
        ],
        widths=(68, 32),
        line_height=6,
    )


def _answers(pages: Sheet, game: Deal, school: School) -> None:
    pages.add_page()
    pages.heading(_("Les réponses"), 18)
    pages.paragraph(_("Page de l’enseignant : ne la distribuez pas."))
    names = {key: name for key, (name, _who) in corners().items()}
    pages.grid(
        [
            [_("cartes"), *(_("{points} points").format(points=bar) for bar in BARS)],
            *(
                [str(players), *(_counts(game, players, bar) for bar in BARS)]
                for players in range(PLAYERS, FEWEST - 1, -4)
            ),
        ],
        widths=(16, 28, 28, 28),
        size=9.5,
    )
    pages.paragraph(
        _("Dans chaque case : {names}.").format(names=" / ".join(names.values()).lower()), 9.5
    )
    every = game.corners(PLAYERS)
    pages.paragraph(
        _(
            "À 3 points et 32 cartes : précision {found} ÷ {accused} = {precision}, rappel {found} "
            "÷ {having} = {recall}."
        ).format(
            found=every["found"],
            accused=every["found"] + every["wrong"],
            having=every["found"] + every["missed"],
            precision=percent(every["found"] / (every["found"] + every["wrong"])),
            recall=percent(every["found"] / (every["found"] + every["missed"])),
        ),
        9.5,
    )
    told = [
        [
            str(least),
            ", ".join(str(rank) for rank, card in enumerate(game.cards, 1) if card.points == least),
        ]
        for least in sorted({card.points for card in game.cards} - {0}, reverse=True)
    ]
    pages.grid([[_("Points"), _("Cartes (les autres ont 0 point)")], *told], (16, 84), size=9.5)
    hers = next(rank for rank, card in enumerate(game.cards, start=1) if card.avatar == MYRIAM)
    pages.boxed(
        _(
            "À lire à voix haute, à la carte {number} : « {name}, la machine écrit que vous dormez "
            "mal. Sa preuve : en douze semaines, **deux recherches**. C’était peut-être pour un "
            "exposé, ou pour une amie ; aucune ligne ne le dit. Vous dormez bien. Prouvez-le. »"
        ).format(number=hers, name=school.columns["given_name"][MYRIAM - 1]),
        11,
    )
    pages.heading(_("Quatre questions, et ce que l’on peut entendre"))
    pages.bullets([_(item) for item in QUESTIONS], 10)
    pages.heading(_("À copier"))
    pages.boxed(
        _(
            "Une **inférence** est une donnée que personne n’a déclarée : on l’a déduite. Une "
            "machine accuse à partir d’un **seuil**. **Précision** : parmi les accusés, la part "
            "qui l’est à raison. **Rappel** : parmi les concernés, la part que l’on trouve. Le "
            "plus souvent, quand l’une monte, l’autre descend : choisir le seuil, c’est choisir "
            "qui paiera les erreurs."
        ),
        10.5,
    )


def _counts(game: Deal, players: int, bar: int) -> str:
    """Write how many stand in each corner."""
    return " / ".join(str(count) for count in game.corners(players, bar).values())
