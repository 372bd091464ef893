"""The queue before the printer, job by job: what waits, what is printing, what failed and why, and what can be done about it."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.print_queue import Job, JobState, PrintQueue
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout
from cmc_desk.ui.parts.chip import ChipKind, ChipLook, chip_width, paint_chip
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.parts.runs import Run, paint_runs

HEIGHT = 32
_CHIPS: dict[JobState, ChipKind] = {
    JobState.WAITING: "notyet",
    JobState.PRINTING: "half",
    JobState.ACCEPTED: "half",
    JobState.PRINTED: "good",
    JobState.FAILED: "blocks",
    JobState.CANCELLED: "absent",
}


class TroubleBanner(Callout):
    """Says loudly which job has a problem, above everything else of the view; `retried` names the job."""

    retried = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.retry = DeskButton(_("Try again"), key="Ctrl+R", icon="undo")
        super().__init__("coral", loud=True, button=self.retry, parent=parent)
        self._key = 0
        self.retry.clicked.connect(self._on_retry)
        self.hide()

    def show_queue(self, queue: PrintQueue) -> None:
        """Show the job that holds the queue, or nothing."""
        trouble = in_trouble(queue)
        self.setVisible(trouble is not None)
        if trouble is not None:
            self._key = trouble.key
            on_paper = trouble.state is JobState.ACCEPTED
            self.retry.set_text(_("Record again") if on_paper else _("Try again"))
            self.say(*_trouble_words(trouble, queue))

    def _on_retry(self) -> None:
        self.retried.emit(self._key)


class QueuePane(QWidget):
    """Shows a queue; `cancelled` names a job, `all_cancelled` means everything that waits."""

    cancelled = Signal(int)
    all_cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue = PrintQueue()
        self.rows: RowList[Job] = RowList(
            _paint, key=lambda job: job.key, spoken=spoken, name=_("Print queue"), height=HEIGHT, parent=self
        )
        self._nothing = EmptyState(icon="print", title=_("Nothing waits for the printer"), parent=self)
        self.drop = DeskButton(_("Leave out"), key="Delete", size="small", parent=self)
        self.stop = DeskButton(_("Cancel all"), key="Ctrl+Delete", kind="danger", size="small", parent=self)
        self._lay_out()
        self.drop.clicked.connect(self._on_drop)
        self.stop.clicked.connect(self.all_cancelled)
        self.rows.chosen.connect(self._allow)
        self.show_queue(PrintQueue())

    def show_queue(self, queue: PrintQueue) -> None:
        """Show the jobs; the one that is being printed, or has failed, comes into sight."""
        self._queue = queue
        looked_at = in_trouble(queue) or next((job for job in queue.jobs if job.state is JobState.PRINTING), None)
        self.rows.set_rows(queue.jobs, key=looked_at.key if looked_at is not None else None, first=True)
        self._stack.setCurrentWidget(self.rows if queue.jobs else self._nothing)
        self._allow()

    def _allow(self) -> None:
        job = self._chosen()
        droppable = job is not None and job.state in (JobState.WAITING, JobState.FAILED)
        waiting = self._queue.count(JobState.WAITING, JobState.FAILED)
        self.drop.setVisible(waiting > 0)
        self.drop.allow(why_not="" if droppable else _("This job is at the printer or on paper."))
        self.stop.setVisible(waiting > 0)

    def _chosen(self) -> Job | None:
        current = self.rows.current()
        return self._queue.job(current.key) if current is not None else None

    def _on_drop(self) -> None:
        job = self._chosen()
        if job is not None:
            self.cancelled.emit(job.key)

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._nothing)
        lower = QHBoxLayout()
        lower.setContentsMargins(16, 7, 16, 9)
        lower.setSpacing(8)
        for button in (self.drop, self.stop):
            lower.addWidget(button)
        lower.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._stack, 1)
        column.addLayout(lower)


def state_words(job: Job) -> str:
    """Return what the chip of a job says."""
    words = {
        JobState.WAITING: _("Waiting"),
        JobState.PRINTING: _("Printing"),
        JobState.ACCEPTED: _("Not recorded") if job.problem else _("Printing"),
        JobState.PRINTED: _("Printed"),
        JobState.FAILED: _("Failed"),
        JobState.CANCELLED: _("Left out"),
    }
    return words[job.state]


def spoken(job: Job) -> str:
    """Return what is said of a job."""
    return ", ".join(part for part in (job.title, _badges(job), state_words(job), job.problem) if part)


def _badges(job: Job) -> str:
    return ngettext("{number} badge", "{number} badges", job.badges).format(number=job.badges)


def in_trouble(queue: PrintQueue) -> Job | None:
    """Return the job that holds the queue."""
    return next((job for job in queue.jobs if job.problem), None)


def _trouble_words(job: Job, queue: PrintQueue) -> tuple[str, str]:
    if job.state is JobState.ACCEPTED:
        return _("{job} is not recorded").format(job=job.title), _("It is on paper. ") + job.problem
    title = _("{job} was not printed").format(job=job.title)
    waiting = queue.count(JobState.WAITING)
    if not waiting:
        return title, job.problem
    rest = ngettext(" {number} more waits.", " {number} more wait.", waiting).format(number=waiting)
    return title, job.problem + rest


def _paint(painter: QPainter, rect: QRectF, job: Job, selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    look = ChipLook(state_words(job), "blocks" if job.problem else _CHIPS[job.state])
    width = chip_width(look)
    right = rect.right() - PAD
    paint_chip(painter, QRectF(right - width, rect.y(), width, rect.height()), look, selected=selected)
    words = (Run(job.title, bold=job.state is JobState.PRINTING), Run("  " + _badges(job), tone="slate"))
    room = QRectF(rect.x() + PAD, rect.y(), right - width - 8 - rect.x() - PAD, rect.height())
    paint_runs(painter, room, words, size=13, align=draw.LEFT)
