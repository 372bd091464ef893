"""Reading the overview beside the window: at once when it is shown, and at most once a second while things change."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk.beside import reading_beside
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.overview import OverviewFacts, overview
from cmc_desk.ui.context import Context
from cmc_desk.ui.one_task import OneTask, Trouble
from cmc_desk.ui.timers import after_rest

# Acts of other stations come by the dozen when the doors open.
_REST_MS = 1000


class OverviewReader(QObject):
    """`came` says that `facts` are new; what changed while they were being read is read after a rest."""

    came = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.facts: OverviewFacts | None = None
        self._said = ""
        self._waiting: frozenset[str] = frozenset()
        self._task = OneTask(self, pool=context.pool)
        self._reading: frozenset[str] = frozenset()
        self._rest = after_rest(_REST_MS, self._on_rested, self)

    def read(self, tables: frozenset[str]) -> None:
        """Read what has changed in these tables: now, or after a rest if something was read a moment ago."""
        self._waiting |= tables
        if not self._task.is_running() and ("*" in tables or not self._rest.isActive()):
            self._start()

    def _start(self) -> None:
        desk, now, last = self._context.desk, self._context.now(), self.facts
        tables, self._waiting = self._waiting, frozenset()

        def work(_progress: object) -> OverviewFacts:
            return _read(desk, now=now, last=last, tables=tables)

        self._reading = tables
        self._task.start(work, finished=self._on_came, refused=self._on_refused, ended=self._rest.start)

    def _on_came(self, found: OverviewFacts) -> None:
        self.facts, self._said = found, ""
        self.came.emit()

    def _on_refused(self, trouble: Trouble) -> None:
        # Read again after the rest; the strip says what is wrong with the file, and the page shows what it knew.
        self._waiting |= self._reading
        if trouble.sentence != self._said:
            # Once: what the strip says meanwhile, such as what was not saved, is not to be covered every second.
            self._said = trouble.sentence
            self._context.say("amber", "", trouble.sentence)

    def _on_rested(self) -> None:
        if self._waiting and not self._task.is_running():
            self._start()


def _read(desk: Desk, *, now: datetime, last: OverviewFacts | None, tables: frozenset[str]) -> OverviewFacts:
    with reading_beside(desk) as session:
        return overview(session, now=now, last=last, tables=tables)
