"""Which printers there are, which one papers are printed on, and printing on it beside the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui import settings
from cmc_desk.ui.one_task import OneTask, Trouble
from cmc_desk.ui.parts.printing import KnownPrinter, Printer, known_printers, system_printer
from cmc_desk.ui.task import Pool, Progress


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
        self.known: tuple[KnownPrinter, ...] = ()
        # A test prints into a file.
        self.list_printers: Callable[[], tuple[KnownPrinter, ...]] = known_printers
        self.printer: Callable[[str], Printer] = system_printer
        self._chosen = settings.papers_printer()
        self._title = ""
        self._listing = OneTask(self, pool=pool)
        self._task = OneTask(self, pool=pool)

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
        list_printers = self.list_printers
        if not self._listing.is_running():
            self._listing.start(lambda _progress: list_printers(), finished=self._on_listed)

    def is_running(self) -> bool:
        """Say whether something is being printed."""
        return self._task.is_running()

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

        self._title = title
        self._task.start(
            work,
            progressed=self._on_progressed,
            finished=self._on_printed,
            refused=self._on_refused,
            cancelled=self.cancelled,
            ended=self.ended,
            begun=lambda: self._on_progressed(0, 1),
        )

    def cancel(self) -> None:
        """Take the job back at its next page."""
        self._task.cancel()

    def _on_listed(self, found: tuple[KnownPrinter, ...]) -> None:
        self.known = found
        self.listed.emit()

    def _on_progressed(self, done: int, whole: int) -> None:
        if whole:
            self.progressed.emit(self._title, done, whole)

    def _on_printed(self, pages: int) -> None:
        self.printed.emit(self._title, self.chosen(), pages)

    def _on_refused(self, trouble: Trouble) -> None:
        self.troubled.emit(trouble.sentence)
        self.look_for_printers()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unavailable(
            _("{path} cannot be read ({reason}): make the paper again.").format(
                path=path, reason=error.strerror or str(error)
            )
        ) from error
