"""Whoever does one piece of work at a time beside the window: what has ended is forgotten, and a defect is raised."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, SignalInstance

from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.task import Pool, Progress, Task

Result = TypeVar("Result")
Trouble = Refusal | Unavailable


class OneTask(QObject):
    """The task of its parent, which gives methods of its own, or signals, to hear how it ends, and when it has.

    `finished` and `ended` may start the next one.
    """

    def __init__(self, parent: QObject, *, pool: Pool | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._task: Task[object] | None = None

    def is_running(self) -> bool:
        """Say whether something was started whose end is not told yet."""
        return self._task is not None

    def start(
        self,
        work: Callable[[Progress], Result],
        *,
        finished: Callable[[Result], None] | SignalInstance,
        refused: Callable[[Trouble], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        cancelled: Callable[[], None] | SignalInstance | None = None,
        ended: Callable[[], None] | SignalInstance | None = None,
        progressed: Callable[[int, int], None] | None = None,
        begun: Callable[[], None] | None = None,
    ) -> None:
        """Begin; whoever may have begun something asks first whether that is running.

        `begun` is called when this one is, before any of it is done. Who hears of a defect by `failed` raises it.
        """
        task: Task[object] = Task(work, pool=self._pool)
        task.finished.connect(finished)
        task.failed.connect(failed or self._on_failed)
        task.ended.connect(self._on_ended)
        hearing = (
            (task.refused, refused),
            (task.cancelled, cancelled),
            (task.ended, ended),
            (task.progressed, progressed),
        )
        for signal, slot in hearing:
            if slot is not None:
                signal.connect(slot)
        self._task = task
        if begun is not None:
            begun()
        task.start()

    def cancel(self) -> None:
        """Ask what is running to end at its next word of progress."""
        if self._task is not None:
            self._task.cancel()

    def leave(self) -> None:
        """Ask what is running to end, and hear no more of it: something else takes its place, or nothing does."""
        if self._task is not None:
            self._task.leave()
            self._task = None

    def _on_failed(self, error: Exception) -> None:
        raise error

    def _on_ended(self) -> None:
        # Who heard that one has finished may have begun the next.
        if self._task is not None and not self._task.is_running():
            self._task = None
