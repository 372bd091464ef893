"""A ground in a colour of the palette, parted from its neighbours by one-pixel lines."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cmc_desk.ui.parts import draw


class Pane(QWidget):
    """What a page is divided into; `lines` names the sides that carry a line (any of l, t, r, b)."""

    def __init__(
        self, ground: str = "panel", *, lines: str = "", line_tone: str = "line", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self._lines = lines
        self._line_tone = line_tone

    def set_ground(self, ground: str) -> None:
        """Fill the pane with another colour."""
        self._ground = ground
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.fill(painter, self.rect(), self._ground)
        width, height = self.width(), self.height()
        if "t" in self._lines:
            draw.across(painter, 0, width, 0, self._line_tone)
        if "b" in self._lines:
            draw.across(painter, 0, width, height - 1, self._line_tone)
        if "l" in self._lines:
            draw.down(painter, 0, 0, height, self._line_tone)
        if "r" in self._lines:
            draw.down(painter, width - 1, 0, height, self._line_tone)
        painter.end()


class Rule(QWidget):
    """A line of one pixel between two things, lying or standing."""

    def __init__(self, *, standing: bool = False, tone: str = "line", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        if standing:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.fill(painter, self.rect(), self._tone)
        painter.end()
