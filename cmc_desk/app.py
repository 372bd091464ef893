"""The way in with windows: the first window is painted before the store is loaded."""

import gc
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from cmc_desk.i18n import choose_language
from cmc_desk.i18n import gettext as _
from cmc_desk.ui import palette
from cmc_desk.ui.beforehand import Beforehand, load_store
from cmc_desk.ui.habits import Habits
from cmc_desk.ui.loading import begin_loading, end_loading
from cmc_desk.ui.start.curtain import Curtain

if TYPE_CHECKING:
    from cmc_desk.clock import Clock
    from cmc_desk.desk.desk import Desk
    from cmc_desk.ui.crash import CrashLog
    from cmc_desk.ui.shell import MainWindow
    from cmc_desk.ui.start.who import Who
    from cmc_desk.ui.start.window import StartWindow
    from cmc_desk.ui.task import Pool, Progress, Task

_PROGRAM = "cmc-desk"
_DARK = 128


@dataclass(frozen=True, slots=True)
class Options:
    """How the program is started: the folder of meetings and the clock are the computer's unless a test says otherwise."""

    path: Path | None = None
    demo: bool = False
    dark: bool | None = None
    secret: str = ""
    home: Path | None = None
    clock: "Clock | None" = None
    pool: "Pool | None" = None


def run(path: Path | None = None, *, demo: bool = False, dark: bool | None = None, secret: str = "") -> int:
    """Show the windows until the last is closed; return the exit code."""
    app = application()
    program = Program(app, options_of(path, demo=demo, dark=dark, secret=secret))
    program.show()
    program.watch_for_defects()
    code = app.exec()
    end_beside()
    return code


def options_of(path: Path | None, *, demo: bool = False, dark: bool | None = None, secret: str = "") -> Options:
    """Return how the program is started from here: without a `secret` the passphrase is that of the environment, if it has one."""
    found = secret or os.environ.get("CMC_DESK_PASSPHRASE", "")
    return Options(path=path.absolute() if path else None, demo=demo, dark=dark, secret=found)


