"""What a source must keep to: each sentence in both languages, nothing for the wrong reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poucet.classroom.build_edition import comment_language
from poucet.classroom.build_grades import grading_defects
from poucet.classroom.build_source import Cell, Source
from poucet.classroom.build_typography import french_defects
from poucet.i18n import LANGUAGES
from poucet.i18n import gettext as _

# raises-exception is nbclient's: a cell whose error is the lesson.
TAGS = ("teacher", "solution", "note", "raises-exception")


def source_defects(source: Source) -> list[str]:
    """Say what is wrong in a source, one sentence a defect with its file and line."""
    cells = [cell for cell in source.cells if "note" not in cell.tags]
    found = [
        *_in_each_cell(source, cells),
        *_between_twins(cells),
        *grading_defects(cells, is_assignment=source.assignment is not None),
    ]
    return [
        _("{source}:{line} : {defect}.").format(source=source.name, line=line, defect=defect)
        for line, defect in sorted(found)
    ]


def _in_each_cell(source: Source, cells: list[Cell]) -> Iterator[tuple[int, str]]:
    for cell in cells:
        if cell.language not in (None, *LANGUAGES):
            yield (
                cell.line,
                _("la langue « {lang} » n’existe pas : fr ou en").format(lang=cell.language),
            )
        if cell.kind == "markdown" and cell.language is None:
            yield (
                cell.line,
                _('cette cellule de texte n’a pas de langue : ajoutez lang="fr" ou "en"'),
            )
        for tag in cell.tags:
            if tag not in TAGS:
                yield (
                    cell.line,
                    _("l’étiquette « {tag} » n’existe pas : {tags}").format(
                        tag=tag, tags=", ".join(TAGS)
                    ),
                )
        if cell.kind == "markdown" and cell.language == "fr":
            for below, rule in french_defects(cell.text):
                yield cell.line + 1 + below, _(rule)
        yield from _in_solution(source, cell)


def _in_solution(source: Source, cell: Cell) -> Iterator[tuple[int, str]]:
    if "solution" in cell.tags and source.assignment:
        yield cell.line, _('dans un devoir, écrivez answer="…" au lieu de l’étiquette solution')
    elif "solution" in cell.tags and cell.kind != "code":
        yield (
            cell.line,
            _("seule une cellule de code peut être une solution : étiquetez-la teacher"),
        )
    begun, ended = (cell.text.count(f"### {word} SOLUTION") for word in ("BEGIN", "END"))
    if begun != ended:
        yield cell.line, _("chaque BEGIN SOLUTION doit avoir son END SOLUTION")
    if cell.kind == "code" and cell.language is None:
        spoken = [comment_language(line) for line in cell.text.split("\n")]
        if spoken.count("fr") != spoken.count("en"):
            yield cell.line, _("les commentaires « # fr: » et « # en: » ne vont pas par deux")


def _between_twins(cells: list[Cell]) -> Iterator[tuple[int, str]]:
    waiting: Cell | None = None
    for cell in [*cells, None]:
        if waiting is not None:
            if cell is None or cell.language != "en" or cell.kind != waiting.kind:
                yield waiting.line, _("cette cellule française n’a pas sa jumelle anglaise")
            else:
                yield from _differences(waiting, cell)
        elif cell is not None and cell.language == "en":
            yield cell.line, _("cette cellule anglaise n’a pas sa jumelle française juste avant")
        waiting = cell if cell is not None and cell.language == "fr" else None


def _differences(french: Cell, english: Cell) -> Iterator[tuple[int, str]]:
    if sorted(french.tags) != sorted(english.tags):
        yield english.line, _("les étiquettes diffèrent de celles de la jumelle française")
    if _other_attributes(french) != _other_attributes(english):
        yield english.line, _("les attributs diffèrent de ceux de la jumelle française")
    if french.kind == "markdown" and _levels(french.text) != _levels(english.text):
        yield english.line, _("les niveaux de titres diffèrent de ceux de la jumelle française")


def _other_attributes(cell: Cell) -> dict[str, object]:
    return {name: value for name, value in cell.attributes.items() if name not in ("lang", "tags")}


def _levels(text: str) -> list[int]:
    without_code = re.sub(r"^(```|~~~).*?^\1", "", text, flags=re.MULTILINE | re.DOTALL)
    return [len(marks) for marks in re.findall(r"^(#{1,6})\s", without_code, flags=re.MULTILINE)]
