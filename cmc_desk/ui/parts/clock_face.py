"""The time of the meeting, large, with small seconds and the name of its zone."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.ui.palette import colour
from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import font

_BIG, _SMALL = 24, 15


class ClockFace(QWidget):
    """Shows what it is told; it does not ask the time."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time, self._seconds, self._zone = "00:00", "00", ""
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_time(self, time: str, seconds: str, zone: str) -> None:
        """Show `08:52`, `19` and `Kingston time`."""
        if (time, seconds, zone) == (self._time, self._seconds, self._zone):
            return
        if zone != self._zone:
            self._zone = zone
            self.updateGeometry()
        self._time, self._seconds = time, seconds
        # A screen reader is not told every second: the name holds the minute.
        self.setAccessibleName(f"{time} {zone}")
        self.update()

    def sizeHint(self) -> QSize:
        figures = draw.text_width("00:00", font(_BIG, bold=True)) + draw.text_width(":00", font(_SMALL))
        return QSize(int(max(figures, draw.text_width(self._zone, font(11)))) + 2, 48)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        big, small = font(_BIG, bold=True), font(_SMALL)
        words = f":{self._seconds}"
        x = self.width() - draw.text_width(self._time, big) - draw.text_width(words, small)
        baseline = round(15 + QFontMetricsF(big).capHeight() / 2)
        painter.setFont(big)
        painter.setPen(colour("ink"))
        painter.drawText(round(x), baseline, self._time)
        painter.setFont(small)
        painter.setPen(colour("slate"))
        painter.drawText(round(x + draw.text_width(self._time, big)), baseline, words)
        draw.text(painter, QRectF(0, 31, self.width(), 16), self._zone, size=11, tone="slate", align=draw.RIGHT)
        painter.end()
