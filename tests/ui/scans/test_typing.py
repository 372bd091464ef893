"""The scanner's keys never reach a field; a person's keys always do, all of them and in order."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cmc_desk.rules.scans import ScanSettings
from cmc_desk.ui.scanner import Scanner
from tests.ui.scans.desk import Desk


def test_a_scan_is_told_whole_and_never_lands_in_the_field(desk: Desk) -> None:
    desk.scan("CMC-7K4M-2P")
    assert desk.scanned == ["CMC-7K4M-2P"]
    assert desk.edit.text() == ""


def test_what_a_person_types_arrives_whole_and_in_order(desk: Desk) -> None:
    desk.type("Example-Blake 7")
    desk.pause(60)
    assert desk.edit.text() == "Example-Blake 7"
    assert desk.scanned == []


def test_a_key_of_a_person_is_late_by_the_gap_at_most(desk: Desk) -> None:
    desk.key("b", after_ms=100)
    desk.pause(ScanSettings().gap_ms)
    assert desk.edit.text() == "b"


def test_capital_letters_keep_their_shift(desk: Desk) -> None:
    QTest.keyClicks(desk.edit, "B", Qt.KeyboardModifier.ShiftModifier)
    desk.pause(60)
    assert desk.edit.text() == "B"


def test_a_burst_in_the_middle_of_typing_leaves_the_typing_whole(desk: Desk) -> None:
    desk.type("bla")
    desk.pause(60)
    desk.scan("CMC-7K4M-2P")
    desk.type("ke")
    desk.pause(60)
    assert desk.edit.text() == "blake"
    assert desk.scanned == ["CMC-7K4M-2P"]


def test_arrows_and_commands_pass_at_once_after_what_was_typed_before(desk: Desk) -> None:
    desk.key("a", after_ms=60)
    desk.key("b", after_ms=20)
    desk.key(Qt.Key.Key_Left, after_ms=10)
    assert desk.edit.text() == "ab"
    assert desk.edit.cursorPosition() == 1
    QTest.keyClick(desk.edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert desk.edit.selectedText() == "ab"


def test_tab_after_fast_typing_moves_on_and_loses_nothing(desk: Desk) -> None:
    desk.type("bla", gap_ms=25)
    desk.key(Qt.Key.Key_Tab, after_ms=10)
    assert desk.edit.text() == "bla"
    assert QApplication.focusWidget() is desk.other


def test_a_click_elsewhere_first_delivers_what_is_held(desk: Desk) -> None:
    desk.key("a", after_ms=60)
    QTest.mouseClick(desk.other, Qt.MouseButton.LeftButton)
    assert desk.edit.text() == "a"
    assert desk.other.text() == ""


def test_held_keys_go_where_they_were_typed_even_if_the_cursor_has_moved(desk: Desk) -> None:
    desk.key("a", after_ms=60)
    desk.other.setFocus()
    desk.pause(60)
    assert (desk.edit.text(), desk.other.text()) == ("a", "")


def test_a_key_held_down_repeats_as_always(desk: Desk) -> None:
    desk.pause(60)
    for repeat in (False, True, True, True):
        desk.pause(300 if not repeat else 33)
        QApplication.sendEvent(
            desk.edit, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier, "x", repeat)
        )
    desk.pause(60)
    assert desk.edit.text() == "xxxx"


def test_a_scanner_without_enter_is_understood_after_a_silence(desk: Desk) -> None:
    for sign in "CMC-7K4M-2P":
        desk.key(sign, after_ms=2)
    assert desk.scanned == []
    desk.pause(ScanSettings().silence_ms)
    assert desk.scanned == ["CMC-7K4M-2P"]
    assert desk.edit.text() == ""


def test_an_endless_code_is_rejected_and_swallowed(desk: Desk) -> None:
    desk.scan("0123456789" * 31)
    assert desk.rejected == [True]
    assert (desk.scanned, desk.edit.text()) == ([], "")


def test_dead_keys_and_composed_text_are_left_alone(desk: Desk) -> None:
    desk.pause(60)
    for key, text in ((Qt.Key.Key_Dead_Acute, ""), (Qt.Key.Key_Eacute, "é")):
        QApplication.sendEvent(desk.edit, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text))
    desk.pause(60)
    assert desk.edit.text() == "é"


def test_the_shift_key_of_a_scanner_does_not_break_its_burst(desk: Desk) -> None:
    for sign in "CMC-7K":
        QTest.keyPress(desk.edit, Qt.Key.Key_Shift)
        desk.key(sign, after_ms=2)
        QTest.keyRelease(desk.edit, Qt.Key.Key_Shift)
    desk.key(Qt.Key.Key_Return, after_ms=2)
    assert desk.scanned == ["CMC-7K"]


def test_keys_that_waited_together_are_judged_by_when_they_were_pressed(desk: Desk, qapp: QApplication) -> None:
    scanner = Scanner(qapp, clock=lambda: desk.now[0])
    desk.scanner.stop()
    try:
        # Pressed 80 ms apart, all of them handled 560 ms after the first.
        for place, sign in enumerate("blabla7"):
            event = QKeyEvent(QEvent.Type.KeyPress, ord(sign.upper()), Qt.KeyboardModifier.NoModifier, sign)
            event.setTimestamp(50_000 + place * 80)
            desk.now[0] = 2000 if not place else 2560
            QApplication.sendEvent(desk.edit, event)
        desk.pause(1)
        scanner.stop()
    finally:
        scanner.deleteLater()
    assert desk.edit.text() == "blabla7"


def test_a_keyboard_whose_own_clock_begins_anew_is_still_understood(desk: Desk, qapp: QApplication) -> None:
    scanner = Scanner(qapp, clock=lambda: desk.now[0])
    desk.scanner.stop()
    try:
        for stamp, sign in ((900_000, "a"), (100, "b"), (4_000_000_000, "c")):
            desk.now[0] += 500
            event = QKeyEvent(QEvent.Type.KeyPress, ord(sign.upper()), Qt.KeyboardModifier.NoModifier, sign)
            event.setTimestamp(stamp)
            QApplication.sendEvent(desk.edit, event)
            desk.now[0] += 40
            scanner.tick()
    finally:
        scanner.stop()
        scanner.deleteLater()
    assert desk.edit.text() == "abc"


def test_a_busy_moment_in_the_middle_of_a_scan_does_not_cut_it(desk: Desk) -> None:
    for sign in "CMC":
        desk.key(sign, after_ms=2)
    # The program was busy for 200 ms: the timer rings late, the rest of the burst still lies in the queue.
    desk.now[0] += 200
    desk.scanner._on_timeout()
    assert desk.edit.text() == ""
    desk.now[0] -= 198
    desk.scan("-7K4M")
    assert desk.scanned == ["CMC-7K4M"]


def test_stopping_gives_on_what_is_held_and_then_leaves_every_key_alone(desk: Desk) -> None:
    desk.key("a", after_ms=60)
    desk.scanner.stop()
    assert desk.edit.text() == "a"
    QTest.keyClicks(desk.edit, "b")
    assert desk.edit.text() == "ab"
