"""The commands of the kit: thin doors to the rooms that do the work."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from poucet.errors import PoucetError
from poucet.exports.formats import FORMATS
from poucet.i18n import gettext as _
from poucet.i18n import language, ngettext, number, use_language
from poucet.manual import grade_page, purge_page

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help=_("Le kit poucet : les données personnelles à l’école, vécues par les élèves."),
)

Port = Annotated[int | None, typer.Option(help=_("Port sur 127.0.0.1."), min=1, max=65535)]
Browser = Annotated[
    bool, typer.Option("--browser/--no-browser", help=_("Ouvrir un navigateur, ou non."))
]
Lang = Annotated[str | None, typer.Option(help=_("Langue : fr ou en (sinon POUCET_LANG)."))]


def sentence_only(command: Callable[..., None]) -> Callable[..., None]:
    """Show a user's mistake as its sentence, without a traceback, and exit with status 2."""

    @functools.wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except PoucetError as trouble:
            typer.secho(f"→ {trouble}", err=True, fg="red")
            raise typer.Exit(2) from None

    return wrapped


def _speak(lang: str | None) -> str:
    if lang is not None:
        use_language(lang)
    return language()


@app.command("open", help=_("Ouvrir les leçons dans JupyterLab."))
@sentence_only
def open_(port: Port = None, browser: Browser = True, lang: Lang = None) -> None:
    """Open the lessons in JupyterLab on 127.0.0.1."""
    from poucet.lab import open_lab

    open_lab(port, browser, _speak(lang))


@app.command(
    help=_("Projeter les tableaux de bord."),
    epilog=_("POUCET_MOST_VISITORS : le plus de visiteurs à la fois (sinon selon la mémoire)."),
)
@sentence_only
def show(
    port: Port = 8866,
    browser: Browser = True,
    lang: Lang = None,
    lan: Annotated[
        bool, typer.Option("--lan", help=_("Ouvrir aussi aux postes du réseau, avec mot de passe."))
    ] = False,
    address: Annotated[
        str, typer.Option(help=_("Avec --lan : adresse de ce poste (sinon devinée)."))
    ] = "",
) -> None:
    """Serve the dashboards through Voilà on 127.0.0.1, and to the class if asked."""
    from poucet.voila.password import own_address
    from poucet.voila.server import serve

    network = (address or own_address()) if lan else ""
    serve(port=port or 8866, browser=browser, lang=_speak(lang), network_address=network)


@app.command(help=_("Imprimer les cartes d’une leçon, pour une classe sans ordinateur (PDF A4)."))
@sentence_only
def cards(
    lesson: Annotated[int, typer.Option(help=_("Numéro de la leçon."))] = 2,
    lang: Lang = None,
    out: Annotated[
        Path | None, typer.Option(help=_("Dossier où écrire (sinon cartes, ou cards en anglais)."))
    ] = None,
) -> None:
    """Print a lesson's unplugged twin as A4 PDF."""
    from poucet.classroom.cards import print_cards

    spoken = _speak(lang)
    folder = out or Path({"fr": "cartes", "en": "cards"}[spoken])
    for written in print_cards(lesson=lesson, lang=spoken, out=folder):
        typer.echo(written)


@app.command(help=_("Écrire une leçon en une page web, à lire sans Jupyter."))
@sentence_only
def page(
    lesson: Annotated[int, typer.Option(help=_("Numéro de la leçon."))] = 2,
    lang: Lang = None,
    out: Annotated[Path, typer.Option(help=_("Dossier où écrire."))] = Path(),
) -> None:
    """Run a lesson and write it as one accessible web page."""
    from poucet.classroom.lesson_page import write_page

    typer.echo(write_page(lesson, _speak(lang), out))


