"""The wavy lines: the paragraph of the cursor at once, all others when the keys rest, a slice at a time."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat

from cmc_desk.rules.note_words import Word, in_utf16
from cmc_desk.ui.palette import colour
from cmc_desk.ui.summaries.note_editor import NoteEditor

# So many letters are looked through in less time than a key may take, and so many in less than a frame.
_AT_ONCE, _SLICE = 600, 4000
UnknownIn = Callable[[str, int], Sequence[Word]]


class SpellingMarks(QSyntaxHighlighter):
    """`unknown_in` has the words of a paragraph that are to be marked; it is given where the cursor stands in it, else -1."""

    def __init__(self, editor: NoteEditor, unknown_in: UnknownIn, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._unknown_in = unknown_in
        self._waiting: set[int] = set()
        self._here = -1
        self._at_rest = False

    def take_document(self) -> None:
        """Mark the document that is in the field now."""
        if self.document() is not self._editor.document():
            self._waiting.clear()
            self.setDocument(self._editor.document())
        self.all_again()

    def all_again(self) -> None:
        """Look through the whole text when the keys rest."""
        self._waiting = set(range(self._editor.document().blockCount()))

    def catch_up(self) -> bool:
        """Mark a slice of what waits; return whether anything is left."""
        document, letters = self._editor.document(), 0
        self._at_rest = True
        try:
            while self._waiting and letters < _SLICE:
                number = min(self._waiting)
                self._waiting.discard(number)
                block = document.findBlockByNumber(number)
                if block.isValid():
                    letters += block.length()
                    self.rehighlightBlock(block)
        finally:
            self._at_rest = False
        return bool(self._waiting)

    def moved(self) -> None:
        """Mark the word that the cursor has left, if it is none, when the keys rest."""
        number = self._editor.textCursor().blockNumber()
        self._waiting |= {number} if self._here in (-1, number) else {number, self._here}
        self._here = number

    def highlightBlock(self, text: str) -> None:
        block, cursor = self.currentBlock(), self._editor.textCursor()
        here = block.blockNumber() == cursor.blockNumber()
        if not self._at_rest and (not here or len(text) > _AT_ONCE):
            self._waiting.add(block.blockNumber())
            self._keep_marks(block)
            return
        plain = max(text, default="") <= "\uffff"
        at = -1
        if here and self._editor.hasFocus():
            at = cursor.positionInBlock() if plain else _in_letters(text, cursor.positionInBlock())
        marked = QTextCharFormat()
        marked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        marked.setUnderlineColor(colour("coral"))
        for word in self._unknown_in(text, at):
            start, end = (word.start, word.end) if plain else (in_utf16(text, word.start), in_utf16(text, word.end))
            self.setFormat(start, end - start, marked)

    def _keep_marks(self, block: QTextBlock) -> None:
        """Leave the marks on their words until the paragraph is looked through: Qt takes away what is not set again."""
        at, removed, added = self._editor.last_change
        at -= block.position()
        for one in block.layout().formats():
            if one.start + one.length < at:
                self.setFormat(one.start, one.length, one.format)
            elif one.start >= at + removed:
                self.setFormat(one.start + added - removed, one.length, one.format)


def _in_letters(text: str, place: int) -> int:
    """Return a place that counts units of UTF-16 as one that counts characters."""
    return len(text.encode("utf-16-le", "surrogatepass")[: place * 2].decode("utf-16-le", "ignore"))
