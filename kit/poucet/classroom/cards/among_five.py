"""The pages of "among five", lesson 7's unplugged twin: rules, cards, strips, worksheet, answers.

The teacher has a class that may stand up, a printer and scissors; success is a row of five pupils
who unfold the same word, and a table that pupils have made vaguer with their own hands.
"""

from __future__ import annotations

from poucet.classroom.cards.among_five_game import (
    COLUMNS,
    GROUPS,
    LEFT_OUT,
    PRICES,
    SECRET,
    STRIPS,
    STRIPS_K,
    Seat,
    Table,
    answers,
    seats,
    tables,
)
from poucet.classroom.cards.among_five_words import ACCIDENTS, MATERIAL, MINUTES, QUESTIONS
from poucet.classroom.cards.pages import CARD_WIDTH, ON_A_PAGE, cards_page, rules_page
from poucet.classroom.cards.sheet import Sheet
from poucet.i18n import gettext as _
from poucet.labels import label
from poucet.school import School

NAME = {"fr": "parmi-cinq", "en": "among-five"}
_FOLD = 13.0  # millimetres at the foot of a card, folded back
_STRIP = 42.0  # height of a small card


def sheet() -> Sheet:
    """Lay out the whole game, in the language in use."""
    pages = Sheet(_("Cachés parmi cinq"))
    school = School(seed=2)
    dealt = seats(school)
    _rules(pages)
    for first in range(0, len(dealt), ON_A_PAGE):
        shown = dealt[first : first + ON_A_PAGE]
        cards_page(
            pages,
            len(shown),
            lambda place, x, y, first=first, shown=shown: _card(  # type: ignore[misc]
                pages, school, shown[place], first + place + 1, x, y
            ),
        )
    cards_page(pages, len(STRIPS), lambda place, x, y: _strip(pages, school, place, x, y), _STRIP)
    _worksheet(pages)
    _answers(pages, school)
    return pages


def cells(school: School, row: int) -> dict[str, str]:
    """Give what the table says of a pupil, in the reader's language."""
    grant = school.columns["scholarship"][row]
    return {
        "class": str(school.columns["class"][row]),
        "sex": _("fille") if school.columns["sex"][row] == "F" else _("garçon"),
        "commune": str(school.columns["commune"][row]),
        "scholarship": _("oui") if grant else _("non"),
    }


def answer(school: School, row: int) -> str:
    """Say what a pupil answered."""
    said = _("oui") if school.sealed[SECRET][row] else _("non")
    return _("L’argent manque : {answer}").format(answer=said)


def prices() -> dict[str, int]:
    """Give what each way to make the table vaguer costs, in points."""
    name = label("class")
    made = {
        _("{column} : barrer le numéro (« 1re 3 » devient « 1re »)").format(column=name): PRICES[
            "class"
        ][1],
        _("{column} : barrer tout").format(column=name): PRICES["class"][2],
    }
    for column in COLUMNS[1:]:
        made[_("{column} : barrer tout").format(column=label(column))] = PRICES[column][1]
    return {**made, _("mettre une carte de côté"): LEFT_OUT}


def _rules(pages: Sheet) -> None:
    rules_page(
        pages,
        _("Cachés parmi cinq"),
        _(
            "La leçon 7, « Protéger sans détruire », sans ordinateur. **25 minutes, de 20 à 32 "
            "élèves.** Cette page est pour l’enseignant."
        ),
        material=MATERIAL,
        care=_(
            "**On ne parle que des cartes.** Personne ne dit si, chez lui, l’argent manque : le "
            "jeu n’a besoin d’aucune donnée vraie."
        ),
        minutes=MINUTES,
        accidents=ACCIDENTS,
    )


