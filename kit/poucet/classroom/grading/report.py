"""One line a hand-in: the marks that go into the school's software, and what happened, in words.

The table knows avatars only. A file that could not be given to an avatar is told by its place in
the list that the command prints, never by its name.
"""

from __future__ import annotations

import csv
import html
import io
from dataclasses import dataclass, field
from pathlib import Path

from poucet.classroom.grading.gradebook import Mark, write
from poucet.classroom.grading.verdicts import sentence
from poucet.i18n import gettext as _
from poucet.i18n import language


@dataclass
class Line:
    """A hand-in's line: its avatar, its points, and the names of its verdicts."""

    rank: int
    path: str
    avatar: int | None
    stop: str | None = None
    remarks: list[str] = field(default_factory=list)
    marks: dict[str, Mark] = field(default_factory=dict)

    @property
    def said(self) -> str:
        """Give what happened, in plain words."""
        if self.stop:
            return sentence(self.stop)
        return " ".join(sentence(code) for code in self.remarks) or _("Corrigé.")

    @property
    def total(self) -> float:
        """Give the points given so far."""
        return sum(mark.score or 0.0 for mark in self.marks.values())

    @property
    def waits(self) -> bool:
        """Tell whether the teacher still has something to mark."""
        return any(mark.score is None for mark in self.marks.values())


def write_table(lines: list[Line], questions: list[str], path: Path) -> None:
    """Write the marks as CSV, in the form that the language's spreadsheets open.

    Parameters
    ----------
    lines : list of Line
        The class.
    questions : list of str
        The graded cells, in order.
    path : pathlib.Path
        The file to write.
    """
    french = language() == "fr"
    text = io.StringIO()
    table = csv.writer(text, delimiter=";" if french else ",", lineterminator="\r\n")

    def points(value: float | None) -> str:
        shown = "" if value is None else f"{value:g}"
        return shown.replace(".", ",") if french else shown

    ends = [_("total"), _("sur"), _("reste à noter"), _("ce qui s’est passé")]
    table.writerow([_("avatar"), *questions, *ends])
    for line in lines:
        cells = [points(line.marks[name].score) if name in line.marks else "" for name in questions]
        graded = bool(line.marks) and not line.stop
        table.writerow(
            [
                line.avatar or _("fichier n° {rank}").format(rank=line.rank),
                *(cells if graded else [""] * len(questions)),
                points(line.total) if graded else "",
                points(sum(mark.best for mark in line.marks.values())) if graded else "",
                (_("oui") if line.waits else _("non")) if graded else "",
                line.said,
            ]
        )
    write(path, "\ufeff" + text.getvalue())


def stop_page(line: Line, assignment: str) -> str:
    """Give the page of a pupil whose hand-in could not be graded."""
    title = _("Devoir {name} · avatar {avatar}").format(name=assignment, avatar=line.avatar)
    return (
        f'<!DOCTYPE html>\n<html lang="{language()}"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
        f"<title>{html.escape(title)}</title></head><body><h1>{html.escape(title)}</h1>"
        f"<p>{html.escape(line.said)}</p></body></html>\n"
    )
