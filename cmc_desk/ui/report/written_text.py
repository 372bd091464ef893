"""The field in which a paragraph of the report is written: words come into it as fast as they like, and a scan leaves it as it was."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cmc_desk.ui.typed_text import DICTATED


class WrittenText(QPlainTextEdit):
    """Several paragraphs, in which every key is seen at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(DICTATED, "true")

    def take_back(self, letters: str) -> None:
        """Let go of letters that a scanner has typed before the cursor."""
        cursor = self.textCursor()
        cursor.setPosition(max(0, cursor.position() - len(letters)), QTextCursor.MoveMode.KeepAnchor)
        if letters and cursor.selectedText() == letters:
            cursor.removeSelectedText()
