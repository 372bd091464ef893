"""Whose Ctrl+Z is: the line's in which something was typed, else the desk's."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit


class EmptyLines(QObject):
    """Keeps lines in which there is nothing to take back from taking Ctrl+Z; Qt's lines take it always."""

    def __init__(self, app: QApplication, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(watched, QLineEdit):
            undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
            if undo and not watched.isUndoAvailable():
                event.ignore()
                return True
        return False
