"""Keys that are the page's while somebody types: those of the page pass by the field, and a few act on the list above it."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from cmc_desk.ui.summaries.note_editor import NoteEditor

_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_BARE = Qt.KeyboardModifier.NoModifier
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class EditorKeys(QObject):
    """`paged` says by how many pages the list is to scroll, `list_asked` that the keyboard goes there.

    A field of text takes some combinations for its own (Ctrl+D deletes a letter on some systems): `keys` are those that it must not have.
    """

    paged = Signal(int)
    list_asked = Signal()

    def __init__(self, editor: NoteEditor, keys: Iterable[str], parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._keys = frozenset(QKeySequence(key).toString() for key in keys)
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                if QKeySequence(event.keyCombination()).toString() in self._keys:
                    event.ignore()
                    return True
            elif event.type() == QEvent.Type.KeyPress:
                return self._took(event)
        return super().eventFilter(watched, event)

    def _took(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~_KEYPAD != _BARE:
            return False
        if event.key() in _PAGES:
            self.paged.emit(_PAGES[Qt.Key(event.key())])
            return True
        if event.key() == Qt.Key.Key_Up and self._editor.is_empty():
            self.list_asked.emit()
            return True
        return False
