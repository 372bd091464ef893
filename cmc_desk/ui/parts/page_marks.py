"""Places of a page that somebody should look at before it is printed, framed over its picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from cmc_desk.ui.palette import on_paper
from cmc_desk.ui.parts.pdf_pages import PageSize
from cmc_desk.ui.shapes import paint_shape

_SIGN = 14
_FRAME = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in points from the upper left corner of a page, what is to be said of it, and the colour and shape that say it.

    Without a shape it is only framed, such as the badge of the chosen person.
    """

    x: float
    y: float
    width: float
    height: float
    words: str
    tone: str = "amber"
    shape: str = "triangle"


def paint_marks(painter: QPainter, sheet: QRectF, size: PageSize, marks: Sequence[Mark]) -> None:
    """Frame the marks of a page that is painted into `sheet`."""
    scale = sheet.width() / size.width
    for mark in marks:
        place = QRectF(mark.x * scale, mark.y * scale, mark.width * scale, mark.height * scale)
        place.translate(sheet.topLeft())
        tone = on_paper(mark.tone)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tone, _FRAME))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(_FRAME / 2, _FRAME / 2, -_FRAME / 2, -_FRAME / 2), 3, 3)
        painter.restore()
        if mark.shape:
            sign = QRectF(place.right() - _SIGN / 2, place.top() - _SIGN / 2, _SIGN, _SIGN)
            paint_shape(painter, sign, mark.shape, tone, on_paper("white"))


def mark_at(marks: Sequence[Mark], point: QPointF) -> Mark | None:
    """Return the mark at a place of the page, in points from its upper left corner."""
    return next(
        (one for one in reversed(marks) if QRectF(one.x, one.y, one.width, one.height).contains(point)),
        None,
    )
