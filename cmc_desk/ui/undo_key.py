"""Whose Ctrl+Z is: the line's in which something was typed, else the desk's."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid


class EmptyLines(QObject):
    """Keeps a line in which there is nothing to take back from taking Ctrl+Z; Qt's lines take it always.

    Only the line that has the keyboard is watched: a filter on the whole program would slow down every event of it.
    """

    def __init__(self, app: QApplication, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line: QLineEdit | None = None
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._line is not None and isValid(self._line):
            self._line.removeEventFilter(self)
        self._line = new if isinstance(new, QLineEdit) else None
        if self._line is not None:
            self._line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(watched, QLineEdit):
            undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
            if undo and not watched.isUndoAvailable():
                event.ignore()
                return True
        return False
