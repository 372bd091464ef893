"""F1: the keys of this page."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.keycap import cap_width, paint_cap
from cmc_desk.ui.parts.overlay import Overlay
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.theme import font

_LEAST, _BESIDE, _BETWEEN = 760, 16, 32
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class KeysOverlay(Overlay):
    """Lists (key, what it does) in two columns, as wide as the longest line needs; F1, Esc or Enter closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=_LEAST, toggled_by="F1")
        self._head = PaneHead(right=_("Esc closes"), parent=self.panel)
        self._grid_holder = QWidget(self.panel)
        self._grid = QGridLayout(self._grid_holder)
        self._grid.setContentsMargins(_BESIDE, 12, _BESIDE, 16)
        self._grid.setHorizontalSpacing(_BETWEEN)
        self._grid.setVerticalSpacing(0)
        self.body.addWidget(self._head)
        self.body.addWidget(self._grid_holder)
        self._lines: list[_KeyLine] = []

    def set_keys(self, title: str, keys: Sequence[tuple[str, str]]) -> None:
        """Say what the keys of the page `title` are; each key stands as its cap shows it."""
        self._head.say(title, "", _("Esc closes"))
        self.setAccessibleName(title + ". " + ". ".join(f"{key}: {words}" for key, words in keys))
        for line in self._lines:
            self._grid.removeWidget(line)
            line.deleteLater()
        half = (len(keys) + 1) // 2
        self._lines = [_KeyLine(key, words, self._grid_holder) for key, words in keys]
        for place, line in enumerate(self._lines):
            self._grid.addWidget(line, place % half, place // half)
        widest = max((line.sizeHint().width() for line in self._lines), default=0)
        self.set_width(max(_LEAST, 2 * (widest + _BESIDE) + _BETWEEN + 2))

    def closes(self, event: QKeyEvent) -> bool:
        return event.key() in _ENTER or super().closes(event)


class _KeyLine(QWidget):
    """A key and what it does."""

    def __init__(self, key: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._key, self._words = key, words
        self.setAccessibleName(f"{key}: {words}")

    def _beside(self) -> float:
        """Return where the words begin."""
        return max(124.0, cap_width(self._key) + 12)

    def sizeHint(self) -> QSize:
        return QSize(int(self._beside() + draw.text_width(self._words, font(14))) + 2, 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.height() / 2
        left = self._beside()
        paint_cap(painter, 0, middle, self._key)
        draw.text(painter, QRectF(left, 0, self.width() - left, self.height()), self._words)
        draw.across(painter, 0, self.width(), self.height() - 1)
        painter.end()
