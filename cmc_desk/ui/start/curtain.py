"""What is painted first: the frame of the first window, with the one thing that is being done; it needs next to nothing loaded."""

from functools import cache

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QCloseEvent, QFont, QFontDatabase, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.resource import resource
from cmc_desk.ui.palette import colour

_BAND = 56


class Curtain(QWidget):
    """The window of the start: it paints `words` until `raise_on` gives it something to hold."""

    first_painted = Signal()
    closed = Signal()

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self._words = words
        self._held: QWidget | None = None
        self._painted = False
        self.setWindowTitle("CMC Desk")
        self.setAccessibleName(words)
        self.setMinimumSize(1024, 640)
        self.resize(1366, 768)

    def say(self, words: str) -> None:
        """Paint other words."""
        self._words = words
        self.setAccessibleName(words)
        self.update()

    def raise_on(self, held: QWidget) -> None:
        """Show `held` in the whole of the window from now on."""
        self._held = held
        held.setParent(self)
        held.setGeometry(self.rect())
        held.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._held is not None:
            self._held.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("panel"))
        painter.fillRect(QRect(0, 0, self.width(), _BAND), colour("rail"))
        _write(painter, 24, _BAND // 2, "CMC Desk", tone="railOnInk", bold=True)
        _write(painter, 110, _BAND // 2, _("runs a meeting from this laptop, without a network"), tone="railInk")
        _write(painter, -self.width() // 2, (self.height() + _BAND) // 2, self._words, tone="slate", size=18)
        painter.end()
        if not self._painted:
            self._painted = True
            self.first_painted.emit()


def _write(
    painter: QPainter, x: int, middle: int, words: str, *, tone: str, size: int = 14, bold: bool = False
) -> None:
    """Write words from `x`, or with a negative `x` around it, without the names of `Qt`, which take long to load."""
    face = QFont(_family())
    face.setPixelSize(size)
    face.setBold(bold)
    metrics = QFontMetrics(face)
    left = x if x >= 0 else -x - metrics.horizontalAdvance(words) // 2
    painter.setFont(face)
    painter.setPen(colour(tone))
    painter.drawText(left, middle + (metrics.ascent() - metrics.descent()) // 2, words)


@cache
def _family() -> str:
    # The bold letters come with the theme, after the first paint; until then they are made from these.
    loaded = QFontDatabase.addApplicationFont(str(resource("fonts", "NotoSans-Regular.ttf")))
    return next(iter(QFontDatabase.applicationFontFamilies(loaded)), "")
