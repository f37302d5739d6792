"""One small check for each demand: met, not met, or beyond what a program can decide.

A check reads the contract and what is held under it. What it cannot see, it does not guess: a
promise of security is read as a promise, a place as a place, and a remark says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from poucet.contract import clauses
from poucet.contract.findings import (
    FAIL,
    PASS,
    UNDECIDABLE,
    Clause,
    Evidence,
    Finding,
    Rows,
    clause,
    failing_if,
)
from poucet.contract.held_rows import HeldRows
from poucet.contract.places import EUROPE_ON_A_MAP, EUROPEAN_LAW, FRANCE
from poucet.exports.service import FUNCTIONS, OPAQUE_ID

if TYPE_CHECKING:
    from poucet.contract.terms import Contract

Check = Callable[["Contract", HeldRows], Finding]

COMMERCE = ("advertising", "selling_records")
ADDRESSES = ("address", "address2", "email")
# What the functions that the class asked for need, once pupils have opaque identifiers.
NEEDED_FIELDS = frozenset(
    column
    for function in FUNCTIONS
    if function.core
    for way in function.needs
    if OPAQUE_ID in way or len(function.needs) == 1
    for column in way
)
# To hand out work and read it again: what was opened, answered, handed in. The hour tells whether
# it was in time; no second, no address and no conversation is wanted for that.
NEEDED_VERBS = ("opened", "submitted", "answered")
NEEDED_TIMES = ("hour", "day", "none")
MOST_REPLY_DAYS = 30  # RGPD, article 12(3): one month
MOST_RETENTION_MONTHS = 3  # arrêté of 30 November 2006 on ENTs, article 6
MOST_TRAIL_MONTHS = 12  # what one recent national service keeps of its connections
FEWEST_TOGETHER = 2  # below, a figure is about one pupil alone


def _wanted(name: str, value: bool, met: str = PASS, remark: str = "") -> Check:
    """Make the check of a clause that must say yes, or no."""

    def check(contract: Contract, held: HeldRows) -> Finding:
        if getattr(contract, name) is not value:
            return Finding(FAIL, (clause(contract, name),))
        return Finding(met, (), remark)

    return check


def _purposes(contract: Contract, unwanted: tuple[str, ...]) -> tuple[Clause, ...]:
    found = tuple(purpose for purpose in contract.purposes if purpose in unwanted)
    return (Clause("purposes", found),) if found else ()


def _no_commerce(contract: Contract, held: HeldRows) -> Finding:
    if found := _purposes(contract, COMMERCE):
        return Finding(FAIL, found)
    if grey := _purposes(contract, ("improving_product",)):
        return Finding(UNDECIDABLE, grey, "product")
    return Finding(PASS)


def _no_prediction(contract: Contract, held: HeldRows) -> Finding:
    return failing_if(_purposes(contract, ("predicting",)))


def _no_money(contract: Contract, held: HeldRows) -> Finding:
    found = _purposes(contract, COMMERCE)
    return failing_if((*found, clause(contract, "sponsorship")) if contract.sponsorship else found)


def _neutrality(contract: Contract, held: HeldRows) -> Finding:
    found = _purposes(contract, ("advertising",))
    return failing_if((*found, clause(contract, "sponsorship")) if contract.sponsorship else found)


def _elsewhere(contract: Contract, held: HeldRows, here: frozenset[str]) -> Iterator[Evidence]:
    """Find what is kept in another country: the clauses that send it there, then its rows."""
    if contract.hosting not in here:
        yield clause(contract, "hosting")
    for firm in contract.subprocessors:
        if firm.country not in here:
            yield Clause("subprocessors", (firm.name, firm.country))
    yield from held.rows(lambda copy: copy.country not in here)


def _in_europe(contract: Contract, held: HeldRows) -> Finding:
    if found := tuple(_elsewhere(contract, held, EUROPEAN_LAW | EUROPE_ON_A_MAP)):
        return Finding(FAIL, found)
    if grey := tuple(_elsewhere(contract, held, EUROPEAN_LAW)):
        return Finding(UNDECIDABLE, grey, "europe")
    return Finding(PASS, (), "place")


def _under_european_law(contract: Contract, held: HeldRows) -> Finding:
    return failing_if(_elsewhere(contract, held, EUROPEAN_LAW), "place")


def _in_france(contract: Contract, held: HeldRows) -> Finding:
    return failing_if(_elsewhere(contract, held, FRANCE), "place")


def _security(contract: Contract, held: HeldRows) -> Finding:
    lacking = tuple(each for each in clauses.SECURITY if each not in contract.security)
    return failing_if((Clause("security", contract.security),) if lacking else (), "promise")


def _rights(contract: Contract, held: HeldRows) -> Finding:
    found: list[Evidence] = []
    if contract.reply_days > MOST_REPLY_DAYS:
        found.append(clause(contract, "reply_days"))
    if not contract.erasure_reaches_copies:
        found.append(clause(contract, "erasure_reaches_copies"))
    found += _out_of_reach(contract)
    return failing_if((*found, *held.not_erased()), "promise")


def _out_of_reach(contract: Contract) -> Iterator[Clause]:
    """Quote what puts rows where no erasure and no retention reaches."""
    for firm in contract.subprocessors:
        if not firm.declared:
            yield Clause("subprocessors", (firm.name, firm.country))
    yield from _purposes(contract, COMMERCE)


def _anonymised(contract: Contract, held: HeldRows) -> Finding:
    """Look for lines that still bear an account and serve something else than their pupil."""
    if not contract.other_purposes:
        return Finding(PASS)
    if contract.anonymised_unless_personalising >= FEWEST_TOGETHER:
        return Finding(PASS, (), "together")
    return Finding(
        FAIL,
        (
            Clause("purposes", contract.other_purposes),
            clause(contract, "anonymised_unless_personalising"),
            *held.rows(lambda copy: copy.called_anonymous, ("account",)),
        ),
    )


def _where(contract: Contract, held: HeldRows) -> Finding:
    found: list[Evidence] = []
    if not contract.fields_published:
        found.append(clause(contract, "fields_published"))
    found += _out_of_reach(contract)
    return failing_if((*found, *held.rows(lambda copy: not copy.declared)))


def _signed_text(contract: Contract, held: HeldRows) -> Finding:
    if not contract.families_asked:
        return Finding(FAIL, (clause(contract, "families_asked"),))
    return Finding(UNDECIDABLE, (), "text")


def _addresses(contract: Contract, held: HeldRows) -> Finding:
    columns = tuple(column for column in contract.columns if column in ADDRESSES)
    if not columns:
        return Finding(PASS)
    found: list[Evidence] = []
    if fields := tuple(column for column in contract.fields if column in ADDRESSES):
        found.append(Clause("fields", fields))
    if contract.identifier == "email":
        found.append(clause(contract, "identifier"))
    return failing_if((*found, *held.rows(None, columns)))


def _needed_only(contract: Contract, held: HeldRows) -> Finding:
    found: list[Evidence] = []
    if fields := tuple(column for column in contract.fields if column not in NEEDED_FIELDS):
        found.append(Clause("fields", fields))
    if contract.identifier != "opaque":
        found.append(clause(contract, "identifier"))
    if verbs := tuple(verb for verb in contract.verbs if verb not in NEEDED_VERBS):
        found.append(Clause("verbs", verbs))
    columns = [column for column in contract.columns if column not in NEEDED_FIELDS]
    if contract.time not in NEEDED_TIMES:
        found.append(clause(contract, "time"))
        columns.append("time")
    if contract.ip != "none":
        found.append(clause(contract, "ip"))
        columns += ["ip", "place"]
    if not found:
        return Finding(PASS)
    return Finding(FAIL, (*found, *held.rows(None, columns), *held.lines_saying(verbs)))


def _accounts_end(contract: Contract, held: HeldRows) -> Finding:
    late = contract.retention_months > MOST_RETENTION_MONTHS
    return _ends(contract, "retention_months", late, held.kept_after_leaving(MOST_RETENTION_MONTHS))


def _trail_ends(contract: Contract, held: HeldRows) -> Finding:
    late = contract.trail_months > MOST_TRAIL_MONTHS
    return _ends(contract, "trail_months", late, held.kept_lines(MOST_TRAIL_MONTHS))


def _ends(contract: Contract, name: str, late: bool, rows: Iterable[Rows]) -> Finding:
    """Fail if the clause allows too long, or if a copy keeps rows longer than it allows."""
    kept = tuple(rows)
    found: list[Evidence] = [clause(contract, name)] if late else []
    if kept:
        if not contract.erasure_reaches_copies:
            found.append(clause(contract, "erasure_reaches_copies"))
        found += _out_of_reach(contract)
    return failing_if((*found, *kept))


def _never(remark: str) -> Check:
    return lambda contract, held: Finding(UNDECIDABLE, (), remark)


CHECKS: dict[str, Check] = {
    "cnil_no_commerce": _no_commerce,
    "cnil_europe": _in_europe,
    "cnil_security": _security,
    "cnil_rights": _rights,
    "cnil_no_prediction": _no_prediction,
    "sif_control": _wanted("supervised", True),
    "sif_europe": _under_european_law,
    "sif_no_money": _no_money,
    "sif_anonymised": _anonymised,
    "sif_shared": _wanted("exclusive", False),
    "sif_open_format": _wanted("open_format", True),
    "sif_open_programs": _wanted("published_source", True, remark="free"),
    "edunathon_informed": _wanted("families_informed", True),
    "edunathon_signed": _wanted("families_asked", True, remark="asked"),
    "edunathon_text": _signed_text,
    "edunathon_known": _wanted("fields_published", True),
    "edunathon_where": _where,
    "fcpe_addresses": _addresses,
    "fcpe_nation": _in_france,
    "letter_equality": _wanted("same_for_all", True),
    "letter_neutrality": _neutrality,
    "letter_continuity": _wanted("returned_at_the_end", True),
    "letter_adaptability": _never("needs"),
    "letter_binding": _wanted("supervised", True, met=UNDECIDABLE, remark="court"),
    "needed_only": _needed_only,
    "accounts_end": _accounts_end,
    "trail_ends": _trail_ends,
}
