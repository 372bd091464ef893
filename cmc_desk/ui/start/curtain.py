"""What is painted first: the frame of the first window, with the one thing that is being done; it needs next to nothing loaded."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.palette import colour
from cmc_desk.ui.theme import font

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
        whole, band = self.rect(), QRect(0, 0, self.width(), _BAND)
        painter.fillRect(whole, colour("panel"))
        painter.fillRect(band, colour("rail"))
        painter.setFont(font(14, bold=True))
        painter.setPen(colour("railOnInk"))
        painter.drawText(band.adjusted(24, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, "CMC Desk")
        painter.setFont(font(14))
        painter.setPen(colour("railInk"))
        tagline = _("runs a meeting from this laptop, without a network")
        painter.drawText(band.adjusted(110, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, tagline)
        painter.setFont(font(18))
        painter.setPen(colour("slate"))
        painter.drawText(whole.adjusted(0, _BAND, 0, 0), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
        if not self._painted:
            self._painted = True
            self.first_painted.emit()
