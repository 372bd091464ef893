"""Whatever happens on the floor in whatever order: one speaks, no second is lost or charged twice, nobody falls off the list."""

from dataclasses import replace
from datetime import timedelta

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from cmc_desk.rules import floor, floor_turns
from cmc_desk.rules.agenda_plan import ZERO, ListOrder
from cmc_desk.rules.floor_kinds import Entry, FloorAct, FloorEvent, SpeakerState, Speech, SpeechKind
from cmc_desk.rules.floor_order import places, with_absent, with_new
from tests.rules.floored import TOPIC, at, entry, keys

WHO = st.integers(0, 11)
SECOND = timedelta(seconds=1)


class Floor(RuleBasedStateMachine):
    """A list as the desk keeps it: entries with their places, and events at the instants at which they happen.

    `clock` is kept beside it as a stop watch would: it counts the seconds in which each entry really spoke.
    """

    def __init__(self) -> None:
        super().__init__()
        self.now = at(0)
        self.entries: list[Entry] = []
        self.events: list[FloorEvent] = []
        self.clock: dict[str, timedelta] = {}

    @property
    def speeches(self) -> tuple[Speech, ...]:
        return floor.speeches(TOPIC, self.entries, self.events)

    @rule(seconds=st.integers(0, 300))
    def time_passes(self, seconds: int) -> None:
        for one in self.speeches:
            if one.state is SpeakerState.SPEAKING:
                self.clock[one.entry.key] += seconds * SECOND
        self.now += seconds * SECOND

    @rule(kind=st.sampled_from(SpeechKind), order=st.sampled_from(ListOrder))
    def inscribe(self, kind: SpeechKind, order: ListOrder) -> None:
        new = entry(f"{len(self.entries)}-{kind}", kind=kind, origin=floor_turns.origin_of(self.speeches, kind))
        queue = [one.entry for one in floor.waiting(self.speeches)]
        self.entries.append(new)
        self._place(with_new(queue, new, order), new.key)

    @rule(who=WHO, act=st.sampled_from([act for act in FloorAct if act is not FloorAct.CORRECT]))
    def act(self, who: int, act: FloorAct) -> None:
        if who >= len(self.entries):
            return
        speech = self.speeches[who]
        if not floor.makes_sense(speech, act):
            # It may come all the same, from another station: then it changes nothing.
            before = self.speeches
            self._happens(speech, act)
            assert self.speeches == before
        elif act is FloorAct.START:
            self._turn(floor_turns.on_start(self.speeches, speech))
            self._happens(speech, act)
        elif act is FloorAct.RESUME:
            self._resume(speech)
        elif act is FloorAct.END:
            self._happens(speech, act)
            self._turn(floor_turns.on_end(self.speeches, speech))
        elif act is FloorAct.ABSENT:
            self._absent(speech)
        else:
            self._happens(speech, act)

    @precondition(lambda self: self.entries)
    @rule()
    def next(self) -> None:
        before = self.speeches
        found = floor_turns.next_turn(before)
        if found.goes_on and found.speech:
            self._resume(found.speech)
            return
        if found.ends:
            self._turn(floor_turns.stops_before(before))
        if found.speech:
            self._turn(floor_turns.on_start(self.speeches, found.speech))
            self._happens(found.speech, FloorAct.START)
            now = floor.current(self.speeches)
            assert now is not None
            assert now.entry == found.speech.entry

    @invariant()
    def one_speaks_at_a_time(self) -> None:
        assert sum(one.state is SpeakerState.SPEAKING for one in self.speeches) <= 1

    @invariant()
    def no_two_of_one_strength_are_on_the_floor(self) -> None:
        strengths = [floor.strength(one.entry.kind) for one in self.speeches if one.state in floor.ON_THE_FLOOR]
        assert len(strengths) == len(set(strengths))

    @invariant()
    def who_speaks_is_the_strongest(self) -> None:
        now, below = floor.current(self.speeches), floor.interrupted(self.speeches)
        if now and below and now.entry == below.entry:
            # Who was interrupted in the very second in which their speech was paused has the floor again: nobody speaks.
            assert not any(one.state is SpeakerState.SPEAKING for one in self.speeches)
        elif now and below:
            assert floor.strength(now.entry.kind) > floor.strength(below.entry.kind)

    @invariant()
    def everybody_is_charged_the_seconds_in_which_they_spoke(self) -> None:
        for one in self.speeches:
            assert floor.spoken(one, self.now) == self.clock[one.entry.key]
            assert floor.left(one, self.now) == one.limit + one.added - self.clock[one.entry.key]

    @invariant()
    def what_is_spoken_and_paused_is_all_the_time_that_passed(self) -> None:
        for one in self.speeches:
            if one.started is not None and one.ended is None:
                standing = self.now - one.paused_since if one.paused_since else ZERO
                assert floor.spoken(one, self.now) + one.paused + standing == self.now - one.started

    @invariant()
    def who_waits_waits_exactly_once(self) -> None:
        queue = keys(floor.waiting(self.speeches))
        assert sorted(queue) == sorted(one.entry.key for one in self.speeches if one.state in floor.WAITING)

    def _resume(self, speech: Speech) -> None:
        others = [one for one in self.speeches if one.state in floor.ON_THE_FLOOR and one.entry != speech.entry]
        rank = floor.strength(speech.entry.kind)
        if speech.state is SpeakerState.DONE and any(floor.strength(one.entry.kind) >= rank for one in others):
            return  # refused by the desk: somebody else has the floor
        self._turn(floor_turns.on_resume(self.speeches, speech))
        self._happens(speech, FloorAct.RESUME)

    def _absent(self, speech: Speech) -> None:
        self.clock[speech.entry.key] = ZERO
        queue = [one.entry for one in floor.waiting(self.speeches)]
        gone = [one.entry.key for one in self.speeches if one.state is SpeakerState.ABSENT]
        self._happens(speech, FloorAct.ABSENT)
        if speech.entry in queue:
            self._place(with_absent(queue, speech.entry, gone), speech.entry.key)

    def _turn(self, turn: floor_turns.Turn) -> None:
        for act, some in ((FloorAct.END, turn.ends), (FloorAct.PAUSE, turn.pauses), (FloorAct.WITHDRAW, turn.drops)):
            for one in some:
                self._happens(one, act)

    def _happens(self, speech: Speech, act: FloorAct) -> None:
        self.events.append(FloorEvent(f"e{len(self.events)}", speech.entry.key, act, self.now))

    def _place(self, order: tuple[str, ...], only: str) -> None:
        known = {one.key: one.position for one in self.entries}
        new = places(order, {key: known[key] for key in order if key != only}, only)
        self.entries = [replace(one, position=new.get(one.key, one.position)) for one in self.entries]
        self.clock.setdefault(only, ZERO)


TestFloor = Floor.TestCase
TestFloor.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
