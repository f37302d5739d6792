"""The pages of "going once", lesson 6's unplugged twin: rules, places, advertisers, sheet, answers.

The teacher has a class in groups of six, a printer and scissors; success is twenty minutes after
which the class has sold the same eight screens twice, and has seen whom the profile helps.
"""

from __future__ import annotations

from poucet.classroom.cards.going_once_game import (
    LETTERS,
    NOT_WANTED,
    Deal,
    deal,
    if_wanted,
)
from poucet.classroom.cards.going_once_words import (
    ACCIDENTS,
    ADVERTISERS,
    MATERIAL,
    MINUTES,
    QUESTIONS,
)
from poucet.classroom.cards.sheet import MARGIN, WIDTH, Sheet
from poucet.i18n import gettext as _
from poucet.i18n import number, percent
from poucet.market import FEES, Household, party_name
from poucet.market.exchange import PUBLISHER
from poucet.market.money import share_out
from poucet.school import School

NAME = {"fr": "la-criee", "en": "going-once"}
_TOP = 14.0
_PLACE_HEIGHT, _ADVERTISER_HEIGHT = 64.0, 84.0


def sheet() -> Sheet:
    """Lay out the whole game, in the language in use."""
    pages = Sheet(_("La criée"))
    school = School(seed=2)
    game = deal(school)
    _rules(pages)
    _places(pages, game)
    _advertisers(pages, game)
    _score_sheet(pages, game)
    _answers(pages, school, game)
    return pages


def _rules(pages: Sheet) -> None:
    pages.add_page()
    pages.heading(_("La criée"), 20)
    pages.paragraph(
        _(
            "La leçon 6, « Combien valez-vous ? », sans ordinateur. **20 minutes, par groupes de "
            "six.** Cette page est pour l’enseignant."
        )
    )
    pages.heading(_("Ce qu’il faut"))
    pages.bullets([_(item) for item in MATERIAL])
    pages.boxed(
        _(
            "**On ne parle que des cartes.** Personne ne dit ici ce que gagne sa famille ni où "
            "elle habite : le jeu n’a besoin d’aucune donnée vraie."
        )
    )
    pages.heading(_("Minute par minute"))
    pages.grid(
        [[_("Minute"), _("Vous faites, vous dites")], *([when, _(what)] for when, what in MINUTES)],
        widths=(12, 88),
    )
    pages.heading(_("Si quelque chose coince"))
    pages.bullets([_(item) for item in ACCIDENTS])


def profile_lines(home: Household) -> list[str]:
    """Say what a profile tells of a household: its town, then its shelves.

    The shelf of the postcode is left out: the town says it.
    """
    return [
        _("commune : {name}").format(name=home.commune),
        *(each.name for each in home.segments if each.because != ("postcode",)),
    ]


def _places(pages: Sheet, game: Deal) -> None:
    pages.add_page()
    width = WIDTH / 2
    for place, home in enumerate(game.households):
        x, y = MARGIN + place % 2 * width, _TOP + place // 2 * _PLACE_HEIGHT
        pages.set_xy(x + 4, y + 5)
        pages.fit(width - 8, _("Place n° {n}").format(n=number(place + 1)), 16, bold=True, height=8)
        pages.set_xy(x + 4, y + 15)
        pages.fit(width - 8, _("Application « Révisions », un soir."), 10.5, height=5)
        middle = y + 24
        pages.line(x + 4, middle, x + width - 4, middle)
        pages.set_xy(x + 4, middle + 3)
        pages.fit(width - 8, _("PROFIL DU FOYER (à plier derrière)"), 8.5, height=5)
        for rank, text in enumerate(profile_lines(home)):
            pages.set_xy(x + 4, middle + 8.5 + 5.6 * rank)
            pages.fit(width - 8, f"– {text}", 10, height=6)
    _cut(pages, 2, _PLACE_HEIGHT, 4)


def _advertisers(pages: Sheet, game: Deal) -> None:
    pages.add_page()
    width = WIDTH / 2
    for rank, (name, task) in enumerate(ADVERTISERS):
        x, y = MARGIN + rank % 2 * width, _TOP + rank // 2 * _ADVERTISER_HEIGHT
        pages.set_xy(x + 4, y + 4)
        title = _("Annonceur {letter} : {name}").format(letter=LETTERS[rank], name=_(name))
        pages.fit(width - 8, title, 13, bold=True, height=7)
        pages.set_xy(x + 4, y + 12)
        pages.write_font(9.5)
        pages.multi_cell(width - 8, 4.6, _(task), align="L", markdown=True)
        header = (
            _("Place"),
            _("sans profil"),
            _("profil : il vous\nintéresse"),
            _("profil :\nsinon"),
        )
        columns = (0.0, 16.0, 38.0, 63.0)
        top = y + 24
        for text, shift in zip(header, columns, strict=True):
            pages.set_xy(x + 4 + shift, top)
            pages.write_font(8)
            pages.multi_cell(21, 3.6, text, align="L")
        for place in range(len(game.households)):
            blind = int(game.blind[place, rank])
            line = top + 8.5 + 6 * place
            pages.line(x + 4, line, x + width - 4, line)
            for value, shift in zip(
                (place + 1, blind, if_wanted(blind), NOT_WANTED), columns, strict=True
            ):
                pages.set_xy(x + 4 + shift, line)
                pages.write_font(11, bold=shift == 0)
                pages.cell(20, 6, number(value))
    x, y = MARGIN + width, _TOP + 2 * _ADVERTISER_HEIGHT
    pages.set_xy(x + 4, y + 4)
    pages.fit(width - 8, _("Le crieur"), 13, bold=True, height=7)
    pages.set_xy(x + 4, y + 14)
    pages.write_font(10)
    pages.multi_cell(
        width - 8,
        5,
        _(
            "Vous vendez pour l’application. Annoncez la place, dites « une fois, deux fois », "
            "faites découvrir les offres. **Le plus offrant gagne et paie l’offre du deuxième.** "
            "Écrivez le gagnant et le prix. Ne dépliez aucun profil avant la manche 2."
        ),
        align="L",
        markdown=True,
    )
    _cut(pages, 2, _ADVERTISER_HEIGHT, 3)


