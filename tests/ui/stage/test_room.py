"""The screens of the room follow the page of the operator, by the keys that open them and put messages on them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cmc_desk.desk import agenda, floor
from cmc_desk.ui.stage.messages import presets, word_preset
from tests.ui.agenda.stand import CTRL, SHIFT, Chair
from tests.ui.stage.conftest import Wakeful
from tests.ui.stage.seen import bar, figures, framed, lines, screen


def test_f9_opens_the_stage_and_takes_no_key_from_the_operator(chair: Chair, wakeful: Wakeful) -> None:
    before = QApplication.focusWidget()
    chair.press(Qt.Key.Key_F9)
    assert screen(chair).isVisible()
    assert QApplication.focusWidget() is before
    assert chair.window.isActiveWindow()
    assert wakeful.kept
    assert chair.last() == ("notice", "Stage: in a window, because this computer has no monitor beside yours")
    chair.press(Qt.Key.Key_F9)
    assert not chair.window.room.windows
    assert not wakeful.kept


def test_esc_on_the_stage_closes_it(chair: Chair) -> None:
    chair.press(Qt.Key.Key_F9)
    QTest.keyClick(screen(chair), Qt.Key.Key_Escape)
    assert not chair.window.room.windows
    assert chair.window.isVisible()


def test_a_computer_that_may_go_dark_is_said(chair: Chair, wakeful: Wakeful) -> None:
    wakeful.can = False
    chair.press(Qt.Key.Key_F9)
    kind, words = chair.last()
    assert kind == "amber"
    assert words.endswith("turn that off in its power settings.")


def test_the_stage_shows_the_same_second_as_the_page(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_F9)
    hearing.press(Qt.Key.Key_N)
    # The limit of a State is five minutes; a countdown rounds up.
    for seconds, shown in (
        (0.0, "5:00"),
        (0.2, "5:00"),
        (0.9, "4:59"),
        (226.9, "1:12"),
        (71.9, "0:01"),
        (0.2, "+0:01"),
    ):
        hearing.later(seconds=seconds)
        assert figures(hearing) == shown
        (time,) = (time for _name, state, time in hearing.speakers() if state == "Speaking")
        assert time.split(" ")[0] == shown


def test_who_speaks_who_is_next_and_when_lunch_is(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_F9)
    hearing.press(Qt.Key.Key_N)
    hearing.later(seconds=60)
    shown = lines(hearing)
    assert {"Context", "Jamaica", "Time left to speak", "Next", "Haiti", "then Aruba", "1 more", "10:20"} <= set(shown)
    assert bar(hearing).share == pytest.approx(0.8)
    assert bar(hearing).cuts == pytest.approx((0.2, 0.4, 0.6, 0.8))
    assert not framed(hearing)


def test_over_time_is_a_word_a_frame_and_a_hatched_bar(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_F9)
    hearing.press(Qt.Key.Key_N)
    hearing.later(minutes=5, seconds=24)
    assert figures(hearing) == "+0:24"
    assert "OVER TIME" in lines(hearing)
    assert framed(hearing)
    assert bar(hearing).over


def test_a_pause_is_a_word_and_the_time_stands(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_F9)
    hearing.press(Qt.Key.Key_N)
    hearing.later(seconds=60)
    hearing.press(Qt.Key.Key_Y)
    hearing.later(seconds=60)
    assert figures(hearing) == "4:00"
    assert "PAUSED" in lines(hearing)


def test_whoever_interrupts_is_on_the_stage_and_then_who_was_interrupted(hearing: Chair) -> None:
    from cmc_desk.desk import floor_list
    from cmc_desk.rules.floor_kinds import SpeechKind

    hearing.press(Qt.Key.Key_F9)
    hearing.press(Qt.Key.Key_N)
    hearing.later(seconds=60)
    entry = hearing.desk.do(floor_list.inscribe, topic="priorities", delegation="AW", kind=SpeechKind.POINT_OF_ORDER)
    hearing.desk.do(floor.start_speech, entry=entry)
    hearing.later(seconds=30)
    assert {"Aruba", "Point of order"} <= set(lines(hearing))
    hearing.desk.do(floor.end_speech, entry=entry)
    hearing.window.tick()
    assert {"Jamaica", "PAUSED"} <= set(lines(hearing))
    assert figures(hearing) == "4:00"


def test_before_the_meeting_and_by_the_plan_of_a_meeting_without_a_clock(chair: Chair) -> None:
    chair.at(8, 0)
    chair.press(Qt.Key.Key_F9)
    assert {"Next, 08:30", "Day1-registration", "until it begins"} <= set(lines(chair))
    assert figures(chair) == "30:00"
    chair.at(11, 0)
    assert {"By the plan until 12:00", "Context"} <= set(lines(chair))
    chair.at(8, 0, day=1)
    chair.at(13, 0, day=1)
    assert "The meeting is closed" in lines(chair)


def test_between_two_items_what_is_next_begins_shortly(chair: Chair) -> None:
    chair.at(8, 41)
    chair.desk.do(agenda.start_item, item="day1-registration")
    chair.press(Qt.Key.Key_F9)
    assert "Time left" in lines(chair)
    chair.at(9, 5)
    chair.desk.do(agenda.end_item, item="day1-registration")
    chair.window.tick()
    assert {"Opening", "begins shortly", "Next, 09:00"} <= set(lines(chair))


def test_a_break_says_when_everybody_is_to_be_back(chair: Chair) -> None:
    for item, hour, minute in (("day1-registration", 8, 41), ("opening", 9, 2), ("coffee", 9, 48)):
        chair.at(hour, minute)
        chair.desk.do(agenda.start_item, item=item)
    chair.press(Qt.Key.Key_F9)
    chair.later(minutes=10)
    assert {"We resume at 10:18", "Coffee", "until we resume", "Context"} <= set(lines(chair))
    assert figures(chair) == "20:00"


def test_messages_by_keys_from_every_page(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_F1, SHIFT)
    assert hearing.last() == ("amber", "Nothing changed: the stage is not open: F9 opens it.")
    hearing.press(Qt.Key.Key_F9)
    hearing.press(Qt.Key.Key_N)
    hearing.window.go("papers")
    hearing.press(Qt.Key.Key_F1, SHIFT)
    assert "Please slow down for the interpreters" in lines(hearing)
    assert figures(hearing) == "5:00"
    hearing.press(Qt.Key.Key_F3, SHIFT)
    assert "Please conclude" in lines(hearing)
    hearing.press(Qt.Key.Key_F7, SHIFT)
    assert lines(hearing) == []
    hearing.press(Qt.Key.Key_F7, SHIFT)
    assert "Please conclude" in lines(hearing)
    hearing.press(Qt.Key.Key_F8, SHIFT)
    assert "Jamaica" in lines(hearing)
    hearing.press(Qt.Key.Key_F8, SHIFT)
    assert hearing.last()[0] == "amber"


def test_a_message_of_before_is_gone_when_the_stage_is_opened_again(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_F9)
    hearing.press(Qt.Key.Key_F1, SHIFT)
    hearing.press(Qt.Key.Key_F9)
    hearing.press(Qt.Key.Key_F9)
    assert presets()[0] not in lines(hearing)


def test_the_confidence_monitor_and_the_lobby(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_F9, CTRL)
    hearing.press(Qt.Key.Key_F10, CTRL)
    hearing.press(Qt.Key.Key_N)
    hearing.later(seconds=48)
    assert figures(hearing, "confidence") == "4:12"
    assert {"Jamaica", "Limit 5:00"} <= set(lines(hearing, "confidence"))
    hearing.press(Qt.Key.Key_F1, SHIFT)
    assert {"Jamaica", presets()[0]} <= set(lines(hearing, "confidence"))
    assert {"10:19", "Context", "now, until 12:04"} <= set(lines(hearing, "lobby"))
    assert presets()[0] not in lines(hearing, "lobby")


def test_a_message_is_worded_anew_for_this_computer_and_back_again(chair: Chair) -> None:
    assert word_preset(2, "  Time is   up ") == "Time is up"
    assert presets()[2] == "Time is up"
    assert word_preset(2, "") == "Please conclude"


def test_closing_the_main_window_closes_the_screens_of_the_room(chair: Chair) -> None:
    chair.press(Qt.Key.Key_F9)
    stage = screen(chair)
    chair.window.close()
    assert not stage.isVisible()


def test_a_locked_window_opens_no_stage_and_the_one_that_is_open_goes_on(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_F9)
    hearing.press(Qt.Key.Key_N)
    hearing.window.lock()
    hearing.press(Qt.Key.Key_F1, SHIFT)
    hearing.later(seconds=30)
    assert figures(hearing) == "4:30"
    assert presets()[0] not in lines(hearing)


def test_only_what_differs_is_painted_anew(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_F9)
    hearing.press(Qt.Key.Key_N)
    stage = screen(hearing)
    before = stage.pieces()
    hearing.later(seconds=1)
    changed = set(before).symmetric_difference(stage.pieces())
    assert {type(piece).__name__ for piece in changed} == {"Figures", "Bar"}


def test_the_palette_finds_the_screens(chair: Chair) -> None:
    chair.press(Qt.Key.Key_K, CTRL)
    chair.type("lobby")
    chair.press(Qt.Key.Key_Return)
    assert chair.window.room.is_open("lobby")
