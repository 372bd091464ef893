"""A chart of the report as a picture for a Word file, which takes no lines of ours: drawn as in the PDF, and sharp when printed."""

import io

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from cmc_desk.reports.figure_drawing import draw_figure, figure_height
from cmc_desk.reports.pdfium import POINTS_PER_INCH, opened, page_of
from cmc_desk.reports.typesetting import register_fonts
from cmc_desk.rules.report_blocks import Figure

_DPI = 220
# A chart has few tones: with a palette its picture is a third as large.
_TONES = 128


def figure_picture(figure: Figure, width: float) -> bytes:
    """Return a figure as PNG, as wide as `width` points and as high as `figure_height`."""
    register_fonts()
    height = figure_height(figure)
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(width, height), invariant=1)
    draw_figure(canvas, figure, 0, height, width)
    canvas.showPage()
    canvas.save()
    with opened(stream.getvalue()) as document, page_of(document, 0) as page:
        bitmap = page.render(scale=_DPI / POINTS_PER_INCH)
        try:
            picture = bitmap.to_pil().convert("P", palette=Image.Palette.ADAPTIVE, colors=_TONES)
        finally:
            bitmap.close()
    written = io.BytesIO()
    picture.save(written, "PNG", optimize=True, dpi=(_DPI, _DPI))
    return written.getvalue()
