"""A rehearsal: a copy with a fast clock, marked everywhere, and the meeting itself as it was."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cmc_desk.cli import main
from cmc_desk.clock import RehearsalClock
from cmc_desk.desk import agenda
from cmc_desk.desk.rehearsing import beginning_of, rehearsed
from cmc_desk.desk.rundown import rundown
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui import theme
from cmc_desk.ui.parts.chip import Chip
from cmc_desk.ui.rehearsing import Rehearsal
from cmc_desk.ui.shell import MainWindow
from tests.meetings import PASSPHRASE, local, open_desk
from tests.ui.agenda.stand import CTRL, SHIFT, Chair


def rehearsal_of(chair: Chair) -> MainWindow:
    found = chair.window.findChild(Rehearsal)
    assert found is not None
    window = found.window
    window._ticker.stop()
    window._poller.stop()
    return window


def test_a_day_is_rehearsed_on_a_copy_and_then_the_meeting_is_back(chair: Chair) -> None:
    events = chair.desk.read(rundown).events
    chair.press(Qt.Key.Key_F11, CTRL | SHIFT)
    window = rehearsal_of(chair)
    assert window.isVisible()
    assert not chair.window.isVisible()
    assert "REHEARSAL" in window.windowTitle()
    desk = window.context.desk
    assert isinstance(desk.clock, RehearsalClock)
    assert desk.clock.pace == 60
    assert window.frame.bar.clock.accessibleName().endswith("Rehearsal ×60")
    assert "Rehearsal" in [chip.look().text for chip in window.frame.bar.findChildren(Chip)]
    window.room.toggle("stage")
    assert window.room.saying.look().mark == "REHEARSAL ×60"
    desk.do(agenda.start_item, item="day1-registration")
    copy = desk.store.path
    assert copy.exists()
    assert copy != chair.desk.store.path
    window.close()
    assert chair.window.isVisible()
    assert chair.window.scanner is not None
    chair.window.scanner.stop()
    assert not copy.parent.exists()
    assert chair.desk.read(rundown).events == events


def test_the_pace_changes_in_the_rehearsal(chair: Chair) -> None:
    chair.press(Qt.Key.Key_F10, CTRL | SHIFT)
    window = rehearsal_of(chair)
    clock = window.context.desk.clock
    assert isinstance(clock, RehearsalClock)
    assert clock.pace == 10
    window.room.rehearse(1, "")
    assert clock.pace == 1
    assert not window.room.panel.days.isVisibleTo(window.room.panel)
    window.close()


def test_a_defect_of_a_rehearsal_is_shown_in_its_window(chair: Chair) -> None:
    def shown(window: MainWindow) -> str:
        return window.frame.strip.accessibleName()

    chair.press(Qt.Key.Key_F10, CTRL | SHIFT)
    window = rehearsal_of(chair)
    chair.window.show_defect("where it was")
    assert "went wrong" in shown(window)
    assert "went wrong" not in shown(chair.window)
    window.close()
    assert chair.window.scanner is not None
    chair.window.scanner.stop()
    chair.window.show_defect("where it was")
    assert "went wrong" in shown(chair.window)


def test_while_something_runs_there_is_no_rehearsal(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_F11, CTRL | SHIFT)
    assert hearing.window.isVisible()
    assert hearing.last() == ("amber", "Nothing changed: “Context” is running: end it before you rehearse.")


def test_what_has_run_is_not_in_the_copy_and_an_encrypted_one_stays_encrypted(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, passphrase=PASSPHRASE)
    desk.do(agenda.start_item, item="day1-registration")
    folder = tmp_path / "rehearsal"
    folder.mkdir()
    copy = rehearsed(desk, folder, pace=60, starts=beginning_of(desk))
    assert copy.store.encrypted
    assert copy.read(rundown).events == ()
    assert len(desk.read(rundown).events) == 1
    assert (folder / "m.cmc.key").is_file()
    assert copy.clock.now() >= local(0, 8, 28)
    copy.close()
    later = tmp_path / "later"
    later.mkdir()
    copy = rehearsed(desk, later, pace=10, starts=local(0, 9))
    assert len(copy.read(rundown).events) == 1
    copy.close()
    desk.close()


def test_a_pace_that_nobody_follows_is_refused(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    with pytest.raises(Refusal, match="at most 600 times"):
        rehearsed(desk, tmp_path, pace=10_000, starts=local(0, 9))
    desk.close()


def test_the_second_day_begins_before_its_first_item(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    assert beginning_of(desk, local(1, 12).date()) == local(1, 8, 28)
    desk.close()


def test_a_rehearsal_by_the_command_line(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = open_desk(tmp_path)
    path = desk.store.path
    desk.close()
    seen: list[str] = []
    # Where the log of the program lies on this system; no test writes to that of the person who runs it.
    monkeypatch.setattr("platformdirs.user_log_path", lambda _program: tmp_path / "log")
    hook = sys.excepthook

    def look() -> int:
        for widget in theme.every_widget(qapp):
            if isinstance(widget, MainWindow) and widget.windowTitle().startswith("REHEARSAL"):
                # What goes wrong in it is written down and said, as in the main window.
                sys.excepthook(ValueError, ValueError("a name"), None)
                assert "went wrong" in widget.frame.strip.accessibleName()
                seen.append(f"{widget.windowTitle()} {widget.context.facts.clock(widget.context.now())}")
                widget.close()
                widget.deleteLater()
        return 0

    # The event loop of the tests goes on after this; that of the program ends with its window.
    monkeypatch.setattr(qapp, "exec", look)
    assert main(["rehearse", str(path), "--speed", "10", "--from", "2019-12-05 10:14"]) == 0
    assert seen == ["REHEARSAL – Sample Consultations 10:14"]
    assert "builtins.ValueError" in (tmp_path / "log" / "cmc-desk.log").read_text(encoding="utf-8")
    assert sys.excepthook is hook
    assert main(["rehearse", str(path), "--from", "2019-12-09 9:00"]) == 1
    assert "2019-12-09 is no day of the meeting" in capsys.readouterr().err
    assert main(["rehearse", str(path), "--speed", "0.1"]) == 1
    assert "at most 600" in capsys.readouterr().err
