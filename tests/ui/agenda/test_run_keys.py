"""The keys of the Run mode do what their buttons say, and never while somebody types."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from cmc_desk.rules.agenda import ItemState
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.keycap import sequences
from tests.ui.agenda.stand import CTRL, SHIFT, Chair, make_chair


def test_space_starts_the_first_item_and_then_the_next(chair: Chair) -> None:
    assert chair.page.run.card.next.accessibleName() == "Start: Day1-registration"
    chair.press(Qt.Key.Key_Space)
    assert chair.running() == "day1-registration"
    chair.at(9, 2)
    chair.press(Qt.Key.Key_Space)
    assert chair.running() == "opening"
    assert chair.state("day1-registration") is ItemState.DONE
    kind, words = chair.last()
    assert kind == "notice"
    assert words.startswith("Started: ")


def test_ctrl_z_reopens_with_the_same_time_left(hearing: Chair) -> None:
    hearing.later(minutes=10)
    before = hearing.page.run.card.countdown.words()
    hearing.press(Qt.Key.Key_Space)
    assert hearing.running() == ""
    hearing.press(Qt.Key.Key_Z, CTRL)
    hearing.window.tick()
    assert hearing.running() == "context"
    assert hearing.page.run.card.countdown.words() == before


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QSpinBox])
def test_space_in_a_text_field_never_starts_an_item(chair: Chair, kind: type[QWidget]) -> None:
    field = kind(chair.page.run)
    field.show()
    field.setFocus()
    assert QApplication.focusWidget() is not None
    for key in (Qt.Key.Key_Space, Qt.Key.Key_P, Qt.Key.Key_N, Qt.Key.Key_A, Qt.Key.Key_Plus, Qt.Key.Key_K):
        chair.press(key)
    assert chair.running() == ""
    assert chair.said == []


def test_space_typed_into_every_field_of_the_page_starts_nothing(hearing: Chair) -> None:
    hearing.desk.saved_at = None
    for key in (Qt.Key.Key_S, Qt.Key.Key_D, Qt.Key.Key_L, Qt.Key.Key_H):
        hearing.press(key)
        for field in hearing.page.run.findChildren(QLineEdit):
            if field.isVisible():
                field.setFocus()
                hearing.type("un ")
                hearing.press(Qt.Key.Key_Space)
        assert hearing.running() == "context"
        hearing.click(next(one for one in _buttons(hearing) if one.accessibleName() == "Back"))
    assert hearing.running() == "context"


def test_space_on_a_button_that_tab_led_to_presses_that_button(hearing: Chair) -> None:
    hearing.page.run.card.pause.setFocus(Qt.FocusReason.TabFocusReason)
    hearing.press(Qt.Key.Key_Space)
    assert hearing.state("context") is ItemState.PAUSED


def test_a_key_that_is_held_down_starts_one_item(chair: Chair) -> None:
    for shortcut in chair.page.run.findChildren(QShortcut):
        if any(key.toString() == "Space" for key in QShortcut.keys(shortcut)):
            assert not shortcut.autoRepeat()


def test_p_pauses_and_goes_on_and_the_pause_costs_nothing(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_P)
    left = hearing.page.run.card.countdown.words()
    hearing.later(minutes=5)
    assert hearing.page.run.card.countdown.words() == left
    assert hearing.page.run.card.pause.accessibleName() == "Resume"
    hearing.press(Qt.Key.Key_P)
    assert hearing.state("context") is ItemState.RUNNING


def test_plus_and_minus_are_a_minute_each(hearing: Chair) -> None:
    live = hearing.page.context.live
    hearing.press(Qt.Key.Key_Plus)
    hearing.press(Qt.Key.Key_Plus)
    hearing.press(Qt.Key.Key_Minus)
    assert live.actual("context").added.total_seconds() == 60


def test_keys_without_anything_running_say_what_to_do(chair: Chair) -> None:
    for key in (Qt.Key.Key_P, Qt.Key.Key_Plus, Qt.Key.Key_L):
        chair.press(key)
        assert chair.last() == ("amber", "Nothing changed: Nothing is running: start an item first.")


def test_shift_space_ends_the_item_and_starts_nothing(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_Space, SHIFT)
    assert hearing.running() == ""
    assert hearing.state("context") is ItemState.DONE


def test_a_chosen_line_is_skipped_started_and_reopened(hearing: Chair) -> None:
    table = hearing.page.run.rundown.table
    table.choose("opening")
    hearing.press(Qt.Key.Key_U)
    assert hearing.running() == "opening"
    hearing.press(Qt.Key.Key_Z, CTRL)
    hearing.page.run.rundown.days.choose("2019-12-06")
    table.choose("discussion")
    hearing.press(Qt.Key.Key_K)
    assert hearing.state("discussion") is ItemState.SKIPPED
    hearing.press(Qt.Key.Key_U)
    assert hearing.state("discussion") is ItemState.PLANNED


def test_every_key_of_the_list_is_bound_once_and_stands_on_a_button(hearing: Chair) -> None:
    bound = [
        key.toString() for shortcut in hearing.page.run.findChildren(QShortcut) for key in QShortcut.keys(shortcut)
    ]
    on_buttons = {button._cap for button in _buttons(hearing)}
    for key in hearing.page.run.run_keys.keys:
        wanted = sequences(key.key)[0].toString()
        assert bound.count(wanted) == 1, key.key
        assert key.words
    page_keys = hearing.page.keys()
    listed = {cap for cap, _words in page_keys} - {"Enter", "↑ ↓", "Tab", "Esc"}
    assert listed <= on_buttons


def test_no_two_controls_that_can_be_seen_answer_to_one_key(hearing: Chair) -> None:
    for key in (None, Qt.Key.Key_S, Qt.Key.Key_D, Qt.Key.Key_T, Qt.Key.Key_V, Qt.Key.Key_M, Qt.Key.Key_H, Qt.Key.Key_L):
        if key is not None:
            hearing.page.run.panels.close()
            hearing.press(key)
        seen: list[str] = []
        for shortcut in hearing.page.findChildren(QShortcut):
            parent = shortcut.parent()
            if isinstance(parent, QWidget) and parent.isVisible() and parent.isEnabled():
                seen += [one.toString() for one in QShortcut.keys(shortcut)]
        assert len(seen) == len(set(seen)), key


def _buttons(chair: Chair) -> list[DeskButton]:
    return chair.page.run.findChildren(DeskButton)


def test_space_starts_the_day_however_empty_the_page_is_when_it_opens(qtbot: QtBot, tmp_path: Path) -> None:
    chair = make_chair(qtbot, tmp_path, listed=())
    assert not isinstance(QApplication.focusWidget(), DeskButton)
    chair.press(Qt.Key.Key_Space)
    assert chair.running() == "day1-registration"
    for key in (Qt.Key.Key_T, Qt.Key.Key_V, Qt.Key.Key_V):
        chair.press(key)
        assert not isinstance(QApplication.focusWidget(), DeskButton)
    chair.close()
