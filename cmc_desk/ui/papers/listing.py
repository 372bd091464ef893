"""The list of papers read beside the window: what there is at once, then paper by paper whether it still says what is true."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.made_papers import Paper
from cmc_desk.desk.paper_overview import Kinds, Overview, judging_job, overview_job
from cmc_desk.rules.papers import PaperState
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.papers.looking import BesideReader
from cmc_desk.ui.papers.rows import Key
from cmc_desk.ui.task import Pool, Task


class ListReader(QObject):
    """`came` brings an `Overview`: first as it is listed, then after every paper that was judged; `troubled` a sentence.

    `seen` says which papers somebody looks at, by their keys: they are judged first.
    """

    came = Signal(object)
    troubled = Signal(str)

    def __init__(
        self,
        desk: Desk,
        kinds: Kinds,
        seen: Callable[[], Sequence[Key]],
        *,
        pool: Pool | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._seen, self._pool = desk, seen, pool
        self._overview: Overview | None = None
        self._waiting: list[Key] = []
        self._judging: Task[Paper] | None = None
        self._soon = False
        self._list = BesideReader(lambda: overview_job(desk, kinds), pool=pool, parent=self)
        self._list.came.connect(self._on_listed)
        self._list.troubled.connect(self.troubled)
        self._list.rested.connect(self._judge_next)

    def read(self) -> None:
        """List the papers now, and judge all that were made."""
        self._soon = False
        self._list.read()

    def read_soon(self) -> None:
        """List them in a moment; what is being judged is judged to its end first, or its last papers never were."""
        if self._waiting or self._judging is not None:
            self._soon = True
        else:
            self._list.read_soon()

    def _on_listed(self, found: object) -> None:
        if isinstance(found, Overview):
            self._waiting = [(one.kind, one.ask) for one in found.papers if one.state is PaperState.UNJUDGED]
            self._overview = found.after(self._overview)
            # What is being judged was listed before: it is judged again.
            self._judging = None
            self.came.emit(self._overview)

    def _judge_next(self) -> None:
        if self._overview is None or self._list.is_reading() or self._judging is not None:
            return
        if not self._waiting:
            if self._soon:
                self._soon = False
                self._list.read_soon()
            return
        waiting = set(self._waiting)
        key = next((one for one in self._seen() if one in waiting), self._waiting[0])
        self._waiting.remove(key)
        name, ask = key
        paper = self._overview.paper(name, ask) if ask is not None else None
        kind = next((one for one in self._overview.kinds if one.key == name), None)
        if paper is None or kind is None:
            self._judge_next()
            return
        task = Task(judging_job(self._desk, kind, paper), pool=self._pool)
        task.finished.connect(self._on_judged)
        task.refused.connect(self._on_refused)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        self._judging = task
        task.start()

    def _on_judged(self, paper: object) -> None:
        if isinstance(paper, Paper) and self.sender() is self._judging and self._overview is not None:
            self._overview = self._overview.knowing(paper)
            self.came.emit(self._overview)

    def _on_refused(self, trouble: object) -> None:
        # The file does not answer: that is said once, and not for every paper.
        self._waiting.clear()
        if isinstance(trouble, Refusal | Unavailable):
            self.troubled.emit(trouble.sentence)

    def _on_failed(self, error: object) -> None:
        if isinstance(error, Exception):
            raise error

    def _on_ended(self) -> None:
        if self.sender() is self._judging:
            self._judging = None
        self._judge_next()