def _card(pages: Sheet, school: School, seat: Seat, number: int, x: float, y: float) -> None:
    told = cells(school, seat.row)
    pages.set_xy(x + 4, y + 3)
    pages.write_font(10)
    pages.cell(40, 5, _("Carte {number}").format(number=number))
    pages.set_xy(x + 4, y + 9)
    pages.fit(56, str(school.columns["given_name"][seat.row]), 17, height=8, bold=True)
    pages.pebbles(seat.row + 1, x + 63, y + 3, 22)
    for place, name in enumerate(("sex", "commune", "scholarship")):
        pages.set_xy(x + 4, y + 23 + 8 * place)
        pages.write_font(11)
        words = _("{column} : **{value}**").format(column=label(name), value=told[name])
        pages.multi_cell(CARD_WIDTH - 8, 6, words, markdown=True, align="L")
    fold = y + 65 - _FOLD
    pages.set_dash_pattern(dash=0.6, gap=1.2)
    pages.line(x, fold, x + CARD_WIDTH, fold)
    pages.set_dash_pattern()
    pages.set_xy(x + 4, fold + 0.5)
    pages.write_font(7)
    pages.cell(CARD_WIDTH - 8, 4, _("pliez ici, vers l’arrière"))
    pages.set_xy(x + 4, fold + 4.5)
    pages.write_font(13, bold=True)
    pages.cell(CARD_WIDTH - 8, 7, answer(school, seat.row))


def _strip(pages: Sheet, school: School, place: int, x: float, y: float) -> None:
    row = STRIPS[place] - 1
    told = cells(school, row)
    pages.set_xy(x + CARD_WIDTH - 16, y + 2)
    pages.write_font(15, bold=True)
    pages.cell(12, 7, letter(place), align="R")
    for line, name in enumerate(COLUMNS):
        pages.set_xy(x + 4, y + 3 + 7 * line)
        pages.write_font(11)
        words = _("{column} : **{value}**").format(column=label(name), value=told[name])
        pages.multi_cell(CARD_WIDTH - 22, 6, words, markdown=True, align="L")
    pages.line(x + 4, y + 32, x + CARD_WIDTH - 4, y + 32)
    pages.set_xy(x + 4, y + 33.5)
    pages.write_font(11, bold=True)
    pages.cell(CARD_WIDTH - 8, 6, answer(school, row))


def letter(place: int) -> str:
    """Name a small card by its place, from 0."""
    return chr(ord("A") + place)


def _worksheet(pages: Sheet) -> None:
    pages.add_page()
    pages.heading(_("Feuille de route"), 18)
    pages.heading(_("Manche 1. Quatre groupes debout"))
    pages.paragraph(_("**Mon pari** : la mairie connaît les réponses de ______ groupes sur 4."), 12)
    pages.grid(
        [
            [_("Groupe"), _("oui"), _("non"), _("Que sait la mairie de chacun ?")],
            *([group_name(place), "", "", ""] for place in range(len(GROUPS))),
        ],
        widths=(46, 9, 9, 36),
        line_height=8,
    )
    pages.heading(_("Manche 2. À vous de cacher"))
    pages.paragraph(
        _(
            "Posez les douze petites cartes. Deux cartes sont du même groupe si **tout ce qui "
            "reste au-dessus du trait** est pareil. Il faut que chaque groupe ait au moins "
            "**{k} cartes** (k = {k}). Une colonne barrée l’est sur **les douze** cartes. "
            "Vous voulez le moins de points possible."
        ).format(k=STRIPS_K)
    )
    pages.grid(
        [
            [_("Ce que l’on barre"), _("Points"), _("Essai 1"), _("Essai 2")],
            *([name, str(points), "", ""] for name, points in prices().items()),
            [_("**Total**"), "", "", ""],
        ],
        widths=(58, 14, 14, 14),
        line_height=7,
    )
    pages.paragraph(_("Mes groupes (les lettres) :"), 11)
    pages.grid([["1", "2", "3", "4"], ["", "", "", ""]], widths=(25, 25, 25, 25), line_height=9)
    pages.paragraph(
        _("Un de ces groupes est percé à jour. Lequel, et pourquoi ? _______________________"), 11
    )
    pages.heading(_("Manche 3. Réparer"))
    pages.paragraph(
        _(
            "Chaque groupe doit maintenant contenir **un « oui » et un « non » au moins**. "
            "Nouveau total : ______ points. Ce que la mairie ne sait plus : ______________________"
        ),
        11,
    )


