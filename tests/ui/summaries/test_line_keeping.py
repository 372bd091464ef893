"""A line of the read-out is in the meeting file soon after the last key, whatever happens then."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cmc_desk.desk import readouts
from tests.desk.readout_hands import ALL, KEY, write
from tests.ui.summaries.reader import ENTER, ESC, Reader
from tests.ui.summaries.stand import CTRL, another_window, make_rapporteur


@pytest.fixture
def writer(qtbot: QtBot, tmp_path: Path) -> Reader:
    """Open the builder, with timers that only the test lets run."""
    made = make_rapporteur(qtbot, tmp_path, by_hand=True)
    write(made.desk, *ALL)
    reader = Reader(made.window, made.desk, made.time, made.said)
    reader.look()
    reader.build()
    return reader


def begin(writer: Reader, words: str) -> None:
    writer.choose(words)
    writer.press(ENTER)
    QTest.keyClick(writer.focus(), Qt.Key.Key_A, CTRL)


def test_it_is_kept_400_ms_after_the_last_key_and_1_4_s_after_the_first_and_undone_whole(writer: Reader) -> None:
    before = writer.in_file()
    begin(writer, "bind")
    writer.type("One")
    writer.time.pass_by(399)
    assert writer.in_file() == before
    writer.time.pass_by(1)
    assert "One" in writer.in_file()
    for _key in range(5):
        writer.type("x")
        writer.time.pass_by(300)
    assert "Onexxxxx" in writer.in_file()
    writer.press(ENTER)
    assert "Onexxxxx" in writer.in_file()
    assert writer.last() == "Rewritten."
    writer.press(Qt.Key.Key_Z, CTRL)
    assert writer.in_file() == before
    writer.close()


def test_esc_puts_back_what_was_kept_of_a_line_and_of_one_that_was_to_be_added(writer: Reader) -> None:
    before = writer.in_file()
    begin(writer, "bind")
    writer.type("Half a wo")
    writer.time.pass_by(400)
    writer.press(ESC)
    assert writer.in_file() == before
    assert "Aruba asked: Does it bind?" in writer.lines()
    writer.press(Qt.Key.Key_N, CTRL)
    writer.type("The Chair")
    writer.time.pass_by(400)
    assert "The Chair" in writer.in_file()
    writer.press(ESC)
    assert writer.in_file() == before
    writer.press(Qt.Key.Key_N, CTRL)
    writer.type("The Chair")
    writer.time.pass_by(400)
    writer.type(" thanked all.")
    writer.press(ENTER)
    assert writer.in_file().count("The Chair thanked all.") == 1
    assert len(writer.in_file()) == len(before) + 1
    writer.close()


def test_a_file_that_is_locked_is_said_once_and_tried_again_and_the_text_stays(writer: Reader) -> None:
    begin(writer, "bind")
    other = another_window(writer.desk)
    with other.store.write():
        writer.type("One")
        writer.time.pass_by(4000)
    assert [one.before for one in writer.said if one.kind == "coral"] == ["NOT SAVED. "]
    writer.time.pass_by(30000)
    assert "One" in writer.in_file()
    # A colleague takes the line: nothing is written over that, and what was typed stays before whoever typed it.
    (line,) = (one.key for one in other.read(readouts.readout, key=KEY).lines if one.text == "One")
    other.do(readouts.rewrite_line, readout=KEY, line=line, text="Theirs.")
    other.close()
    writer.type(" more")
    writer.time.pass_by(400)
    assert "Somebody else has rewritten" in writer.last()
    writer.press(ENTER)
    assert writer.builder.lines.editor.text() == "One more"
    assert "Theirs." in writer.in_file()
    writer.press(ESC)
    writer.close()
