"""A rehearsal in a window of its own: a copy of the meeting whose clock runs faster, marked as such everywhere."""

import tempfile
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from cmc_desk.clock import RehearsalClock
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.rehearsing import beginning_of, rehearsed
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.habits import Habits
from cmc_desk.ui.shell import MainWindow


def rehearsal_window(copy: Desk, habits: Habits) -> MainWindow:
    """Return the window of a rehearsal on its agenda; the copy is closed with it."""
    window = MainWindow(Context(copy), habits=habits)
    window.setWindowTitle(_("REHEARSAL – {title}").format(title=window.context.facts.meeting.short_title))
    window.go("agenda")
    return window


def let_it_run(copy: Desk) -> None:
    """Let the clock of a rehearsal run as soon as its window, which was just shown, is there to be seen."""
    if isinstance(copy.clock, RehearsalClock):
        QTimer.singleShot(0, copy.clock.run)


def rehearse(main: MainWindow, *, pace: int, day: date | None, habits: Habits) -> None:
    """Show a rehearsal of a day in the place of the main window, unless the meeting itself is running."""
    context = main.context
    moment = context.live.at(context.now())
    running = next((one.running for one in moment.standings.values() if one.running), "")
    line = context.live.line(running)
    if line is not None:
        words = _("“{title}” is running: end it before you rehearse.").format(title=line.item.title)
        context.say("amber", _("Nothing changed: "), words)
        return
    try:
        Rehearsal(main, pace=pace, day=day, habits=habits)
    except Refusal as refusal:
        context.say("amber", _("Nothing changed: "), refusal.sentence)
    except Unavailable as trouble:
        context.say("amber", _("There is no rehearsal: "), trouble.sentence)


class Rehearsal(QObject):
    """Holds the folder of the copy as long as the window of the rehearsal is open; then the main window comes back."""

    def __init__(self, main: MainWindow, *, pace: int, day: date | None, habits: Habits) -> None:
        super().__init__(main)
        self._main = main
        self._folder = tempfile.TemporaryDirectory(prefix="cmc-desk-", ignore_cleanup_errors=True)
        desk = main.context.desk
        try:
            starts = beginning_of(desk, day)
            copy = rehearsed(desk, Path(self._folder.name), pace=pace, starts=starts)
        except BaseException:
            self._folder.cleanup()
            self.deleteLater()
            raise
        self.window = rehearsal_window(copy, habits)
        self.window.dark_toggled.connect(main.dark_toggled)
        self.window.closed.connect(self._on_closed)
        main.rehearsal = self.window
        self.window.setGeometry(main.geometry())
        main.be_still()
        self.window.show()
        let_it_run(copy)
        main.hide()
        self.window.context.say(
            "notice", _("Rehearsal: "), _("this is a copy. "), _("Close the window to be back in the meeting.")
        )

    def _on_closed(self) -> None:
        # Shown before the other is gone: the program ends with its last window.
        self._main.rehearsal = None
        self._main.show()
        self._main.activateWindow()
        self._folder.cleanup()
        self.window.deleteLater()
        self._main.context.say("notice", _("The rehearsal is over: "), _("this is the meeting again."))
        self.deleteLater()
