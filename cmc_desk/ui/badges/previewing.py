"""The sheets are made beside the window, anew whenever something about them changes; only the newest wish counts."""

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk.badge_sheets import BadgeSheets, SheetsAsked, make_sheets
from cmc_desk.ui.context import Context
from cmc_desk.ui.one_task import OneTask, Trouble
from cmc_desk.ui.timers import after_rest

_REST_MS = 120


class SheetMaker(QObject):
    """`made` has the sheets that were asked for last, `refused` the sentence why there are none."""

    made = Signal(object)
    refused = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked: SheetsAsked | None = None
        self._stale = False
        self._task = OneTask(self, pool=context.pool)
        self.sheets: BadgeSheets | None = None
        self.rest = after_rest(_REST_MS, self._on_rest, self)

    def ask(self, asked: SheetsAsked | None) -> None:
        """Want these sheets, when the fingers rest; None wants none."""
        self._asked, self._stale = asked, True
        self._task.cancel()
        if asked is None:
            self.rest.stop()
            self.sheets = None
            return
        self.rest.start()

    def ask_now(self, asked: SheetsAsked) -> None:
        """Want these sheets at once."""
        self.ask(asked)
        self._on_rest()

    def is_current(self) -> bool:
        """Say whether the sheets are those that were asked for last."""
        return self.sheets is not None and not self._stale

    def _on_rest(self) -> None:
        self.rest.stop()
        # The one that runs is cancelled; its end begins the next.
        if not self._task.is_running() and self._asked is not None:
            desk, asked = self._context.desk, self._asked
            self._stale = False
            self._task.start(
                lambda progress: make_sheets(desk, asked, progress=progress),
                finished=self._on_finished,
                refused=self._on_refused,
                failed=self._on_failed,
                ended=self._on_ended,
            )

    def _on_finished(self, sheets: BadgeSheets) -> None:
        if not self._stale:
            self.sheets = sheets

    def _on_refused(self, trouble: Trouble) -> None:
        if not self._stale:
            self.sheets = None
            self.refused.emit(trouble.sentence)

    def _on_failed(self, error: Exception) -> None:
        self.sheets = None
        raise error

    def _on_ended(self) -> None:
        if self._stale:
            if self._asked is not None:
                self._on_rest()
        elif self.sheets is not None:
            self.made.emit(self.sheets)
