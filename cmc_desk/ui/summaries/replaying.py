"""Types a script into the Summaries page of the main window, and tells after every stroke what the meeting file has."""

import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, QSettings, Signal
from PySide6.QtWidgets import QApplication

from cmc_desk.clock import ManualClock
from cmc_desk.desk.desk import Desk
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.key_script import Stroke
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui import sound
from cmc_desk.ui.context import Context
from cmc_desk.ui.habits import Habits
from cmc_desk.ui.key_time import KeyTime
from cmc_desk.ui.page_kinds import PageKind
from cmc_desk.ui.shell import MainWindow
from cmc_desk.ui.summaries.hands import Hands, combination
from cmc_desk.ui.summaries.page import SummariesPage
from cmc_desk.ui.summaries.save_state import Wrote
from cmc_desk.ui.summaries.writing import Act
from cmc_desk.ui.timers import after_rest

PACE = 11.0
Tell = Callable[[dict[str, Any]], None]
_DID = {Act.KEEP: "saved", Act.REVISION: "saved", Act.FILE: "filed", Act.LEAVE: "left"}


def replay(desk: Desk, strokes: Sequence[Stroke], tell: Tell, *, item: str, pace: float, at_once: bool) -> bool:
    """Type a script, `pace` strokes a second, and close the meeting; return whether the meeting file has everything.

    `tell` is given a fact at a time: `typed` after each stroke, `saved`, `filed` and `left` when the file has it, `not saved` and
    `saved again`, `ended`. With `at_once` nobody waits: the clock of the meeting and the timers of saving go on by one pause a stroke,
    so that what would be lost at any moment is what a person would lose. Raises Refusal for a key or an item that there is not.
    """
    for stroke in strokes:
        if stroke.key:
            combination(stroke)
    with tempfile.TemporaryDirectory(prefix="cmc-desk-", ignore_cleanup_errors=True) as place:
        # How large the window was is nothing to be remembered.
        habits = Habits(QSettings(str(Path(place) / "habits.ini"), QSettings.Format.IniFormat))
        typing = Replay(desk, strokes, tell, habits=habits, gap=1000 / pace, at_once=at_once)
        try:
            return typing.run(item)
        finally:
            typing.put_away()


class Replay(QObject):
    """One script in its window."""

    over = Signal()

    def __init__(
        self, desk: Desk, strokes: Sequence[Stroke], tell: Tell, *, habits: Habits, gap: float, at_once: bool
    ) -> None:
        super().__init__()
        self._tell = tell
        self._time: KeyTime | None = None
        if at_once:
            clock = ManualClock(desk.clock.now())
            desk.clock, self._time = clock, KeyTime(clock)
        timer = self._time.after_rest if self._time is not None else after_rest
        kind = PageKind("summaries", 4, "summaries", N_("Summaries"), partial(SummariesPage, timer=timer))
        sound.mute(on=True)
        self.window = MainWindow(Context(desk), habits=habits, pages=(kind,))
        self.window.go(kind.key)
        page = self.window.page(kind.key)
        assert isinstance(page, SummariesPage)  # noqa: S101 - it was made a line above
        self._notes = page.notes
        self._count = 0
        self._failing = self._whole = False
        self._begun = monotonic()
        self._hands = Hands(self.window, strokes, gap=gap, time=self._time, parent=self)
        self._hands.done.connect(self._on_done)
        self._hands.ended.connect(self._on_ended)
        self._notes.composer.saving.wrote.connect(self._on_wrote)
        self._notes.composer.state_changed.connect(self._on_state)
        self.window.closed.connect(self._on_closed)

    def run(self, item: str) -> bool:
        """Type it all; return whether the meeting file has it."""
        window = self.window
        window.show()
        window.activateWindow()
        # These keys come from no keyboard: without them a window seems to be left alone, and keys without a pause to be a scan.
        window.idle.set_minutes(0)
        if self._time is not None and window.scanner is not None:
            window.scanner.stop()
        if not self._notes.item:
            self._notes.begin()
        if item:
            self._open(item)
        self._notes.composer.setFocus()
        self._say("begun", item=self._notes.item)
        loop = QEventLoop()
        self.over.connect(loop.quit)
        self._begun = monotonic()
        self._hands.begin()
        loop.exec()
        return self._whole

    def put_away(self) -> None:
        """Close the window, however it ended."""
        self._hands.stop()
        # The first may say that no copy could be made.
        self.window.close()
        self.window.close()
        self.window.deleteLater()
        app = QApplication.instance()
        if app is not None:
            app.processEvents()

    def _open(self, item: str) -> None:
        """Open an item by its key or its title; raises Refusal if there is none."""
        wanted = item.casefold()
        found = [
            one.id for one in self.window.context.facts.agenda if wanted in (one.id.casefold(), one.title.casefold())
        ]
        if not found:
            raise Refusal(_("The agenda has no item “{item}”.").format(item=item), field="item")
        self._notes.open_item(found[0])

    def _say(self, did: str, **facts: object) -> None:
        passed = self._time.now if self._time is not None else (monotonic() - self._begun) * 1000
        self._tell({"did": did, "ms": round(passed), "keys": self._count, **facts})

    def _on_done(self, stroke: object) -> None:
        if not isinstance(stroke, Stroke):
            return
        if stroke.item:
            try:
                self._open(stroke.item)
            except Refusal as refusal:
                self._say("refused", line=stroke.line, why=refusal.sentence)
        self._count += 1
        self._say("typed", line=stroke.line)

    def _on_wrote(self, wrote: object) -> None:
        if isinstance(wrote, Wrote):
            job, kept = wrote.job, wrote.kept
            self._say(_DID[job.act], entry=kept.entry, revision=kept.revision, text=job.written.text)

    def _on_state(self) -> None:
        state = self._notes.composer.save_state
        if state.failing != self._failing:
            self._failing = state.failing
            if state.failing:
                self._say("not saved", copy=str(state.copy or ""), why=state.trouble)
            else:
                self._say("saved again")

    def _on_ended(self) -> None:
        self._whole = self._notes.composer.flush()
        self._say("ended", whole=self._whole, copy=str(self._notes.composer.save_state.copy or ""))
        self.over.emit()

    def _on_closed(self) -> None:
        # Somebody has closed it, or we have.
        self._hands.stop()
        self.over.emit()
