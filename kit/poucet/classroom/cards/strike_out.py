"""The pages of "strike it out", lesson 1's unplugged twin: rules, files, functions, roles, answers.

The teacher has a class, a printer and pens; success is twenty minutes after which the class has
struck out most of a file by hand, and has wrongly concluded something about somebody.
"""

from __future__ import annotations

from poucet.classroom.cards.pages import CARD_WIDTH, TOP, cards_page, rules_page
from poucet.classroom.cards.sheet import MARGIN, WIDTH, Sheet
from poucet.classroom.cards.strike_out_words import (
    ACCIDENTS,
    MATERIAL,
    MINUTES,
    QUESTIONS,
    ROLES,
)
from poucet.classroom.values import said
from poucet.exports.service import FUNCTIONS, OPAQUE_ID, Function, singled_out
from poucet.exports.service_fields import DIRECTORY_FORMATS, fields
from poucet.i18n import day, number
from poucet.i18n import gettext as _
from poucet.labels import label
from poucet.school import School

NAME = {"fr": "rayez", "en": "strike-out"}
TRULY, WRONGLY = 30, 347  # Eva, of whom a reader is right; Lisa, of whom a reader is wrong
_TITLES = {
    "google": "Google",
    "sds-v1-min": "SDS",
    "sds-v1": "SDS",
    "sds-v2.1": "SDS",
    "oneroster": "OneRoster",
    "aaf": "AAF",
    "be1d": "BE1D",
}
# Where a column has its most telling name; elsewhere AAF's, then the first format that has one.
_TELLING = {"address2": "be1d", "postcode2": "be1d", "commune2": "be1d", "scholarship": "sds-v2.1"}
_CARD_HEIGHT = 50.0


def sheet() -> Sheet:
    """Lay out the whole game, in the language in use."""
    school = School(seed=2)
    pages = Sheet(_("L’annuaire s’en va"))
    _rules(pages)
    for avatar in (TRULY, WRONGLY):
        _file(pages, school, avatar)
    _cards(
        pages,
        [
            *((_starred(function), _needs(function)) for function in FUNCTIONS),
            (
                _("Identifiant opaque"),
                _(
                    "À donner en dernier. Un code tiré au sort par le lycée, un par élève et par "
                    "service. Il suffit pour se connecter ; l’écran du lycée remet les noms pour "
                    "la professeure."
                ),
            ),
        ],
    )
    _cards(pages, [(_(name), _(task)) for name, task in ROLES])
    _answers(pages, school)
    return pages


def _rules(pages: Sheet) -> None:
    rules_page(
        pages,
        _("L’annuaire s’en va"),
        _(
            "La leçon 1 sans ordinateur. **20 minutes, de 8 à 36 élèves, en groupes.** "
            "Cette page est pour l’enseignant."
        ),
        material=MATERIAL,
        rule=_(
            "Un service d’exercices a reçu toute la ligne d’une élève fictive. Chaque groupe raye "
            "au stylo ce dont le service n’a pas besoin, carte de fonction après carte de fonction."
        ),
        care=_(
            "**On ne parle que des dossiers.** Personne ne dit ici son adresse, sa bourse ni sa "
            "famille : le jeu n’a besoin d’aucune donnée vraie."
        ),
        minutes=MINUTES,
        accidents=ACCIDENTS,
    )


def travels_as(column: str) -> str:
    """Say by what name a column travels in a real format; a dash if none carries it.

    Examples
    --------
    >>> print(travels_as("address2"), travels_as("scholarship"), travels_as("devices"), sep="; ")
    BE1D : Adresse2; SDS : flag = freeLunch; —
    """
    first = _TELLING.get(column, "aaf")
    for name in (first, *DIRECTORY_FORMATS):
        for field in fields(name).get(column, ()):
            word = f" = {field.word}" if field.word else ""
            return _("{name} : {value}").format(name=_TITLES[name], value=field.name + word)
    return "—"


def _cell(column: str, value: object) -> str:
    if column == "birth_date":
        return day(value.item())  # type: ignore[attr-defined]
    if column == "scholarship":
        return _("oui") if value else _("non")
    return said(str(value)) or "—"


