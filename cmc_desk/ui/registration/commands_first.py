"""Lets the keys of the desk act while the cursor stands in a field that has editing keys of the same name."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
# Redo, end of line, delete: systems differ in which of these a line editor takes for itself.
_COMMANDS = frozenset(
    {
        (Qt.Key.Key_B, _CONTROL),
        (Qt.Key.Key_D, _CONTROL),
        (Qt.Key.Key_E, _CONTROL),
        (Qt.Key.Key_I, _CONTROL),
        (Qt.Key.Key_N, _CONTROL),
        (Qt.Key.Key_P, _CONTROL),
        (Qt.Key.Key_R, _CONTROL),
        (Qt.Key.Key_S, _CONTROL),
        (Qt.Key.Key_A, _CONTROL | _SHIFT),
        (Qt.Key.Key_G, _CONTROL),
        (Qt.Key.Key_L, _CONTROL | _SHIFT),
        (Qt.Key.Key_M, _CONTROL),
        (Qt.Key.Key_N, _CONTROL | _SHIFT),
        (Qt.Key.Key_Z, _CONTROL | _SHIFT),
    }
)


class CommandsFirst(QObject):
    """An event filter for a line editor: it is not asked whether it wants the keys of the desk."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        editor.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            bare = event.modifiers() & (_CONTROL | _SHIFT | Qt.KeyboardModifier.AltModifier)
            if (event.key(), bare) in _COMMANDS:
                event.ignore()
                return True
        return False
