"""A chair's desk in a process of its own that runs an item and a list of speakers and says what its clocks show; it may die at any moment."""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from cmc_desk.clock import ManualClock
from cmc_desk.desk import agenda, floor, floor_list, floor_topics
from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.floor_facts import floors
from cmc_desk.desk.opening import open_meeting
from cmc_desk.desk.rundown import rundown
from cmc_desk.rules.countdown import countdown_words
from cmc_desk.rules.floor import current, left, speeches
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.timing import actuals, remaining, running_in
from tests.meetings import MORNING, PASSPHRASE, local

CHAIR = Author("P. Sample-Lowe", Role.CHAIR, "Chair")
# What is shown is asked for at one later instant, so that it does not matter when somebody asks.
LATER = local(0, 9, 30)
_PACE = timedelta(seconds=7)


def work(path: Path, *, out: int = 1) -> None:
    """Run the item and its list, and write what the clocks show to the descriptor `out` after each act that was acknowledged."""
    clock = ManualClock(MORNING)
    desk = open_meeting(path, author=CHAIR, secret=PASSPHRASE, clock=clock)
    for act in _acts(desk):
        clock.move_to(clock.now() + _PACE)
        act()
        # One write a line: whoever kills this process has it whole or not at all.
        os.write(out, f"{clocks(desk)}\n".encode())
    desk.close()


def clocks(desk: Desk) -> str:
    """Return what is left of the running item and of the speech, and how much was recorded of both."""
    shown = desk.read(rundown)
    found = actuals(shown.items, shown.events)
    running = running_in(shown.items, found)
    item = countdown_words(remaining(running, found[running.key], LATER)) if running is not None else "none"
    speech, acts = "none", len(shown.events)
    for facts in desk.read(floors):
        now = current(speeches(facts.topic, facts.entries, facts.events))
        acts += len(facts.events) + len(facts.entries)
        if now is not None:
            speech = f"{now.entry.delegation} {countdown_words(left(now, LATER))} {now.state.value}"
    return f"{item} | {speech} | {acts}"


def _acts(desk: Desk) -> Iterator[Callable[[], Any]]:
    do = desk.do
    topic = do(floor_topics.put_topic, title="Views", items=["opening"])
    yield partial(do, agenda.start_item, item="opening")
    yield partial(do, floor_list.inscribe_many, topic=topic, delegations=["JM", "HT", "AW", "UNHCR"])
    for _turn in range(4):
        yield partial(do, floor.next_speaker, topic=topic)
        facts = desk.read(floors)[0]
        speech = current(speeches(facts.topic, facts.entries, facts.events))
        assert speech is not None
        yield partial(do, floor.pause_speech, entry=speech.entry.key)
        yield partial(do, floor.resume_speech, entry=speech.entry.key)
        yield partial(do, floor.add_speech_time, entry=speech.entry.key, seconds=30)
        yield partial(do, agenda.pause_item, item="opening")
        yield partial(do, agenda.resume_item, item="opening")
        yield partial(do, agenda.add_time, item="opening", seconds=60)
