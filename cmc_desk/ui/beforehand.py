"""The views that are made when they are first asked for are loaded before that, while nobody types; before them what they stand on."""

import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cmc_desk.ui.timers import every

if TYPE_CHECKING:
    from cmc_desk.desk.desk import Desk
    from cmc_desk.ui.task import Pool, Task

LATER: Sequence[str] = (
    "cmc_desk.ui.overview",
    "cmc_desk.ui.registration",
    "cmc_desk.ui.agenda",
    "cmc_desk.ui.summaries",
    "cmc_desk.ui.documents",
    "cmc_desk.ui.papers",
    "cmc_desk.ui.travel",
    "cmc_desk.ui.badges",
    "cmc_desk.ui.setup",
    "cmc_desk.ui.stage",
)
_BENEATH = "cmc_desk.desk"
# Nobody needs these at a meeting: what plays the demo, and what draws the pictures of the pages.
_NEVER = ("demo_", "rehearsal", "rehearsing")
_PAUSE_MS = 200
# One module takes as long as it takes; no other is begun after so long.
_AT_A_TIME_MS = 10


class Beforehand(QObject):
    """Loads what makes papers and badges and all that can be done beside the window, then the views: a few modules, a pause, a few more.

    Between two keys there is time for a few. A view may need two hundred, and would take a quarter of a second when it is first shown.
    """

    def __init__(
        self,
        parent: QObject,
        packages: Sequence[str] = LATER,
        *,
        desk: "Desk | None" = None,
        pool: "Pool | None" = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._pool = desk, pool
        self._beneath: Task[object] | None = None
        self._waiting = _modules_of(packages)
        self.timer = every(_PAUSE_MS, self._on_pause, self)
        self.timer.start()

    def load_all(self) -> None:
        """Load at once what is still waiting."""
        while self.timer.isActive():
            self._load()

    def _on_pause(self) -> None:
        if self._beneath is None:
            self._load_beneath()
        elif not self._beneath.is_running():
            self._load()

    def _load(self, clock: Callable[[], float] = time.perf_counter) -> None:
        """Load the next few modules of views."""
        began = clock()
        for name in self._waiting:
            import_module(name)
            if (clock() - began) * 1000 > _AT_A_TIME_MS:
                return
        self.timer.stop()
        if self._beneath is None:
            self._load_beneath()

    def _load_beneath(self) -> None:
        from cmc_desk.desk.badge_sheets import load_badges
        from cmc_desk.desk.paper_kinds import paper_kinds
        from cmc_desk.ui.task import Task

        desk = self._desk

        def load(_progress: object) -> object:
            kinds = paper_kinds()
            load_badges()
            for name in _modules_of([_BENEATH]):
                import_module(name)
            if desk is not None:
                from cmc_desk.desk.warming import read_beforehand

                read_beforehand(desk)
            return kinds

        self._beneath = Task(load, pool=self._pool)
        self._beneath.start()


def load_store(pool: "Pool | None") -> None:
    """Load the store beside the window, while a person types the passphrase."""
    from cmc_desk.ui.task import Task

    def load(_progress: object) -> None:
        import cmc_desk.desk.opening  # noqa: F401 - loading it is the work

    Task(load, pool=pool).start()


def _modules_of(packages: Sequence[str]) -> Iterator[str]:
    """Return the modules of some packages by their full names, one after the other."""
    for package in packages:
        for found in iter_modules(import_module(package).__path__):
            if not found.name.startswith(_NEVER) and not found.name.endswith(_NEVER):
                yield f"{package}.{found.name}"
