"""Looking at papers beside the window: the list as it stands, and the pages of one as they would be made now."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.made_papers import Paper, PaperFile
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.paper_preview import Preview, preview_paper
from cmc_desk.rules.papers import Ask, Format, PaperState
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.one_task import OneTask, Trouble
from cmc_desk.ui.task import Pool, Progress
from cmc_desk.ui.timers import after_rest

# While a queue is checked in, the list would be read at every scan.
_REST_MS = 2000
# What makes the work of one reading.
Job = Callable[[], Callable[[Progress], object]]


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody wants to see: a kind, what is asked of it, and the file of the version that may still be current."""

    kind: PaperKind
    ask: Ask
    paper: Paper | None
    folder: Path

    def file(self) -> PaperFile | None:
        """Return the PDF of the version that is current, if it was made as one."""
        paper = self.paper
        return paper.file_as(Format.PDF) if paper is not None and paper.state is PaperState.CURRENT else None

    def same_pages(self, other: "Look") -> bool:
        """Say whether another look is at the same paper and the same file of it, if there is one."""
        return (self.kind, self.ask, self.file()) == (
            other.kind,
            other.ask,
            other.file(),
        ) and self.folder == other.folder


class BesideReader(QObject):
    """Reads again beside the window, after a rest if that is enough; `came` brings what `job` reads, `troubled` a sentence.

    `rested` says that nothing is being read any more.
    """

    came = Signal(object)
    troubled = Signal(str)
    rested = Signal()

    def __init__(self, job: Job, *, pool: Pool | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self._task = OneTask(self, pool=pool)
        self._again = False
        self._rest = after_rest(_REST_MS, self.read, self)

    def is_reading(self) -> bool:
        """Say whether it is being read."""
        return self._task.is_running()

    def read_soon(self) -> None:
        """Read in a moment, once for everything that changes until then."""
        if not self._rest.isActive():
            self._rest.start()

    def read(self) -> None:
        """Read now, or once more when what is being read has come."""
        self._rest.stop()
        if self._task.is_running():
            self._again = True
            return
        self._task.start(self._job(), finished=self.came, refused=self._on_refused, ended=self._on_ended)

    def _on_refused(self, trouble: Trouble) -> None:
        self.troubled.emit(trouble.sentence)

    def _on_ended(self) -> None:
        if self._again:
            self._again = False
            self.read()
        else:
            self.rested.emit()


class PageReader(QObject):
    """Makes the pages of what is looked at; `came` brings the `Look` and its `Preview`, `troubled` a sentence and its field.

    One paper is made at a time: while an arrow is held down, the rows between are passed over.
    """

    came = Signal(object, object)
    troubled = Signal(str, str)

    def __init__(self, desk: Desk, *, pool: Pool | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look: Look | None = None
        self._seen = ""
        self._running: Look | None = None
        self._task = OneTask(self, pool=pool)

    def look_at(self, look: Look, *, seen: str = "") -> None:
        """Make these pages, unless they would say what is shown already (`seen` is the source of that)."""
        self._look, self._seen = look, seen
        if not self._task.is_running():
            self._start()
        elif self._running is not look:
            # The next one begins when this one has ended.
            self._task.cancel()

    def look_at_nothing(self) -> None:
        """Forget what was to be shown."""
        self._look = None
        self._task.cancel()

    def _start(self) -> None:
        look, seen, desk = self._look, self._seen, self._desk
        if look is None:
            return
        file = look.file()
        made, digest = (look.folder / file.name, file.digest) if file else (None, "")
        self._running = look
        self._task.start(
            lambda progress: preview_paper(
                desk, look.kind, look.ask, made=made, digest=digest, seen=seen, progress=progress
            ),
            finished=self._on_came,
            refused=self._on_refused,
            ended=self._on_ended,
        )

    def _on_came(self, preview: Preview) -> None:
        if self._running is self._look:
            self.came.emit(self._running, preview)

    def _on_refused(self, trouble: Trouble) -> None:
        if self._running is self._look:
            self.troubled.emit(trouble.sentence, trouble.field if isinstance(trouble, Refusal) else "")

    def _on_ended(self) -> None:
        done, self._running = self._running, None
        if self._look is not None and self._look is not done:
            self._start()