def _cut(pages: Sheet, across: int, height: float, down: int) -> None:
    width = WIDTH / across
    for column in range(across + 1):
        x = MARGIN + column * width
        pages.cut_line(x, _TOP, x, _TOP + down * height)
    for row in range(down + 1):
        y = _TOP + row * height
        pages.cut_line(MARGIN, y, MARGIN + WIDTH, y)


def _score_sheet(pages: Sheet, game: Deal) -> None:
    pages.add_page()
    pages.heading(_("La feuille de criée"), 18)
    pages.paragraph(
        _("Le gagnant paie **l’offre du deuxième**. Une offre est un nombre de jetons."), 12
    )
    places = [[number(place + 1), "", "", "", ""] for place in range(len(game.households))]
    pages.grid(
        [
            [
                _("Place"),
                _("sans profil : gagnant"),
                _("prix payé"),
                _("avec profil : gagnant"),
                _("prix payé"),
            ],
            *places,
            [_("**Total**"), "", "", "", ""],
        ],
        widths=(12, 25, 19, 25, 19),
        size=12,
        line_height=10,
    )
    pages.paragraph(_("**Notre pari** : sur huit places, ______ se vendront moins cher."), 12)
    pages.heading(_("Où vont les jetons ?"))
    pages.grid(
        [
            [_("Qui"), _("sa part du total"), _("jetons")],
            *([party_name(party), percent(share), ""] for party, share in FEES.items()),
            [party_name(PUBLISHER), _("le reste"), ""],
        ],
        widths=(50, 25, 25),
        size=12,
        line_height=9,
    )


def _answers(pages: Sheet, school: School, game: Deal) -> None:
    pages.add_page()
    pages.heading(_("Les réponses"), 18)
    pages.paragraph(_("Page de l’enseignant : ne la distribuez pas."))
    blind, knowing = game.sale(profile=False), game.sale(profile=True)
    rows = [
        [
            number(place + 1),
            *(
                text
                for sale in (blind, knowing)
                for text in (LETTERS[int(sale.winner[place])], number(sale.paid[place]))
            ),
        ]
        for place in range(len(game.households))
    ]
    totals = [round(float(sale.paid.sum())) for sale in (blind, knowing)]
    pages.grid(
        [
            [_("Place"), _("sans profil"), _("prix"), _("avec profil"), _("prix")],
            *rows,
            [_("**Total**"), "", number(totals[0]), "", number(totals[1])],
        ],
        widths=(16, 24, 18, 24, 18),
        size=9.5,
    )
    cheaper = int((knowing.paid < blind.paid).sum())
    kept = share_out(totals[1], [*FEES.values(), 1 - sum(FEES.values())])
    parties = [*FEES, PUBLISHER]
    pages.bullets(
        [
            _("**Le pari** : {n} places sur huit se vendent moins cher.").format(n=number(cheaper)),
            _("**Les jetons de la manche 2** : {parts}. Ces parts sont une hypothèse.").format(
                parts=", ".join(
                    _("{party} {n}").format(party=party_name(party), n=number(tokens))
                    for party, tokens in zip(parties, kept, strict=True)
                )
            ),
        ]
    )
    home = game.households[game.innocent]
    pages.boxed(
        _(
            "À lire à voix haute : « La place n° {n}. {winner} l’a payée {price} jetons : petit "
            "revenu, un seul adulte. C’est le foyer où vit {name}. D’où vient le petit revenu ? "
            "D’une bourse, et d’un courtier qui a **supposé**. Or l’argent n’y manque pas. Demain, "
            "ce foyer recevra des offres de crédit cher, et ne saura jamais pourquoi. »"
        ).format(
            n=number(game.innocent + 1),
            winner=_(ADVERTISERS[int(knowing.winner[game.innocent])][0]),
            price=number(knowing.paid[game.innocent]),
            name=f"{school.columns['given_name'][home.row]} "
            f"{school.columns['family_name'][home.row]}",
        ),
        10.5,
    )
    pages.heading(_("Quatre questions, et ce que l’on peut entendre"))
    pages.bullets([_(item) for item in QUESTIONS], 10)
    pages.heading(_("À copier"))
    pages.boxed(
        _(
            "Un service « gratuit » vend des places sur votre écran, **aux enchères**. Le "
            "**profil** du foyer fait monter certains prix, en fait tomber d’autres, et se trompe "
            "parfois. Tous les acheteurs le lisent ; un seul gagne ; une partie de l’argent reste "
            "en chemin."
        ),
        10.5,
    )
