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
from poucet.i18n import language, use_language

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


@app.command(help=_("Projeter les tableaux de bord."))
@sentence_only
def show(port: Port = 8866, browser: Browser = True, lang: Lang = None) -> None:
    """Serve the dashboards through Voilà on 127.0.0.1."""
    from poucet.voila.server import serve

    serve(port=port or 8866, browser=browser, lang=_speak(lang))


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
