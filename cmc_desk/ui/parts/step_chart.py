"""A curve that only rises, in steps: who had arrived by when, against how many are expected."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.ui.palette import colour
from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import font

_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 30, 30, 22


@dataclass(frozen=True, slots=True)
class Curve:
    """A curve from `start` to `end` (both in the unit of x, such as minutes of the day).

    `points` are (x, total from there on), rising in x; `ticks` and `marker` are (x, words).
    """

    start: float
    end: float
    points: tuple[tuple[float, int], ...]
    expected: int = 0
    expected_label: str = ""
    ticks: tuple[tuple[float, str], ...] = ()
    marker: tuple[float, str] | None = None


def grid_values(top: int) -> tuple[int, ...]:
    """Return at most three round values, evenly apart, that keep clear of the line at `top`."""
    clear = top * 9 // 10
    unit = 1
    while True:
        for factor in (1, 2, 5):
            step = unit * factor
            if clear // step <= 3:
                return tuple(range(step, clear + 1, step))
        unit *= 10


class StepChart(QWidget):
    """The curve with its last point labelled."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._curve = Curve(0, 1, ())
        self.setMinimumSize(160, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_curve(self._curve)

    def set_curve(self, curve: Curve) -> None:
        """Show this curve."""
        self._curve = curve
        last = curve.points[-1][1] if curve.points else 0
        self.setAccessibleName(f"{self._name}: {last} / {curve.expected}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 240)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_curve(painter, self.size(), self._curve)
        painter.end()


def paint_curve(painter: QPainter, size: QSize, curve: Curve) -> None:
    """Paint a curve from the corner of the painter on, as large as `size`: on a widget, or for a file."""
    _Drawing(curve, size.width(), size.height()).paint(painter)


class _Drawing:
    """A curve in a place of a certain size."""

    def __init__(self, curve: Curve, width: int, height: int) -> None:
        self._curve = curve
        self._width, self._height = width, height

    def paint(self, painter: QPainter) -> None:
        self._paint_frame(painter)
        if self._curve.points:
            self._paint_steps(painter)
        if self._curve.marker is not None:
            self._paint_marker(painter, *self._curve.marker)
        if self._curve.points:
            self._paint_last(painter)

    def _top(self) -> int:
        return max([self._curve.expected, *(total for _x, total in self._curve.points), 1])

    def _at(self, x: float, total: float) -> QPointF:
        curve = self._curve
        wide, high = self._width - _LEFT - _RIGHT, self._height - _TOP - _BOTTOM
        share = (x - curve.start) / (curve.end - curve.start) if curve.end > curve.start else 0.0
        return QPointF(_LEFT + min(1.0, max(0.0, share)) * wide, _TOP + high * (1 - total / self._top()))

    def _paint_frame(self, painter: QPainter) -> None:
        right, floor = self._width - _RIGHT, self._height - _BOTTOM
        for value in grid_values(self._top()):
            y = round(self._at(0, value).y())
            draw.across(painter, _LEFT, right, y)
            draw.text(painter, QRectF(0, y - 8, _LEFT - 8, 16), str(value), size=11, tone="slate", align=draw.RIGHT)
        draw.across(painter, _LEFT, right, floor, "edge")
        for x, words in self._curve.ticks:
            centre = self._at(x, 0).x()
            draw.down(painter, round(centre), floor, floor + 4, "edge")
            draw.text(painter, QRectF(centre - 30, floor + 4, 60, 16), words, size=11, tone="slate", align=draw.MIDDLE)
        if self._curve.expected:
            height = round(self._at(0, self._curve.expected).y()) + 0.5
            draw.dashes(painter, QPointF(_LEFT, height), QPointF(right, height), "slate")
            draw.text(
                painter,
                QRectF(_LEFT + 4, height - 18, right - _LEFT, 16),
                self._curve.expected_label,
                size=11,
                tone="slate",
            )

    def corners(self) -> list[QPointF]:
        corners = [self._at(self._curve.start, 0)]
        for x, total in self._curve.points:
            here = self._at(x, total)
            corners += [QPointF(here.x(), corners[-1].y()), here]
        return corners

    def _paint_steps(self, painter: QPainter) -> None:
        steps = self.corners()
        floor = self._height - _BOTTOM
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("lagoon"))
        painter.drawPolygon(QPolygonF([*steps, QPointF(steps[-1].x(), floor), QPointF(steps[0].x(), floor)]))
        pen = QPen(colour("sea"), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(steps))

    def _paint_marker(self, painter: QPainter, x: float, words: str) -> None:
        floor = self._height - _BOTTOM
        here = round(self._at(x, 0).x()) + 0.5
        draw.dashes(painter, QPointF(here, _TOP + 24), QPointF(here, floor), "slate", on=2, off=3)
        wide = draw.text_width(words, font(11)) + 2
        left = here + 6 if here + 6 + wide < self._width - _RIGHT else here - 6 - wide
        draw.text(painter, QRectF(left, floor - 22, wide, 16), words, size=11)

    def _paint_last(self, painter: QPainter) -> None:
        x, total = self._curve.points[-1]
        here = self._at(x, total)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("sea"))
        painter.drawEllipse(here, 5, 5)
        # The label stands under the point, but never below the floor.
        top = min(here.y() + 9, self._height - _BOTTOM - 18)
        draw.text(painter, QRectF(here.x() - 42, top, 46, 16), str(total), size=13, bold=True, align=draw.RIGHT)