def _file(pages: Sheet, school: School, avatar: int) -> None:
    cells = {name: cells[avatar - 1] for name, cells in school.columns.items()}
    pages.add_page()
    name = f"{cells['given_name']} {cells['family_name']}"
    pages.heading(_("Dossier : {name}").format(name=name), 18)
    pages.pebbles(avatar, MARGIN + WIDTH - 16, TOP - 2, 14)
    pages.paragraph(_("Élève fictive, lycée de Valmorne. Rayez ce dont le service n’a pas besoin."))
    pages.grid(
        [
            [_("Colonne"), _("Sa valeur"), _("Son nom dans un vrai fichier")],
            *([label(name), _cell(name, cell), travels_as(name)] for name, cell in cells.items()),
        ],
        widths=(28, 40, 32),
        size=9.5,
        line_height=6,
    )
    line = "_" * 76
    pages.paragraph(
        _("**Un inconnu en conclurait** que cette élève ou sa famille…") + f"\n{line}\n{line}", 10.5
    )
    pages.paragraph(_("**Notre pari** : il faut au service au moins ______ colonnes."), 10.5)


def _starred(function: Function) -> str:
    name = function.name[0].upper() + function.name[1:]
    return f"★ {name}" if function.core else name


def _needs(function: Function) -> str:
    if function.key == "homework":
        return _("Il lui faut : la classe, et de quoi se connecter.")
    ways = [" + ".join(label(column) for column in way) for way in function.needs]
    if function.needs[0] == (OPAQUE_ID,):  # that card comes last
        del ways[0]
    return _("Il lui faut : {ways}.").format(ways=_(", ou ").join(ways))


def _cards(pages: Sheet, cards: list[tuple[str, str]]) -> None:
    def draw(place: int, x: float, y: float) -> None:
        title, text = cards[place]
        pages.set_xy(x + 4, y + 5)
        pages.fit(CARD_WIDTH - 8, title, 13, bold=True, height=7)
        pages.set_xy(x + 4, y + 14)
        pages.write_font(10)
        pages.multi_cell(CARD_WIDTH - 8, 5, text, align="L")

    cards_page(pages, len(cards), draw, _CARD_HEIGHT)


def _answers(pages: Sheet, school: School) -> None:
    pages.add_page()
    pages.heading(_("Les réponses"), 18)
    pages.paragraph(_("Page de l’enseignant : ne la distribuez pas."))
    pages.heading(_("L’enveloppe"))
    pages.bullets(
        [
            _(
                "**Eva** : deux adresses, une bourse. Ses parents sont séparés et l’argent manque. "
                "Le fichier l’avait dit."
            ),
            _(
                "**Lisa** : un seul téléphone, une bourse. On conclut comme pour Eva, et c’est "
                "**faux**. Ses parents vivent ensemble, un seul a écrit son numéro ; la famille ne "
                "manque de rien."
            ),
        ]
    )
    pages.heading(_("Ce qui part, et ce qu’il en coûte"))
    lists = (
        list(school.columns),
        ["class", "email"],
        ["class", OPAQUE_ID],
    )
    pages.grid(
        [
            [_("Ce qui part"), _("Élèves seuls à avoir ces valeurs")],
            *(
                [
                    _("les {n} colonnes").format(n=len(columns))
                    if len(columns) > 2
                    else ", ".join(label(column) for column in columns),
                    _("{n} sur {pupils}").format(
                        n=number(singled_out(school, columns)), pupils=number(school.size)
                    ),
                ]
                for columns in lists
            ),
        ],
        widths=(60, 40),
    )
    pages.paragraph(
        _(
            "**2 colonnes** suffisent aux quatre fonctions étoilées : la classe, et de quoi ouvrir "
            "un compte. L’adresse électronique contient le nom ; l’identifiant opaque, tiré au "
            "sort par le lycée, ne dit rien. Il n’est dans aucun dossier : donnez sa carte à la "
            "fin."
        )
    )
    pages.heading(_("Quatre questions, et ce que l’on peut entendre"))
    pages.bullets([_(item) for item in QUESTIONS])
    pages.heading(_("À copier"))
    pages.boxed(
        _(
            "La **finalité** dit à quoi les données serviront. La **minimisation** (RGPD, "
            "article 5), c’est n’envoyer que ce qu’elle demande. Un **identifiant opaque** ne dit "
            "rien à celui qui le reçoit ; l’école garde la liste. Une colonne banale peut raconter "
            "une famille, et se tromper."
        ),
        11,
    )
