"""The pages of "four moments", lesson 3's unplugged twin: rules, cards, moments, log, answers.

The teacher has a class, a printer and scissors; success is twenty-five minutes that need no
projector and not one true fact about anybody in the room.
"""

from __future__ import annotations

import tempfile
from functools import lru_cache
from pathlib import Path

from poucet.attacks.portrait_words import clock
from poucet.classroom.cards.four_moments_game import (
    DAYS,
    EDGES,
    HOME,
    PARTS,
    PLAYERS,
    SCHOOL,
    Deal,
    Moment,
    deal,
)
from poucet.classroom.cards.four_moments_words import ACCIDENTS, MATERIAL, MINUTES, QUESTIONS
from poucet.classroom.cards.pages import ON_A_PAGE, TOP, cards_page, rules_page
from poucet.classroom.cards.sheet import MARGIN, WIDTH, Sheet
from poucet.exports.formats import weblog
from poucet.i18n import gettext as _
from poucet.school import School

NAME = {"fr": "quatre-moments", "en": "four-moments"}
SEED, LOGGED = 2, 594  # the school of the lesson, and the pupil whose log it reads


def sheet() -> Sheet:
    """Lay out the whole game, in the language in use."""
    pages = Sheet(_("Quatre moments"))
    school = School(seed=SEED)
    game = deal(school)
    _rules(pages)
    for first in range(0, PLAYERS, ON_A_PAGE):
        cards_page(
            pages,
            ON_A_PAGE,
            lambda place, x, y, first=first: _card(pages, game, first + place, x, y),  # type: ignore[misc]
        )
    _page_of_moments(pages, game)
    _page_of_log(pages)
    _answers(pages, game, school)
    return pages


def days() -> tuple[str, ...]:
    """Give the days of the week, from Monday."""
    return (
        _("lundi"), _("mardi"), _("mercredi"), _("jeudi"), _("vendredi"), _("samedi"),
        _("dimanche"),
    )  # fmt: skip


def places() -> tuple[str, ...]:
    """Give the words of the three kinds of places, in the order of their numbers."""
    return _("à la maison"), _("au lycée"), _("en route")


def hours(part: int) -> str:
    """Say a part of the day."""
    first, last = EDGES[part], EDGES[part + 1]
    return _("{first} h – {last} h").format(first=first, last=last)


def moment_sentence(moment: Moment, by_day: bool = False) -> str:
    """Say a moment as the caller reads it."""
    day = days()[moment.day].capitalize()
    if by_day:
        return _("{day} : au moins une connexion.").format(day=day)
    return _("{day}, de {first} h à {last} h, {place}.").format(
        day=day,
        first=EDGES[moment.part],
        last=EDGES[moment.part + 1],
        place=places()[moment.place],
    )


def _rules(pages: Sheet) -> None:
    rules_page(
        pages,
        _("Quatre moments"),
        _(
            "La leçon 3, « Les petits cailloux », sans ordinateur. **25 minutes, de 20 à 32 "
            "élèves.** Cette page est pour l’enseignant."
        ),
        material=MATERIAL,
        rule=_(
            "Chaque carte est la semaine d’un élève fictif, vue par un service en ligne : quand il "
            "s’est connecté, et d’où. Tout le monde se lève. Vous lisez un moment. Celui dont la "
            "carte ne le porte pas s’assied. On compte à voix haute ceux qui restent debout."
        ),
        care=_(
            "**On ne parle que des cartes.** Personne ne raconte ses propres soirées ni ses "
            "propres nuits : le jeu n’a besoin d’aucune donnée vraie."
        ),
        minutes=MINUTES,
        accidents=ACCIDENTS,
    )