class Program(QObject):
    """First window and main window; `painted` and `opened` are what the benchmark of the start waits for."""

    painted = Signal()
    opened = Signal(object)

    def __init__(self, app: QApplication, options: Options, *, habits: Habits | None = None) -> None:
        super().__init__()
        self._app = app
        self._options = options
        self._habits = habits or Habits()
        self._task: Task[Desk] | Task[Path] | None = None
        self._crashes: CrashLog | None = None
        self._start: StartWindow | None = None
        self.main: MainWindow | None = None
        begin_loading()
        chosen = options.dark if options.dark is not None else self._habits.dark()
        # A system that is dark makes dark windows; asking for its scheme by name would load all names of `Qt`.
        system_dark = app.palette().window().color().lightness() < _DARK
        palette.choose(dark=system_dark if chosen is None else chosen)
        choose_language(self._habits.text("language", "en"))
        words = _("Opening {name} …").format(name=options.path.stem) if options.path else ""
        self.window = Curtain(_("Making the demo meeting …") if options.demo else words)
        self.window.first_painted.connect(self._on_painted)

    @property
    def start(self) -> "StartWindow":
        """The meetings and the form, made when they are first needed: a meeting that opens by itself needs neither."""
        if self._start is None:
            from cmc_desk.ui.start.window import StartWindow

            options = self._options
            self._start = StartWindow(
                self._habits, home=options.home, clock=self._clock(), pool=options.pool, path=options.path
            )
            self._start.asked.connect(self._on_asked)
            self._start.dark_toggled.connect(self.toggle_dark)
            self.window.raise_on(self._start)
        return self._start

    def show(self) -> None:
        """Show the first window; everything else begins after its first paint."""
        self.window.show()

    def watch_for_defects(self) -> None:
        """Write every exception that nobody caught to the log of the program and show it where people look."""
        from cmc_desk.ui.crash import watch_for_defects

        self._crashes = watch_for_defects(self._on_defect, self, trouble=self._on_trouble)

    def toggle_dark(self) -> None:
        """Change from light to dark or back, and remember it."""
        from cmc_desk.ui import theme

        dark = not theme.is_dark()
        self._habits.choose_dark(dark=dark)
        theme.apply(self._app, dark=dark)

    def _clock(self) -> "Clock":
        from cmc_desk.clock import SystemClock

        return self._options.clock or SystemClock()

    def _on_painted(self) -> None:
        self.painted.emit()
        QTimer.singleShot(0, self._after_painting)

    def _after_painting(self) -> None:
        from cmc_desk.ui import settings, sound, theme

        theme.apply(self._app, dark=palette.is_dark())
        theme.show_hints(self._app, shown=settings.hints())
        sound.mute(on=not settings.sounds())
        from cmc_desk.desk.meeting_files import home, needs_no_secret

        path = self._options.path
        if self._options.demo:
            self._make_demo((self._options.home or home()) / "demo.cmc")
        elif path is not None and (self._options.secret or needs_no_secret(path)):
            self._open(path, self._who_was_here())
        else:
            self._choose(path)

    def _choose(self, path: Path | None) -> None:
        self.start.refresh(path)
        load_store(self._options.pool)
        gc.enable()

    def _who_was_here(self) -> "Who":
        from cmc_desk.rules.meeting import Role
        from cmc_desk.ui.start.who import Who

        habits = self._habits
        role = habits.text("role", Role.DESK.value)
        return Who(
            name=next(iter(habits.operators()), ""),
            role=Role(role) if role in list(Role) else Role.DESK,
            station=habits.text("station"),
            language=habits.text("language", "en"),
            secret=self._options.secret,
        )

    def _make_demo(self, path: Path) -> None:
        from cmc_desk.ui.task import Task

        def work(_progress: "Progress") -> Path:
            from cmc_desk.desk.demo_meeting import ensure

            ensure(path)
            return path

        self._begin(Task(work, pool=self._options.pool), self._on_demo_made)

    def _on_demo_made(self, path: object) -> None:
        self._task = None
        if isinstance(path, Path):
            self._open(path, self._who_was_here())

    def _on_asked(self, who: object) -> None:
        from cmc_desk.ui.start.who import Who

        path = self.start.path()
        if isinstance(who, Who) and path is not None:
            self._open(path, who)

    def _open(self, path: Path, who: "Who") -> None:
        from cmc_desk.ui.task import Task

        if self._task is not None:
            return
        choose_language(who.language or "en")
        self._habits.put_text("language", who.language or "en")
        clock = self._options.clock

        def work(_progress: "Progress") -> "Desk":
            from cmc_desk.desk.command import Author
            from cmc_desk.desk.opening import open_meeting

            return open_meeting(path, author=Author(who.name, who.role, who.station), secret=who.secret, clock=clock)

        self._begin(Task(work, pool=self._options.pool), self._on_opened)

    def _begin(self, task: "Task[Desk] | Task[Path]", finished: Callable[[object], None]) -> None:
        self._task = task
        task.ended.connect(self._on_ended)
        task.finished.connect(finished)
        task.refused.connect(self._on_refused)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_ended(self) -> None:
        if self.sender() is self._task:
            self._task = None

    def _on_refused(self, trouble: object) -> None:
        from cmc_desk.rules.refusal import Refusal, Unavailable

        if self._start is None:
            self._choose(self._options.path)
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
        self.main = main_window(desk, self._habits, pool=self._options.pool, at=self._clock().now())
        self.main.dark_toggled.connect(self.toggle_dark)
        self.main.closed.connect(self._on_closed)
        self.main.show()
        self.window.hide()
        if self._start is not None:
            self._start.sign_in.secret.clear()
            self._start.sign_in.set_busy(busy=False)
        QTimer.singleShot(0, self._after_opening)

    def _after_opening(self) -> None:
        end_loading()
        if self.main is not None:
            self.opened.emit(self.main)
            # With where the agenda stands, which the window did not wait for.
            self.main.tick()
            Beforehand(self.main, desk=self.main.context.desk, pool=self._options.pool)
            self.main.keeper.verify()

    def _on_closed(self) -> None:
        self.window.close()
        self._app.quit()

    def _on_trouble(self, sentence: str) -> None:
        if self.main is not None:
            (self.main.rehearsal or self.main).context.missed(sentence)
        else:
            self.window.say(sentence)

    def _on_defect(self, details: str) -> None:
        if self.main is not None:
            self.main.show_defect(details)
            return
        words = _("Something in the program went wrong; it is written down in the log. Try again.")
        self.window.say(words)
        if self._start is not None:
            self._start.strip.set_message("coral", words)


def application() -> QApplication:
    """Return the application of this process."""
    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName(_PROGRAM)
    app.setApplicationDisplayName("CMC Desk")
    # The first window hides while the main one is open, and the program must not end with it.
    app.setQuitOnLastWindowClosed(True)
    return app


def end_beside() -> None:
    """Wait for what still runs beside the windows."""
    from cmc_desk.ui.task import end_all

    end_all()
