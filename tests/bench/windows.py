"""What a key costs until the rows stand in the list, and how long the window ever stands still."""

import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.setup import change_meeting
from cmc_desk.rules.people import Sensitivity
from cmc_desk.ui import sound, task, theme
from cmc_desk.ui.beforehand import Beforehand
from cmc_desk.ui.context import Context
from cmc_desk.ui.loading import begin_loading, end_loading
from cmc_desk.ui.registration.page import RegistrationPage
from cmc_desk.ui.shell import MainWindow
from tests.bench.crowd import code_of, open_crowd
from tests.bench.measure import Row, at_most, milliseconds, percentile
from tests.bench.papers import list_of

_TYPED = ("blake", "lukasz", "muster croes", "jamaica", "directora")
_TURNS = 5
_BEAT_MS = 5


def search_to_table() -> Iterator[Row]:
    """Each key in the search field until the rows are painted, against the same key in a bare text field."""
    app = application()
    for number in (1_000, 10_000, 100_000):
        with tempfile.TemporaryDirectory() as folder:
            desk = open_crowd(Path(folder), number)
            page = _desk_page(desk)
            bare = QPlainTextEdit()
            bare.resize(400, 300)
            bare.show()
            field = page.desk_view.search.field.edit
            field.setFocus()
            times: list[float] = []
            least: list[float] = []
            for turn in range(_TURNS + 1):
                for typed in _TYPED:
                    for key in typed:
                        elapsed = [milliseconds(partial(_press, app, at, key)) for at in (field, bare)]
                        if turn:
                            times.append(elapsed[0])
                            least.append(elapsed[1])
                        _until_rested(page, app)
                    field.clear()
                    _until_rested(page, app)
            page.close()
            page.deleteLater()
            bare.deleteLater()
            app.processEvents()
            desk.close()
        yield at_most(
            f"key → rows in the list, {number:,} people, p95",
            percentile(times, 0.95),
            16,
            floor=percentile(least, 0.95),
        )


def stalls() -> Iterator[Row]:
    """The longest pause between two beats of the whole window while it scans, imports people and writes their workbook."""
    app = application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = open_crowd(folder, 1_000)
        window = main_window(desk, folder)
        beats = Beats()
        for number in range(200):
            window.take_scan(code_of(number))
            app.processEvents()
        yield at_most("longest stall, 200 scans in a row", beats.longest(), 100)
        yield at_most(
            "longest stall, import of 1,000 people", _importing(window, list_of(folder, 1_000, first=5_000)), 100
        )
        yield at_most("longest stall, the same import undone", _undoing(window), 100)
        assert desk.read(_people) == 1_000
        beats = Beats()
        _export(desk, folder)
        until_idle(app)
        yield at_most("longest stall, attendance workbook", beats.longest(), 100)
        close(window)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = open_crowd(folder, 0)
        window = main_window(desk, folder)
        yield at_most("longest stall, import of 10,000 people", _importing(window, list_of(folder, 10_000)), 100)
        assert desk.read(_people) == 10_000
        close(window)


def main_window(desk: Desk, folder: Path) -> MainWindow:
    """Show the window of the program with all that keeps time in it: it looks for other windows and makes copies."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "habits"))
    desk.do(change_meeting, changes={"backup_folder": str(folder / "copies")})
    window = MainWindow(Context(desk))
    window.go("registration")
    window.show()
    application().processEvents()
    # As the program does once its window is there.
    end_loading()
    Beforehand(window, desk=desk).load_all()
    until_idle(application())
    return window


def close(window: MainWindow) -> None:
    """Close the window with its meeting."""
    window.close()
    window.deleteLater()
    application().processEvents()


def _importing(window: MainWindow, people: Path) -> float:
    """Import a list as somebody at the window does and return the longest stall meanwhile."""
    app, beats = application(), Beats()
    window.go("registration", ("import", people))
    until_idle(app)
    page = window.page("registration")
    assert isinstance(page, RegistrationPage)
    assert page.import_page is not None
    QTest.keyClick(page.import_page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until_idle(app)
    return beats.longest()


def _undoing(window: MainWindow) -> float:
    """Take the last act back with Ctrl+Z and return the longest stall meanwhile."""
    beats = Beats()
    window.context.undo()
    until_idle(application())
    return beats.longest()


class Beats:
    """A timer of the window's thread that remembers the longest time between two of its beats, beyond its own pace.

    It counts the time of the processor, of all threads of this process, where that is shorter: what another program takes of the
    machine is no stall of ours.
    """

    def __init__(self) -> None:
        self._last = time.perf_counter(), time.process_time()
        self._worst = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start(_BEAT_MS)

    def longest(self) -> float:
        """Stop and return the longest stall in milliseconds."""
        self._on_beat()
        self._timer.stop()
        return max(0.0, self._worst * 1000 - _BEAT_MS)

    def _on_beat(self) -> None:
        now = time.perf_counter(), time.process_time()
        self._worst = max(self._worst, min(now[0] - self._last[0], now[1] - self._last[1]))
        self._last = now


def _desk_page(desk: Desk) -> RegistrationPage:
    page = RegistrationPage(Context(desk))
    page.resize(1278, 676)
    page.show()
    application().processEvents()
    end_loading()
    Beforehand(page, desk=desk).load_all()
    until_idle(application())
    return page


def _press(app: QApplication, at: QWidget, key: str) -> None:
    QTest.keyClicks(at, key)
    app.processEvents()


def _until_rested(page: RegistrationPage, app: QApplication) -> None:
    """Let the card follow, as it does between two keys of a person: it belongs to no key, neither ours nor the bare one."""
    while page.desk_view.follow.isActive():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    app.processEvents()


def _export(desk: Desk, folder: Path) -> None:
    from cmc_desk.desk.papers import make_attendance

    work = task.Task(
        lambda progress: make_attendance(desk, folder / "a.xlsx", limit=Sensitivity.DESK, progress=progress)
    )
    work.start()


def _people(session: object) -> int:
    from sqlalchemy import func, select
    from sqlalchemy.orm import Session

    from cmc_desk.db.schema import Participant

    assert isinstance(session, Session)
    return int(session.scalar(select(func.count(Participant.id))) or 0)


def until_idle(app: QApplication) -> None:
    app.processEvents()
    while task.running():
        # The beats wake it: a loop that never waits would take the interpreter from the work that it measures.
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    app.processEvents()


def application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
        begin_loading()
        theme.apply(app, dark=False)
        sound.mute(on=True)
    return app
