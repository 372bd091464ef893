"""Whatever is done with the seats in whatever order: never more officials than the quota, and nothing of the past is lost."""

import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import func, select

from cmc_desk.db import schema
from cmc_desk.db.connection import connect
from cmc_desk.desk import registration, seats, setup_people, travellers
from cmc_desk.desk.opening import verify_journal
from cmc_desk.desk.seat_wall import seat_wall
from cmc_desk.desk.travel_facts import TravelFacts, travel_facts
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.seats import chain, is_whole
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import HOLDING, WHOLE, Nomination, Travel, VisaState
from tests.desk.seated import Seated

PEOPLE = st.sampled_from(("anais", "jose", "guerda", "blaise", "keisha", "andre"))
SEATS = st.sampled_from(("HT-1", "HT-2", "HT-3", "JM-1", "JM-2"))
WHICH = st.integers(0, 9)
REASON = st.sampled_from(("", "ill"))
LEAVE: tuple[Callable[..., Any], ...] = (seats.decline, seats.withdraw, seats.release)


class Seats(RuleBasedStateMachine):
    """Seats on which anything is tried; `before` is what stood there before each command that was done."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.at = Seated(Path(self.folder.name))
        # A connection that never writes hears of every commit of all others.
        self.watch = connect(self.at.desk.store.path, self.at.desk.store.key)
        self.read_at = -1
        self.facts = self.at.desk.read(travel_facts)
        self.before: list[TravelFacts] = []
        self.letters = {name: self.at.letter(name, delegation=code) for code, name in (("HT", "jose"), ("JM", "andre"))}

    def teardown(self) -> None:
        if hasattr(self, "at"):
            assert self.at.desk.read(verify_journal).whole
            self.watch.close()
            self.at.desk.close()
            self.folder.cleanup()

    @rule(seat=SEATS, name=PEOPLE)
    def nominate(self, seat: str, name: str) -> None:
        self._try(seats.nominate, seat=seat, participant=self.at.people[name])

    @rule(which=WHICH)
    def accept(self, which: int) -> None:
        for letter in self.letters.values():
            self._try_on(which, seats.accept, letter=letter)

    @rule(which=WHICH, leave=st.sampled_from(LEAVE), reason=REASON)
    def leave(self, which: int, leave: Callable[..., Any], reason: str) -> None:
        self._try_on(which, leave, reason=reason)

    @rule(which=WHICH, name=PEOPLE, reason=REASON)
    def replace(self, which: int, name: str, reason: str) -> None:
        self._try_on(which, seats.replace, participant=self.at.people[name], reason=reason)

    @rule(which=WHICH, to=st.sampled_from(Travel), reason=REASON)
    def travel(self, which: int, to: Travel, reason: str) -> None:
        self._try_on(which, travellers.set_travel, to=to, reason=reason)

    @rule(which=WHICH, state=st.sampled_from(VisaState))
    def visa(self, which: int, state: VisaState) -> None:
        self._try_on(which, travellers.record_visa, state=state)

    @rule(code=st.sampled_from(("HT", "JM", "AW", "UNHCR")), quota=st.integers(0, 3))
    def quota(self, code: str, quota: int) -> None:
        self._try(seats.set_quota, delegation=code, quota=quota)

    @rule(eligibility=st.sampled_from(("sponsored", "optional")))
    def eligibility(self, eligibility: str) -> None:
        self._try(setup_people.put_delegation, code="HT", changes={"eligibility": eligibility})

    @rule(seat=SEATS, part=st.integers(0, WHOLE))
    def split(self, seat: str, part: int) -> None:
        shares = (Share("IOM", part), Share("UNHCR", WHOLE - part))
        self._try(
            seats.set_seat, seat=seat, profile="other", shares=tuple(share for share in shares if share.basis_points)
        )

    @rule(name=PEOPLE, code=st.sampled_from(("HT", "JM", "AW")))
    def move(self, name: str, code: str) -> None:
        """Move somebody to another delegation, as the desk does when it was entered wrongly."""
        self._try(registration.edit_person, participant=self.at.people[name], changes={"delegation": code})

    @rule(name=PEOPLE)
    def withdraw_at_the_desk(self, name: str) -> None:
        self._try(registration.withdraw, participant=self.at.people[name])

    @rule(name=PEOPLE)
    def reinstate(self, name: str) -> None:
        self._try(registration.reinstate, participant=self.at.people[name])

    @rule()
    def undo(self) -> None:
        if self.before:
            self.at.desk.undo()
            assert self._facts() == self.before.pop()

    @invariant()
    def never_more_officials_than_the_quota(self) -> None:
        with self.at.desk.store.read() as session:
            # By what the officials are themselves: the seats alone could not tell of a third who came in by another door.
            held = (
                select(schema.Delegation.id, schema.Delegation.quota, func.count())
                .join(schema.Participant, schema.Participant.delegation == schema.Delegation.id)
                .join(schema.Sponsorship, schema.Sponsorship.participant == schema.Participant.id)
                .where(schema.Sponsorship.nomination.in_(HOLDING))
                .group_by(schema.Delegation.id)
            )
            for _code, quota, officials in session.execute(held):
                assert officials <= quota

    @invariant()
    def every_replacement_is_in_a_chain_that_is_whole(self) -> None:
        found = self._facts().sponsorships
        for one in found.values():
            assert is_whole(chain(found.values(), one.key))
            assert one.replaces == "" or found[one.replaces].nomination is Nomination.REPLACED

    @invariant()
    def what_the_agencies_bear_makes_the_whole_of_every_seat(self) -> None:
        total: defaultdict[str, int] = defaultdict(int)
        facts = self._facts()
        for seat in facts.seats:
            for share in seat.shares:
                total[share.agency] += share.basis_points
            assert seat.local or sum(share.basis_points for share in seat.shares) == WHOLE
        borne = sum(bool(seat.shares) for seat in facts.seats)
        assert sum(total.values()) == WHOLE * borne

    @invariant()
    def the_wall_shows_every_seat_once(self) -> None:
        wall = self.at.desk.read(seat_wall, now=self.at.desk.clock.now())
        shown = [seat.seat.key for row in wall.rows for seat in row.seats]
        assert sorted(shown) == sorted(seat.key for seat in self._facts().seats)
        assert sum(wall.counts.values()) == len(shown) == wall.financed + wall.local

    def _facts(self) -> TravelFacts:
        """Return the facts as the file has them; they are read again once anybody, by whatever way, has written in it."""
        version = self.watch.execute("PRAGMA data_version").fetchone()[0]
        if self.read_at != version:
            self.read_at, self.facts = version, self.at.desk.read(travel_facts)
        return self.facts

    def _try_on(self, which: int, act: Callable[..., Any], **how: Any) -> None:
        found = sorted(self._facts().sponsorships)
        if which < len(found):
            self._try(act, sponsorship=found[which], **how)

    def _try(self, act: Callable[..., Any], **how: Any) -> None:
        before = self._facts()
        try:
            self.at.desk.do(act, **how)
        except Refusal:
            assert self._facts() == before
        else:
            self.before.append(before)


TestSeats = Seats.TestCase
TestSeats.settings = settings(max_examples=10, stateful_step_count=30, deadline=None)
