"""What is printed on a PDF, read back with other libraries: words where they stand, and the codes of every page."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pypdfium2
import zxingcpp
from pypdf import PdfReader

POINTS_AN_INCH = 72
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


@dataclass(frozen=True, slots=True)
class Word:
    """Words that were written in one go: page from 1, left end of the baseline in points from the lower left, letter size."""

    page: int
    x: float
    y: float
    size: float
    text: str
    turned: bool = False


def words_on(data: bytes) -> tuple[Word, ...]:
    """Return everything that is written, in the order in which it was; `turned` stands on its head."""
    found: list[Word] = []
    for number, page in enumerate(PdfReader(io.BytesIO(data)).pages, start=1):
        page.extract_text(visitor_text=_collector(found, number))
    return tuple(found)


def texts_on(data: bytes, page: int) -> list[str]:
    """Return what is written on one page, from 1."""
    return [word.text for word in words_on(data) if word.page == page]


def page_count(data: bytes) -> int:
    """Return how many pages there are."""
    return len(PdfReader(io.BytesIO(data)).pages)


def page_sizes(data: bytes) -> set[tuple[int, int]]:
    """Return the sizes of the pages in whole millimetres."""
    return {
        (round(float(page.mediabox.width) / 72 * 25.4), round(float(page.mediabox.height) / 72 * 25.4))
        for page in PdfReader(io.BytesIO(data)).pages
    }


def codes_on(data: bytes, *, dpi: int = 150) -> list[list[str]]:
    """Return the QR codes of each page as a scanner reads them from a copy of `dpi`."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [_codes(page.render(scale=dpi / POINTS_AN_INCH, grayscale=True).to_pil()) for page in document]
    finally:
        document.close()


def _codes(picture: Any) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(picture, formats=_QR)]


def _collector(found: list[Word], page: int) -> Callable[..., None]:
    def collect(text: str, user: list[float], matrix: list[float], _font: Any, size: float) -> None:
        if not text.strip():
            return
        x = user[0] * matrix[4] + user[2] * matrix[5] + user[4]
        y = user[1] * matrix[4] + user[3] * matrix[5] + user[5]
        found.append(Word(page, round(x, 1), round(y, 1), round(size, 1), text.strip("\n"), turned=user[0] < 0))

    return collect
