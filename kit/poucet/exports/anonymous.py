"""The supplier's "anonymous" holding: no name, a hash for each pupil, and what each one typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from poucet.attacks.recipe import Recipe, recipe_named
from poucet.exports.term import checked_weeks
from poucet.exports.trail import TrailColumns, trail_columns
from poucet.school.draws import Draws, slots, wheel

if TYPE_CHECKING:
    import pandas as pd

    from poucet.school import School

# All these figures are chosen by the authors.
JOINS = 0.62  # share of the pupils who open an account: the service is optional
MISTYPES = 0.14  # share of those who do not type their true birth date
MISTAKES = (4, 5, 5)  # weights: day and month swapped, a slip on the day, a year older


@dataclass(frozen=True, eq=False)
class Anonymous:
    """What the supplier holds, hands out, and calls anonymous.

    Attributes
    ----------
    accounts : dict of str to ndarray
        One row an account, in the order of the hashes, which tells nothing: ``account`` (the hash,
        uint64 or text as the recipe makes it), then what the pupil gave when signing up:
        ``level``, ``class``, ``sex``, ``birth_date``, ``birth_month`` and ``second_language``.
    truth : ndarray of int64
        Sealed, the school's alone: for each account, its row in ``directory(school)``, from 0.
    mistyped : ndarray of bool
        Sealed too: whether the birth date of the account is not the true one.
    recipe : Recipe
        How the hashes were made.
    """

    accounts: dict[str, np.ndarray]
    truth: np.ndarray
    mistyped: np.ndarray
    recipe: Recipe
    _school: School = field(repr=False)
    _weeks: int = field(repr=False)

    def __len__(self) -> int:
        return len(self.truth)

    @cached_property
    def trail_columns(self) -> TrailColumns:
        """The trail without pandas, in the form of `poucet.exports.trail_columns`.

        Its column ``account`` takes the place of ``pupil``: a rank among the hashes, in the order
        of `accounts`. Who has no account leaves no line.
        """
        codes, categories = trail_columns(self._school, self._weeks)
        rank = np.full(self._school.size, -1, np.int32)
        rank[self.truth] = np.arange(len(self))
        account = rank[codes["pupil"] - 1]
        kept = account >= 0
        lines = {
            name: account[kept] if name == "pupil" else values[kept]
            for name, values in codes.items()
        }
        return TrailColumns(
            {"account" if name == "pupil" else name: values for name, values in lines.items()},
            {"account": self.accounts["account"], **categories},
        )

    @cached_property
    def trail(self) -> pd.DataFrame:
        """The trail as a pandas table: that of `poucet.exports.trail`, ``account`` for pupil."""
        import pandas as pd

        codes, categories = self.trail_columns
        table = {
            name: pd.Categorical.from_codes(values, categories[name], validate=False)
            if name in categories
            else values
            for name, values in codes.items()
        }
        return pd.DataFrame(table, copy=False)


def anonymous(school: School, recipe: Recipe | str = "be1d", weeks: int = 4) -> Anonymous:
    """Give what the supplier of an optional exercise service holds of a school, without a name.

    The school sends each pupil who wants an account under a hash of name, birth date and school.
    At the first visit the service asks a few questions "for statistics", and some pupils slip or
    lie. The supplier then hands the accounts and their trail to others: "it is anonymous". Whoever
    has a directory beside it can try to put names back; success is a name on an account, and the
    mistake is the name of somebody who never had one.

    Parameters
    ----------
    school : School
        The school, whose seed draws the accounts too.
    recipe : Recipe or str, default "be1d"
        How the hashes are made, as for `poucet.attacks.reverse_hashes`: of ``"DURAND Léa"``,
        ``"03/06/2015"`` and the school's number, in this order; of the e-mail address alone if the
        recipe starts with ``mailto:``, as ``"xapi"`` does.
    weeks : int, default 4
        Weeks of trail, as for `poucet.exports.trail`.

    Returns
    -------
    Anonymous
        Accounts, trail and, sealed, the truth. Who has an account and what was typed do not depend
        on the recipe.

    Raises
    ------
    poucet.errors.PoucetError
        If the recipe or the number of weeks does not exist.

    Examples
    --------
    >>> from poucet import School
    >>> held = anonymous(School(seed=2), weeks=1)
    >>> list(held.accounts)
    ['account', 'level', 'class', 'sex', 'birth_date', 'birth_month', 'second_language']
    >>> held.trail.columns[:3].tolist()
    ['time', 'account', 'verb']
    """
    chosen, weeks = recipe_named(recipe), checked_weeks(weeks)
    draws = Draws(school.seed, "anonymous accounts")
    inside = np.flatnonzero(draws.turns(school.size) < slots(JOINS))
    typed = _typed(draws, school.columns["birth_date"])
    made = [chosen(*texts) for texts in _hashed_texts(school, chosen, inside)]
    hashes = np.array(made, dtype=np.uint64 if chosen.integer else object)
    order = np.argsort(hashes, kind="stable")
    inside, hashes = inside[order].astype(np.int64), hashes[order]
    columns = {name: values[inside] for name, values in school.columns.items()}
    return Anonymous(
        accounts={
            "account": hashes,
            **{name: columns[name] for name in ("level", "class", "sex")},
            "birth_date": typed[inside],
            "birth_month": typed[inside].astype("datetime64[M]").astype(str).astype(object),
            "second_language": columns["second_language"],
        },
        truth=inside,
        mistyped=typed[inside] != columns["birth_date"],
        recipe=chosen,
        _school=school,
        _weeks=weeks,
    )


def _hashed_texts(school: School, recipe: Recipe, rows: np.ndarray) -> Iterator[tuple[str, ...]]:
    """Give what the recipe hashes of each pupil."""
    names = ("family_name", "given_name", "birth_date", "email")
    for family, given, born, email in zip(
        *(school.columns[name][rows].tolist() for name in names), strict=True
    ):
        if recipe.prefix == "mailto:":
            yield (email,)
        else:
            yield f"{family.upper()} {given}", born.strftime("%d/%m/%Y"), school.uai


def _typed(draws: Draws, born: np.ndarray) -> np.ndarray:
    """Draw the birth date that each pupil types; most are true, and all exist."""
    size = len(born)
    months = born.astype("datetime64[M]")
    days = (born - months).astype(np.int64)  # from 0, as the ranks of the months
    ranks = months.astype(np.int64) % 12
    swapped = np.where(days < 12, _day(months - ranks + days, ranks), born)
    slip = 1 + (draws.turns(size).astype(np.int64) * 27 >> 16)
    another = _day(months, (days + slip) % 28)
    older = _day(months - 12, np.minimum(days, 27))
    mistake = wheel(MISTAKES)[draws.turns(size)]
    wrong = np.choose(mistake, [each.view(np.int64) for each in (swapped, another, older)])
    return np.where(draws.turns(size) < slots(MISTYPES), wrong.view("datetime64[D]"), born)


def _day(months: np.ndarray, days: np.ndarray) -> np.ndarray:
    """Give a day of each month, 0 being the first."""
    return months.astype("datetime64[D]") + days
