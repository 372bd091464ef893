"""The key that a button shows is the key that presses it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.keycap import KeyCap, key_text, sequences
from cmc_desk.ui.parts.tick import Tick
from tests.ui.parts.pictures import Show, colours_in


@pytest.mark.parametrize(
    ("key", "cap"),
    [
        ("Ctrl+N", "Ctrl+N"),
        ("D", "D"),
        ("Return", "Enter"),
        ("Ctrl+Enter", "Ctrl+Enter"),
        ("Ctrl+Shift+Z", "Ctrl+Shift+Z"),
        ("Right", "→"),
        ("Ctrl+Up", "Ctrl+↑"),
        ("PgDown", "PgDn"),
        ("+", "+"),
        ("Ctrl++", "Ctrl++"),
        ("Esc", "Esc"),
        ("Space", "Space"),
        ("?", "?"),
    ],
)
def test_a_cap_says_what_stands_on_the_key(key: str, cap: str) -> None:
    assert key_text(key) == cap
    assert not sequences(key)[0].isEmpty()


def test_a_key_that_no_keyboard_has_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="PgDn"):
        DeskButton("Next", key="PgDn")


def test_the_key_presses_the_button_wherever_the_cursor_is(qtbot: QtBot, shown: Show) -> None:
    edit, button = QLineEdit(), DeskButton("Register a walk-in", key="Ctrl+N")
    shown(edit, button)
    edit.setFocus()
    with qtbot.waitSignal(button.clicked, timeout=0):
        QTest.keyClick(edit, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_is_both_keys_of_that_name(qtbot: QtBot, shown: Show, key: Qt.Key) -> None:
    edit, button = QLineEdit(), DeskButton("Check in", key="Enter", kind="primary", size="big")
    shown(edit, button)
    edit.setFocus()
    with qtbot.waitSignal(button.clicked, timeout=0):
        QTest.keyClick(edit, key)


def test_a_letter_is_typed_into_a_field_and_does_not_press(qtbot: QtBot, shown: Show) -> None:
    edit, button = QLineEdit(), DeskButton("Done", key="D")
    window = shown(edit, button)
    edit.setFocus()
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClicks(edit, "d")
    assert edit.text() == "d"
    edit.clearFocus()
    with qtbot.waitSignal(button.clicked, timeout=0):
        QTest.keyClick(window, Qt.Key.Key_D)


def test_what_is_not_allowed_says_why_and_its_key_does_nothing(qtbot: QtBot, shown: Show) -> None:
    button = DeskButton("Final", key="Ctrl+F")
    window = shown(button)
    button.allow(why_not="Final needs the Day 1 summary approved.")
    assert button.accessibleDescription() == button.toolTip() == "Final needs the Day 1 summary approved."
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    button.allow()
    assert button.toolTip() == ""
    with qtbot.waitSignal(button.clicked, timeout=0):
        QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)


def test_a_hidden_button_has_no_key(qtbot: QtBot, shown: Show) -> None:
    button = DeskButton("Undo", key="Ctrl+Z")
    window = shown(button)
    button.hide()
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_click_leaves_the_cursor_where_it_is(qtbot: QtBot, shown: Show) -> None:
    edit, button = QLineEdit(), DeskButton("Print badge")
    shown(edit, button)
    edit.setFocus()
    with qtbot.waitSignal(button.clicked, timeout=0):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is edit


def test_enter_on_a_button_that_has_the_keyboard_presses_that_one(qtbot: QtBot, shown: Show) -> None:
    main, other = DeskButton("Check in", key="Enter"), DeskButton("Print badge")
    shown(main, other)
    other.setFocus()
    with qtbot.assertNotEmitted(main.clicked), qtbot.waitSignal(other.clicked, timeout=0):
        QTest.keyClick(other, Qt.Key.Key_Return)
    with qtbot.waitSignal(other.clicked, timeout=0):
        QTest.keyClick(other, Qt.Key.Key_Space)


def test_a_new_key_replaces_the_old_one(qtbot: QtBot, shown: Show) -> None:
    button = DeskButton("Take the file", key="Right")
    window = shown(button)
    button.set_key("")
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(window, Qt.Key.Key_Right)
    button.set_key("F8")
    with qtbot.waitSignal(button.clicked, timeout=0):
        QTest.keyClick(window, Qt.Key.Key_F8)


def test_an_ampersand_is_a_letter_and_no_key(shown: Show) -> None:
    button = DeskButton("Research & Policy")
    shown(button)
    assert button.accessibleName() == "Research & Policy"
    assert button.shortcut().isEmpty()


def test_a_chosen_button_looks_chosen_and_moves_nothing(shown: Show) -> None:
    button = DeskButton("Take the file", icon="check")
    button.setCheckable(True)
    shown(button)
    before = button.sizeHint()
    assert "#ddeff2" not in colours_in(button)
    button.setChecked(True)
    assert "#ddeff2" in colours_in(button)
    assert button.sizeHint() == before
    button.set_icon("x")
    button.set_kind("danger")
    button.setChecked(False)
    assert "#b93a22" in colours_in(button)


def test_a_button_without_room_says_its_key_in_no_cap(shown: Show) -> None:
    wide, narrow = DeskButton("Lock", key="Ctrl+L"), DeskButton("Lock", key="Ctrl+L", show_key=False)
    assert narrow.sizeHint().width() < wide.sizeHint().width()


def test_a_cap_names_its_key_to_a_screen_reader(shown: Show) -> None:
    cap = KeyCap("F2")
    shown(cap)
    assert cap.accessibleName() == "Key F2"
    narrow = cap.sizeHint().width()
    cap.set_text("Ctrl+Shift+Z")
    assert cap.sizeHint().width() > narrow


def test_a_tick_is_ticked_by_its_words_and_by_space(qtbot: QtBot, shown: Show) -> None:
    tick = Tick("Shown in the list")
    shown(tick)
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center())
    assert tick.isChecked()
    assert "#0b5a72" in colours_in(tick)
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert not tick.isChecked()


def test_where_a_layout_is_too_narrow_the_words_stay_whole_before_icon_and_key(qtbot: QtBot) -> None:
    button = DeskButton("Samenvoegen", key="Ctrl+M", icon="plus", size="small")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    whole = button._content_width()
    shown = [button._room_for(width) for width in (whole, whole - 1, button._content_width(icon=False) - 1)]
    assert shown == [(True, True), (False, True), (False, False)]
