"""Small PDF files with pages that can be told from one another."""

import io

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

# A square of 100 points in the upper left corner of the page, in a colour of its own on every page.
COLOURS = ((1.0, 0.0, 0.0), (0.0, 0.5, 0.0), (0.0, 0.0, 1.0), (0.5, 0.5, 0.0), (0.5, 0.0, 0.5))


def pdf(pages: int, *, wide: frozenset[int] = frozenset()) -> bytes:
    """Return a PDF of so many pages of A4; those in `wide` (from 0) lie on their long side."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    for page in range(pages):
        canvas.setPageSize(landscape(A4) if page in wide else A4)
        canvas.setFillColorRGB(*COLOURS[page % len(COLOURS)])
        canvas.rect(0, (A4[0] if page in wide else A4[1]) - 100, 100, 100, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()
