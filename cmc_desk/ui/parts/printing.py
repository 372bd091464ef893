"""From a PDF to a printer: its pages are drawn by PDFium in the dots of the printer and handed to it, beside the window.

Whatever prints (the papers, the queue of badges) is given a `Printer` and calls `print_pages` inside a `Task`. A printer that is
not there, or goes away in the middle, raises Unavailable with one sentence, and the job is taken back as far as the system allows.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.parts.pdf_pages import PageSize, page_bands, page_sizes

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Progress = Callable[[int, int], None]
# How a sheet that is printed on both sides is turned over: at which edge; empty leaves it to how the printer is set.
Turned = Literal["", "long", "short"]
# More dots than this make no letter and no code better, and take four times as long.
_MOST_DPI = 600
_NO_MARGINS = QMarginsF(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class KnownPrinter:
    """A printer that this computer knows: its name, its words for people, whether it is the usual one and whether it answers."""

    name: str
    words: str
    usual: bool = False
    ready: bool = True


class Printer(Protocol):
    """Whatever takes pages; `name` is what people call it."""

    @property
    def name(self) -> str:
        """What the printer is called."""
        ...

    def print_pages(
        self,
        content: bytes,
        *,
        title: str,
        pages: Sequence[int] = (),
        copies: int = 1,
        turned: Turned = "",
        progress: Progress | None = None,
    ) -> int:
        """Print the `pages` (from 0; none are all) of a PDF as one job called `title`, and return how many pages that were.

        `turned` prints on both sides: the second page on the back of the first.
        `progress(done, whole)` is told of each page and may raise to cancel. Raises Unavailable if the printer is not there,
        goes away or does not take a page; then the job is taken back.
        """
        ...


def known_printers() -> tuple[KnownPrinter, ...]:
    """Return the printers of this computer, the usual one first; where a network sleeps that takes seconds: ask in a Task."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    usual = QPrinterInfo.defaultPrinterName()
    found = [
        KnownPrinter(
            name=info.printerName(),
            words=info.description() or info.printerName(),
            usual=info.printerName() == usual,
            ready=info.state() not in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted),
        )
        for info in QPrinterInfo.availablePrinters()
    ]
    return tuple(sorted(found, key=lambda one: (not one.usual, one.words.casefold())))


def system_printer(name: str) -> Printer:
    """Return the printer that the system calls `name`; whether it is there turns out when it prints."""
    return PagePrinter(name, device=lambda: _system_device(name), there=lambda: _is_there(name))


def file_printer(path: Path) -> Printer:
    """Return a printer that writes what it is given into the PDF `path`."""
    return PagePrinter(path.name, device=lambda: _file_device(path), there=path.parent.is_dir, take_back=path.unlink)


class PagePrinter:
    """Prints through a device of Qt, made anew for each job; `there` is asked before every page and before the last word."""

    def __init__(
        self,
        name: str,
        *,
        device: Callable[[], "QPrinter"],
        there: Callable[[], bool],
        take_back: Callable[[], None] = lambda: None,
    ) -> None:
        self._name = name
        self._device = device
        self._there = there
        self._take_back = take_back

    @property
    def name(self) -> str:
        """What the printer is called."""
        return self._name

    def print_pages(
        self,
        content: bytes,
        *,
        title: str,
        pages: Sequence[int] = (),
        copies: int = 1,
        turned: Turned = "",
        progress: Progress | None = None,
    ) -> int:
        """Print as `Printer.print_pages` says."""
        sizes = page_sizes(content)
        chosen = tuple(pages) or tuple(range(len(sizes)))
        if not self._there():
            raise _not_found(self._name)
        device = self._device()
        device.setDocName(title)
        device.setFullPage(True)
        device.setCopyCount(copies)
        _turn(device, turned)
        with self._job(device) as painter:
            for done, page in enumerate(chosen):
                if progress is not None:
                    progress(done, len(chosen))
                _choose_sheet(device, sizes[page])
                taken = device.newPage() if done else painter.begin(device)
                if not taken or not self._takes(device):
                    raise _gone(self._name, done, len(chosen))
                self._paint(painter, device, content, page)
            if not self._takes(device) or not painter.end():
                raise _gone(self._name, len(chosen) - 1, len(chosen))
        return len(chosen)

    @contextmanager
    def _job(self, device: "QPrinter") -> Iterator[QPainter]:
        """Give the painter of a job, and take the job back if it does not come to its end."""
        painter = QPainter()
        try:
            yield painter
        except BaseException:
            device.abort()
            if painter.isActive():
                painter.end()
            with suppress(OSError):
                self._take_back()
            raise

    def _takes(self, device: "QPrinter") -> bool:
        from PySide6.QtPrintSupport import QPrinter

        broken = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
        return self._there() and device.printerState() not in broken

    def _paint(self, painter: QPainter, device: "QPrinter", content: bytes, page: int) -> None:
        dots = device.resolution()
        dpi = min(dots, _MOST_DPI)
        scale = dots / dpi
        # A code that a scanner must read is not blurred by a compression that is made for photographs.
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for band in page_bands(content, page, dpi=dpi):
            if band.image is not None:
                place = QRectF(0, band.top * scale, band.image.width() * scale, band.image.height() * scale)
                painter.drawImage(place, band.image)


def _turn(device: "QPrinter", turned: Turned) -> None:
    from PySide6.QtPrintSupport import QPrinter

    if turned:
        modes = {"long": QPrinter.DuplexMode.DuplexLongSide, "short": QPrinter.DuplexMode.DuplexShortSide}
        device.setDuplex(modes[turned])


def _choose_sheet(device: "QPrinter", size: PageSize) -> None:
    narrow, long = sorted((size.width, size.height))
    sheet = QPageSize(QSizeF(narrow, long), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = size.wide
    if sheet.id() == QPageSize.PageSizeId.Custom:
        # A label or card is fed as it is: only a sheet that every printer knows is turned.
        sheet, turned = QPageSize(QSizeF(size.width, size.height), QPageSize.Unit.Point), False
    orientation = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    device.setPageLayout(QPageLayout(sheet, orientation, _NO_MARGINS))


def _is_there(name: str) -> bool:
    from PySide6.QtPrintSupport import QPrinterInfo

    return not QPrinterInfo.printerInfo(name).isNull()


def _system_device(name: str) -> "QPrinter":
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise _not_found(name)
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def _file_device(path: Path) -> "QPrinter":
    from PySide6.QtPrintSupport import QPrinter

    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setResolution(_MOST_DPI // 2)
    device.setOutputFileName(str(path))
    return device


def _not_found(name: str) -> Unavailable:
    return Unavailable(
        _("The printer {name} is not found: switch it on, look at its cable, or choose another.").format(name=name)
    )


def _gone(name: str, done: int, whole: int) -> Unavailable:
    return Unavailable(
        _("The printer {name} went away after page {done} of {whole}: look after it, then print again.").format(
            name=name, done=done, whole=whole
        )
    )
