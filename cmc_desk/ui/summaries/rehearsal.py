"""The Summaries page brought from state to state for pictures of it, by the keys that a person would press, on a copy of the meeting."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cmc_desk.desk import notes
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_items import item_notes
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.ui.summaries.page import SummariesPage

_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_KEY = Qt.Key


class Rehearsal:
    """Presses keys on a page."""

    def __init__(self, page: SummariesPage, settle: Callable[[], None]) -> None:
        self.page = page
        self.settle = settle

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self.focus(), key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.focus(), event)
        self.settle()

    def focus(self) -> QWidget:
        """Return where the keyboard is."""
        focused = QApplication.focusWidget()
        return focused if focused is not None and self.page.isAncestorOf(focused) else self.page

    def most_written(self) -> None:
        """Open the item with the most entries: what somebody who looks at the page wants to see."""
        found = max(self.page.context.desk.read(item_notes), key=lambda one: one.entries)
        self.page.notes.open_item(found.item)
        self.settle()


def summaries_states(page: SummariesPage, settle: Callable[[], None]) -> Iterator[str]:
    """Bring the page from one main state to the next, and say what each picture is called; the first is the page as it opens."""
    one = Rehearsal(page, settle)
    settle()
    page.notes.beside.show_preview()
    yield "summaries"
    yield from _panels(one)
    yield from _words(one)
    yield from _not_saved(one)


def _panels(one: Rehearsal) -> Iterator[str]:
    one.press(_KEY.Key_F3)
    yield "summaries-chosen"
    one.press(_KEY.Key_R, _CONTROL)
    yield "summaries-earlier-texts"
    one.press(_KEY.Key_Escape)
    one.press(_KEY.Key_F2)
    one.type("principle")
    yield "summaries-search"
    one.press(_KEY.Key_Escape)
    one.press(_KEY.Key_D, _ALT)
    one.type("jam")
    one.press(_KEY.Key_Return)
    yield "summaries-delegation"
    one.press(_KEY.Key_Escape)
    one.press(_KEY.Key_I, _ALT)
    yield "summaries-item"
    one.press(_KEY.Key_Escape)
    here = one.page.notes.item
    one.most_written()
    one.press(_KEY.Key_S, _ALT)
    one.type("ba")
    yield "summaries-fix-speakers"
    one.press(_KEY.Key_Escape)
    one.page.notes.open_item(here)
    one.page.notes.beside.show_preview()
    if _two_texts(one):
        one.press(_KEY.Key_K, _ALT)
        yield "summaries-two-texts"
        one.press(_KEY.Key_Escape)


def _two_texts(one: Rehearsal) -> bool:
    """Let two people have written the last entry at once; say whether there is one."""
    desk = one.page.context.desk
    filed: list[NoteEntry] = [entry for entry in one.page.notes.reading.entries if entry.filed_at is not None]
    if not filed:
        return False
    entry = filed[-1]
    for text in (
        f"{entry.written.text} This was welcomed.",
        f"{entry.written.text} Two States asked to see it in writing.",
    ):
        desk.do(notes.leave_entry, entry=entry.key, written=replace(entry.written, text=text), base=entry.revision)
    one.settle()
    return True


def _words(one: Rehearsal) -> Iterator[str]:
    one.press(_KEY.Key_T, _ALT)
    yield "summaries-text-modules"
    one.press(_KEY.Key_T, _ALT)


def _not_saved(one: Rehearsal) -> Iterator[str]:
    page = one.page
    page.notes.composer.setFocus()
    with _locked(page.context.desk):
        one.type(" and nothing of it is lost")
        page.notes.composer.flush()
        one.settle()
        yield "summaries-not-saved"
    page.notes.composer.flush()
    one.settle()


@contextmanager
def _locked(desk: Desk) -> Iterator[None]:
    """Let somebody else write for a while, so that nobody here can."""
    other = type(desk.store)(desk.store.path, desk.store.key)
    try:
        with other.write():
            yield
    finally:
        other.close()
