"""A filter of the wall: an icon, a word and how many seats it shows."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cmc_desk.ui import icons
from cmc_desk.ui.focus_ring import ringed
from cmc_desk.ui.parts import draw
from cmc_desk.ui.shapes import SHAPES
from cmc_desk.ui.theme import font
from cmc_desk.ui.travel.tiles import SIGN_TONES

HEIGHT = 28
_PAD, _ICON, _GAP, _SIZE = 8, 14, 6, 13


class FilterButton(QAbstractButton):
    """Chosen it is filled; without any seat to show its words are faint. Where there is little room its icon goes first, never its word."""

    def __init__(self, key: str, word: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._word, self._icon, self._count = word, icon, 0
        self._close = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        ringed(self)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show how many seats there are."""
        self._count = count
        self.setText(f"{self._word} {count}".replace("&", "&&"))
        self.setAccessibleName(f"{self._word} {count}")
        self.updateGeometry()
        self.update()

    def set_close(self, *, on: bool) -> None:
        """Leave the icon away, or show it again."""
        if on != self._close:
            self._close = on
            self.updateGeometry()
            self.update()

    def wide(self, *, close: bool) -> int:
        """Return how wide it is with its icon, or without."""
        wide = draw.text_width(self._word, font(_SIZE, bold=True)) + draw.text_width(
            str(self._count), font(_SIZE, bold=True)
        )
        return int(wide + 5 + 2 * _PAD + (_ICON + _GAP if self._icon and not close else 0)) + 1

    def sizeHint(self) -> QSize:
        return QSize(self.wide(close=self._close), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 64), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isChecked()
        ground = "lagoon" if on else "lagoon2" if self.underMouse() else "panel"
        tone = "sea" if on else "ink" if self._count else "faint"
        draw.box(painter, self.rect(), fill=ground, edge="sea" if on else "edge" if self._count else "line")
        x = float(_PAD)
        if self._icon and not self._close:
            shape = self._icon in SHAPES
            icon_tone = SIGN_TONES.get(self._icon, tone) if self._count else "faint"
            box = QRectF(x, (HEIGHT - _ICON) / 2, _ICON, _ICON)
            icons.paint(painter, box, self._icon, icon_tone if shape else tone, ground=ground)
            x += _ICON + _GAP
        number = str(self._count)
        wide = draw.text_width(number, font(_SIZE, bold=True))
        room = QRectF(x, 0, self.width() - x - _PAD - wide - 5, HEIGHT)
        draw.text(painter, room, self._word, size=_SIZE, bold=on, tone=tone)
        x += min(room.width(), draw.text_width(self._word, font(_SIZE, bold=on))) + 5
        draw.text(painter, QRectF(x, 0, wide + 2, HEIGHT), number, size=_SIZE, bold=True, tone=tone)
        painter.end()
