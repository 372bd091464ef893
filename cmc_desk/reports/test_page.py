"""A page to try a printer with: letters of every alphabet of the meeting, a frame to the edge, three greys."""

from datetime import datetime
from gettext import NullTranslations
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from cmc_desk.reports.typesetting import draw_text

_LETTERS = "Aa Áá Çç Éé Ëë Îî Ïï Ññ Óó Öö Ôô Üü ß ¿ ¡ 0123456789"


def render(meeting: str, at: datetime, texts: NullTranslations) -> bytes:
    """Return the page as PDF; `at` is on the clocks of the meeting."""
    _ = texts.gettext
    stream = BytesIO()
    width, height = A4
    page = Canvas(stream, pagesize=A4, invariant=1)
    page.setTitle(_("Test page"))
    # Six millimetres are more than any printer leaves out.
    page.rect(6 * mm, 6 * mm, width - 12 * mm, height - 12 * mm)
    left, y = 24 * mm, height - 40 * mm
    for words, size, bold in (
        (_("Test page"), 28, True),
        (meeting, 14, False),
        (f"{at:%Y-%m-%d %H:%M}", 14, False),
        (_LETTERS, 14, False),
        (_LETTERS, 8, False),
        (_("The frame must be whole on all four sides, and the three fields differ."), 11, False),
    ):
        draw_text(page, left, y, words, size, bold=bold)
        y -= size + 14
    for place, grey in enumerate((0.85, 0.5, 0.0)):
        page.setFillGray(grey)
        page.rect(left + place * 45 * mm, y - 30 * mm, 40 * mm, 25 * mm, fill=1, stroke=1)
    page.showPage()
    page.save()
    return stream.getvalue()
