"""Whatever is done on the floor and taken back in whatever order, undo leads back to exactly what was shown before."""

import tempfile
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from cmc_desk.desk import floor, floor_list, floor_roll, floor_topics
from cmc_desk.desk.floor_facts import FloorFacts
from cmc_desk.rules.floor import current, waiting
from cmc_desk.rules.floor_kinds import SpeakerState, Speech, SpeechKind
from cmc_desk.rules.refusal import Refusal
from tests.desk.floor_hands import TOPIC, facts, open_list, passes, speeches
from tests.meetings import open_desk

CODES = ("HT", "JM", "AW", "UNHCR")
ACTS = (
    *(floor.call_speaker, floor.start_speech, floor.pause_speech, floor.resume_speech, floor.end_speech),
    *(floor.absent, floor.back, floor.withdraw, floor.in_writing, floor.restore),
)
_Shown = tuple[FloorFacts, tuple[Speech, ...]]


class Undone(RuleBasedStateMachine):
    """A list on which anything is tried; `before` is what was shown before each command that was done."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.desk = open_desk(Path(self.folder.name))
        open_list(self.desk)
        self.before: list[_Shown] = []

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()
            self.folder.cleanup()

    @rule(seconds=st.integers(0, 400))
    def time_passes(self, seconds: int) -> None:
        passes(self.desk, seconds=seconds)

    @rule(code=st.sampled_from(CODES), kind=st.sampled_from(SpeechKind), again=st.booleans())
    def inscribe(self, *, code: str, kind: SpeechKind, again: bool) -> None:
        self._try(floor_list.inscribe, topic=TOPIC, delegation=code, kind=kind, again=again)

    @rule(who=st.integers(0, 7), act=st.sampled_from(ACTS))
    def act(self, who: int, act: object) -> None:
        found = speeches(self.desk)
        if who < len(found):
            self._try(act, entry=found[who].entry.key)

    @rule()
    def next(self) -> None:
        self._try(floor.next_speaker, topic=TOPIC)

    @rule(who=st.integers(0, 7), by=st.integers(-2, 2))
    def move(self, who: int, by: int) -> None:
        found = speeches(self.desk)
        if who < len(found):
            self._try(floor_list.move_entry, entry=found[who].entry.key, by=by)

    @rule(seconds=st.sampled_from((60, 165, 300)))
    def limit(self, seconds: int) -> None:
        self._try(floor_topics.set_limits, topic=TOPIC, seconds=seconds)

    @rule()
    def draw(self) -> None:
        self._try(floor_roll.draw_roll, topic=TOPIC, language="en")

    @rule()
    def undo(self) -> None:
        if self.before:
            self.desk.undo()
            assert self._shown() == self.before.pop()

    @invariant()
    def one_speaks_and_one_is_called(self) -> None:
        found = speeches(self.desk)
        for state in (SpeakerState.SPEAKING, SpeakerState.CALLED):
            assert sum(one.state is state for one in found) <= 1

    @invariant()
    def nobody_waits_twice_for_the_same(self) -> None:
        queue = [one.entry for one in waiting(speeches(self.desk)) if one.entry.kind is not SpeechKind.ANSWER]
        assert len({(one.delegation, one.kind) for one in queue}) == len(queue)

    @invariant()
    def whoever_has_the_floor_has_begun(self) -> None:
        now = current(speeches(self.desk))
        assert now is None or now.started is not None

    def _shown(self) -> _Shown:
        return facts(self.desk), speeches(self.desk)

    def _try(self, act: object, **how: object) -> None:
        before = self._shown()
        try:
            self.desk.do(act, **how)  # type: ignore[arg-type] # one of the commands of the floor
        except Refusal:
            assert self._shown() == before
        else:
            self.before.append(before)


TestUndone = Undone.TestCase
TestUndone.settings = settings(max_examples=8, stateful_step_count=25, deadline=None)
