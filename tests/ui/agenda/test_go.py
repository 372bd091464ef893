"""Nothing starts by accident: a key that stutters, a scan, a locked window; and what was started is taken back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cmc_desk.rules.agenda import ItemState
from cmc_desk.ui.agenda.stutter import Stutter
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.scanner import Scanner
from tests.ui.agenda.stand import CTRL, SHIFT, Chair


def quick(chair: Chair) -> list[float]:
    """Let the test say when each key is pressed, in seconds."""
    hand = [0.0]
    run = chair.page.run
    run.go_stutter.clock = run.next_stutter.clock = lambda: hand[0]
    return hand


def test_space_that_stutters_starts_one_item_and_says_so(chair: Chair) -> None:
    hand = quick(chair)
    for seconds in (0.0, 0.08, 0.3):
        hand[0] = seconds
        chair.press(Qt.Key.Key_Space)
    assert chair.running() == "day1-registration"
    assert chair.state("day1-registration") is ItemState.RUNNING
    assert chair.last() == ("amber", "Pressed twice at once: it counts once. Press again to go on.")
    hand[0] = 2.0
    chair.press(Qt.Key.Key_Space)
    assert chair.running() == "opening"


def test_a_double_click_on_the_large_button_starts_one_item(chair: Chair) -> None:
    quick(chair)
    chair.click(chair.page.run.card.next)
    chair.click(chair.page.run.card.next)
    assert chair.running() == "day1-registration"


def test_n_that_stutters_passes_nobody_over(hearing: Chair) -> None:
    hand = quick(hearing)
    hearing.press(Qt.Key.Key_N)
    hand[0] = 0.1
    hearing.press(Qt.Key.Key_N)
    assert [state for _name, state, _time in hearing.speakers()].count("Heard") == 0
    hand[0] = 0.2
    # Another key is no stutter of this one.
    hearing.press(Qt.Key.Key_Space)
    assert hearing.running() == ""


def test_how_long_a_stutter_may_take_is_what_the_system_allows_a_double_click(qapp: QApplication) -> None:
    hand = [10.0]
    stutter = Stutter(clock=lambda: hand[0])
    assert not stutter.too_soon()
    hand[0] += qapp.doubleClickInterval() / 1000 - 0.01
    assert stutter.too_soon()
    hand[0] += qapp.doubleClickInterval() / 1000
    assert not stutter.too_soon()


def test_ctrl_z_after_n_gives_the_floor_back_with_its_clock(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_N)
    hearing.later(minutes=3)
    before = hearing.speakers()
    hearing.press(Qt.Key.Key_N)
    assert hearing.speakers() != before
    hearing.press(Qt.Key.Key_Z, CTRL)
    hearing.window.tick()
    assert hearing.speakers() == before
    assert hearing.speakers()[0][1:] == ("Speaking", "2:00 left")


def test_a_scan_on_the_page_is_no_row_of_keys(hearing: Chair, qapp: QApplication) -> None:
    now = [0.0]
    scanner = Scanner(qapp, clock=lambda: now[0], stamped=False)
    codes: list[str] = []
    scanner.scanned.connect(codes.append)
    try:
        # Every letter of it is a key of this page.
        for sign in "PNAKXE+4711":
            now[0] += 6
            hearing.type(sign)
        now[0] += 6
        hearing.press(Qt.Key.Key_Return)
    finally:
        scanner.stop()
    assert codes == ["PNAKXE+4711"]
    assert hearing.state("context") is ItemState.RUNNING
    assert hearing.said == [] or hearing.said[-1].kind != "notice"
    assert not hearing.page.planning
    assert [state for _name, state, _time in hearing.speakers()].count("Speaking") == 0


def test_a_locked_window_hears_no_key_of_the_page(hearing: Chair) -> None:
    hearing.window.lock()
    said = len(hearing.said)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_Plus):
        QTest.keyClick(hearing.window, key)
        hearing.press(key)
    hearing.press(Qt.Key.Key_Z, CTRL)
    assert hearing.state("context") is ItemState.RUNNING
    assert hearing.page.context.live.actual("context").added.total_seconds() == 0
    assert [message for message in hearing.said[said:] if message.kind == "notice"] == []


def test_f1_lists_every_key_of_the_page_and_of_the_room_and_fits(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_F1)
    overlay = hearing.window.keys_overlay
    QApplication.processEvents()
    words = overlay.accessibleName()
    for key in ("Space: ", "Shift+Space: ", "Shift+F7: ", "F9: ", "Ctrl+F11: ", "Ctrl+Shift+U: ", "Esc: ", "Alt+X: "):
        assert f". {key}" in words, key
    assert overlay.rect().contains(overlay.panel.geometry())
    for line in overlay._lines:
        assert line.width() >= line.sizeHint().width(), line.accessibleName()
        assert line.geometry().bottom() < overlay.panel.height()
    hearing.press(Qt.Key.Key_Escape)


def test_the_keyboard_does_not_stay_on_a_button_once_something_else_is_pressed(hearing: Chair) -> None:
    run = hearing.page.run
    button = next(one for one in run.findChildren(DeskButton) if one.accessibleName() == "Next" and one.isVisible())
    hearing.click(button)
    assert hearing.last()[1] == "Has the floor: Jamaica"
    assert QApplication.focusWidget() is run.speakers.table
    button.setFocus(Qt.FocusReason.TabFocusReason)
    hearing.press(Qt.Key.Key_P)
    assert QApplication.focusWidget() is run.speakers.table
    button.setFocus(Qt.FocusReason.TabFocusReason)
    hearing.click(run.card.pause)
    assert QApplication.focusWidget() is run.speakers.table
    # Whoever has walked to it by Tab means it.
    button.setFocus(Qt.FocusReason.TabFocusReason)
    hearing.later(minutes=1)
    hearing.press(Qt.Key.Key_Space)
    assert hearing.last()[1].startswith("Has the floor: Haiti")


def test_tab_leads_from_the_speakers_to_the_rundown_and_its_keys_act_there(hearing: Chair) -> None:
    run = hearing.page.run
    run.speakers.table.setFocus()
    hearing.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is run.rundown.table
    assert run.rundown.chosen() == "context"
    hearing.press(Qt.Key.Key_Up)
    hearing.press(Qt.Key.Key_U)
    assert hearing.running() == "coffee"
    QTest.keyClick(run.rundown.table, Qt.Key.Key_Backtab, SHIFT)
    assert QApplication.focusWidget() is run.speakers.table


def test_the_window_does_not_lock_itself_over_a_clock_that_runs(hearing: Chair) -> None:
    window = hearing.window

    def locks() -> bool:
        window.idle.timer.timeout.emit()
        return window.locked

    assert not locks()
    assert window.idle.timer.isActive()
    window.go("registration")
    assert locks()
    window._on_unlocked()
    window.go("agenda")
    hearing.press(Qt.Key.Key_Space, SHIFT)
    assert locks()
