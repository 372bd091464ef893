"""Where a file is brought in: nothing yet, the file being read, or the work on what it would do; above it what came of it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.one_task import OneTask, Trouble
from cmc_desk.ui.parts.busy_pane import BusyPane
from cmc_desk.ui.parts.callout import Callout, CalloutKind
from cmc_desk.ui.task import Pool, Progress

Found = TypeVar("Found")
# What was done, and what tells everybody that it was.
Told = tuple[Found, Callable[[], None]]


class FileImport(QWidget):
    """`planned` brings what the file would do, of what was asked last; `written` what it did, after everybody was told.

    `over` says that it came to neither. `not_taken` is said above the sentence of a refusal.
    """

    planned = Signal(object)
    written = Signal(object)
    over = Signal()

    def __init__(
        self, empty: QWidget, work: QWidget, *, not_taken: str, pool: Pool | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._empty, self._work = empty, work
        self._not_taken = not_taken
        self._task = OneTask(self, pool=pool)
        self._shown = empty
        self.writing = False
        self.callout = Callout("coral", parent=self)
        self.callout.hide()
        self.busy = BusyPane(self)
        self.busy.stop_asked.connect(self._on_stop)
        self._stack = QStackedLayout()
        for widget in (empty, self.busy, work):
            self._stack.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.callout)
        whole.addLayout(self._stack, 1)

    def is_free(self) -> bool:
        """Say whether what the file would do is known, and not being written."""
        return not self.writing and not self._task.is_running()

    def read(self, name: str, work: Callable[[Progress], object]) -> None:
        """Read the file of this name and find what it would do; until then only that is shown."""
        self.callout.hide()
        self.busy.say(_("Reading {file}").format(file=name), _("Nothing is written yet."))
        self._stack.setCurrentWidget(self.busy)
        self.plan(work)

    def plan(self, work: Callable[[Progress], object]) -> None:
        """Find what the file would do, in place of what is being found."""
        # While a file is being written nothing makes its end stale: it is compared again afterwards.
        if not self.writing:
            self._begin(work, self._on_planned)

    def write(self, work: Callable[[Progress], Told[object]]) -> None:
        """Do what the file would do, all of it or nothing."""
        self.writing = True
        self._begin(work, self._on_written)

    def show_work(self) -> None:
        """Show the work on the file, from now on also when another came to nothing."""
        self._shown = self._work
        self._stack.setCurrentWidget(self._work)

    def _begin(self, work: Callable[[Progress], Found], finished: Callable[[Found], None]) -> None:
        self._task.leave()
        self._task.start(
            work, finished=finished, refused=self._on_refused, failed=self._on_failed, cancelled=self._go_back
        )

    def _on_planned(self, found: object) -> None:
        self.planned.emit(found)

    def _on_written(self, told: Told[object]) -> None:
        done, tell = told
        tell()
        self.writing = False
        self.written.emit(done)

    def _on_refused(self, trouble: Trouble) -> None:
        # The message strip would be gone with the next message: what is wrong with a file stays on the page.
        kind: CalloutKind = "coral" if isinstance(trouble, Unavailable) else "amber"
        self.callout.say(self._not_taken, trouble.sentence, kind=kind)
        self.callout.show()
        self._go_back()

    def _on_failed(self, error: Exception) -> None:
        self._go_back()
        raise error

    def _on_stop(self) -> None:
        if self._task.is_running():
            self._task.leave()
            self._go_back()

    def _go_back(self) -> None:
        self.writing = False
        self._stack.setCurrentWidget(self._shown)
        self.over.emit()
