"""Making one paper after the other beside the window; each is recorded as soon as it lies on the disk."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.making_papers import MadePaper, make_paper, record_paper
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.rules.papers import Ask, Format
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.task import Pool, Task

# How many parts of the bar one paper has.
_PARTS = 100


@dataclass(frozen=True, slots=True)
class Order:
    """A paper that is to be made; `title` is what the screen calls it."""

    kind: PaperKind
    ask: Ask
    form: Format
    title: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of some orders: those that lie on the disk, and in one sentence why it went no further.

    `unrecorded` says that the last of them was saved, but is not in the journal.
    """

    orders: tuple[Order, ...]
    made: tuple[MadePaper, ...]
    trouble: str = ""
    cancelled: bool = False
    unrecorded: bool = False


class Making(QObject):
    """`progressed` tells what is being made and how far all of it is, `ended` the `Outcome`."""

    progressed = Signal(str, int, int)
    ended = Signal(object)

    def __init__(self, desk: Desk, *, pool: Pool | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pool = pool
        self._orders: tuple[Order, ...] = ()
        self._folder = Path()
        self._made: list[MadePaper] = []
        self._task: Task[MadePaper] | None = None

    def is_running(self) -> bool:
        """Say whether something is being made."""
        return self._task is not None

    def start(self, orders: Sequence[Order], folder: Path) -> None:
        """Make these papers in `folder`, unless something is being made already."""
        if self._task is None and orders:
            self._orders, self._folder, self._made = tuple(orders), folder, []
            self._next()

    def cancel(self) -> None:
        """Stop as soon as that can be done; what lies on the disk already stays."""
        if self._task is not None:
            self._task.cancel()

    def _next(self) -> None:
        order, desk, folder = self._orders[len(self._made)], self._desk, self._folder
        task = Task(
            lambda progress: make_paper(desk, order.kind, order.ask, order.form, folder, progress=progress),
            pool=self._pool,
        )
        task.progressed.connect(self._on_progressed)
        task.finished.connect(self._on_made)
        task.refused.connect(self._on_refused)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._on_cancelled)
        self._task = task
        self.progressed.emit(order.title, len(self._made) * _PARTS, len(self._orders) * _PARTS)
        task.start()

    def _on_progressed(self, done: object, whole: object) -> None:
        if isinstance(done, int) and isinstance(whole, int) and whole and self._task is not None:
            before = len(self._made)
            part = _PARTS * done // whole
            self.progressed.emit(self._orders[before].title, before * _PARTS + part, len(self._orders) * _PARTS)

    def _on_made(self, made: object) -> None:
        if not isinstance(made, MadePaper):
            return
        self._made.append(made)
        try:
            record_paper(self._desk, made)
        except (Refusal, Unavailable) as trouble:
            self._end(Outcome(self._orders, tuple(self._made), trouble.sentence, unrecorded=True))
            return
        if len(self._made) < len(self._orders):
            self._next()
        else:
            self._end(Outcome(self._orders, tuple(self._made)))

    def _on_refused(self, trouble: object) -> None:
        if isinstance(trouble, Refusal | Unavailable):
            self._end(Outcome(self._orders, tuple(self._made), trouble.sentence))

    def _on_cancelled(self) -> None:
        self._end(Outcome(self._orders, tuple(self._made), cancelled=True))

    def _on_failed(self, error: object) -> None:
        self._end(Outcome(self._orders, tuple(self._made)))
        if isinstance(error, Exception):
            raise error

    def _end(self, outcome: Outcome) -> None:
        self._task = None
        self.ended.emit(outcome)
