"""The pages of "two files", lesson 4's unplugged twin: rules, two rounds, answers.

The teacher has a class in twos, a printer and a photocopier; success is twenty minutes that need no
computer, and a name that nobody who was there forgets.
"""

from __future__ import annotations

from string import ascii_uppercase

import numpy as np

from poucet.classroom.cards.pages import rules_page
from poucet.classroom.cards.sheet import Sheet
from poucet.classroom.cards.two_files_game import Deal, code, day_of, deal, suspects
from poucet.classroom.cards.two_files_words import ACCIDENTS, MATERIAL, MINUTES, QUESTIONS
from poucet.classroom.values import said
from poucet.i18n import day
from poucet.i18n import gettext as _
from poucet.school import School

NAME = {"fr": "deux-fichiers", "en": "two-files"}


def sheet() -> Sheet:
    """Lay out the whole game, in the language in use."""
    pages = Sheet(_("Deux fichiers"))
    school = School(seed=2)
    game = deal(school)
    _rules(pages)
    _first_round(pages, school, game)
    _accounts(pages, school, game)
    _directory(pages, school, game)
    _answers(pages, school, game)
    return pages


def _name(school: School, row: int) -> str:
    return f"{school.columns['given_name'][row]} {school.columns['family_name'][row]}"


def _date(born: np.datetime64) -> str:
    return day(day_of(born))


def _rules(pages: Sheet) -> None:
    rules_page(
        pages,
        _("Deux fichiers"),
        _(
            "La leçon 4, « Recoller les morceaux », sans ordinateur. **20 minutes, par deux.** "
            "Cette page est pour l’enseignant."
        ),
        material=MATERIAL,
        care=_(
            "**On ne parle que des feuilles.** Personne ne donne sa propre date de naissance : "
            "le jeu n’a besoin d’aucune donnée vraie."
        ),
        minutes=MINUTES,
        accidents=ACCIDENTS,
    )


def _first_round(pages: Sheet, school: School, game: Deal) -> None:
    pages.add_page()
    pages.heading(_("Manche 1 : percez les codes"), 18)
    pages.paragraph(
        _(
            "Le site a remplacé chaque nom par un code. Voici sa recette : **jour × mois × nombre "
            "de lettres du prénom**. Léa, née le 3 juin : 3 × 6 × 3 = 54."
        ),
        12,
    )
    pages.paragraph(_("**Mon pari** : sur huit codes, j’en percerai ______."), 12)
    born, names = school.columns["birth_date"], school.columns["given_name"]
    codes = [str(code(str(names[row]), born[row])) for row in game.coded]
    pages.heading(_("Les codes du site"))
    pages.grid([codes, [""] * len(codes)], widths=(1,) * len(codes), size=13, line_height=9)
    pages.heading(_("La liste du lycée"))
    pages.paragraph(
        _("Partagez-vous les noms : six chacun. Quatre d’entre eux n’ont pas de compte.")
    )
    pages.grid(
        [
            [_("élève"), _("date de naissance"), _("son code")],
            *([_name(school, row), _date(born[row]), ""] for row in game.listed),
        ],
        widths=(40, 35, 25),
        size=12,
        line_height=8,
    )


def _accounts(pages: Sheet, school: School, game: Deal) -> None:
    pages.add_page()
    pages.heading(_("Manche 2 : les comptes du site"), 18)
    pages.paragraph(
        _(
            "Les codes ne sont plus que des lettres. Le sexe et la date ont été tapés par les "
            "élèves eux-mêmes. Cherchez qui c’est dans l’annuaire : **un seul nom possible**, "
            "écrivez-le ; aucun ou deux, laissez vide."
        ),
        12,
    )
    sex = school.columns["sex"]
    pages.grid(
        [
            [_("compte"), _("sexe"), _("date de naissance"), _("c’est…")],
            *(
                [letter, said(str(sex[owner])), _date(typed), ""]
                for letter, owner, typed in zip(
                    ascii_uppercase, game.accounts, game.typed, strict=False
                )
            ),
        ],
        widths=(12, 16, 32, 40),
        size=12,
        line_height=8,
    )
    pages.paragraph(_("Nous avons écrit ______ noms. À notre avis, ______ sont faux."), 12)


def _directory(pages: Sheet, school: School, game: Deal) -> None:
    pages.add_page()
    pages.heading(_("Manche 2 : l’annuaire du lycée"), 18)
    pages.paragraph(_("Tous les élèves n’ont pas ouvert de compte."), 12)
    sex, born = school.columns["sex"], school.columns["birth_date"]
    pages.grid(
        [
            [_("élève"), _("sexe"), _("date de naissance")],
            *([_name(school, row), said(str(sex[row])), _date(born[row])] for row in game.pupils),
        ],
        widths=(50, 18, 32),
        size=11.5,
        line_height=7,
    )


def _answers(pages: Sheet, school: School, game: Deal) -> None:
    pages.add_page()
    pages.heading(_("Les réponses"), 18)
    pages.paragraph(_("Page de l’enseignant : ne la distribuez pas."))
    born, names = school.columns["birth_date"], school.columns["given_name"]
    first = ", ".join(f"{code(str(names[row]), born[row])} {names[row]}" for row in game.coded)
    found: list[str] = []
    doubts: list[str] = []
    nobody: list[str] = []
    wrong = ""
    for letter, account in zip(ascii_uppercase, range(len(game.accounts)), strict=False):
        who = suspects(game, school, account)
        if len(who) != 1:
            (doubts if who else nobody).append(letter)
        elif who[0] == game.innocent:
            wrong = letter
        else:
            found.append(f"{letter} {_name(school, who[0])}")
    pages.bullets(
        [
            _("**Manche 1** : {codes}.").format(codes=first),
            _("**Manche 2, retrouvés ({count})** : {names}.").format(
                count=len(found), names=", ".join(found)
            ),
            _(
                "**Manqués ({count})** : {doubts} (deux élèves possibles) et {nobody} (personne)."
            ).format(
                count=len(doubts) + len(nobody), doubts=", ".join(doubts), nobody=", ".join(nobody)
            ),
            _("**Accusé à tort (1)** : {letter} {name}.").format(
                letter=wrong, name=_name(school, game.innocent)
            ),
        ]
    )
    pages.boxed(
        _(
            "À lire à voix haute : « Le compte {letter} a écrit à son professeur principal à deux "
            "heures et demie du matin. Qui dort si peu ? Vous avez "
            "tous écrit le même nom : {name}. Or {name} **n’a jamais ouvert de compte**. Un autre "
            "élève a mal tapé son jour de naissance, et c’est devenu le sien. Comment pourrait-il "
            "le prouver ? »"
        ).format(letter=wrong, name=_name(school, game.innocent)),
        11,
    )
    pages.heading(_("Quatre questions, et ce que l’on peut entendre"))
    pages.bullets([_(item) for item in QUESTIONS], 10.5)
    pages.heading(_("À copier"))
    pages.boxed(
        _(
            "Un **pseudonyme** (un code qui remplace toujours la même personne) n’est pas "
            "l’anonymat. On peut le percer en recalculant le code de tout le monde, ou le "
            "contourner en comparant deux fichiers : c’est la **corrélation**. Elle en retrouve, "
            "elle en manque, et elle en accuse à tort."
        ),
        11,
    )
