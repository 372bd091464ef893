"""The shapes of a state, drawn so that they read in grey and at 12 px."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


def paint_shape(painter: QPainter, box: QRectF, name: str, fill: QColor, ground: QColor) -> None:
    """Draw the shape `name` (a key of SHAPES) into the square `box`; its inner sign has the colour of the `ground`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(box.width(), box.height())
    painter.translate(box.center().x() - side / 2, box.center().y() - side / 2)
    painter.scale(side / 24, side / 24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    SHAPES[name](painter, fill, ground)
    painter.restore()


def _sign(painter: QPainter, colour: QColor, width: float = 2.8) -> None:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _disc_check(painter: QPainter, _fill: QColor, ground: QColor) -> None:
    painter.drawEllipse(QPointF(12, 12), 11, 11)
    _sign(painter, ground)
    painter.drawPolyline(QPolygonF([QPointF(7, 12.4), QPointF(10.6, 16), QPointF(17, 8.8)]))


def _disc_minus(painter: QPainter, _fill: QColor, ground: QColor) -> None:
    painter.drawEllipse(QPointF(12, 12), 11, 11)
    _sign(painter, ground)
    painter.drawLine(QPointF(7.5, 12), QPointF(16.5, 12))


def _disc_question(painter: QPainter, _fill: QColor, ground: QColor) -> None:
    painter.drawEllipse(QPointF(12, 12), 11, 11)
    _sign(painter, ground, 2.6)
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(8.6, 9.2),
                QPointF(10, 6.9),
                QPointF(13.4, 6.7),
                QPointF(15.2, 9.0),
                QPointF(12, 12.6),
                QPointF(12, 14),
            ]
        )
    )
    painter.drawPoint(QPointF(12, 17.9))


def _triangle(painter: QPainter, fill: QColor, ground: QColor) -> None:
    pen = QPen(fill, 2.4)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolygon(QPolygonF([QPointF(12, 3), QPointF(22.4, 21), QPointF(1.6, 21)]))
    _sign(painter, ground)
    painter.drawLine(QPointF(12, 9.4), QPointF(12, 14))
    painter.drawPoint(QPointF(12, 18))


def _octagon(painter: QPainter, _fill: QColor, ground: QColor) -> None:
    corner = 22 * 0.2929
    low, high = 1 + corner, 23 - corner
    points = [(low, 1), (high, 1), (23, low), (23, high), (high, 23), (low, 23), (1, high), (1, low)]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    _sign(painter, ground)
    painter.drawLine(QPointF(8, 8), QPointF(16, 16))
    painter.drawLine(QPointF(16, 8), QPointF(8, 16))


def _ring(painter: QPainter, fill: QColor, _ground: QColor) -> None:
    _sign(painter, fill, 2.4)
    painter.drawEllipse(QPointF(12, 12), 9, 9)


def _half_disc(painter: QPainter, fill: QColor, _ground: QColor) -> None:
    painter.drawPie(QRectF(2, 2, 20, 20), -90 * 16, 180 * 16)
    _sign(painter, fill, 2.4)
    painter.drawEllipse(QPointF(12, 12), 10, 10)


def _square_plus(painter: QPainter, _fill: QColor, ground: QColor) -> None:
    painter.drawRoundedRect(QRectF(1, 1, 22, 22), 2, 2)
    _sign(painter, ground)
    painter.drawLine(QPointF(12, 7), QPointF(12, 17))
    painter.drawLine(QPointF(7, 12), QPointF(17, 12))


SHAPES: dict[str, Callable[[QPainter, QColor, QColor], None]] = {
    "disc-check": _disc_check,
    "disc-minus": _disc_minus,
    "disc-question": _disc_question,
    "triangle": _triangle,
    "octagon": _octagon,
    "ring": _ring,
    "half-disc": _half_disc,
    "square-plus": _square_plus,
}
