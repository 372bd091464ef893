"""What stands around every page: rail, top bar, strip, filters, heads, panels above the page."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.keys_overlay import KeysOverlay
from cmc_desk.ui.parts.message_strip import Hint, MessageStrip
from cmc_desk.ui.parts.palette_box import PaletteBox
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.rail import Rail, RailEntry
from cmc_desk.ui.parts.result_list import HitRow
from cmc_desk.ui.parts.runs import RunLine
from cmc_desk.ui.parts.safety_light import SafetyLevel, SafetyLight
from cmc_desk.ui.parts.search_field import SearchField
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.top_bar import TopBar, initials
from cmc_desk.ui.theme import colour
from tests.ui.parts.pictures import Show, colours_in

CONTROL = Qt.KeyboardModifier.ControlModifier
FILTERS = (Option("all", "All", 84), Option("expected", "Expected", 53), Option("notes", "Notes", 5, "pin"))


def test_a_message_sets_off_the_name_and_reads_nothing_as_markup(shown: Show) -> None:
    strip = MessageStrip()
    shown(strip)
    strip.set_message("notice", "Checked in: ", "<b>Andre</b>", " & Co")
    line = strip.findChild(RunLine)
    assert line is not None
    assert line.accessibleName() == strip.accessibleName() == "Checked in: <b>Andre</b> & Co"
    assert colour("lagoon").name() in colours_in(strip)


def test_undo_is_offered_only_when_there_is_something_to_take_back(qtbot: QtBot, shown: Show) -> None:
    strip = MessageStrip()
    window = shown(strip)
    strip.set_message("notice", "Checked in: ", "Andre Sample-Cox", undo=True)
    with qtbot.waitSignal(strip.undo_asked, timeout=0):
        QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    strip.set_message("amber", "Nothing changed.")
    with qtbot.assertNotEmitted(strip.undo_asked):
        QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert colour("amberT").name() in colours_in(strip)


def test_a_long_message_leaves_the_hints_and_undo_in_the_window(shown: Show) -> None:
    strip = MessageStrip()
    strip.set_hints((Hint("Scanner ready", icon="scan"), Hint("Keys", key="F1")))
    strip.set_message("coral", "A very long sentence about a disk that is full. " * 6, undo=True)
    window = shown(strip)
    window.setFixedWidth(500)
    QApplication.sendPostedEvents()
    line, undo = strip.findChild(RunLine), strip.findChild(DeskButton)
    assert line is not None
    assert undo is not None
    assert strip.width() < 500
    assert line.toolTip().startswith("A very long")
    assert undo.geometry().right() < strip.width() - 150


@pytest.mark.parametrize(("level", "tone"), [("leaf", "leaf"), ("amber", "amber"), ("coral", "coral")])
def test_the_safety_light_says_its_state_in_words_and_shape(level: SafetyLevel, tone: str, shown: Show) -> None:
    light = SafetyLight()
    light.set_state("Saved 08:52:14", "Copy 12 s ago", level)
    shown(light)
    assert light.accessibleName() == "Saved 08:52:14, Copy 12 s ago"
    assert light.level() == level
    assert colour(tone).name() in colours_in(light)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("T. Sample-Reid", "TR"),
        ("Keisha Example-Blake", "KB"),
        ("Élodie", "É"),
        ("", ""),
        ("Anna van der Muster", "AM"),
    ],
)
def test_initials_are_the_first_letters_of_the_first_and_the_last_part(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_the_top_bar_shows_what_it_is_told_and_asks_to_be_locked(qtbot: QtBot, shown: Show) -> None:
    bar = TopBar()
    bar.set_meeting("CMC Preparatory Meeting", "Day 1 of 2")
    bar.set_item("Arrival", chip=ChipLook("On time", "good"), next_text="Opening in 8 min")
    bar.set_operator("T. Sample-Reid", "Desk B")
    bar.clock.set_time("08:52", "19", "Kingston time")
    window = shown(bar)
    assert bar.height() == 56
    assert bar.clock.accessibleName() == "08:52 Kingston time"
    wide = bar.clock.sizeHint()
    bar.clock.set_time("11:11", "11", "Kingston time")
    assert bar.clock.sizeHint() == wide
    with qtbot.waitSignal(bar.lock_asked, timeout=0):
        QTest.keyClick(window, Qt.Key.Key_L, CONTROL)
    bar.set_item("Meeting opens tomorrow", icon="cal")


def test_the_rail_asks_for_a_page_and_shows_what_was_opened(qtbot: QtBot, shown: Show) -> None:
    rail = Rail(
        (RailEntry("overview", 1, "overview", "Overview"), RailEntry("registration", 2, "registration", "Registration"))
    )
    window = shown(rail)
    rail.choose("overview")
    with qtbot.waitSignal(rail.chosen, timeout=0) as chosen:
        QTest.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert chosen.args == ["registration"]
    marked = {
        button.accessibleName(): button.isChecked() for button in rail.findChildren(type(rail._buttons["overview"]))
    }
    assert marked == {"Overview": True, "Registration": False}
    rail.choose("registration")
    assert colour("railOn").name() in colours_in(rail)
    rail._buttons["overview"].setFocus()
    assert colour("railBar").name() in colours_in(rail._buttons["overview"])


def test_exactly_one_filter_is_chosen_and_arrows_move_the_choice(qtbot: QtBot, shown: Show) -> None:
    segment = Segment(FILTERS, name="Which people")
    shown(segment)
    assert segment.key() == "all"
    segment._buttons[0].setFocus()
    with qtbot.waitSignal(segment.chosen, timeout=0) as chosen:
        QTest.keyClick(segment._buttons[0], Qt.Key.Key_Right)
    assert chosen.args == ["expected"]
    assert QApplication.focusWidget() is segment._buttons[1]
    with qtbot.assertNotEmitted(segment.chosen):
        QTest.mouseClick(segment._buttons[1], Qt.MouseButton.LeftButton)
        segment.choose("nothing of that name")
    assert [button.isChecked() for button in segment._buttons] == [False, True, False]
    with qtbot.waitSignal(segment.chosen, timeout=0):
        QTest.mouseClick(segment._buttons[2], Qt.MouseButton.LeftButton)
    segment.step(1)
    assert segment.key() == "notes"
    QTest.keyClick(segment._buttons[2], Qt.Key.Key_Tab)


def test_new_counts_keep_the_choice_and_choosing_moves_nothing(shown: Show) -> None:
    segment = Segment(FILTERS, name="Which people")
    shown(segment)
    before = [button.geometry() for button in segment._buttons]
    segment.choose("expected")
    assert [button.geometry() for button in segment._buttons] == before
    segment.set_counts({"all": 85, "expected": 50})
    assert [button.text() for button in segment._buttons] == ["All 85", "Expected 50", "Notes 5"]
    assert segment.key() == "expected"
    segment.set_options(FILTERS[:1])
    assert segment.key() == "all"
    assert [option.key for option in segment.options()] == ["all"]


def test_tiles_are_a_choice_with_icons_above_the_words(shown: Show) -> None:
    tiles = Segment(
        (Option("desk", "Registration", icon="registration"), Option("chair", "Chair", icon="clock")),
        name="Role",
        tiles=True,
    )
    shown(tiles)
    assert tiles.height() == 56
    assert tiles._buttons[0].width() == tiles._buttons[1].width()
    assert {colour("lagoon").name(), colour("edge").name()} <= colours_in(tiles)


def test_a_head_names_its_pane(shown: Show) -> None:
    head = PaneHead("Import people", subtitle="Lista provisional 2.xlsx", right="9 of 10")
    side = PaneHead("Columns", right=DeskButton("Other", size="small"), side=True)
    shown(head, side)
    assert (head.height(), side.height()) == (48, 44)
    assert head.accessibleName() == "Import people"
    head.add(DeskButton("Another file"))
    head.say("Badges")
    assert not head.right.isVisible()


def test_a_pane_has_lines_on_the_sides_it_is_told(shown: Show) -> None:
    pane = Pane("panel", lines="ltrb")
    pane.setFixedSize(40, 40)
    shown(pane, Rule(), Rule(standing=True))
    image = pane.grab().toImage()
    assert {image.pixelColor(*at).name() for at in ((0, 20), (39, 20), (20, 0), (20, 39))} == {colour("line").name()}
    pane.set_ground("sand")
    assert pane.grab().toImage().pixelColor(20, 20) == colour("sand")


def test_the_keys_of_the_page_come_and_go_and_the_cursor_comes_back(shown: Show) -> None:
    edit, button = QLineEdit(), DeskButton("Done", key="D")
    window = shown(edit, button)
    overlay = KeysOverlay(window)
    overlay.set_keys("Registration", (("F2", "Search"), ("Enter", "Check in"), ("Ctrl+N", "Walk-in")))
    edit.setFocus()
    overlay.open()
    assert QApplication.focusWidget() is overlay
    assert "F2: Search" in overlay.accessibleName()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(overlay, Qt.Key.Key_D)
    button.set_key("Ctrl+D")
    QTest.keyClick(overlay, Qt.Key.Key_D, CONTROL)
    assert pressed == []
    window.resize(700, 500)
    assert overlay.size() == window.size()
    QTest.keyClick(overlay, Qt.Key.Key_F1)
    assert not overlay.isVisible()
    assert QApplication.focusWidget() is edit
    overlay.toggle()
    QTest.keyClick(overlay, Qt.Key.Key_Escape)
    overlay.set_keys("Import", (("F8", "Next to decide"),))
    overlay.toggle()
    overlay.open()
    QTest.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert not overlay.isVisible()
    overlay.toggle()
    overlay.toggle()
    assert QApplication.focusWidget() is edit


def test_the_palette_goes_to_what_is_chosen(qtbot: QtBot, shown: Show) -> None:
    names = ("Keisha Example-Blake", "Blaise Sample-Dorval", "Blanche Specimen-Henry")
    window = shown(QLineEdit())
    box = PaletteBox(
        lambda text: tuple(HitRow(name, name) for name in names if text.casefold() in name.casefold()), window
    )
    box.open()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "bla")
    QTest.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.chosen, timeout=0) as chosen:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == ["Blaise Sample-Dorval"]
    assert not box.isVisible()


def test_the_palette_says_when_it_finds_nothing_and_escape_clears_before_it_closes(qtbot: QtBot, shown: Show) -> None:
    window = shown(QLineEdit())
    box = PaletteBox(lambda text: () if text else (HitRow(1, "One"),), window)
    box.open()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "x")
    assert box._nothing.isVisible()
    with qtbot.assertNotEmitted(box.chosen):
        QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), box.isVisible()) == ("", True)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not box.isVisible()


def test_the_key_that_opens_the_palette_closes_it_also_from_a_search_field(shown: Show) -> None:
    field = SearchField(name="Search")
    window = shown(field)
    box = PaletteBox(lambda _text: (), window)
    QShortcut(QKeySequence("Ctrl+K"), window).activated.connect(box.toggle)
    field.set_text("bla")
    field.setFocus()
    QTest.keyClick(field.edit, Qt.Key.Key_K, CONTROL)
    assert box.isVisible()
    inner = QApplication.focusWidget()
    assert inner is not None
    assert inner is not field.edit
    QTest.keyClick(inner, Qt.Key.Key_K, CONTROL)
    assert not box.isVisible()
    assert field.text() == "bla"
