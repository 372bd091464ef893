"""The way in with windows: the first window is painted before the store is loaded."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from cmc_desk.clock import Clock, SystemClock
from cmc_desk.i18n import choose_language
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui import theme
from cmc_desk.ui.habits import Habits
from cmc_desk.ui.start.sign_in import Who
from cmc_desk.ui.start.window import StartWindow
from cmc_desk.ui.task import Pool, Progress, Task

if TYPE_CHECKING:
    from cmc_desk.desk.desk import Desk
    from cmc_desk.ui.crash import CrashLog
    from cmc_desk.ui.shell import MainWindow

_PROGRAM = "cmc-desk"


@dataclass(frozen=True, slots=True)
class Options:
    """How the program is started: the folder of meetings and the clock are the computer's unless a test says otherwise."""

    path: Path | None = None
    demo: bool = False
    dark: bool | None = None
    secret: str = ""
    home: Path | None = None
    clock: Clock | None = None
    pool: Pool | None = None


def run(path: Path | None = None, *, demo: bool = False, dark: bool | None = None, secret: str = "") -> int:
    """Show the windows until the last is closed; return the exit code."""
    app = _application()
    program = Program(app, Options(path=path.absolute() if path else None, demo=demo, dark=dark, secret=secret))
    program.watch_for_defects()
    program.show()
    return app.exec()


class Program(QObject):
    """First window and main window; `painted` and `opened` are what the benchmark of the start waits for."""

    painted = Signal()
    opened = Signal(object)

    def __init__(self, app: QApplication, options: Options, *, habits: Habits | None = None) -> None:
        super().__init__()
        self._app = app
        self._options = options
        self._habits = habits or Habits()
        self._clock: Clock = options.clock or SystemClock()
        self._task: Task[Desk] | None = None
        self._crashes: CrashLog | None = None
        self.main: MainWindow | None = None
        chosen = options.dark if options.dark is not None else self._habits.dark()
        system_dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        theme.apply(app, dark=system_dark if chosen is None else chosen)
        choose_language(self._habits.text("language", "en"))
        self.start = StartWindow(
            self._habits, home=options.home, clock=self._clock, pool=options.pool, path=options.path
        )
        self.start.asked.connect(self._on_asked)
        self.start.dark_toggled.connect(self.toggle_dark)
        self.start.first_painted.connect(self._on_painted)

    def show(self) -> None:
        """Show the first window; everything else begins after its first paint."""
        self.start.show()

    def watch_for_defects(self) -> None:
        """Write every exception that nobody caught to the log of the program and show it where people look."""
        from platformdirs import user_log_path

        from cmc_desk.ui.crash import CrashLog

        self._crashes = CrashLog(user_log_path(_PROGRAM) / "cmc-desk.log", parent=self)
        self._crashes.happened.connect(self._on_defect)
        self._crashes.install()

    def toggle_dark(self) -> None:
        """Change from light to dark or back, and remember it."""
        dark = not theme.is_dark()
        self._habits.choose_dark(dark=dark)
        theme.apply(self._app, dark=dark)

    def _on_painted(self) -> None:
        self.painted.emit()
        QTimer.singleShot(0, self._after_painting)

    def _after_painting(self) -> None:
        from cmc_desk.ui import settings, sound

        theme.show_hints(self._app, shown=settings.hints())
        sound.mute(on=not settings.sounds())
        if self._options.demo:
            self._make_demo()
            return
        self.start.refresh(self._options.path)
        path = self._options.path
        if path is None:
            _load_beside(self._options.pool)
        elif self._options.secret or self._may_open_at_once(path):
            self._open(self.start.sign_in.who(), secret=self._options.secret)
        else:
            _load_beside(self._options.pool)

    def _may_open_at_once(self, path: Path) -> bool:
        from cmc_desk.desk.meeting_files import look_at

        found = look_at(path)
        return found.exists and not found.encrypted

    def _make_demo(self) -> None:
        path = self.start.home() / "demo.cmc"

        def work(_progress: Progress) -> Path:
            from cmc_desk.desk.demo_meeting import ensure

            ensure(path)
            return path

        self.start.strip.set_message("notice", _("Making the demo meeting …"))
        self._begin(Task(work, pool=self._options.pool), self._on_demo_made)

    def _on_demo_made(self, path: object) -> None:
        if isinstance(path, Path):
            self.start.refresh(path)
            self._open(self.start.sign_in.who())

    def _on_asked(self, who: object) -> None:
        if isinstance(who, Who):
            self._open(who)

    def _open(self, who: Who, *, secret: str = "") -> None:
        path = self.start.path()
        if path is None or self._task is not None:
            return
        self.start.sign_in.set_busy(busy=True)
        choose_language(who.language or "en")
        key, clock = secret or who.secret, self._options.clock

        def work(_progress: Progress) -> "Desk":
            from cmc_desk.desk.command import Author
            from cmc_desk.desk.opening import open_meeting

            return open_meeting(path, author=Author(who.name, who.role, who.station), secret=key, clock=clock)

        self._begin(Task(work, pool=self._options.pool), self._on_opened)

    def _begin(self, task: "Task[Desk] | Task[Path]", finished: Callable[[object], None]) -> None:
        self._task = task  # type: ignore[assignment] # only that there is one matters
        task.ended.connect(self._on_ended)
        task.finished.connect(finished)
        task.refused.connect(self._on_refused)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_ended(self) -> None:
        self._task = None

    def _on_refused(self, trouble: object) -> None:
        if isinstance(trouble, Refusal | Unavailable):
            self.start.refuse(trouble.sentence, field=trouble.field if isinstance(trouble, Refusal) else "")

    def _on_failed(self, error: object) -> None:
        self.start.sign_in.set_busy(busy=False)
        if isinstance(error, Exception):
            raise error

    def _on_opened(self, desk: object) -> None:
        from cmc_desk.desk.desk import Desk
        from cmc_desk.ui.opened import main_window

        self._task = None
        if not isinstance(desk, Desk):
            return
        self.main = main_window(desk, self._habits, pool=self._options.pool, at=self._clock.now())
        self.main.dark_toggled.connect(self.toggle_dark)
        self.main.closed.connect(self._on_closed)
        self.main.show()
        self.start.hide()
        self.start.sign_in.secret.clear()
        self.start.sign_in.set_busy(busy=False)
        QTimer.singleShot(0, self._after_opening)

    def _after_opening(self) -> None:
        if self.main is not None:
            self.main.keeper.verify()
            self.opened.emit(self.main)

    def _on_closed(self) -> None:
        self.start.close()
        self._app.quit()

    def _on_defect(self, details: str) -> None:
        if self.main is not None:
            self.main.show_defect(details)
        else:
            self.start.strip.set_message(
                "coral", _("Something in the program went wrong; it is written down in the log. Try again.")
            )


def _application() -> QApplication:
    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName(_PROGRAM)
    app.setApplicationDisplayName("CMC Desk")
    # The first window hides while the main one is open, and the program must not end with it.
    app.setQuitOnLastWindowClosed(True)
    return app


def _load_beside(pool: Pool | None) -> None:
    """Load the store while a person types the passphrase."""

    def work(_progress: Progress) -> None:
        import cmc_desk.desk.opening  # noqa: F401 - loading it is the work

    Task(work, pool=pool).start()
