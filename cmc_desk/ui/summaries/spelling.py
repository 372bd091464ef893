"""Marks words that the dictionary does not know: never on the way of a key, and never a name of the meeting.

A key costs one look at what is known already of the words of its own paragraph. What nobody has asked about yet waits until the keys
rest, is asked in a worker, and marked when the answer is there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from cmc_desk.exchange.dictionaries import Speller, spelling_languages
from cmc_desk.rules.note_words import Word, in_utf16, words
from cmc_desk.ui.summaries.note_editor import NoteEditor
from cmc_desk.ui.summaries.save_state import MakeTimer
from cmc_desk.ui.summaries.spelling_marks import SpellingMarks
from cmc_desk.ui.task import Pool, Progress, Task
from cmc_desk.ui.timers import after_rest

REST_MS, NEXT_MS = 250, 10


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What may be meant by `word`, which stands in the field from `start` to `end`; `stamp` is that of the text it was read in."""

    word: str
    start: int
    end: int
    stamp: int
    words: tuple[str, ...] = ()


class Spelling(QObject):
    """The spelling of one field; `suggested` has `Suggestions`, `switched` comes when words are marked or not marked any more."""

    suggested = Signal(object)
    switched = Signal()

    def __init__(
        self,
        editor: NoteEditor,
        *,
        pool: Pool | None = None,
        timer: MakeTimer = after_rest,
        on: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._pool = pool
        self._rest = timer(REST_MS, self._on_rest, self)
        self._names: tuple[str, ...] = ()
        self._language = ""
        self._spellers: dict[str, Speller] = {}
        self._on = on
        self._asked: set[str] = set()
        self._checking: Task[bool] | None = None
        self._suggesting: Task[Suggestions] | None = None
        self._marks = SpellingMarks(editor, self.unknown_in, self)
        editor.edited.connect(self._on_edited)
        editor.cursorPositionChanged.connect(self._on_moved)

    @property
    def on(self) -> bool:
        """Whether words are marked."""
        return self._on

    @property
    def available(self) -> bool:
        """Whether there is a dictionary of the language of this entry."""
        speller = self._spellers.get(self._language)
        return speller is not None and speller.available

    def switch(self, *, on: bool) -> None:
        """Mark words, or none."""
        if on != self._on:
            self._on = on
            self._look_again()
            self.switched.emit()

    def begin(self, language: str) -> None:
        """Check another entry: the field has another document, perhaps in another language."""
        self._marks.take_document()
        if language != self._language:
            self._language = language
            if language not in self._spellers and language in spelling_languages():
                self._spellers[language] = Speller(language, self._names)
            self._marks.all_again()
        self._rest.start(REST_MS)

    def know(self, names: Sequence[str]) -> None:
        """Take these names and terms as known."""
        if tuple(names) != self._names:
            self._names = tuple(names)
            for speller in self._spellers.values():
                speller.know(self._names)
            self._look_again()

    def unknown_in(self, text: str, cursor: int = -1) -> tuple[Word, ...]:
        """Return the words of a paragraph that are known to be none, except the one that is being typed at `cursor`.

        What has not been asked yet is asked at rest.
        """
        speller = self._spellers.get(self._language)
        if speller is None or not self._on:
            return ()
        found = []
        for word in words(text):
            if word.start < cursor <= word.end:
                continue
            seen = speller.seen(word.text)
            if seen is None:
                self._asked.add(word.text)
            elif not seen:
                found.append(word)
        return tuple(found)

    def word_here(self) -> tuple[Word, int, int] | None:
        """Return the unknown word at the cursor, else the last one before it, with where it begins and ends; None if there is none."""
        cursor = self._editor.textCursor()
        block, at = cursor.block(), cursor.positionInBlock()
        while block.isValid():
            text = block.text()
            before = [word for word in self.unknown_in(text) if in_utf16(text, word.start) <= at]
            if before:
                word, start = before[-1], block.position()
                return word, start + in_utf16(text, word.start), start + in_utf16(text, word.end)
            block = block.previous()
            at = block.length()
        return None

    def suggest(self) -> bool:
        """Ask what may be meant by the unknown word at the cursor; return whether there is one. `suggested` tells."""
        here, speller = self.word_here(), self._spellers.get(self._language)
        if here is None or speller is None:
            return False
        word, start, end = here
        asked = Suggestions(word.text, start, end, self._editor.stamp())
        self._suggesting = Task(partial(_suggestions, speller, asked), pool=self._pool)
        self._suggesting.finished.connect(self.suggested)
        self._suggesting.start()
        return True

    def close(self) -> None:
        """End the dictionaries."""
        for speller in self._spellers.values():
            speller.close()

    def _look_again(self) -> None:
        self._marks.all_again()
        self._rest.start(REST_MS)

    def _on_edited(self, _letters: int) -> None:
        self._rest.start(REST_MS)

    def _on_moved(self) -> None:
        self._marks.moved()
        self._rest.start(REST_MS)

    def _on_rest(self) -> None:
        # A long text is looked through in slices, so that a key that comes meanwhile need not wait.
        if self._marks.catch_up():
            self._rest.start(NEXT_MS)
        speller = self._spellers.get(self._language)
        if speller is None or not self._asked or self._checking is not None:
            return
        asked, self._asked = tuple(self._asked), set()
        self._checking = Task(partial(_check, speller, asked), pool=self._pool)
        self._checking.finished.connect(self._on_checked)
        self._checking.ended.connect(self._on_check_ended)
        self._checking.start()

    def _on_checked(self, learnt: object) -> None:
        if learnt:
            self._look_again()

    def _on_check_ended(self) -> None:
        self._checking = None
        if self._asked:
            self._rest.start(REST_MS)


def _check(speller: Speller, asked: Sequence[str], _progress: Progress) -> bool:
    return speller.check(asked)


def _suggestions(speller: Speller, asked: Suggestions, _progress: Progress) -> Suggestions:
    return Suggestions(asked.word, asked.start, asked.end, asked.stamp, speller.suggest(asked.word))
