"""The field that rules a desk: scan or type, Esc clears, arrows choose, Enter does the one obvious thing."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.keycap import KeyCap
from cmc_desk.ui.theme import font

HEIGHT = 56
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BARE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class SearchField(QWidget):
    """56 px high, with the scanner's sign; `text_changed` comes at every key, `stepped` with the rows to move by."""

    text_changed = Signal(str)
    entered = Signal()
    stepped = Signal(int)

    def __init__(self, *, name: str, placeholder: str = "", icon: str = "scan", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.edit = _Edit(self)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(placeholder)
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.returnPressed.connect(self.entered)
        self.edit.stepped.connect(self.stepped)
        self.edit.keyboard_moved.connect(self.update)
        self._cap = KeyCap(_("Esc clears"), parent=self)
        self._cap.setVisible(False)
        self.setFocusProxy(self.edit)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(54, 2, 16, 2)
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(self._cap)

    def text(self) -> str:
        """Return what is typed."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text into the field, with the cursor at its end."""
        self.edit.setText(text)

    def sizeHint(self) -> QSize:
        return QSize(392, HEIGHT)

    def _on_text_changed(self, text: str) -> None:
        self._cap.setVisible(bool(text))
        self.text_changed.emit(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.edit.hasFocus()
        draw.box(painter, self.rect(), fill="panel", edge="sea" if on else "edge", width=2 if on else 1)
        icons.paint(painter, QRectF(16, 16, 24, 24), self._icon, "sea" if on else "slate")
        painter.end()


class _Edit(QLineEdit):
    """The line itself."""

    stepped = Signal(int)
    keyboard_moved = Signal()

    def __init__(self, parent: SearchField) -> None:
        super().__init__(parent)
        self.setProperty("bare", "true")
        self.setFont(font(24))
        self.setFrame(False)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Ctrl+Z takes back what the desk did, as everywhere; what is typed is cleared by Esc.
            if event.matches(QKeySequence.StandardKey.Undo):
                event.ignore()
                return True
            # Esc clears first; only in an empty field does it belong to the page.
            if event.key() == Qt.Key.Key_Escape and self.text():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in _ENTER and event.modifiers() not in _BARE:
            # Ctrl+Enter saves a form; heard once more it is not meant for whoever stands first here.
            event.ignore()
        elif event.key() in _STEPS and event.modifiers() in _BARE:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.matches(QKeySequence.StandardKey.Undo):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.keyboard_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keyboard_moved.emit()