def _card(pages: Sheet, game: Deal, row: int, x: float, y: float) -> None:
    pages.set_xy(x + 4, y + 3)
    pages.write_font(12, bold=True)
    pages.cell(40, 6, _("Carte {number}").format(number=row + 1))
    left, top, wide, high = x + 20, y + 14.5, 9.4, 5.6
    pages.write_font(7.5)
    for day, name in enumerate(days()):
        pages.set_xy(left + day * wide, top - 5)
        pages.cell(wide, 5, name[:3], align="C")
    for part in range(PARTS):
        pages.set_xy(x + 2, top + part * high)
        pages.cell(left - x - 3, high, hours(part), align="R")
        for day in range(DAYS):
            pages.rect(left + day * wide, top + part * high, wide, high)
            seen = game.seen[row, day, part].nonzero()[0].tolist()
            for rank, place in enumerate(seen):
                across = left + (day + (rank + 1) / (len(seen) + 1)) * wide
                _mark(pages, place, across, top + (part + 0.5) * high)
    legend = top + PARTS * high + 4.6
    for place, word in enumerate(places()):
        _mark(pages, place, x + 14 + place * 24, legend)
        pages.set_xy(x + 16 + place * 24, legend - 2.5)
        pages.cell(22, 5, word)


def _mark(pages: Sheet, place: int, x: float, y: float) -> None:
    """Draw a kind of place: a pebble for home, an empty square for school, a cross for the way."""
    if place == HOME:
        pages.set_fill_color(40)
        pages.ellipse(x - 1.5, y - 1.2, 3, 2.4, style="F")
        pages.set_fill_color(255)
    elif place == SCHOOL:
        pages.rect(x - 1.3, y - 1.3, 2.6, 2.6)
    else:
        pages.line(x - 1.3, y - 1.3, x + 1.3, y + 1.3)
        pages.line(x - 1.3, y + 1.3, x + 1.3, y - 1.3)


def _page_of_moments(pages: Sheet, game: Deal) -> None:
    pages.add_page()
    height, y = 24.0, TOP
    for turn in (1, 2):
        for rank, moment in enumerate(game.moments, start=1):
            pages.cut_line(MARGIN, y, MARGIN + WIDTH, y)
            pages.set_xy(MARGIN + 3, y + 3)
            pages.write_font(10)
            label = _("Manche {turn}, moment {rank}").format(turn=turn, rank=rank)
            pages.cell(WIDTH - 6, 5, label)
            pages.set_xy(MARGIN + 3, y + 9.5)
            words = moment_sentence(moment, by_day=turn == 2)
            pages.fit(WIDTH - 6, words, 19, bold=True, height=10)
            y += height
    pages.cut_line(MARGIN, y, MARGIN + WIDTH, y)


@lru_cache(maxsize=1)
def log_lines() -> tuple[str, ...]:
    """Give the sign-ins of one pupil in the first two weeks, as the server's log writes them."""
    school = School(seed=SEED)
    login = weblog.logins(school)[LOGGED - 1]
    with tempfile.TemporaryDirectory() as folder:
        weblog.write(school, Path(folder), weeks=2)
        with (Path(folder) / weblog.FILE).open(encoding="utf-8") as file:
            mine = [line for line in file if f" {login} " in line and "/entry HTTP" in line]
    return tuple(line.partition(' "')[0].replace(login, str(LOGGED)) for line in mine)


