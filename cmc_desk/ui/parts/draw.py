"""Boxes, lines and text as every part draws them: one-pixel lines on the pixel, long text elided."""

from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QPen

from cmc_desk.ui.palette import colour
from cmc_desk.ui.theme import font

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignCenter


def box(
    painter: QPainter,
    rect: QRect | QRectF,
    *,
    fill: str = "",
    edge: str = "",
    radius: float = 4,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """Draw a rounded box with its edge wholly inside `rect`; an empty name leaves fill or edge away."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    outer = QRectF(rect)
    if edge:
        outer.adjust(width / 2, width / 2, -width / 2, -width / 2)
        pen = QPen(colour(edge), width)
        if dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(outer, radius, radius)
    painter.restore()


def fill(painter: QPainter, rect: QRect | QRectF, tone: str) -> None:
    """Fill a rectangle."""
    painter.fillRect(QRectF(rect), colour(tone))


def text(
    painter: QPainter,
    rect: QRect | QRectF,
    words: str,
    *,
    size: int = 14,
    bold: bool = False,
    tone: str = "ink",
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Draw one line of text inside `rect`, elided at its end when it does not fit."""
    face = font(size, bold=bold)
    painter.setFont(face)
    painter.setPen(colour(tone))
    area = QRectF(rect)
    shown = elided(words, face, area.width())
    x = area.x()
    # Most text stands at the left, and a sum of flags costs as much as a letter.
    if align is not LEFT and align & (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignHCenter):
        left_over = area.width() - text_width(shown, face)
        x += left_over if align & Qt.AlignmentFlag.AlignRight else left_over / 2
    painter.drawText(QPointF(x, baseline(area, face)), shown)


def baseline(area: QRectF, face: QFont) -> float:
    """Return where a line of text stands so that it is in the middle of `area`; half a pixel more goes beneath it."""
    ascent, descent = _reach(face.pixelSize(), bold=face.bold())
    return area.y() + (area.height() - ascent - descent) // 2 + ascent


def elided(words: str, face: QFont, width: float) -> str:
    """Return `words` cut with an ellipsis so that they fit into `width` px."""
    # A float's last bit must not cost a letter: sizeHint and paintEvent round differently.
    return (
        words
        if text_width(words, face) <= width + 0.5
        else _elided(words, face.pixelSize(), int(width), bold=face.bold())
    )


def elided_middle(words: str, face: QFont, width: float) -> str:
    """Return `words` with an ellipsis in the middle so that they fit: of a name and of a path the end says as much as the beginning."""
    if text_width(words, face) <= width + 0.5:
        return words
    return QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideMiddle, int(width))


def text_width(words: str, face: QFont) -> float:
    """Return the width in px of a line of text in a face of `theme.font`."""
    return _width(words, face.pixelSize(), bold=face.bold())


# The same names, states and key caps are measured at every paint: for a list that is a quarter of its time.
@lru_cache(maxsize=4096)
def _width(words: str, size: int, *, bold: bool) -> float:
    return QFontMetricsF(font(size, bold=bold)).horizontalAdvance(words)


@lru_cache(maxsize=4096)
def _elided(words: str, size: int, width: int, *, bold: bool) -> str:
    return QFontMetrics(font(size, bold=bold)).elidedText(words, Qt.TextElideMode.ElideRight, width)


@cache
def _reach(size: int, *, bold: bool) -> tuple[int, int]:
    """Return how far a face of `theme.font` reaches above its baseline and beneath it, in whole px."""
    metrics = QFontMetricsF(font(size, bold=bold))
    return round(metrics.ascent()), round(metrics.descent())


def across(painter: QPainter, left: float, right: float, y: float, tone: str = "line") -> None:
    """Draw a horizontal line of one px whose upper edge is at `y`."""
    painter.fillRect(QRectF(left, y, right - left, 1), colour(tone))


def down(painter: QPainter, x: float, top: float, bottom: float, tone: str = "line") -> None:
    """Draw a vertical line of one px whose left edge is at `x`."""
    painter.fillRect(QRectF(x, top, 1, bottom - top), colour(tone))


def dashes(painter: QPainter, start: QPointF, end: QPointF, tone: str, *, on: float = 4, off: float = 4) -> None:
    """Draw a dashed line of one px."""
    painter.save()
    pen = QPen(colour(tone), 1)
    pen.setDashPattern([on, off])
    painter.setPen(pen)
    painter.drawLine(start, end)
    painter.restore()
