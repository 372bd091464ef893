"""How many in each stretch of time: bars side by side, the running one strong."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import font

_LABEL = 18


class SlotBars(QWidget):
    """Bars over a base line; `ticks` names some of them by their number from 0."""

    def __init__(self, *, name: str, height: int = 42, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._counts: tuple[int, ...] = ()
        self._ticks: tuple[tuple[int, str], ...] = ()
        self.setFixedHeight(height + 1 + _LABEL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_slots((), ())

    def set_slots(self, counts: Sequence[int], ticks: Sequence[tuple[int, str]]) -> None:
        """Show these counts, oldest first."""
        self._counts, self._ticks = tuple(counts), tuple(ticks)
        self.setAccessibleName(f"{self._name}: {', '.join(map(str, self._counts))}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        floor = self.height() - _LABEL - 1
        draw.across(painter, 0, self.width(), floor, "edge")
        if self._counts:
            step = self.width() / len(self._counts)
            width = max(2, int(step * 0.8))
            most = max(*self._counts, 1)
            for place, count in enumerate(self._counts):
                # One is seen even beside a hundred.
                height = max(3, round(count / most * (floor - 1))) if count else 0
                bar = QRectF(round(place * step) + 1, floor - height, width, height)
                draw.fill(painter, bar, "sea" if place == len(self._counts) - 1 else "seaSoft")
            self._paint_ticks(painter, step, width, floor + 2)
        painter.end()

    def _paint_ticks(self, painter: QPainter, step: float, bar: int, top: float) -> None:
        free = 0.0
        for place, words in self._ticks:
            wide = draw.text_width(words, font(11))
            x = min(max(0.0, place * step + 1 + bar / 2 - wide / 2), self.width() - wide)
            if x >= free:
                draw.text(painter, QRectF(x, top, wide + 2, 16), words, size=11, tone="slate")
                free = x + wide + 6