def _page_of_log(pages: Sheet) -> None:
    pages.add_page()
    pages.heading(_("La page de journal"), 18)
    pages.paragraph(
        _(
            "Deux semaines de connexions de l’élève n° {number}, telles que le serveur les a "
            "notées, à partir du lundi 7 septembre : l’adresse, le numéro, le jour et l’heure."
        ).format(number=LOGGED),
        9.5,
    )
    top = pages.get_y()
    lines, half = log_lines(), (len(log_lines()) + 1) // 2
    for rank, line in enumerate(lines):
        pages.set_xy(MARGIN + rank // half * WIDTH / 2, top + rank % half * 5.8)
        pages.fit(WIDTH / 2, line, 8.5, height=5.8)
    pages.set_xy(MARGIN, top + half * 5.8 + 1)
    pages.bullets(
        [
            _("Entourez les lignes entre minuit et 4 heures."),
            _(
                "Coloriez de deux couleurs les adresses qui commencent par 2001 : ce sont deux "
                "logements."
            ),
            _("Les adresses qui commencent par 192 sont au lycée ; les autres, en route."),
        ],
        9.5,
    )
    pages.heading(_("La fiche portrait de {number}").format(number=LOGGED))
    questions = [
        _("Combien de nuits avec une connexion, entre minuit et 4 heures ?"),
        _("L’heure de la connexion la plus matinale, après 6 heures :"),
        _("Combien de logements ? Quel jour en change-t-on ?"),
        _("Ce que les lignes **disent** :"),
        _("Ce que l’on **suppose**, sans que les lignes le disent :"),
    ]
    pages.grid(
        [[_("Question"), _("Ma réponse")], *([question, "\n\n"] for question in questions)],
        widths=(52, 48),
    )
    pages.boxed(
        _("Une entreprise lit cette page et écrit : « travaille la nuit ». Que lui répondez-vous ?")
        + "\n\n\n",
        10,
    )


def _answers(pages: Sheet, game: Deal, school: School) -> None:
    pages.add_page()
    pages.heading(_("Les réponses"), 18)
    pages.paragraph(_("Page de l’enseignant : ne la distribuez pas."))
    name = school.columns["given_name"][game.avatars[game.card - 1] - 1]
    night, early, moves = portrait_answers()
    pages.bullets(
        [
            _("**Manche 1** : reste la carte {card}, {name}.").format(card=game.card, name=name),
            _("**Manche 2** : presque tout le monde reste debout. On ne peut désigner personne."),
            _(
                "**La page de journal** : {nights} nuits avec une connexion ; la plus matinale à "
                "{early} ; deux logements, elle en change le {day}. La vraie raison de ses nuits : "
                "elle dort mal. Elle n’a aucun travail."
            ).format(nights=night, early=early, day=days()[moves]),
        ]
    )
    pages.heading(_("Combien restent debout, selon le nombre de cartes distribuées"))
    pages.grid(
        [
            [_("cartes"), *(_("Manche {turn}").format(turn=turn) for turn in (1, 2))],
            *(
                [
                    str(players),
                    *(
                        " → ".join(map(str, game.counts(players, by_day)))
                        for by_day in (False, True)
                    ),
                ]
                for players in (32, 28, 24, 20)
            ),
        ],
        widths=(16, 42, 42),
    )
    pages.heading(_("Quatre questions, et ce que l’on peut entendre"))
    pages.bullets([_(item) for item in QUESTIONS], 11)
    pages.heading(_("À copier"))
    pages.boxed(
        _(
            "Une **trace** est la suite des lignes qu’une personne laisse en utilisant un service. "
            "Quelques moments connus suffisent à la reconnaître : une trace est une **signature**, "
            "même sans nom. L’heure, le lieu et l’appareil sont des **métadonnées**. Elles disent "
            "quand et où, jamais pourquoi."
        ),
        11,
    )


def portrait_answers() -> tuple[int, str, int]:
    """Give the answers of the log page: nights, earliest hour from six, weekday of the change."""
    night, early, moved = set(), 24 * 60, 0
    home = ""
    for line in log_lines():
        address, _dash, _number, stamp, _zone = line.split()
        day, hour, minute, _second = stamp.strip("[").split(":")
        since = 60 * int(hour) + int(minute)
        if since < 4 * 60:
            night.add(day)
        elif since >= 6 * 60:
            early = min(early, since)
        network = ":".join(address.split(":")[:4]) if ":" in address else home
        if home and network != home:
            moved = (int(day[:2]) - 7) % 7  # 7 September is a Monday
        home = network
    return len(night), clock(early), moved
