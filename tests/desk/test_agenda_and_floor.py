"""A list of speakers follows its item: who speaks stops with it, who waits goes on waiting, and one undo takes both back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from cmc_desk.desk import agenda, floor, floor_list
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.floor_facts import FloorFacts, floors
from cmc_desk.rules.floor import current, speeches, spoken, waiting
from cmc_desk.rules.floor_kinds import SpeakerState, Speech
from tests.desk.kingston import open_desk
from tests.desk.running import at, move_to

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
