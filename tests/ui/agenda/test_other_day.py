"""The window on a day that is none of the meeting: what nobody ended stands as it stood, ends when it did, and words name what a window can do."""

import pytest
from PySide6.QtCore import Qt

from cmc_desk.desk import agenda, floor
from cmc_desk.desk.rundown import rundown
from cmc_desk.rules.actuals import corrected_times
from cmc_desk.rules.agenda import Act, ItemState
from tests.meetings import clock_of, local
from tests.ui.agenda.stand import SHIFT, TOPIC, Chair


@pytest.fixture
def later(hearing: Chair) -> Chair:
    """The second session of the first day and a speech in it were never ended; it is three weeks later."""
    hearing.desk.do(floor.next_speaker, topic=TOPIC)
    hearing.at(10, 22)
    hearing.desk.do(agenda.add_time, item="context", seconds=60)
    hearing.later(days=21)
    return hearing


def test_what_nobody_ended_has_not_run_on_for_weeks(later: Chair) -> None:
    card = later.page.run.card
    assert (card.title.text(), card.countdown.words()) == ("Context", "1:43:00")
    assert card.part.text() == "as it stood 5 Dec 10:22"
    assert ("Speaking", "0:00 left") not in [(state, time) for _name, state, time in later.speakers()]
    assert later.page.run.rundown.table.now_line.accessibleName() == "until 10:22"
    assert later.window.frame.bar._item.text() == "Context"


def test_it_ends_when_something_was_recorded_last_and_the_window_says_so(later: Chair) -> None:
    later.press(Qt.Key.Key_X)
    assert later.last() == (
        "notice",
        f"Ended: {later.speakers()[0][0]} · at 10:22 of 5 Dec, when something was recorded last: H corrects it",
    )
    later.press(Qt.Key.Key_Space, SHIFT)
    assert later.state("context") is ItemState.DONE
    events = later.desk.read(rundown).events
    times = corrected_times(events)
    assert times[events[-1].key] == local(0, 10, 22)


def test_a_late_start_is_told_for_the_day_on_which_it_began(later: Chair) -> None:
    later.press(Qt.Key.Key_L)
    later.page.run.panels.late._time.setText("10:21")
    later.press(Qt.Key.Key_Return)
    events = later.desk.read(rundown).events
    assert (events[-1].act, events[-1].at) == (Act.CORRECT, local(0, 10, 21))


def test_a_refusal_names_what_can_be_done_in_a_window(later: Chair) -> None:
    later.press(Qt.Key.Key_Space)
    kind, words = later.last()
    assert kind == "amber"
    assert "2019-12-26 is no day of the meeting" in words
    assert "F10" in words
    assert "Setup" in words
    assert "--at" not in words


def test_what_was_recorded_in_the_night_is_of_the_day_before(chair: Chair) -> None:
    clock_of(chair.desk).move_to(local(1, 0, 10))
    chair.desk.do(agenda.start_item, item="context")
    chair.page.run.reload(frozenset({"*"}))
    chair.press(Qt.Key.Key_H)
    assert "began" in [row.what for row in chair.page.run.panels.past.table.model_of_rows().rows]
