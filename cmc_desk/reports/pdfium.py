"""PDFium, one call at a time: it keeps one state for the whole program, and two calls at once crash it.

Every call goes through one lock, and nothing of PDFium outlives the call that made it, so that the collector never frees a page
while another thread draws one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

_PDFIUM = Lock()
POINTS_PER_INCH = 72.0


class NoPdf(Exception):
    """What was to be opened is damaged or no PDF."""


@contextmanager
def opened(content: bytes) -> Iterator[Any]:
    """Open a PDF and keep everybody else out; raises NoPdf if it is none."""
    import pypdfium2

    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            raise NoPdf from error
        try:
            yield document
        finally:
            document.close()


@contextmanager
def page_of(document: Any, number: int) -> Iterator[Any]:
    """Bring a page (from 0) of an open document."""
    page = document[number]
    try:
        yield page
    finally:
        page.close()
