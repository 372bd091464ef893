"""A running speech follows its item: it ends and pauses with it, and who waits goes on waiting after lunch."""

from datetime import datetime, timedelta

from cmc_desk.desk import floor
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.floor_with_items import item_ended, item_paused, item_resumed
from cmc_desk.desk.item_record import record
from cmc_desk.rules.agenda import Act
from cmc_desk.rules.floor_kinds import SpeakerState, SpeechKind
from tests.desk.floor_hands import inscribe, on_the_floor, open_list, passes, queue, speech, spoken


@command("test.item_paused")
def pause_item(tx: Tx, *, item: str) -> None:
    record(tx, item, Act.PAUSE, at=tx.now)
    item_paused(tx, item, tx.now)


@command("test.item_resumed")
def resume_item(tx: Tx, *, item: str) -> None:
    item_resumed(tx, item, tx.now)


@command("test.item_ended")
def end_item(tx: Tx, *, item: str, at: datetime | None = None, goes_on_in: str = "") -> None:
    item_ended(tx, item, at or tx.now, goes_on_in=goes_on_in)


def test_a_running_speech_ends_with_its_item_and_who_waits_goes_on_waiting(desk: Desk) -> None:
    haiti, _jamaica = open_list(desk, "HT", "JM")
    desk.do(floor.start_speech, entry=haiti)
    passes(desk, minutes=2)
    desk.do(end_item, item="context")
    passes(desk, minutes=90)
    assert (speech(desk, haiti).state, spoken(desk, haiti)) == (SpeakerState.DONE, timedelta(minutes=2))
    assert queue(desk) == ["JM"]
    desk.do(floor.resume_speech, entry=haiti)
    passes(desk, minutes=1)
    assert spoken(desk, haiti) == timedelta(minutes=3)


def test_an_end_that_is_told_for_before_a_speech_began_takes_nothing_from_it(desk: Desk) -> None:
    (haiti,) = open_list(desk, "HT")
    earlier = desk.clock.now()
    passes(desk, minutes=2)
    desk.do(floor.start_speech, entry=haiti)
    desk.do(end_item, item="context", at=earlier)
    assert speech(desk, haiti).ended == desk.clock.now()


def test_a_speech_goes_on_in_the_next_item_of_the_same_list(desk: Desk) -> None:
    (haiti,) = open_list(desk, "HT", items=("context", "discussion"))
    desk.do(floor.start_speech, entry=haiti)
    desk.do(end_item, item="context", goes_on_in="discussion")
    assert on_the_floor(desk) == "HT"
    desk.do(end_item, item="context", goes_on_in="opening")
    assert on_the_floor(desk) == ""


def test_a_speech_is_paused_with_its_item_and_goes_on_with_it(desk: Desk) -> None:
    haiti, _jamaica = open_list(desk, "HT", "JM")
    desk.do(floor.start_speech, entry=haiti)
    passes(desk, minutes=1)
    order = inscribe(desk, "AW", SpeechKind.POINT_OF_ORDER)
    desk.do(floor.start_speech, entry=order)
    passes(desk, minutes=1)
    desk.do(pause_item, item="context")
    passes(desk, minutes=30)
    assert speech(desk, order).state is SpeakerState.PAUSED
    desk.do(resume_item, item="context")
    # The interruption goes on; who was interrupted before the pause waits for its end.
    assert (speech(desk, order).state, speech(desk, haiti).state) == (SpeakerState.SPEAKING, SpeakerState.PAUSED)
    assert spoken(desk, order) == timedelta(minutes=1)


def test_an_item_without_a_list_or_without_a_pause_changes_nothing_on_the_floor(desk: Desk) -> None:
    (haiti,) = open_list(desk, "HT")
    desk.do(floor.start_speech, entry=haiti)
    desk.do(pause_item, item="opening")
    desk.do(resume_item, item="opening")
    desk.do(resume_item, item="context")
    desk.do(end_item, item="opening")
    assert on_the_floor(desk) == "HT"
