"""Whatever is done at the desk in whatever order, the file says what a child with a slate would say."""

import tempfile
from datetime import timedelta
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import text

from cmc_desk.desk import attendance, people
from cmc_desk.desk.attendance import Verdict
from cmc_desk.desk.opening import verify_journal
from cmc_desk.rules.refusal import Refusal
from tests.meetings import ANDRE, DESK_A, DESK_B, ILSE, KEISHA, clock_of, enter, open_desk

SESSIONS = ("day1-registration", "opening")
PEOPLE = (KEISHA, ANDRE, ILSE)
persons = st.integers(0, len(PEOPLE) - 1)
sessions = st.sampled_from(SESSIONS)
desks = st.sampled_from((DESK_A, DESK_B))
Slate = dict[tuple[str, str], str]


class Attendance(RuleBasedStateMachine):
    """The slate holds "in" or "out" for a person and session, and what each desk could take back."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.desk = open_desk(Path(self.folder.name))
        self.desk.author = DESK_A
        self.people = [enter(self.desk, person).id for person in PEOPLE]
        self.slate: Slate = {}
        # For each desk: what it did, as (what each key was before, what it was made), in order.
        self.done: dict[str, list[dict[tuple[str, str], tuple[str, str]]]] = {"Desk A": [], "Desk B": []}
        # How often each key was written, and the count just after each act: an act can be taken back while nothing came after.
        self.writes: dict[tuple[str, str], list[object]] = {}

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()
            self.folder.cleanup()

    @rule(minutes=st.integers(-5, 5))
    def time_passes(self, minutes: int) -> None:
        clock_of(self.desk).advance(minutes=minutes)

    @rule(who=persons, session=sessions, author=desks)
    def check_in(self, who: int, session: str, author: object) -> None:
        self.desk.author = author  # type: ignore[assignment] # one of two authors
        key = (self.people[who], session)
        answer = self.desk.do(attendance.check_in, participant=key[0], session=session)
        expected = {"": Verdict.CHECKED_IN, "in": Verdict.ALREADY_IN, "out": Verdict.RETURNED}
        assert answer.verdict is expected[self.slate.get(key, "")]
        if answer.verdict is not Verdict.ALREADY_IN:
            self._wrote({key: "in"})

    @rule(who=persons, session=sessions, author=desks)
    def leave(self, who: int, session: str, author: object) -> None:
        self.desk.author = author  # type: ignore[assignment] # one of two authors
        key = (self.people[who], session)
        try:
            self.desk.do(attendance.leave, participant=key[0], session=session)
        except Refusal:
            assert self.slate.get(key, "") != "in"
        else:
            assert self.slate[key] == "in"
            self._wrote({key: "out"})

    @rule(session=sessions, author=desks)
    def mark(self, session: str, author: object) -> None:
        self.desk.author = author  # type: ignore[assignment] # one of two authors
        missing = [one for one in self.people[:2] if self.slate.get((one, session), "") != "in"]
        try:
            assert self.desk.do(attendance.mark_delegation, delegation="JM", session=session) == len(missing)
        except Refusal:
            assert not missing
        else:
            self._wrote({(one, session): "in" for one in missing})

    @rule(who=persons, session=sessions)
    def excuse(self, who: int, session: str) -> None:
        # An excuse stands beside what happened and changes nothing of it; it is taken back at once to keep the slate simple.
        self.desk.do(attendance.excuse, participant=self.people[who], session=session)
        self.desk.do(attendance.no_longer_excused, participant=self.people[who], session=session)
        self.desk.undo()
        self.desk.undo()

    @rule(author=desks)
    def undo(self, author: object) -> None:
        self.desk.author = author  # type: ignore[assignment] # one of two authors
        acts = self.done[self.desk.author.station]
        # The registrations of Desk A lie below everything else, and are not taken back here.
        if not acts:
            return
        act = acts[-1]
        untouched = all(self.writes[key][-1] is act for key in act)
        try:
            self.desk.undo()
        except Refusal:
            assert not untouched
        else:
            assert untouched
            acts.pop()
            for key, (before, _after) in act.items():
                self.writes[key].pop()
                self.slate[key] = before

    @invariant()
    def the_file_says_what_the_slate_says(self) -> None:
        if not hasattr(self, "desk"):
            return
        for session in SESSIONS:
            arrivals = self.desk.read(people.arrivals, (session,))
            for one in self.people:
                arrival = arrivals.get(one)
                said = "" if arrival is None else "in" if arrival.left_at is None else "out"
                assert said == self.slate.get((one, session), "")
                if arrival is not None and arrival.left_at is not None:
                    assert arrival.left_at - arrival.at > timedelta(0)
        with self.desk.store.read() as session_:
            twice = session_.execute(
                text(
                    "SELECT count(*) FROM presence_event WHERE kind = 'arrive' AND voided_at IS NULL"
                    " GROUP BY participant, session HAVING count(*) > 1"
                )
            )
            assert twice.all() == []
        assert self.desk.read(verify_journal).whole

    def _wrote(self, after: dict[tuple[str, str], str]) -> None:
        act = {key: (self.slate.get(key, ""), value) for key, value in after.items()}
        for key, value in after.items():
            self.writes.setdefault(key, []).append(act)
            self.slate[key] = value
        self.done[self.desk.author.station].append(act)


TestAttendance = Attendance.TestCase
TestAttendance.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
