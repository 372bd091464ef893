"""The wavy lines: the words that a key has changed at once, all others when the keys rest, a slice at a time."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat

from cmc_desk.rules.note_words import Word, in_utf16
from cmc_desk.ui.palette import colour
from cmc_desk.ui.summaries.note_editor import NoteEditor

# What a key has changed is a word or two; so many letters are looked through in less time than a frame takes.
_AT_ONCE, _SLICE = 200, 4000
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
        at = cursor.positionInBlock() if here and self._editor.hasFocus() else -1
        # Letters beyond the first 65,536 count twice in a document, and once here.
        plain = max(text, default="") <= "\uffff"
        if not plain and at >= 0:
            at = len(text.encode("utf-16-le", "surrogatepass")[: at * 2].decode("utf-16-le", "ignore"))
        if self._at_rest:
            self._mark(text, 0, at, plain=plain)
            return
        self._waiting.add(block.blockNumber())
        changed, removed, added = self._editor.last_change
        changed -= block.position()
        start = max(0, text.rfind(" ", 0, max(0, changed)) + 1)
        end = text.find(" ", changed + added)
        end = len(text) if end < 0 else end
        here = here and plain and 0 <= changed <= len(text)
        self._keep_marks(block, changed, removed, added, start if here else changed, end if here else changed + added)
        if here and end - start <= _AT_ONCE:
            self._mark(text[start:end], start, at - start, plain=True)

    def _mark(self, text: str, start: int, cursor: int, *, plain: bool) -> None:
        """Mark what is none in a piece of a paragraph that begins at `start`."""
        marked = QTextCharFormat()
        marked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        marked.setUnderlineColor(colour("coral"))
        for word in self._unknown_in(text, cursor):
            first, last = (word.start, word.end) if plain else (in_utf16(text, word.start), in_utf16(text, word.end))
            self.setFormat(start + first, last - first, marked)

    def _keep_marks(self, block: QTextBlock, changed: int, removed: int, added: int, start: int, end: int) -> None:
        """Leave the marks on their words, except between `start` and `end`: Qt takes away what is not set again."""
        for one in block.layout().formats():
            first, last = one.start, one.start + one.length
            if last > changed:
                first, last = first + added - removed, last + added - removed
                if one.start < changed + removed:
                    continue
            if last <= start or first >= end:
                self.setFormat(first, last - first, one.format)
