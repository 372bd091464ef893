"""Enter that stutters, a key that is pressed again because nothing answered, a double click: one act each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cmc_desk.desk.attendance import Verdict
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.people import find_people
from cmc_desk.ui.parts.button import DeskButton
from tests.ui.registration.conftest import Stand
from tests.ui.registration.hands import CTRL, SHIFT
from tests.ui.registration.lost_answer import lost

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


def walk_in(stand: Stand) -> None:
    stand.press(Qt.Key.Key_N, CTRL)
    for text in ("Garfield", "Example-Tuitt", "monts"):
        stand.type(text)
        stand.press(TAB)


def new_person(stand: Stand) -> None:
    stand.press(Qt.Key.Key_N, CTRL | SHIFT)
    stand.type("Priya")
    stand.page.person.form._fields["delegation"].editor.setFocus()
    stand.type("guyana")
    stand.press(TAB)


def kinds(stand: Stand) -> list[str]:
    """Return what was done since the desk was opened."""
    return [line.kind for line in stand.desk.read(journal_lines)][11:]


def everybody(stand: Stand, name: str) -> list[str]:
    return [hit.name for hit in stand.desk.read(find_people, text=name).hits]


@pytest.mark.parametrize("second", [ENTER, Qt.Key.Key_Enter])
def test_enter_twice_is_one_walk_in(stand: Stand, second: Qt.Key) -> None:
    walk_in(stand)
    stand.press(ENTER)
    stand.press(second)
    assert stand.answers() == [("Garfield Example-Tuitt", Verdict.WALK_IN.value, False)]
    assert kinds(stand) == ["attendance.walk_in"]


def test_enter_again_after_an_answer_that_was_lost_is_the_same_walk_in(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk_in(stand)
    with lost(monkeypatch):
        stand.press(ENTER)
    assert stand.said[-1].before == "NOT SAVED. "
    assert stand.page.walk_in.is_begun()
    stand.press(ENTER)
    assert everybody(stand, "garfield") == ["Garfield Example-Tuitt"]
    assert kinds(stand) == ["attendance.walk_in"]
    assert stand.page.desk_view.shown_person()


def test_the_next_walk_in_is_another_one(stand: Stand) -> None:
    for _time in range(2):
        walk_in(stand)
        stand.press(ENTER)
    assert len(everybody(stand, "garfield")) == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_S, ENTER])
def test_saving_twice_is_one_registration(stand: Stand, key: Qt.Key) -> None:
    new_person(stand)
    stand.press(key, CTRL)
    stand.press(key, CTRL)
    assert kinds(stand) == ["registration.register"]


def test_saving_again_after_an_answer_that_was_lost_is_the_same_registration(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_person(stand)
    with lost(monkeypatch):
        stand.press(Qt.Key.Key_S, CTRL)
    stand.press(Qt.Key.Key_S, CTRL)
    assert everybody(stand, "priya") == ["Priya"]
    assert kinds(stand) == ["registration.register"]


def test_a_successor_is_entered_once(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    stand.page.open_at(stand.ids["Rohan"])
    stand.press(Qt.Key.Key_R, CTRL)
    stand.press(Qt.Key.Key_P, CTRL | SHIFT)
    stand.type("Priya")
    with lost(monkeypatch):
        stand.press(Qt.Key.Key_S, CTRL)
    stand.press(Qt.Key.Key_S, CTRL)
    assert everybody(stand, "priya") == ["Priya"]
    assert kinds(stand) == ["registration.replace"]


def test_a_button_that_is_double_clicked_is_pressed_once(qtbot: QtBot) -> None:
    window = QWidget()
    button = DeskButton("Copy now", key="Alt+C", parent=window)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    none, middle = Qt.KeyboardModifier.NoModifier, button.geometry().center()
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, none, middle)
    assert len(pressed) == 1
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, none, middle)
    assert len(pressed) == 2
