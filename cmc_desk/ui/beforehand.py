"""The views that are made when they are first asked for are loaded before that, while nobody types; then what makes papers and badges."""

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cmc_desk.ui.timers import every

if TYPE_CHECKING:
    from cmc_desk.ui.task import Pool, Task

LATER: Sequence[str] = (
    "cmc_desk.ui.overview.page",
    "cmc_desk.ui.registration.walk_in_view",
    "cmc_desk.ui.registration.person_view",
    "cmc_desk.ui.registration.import_page",
    "cmc_desk.ui.registration.attendance_page",
    "cmc_desk.ui.badges.page",
    "cmc_desk.ui.papers.page",
    "cmc_desk.ui.setup.page",
    "cmc_desk.ui.stage.room",
)
_PAUSE_MS = 400


class Beforehand(QObject):
    """Loads one module after the other, with a pause between them that is longer than a key is held.

    What makes papers and badges takes longer than that, and is loaded beside the window.
    """

    def __init__(self, parent: QObject, modules: Sequence[str] = LATER, *, pool: "Pool | None" = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._papers: Task[object] | None = None
        self._waiting = list(modules)
        self.timer = every(_PAUSE_MS, self._on_pause, self)
        self.timer.start()

    def load_all(self) -> None:
        """Load at once what is still waiting."""
        while self._waiting:
            self._on_pause()

    def _on_pause(self) -> None:
        import_module(self._waiting.pop(0))
        if not self._waiting:
            self.timer.stop()
            self._load_papers()

    def _load_papers(self) -> None:
        from cmc_desk.desk.badge_sheets import load_badges
        from cmc_desk.desk.paper_kinds import paper_kinds
        from cmc_desk.ui.task import Task

        def load(_progress: object) -> object:
            load_badges()
            return paper_kinds()

        self._papers = Task(load, pool=self._pool)
        self._papers.start()


def load_store(pool: "Pool | None") -> None:
    """Load the store beside the window, while a person types the passphrase."""
    from cmc_desk.ui.task import Task

    def load(_progress: object) -> None:
        import cmc_desk.desk.opening  # noqa: F401 - loading it is the work

    Task(load, pool=pool).start()
