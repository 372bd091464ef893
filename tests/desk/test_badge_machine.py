"""Whatever is done to badges in whatever order, everybody has exactly one code that lets them in, and no old one comes back."""

import tempfile
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk import attendance, badges, registration
from cmc_desk.desk.attendance import Verdict
from cmc_desk.desk.badge_list import BadgeFilter, badge_list
from cmc_desk.desk.command import Author
from cmc_desk.desk.opening import verify_journal
from cmc_desk.rules.people import EXPECTED, Status
from cmc_desk.rules.refusal import Refusal
from tests.desk.badged import badges_of, print_badges
from tests.meetings import ANDRE, DESK_A, DESK_B, KEISHA, clock_of, enter, open_desk

PEOPLE = (KEISHA, ANDRE)
persons = st.integers(0, 3)
desks = st.sampled_from((DESK_A, DESK_B))


class Badges(RuleBasedStateMachine):
    """Two people and those who come in their place; `dead` are the codes that must never let anybody in again.

    A code dies when the badge that took its place was printed: from then on there is paper with the new one, and no undo may
    bring the old one back.
    """

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.desk = open_desk(Path(self.folder.name))
        for person in PEOPLE:
            enter(self.desk, person)
        self.people = [row.id for row in self._people()]
        self.dead: set[str] = set()
        self.job = 0

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()
            self.folder.cleanup()

    @rule(minutes=st.integers(-3, 5))
    def time_passes(self, minutes: int) -> None:
        clock_of(self.desk).advance(minutes=minutes)

    @rule(who=persons, author=desks)
    def reissue(self, who: int, author: Author) -> None:
        self.desk.author = author
        one = self._person(who)
        comes = self._status(one) in EXPECTED
        before = self._valid(one)
        try:
            made = self.desk.do(badges.reissue, participant=one, reason="lost")
        except Refusal:
            assert not comes
        else:
            assert comes
            assert made.code == self._valid(one) != before
            assert self.desk.do(attendance.check_in, code=before).verdict is Verdict.REVOKED

    @rule(who=persons, author=desks, reason=st.sampled_from(("", "smeared")))
    def print(self, who: int, author: Author, reason: str) -> None:
        self.desk.author = author
        one = self._person(who)
        rows = badges_of(self.desk, one)
        printed = next(row for row in rows if row.revoked_at is None).printed_at is not None
        self.job += 1
        try:
            print_badges(self.desk, one, reason=reason, job=f"job {self.job}")
        except Refusal:
            assert printed
            assert not reason
        else:
            assert reason or not printed
            self.dead |= {row.code for row in rows if row.revoked_at is not None}

    @rule(who=persons, author=desks)
    def void(self, who: int, author: Author) -> None:
        self.desk.author = author
        one, row = self._person(who), schema.BadgePrint
        query = select(row.id).where(row.participant == one, row.voided_at.is_(None))
        with self.desk.store.read() as session:
            live = list(session.scalars(query))
        try:
            assert self.desk.do(badges.void_prints, prints=live, reason="jammed") == len(live)
        except Refusal:
            assert not live

    @rule(who=persons, author=desks)
    def withdraw_or_reinstate(self, who: int, author: Author) -> None:
        self.desk.author = author
        one = self._person(who)
        status = self._status(one)
        if status is Status.WITHDRAWN:
            self.desk.do(registration.reinstate, participant=one)
        elif status is not Status.REPLACED:
            self.desk.do(registration.withdraw, participant=one)

    @rule(who=persons, author=desks)
    def replace(self, who: int, author: Author) -> None:
        self.desk.author = author
        one = self._person(who)
        if len(self._people()) < 5 and self._status(one) is not Status.REPLACED:
            self.desk.do(registration.replace_person, participant=one, person=PEOPLE[1])

    @rule(author=desks)
    def undo(self, author: Author) -> None:
        self.desk.author = author
        with suppress(Refusal):
            self.desk.undo()
        if not self._people():
            enter(self.desk, KEISHA)

    @invariant()
    def everybody_has_exactly_one_code_and_no_dead_one_lives(self) -> None:
        if not hasattr(self, "desk"):
            return
        for row in self._people():
            issued = badges_of(self.desk, row.id)
            valid = [badge for badge in issued if badge.revoked_at is None]
            assert len(valid) == 1
            assert valid[0] is issued[-1]
            assert valid[0].code not in self.dead
            assert all(earlier.issued_at < later.issued_at for earlier, later in pairwise(issued))
        counts = self.desk.read(badge_list).counts
        assert counts[BadgeFilter.TO_PRINT] + counts[BadgeFilter.PRINTED] == counts[BadgeFilter.ALL]
        assert self.desk.read(verify_journal).whole

    def _people(self) -> list[schema.Participant]:
        with self.desk.store.read() as session:
            return list(session.scalars(select(schema.Participant).order_by(schema.Participant.serial)))

    def _person(self, who: int) -> str:
        people = self._people()
        return people[who % len(people)].id

    def _status(self, one: str) -> Status:
        return next(row.status for row in self._people() if row.id == one)

    def _valid(self, one: str) -> str:
        return next(row.code for row in badges_of(self.desk, one) if row.revoked_at is None)


TestBadges = Badges.TestCase
TestBadges.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