@app.command("export", help=_("Exporter un lycée fictif dans le format d’un vrai service."))
@sentence_only
def export_(
    format: Annotated[
        str,
        typer.Argument(
            help=", ".join(FORMATS),
            metavar="FORMAT",
        ),
    ],
    seed: Annotated[int, typer.Option(help=_("Graine : un lycée par nombre."))] = 1,
    pupils: Annotated[int, typer.Option(help=_("Nombre d’élèves."))] = 1100,
    out: Annotated[
        Path | None, typer.Option(help=_("Nouveau dossier (sinon export-FORMAT)."))
    ] = None,
    weeks: Annotated[
        int | None, typer.Option(help=_("Semaines de trace (xapi, moodle, weblog ; sinon 12)."))
    ] = None,
    identifier: Annotated[
        str | None, typer.Option(help=_("Qui parle, en xapi : account, mbox ou mbox_sha1sum."))
    ] = None,
    lang: Lang = None,
) -> None:
    """Write a fictitious school's export as a new folder."""
    from poucet.exports import export
    from poucet.school import School

    _speak(lang)
    asked = {"weeks": weeks, "identifier": identifier}
    choices = {name: value for name, value in asked.items() if value is not None}
    target = out or Path(f"export-{format}")
    with _bar(_("Export {format}").format(format=format)) as progress:
        school = School(seed=seed, pupils=pupils)
        files = export(school, format, target, progress=progress, **choices)
    for written in files:
        typer.echo(written)


@contextlib.contextmanager
def _bar(title: str) -> Iterator[Callable[[int, int], None]]:
    """Draw a bar on the terminal's error stream while something long goes on, then wipe it."""
    from rich.console import Console
    from rich.progress import Progress

    screen = Console(stderr=True)
    with Progress(console=screen, transient=True, disable=not screen.is_terminal) as drawn:
        task = drawn.add_task(title, total=None)
        yield lambda done, total: drawn.update(task, completed=done, total=total)


@app.command(help=grade_page())
@sentence_only
def grade(
    assignment: Annotated[str, typer.Argument(help=_("Nom du devoir : A2."), metavar=_("DEVOIR"))],
    hand_ins: Annotated[
        Path, typer.Argument(help=_("Dossier, archive ou copie."), metavar=_("COPIES"))
    ],
    course: Annotated[
        Path | None, typer.Option(help=_("Dossier des devoirs (sinon celui du kit)."))
    ] = None,
    sandbox: Annotated[
        bool,
        typer.Option(
            "--sandbox/--no-sandbox", help=_("Enfermer le code des élèves, ou non (risqué).")
        ),
    ] = True,
    lang: Lang = None,
) -> None:
    """Grade a class."""
    from poucet.checkout import root

    _speak(lang)
    if not sandbox:
        warning = _(
            "ATTENTION : le code des élèves s’exécute avec vos droits. "
            "Il peut lire, changer et envoyer tout ce que contient ce poste."
        )
        typer.secho(warning, err=True, fg="red", bold=True)
    from poucet.classroom.grading import quick_start

    try:
        with quick_start.without("rfc3987_syntax"):
            from poucet.classroom.grading.whole_class import grade_class
    except ModuleNotFoundError as missing:
        if missing.name in ("fcntl", "resource"):
            raise PoucetError(
                _("« poucet grade » demande Linux ou macOS : sous Windows, passez par WSL.")
            ) from None
        raise PoucetError(
            _("Il manque {name} : installez le kit avec sa partie « grade ».").format(
                name=missing.name
            )
        ) from None
    with _bar(_("Correction de {name}").format(name=assignment)) as progress:
        graded = grade_class(
            hand_ins, assignment, course or root() / "assignments", shut=sandbox, progress=progress
        )
    for line in graded.lines:
        who = line.path if line.avatar is None else _("avatar {n}").format(n=line.avatar)
        points = "" if line.stop else f"{number(line.total, 1)} · "
        typer.echo(f"{'✗' if line.stop else '✓'} {who} · {points}{line.said}")
    table, here = graded.table.resolve(), Path.cwd()
    typer.echo(table.relative_to(here) if table.is_relative_to(here) else table)
    if any(line.waits for line in graded.lines):
        typer.echo(_("Reste à noter à la main : poucet mark {name}").format(name=assignment))
    if without := sum(line.stop is not None for line in graded.lines):
        said = ngettext("{n} fichier n’a pas de note.", "{n} fichiers n’ont pas de note.", without)
        typer.secho(said.format(n=without), err=True, fg="red")
        raise typer.Exit(1)


