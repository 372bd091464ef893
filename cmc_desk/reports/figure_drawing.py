"""The charts of a report on paper, in the style of the windows: as lines and letters in a PDF, from which a Word file has its picture."""

from typing import Any

from cmc_desk.reports.page import INKS
from cmc_desk.reports.typesetting import draw_text, elided, text_width
from cmc_desk.rules.figures import Bar, Curve, grid_values
from cmc_desk.rules.report_blocks import Figure

_ROW, _STRONG_ROW, _BAR = 15.0, 19.0, 6.0
_LABEL, _FIGURES = 0.46, 50.0
_CURVE, _LEFT, _RIGHT, _ABOVE, _BELOW = 190.0, 26.0, 16.0, 18.0, 18.0
_SIZE, _SMALL, _LARGE = 8.5, 7.5, 9.5


def figure_height(figure: Figure) -> float:
    """Return how high a figure is, in points."""
    if figure.curve is not None:
        return _CURVE
    return sum(_STRONG_ROW if bar.strong else _ROW for bar in figure.bars)


def draw_figure(canvas: Any, figure: Figure, left: float, top: float, width: float) -> None:
    """Draw a figure with its corner there, in points; it goes down for `figure_height`."""
    if figure.curve is not None:
        _CurveDrawing(canvas, figure.curve, left, top - _CURVE, width).draw()
        return
    for bar in figure.bars:
        height = _STRONG_ROW if bar.strong else _ROW
        top -= height
        _draw_bar(canvas, bar, left, top, width)


def _draw_bar(canvas: Any, bar: Bar, left: float, low: float, width: float) -> None:
    base = low + 4.2
    indent = 0.0 if bar.strong else 9.0
    label = width * _LABEL
    canvas.setFillColor(INKS["ink"])
    words = elided(bar.label, _SIZE, label - indent - 8, bold=bar.strong)
    draw_text(canvas, left + indent, base, words, _SIZE, bold=bar.strong)
    track, middle = width - label - _FIGURES, low + 7.0
    _fill(canvas, "neutralT", left + label, middle - _BAR / 2, track)
    if bar.number and bar.whole:
        filled = max(1.5, track * min(1.0, bar.number / bar.whole))
        _fill(canvas, "sea" if bar.strong else "leaf", left + label, middle - _BAR / 2, filled)
    whole = f" / {bar.whole}"
    right = left + width
    canvas.setFillColor(INKS["slate"])
    draw_text(canvas, right, base, whole, _SIZE, side="right")
    canvas.setFillColor(INKS["ink"])
    draw_text(canvas, right - text_width(whole, _SIZE), base, str(bar.number), _SIZE, bold=True, side="right")


def _fill(canvas: Any, tone: str, left: float, low: float, width: float) -> None:
    canvas.setFillColor(INKS[tone])
    canvas.rect(left, low, width, _BAR, stroke=0, fill=1)


class _CurveDrawing:
    """A curve in a place of a certain size."""

    def __init__(self, canvas: Any, curve: Curve, left: float, low: float, width: float) -> None:
        self._canvas, self._curve = canvas, curve
        self._left, self._right = left + _LEFT, left + width - _RIGHT
        self._floor, self._roof = low + _BELOW, low + _CURVE - _ABOVE

    def draw(self) -> None:
        self._draw_steps()
        self._draw_frame()
        if self._curve.marker is not None:
            self._draw_marker(self._curve.marker.x, self._curve.marker.words)
        if self._curve.points:
            self._draw_last()

    def _at(self, across: float, up: float) -> tuple[float, float]:
        return self._left + across * (self._right - self._left), self._floor + up * (self._roof - self._floor)

    def _line(self, tone: str, *ends: float, dash: tuple[float, ...] = (), width: float = 0.6) -> None:
        self._canvas.setStrokeColor(INKS[tone])
        self._canvas.setLineWidth(width)
        self._canvas.setDash(*([list(dash)] if dash else []))
        self._canvas.line(*ends)
        self._canvas.setDash()

    def _draw_frame(self) -> None:
        canvas, curve = self._canvas, self._curve
        for value in grid_values(curve.top):
            x, y = self._at(0, curve.up(value))
            self._line("line", x, y, self._right, y)
            canvas.setFillColor(INKS["slate"])
            draw_text(canvas, x - 5, y - 2.6, str(value), _SMALL, side="right")
        self._line("edge", self._left, self._floor, self._right, self._floor)
        for tick in curve.ticks:
            x, y = self._at(curve.across(tick.x), 0)
            self._line("edge", x, y, x, y - 3)
            canvas.setFillColor(INKS["slate"])
            draw_text(canvas, x, y - 12, tick.words, _SMALL, side="centre")
        if curve.expected:
            x, y = self._at(0, curve.up(curve.expected))
            self._line("slate", x, y, self._right, y, dash=(4, 3))
            canvas.setFillColor(INKS["slate"])
            draw_text(canvas, x + 3, y + 4, curve.expected_label, _SMALL)

    def _draw_steps(self) -> None:
        corners = [self._at(across, up) for across, up in self._curve.corners()]
        if len(corners) == 1:
            return
        canvas = self._canvas
        area = canvas.beginPath()
        area.moveTo(corners[0][0], self._floor)
        edge = canvas.beginPath()
        edge.moveTo(*corners[0])
        for corner in corners:
            area.lineTo(*corner)
            edge.lineTo(*corner)
        area.lineTo(corners[-1][0], self._floor)
        area.close()
        canvas.setFillColor(INKS["lagoon"])
        canvas.drawPath(area, stroke=0, fill=1)
        canvas.setStrokeColor(INKS["sea"])
        canvas.setLineWidth(1.5)
        canvas.drawPath(edge, stroke=1, fill=0)

    def _draw_marker(self, at: float, words: str) -> None:
        x, y = self._at(self._curve.across(at), 0)
        self._line("slate", x, y, x, self._roof - 6, dash=(1.5, 2))
        before = x + 4 + text_width(words, _SMALL) > self._right
        self._canvas.setFillColor(INKS["ink"])
        draw_text(self._canvas, x - 4 if before else x + 4, y + 6, words, _SMALL, side="right" if before else "left")

    def _draw_last(self) -> None:
        last = self._curve.points[-1]
        x, y = self._at(self._curve.across(last.x), self._curve.up(last.total))
        self._canvas.setFillColor(INKS["sea"])
        self._canvas.circle(x, y, 3, stroke=0, fill=1)
        # The number stands under its point, but never below the floor.
        draw_text(self._canvas, x - 2, max(y - 13, self._floor + 4), str(last.total), _LARGE, bold=True, side="right")
