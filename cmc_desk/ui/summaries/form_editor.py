"""The field for a text in a form: framed, as high as its text up to a few lines, and Tab leads on from it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cmc_desk.ui.summaries.note_editor import NoteEditor
from cmc_desk.ui.typed_text import ENTER, SAVES

LEAST, MOST, MOST_WITH_KEYBOARD = 44, 58, 102
_FRAME = 14


class FormEditor(NoteEditor):
    """Two lines of a text are seen, and four while somebody writes in it."""

    def __init__(self, *, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_size(size)
        # It stands in a form, and not at the foot of a page.
        self.setProperty("bare", "")
        self.setProperty(ENTER, SAVES)

    def sizeHint(self) -> QSize:
        usual = super().sizeHint()
        most = MOST_WITH_KEYBOARD if self.hasFocus() else MOST
        return QSize(usual.width(), max(LEAST, min(most, usual.height() + _FRAME)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.updateGeometry()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        # Nothing is completed here that a Tab could be meant for.
        return QPlainTextEdit.focusNextPrevChild(self, forward)
