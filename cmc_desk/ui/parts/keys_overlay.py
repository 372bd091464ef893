"""F1: the keys of this page."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.keycap import cap_width, paint_cap
from cmc_desk.ui.parts.overlay import Overlay
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.theme import font

_LEAST, _BESIDE, _BETWEEN = 760, 16, 32
# More than this, in two columns, are higher than the window.
_MOST_ROWS = 19
# The other key that opens it.
_ALSO = QKeySequence("Ctrl+/")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class KeysOverlay(Overlay):
    """Lists (key, what it does) in two columns, or in three lower ones where they are many; F1, Esc or Enter closes it."""

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
        many = len(keys) > 2 * _MOST_ROWS
        columns = 3 if many else 2
        rows = max(1, -(-len(keys) // columns))
        self._lines = [_KeyLine(key, words, self._grid_holder, tight=many) for key, words in keys]
        for place, line in enumerate(self._lines):
            self._grid.addWidget(line, place % rows, place // rows)
        widths = [line.sizeHint().width() for line in self._lines]
        # Each column as wide as its own longest line: one long one does not widen all.
        each = [max(widths[first : first + rows], default=0) for first in range(0, len(widths), rows)]
        if not many:
            each = [max(each, default=0)] * columns
        for column, width in enumerate(each):
            self._grid.setColumnMinimumWidth(column, width)
        self.set_width(max(_LEAST, sum(each) + 2 * _BESIDE + (columns - 1) * _BETWEEN + 2))

    def closes(self, event: QKeyEvent) -> bool:
        return event.key() in _ENTER or QKeySequence(event.keyCombination()) == _ALSO or super().closes(event)


class _KeyLine(QWidget):
    """A key and what it does."""

    def __init__(self, key: str, words: str, parent: QWidget, *, tight: bool = False) -> None:
        super().__init__(parent)
        self._key, self._words = key, words
        self._size, self._least, self._height = (13, 92.0, 26) if tight else (14, 124.0, 32)
        self.setAccessibleName(f"{key}: {words}")

    def _beside(self) -> float:
        """Return where the words begin."""
        return max(self._least, cap_width(self._key) + 12)

    def sizeHint(self) -> QSize:
        return QSize(int(self._beside() + draw.text_width(self._words, font(self._size))) + 2, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.height() / 2
        left = self._beside()
        paint_cap(painter, 0, middle, self._key)
        draw.text(painter, QRectF(left, 0, self.width() - left, self.height()), self._words, size=self._size)
        draw.across(painter, 0, self.width(), self.height() - 1)
        painter.end()
