"""A clock that jumps while something runs is a question that stays until it is answered."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt

from cmc_desk.desk import agenda, floor, floor_list, floor_topics
from cmc_desk.desk.floor_facts import floors
from cmc_desk.desk.rundown import rundown
from cmc_desk.rules import floor as floor_rules
from cmc_desk.rules.agenda import Act
from cmc_desk.rules.timing import actuals, remaining
from tests.meetings import clock_of, local
from tests.ui.shell.stand import CTRL, SHIFT, Stand


def running(stand: Callable[..., Stand]) -> Stand:
    """The opening runs and Jamaica speaks in it for two minutes."""
    one = stand()
    clock_of(one.desk).move_to(local(0, 9))
    one.window.keeper._jumps._last = None
    one.desk.do(floor_topics.put_topic, id="remarks", title="Remarks", items=["opening"])
    one.desk.do(floor_list.inscribe_many, topic="remarks", delegations=["JM", "HT"])
    one.desk.do(agenda.start_item, item="opening")
    one.desk.do(floor.next_speaker, topic="remarks")
    one.later(120)
    return one


def left(one: Stand) -> tuple[timedelta, timedelta]:
    """Return what is left of the item and of the speech."""
    shown, (facts, *_others) = one.desk.read(rundown), one.desk.read(floors)
    (item,) = (found for found in shown.items if found.key == "opening")
    speech = floor_rules.current(floor_rules.speeches(facts.topic, facts.entries, facts.events))
    assert speech is not None
    now = one.desk.clock.now()
    return remaining(item, actuals(shown.items, shown.events)["opening"], now), floor_rules.left(speech, now)


def sleep(one: Stand, **span: float) -> None:
    """Let the clock go on without the computer."""
    clock_of(one.desk).advance(**span)
    one.window.tick()


def test_a_gap_that_is_not_counted_is_left_out_of_the_item_and_of_the_speech(stand: Callable[..., Stand]) -> None:
    one = running(stand)
    before = left(one)
    sleep(one, minutes=90)
    banner = one.window.jump_banner
    assert banner.isVisible()
    assert banner.words.text().startswith("The clock of this computer went ahead by 1:30:00 at once")
    assert banner.second.text().startswith("Jamaica: +1:27:00 if it counts, 3:00 if it does not")
    one.later(10)
    assert banner.isVisible()
    one.press(Qt.Key.Key_U, CTRL | SHIFT)
    assert not banner.isVisible()
    assert one.said() == "The gap is not counted."
    assert left(one) == tuple(span - timedelta(seconds=10) for span in before)
    one.press(Qt.Key.Key_Z, CTRL)
    assert Act.LEAVE_OUT not in {event.act for event in one.desk.read(rundown).events}
    assert left(one) == tuple(span - timedelta(minutes=90, seconds=10) for span in before)


def test_a_gap_that_counts_records_nothing(stand: Callable[..., Stand]) -> None:
    one = running(stand)
    sleep(one, minutes=3)
    one.press(Qt.Key.Key_G, CTRL | SHIFT)
    assert not one.window.jump_banner.isVisible()
    assert one.said() == "The gap counts."
    assert Act.LEAVE_OUT not in {event.act for event in one.desk.read(rundown).events}


def test_a_clock_that_was_set_back_gives_the_time_back(stand: Callable[..., Stand]) -> None:
    one = running(stand)
    before = left(one)
    sleep(one, seconds=-60)
    assert "set back by 1:00" in one.window.jump_banner.words.text()
    one.press(Qt.Key.Key_U, CTRL | SHIFT)
    assert left(one) == before


def test_two_jumps_are_one_question(stand: Callable[..., Stand]) -> None:
    one = running(stand)
    sleep(one, minutes=3)
    sleep(one, minutes=4)
    assert "by 7:00" in one.window.jump_banner.words.text()


def test_what_began_after_the_jump_keeps_its_time(stand: Callable[..., Stand]) -> None:
    one = running(stand)
    sleep(one, minutes=30)
    one.desk.do(agenda.next_item)
    one.later(60)
    one.press(Qt.Key.Key_U, CTRL | SHIFT)
    left_out = [event.item for event in one.desk.read(rundown).events if event.act is Act.LEAVE_OUT]
    assert left_out == ["opening"]


def test_where_nothing_runs_a_jump_is_only_said(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.later(1)
    sleep(one, minutes=90)
    assert "jumped by +5400 s" in one.said()
