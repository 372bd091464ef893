"""In the field of the notes every key is seen at once, and a scan leaves nothing behind all the same."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from cmc_desk.ui.summaries.note_editor import NoteEditor
from tests.ui.scans.desk import Desk


@pytest.fixture
def notes(desk: Desk) -> Iterator[NoteEditor]:
    editor = NoteEditor(desk.window)
    layout = desk.window.layout() or QVBoxLayout(desk.window)
    layout.addWidget(editor)
    editor.show()
    editor.setFocus()
    yield editor
    editor.deleteLater()


def test_no_key_of_a_person_is_late(desk: Desk, notes: NoteEditor) -> None:
    typed = ""
    for letter in "The Chair: 1, 2!":
        typed += letter
        desk.key(letter, after_ms=90)
        assert notes.text() == typed
    desk.pause(200)
    assert notes.text() == typed
    assert desk.scanned == []


def test_letters_that_roll_over_arrive_whole_and_in_order(desk: Desk, notes: NoteEditor) -> None:
    for letter in "there":
        desk.key(letter, after_ms=12)
    assert notes.text() == "t"
    desk.pause(60)
    assert notes.text() == "there"


def test_a_scan_leaves_nothing_behind(desk: Desk, notes: NoteEditor) -> None:
    desk.type("said ")
    desk.pause(60)
    desk.scan("CMC-7K4M-2P")
    desk.pause(200)
    assert desk.scanned == ["CMC-7K4M-2P"]
    assert notes.text() == "said "
    desk.type("so")
    assert notes.text() == "said so"


def test_enter_right_after_a_letter_is_the_persons(desk: Desk, notes: NoteEditor) -> None:
    entered: list[str] = []
    notes.entered.connect(lambda: entered.append(notes.text()))
    desk.type("Agreed")
    desk.key(Qt.Key.Key_Return, after_ms=15)
    assert entered == ["Agreed"]
    desk.key("a", after_ms=90)
    desk.key("b", after_ms=15)
    desk.key(Qt.Key.Key_Return, after_ms=15)
    assert entered == ["Agreed", "Agreedab"]


def test_a_letter_is_typed_once_though_it_was_asked_about(desk: Desk, notes: NoteEditor) -> None:
    desk.key("a", after_ms=90)
    desk.key(Qt.Key.Key_Left, after_ms=10)
    desk.key("b", after_ms=90)
    desk.pause(60)
    assert notes.text() == "ba"