@app.command(help=_("Noter les questions écrites, copie après copie, dans Formgrader."))
@sentence_only
def mark(
    assignment: Annotated[
        str | None,
        typer.Argument(help=_("Nom du devoir (sinon tous)."), metavar=_("DEVOIR")),
    ] = None,
    course: Annotated[
        Path | None, typer.Option(help=_("Dossier des devoirs (sinon celui du kit)."))
    ] = None,
    port: Port = None,
    browser: Browser = True,
    lang: Lang = None,
) -> None:
    """Open the formgrader on the course."""
    from poucet.checkout import root
    from poucet.lab.marking import open_marking

    spoken = _speak(lang)
    open_marking(assignment, course or root() / "assignments", port, browser, spoken)


@app.command(help=purge_page())
@sentence_only
def purge(
    before: Annotated[
        str, typer.Option(help=_("Premier jour gardé, par exemple 2027-07-01."), metavar="DATE")
    ],
    yes: Annotated[bool, typer.Option("--yes", help=_("Supprimer vraiment."))] = False,
    course: Annotated[
        Path | None, typer.Option(help=_("Dossier des devoirs (sinon celui du kit)."))
    ] = None,
    lang: Lang = None,
) -> None:
    """Delete old hand-ins and marks."""
    import datetime

    from poucet.checkout import root
    from poucet.classroom.grading.purge import purge as delete

    _speak(lang)
    try:
        first = datetime.date.fromisoformat(before)
    except ValueError:
        raise PoucetError(
            _("« {date} » n’est pas une date : écrivez-la comme 2027-07-01.").format(date=before)
        ) from None
    said, receipt = delete(course or root() / "assignments", first, really=yes)
    typer.echo(said)
    typer.echo(receipt or _("Rien n’est supprimé."))


@app.command(help=_("Construire les carnets depuis leurs sources (pour qui développe le kit)."))
@sentence_only
def build(
    check: Annotated[
        bool, typer.Option("--check", help=_("Ne rien écrire ; échouer si un carnet est périmé."))
    ] = False,
) -> None:
    """Build the notebooks from their bilingual sources."""
    from poucet.checkout import root
    from poucet.classroom.build import build as build_notebooks

    remarks = build_notebooks(root(), check=check)
    for remark in remarks:
        typer.echo(remark)
    if check and remarks:
        raise typer.Exit(1)


@app.command(
    help=_(
        "Écrire la configuration d’un serveur d’établissement (JupyterHub), et celle d’une "
        "académie (Kubernetes)."
    )
)
@sentence_only
def hub(
    folder: Annotated[Path, typer.Argument(help=_("Où l’écrire."), metavar=_("DOSSIER"))],
    lang: Lang = None,
) -> None:
    """Write the configuration of a school's server."""
    from poucet.hub import write_hub

    for written in write_hub(folder, _speak(lang)):
        typer.echo(written)


@app.command(help=_("Vérifier l’installation et dire ce qui manque."))
@sentence_only
def doctor(lang: Lang = None) -> None:
    """Check an installation and say what is missing."""
    from poucet.doctor import examine

    _speak(lang)
    findings = examine()
    for finding in findings:
        typer.echo(f"{'✓' if finding.well else '✗'} {finding.subject}")
        if not finding.well:
            typer.echo(f"    {finding.advice}")
    if not all(finding.well for finding in findings):
        raise typer.Exit(1)
    typer.echo(_("Tout est en place."))


if __name__ == "__main__":
    app()
