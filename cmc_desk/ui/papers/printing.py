"""Which printers there are, which one papers are printed on, and printing on it beside the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui import settings
from cmc_desk.ui.parts.printing import KnownPrinter, Printer, known_printers, system_printer
from cmc_desk.ui.task import Pool, Progress, Task


class Printing(QObject):
    """`listed` says that the printers are known, `printed` (title, printer, pages) that one took everything.

    `troubled` says in a sentence why not, `cancelled` that somebody stopped it; `ended` comes after each.
    """

    listed = Signal()
    progressed = Signal(str, int, int)
    printed = Signal(str, str, int)
    troubled = Signal(str)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, *, pool: Pool | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self.known: tuple[KnownPrinter, ...] = ()
        # A test prints into a file.
        self.list_printers: Callable[[], tuple[KnownPrinter, ...]] = known_printers
        self.printer: Callable[[str], Printer] = system_printer
        self._chosen = settings.papers_printer()
        self._title = ""
        self._listing: Task[tuple[KnownPrinter, ...]] | None = None
        self._task: Task[int] | None = None

    def chosen(self) -> str:
        """Return the name of the printer that is used: the one of last time, else the usual one of the computer."""
        names = [one.name for one in self.known]
        return self._chosen if self._chosen in names else names[0] if names else ""

    def choose(self, name: str) -> None:
        """Use this printer from now on."""
        self._chosen = name
        settings.set_papers_printer(name)

    def look_for_printers(self) -> None:
        """Ask the system which printers there are."""
        if self._listing is not None:
            return
        list_printers = self.list_printers
        task = Task(lambda _progress: list_printers(), pool=self._pool)
        task.finished.connect(self._on_listed)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_listing_ended)
        self._listing = task
        task.start()

    def is_running(self) -> bool:
        """Say whether something is being printed."""
        return self._task is not None

    def ready(self) -> bool:
        """Say whether there is a printer; if there is none that is said, and looked for anew."""
        if self.chosen():
            return True
        self.look_for_printers()
        self.troubled.emit(_("No printer is known to this computer: switch one on and print again."))
        return False

    def start(self, content: bytes | Path, title: str) -> None:
        """Print the pages of a PDF, or of the file in which it lies; there is a printer, and nothing is being printed."""
        printer = self.printer(self.chosen())

        def work(progress: Progress) -> int:
            pages = content if isinstance(content, bytes) else _read(content)
            return printer.print_pages(pages, title=title, progress=progress)

        task = Task(work, pool=self._pool)
        task.progressed.connect(self._on_progressed)
        task.finished.connect(self._on_printed)
        task.refused.connect(self._on_refused)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self.cancelled)
        task.ended.connect(self._on_ended)
        self._task, self._title = task, title
        self.progressed.emit(title, 0, 1)
        task.start()

    def cancel(self) -> None:
        """Take the job back at its next page."""
        if self._task is not None:
            self._task.cancel()

    def _on_listed(self, found: object) -> None:
        if isinstance(found, tuple):
            self.known = found
            self.listed.emit()

    def _on_listing_ended(self) -> None:
        self._listing = None

    def _on_progressed(self, done: object, whole: object) -> None:
        if isinstance(done, int) and isinstance(whole, int) and whole:
            self.progressed.emit(self._title, done, whole)

    def _on_printed(self, pages: object) -> None:
        if isinstance(pages, int):
            self.printed.emit(self._title, self.chosen(), pages)

    def _on_refused(self, trouble: object) -> None:
        if isinstance(trouble, Refusal | Unavailable):
            self.troubled.emit(trouble.sentence)
            self.look_for_printers()

    def _on_failed(self, error: object) -> None:
        if isinstance(error, Exception):
            raise error

    def _on_ended(self) -> None:
        self._task = None
        self.ended.emit()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unavailable(
            _("{path} cannot be read ({reason}): make the paper again.").format(
                path=path, reason=error.strerror or str(error)
            )
        ) from error
