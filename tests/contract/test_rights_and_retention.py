"""Rights and retention, letter after letter and year after year, beside a model that knows little.

The model counts by the school's own file and trail, with pandas' calendar; it has no copy, no
plan and no dossier of the kit.
"""

import datetime
from collections import Counter

import numpy as np
import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from poucet import Contract, School, trail
from poucet.contract.comparing import compare
from poucet.contract.desk import Desk
from poucet.contract.replies import DONE, NOTHING
from poucet.contract.requests import RIGHTS

SCHOOL = School(seed=8, pupils=24)
LINES = trail(SCHOOL, weeks=2)
# how many lines of each verb a pupil leaves each day
DAYS = {
    avatar: Counter(zip(mine["verb"], mine["time"].dt.date, strict=True))
    for avatar in range(1, SCHOOL.size + 1)
    for mine in [LINES[LINES["pupil"] == avatar]]
}
LEAVES = {"seconde": "2029-08-31", "première": "2028-08-31", "terminale": "2027-08-31"}
AVATARS = st.integers(1, SCHOOL.size)


def later(date, months):
    return (pd.Timestamp(date) + pd.DateOffset(months=months)).date()


class RightsAndRetention(RuleBasedStateMachine):
    @initialize(
        name=st.sampled_from(["grand_public", "education", "ent", "charte"]),
        seed=st.integers(0, 2**32),
        months=st.integers(0, 30),
        trail_months=st.integers(0, 30),
        reply_days=st.integers(0, 70),
        reach=st.booleans(),
        supervised=st.booleans(),
        open_format=st.booleans(),
    )
    def sign(self, name, seed, months, trail_months, reply_days, reach, supervised, open_format):
        self.contract = Contract.load(name).replace(
            retention_months=months,
            trail_months=trail_months,
            reply_days=reply_days,
            erasure_reaches_copies=reach,
            supervised=supervised,
            open_format=open_format,
        )
        self.desk = Desk(self.contract.apply(SCHOOL, weeks=2), seed)
        self.erased: dict[int, datetime.date] = {}
        self.corrected: dict[int, list[tuple[datetime.date, str]]] = {}
        self.held = {"class": SCHOOL.columns["class"].tolist()}

    # -- the model ---------------------------------------------------------------------------

    def gone(self, avatar, date):
        leaves = datetime.date.fromisoformat(LEAVES[SCHOOL.columns["level"][avatar - 1]])
        end = later(leaves, self.contract.retention_months)
        return date >= min(end, self.erased.get(avatar, datetime.date.max))

    def group(self, avatar, date):
        found = self.held["class"][avatar - 1]
        for since, value in self.corrected.get(avatar, []):
            found = value if since <= date else found
        return found

    def lines(self, avatar, date):
        return sum(
            count
            for (verb, day), count in DAYS[avatar].items()
            if verb in self.contract.verbs and day <= date < later(day, self.contract.trail_months)
        )

    def own_row(self, avatar, date):
        """Find the supplier's own dossier about one pupil."""
        rows = self.desk.at(date).rows_of(avatar)
        return next((each for each in rows if each.copy.role == "supplier"), None)

    def check_supplier(self, avatar, date):
        own = self.own_row(avatar, date)
        if self.gone(avatar, date):
            assert own is None
        else:
            assert own.directory["class"] == self.group(avatar, date)
            assert own.lines == self.lines(avatar, date)

    # -- what happens ------------------------------------------------------------------------

    @rule(right=st.sampled_from(RIGHTS), avatar=AVATARS, number=st.integers(1, 9))
    def write(self, right, avatar, number):
        value = f"2de {number}"
        sent = self.desk.date
        already_gone = {a: self.desk.at(sent).rows_of(a) == [] for a in self.erased}
        reply = self.desk.ask(right, avatar, column="class", value=value)
        assert reply.request.sent == sent <= reply.answered
        if self.contract.supervised:
            assert reply.manner == "honest" and reply.days <= self.contract.reply_days
        due = later(sent, 1)
        assert (reply.days_late > 0) == (reply.answered > due)
        took_effect = reply.says == DONE and reply.manner != "false"
        if right == "erasure" and took_effect:
            known = self.erased.get(avatar, datetime.date.max)
            self.erased[avatar] = min(known, reply.answered)
        if right == "rectification" and took_effect:
            dated = [*self.corrected.get(avatar, []), (reply.answered, value)]
            self.corrected[avatar] = dated
        self.check_reply(reply)
        for other, was_gone in already_gone.items():
            if was_gone:
                assert self.desk.at(sent).rows_of(other) == []

    def check_reply(self, reply):
        """Whatever is hidden, left out or invented is found; what is true is not accused."""
        avatar, right = reply.request.avatar, reply.request.right
        really = self.desk.held(reply).rows_of(avatar)
        found = compare(reply, self.desk)
        hidden = [each for each in really if not each.copy.declared]
        if right == "access":
            cells = any(len(d.directory) > 1 or d.lines for d in really if d.copy.declared)
            untrue = (
                bool(hidden)
                or (reply.manner == "partial" and any(d.copy.role != "supplier" for d in really))
                or (reply.manner == "false" and cells)
            )
            assert found.true == (not untrue)
            if reply.manner == "honest" and not hidden:
                assert [part.who for part in reply.parts] == [each.copy.who for each in really]
            assert (reply.says == NOTHING) == (reply.parts == ())
        if right == "erasure" and reply.says == DONE:
            own = any(each.copy.role == "supplier" for each in really)
            assert own == (reply.manner == "false" and not self.gone(avatar, reply.answered))
            assert len(found.false) + len(found.admitted) == len(really)
            if reply.manner == "honest":
                assert len(found.false) == len(hidden)
            if self.contract.erasure_reaches_copies and reply.manner != "false" and not hidden:
                assert found.true and not found.admitted

    @rule(days=st.integers(0, 200))
    def wait(self, days):
        self.desk.wait(self.desk.date + datetime.timedelta(days=days))

    @rule(avatar=AVATARS, ahead=st.integers(0, 1500))
    def look_ahead(self, avatar, ahead):
        """Winding time moves nothing: the desk looks at another day and stays where it is."""
        before = self.desk.date
        self.check_supplier(avatar, before + datetime.timedelta(days=ahead))
        assert self.desk.date == before

    @rule(avatar=AVATARS, ahead=st.integers(0, 900), more=st.integers(1, 600))
    def nothing_comes_back(self, avatar, ahead, more):
        first = self.desk.date + datetime.timedelta(days=ahead)
        second = first + datetime.timedelta(days=more)
        kept = {(d.copy.role, d.copy.name): d.lines for d in self.desk.at(first).rows_of(avatar)}
        for dossier in self.desk.at(second).rows_of(avatar):
            assert dossier.lines <= kept[dossier.copy.role, dossier.copy.name]

    @precondition(lambda self: self.erased)
    @rule(data=st.data(), ahead=st.integers(0, 3000))
    def an_erased_pupil_stays_erased(self, data, ahead):
        avatar = data.draw(st.sampled_from(sorted(self.erased)))
        date = self.erased[avatar] + datetime.timedelta(days=ahead)
        assert self.own_row(avatar, date) is None
        if self.contract.erasure_reaches_copies:
            assert not [d for d in self.desk.at(date).rows_of(avatar) if d.copy.declared]
        if ahead > 200:  # six months of backups at most
            kept = {d.copy.role for d in self.desk.at(date).rows_of(avatar)}
            assert kept.isdisjoint({"supplier", "backup"})

    @invariant()
    def one_pupil_is_as_the_model_says(self):
        if hasattr(self, "desk"):
            avatar = 1 + len(self.desk.replies) % SCHOOL.size
            self.check_supplier(avatar, self.desk.date)


TestRightsAndRetention = RightsAndRetention.TestCase
TestRightsAndRetention.settings = settings(
    max_examples=15, stateful_step_count=15, deadline=None, derandomize=True
)


def test_the_model_tells_the_pupils_apart():
    """The model above would prove nothing if everybody were in one class or left no line."""
    assert len(np.unique(SCHOOL.columns["class"])) > 1
    assert set(SCHOOL.columns["level"]) == set(LEAVES)
    assert LINES["pupil"].nunique() > 20
