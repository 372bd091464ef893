"""Long work beside the window: it reports how far it is, can be cancelled, and its result comes back to the window's thread."""

import sys
from collections.abc import Callable
from threading import Event
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from cmc_desk.rules.refusal import Refusal, Unavailable

Result = TypeVar("Result")
# Every call into Qt gives the interpreter away, and a busy worker keeps it for the switch interval: at the usual 5 ms a repaint of
# forty calls stands still for 200 ms while a list is imported, and at half a millisecond one of a whole table for 100 ms.
_USUAL = sys.getswitchinterval()
_NIMBLE = 0.0002
Progress = Callable[[int, int], None]
# A computer with two processors would run two pieces of work: a closing kit and a copy, and no page could read anything meanwhile.
_AT_ONCE = 6


class Cancelled(Exception):
    """Raised from inside `progress` when the user has cancelled; the work need not know of it."""


class Pool(Protocol):
    """Whatever can run a task: a QThreadPool, or a pool of a test that runs it at once."""

    def start(self, runnable: QRunnable, /) -> None:
        """Run the task now or later."""
        ...


class Task(QObject, Generic[Result]):
    """Some work with its four possible ends: finished, refused (Refusal or Unavailable), failed (a defect), cancelled.

    `work` gets one callable, `progress(done, whole)`, and must not touch Qt. Connect first, then `start`. Everything is
    emitted in the thread of the window; receivers are methods of QObjects.
    """

    progressed = Signal(object, object)
    finished = Signal(object)
    refused = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()
    _reported = Signal(object, object)
    _came_back = Signal(object, object)

    def __init__(self, work: Callable[[Progress], Result], *, pool: Pool | None = None) -> None:
        super().__init__()
        self._work = work
        self._pool: Pool = pool if pool is not None else _usual_pool()
        self._stop = Event()
        self._left = False
        self._share = -1
        # The worker emits these two; both are received by this object, hence in the thread it lives in.
        self._reported.connect(self._on_reported)
        self._came_back.connect(self._on_came_back)

    def start(self) -> None:
        """Begin; a task runs once."""
        # A page may be closed while its task runs: the running task is held here, not by the page.
        _running.add(self)
        sys.setswitchinterval(_NIMBLE)
        self._pool.start(_Job(self))

    def cancel(self) -> None:
        """Ask the work to end; it does so at its next word of progress."""
        self._stop.set()

    def leave(self) -> None:
        """Ask the work to end, and tell nobody how it did; a defect is raised all the same."""
        self._left = True
        self.cancel()

    def is_running(self) -> bool:
        """Say whether the task has been started and has not ended."""
        return self in _running

    def run(self) -> None:
        """Do the work, in the thread of the worker; only the job calls this."""
        outcome: object = None
        error: Exception | None = None
        try:
            self._progress(0, 0)
            outcome = self._work(self._progress)
        except Exception as raised:
            error = raised
        self._came_back.emit(outcome, error)

    def _progress(self, done: int, whole: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        # Twenty thousand rows are a hundred steps of a bar: more would only keep the window busy.
        share = done * 100 // whole if whole else -1
        if share != self._share:
            self._share = share
            self._reported.emit(done, whole)

    def _on_reported(self, done: int, whole: int) -> None:
        if not self._stop.is_set():
            self.progressed.emit(done, whole)

    def _on_came_back(self, outcome: object, error: Exception | None) -> None:
        _running.discard(self)
        if not _running:
            sys.setswitchinterval(_USUAL)
        if self._left:
            if error is not None and not isinstance(error, Cancelled | Refusal | Unavailable):
                raise error
            return
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        elif isinstance(error, Refusal | Unavailable):
            self.refused.emit(error)
        elif error is not None:
            self.failed.emit(error)
        else:
            self.finished.emit(outcome)
        self.ended.emit()


class _Job(QRunnable):
    """Carries a task into the pool."""

    def __init__(self, task: "Task[Result]") -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.run()


def _usual_pool() -> QThreadPool:
    pool = QThreadPool.globalInstance()
    if pool.maxThreadCount() < _AT_ONCE:
        pool.setMaxThreadCount(_AT_ONCE)
    return pool


_running: set[Task[Any]] = set()


def running() -> int:
    """Return how many tasks have not ended."""
    return len(_running)


def end_all(*, pool: QThreadPool | None = None, wait_ms: int = 5000) -> bool:
    """Cancel everything that runs and wait for it, before the program ends; say whether all of it has ended."""
    for task in list(_running):
        task.cancel()
    return (pool or QThreadPool.globalInstance()).waitForDone(wait_ms)
