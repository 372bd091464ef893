"""The main window: keys, scans, the lock, the palette."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from cmc_desk.db.keys import key_file_of
from cmc_desk.desk import registration
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.people import find_people
from cmc_desk.ui.page_kinds import PAGES
from cmc_desk.ui.parts.button import DeskButton
from tests.meetings import DESK_B, KEISHA, PASSPHRASE, reopened
from tests.ui.shell.stand import CTRL, SHIFT, Stand


def test_the_bar_says_which_day_it_is_and_what_runs_by_the_plan(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.window.tick()
    texts = [label.text() for label in one.window.frame.bar.findChildren(QWidget) if hasattr(label, "text")]
    assert "Sample Consultations" in texts
    assert "Day 1 of 2 · Thu 5 Dec 2019" in texts
    assert "Day1-registration" in texts
    assert "Opening in 20 min" in texts
    assert one.window.frame.bar.clock.accessibleName() == "08:40 Kingston time"


def test_a_number_opens_its_page_and_no_page_without_a_number(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.press(Qt.Key.Key_8, CTRL)
    assert one.window.frame.pages.currentWidget() is one.window.page("setup")
    one.press(Qt.Key.Key_3, CTRL)
    assert one.window.frame.chosen() == "setup"
    one.press(Qt.Key.Key_2, CTRL)
    assert one.window.frame.chosen() == "registration"


def test_a_scan_on_any_page_reaches_the_desk(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.window.go("setup")
    one.window.take_scan("CDK-1")
    assert one.window.frame.chosen() == "registration"
    assert one.page.codes == ["CDK-1"]
    one.window.take_scan("CDK-2")
    assert one.page.codes == ["CDK-1", "CDK-2"]


def test_a_locked_window_takes_no_scan_and_hears_no_key(stand: Callable[..., Stand]) -> None:
    one = stand(passphrase=PASSPHRASE)
    one.press(Qt.Key.Key_L, CTRL)
    assert one.window.locked
    assert not one.window.frame.isVisible()
    one.window.take_scan("CDK-1")
    one.window.refuse_scan()
    one.press(Qt.Key.Key_8, CTRL)
    one.press(Qt.Key.Key_N, CTRL)
    one.press(Qt.Key.Key_K, CTRL)
    assert one.page.codes == []
    assert one.page.pressed == 0
    assert one.window.frame.chosen() == "registration"
    assert not one.window.palette_box.isVisible()


def test_the_lock_opens_for_the_passphrase_and_for_nothing_else(stand: Callable[..., Stand]) -> None:
    one = stand(passphrase=PASSPHRASE)
    one.window.lock()
    one.type("something else")
    one.press(Qt.Key.Key_Return)
    assert one.window.locked
    # What was wrong is selected: typing replaces it.
    one.type(PASSPHRASE)
    one.press(Qt.Key.Key_Return)
    assert one.window.frame.isVisible()
    assert QApplication.focusWidget() is one.page.line


def test_a_training_meeting_unlocks_by_a_key_and_says_what_it_is(stand: Callable[..., Stand]) -> None:
    one = stand()
    hints = [child.accessibleName() for child in one.window.frame.strip.children() if isinstance(child, QWidget)]
    assert any("Training, not encrypted" in words for words in hints)
    one.window.lock()
    one.press(Qt.Key.Key_Return)
    assert one.window.frame.isVisible()


def test_an_idle_window_locks_itself(stand: Callable[..., Stand]) -> None:
    one = stand()
    assert one.window.idle.timer.interval() == 5 * 60_000
    one.window.idle.timer.timeout.emit()
    assert one.window.locked


def test_what_changed_while_locked_is_read_when_it_opens(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.window.lock()
    one.page.read.clear()
    one.desk.do(registration.register, person=KEISHA)
    assert one.page.read == []
    one.window.lock_panel.try_now()
    assert one.page.read == [frozenset({"*"})]


def test_ctrl_z_reaches_back_to_the_opening_of_the_window_and_no_further(stand: Callable[..., Stand]) -> None:
    one = stand()
    before = one.desk.read(journal_lines)
    assert before[-1].kind == "setup.meeting"
    one.press(Qt.Key.Key_Z, CTRL)
    assert "There is nothing of this session to undo." in one.said()
    one.desk.do(registration.register, person=KEISHA)
    for _twice in range(2):
        one.press(Qt.Key.Key_Z, CTRL)
    assert "There is nothing of this session to undo." in one.said()
    assert [line.kind for line in one.desk.read(journal_lines)[len(before) :]] == ["registration.register", "undo"]


def test_ctrl_z_takes_back_the_last_act(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.desk.do(registration.register, person=KEISHA)
    assert len(one.desk.read(find_people).hits) == 4
    one.press(Qt.Key.Key_Z, CTRL)
    assert len(one.desk.read(find_people).hits) == 3
    assert one.said() == "Undone: a person was registered · Keisha Example-Blake"


def test_ctrl_z_belongs_to_the_line_in_which_something_was_typed(stand: Callable[..., Stand]) -> None:
    one = stand()
    QTest.keyClicks(one.page.line, "x")
    one.press(Qt.Key.Key_Z, CTRL)
    assert one.page.line.text() == ""
    assert len(one.desk.read(find_people).hits) == 3
    assert "Undone" not in one.said()


def test_undo_works_once_when_the_strip_offers_it(stand: Callable[..., Stand]) -> None:
    one = stand()
    for _number in range(2):
        one.desk.do(registration.register, person=KEISHA)
    one.window.context.say("notice", "Registered.", undo=True)
    one.press(Qt.Key.Key_Z, CTRL)
    one.press(Qt.Key.Key_Z, CTRL)
    assert len(one.desk.read(find_people).hits) == 3


def test_the_palette_finds_people_delegations_and_what_can_be_done(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.press(Qt.Key.Key_K, CTRL)
    assert one.window.palette_box.isVisible()
    one.type("bla")
    one.press(Qt.Key.Key_Return)
    assert one.page.at == [one.desk.read(find_people, text="bla").hits[0].id]
    names = [row.name for row in one.window._results("hai")]
    assert "Haiti" in names
    one.press(Qt.Key.Key_K, CTRL)
    one.type("walk")
    one.press(Qt.Key.Key_Return)
    assert one.page.pressed == 1
    assert {"Registration", "Setup", "Lock"} <= {row.name for row in one.window._results("")}


def test_f1_shows_the_keys_of_this_page_and_those_of_every_page(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.press(Qt.Key.Key_F1)
    words = one.window.keys_overlay.accessibleName()
    assert "Ctrl+N: Walk-in" in words
    assert "Ctrl+L: Lock" in words
    one.press(Qt.Key.Key_F1)
    assert not one.window.keys_overlay.isVisible()


def test_another_window_is_seen_at_the_next_look(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.page.read.clear()
    other = reopened(one.desk, author=DESK_B)
    other.do(registration.register, person=KEISHA)
    assert one.page.read == []
    one.window.poll()
    assert one.page.read == [frozenset({"*"})]
    other.close()


def test_a_defect_is_said_and_its_details_can_be_copied(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.window.show_defect("details of a defect")
    assert "went wrong" in one.said()
    one.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == "details of a defect"
    assert "clipboard" in one.said()


def test_a_missing_key_file_leaves_the_lock_closed(stand: Callable[..., Stand]) -> None:
    one = stand(passphrase=PASSPHRASE)
    key_file_of(one.desk.store.path).unlink()
    one.window.lock()
    one.type(PASSPHRASE)
    one.press(Qt.Key.Key_Return)
    assert one.window.locked


def test_the_countdown_to_the_next_item_rounds_up(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.later(timedelta(minutes=19, seconds=30).total_seconds())
    texts = [label.text() for label in one.window.frame.bar.findChildren(QWidget) if hasattr(label, "text")]
    assert "Opening in 1 min" in texts


def test_the_code_of_a_sheet_leads_to_its_session_from_any_page(stand: Callable[..., Stand]) -> None:
    one = stand(pages=PAGES)
    one.window.go("papers")
    one.window.take_scan("CMC:SIG:CONTEXT:2:1912051640:JM.")
    assert one.window.frame.chosen() == "registration"
    assert one.said().startswith("Signature sheet: Context, Thu 5 Dec 10:15, page 2, from Jamaica on")
    one.window.lock()
    one.window.take_scan("CMC:SIG:OPENING:1")
    assert "Context" in one.said(), "a locked window takes no sheet either"


def test_alt_with_the_letter_of_a_greyed_button_types_nothing(stand: Callable[..., Stand]) -> None:
    one = stand()
    for field in (QLineEdit(one.window), QPlainTextEdit(one.window)):
        button = DeskButton("Sign off", key="Alt+S", parent=one.window)
        button.allow(why_not="Not yet.")
        field.show()
        field.setFocus()
        QTest.keyClicks(field, "Amb. Sample")
        QTest.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
        QTest.keyClicks(field, "s1", Qt.KeyboardModifier.AltModifier)
        QTest.keyClicks(field, "n")
        said = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        assert said == "Amb. Samplen"
