"""Whatever is pressed in whatever order, no room runs two items at once, every minute is accounted for, and undo is the way back."""

import tempfile
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cmc_desk.desk import agenda, agenda_plan
from cmc_desk.desk.opening import verify_journal
from cmc_desk.desk.rundown import Rundown, rundown
from cmc_desk.rules.agenda import Actual, ItemState, Projection
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.planned_actual import planned_and_actual
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.timing import actuals, elapsed, project
from tests.desk.running import at
from tests.meetings import DAYS, DESK_A, clock_of, open_desk

ITEMS = ("day1-registration", "opening", "coffee", "context", "group-one", "group-two", "day2-registration")
TRACKS = ("", "working-group")
items = st.sampled_from(ITEMS)
tracks = st.sampled_from(TRACKS)
seconds = st.sampled_from((-3600, -60, 60, 600))
State = tuple[Rundown, dict[str, Actual], Projection]


class Agenda(RuleBasedStateMachine):
    """`states` are what was derived before each act that can be taken back."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.desk = open_desk(Path(self.folder.name))
        self.desk.author = DESK_A
        self.desk.do(agenda_plan.put_track, id="", name="Working group")
        self.keys = dict(zip(ITEMS, ITEMS, strict=True))
        for number, title in enumerate(("group-one", "group-two")):
            self.keys[title] = self.desk.do(
                agenda_plan.put_line,
                id="",
                day=DAYS[0],
                starts=at(10 + number),
                ends=at(11 + number),
                title=title,
                kind=ItemKind.DISCUSSION,
                track="working-group",
            )
        self.states: list[State] = []

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            assert self.desk.read(verify_journal).whole
            while self.states:
                self.take_back()
            self.desk.close()
            self.folder.cleanup()

    @rule(minutes=st.floats(-10, 90))
    def time_passes(self, minutes: float) -> None:
        clock_of(self.desk).advance(minutes=minutes)

    @rule(track=tracks)
    def press_the_big_key(self, track: str) -> None:
        self.act(agenda.next_item, track=track)

    @rule(item=items, act=st.sampled_from((agenda.start_item, agenda.pause_item, agenda.resume_item, agenda.end_item)))
    def run(self, item: str, act: Any) -> None:
        self.act(act, item=self.keys[item])

    @rule(item=items, act=st.sampled_from((agenda.skip_item, agenda.reopen_item)))
    def leave_out_or_bring_back(self, item: str, act: Any) -> None:
        self.act(act, item=self.keys[item], reason="So it was decided")

    @rule(item=items, amount=seconds, act=st.sampled_from((agenda.add_time, agenda.leave_out)))
    def change_the_time(self, item: str, amount: int, act: Any) -> None:
        self.act(act, item=self.keys[item], seconds=amount)

    @rule(place=st.integers(0, 30), minutes=st.integers(-30, 10))
    def correct(self, place: int, minutes: int) -> None:
        events = self.desk.read(rundown).events
        if events:
            event = events[place % len(events)]
            told = event.at + timedelta(minutes=minutes)
            self.act(agenda.correct_event, event=event.key, at=told, reason="Pressed late")

    @rule(item=items, before=items)
    def move(self, item: str, before: str) -> None:
        self.act(agenda_plan.move_line, item=self.keys[item], before=self.keys[before])

    @rule(item=items, minutes=st.integers(1, 120))
    def give_another_length(self, item: str, minutes: int) -> None:
        self.act(agenda_plan.set_lengths, lengths={self.keys[item]: minutes * 60})

    @precondition(lambda self: bool(getattr(self, "states", ())))
    @rule()
    def take_back(self) -> None:
        before = self.states.pop()
        self.desk.undo()
        assert self.derived(before[2]) == before

    @invariant()
    def every_minute_is_accounted_for(self) -> None:
        if not hasattr(self, "desk"):
            return
        shown = self.desk.read(rundown)
        now = max([self.desk.clock.now(), *(event.at for event in shown.events)])
        found = actuals(shown.items, shown.events)
        for track in TRACKS:
            running = [one for one in shown.items if one.track == track and found[one.key].ended is None]
            assert sum(found[one.key].started is not None for one in running) <= 1
        for one in found.values():
            if one.started is None:
                assert one.state in (ItemState.PLANNED, ItemState.SKIPPED)
                continue
            until = one.ended or one.paused_since or now
            span = until.astimezone(UTC) - one.started.astimezone(UTC)
            # Where the clock was set back something may end before it began: then it took no time, and never less.
            assert elapsed(one, now) == max(timedelta(), span - one.paused - one.left_out)
        for each in planned_and_actual(shown.items, found, now):
            assert min(each.spent, each.paused, each.length) >= timedelta()
        assert all(each.ends >= each.starts for each in project(shown.items, found, now).expected.values())

    def act(self, function: Any, **arguments: Any) -> None:
        before = self.derived()
        try:
            self.desk.do(function, **arguments)
        except Refusal:
            assert self.derived(before[2]) == before
        else:
            # What came to nothing, such as a line that was moved to where it stands, is nothing to take back.
            if self.derived(before[2]) != before:
                self.states.append(before)

    def derived(self, seen: Projection | None = None) -> State:
        """Return everything that is shown, at the instant of `seen` or now."""
        shown = self.desk.read(rundown)
        found = actuals(shown.items, shown.events)
        return shown, found, project(shown.items, found, seen.now if seen else self.desk.clock.now())


TestAgenda = Agenda.TestCase
TestAgenda.settings = settings(max_examples=10, stateful_step_count=25, deadline=None)
