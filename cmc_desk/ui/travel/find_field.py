"""A small field that narrows what is shown beside it; its key is drawn inside while it is empty."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.keycap import cap_width, paint_cap
from cmc_desk.ui.theme import font, hints_shown

KEY = "/"
_HEIGHT = 28
_LEFT = 28


class FindField(QWidget):
    """Esc empties it, and leaves it once it is empty; Enter and the arrow down leave it with what was typed."""

    left = Signal()

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = _Line(self)
        self.edit.keyboard_moved.connect(self.update)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(_("Find"))
        self.edit.left.connect(self.left)
        self.edit.textChanged.connect(self._on_text)
        self.setFocusProxy(self.edit)
        words = draw.text_width(self.edit.placeholderText(), font(13))
        self.setFixedSize(max(96, int(_LEFT + words + 12 + cap_width(KEY) + 8)), _HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT, 1, 6, 1)
        row.addWidget(self.edit)

    def focus(self) -> None:
        """Put the cursor into the field, what stands there chosen."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def _on_text(self, _text: str) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.width(), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.edit.hasFocus()
        draw.box(painter, self.rect(), fill="panel", edge="sea" if on else "edge", width=2 if on else 1)
        icons.paint(painter, QRectF(8, 7, 14, 14), "search", "sea" if on else "slate")
        if not self.edit.text() and not on and hints_shown():
            paint_cap(painter, self.width() - cap_width(KEY) - 8, self.height() / 2, KEY)
        painter.end()


class _Line(QLineEdit):
    """The line itself."""

    left = Signal()
    keyboard_moved = Signal()

    def __init__(self, parent: FindField) -> None:
        super().__init__(parent)
        self.setProperty("bare", "true")
        self.setFont(font(13))
        self.setFrame(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.keyboard_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keyboard_moved.emit()
