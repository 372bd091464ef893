"""The reading view: pages of large type, the same on the stage, and what was read out kept."""

from PySide6.QtCore import Qt

from cmc_desk.desk import readouts
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.notes import Written
from cmc_desk.ui.stage.look import ReadingLook
from cmc_desk.ui.summaries.page_parts import READING
from cmc_desk.ui.summaries.reading_view import SIZES
from tests.desk.readout_hands import KEY, write
from tests.ui.summaries.reader import ENTER, ESC, Reader
from tests.ui.summaries.stand import ALT, CTRL, SHIFT

SPACE, PAGE_DOWN, PAGE_UP = Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp
LONG = (
    "The Meeting noted that the cooperation of all States and territories of the region is what everything rests on. "
)


def long_readout(reader: Reader, lines: int = 8) -> None:
    """Let so much be read out that it takes several pages."""
    write(reader.desk, *(Written(text=f"{number}. {LONG * 2}", kind=EntryKind.DECISION) for number in range(lines)))


def test_space_and_page_down_turn_the_pages_and_the_ends_hold(reader: Reader) -> None:
    long_readout(reader)
    reader.open(READING, KEY)
    canvas = reader.reading.canvas
    assert canvas.pages > 2
    reader.press(SPACE)
    reader.press(PAGE_DOWN)
    assert (canvas.page, reader.reading.place.text()) == (2, f"Page 3 of {canvas.pages}")
    reader.press(PAGE_UP)
    reader.press(SPACE, SHIFT)
    reader.press(PAGE_UP)
    assert canvas.page == 0
    reader.press(Qt.Key.Key_End)
    reader.press(SPACE)
    assert canvas.page == canvas.pages - 1


def test_every_line_is_read_on_one_page_or_goes_on_on_the_next(reader: Reader) -> None:
    long_readout(reader)
    reader.open(READING, KEY)
    canvas = reader.reading.canvas
    seen = []
    for page in range(canvas.pages):
        canvas.turn(page)
        seen += [one.line.text for one in canvas.shown() if one.line.text not in seen]
    assert seen == [one.line.text for one in canvas.column]


def test_larger_letters_keep_the_place_and_are_remembered(reader: Reader) -> None:
    long_readout(reader)
    reader.open(READING, KEY)
    canvas = reader.reading.canvas
    reader.press(SPACE)
    first = canvas.shown()[0].line
    pages = canvas.pages
    reader.press(Qt.Key.Key_Plus, CTRL)
    reader.press(Qt.Key.Key_Plus, CTRL)
    assert canvas.pages > pages
    assert first in [one.line for one in canvas.shown()]
    for _turn in SIZES:
        reader.press(Qt.Key.Key_Minus, CTRL)
    assert first in [one.line for one in canvas.shown()]


def test_the_room_reads_the_same_page_on_the_stage_until_the_view_is_left(reader: Reader) -> None:
    long_readout(reader)
    reader.open(READING, KEY)
    reader.press(Qt.Key.Key_F6, CTRL)
    room = reader.window.room
    assert isinstance(room.saying.shown.text, ReadingLook)
    reader.window.activateWindow()
    reader.reading.canvas.setFocus()
    reader.press(SPACE)
    shown = room.saying.shown.text
    assert isinstance(shown, ReadingLook)
    assert shown.page == 2
    assert reader.reading.stage.isChecked()
    assert shown.parts[0].heading == "Decisions"
    reader.press(ESC)
    assert room.saying.shown.text is None
    room.close_all()


def test_closing_the_stage_takes_the_text_off(reader: Reader) -> None:
    reader.open(READING, KEY)
    reader.press(Qt.Key.Key_F6, CTRL)
    reader.window.room.close_all()
    reader.window.tick()
    assert reader.window.context.on_stage is None
    assert not reader.reading.stage.isChecked()


def test_what_was_read_out_is_kept_and_the_head_says_so(reader: Reader) -> None:
    reader.open(READING, KEY)
    reader.press(Qt.Key.Key_S, ALT)
    (issue,) = reader.desk.read(readouts.issues, readout=KEY)
    assert issue.spoken
    assert reader.reading.chip.look().text.startswith("Read out ")


def test_a_name_that_is_left_is_seen_before_it_is_read(reader: Reader) -> None:
    builder = reader.build()
    reader.press(Qt.Key.Key_A, ALT)
    reader.choose("bind")
    reader.press(ENTER)
    reader.type(" So Haiti.")
    reader.press(Qt.Key.Key_F6)
    assert reader.reading.names.look().text == "1 name left"
    assert reader.reading.who.look().text == "Without names"
    reader.press(ESC)
    assert builder.isVisible()


def test_full_screen_leaves_only_the_message_strip_and_ends_with_the_view(reader: Reader) -> None:
    reader.open(READING, KEY)
    reader.press(Qt.Key.Key_F11)
    frame = reader.window.frame
    assert (frame.rail.isVisible(), frame.bar.isVisible(), frame.strip.isVisible()) == (False, False, True)
    assert reader.window.isFullScreen()
    reader.press(ESC)
    assert (frame.rail.isVisible(), reader.window.isFullScreen()) == (True, False)


def test_the_time_stands_above_and_what_is_left_to_read_beneath(reader: Reader) -> None:
    long_readout(reader)
    reader.open(READING, KEY)
    reader.later(minutes=3)
    assert reader.reading.time.text().startswith("10:46:00")
    assert "min to read from here" in reader.reading.rest.text()


def test_from_the_reading_view_the_builder_is_one_key_away_and_esc_leads_back(reader: Reader) -> None:
    reader.open(READING, KEY)
    reader.press(Qt.Key.Key_F8)
    assert reader.builder.isVisible()
    reader.press(ESC)
    assert reader.reading.isVisible()
    reader.press(ESC)
    assert reader.page.part is None
