"""A box to tick, with its words."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from cmc_desk.ui.focus_ring import ringed
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.cells import paint_tick
from cmc_desk.ui.theme import font


class Tick(QCheckBox):
    """Behaves like any check box; Space ticks it."""

    def __init__(self, text: str, *, size: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._words = text
        self._size = size
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Words that are too long are cut, and do not push others out of the form.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        ringed(self)

    def set_words(self, text: str) -> None:
        """Show other words."""
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(26 + int(draw.text_width(self._words, font(self._size))) + 1, 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(26, 24)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        return self.rect().contains(pos)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip("" if self.sizeHint().width() <= self.width() else self._words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_tick(painter, QRectF(0, self.height() // 2 - 8, 16, 16), on=self.isChecked(), enabled=self.isEnabled())
        words = QRectF(26, 0, self.width() - 26, self.height())
        draw.text(painter, words, self._words, size=self._size, tone="ink" if self.isEnabled() else "faint")
        painter.end()
