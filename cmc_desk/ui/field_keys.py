"""Which keys a field leaves alone while it has the keyboard: Ctrl+Z where it has nothing to take back, and Alt with a letter."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class FieldKeys(QObject):
    """Keeps a field from what Qt would do with these keys: a line takes Ctrl+Z always, and types the letter of a button that is greyed.

    Only the field that has the keyboard is watched: a filter on the whole program would slow down every event of it.
    """

    def __init__(self, app: QApplication, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = new if isinstance(new, (QLineEdit, QPlainTextEdit)) else None
        if self._field is not None:
            self._field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(watched, QLineEdit):
            if event.matches(QKeySequence.StandardKey.Undo) and not watched.isUndoAvailable():
                event.ignore()
                return True
        elif event.type() == QEvent.Type.KeyPress and _is_of_a_button(event):
            return True
        return False


def _is_of_a_button(event: QKeyEvent) -> bool:
    """Tell whether a key is Alt with a letter or a figure, which types nothing; with Alt some keyboards type other letters, and do."""
    plain = event.text().isalnum() and event.text().upper() == QKeySequence(event.key()).toString()
    return plain and event.modifiers() & _COMMAND == Qt.KeyboardModifier.AltModifier
