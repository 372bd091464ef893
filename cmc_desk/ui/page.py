"""What a page of the main window is."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from cmc_desk.ui.bar_words import ItemWords
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.message_strip import Hint


class Page(QWidget):
    """A page: it shows facts and starts commands; while hidden it only remembers that it is stale."""

    # Whoever works on this page cannot leave it for a scan: the desk answers in the message strip.
    stays_when_scanned = False

    # Light or dark, where a page has a key of its own for it.
    dark_key = ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stale = True

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of this page with what they do, for F1; the shell adds those that work everywhere."""
        return ()

    def hints(self) -> Sequence[Hint]:
        """Return what stands at the right of the message strip while this page is shown, before what always stands there."""
        return ()

    def open_at(self, what: object) -> None:
        """Show something of this page, such as a person by identifier."""

    def bar_words(self) -> ItemWords | None:
        """Return what the bar above says while this page is shown; None leaves it what is on now and what comes next."""
        return None

    def scanned(self, text: str) -> bool:
        """Take a scan if this page has a use of its own for it; otherwise the desk takes it."""
        del text
        return False

    def scanned_elsewhere(self, text: str, *, stays: bool) -> bool:
        """Take a scan without being shown, if it is answered in the message strip: what is no code, and all where the other page `stays`."""
        del text, stays
        return False

    def states(self) -> Iterator[str]:
        """Bring the page from one main state to the next, for pictures of it; the first is the page as it opens."""
        yield ""

    def changed(self, tables: frozenset[str]) -> None:
        """Learn that tables have changed: read again now if shown, else when shown next."""
        if self.isVisible():
            self.reload(tables)
        else:
            self._stale = True

    def reload(self, tables: frozenset[str]) -> None:
        """Read again what this page shows; `tables` says what has changed (`*` is everything)."""

    def ticked(self, now: datetime) -> None:
        """Show what the time changes; four times a second, while the page is shown: only what differs is painted anew."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.reload(frozenset({"*"}))
