"""Whether everything is on the disk, and how old the newest copy is."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import font

SafetyLevel = Literal["leaf", "amber", "coral"]
# shape, its colour, the colour of the first line, the colour of the second
_LOOKS: dict[SafetyLevel, tuple[str, str, str, str]] = {
    "leaf": ("disc-check", "leaf", "ink", "slate"),
    "amber": ("triangle", "amber", "ink", "amberInk"),
    "coral": ("octagon", "coral", "coral", "coral"),
}


class SafetyLight(QWidget):
    """The one light of the program: shape, what is saved, what is copied."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level: SafetyLevel = "leaf"
        self._saved, self._copy = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_state(self, saved_text: str, copy_text: str, level: SafetyLevel) -> None:
        """Show `Saved 08:52:14` and `Copy 12 s ago`; amber is late, coral is not saved."""
        if (saved_text, copy_text, level) == (self._saved, self._copy, self._level):
            return
        wide = self.sizeHint().width()
        self._level, self._saved, self._copy = level, saved_text, copy_text
        self.setAccessibleName(", ".join(part for part in (saved_text, copy_text) if part))
        if self.sizeHint().width() != wide:
            # The age of the copy changes every second: the bar is not laid out anew for figures of one width.
            self.updateGeometry()
        self.update()

    def level(self) -> SafetyLevel:
        """Return the level that is shown."""
        return self._level

    def sizeHint(self) -> QSize:
        widths = (draw.text_width(self._saved, font(12, bold=True)), draw.text_width(self._copy, font(12)))
        return QSize(26 + int(max(widths)) + 2, 36)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shape, tone, first, second = _LOOKS[self._level]
        middle = self.height() // 2
        icons.paint(painter, QRectF(0, middle - 9, 18, 18), shape, tone)
        wide = self.width() - 26
        draw.text(painter, QRectF(26, middle - 16, wide, 16), self._saved, size=12, bold=True, tone=first)
        draw.text(painter, QRectF(26, middle, wide, 16), self._copy, size=12, tone=second)
        painter.end()
