"""What may be meant by a word that is not known: F7 asks, Tab takes the first, F7 again turns to the next, anything else goes on."""

from PySide6.QtCore import QObject, Signal

from cmc_desk.ui.summaries.note_editor import NoteEditor
from cmc_desk.ui.summaries.spelling import Spelling, Suggestions


class Suggesting(QObject):
    """`changed` says that something else is offered; `found` is what is offered, None for nothing."""

    changed = Signal()
    nothing = Signal()

    def __init__(self, editor: NoteEditor, spelling: Spelling, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._spelling = spelling
        self.found: Suggestions | None = None
        spelling.suggested.connect(self._on_suggested)
        editor.edited.connect(self._on_edited)

    def ask(self) -> None:
        """Ask about the word at the cursor, or turn to the next suggestion."""
        found = self.found
        if found is not None and len(found.words) > 1:
            first, *others = found.words
            self._set(Suggestions(found.word, found.start, found.end, found.stamp, (*others, first)))
        elif found is None and not self._spelling.suggest():
            self.nothing.emit()

    def take(self) -> bool:
        """Put the first suggestion in the place of the word; return whether there was one."""
        found = self.found
        if found is None or not found.words:
            return False
        cursor, length = self._editor.textCursor().position(), len(found.words[0]) - (found.end - found.start)
        self._editor.put(found.words[0], start=found.start, end=found.end)
        if cursor >= found.end:
            self._editor.choose(cursor + length, cursor + length)
        return True

    def close(self) -> bool:
        """Offer nothing any more; return whether something was offered."""
        was = self.found is not None
        self._set(None)
        return was

    def _set(self, found: Suggestions | None) -> None:
        if found != self.found:
            self.found = found
            self.changed.emit()

    def _on_suggested(self, found: object) -> None:
        # Who has typed on meanwhile has decided already.
        if isinstance(found, Suggestions) and found.stamp == self._editor.stamp():
            self._set(found)

    def _on_edited(self, _letters: int) -> None:
        self._set(None)
