"""How many of each state: a shape, a figure and a word for each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import font

_SIZE, _SHAPE, _GAP, _BETWEEN = 12, 13, 4, 14


@dataclass(frozen=True, slots=True)
class StateCount:
    """So many in a state, with its shape and its colour."""

    words: str
    shape: str
    tone: str


class StateCounts(QWidget):
    """Stands in the head of a pane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[StateCount, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_counts(self, counts: Sequence[StateCount]) -> None:
        """Show these counts."""
        self._counts = tuple(counts)
        self.setAccessibleName(", ".join(count.words for count in self._counts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = sum(_SHAPE + _GAP + draw.text_width(one.words, font(_SIZE)) + _BETWEEN for one in self._counts)
        return QSize(int(max(0.0, wide - _BETWEEN)) + 2, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        x = 0.0
        for one in self._counts:
            icons.paint(painter, QRectF(x, 3.5, _SHAPE, _SHAPE), one.shape, one.tone)
            x += _SHAPE + _GAP
            wide = draw.text_width(one.words, font(_SIZE))
            draw.text(painter, QRectF(x, 0, wide + 1, 20), one.words, size=_SIZE, tone="slate")
            x += wide + _BETWEEN
        painter.end()
