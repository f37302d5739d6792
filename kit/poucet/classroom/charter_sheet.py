"""The charter of a class, printed on one page: what was agreed, what it costs, who voted for it.

A class has negotiated a contract and voted. Success is a page that a parent reads in two minutes:
each clause in plain words, the four figures, the public demands that are kept, broken or left to
debate, and a place to sign.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from poucet.classroom.cards.sheet import MARGIN, WIDTH, Sheet
from poucet.contract import Contract, judge
from poucet.contract.chapters import CHAPTERS
from poucet.damages import damage
from poucet.errors import PoucetError
from poucet.i18n import day, euros, ngettext, number, percent
from poucet.i18n import gettext as _
from poucet.market import CounterBudget

if TYPE_CHECKING:
    from poucet.contract.verdicts import Judgement, Verdict
    from poucet.damages import Damage
    from poucet.school import School

_SIZES = (9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)  # points, the largest that holds on the page
_QUOTED = 7  # broken demands that are quoted one by one


@dataclass(frozen=True)
class Vote:
    """A show of hands, as the teacher typed it."""

    for_it: int
    against: int
    abstained: int

    def __str__(self) -> str:
        return _("Pour : {yes} ; contre : {no} ; abstentions : {blank}.").format(
            yes=number(self.for_it), no=number(self.against), blank=number(self.abstained)
        )

    @property
    def outcome(self) -> str:
        """What was decided: a charter passes if more hands are for it than against."""
        if self.for_it > self.against:
            return _("La charte est adoptée.")
        return _("La charte n’est pas adoptée : on retourne à la table.")


def print_charter(
    contract: Contract,
    school: School,
    path: str | Path,
    *,
    group: str = "",
    hands: Sequence[int] | None = None,
    date: datetime.date | str | None = None,
) -> Path:
    """Write the charter of a class as one A4 page, in the language in use.

    Parameters
    ----------
    contract : Contract
        What the class agreed.
    school : School
        The school its figures are counted on.
    path : str or Path
        The PDF file; an earlier one of the same name is replaced, and its folder is made if need
        be.
    group : str, optional
        Name of the class; left out, a line to write it on.
    hands : sequence of int, optional
        Hands for, against, and abstaining; left out, three boxes to fill in.
    date : datetime.date or str, optional
        The day of the vote, such as ``"2027-05-18"``; left out, a line to write it on.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    poucet.errors.PoucetError
        If the vote is not three numbers, the date is none, or the file cannot be written.
    """
    from poucet.contract.holding import checked_date

    vote = checked_vote(hands)
    voted_on = None if date is None else checked_date(date)
    file = Path(path)
    if file.suffix != ".pdf":
        raise PoucetError(
            _("Le fichier « {file} » doit finir par .pdf, par exemple charte.pdf.").format(
                file=path
            )
        )
    judgement, counted = judge(contract, school), damage(contract.apply(school), school)
    sheet(contract, judgement, counted, group=group, vote=vote, date=voted_on).save(file)
    return file


def checked_vote(hands: Sequence[int] | None) -> Vote | None:
    """Give the vote, or say what is wrong with it; None where nobody has voted."""
    if hands is None:
        return None
    try:
        counts = list(hands)
    except TypeError:
        counts = []
    fine = all(isinstance(n, int) and not isinstance(n, bool) and n >= 0 for n in counts)
    if len(counts) != 3 or not fine:
        raise PoucetError(
            _(
                "Un vote est trois nombres entiers, pour, contre et abstentions, par exemple "
                "(18, 7, 3) ; reçu {value}."
            ).format(value=hands)
        )
    return Vote(*counts) if sum(counts) else None


def sheet(
    contract: Contract,
    judgement: Judgement,
    counted: Damage,
    *,
    group: str = "",
    vote: Vote | None = None,
    date: datetime.date | None = None,
) -> Sheet:
    """Lay out the page, in the largest letters that let it be one page."""
    for size in _SIZES:
        page = Sheet(_("Charte de confiance de la classe"))
        page.add_page()
        _write(page, size, contract, judgement, counted, group, vote, date)
        if page.page_no() == 1 or size == _SIZES[-1]:
            break
        page.put_away()
    return page


def _write(
    page: Sheet,
    size: float,
    contract: Contract,
    judgement: Judgement,
    counted: Damage,
    group: str,
    vote: Vote | None,
    date: datetime.date | None,
) -> None:
    page.heading(_("Charte de confiance de la classe"), 18)
    page.paragraph(
        _("Classe : {group}     Service : une application d’exercices     Date : {date}").format(
            group=group or "______________", date=day(date) if date else "______________"
        ),
        10,
    )
    sentences = contract.sentences()
    for title, clauses in CHAPTERS.items():
        _chapter(page, _(title), (sentences[clause] for clause in clauses), size)
    _figures(page, counted, size)
    _verdicts(page, judgement, size)
    _vote(page, vote, size)


def _chapter(page: Sheet, title: str, lines: Iterable[str], size: float) -> None:
    page.ln(size * 0.12)
    page.write_font(size + 1.5, bold=True)
    page.multi_cell(WIDTH, size * 0.58, title, align="L", new_x="LMARGIN", new_y="NEXT")
    for line in lines:
        page.write_font(size)
        page.cell(4.5, size * 0.48, "•")
        page.multi_cell(
            WIDTH - 4.5, size * 0.48, line, align="L", new_x="LMARGIN", new_y="NEXT"
        )  # fmt: skip


def _figures(page: Sheet, counted: Damage, size: float) -> None:
    """Say what the charter protects and what it costs."""
    of = number(counted.pupils)
    free = counted.euros == 0
    cost = CounterBudget().per_pupil
    _chapter(
        page,
        _("Ce qu’elle protège, ce qu’elle coûte (au lycée fictif de {n} élèves)").format(n=of),
        [
            _("Élèves que l’on peut encore retrouver dans une copie : {n}.").format(
                n=number(counted.found)
            ),
            _("Élèves dont une machine dirait quelque chose de faux : {n}.").format(
                n=number(counted.accused)
            ),
            _("Argent tiré des données : {euros} par an.").format(euros=counted.written()["euros"])
            + " "
            + (
                _(
                    "Quelqu’un doit donc payer le service : environ {each} par élève et par an "
                    "(exemple du kit, pour un million d’élèves)."
                ).format(each=euros(cost, 0))
                if free
                else _("Ce sont les élèves qui paient, avec leurs données.")
            ),
            _("Utilité gardée pour la classe : {share}.").format(share=percent(counted.usefulness)),
        ],
        size,
    )


def _verdicts(page: Sheet, judgement: Judgement, size: float) -> None:
    """Count the public demands that are kept; name those that are not, and those to debate."""
    kept, broken, open_ = (
        [verdict for verdict in judgement if verdict.status == status]
        for status in ("pass", "fail", "undecidable")
    )
    lines = [
        ngettext("Tenue : {n}.", "Tenues : {n}.", len(kept)).format(n=number(len(kept))),
        ngettext("Pas tenue : {n}.", "Pas tenues : {n}.", len(broken)).format(n=number(len(broken)))
        + _named(broken),
        _("À débattre, qu’aucun programme ne tranche : {n}.").format(n=number(len(open_)))
        + _named(open_),
    ]
    title = _("Les {n} demandes publiques, lues une par une").format(n=number(len(judgement)))
    _chapter(page, title, lines, size)


def _named(verdicts: Sequence[Verdict]) -> str:
    """Quote some demands, or, where they are many, count them by who asked."""
    if len(verdicts) <= _QUOTED:
        return "".join(" " + _("« {said} »").format(said=v.demand.sentence) for v in verdicts)
    authors = Counter(str(verdict.demand.source) for verdict in verdicts)
    return "".join(
        " " + _("{name} : {value}").format(name=author, value=f"{number(count)}.")
        for author, count in authors.items()
    )


def _vote(page: Sheet, vote: Vote | None, size: float) -> None:
    said = (
        f"**{vote}** {vote.outcome}"
        if vote
        else _("**Vote à main levée.** Pour : ______ Contre : ______ Abstentions : ______")
    )
    page.boxed(said, max(size, 8.5))
    page.write_font(size)
    signed = (_("pour les élèves"), _("pour les familles"), _("pour l’établissement"))
    y = page.get_y() + 1
    for place, who in enumerate(signed):
        page.set_xy(MARGIN + place * WIDTH / 3, y)
        page.cell(WIDTH / 3, 5, _("Signature, {who} :").format(who=who))
    page.set_xy(MARGIN, y + 11)
