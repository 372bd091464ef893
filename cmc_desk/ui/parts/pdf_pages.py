"""The pages of a PDF as pictures, made by PDFium in any thread but the window's, one call at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QImage

from cmc_desk.i18n import gettext as _
from cmc_desk.reports.pdfium import POINTS_PER_INCH, NoPdf, opened, page_of
from cmc_desk.rules.refusal import Unavailable

_WHITE = b"\xff"
# Rows of a picture that are drawn at once for a printer: at 600 dpi about six megabytes.
BAND = 256


@dataclass(frozen=True, slots=True)
class PageSize:
    """How large a page is, in points."""

    width: float
    height: float

    @property
    def wide(self) -> bool:
        """Whether the page lies on its long side."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Band:
    """A part of a page across its whole width: where it begins from the top, in pixels, and its picture (None: white)."""

    top: int
    image: QImage | None


def page_sizes(content: bytes) -> tuple[PageSize, ...]:
    """Return the size of every page.

    Raises Unavailable if `content` is no PDF.
    """
    with _opened(content) as document:
        return tuple(PageSize(*document.get_page_size(number)) for number in range(len(document)))


def page_image(content: bytes, page: int, *, width: int) -> QImage:
    """Return a page (from 0) as a picture `width` pixels wide.

    Raises Unavailable if `content` is no PDF.
    """
    with _opened(content) as document, page_of(document, page) as drawn:
        return _drawn(drawn, scale=width / drawn.get_width()).image()


def page_bands(content: bytes, page: int, *, dpi: float) -> Iterator[Band]:
    """Return a page (from 0) in parts from top to bottom, so that a printer of many dots needs little memory.

    Between two parts the lock is free, so that a page on the screen need not wait for a page on paper. Raises Unavailable
    if `content` is no PDF.
    """
    scale = dpi / POINTS_PER_INCH
    height = round(page_sizes(content)[page].height * scale)
    for top in range(0, height, BAND):
        with _opened(content) as document, page_of(document, page) as drawn:
            below = max(0.0, drawn.get_height() - (top + BAND) / scale)
            pixels = _drawn(drawn, scale=scale, crop=(0, below, 0, top / scale))
        # Most of a page is white, and what is white need not be sent to a printer.
        yield Band(top, pixels.image() if pixels.content.strip(_WHITE) else None)


@contextmanager
def _opened(content: bytes) -> Iterator[Any]:
    try:
        with opened(content) as document:
            yield document
    except NoPdf as error:
        raise Unavailable(_("The pages cannot be shown: the file is damaged or no PDF. Make it again.")) from error


@dataclass(frozen=True, slots=True)
class _Pixels:
    """What PDFium has drawn: four bytes a pixel, blue first."""

    content: bytes
    width: int
    height: int
    stride: int

    def image(self) -> QImage:
        # The copy is Qt's own: the bytes end with this call.
        return QImage(self.content, self.width, self.height, self.stride, QImage.Format.Format_RGB32).copy()


def _drawn(page: Any, *, scale: float, crop: tuple[float, float, float, float] = (0, 0, 0, 0)) -> _Pixels:
    bitmap = page.render(scale=scale, crop=crop, prefer_bgrx=True)
    try:
        return _Pixels(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
    finally:
        bitmap.close()
