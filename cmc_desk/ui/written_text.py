"""Fields in which sentences are written: words come into them as fast as they like, and a scan leaves them as they were."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cmc_desk.ui.typed_text import DICTATED, ENTER, SAVES

# How a document parts its paragraphs, and the lines in one.
_PARAGRAPH, _LINE = "\u2029", "\u2028"


class WrittenText(QPlainTextEdit):
    """Several paragraphs, in which every key is seen at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(DICTATED, "true")

    def written(self) -> str:
        """Return what stands in it, letter by letter: `toPlainText` would make spaces of no-break spaces."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n").replace(_LINE, "\n")

    def take_back(self, letters: str) -> None:
        """Let go of letters that a scanner has typed before the cursor."""
        cursor = self.textCursor()
        cursor.setPosition(max(0, cursor.position() - len(letters)), QTextCursor.MoveMode.KeepAnchor)
        if letters and cursor.selectedText() == letters:
            cursor.removeSelectedText()


class WrittenLine(QLineEdit):
    """A line of the same kind; the Enter after quick words is the person's who typed them, and that after a single one is a scanner's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(DICTATED, "true")
        self.setProperty(ENTER, SAVES)

    def take_back(self, letters: str) -> None:
        """Let go of letters that a scanner has typed before the cursor."""
        start = self.cursorPosition() - len(letters)
        if letters and start >= 0 and self.text()[start : self.cursorPosition()] == letters:
            self.setSelection(start, len(letters))
            self.del_()
