"""The time that is left, 80 px high: figures of one width, so that nothing moves when they change."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.ui.palette import colour
from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import font

_SIZE, _LONG = 80, 60
HEIGHT = 84


class Countdown(QWidget):
    """Shows what it is told; over time it is coral and says so by its sign."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._words, self._tone = "", "ink"
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def words(self) -> str:
        """Return what is shown."""
        return self._words

    def set_words(self, words: str, *, tone: str = "ink") -> None:
        """Show `21:49`, `+0:24` or `1:05:00`; the same words again cost nothing."""
        if (words, tone) == (self._words, self._tone):
            return
        wider = len(words) != len(self._words)
        self._words, self._tone = words, tone
        # Whoever listens is not told every second.
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(words.rpartition(":")[0] or words)
        if wider:
            self.updateGeometry()
        self.update()

    def _size(self) -> int:
        # An hour and more: one step smaller, so that it stays beside what stands at the right.
        return _LONG if len(self._words) > 5 else _SIZE

    def sizeHint(self) -> QSize:
        # As wide as its widest figures, so that a second moves nothing beside it.
        widest = "".join("0" if sign.isdigit() else sign for sign in self._words)
        return QSize(int(draw.text_width(widest, font(self._size(), bold=True))) + 2, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        face = font(self._size(), bold=True)
        painter.setFont(face)
        painter.setPen(colour(self._tone))
        # Of the height of the letters only: Noto Sans keeps room for marks above and below that figures do not have.
        painter.drawText(QPointF(-3, self.height() / 2 + self._size() * 0.357), self._words)
        painter.end()
