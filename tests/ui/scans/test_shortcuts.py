"""A scan presses no button and fires no shortcut; a person's key does what it always did."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.scans.desk import Desk


def test_a_scan_while_the_keyboard_is_on_a_button_does_not_press_it(desk: Desk, qtbot: QtBot) -> None:
    desk.button.setFocus()
    with qtbot.assertNotEmitted(desk.button.clicked):
        desk.scan("AB CD 12 34")
    assert desk.scanned == ["AB CD 12 34"]


def test_space_on_a_button_presses_it_once(desk: Desk, qtbot: QtBot) -> None:
    desk.button.setFocus()
    with qtbot.waitSignal(desk.button.clicked, timeout=0):
        desk.key(" ", after_ms=60)
        desk.pause(60)
    assert not desk.button.isDown()


def test_the_enter_of_a_scan_fires_no_shortcut_and_that_of_a_person_does(desk: Desk) -> None:
    pressed: list[bool] = []
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Return), desk.window)
    shortcut.activated.connect(lambda: pressed.append(True))
    desk.scan("CMC-7K4M-2P")
    assert pressed == []
    desk.key(Qt.Key.Key_Return, after_ms=200)
    assert pressed == [True]


def test_a_line_feed_after_the_enter_of_a_scan_does_nothing_either(desk: Desk) -> None:
    pressed: list[bool] = []
    QShortcut(QKeySequence(Qt.Key.Key_Return), desk.window).activated.connect(lambda: pressed.append(True))
    desk.scan("CMC-7K4M-2P")
    desk.key(Qt.Key.Key_Return, after_ms=2)
    assert pressed == []


@pytest.mark.parametrize("make", ["shortcut", "action"])
def test_a_single_letter_acts_when_no_field_has_the_keyboard_and_a_scan_with_it_does_not(desk: Desk, make: str) -> None:
    acted: list[bool] = []
    if make == "shortcut":
        QShortcut(QKeySequence("D"), desk.window).activated.connect(lambda: acted.append(True))
    else:
        action = QAction("Done", desk.window)
        action.setShortcut(QKeySequence("D"))
        action.triggered.connect(lambda: acted.append(True))
        desk.window.addAction(action)
    desk.button.setFocus()
    desk.scan("DDA-DD1")
    assert acted == []
    desk.key("d", after_ms=200)
    desk.pause(60)
    assert acted == [True]
    desk.edit.setFocus()
    desk.key("d", after_ms=200)
    desk.pause(60)
    assert acted == [True]
    assert desk.edit.text() == "d"


def test_a_sign_that_needs_shift_still_is_its_shortcut(desk: Desk) -> None:
    acted: list[bool] = []
    QShortcut(QKeySequence("?"), desk.window).activated.connect(lambda: acted.append(True))
    desk.button.setFocus()
    QTest.keyClick(desk.button, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    desk.pause(60)
    assert acted == [True]


def test_shortcuts_of_other_controls_stay_theirs(desk: Desk) -> None:
    acted: list[str] = []
    for name, context in (
        ("own", Qt.ShortcutContext.WidgetShortcut),
        ("inner", Qt.ShortcutContext.WidgetWithChildrenShortcut),
    ):
        shortcut = QShortcut(QKeySequence("X"), desk.edit, context=context)
        shortcut.activated.connect(lambda name=name: acted.append(name))
    hidden = QPushButton(desk.window)
    hidden.hide()
    QShortcut(QKeySequence("X"), hidden).activated.connect(lambda: acted.append("hidden"))
    desk.button.setFocus()
    desk.key("x", after_ms=60)
    desk.pause(60)
    assert acted == []


def test_the_code_of_a_sheet_is_one_scan_with_its_colons_and_lands_in_no_field(desk: Desk) -> None:
    desk.scan("CMC:SIG:DAY1-REGISTRATION:3:1912060812:JM.")
    assert desk.scanned == ["CMC:SIG:DAY1-REGISTRATION:3:1912060812:JM."]
    assert desk.edit.text() == ""
