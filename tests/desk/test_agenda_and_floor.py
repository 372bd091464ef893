"""A list of speakers follows its item: who speaks stops with it, who waits goes on waiting, and one undo takes both back."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from cmc_desk.desk import agenda, floor, floor_list
from cmc_desk.desk.agenda_now import agenda_now
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.floor_facts import FloorFacts, floors
from cmc_desk.desk.floor_view import floor_view
from cmc_desk.desk.rundown import rundown
from cmc_desk.rules.agenda import Act, ItemState
from cmc_desk.rules.floor import current, speeches, spoken, waiting
from cmc_desk.rules.floor_kinds import SpeakerState, Speech
from cmc_desk.rules.refusal import Refusal
from tests.desk.kingston import open_desk
from tests.desk.running import at, event, move_to

MINUTE = timedelta(minutes=1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The national priorities since 12:04, with Belize on the floor since 12:06 and two delegations waiting."""
    opened = open_desk(tmp_path, now=at(12, 4))
    opened.do(agenda.start_item, item="priorities")
    opened.do(floor_list.inscribe_many, topic="priorities", delegations=["BZ", "DM", "CW"])
    move_to(opened, 12, 6)
    opened.do(floor.next_speaker, topic="priorities")
    yield opened
    opened.close()


def facts(desk: Desk) -> FloorFacts:
    (found,) = desk.read(floors)
    return found


def on_the_floor(desk: Desk) -> Speech | None:
    found = facts(desk)
    return current(speeches(found.topic, found.entries, found.events))


def belize(desk: Desk) -> Speech:
    found = facts(desk)
    return next(one for one in speeches(found.topic, found.entries, found.events) if one.entry.delegation == "BZ")


def test_the_lunch_ends_the_speech_and_the_list_goes_on_after_it(desk: Desk) -> None:
    move_to(desk, 12, 9)
    before = facts(desk)
    desk.do(agenda.next_item)
    assert (belize(desk).state, spoken(belize(desk), at(14))) == (SpeakerState.DONE, 3 * MINUTE)
    move_to(desk, 14, 30)
    desk.do(agenda.start_item, item="priorities-continued")
    found = facts(desk)
    queue = waiting(speeches(found.topic, found.entries, found.events))
    assert [one.entry.delegation for one in queue] == ["DM", "CW"]
    desk.undo()
    desk.undo()
    assert facts(desk) == before


def test_who_speaks_goes_on_when_the_second_part_follows_at_once(desk: Desk) -> None:
    move_to(desk, 12, 9)
    desk.do(agenda.start_item, item="priorities-continued")
    assert on_the_floor(desk) == belize(desk)
    assert belize(desk).state is SpeakerState.SPEAKING


def test_a_pause_of_the_item_is_not_charged_to_who_speaks(desk: Desk) -> None:
    move_to(desk, 12, 8)
    desk.do(agenda.pause_item, item="priorities")
    move_to(desk, 12, 18)
    assert spoken(belize(desk), at(12, 18)) == 2 * MINUTE
    desk.do(agenda.resume_item, item="priorities")
    assert (belize(desk).state, spoken(belize(desk), at(12, 19))) == (SpeakerState.SPEAKING, 3 * MINUTE)


def test_an_item_that_ends_ends_the_speech_and_a_reopened_one_does_not_begin_it_again(desk: Desk) -> None:
    move_to(desk, 12, 8)
    desk.do(agenda.end_item, item="priorities")
    assert on_the_floor(desk) is None
    desk.do(agenda.reopen_item, item="priorities")
    assert belize(desk).state is SpeakerState.DONE


def corrected(desk: Desk, item: str, act: Act, *, to: datetime) -> list[str]:
    """Correct what was recorded of an item last."""
    return desk.do(agenda.correct_event, event=event(desk, item, act), at=to, reason="The key was pressed late")


def test_a_corrected_end_of_an_item_moves_the_end_of_the_speech_that_stopped_with_it(desk: Desk) -> None:
    move_to(desk, 12, 9)
    desk.do(agenda.start_item, item="day1-lunch")
    before = facts(desk)
    move_to(desk, 12, 12)
    assert len(corrected(desk, "day1-lunch", Act.START, to=at(12, 8))) == 3
    assert (belize(desk).ended, spoken(belize(desk), at(14))) == (at(12, 8), 2 * MINUTE)
    assert len(corrected(desk, "priorities", Act.END, to=at(12, 7))) == 3
    assert spoken(belize(desk), at(14)) == MINUTE
    desk.undo()
    desk.undo()
    assert facts(desk) == before


def test_a_corrected_pause_moves_that_of_the_speech(desk: Desk) -> None:
    move_to(desk, 12, 9)
    desk.do(agenda.pause_item, item="priorities")
    move_to(desk, 12, 11)
    desk.do(agenda.resume_item, item="priorities")
    corrected(desk, "priorities", Act.PAUSE, to=at(12, 8))
    corrected(desk, "priorities", Act.RESUME, to=at(12, 10))
    assert spoken(belize(desk), at(12, 11)) == 3 * MINUTE


def test_no_item_really_ended_before_whoever_spoke_in_it_had_begun(desk: Desk) -> None:
    move_to(desk, 12, 9)
    desk.do(agenda.next_item)
    before = desk.read(rundown)
    with pytest.raises(Refusal, match=r"Belize had the floor otherwise: .* 12:06:00") as caught:
        corrected(desk, "priorities", Act.END, to=at(12, 5))
    assert caught.value.field == "at"
    assert desk.read(rundown) == before


def test_a_speech_that_ended_before_its_item_keeps_its_end(desk: Desk) -> None:
    move_to(desk, 12, 8)
    desk.do(floor.end_speech, entry=belize(desk).entry.key)
    move_to(desk, 12, 9)
    desk.do(agenda.next_item)
    assert len(corrected(desk, "priorities", Act.END, to=at(12, 8, 30))) == 2
    assert belize(desk).ended == at(12, 8)


def test_after_a_clock_that_was_set_back_the_present_still_has_what_was_recorded_before(desk: Desk) -> None:
    move_to(desk, 11, 8)
    now = desk.clock.now()
    view = desk.read(floor_view, topic="priorities", now=now, back=False)
    assert [row.delegation for row in view.rows] == ["BZ", "DM", "CW"]
    assert desk.read(floor_view, topic="priorities", now=now).rows == ()
    runs = next(one for one in desk.read(agenda_now, now=now, back=False).lines if one.key == "priorities")
    assert (runs.state, runs.started) == (ItemState.RUNNING, at(12, 4))
