"""Places of a page that somebody should look at before it is printed, framed over its picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.pdf_pages import PageSize

_SIGN = 14


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
        draw.box(painter, place, edge=mark.tone, radius=3, width=2)
        if not mark.shape:
            continue
        sign = QRectF(place.right() - _SIGN / 2, place.top() - _SIGN / 2, _SIGN, _SIGN)
        # Paper is white in both schemes.
        icons.paint(painter, sign, mark.shape, mark.tone, ground="white")


def mark_at(marks: Sequence[Mark], point: QPointF) -> Mark | None:
    """Return the mark at a place of the page, in points from its upper left corner."""
    return next(
        (one for one in reversed(marks) if QRectF(one.x, one.y, one.width, one.height).contains(point)),
        None,
    )