def group_name(place: int) -> str:
    """Name a group of round 1."""
    sex, commune, grant = GROUPS[place]
    words = {
        ("F", True): _("filles de {commune}, avec une bourse"),
        ("F", False): _("filles de {commune}, sans bourse"),
        ("M", True): _("garçons de {commune}, avec une bourse"),
        ("M", False): _("garçons de {commune}, sans bourse"),
    }
    return words[sex, grant].format(commune=commune)


def _answers(pages: Sheet, school: School) -> None:
    pages.add_page()
    pages.heading(_("Les réponses"), 18)
    pages.paragraph(_("Page de l’enseignant : ne la distribuez pas."))
    pages.heading(_("Manche 1. Quatre groupes debout"))
    rows = []
    for place in range(len(GROUPS)):
        said = answers(school, place)
        yes = sum(said)
        tells = _("on ne peut pas dire")
        if yes in (0, len(said)):
            tells = _("tous ont dit oui") if yes else _("tous ont dit non")
        rows.append([group_name(place), str(yes), str(len(said) - yes), tells])
    pages.grid(
        [[_("Groupe"), _("oui"), _("non"), _("Que sait la mairie de chacun ?")], *rows],
        widths=(46, 9, 9, 36),
    )
    dealt = seats(school)
    hers = next(
        rank
        for rank, seat in enumerate(dealt, start=1)
        if seat.group == 2 and not school.sealed[SECRET][seat.row]
    )
    pages.boxed(
        _(
            "À lire à voix haute, à la carte {number} : « {name}, la mairie vous écrit : nous "
            "savons que l’argent manque chez vous. Sa preuve : **quatre filles de votre commune "
            "ont dit oui**. Vous aviez répondu non. Personne ne vous a retrouvée, et vous voilà "
            "accusée. »"
        ).format(number=hers, name=school.columns["given_name"][dealt[hers - 1].row]),
        11,
    )
    pages.heading(_("Manches 2 et 3"))
    best, repaired = tables(school)[0], tables(school, different=2)[0]
    sure = next(group for group in best.groups if len({said_on(school, one) for one in group}) == 1)
    pages.bullets(
        [
            _(
                "**k = {k}** : barrer {columns}, soit **{cost} points**. Groupes : {groups}. Toute "
                "autre façon coûte davantage."
            ).format(
                k=STRIPS_K, columns=_struck(best), cost=best.cost, groups=_letters(best.groups)
            ),
            _("**Percé à jour** : le groupe {group}, où tous ont dit oui.").format(
                group=_letters([sure])
            ),
            _(
                "**Réparé** : barrer {columns}, soit **{cost} points**. Groupes : {groups}. La "
                "mairie ne sait plus ni où, ni si la famille a déjà une bourse."
            ).format(
                columns=_struck(repaired), cost=repaired.cost, groups=_letters(repaired.groups)
            ),
        ]
    )
    pages.heading(_("Quatre questions, et ce que l’on peut entendre"))
    pages.bullets([_(item) for item in QUESTIONS], 10)
    pages.heading(_("À copier"))
    pages.boxed(
        _(
            "**k-anonymat** : chacun se confond avec k − 1 autres au moins. Il cache la ligne, pas "
            "le secret que tout un groupe partage (**homogénéité**). **Généraliser** : rendre une "
            "case plus vague. Protéger davantage, c’est toujours perdre quelque chose : d’abord la "
            "question, puis le moins de colonnes possible."
        ),
        10.5,
    )


def said_on(school: School, place: int) -> bool:
    """Tell what a small card answers."""
    return bool(school.sealed[SECRET][STRIPS[place] - 1])


def _struck(table: Table) -> str:
    named = [label(name) for name, level in zip(COLUMNS, table.levels, strict=True) if level]
    return ", ".join(named)


def _letters(groups: object) -> str:
    return ", ".join("".join(letter(place) for place in group) for group in groups)  # type: ignore[attr-defined]
