"""Papers read back by other libraries: the words of a PDF with their places, the paragraphs of a Word file."""

import io
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from docx import Document
from pypdf import PdfReader

from cmc_desk.rules.papers import Imprint
from tests.meetings import ZONE

IMPRINT = Imprint(
    meeting="Sample Consultations on Migration",
    subtitle="Preparatory meeting",
    host="Government of Jamaica",
    place_and_dates="Kingston, 5–6 December 2019",
    made_at=datetime(2019, 12, 6, 16, 40, tzinfo=ZONE),
    made_by="T. Sample-Reid · Desk A",
)


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text on a page with the place of its beginning in points from the lower left corner."""

    text: str
    page: int
    x: float
    y: float
    size: float


def pdf_lines(content: bytes) -> list[str]:
    """Return the lines of a PDF in the order in which they were written, each as it was drawn."""
    return [line.strip() for word in pdf_words(content) for line in word.text.splitlines() if line.strip()]


def pdf_words(content: bytes) -> list[Word]:
    """Return every piece of text of a PDF with its place."""
    found: list[Word] = []
    for number, page in enumerate(PdfReader(io.BytesIO(content)).pages):

        def keep(text: str, _cm: Any, tm: Any, _font: Any, size: float, page: int = number) -> None:
            if text.strip():
                found.append(Word(text.strip(), page, tm[4], tm[5], size))

        page.extract_text(visitor_text=keep)
    return found


def page_count(content: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(PdfReader(io.BytesIO(content)).pages)


def word_paragraphs(content: bytes) -> list[tuple[str, str]]:
    """Return style and text of every paragraph of a Word file that has words."""
    return [(one.style.name, one.text) for one in Document(io.BytesIO(content)).paragraphs if one.style and one.text]
