"""What pictures of windows are drawn with: a window over a copy of the meeting, time to settle, and no defect that goes unseen."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QApplication, QWidget

from cmc_desk.clock import ManualClock
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.opening import open_copy
from cmc_desk.desk.setup import change_meeting
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui import task
from cmc_desk.ui.context import Context
from cmc_desk.ui.habits import Habits
from cmc_desk.ui.papers.rehearsal import bring_papers
from cmc_desk.ui.shell import MainWindow
from cmc_desk.ui.start.window import StartWindow

_ROUNDS = 4


@contextmanager
def no_defects() -> Iterator[None]:
    """Raise what was raised where Qt called Python, and would only have been printed: a picture of a defect is none.

    The first such exception is raised, once everything is put away.
    """
    raised: list[BaseException] = []

    def keep(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        raised.append(error)

    before, sys.excepthook = sys.excepthook, keep
    try:
        yield
    finally:
        sys.excepthook = before
    if raised:
        raise raised[0]


@contextmanager
def window_on_copy(desk: Desk, size: QSize) -> Iterator[tuple[MainWindow, Habits]]:
    """Show the main window over a copy of a meeting, at the time of its clock, with habits that nobody else has."""
    with tempfile.TemporaryDirectory() as place:
        # A folder such as people have: its name is in the pictures.
        home = Path(place) / "CMC Desk"
        home.mkdir()
        copy = open_copy(desk, home / desk.store.path.name, clock=ManualClock(desk.clock.now()))
        bring_papers(desk.store.path, copy.store.path)
        # The copies of this copy go with it, not among those of the meeting.
        copy.do(change_meeting, changes={"backup_folder": str(home / "Copies" / copy.store.path.stem)})
        habits = Habits(QSettings(str(Path(place) / "habits.ini"), QSettings.Format.IniFormat))
        window = MainWindow(
            Context(copy),
            habits=habits,
            machine=ManualClock(desk.clock.now()),
            # The clock of the copy is moved from picture to picture, and that is no jump of the computer's.
            monotonic=lambda: copy.clock.now().timestamp(),
        )
        window.resize(size)
        window.show()
        window.go("registration")
        try:
            yield window, habits
        finally:
            window.keeper.stop()
            window.close()
            window.deleteLater()
            settle()


def grab(window: QWidget, path: Path) -> Path:
    """Draw a window as it stands and return the picture; raises Unavailable if it cannot be written."""
    settle()
    if isinstance(window, MainWindow | StartWindow):
        window.tick()
        # What it says otherwise is laid out anew.
        settle()
    if not window.grab().save(str(path)):
        raise Unavailable(_("{path} cannot be written: choose another folder.").format(path=path))
    return path


def settle() -> None:
    """Let everything that is waiting happen: what has come is laid out, what is laid out is painted, and that may ask for more."""
    app = QApplication.instance()
    wait: Callable[[], object] = app.processEvents if app is not None else lambda: None
    for _round in range(_ROUNDS):
        wait()
        while task.running():
            wait()


def application() -> QApplication:
    """Return the application of this process, or one that needs no screen."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QApplication([])
