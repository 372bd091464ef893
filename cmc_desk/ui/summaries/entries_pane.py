"""The entries of the open item, the newest at the bottom; earlier ones come in when they are asked for."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.ui.parts.keycap import KeyCap
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.summaries.entry_paint import entry_height, paint_entry
from cmc_desk.ui.summaries.entry_rows import EntryRow

# What a long item shows at first and adds at a time: all of two thousand need not be measured to see the last ones.
AT_ONCE = 100


class EntriesPane(Pane):
    """`taken` says which entry is to be edited, `chosen` which one the keys act on."""

    taken = Signal(str)
    chosen = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._rows: tuple[EntryRow, ...] = ()
        self._shown = AT_ONCE
        self.letters = 15
        self.earlier = PaneHead(height=24, right=KeyCap(_("PgUp")), lines="b")
        self.list: RowList[EntryRow] = RowList(
            self._paint,
            key=lambda row: row.key,
            spoken=lambda row: row.spoken,
            name=_("Entries"),
            height=60,
            measure=self._measure,
        )
        self.list.taken.connect(self._on_taken)
        self.list.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.earlier)
        column.addWidget(self.list, 1)
        self.earlier.hide()

    def show_rows(self, rows: Sequence[EntryRow], *, anew: bool, key: str = "") -> None:
        """Show the entries of an item; `anew` begins at its end, `key` chooses one of them."""
        if anew:
            self._shown = AT_ONCE
        at_end = anew or self._at_end()
        self._rows = tuple(rows)
        self._put(key or None)
        if at_end and not key:
            self.list.scrollToBottom()

    def show_earlier(self) -> bool:
        """Bring in earlier entries, where the first that is shown stays; say whether there were any."""
        hidden = len(self._rows) - self._shown
        if hidden <= 0:
            return False
        first = self.list.rows()[0].key if self.list.rows() else None
        self._shown += AT_ONCE
        self._put(None)
        if first is not None:
            self.list.choose(first)
        return True

    def choose(self, key: str) -> bool:
        """Choose an entry, wherever it stands; say whether the item has it."""
        place = next((place for place, row in enumerate(self._rows) if row.key == key), None)
        if place is None:
            return False
        if len(self._rows) - place > self._shown:
            self._shown = len(self._rows) - place + 5
            self._put(None)
        return self.list.choose(key)

    def set_size(self, size: int) -> None:
        """Show the text in letters of `size` px."""
        self.letters = size
        self._put(None)

    def _put(self, key: str | None) -> None:
        hidden = max(0, len(self._rows) - self._shown)
        self.earlier.setVisible(hidden > 0)
        self.earlier.say("", ngettext("{count} earlier entry", "{count} earlier entries", hidden).format(count=hidden))
        self.list.set_rows(self._rows[hidden:], key=key)

    def _at_end(self) -> bool:
        bar = self.list.verticalScrollBar()
        return bar.value() >= bar.maximum() - 4

    def _measure(self, row: EntryRow, width: int) -> int:
        return entry_height(row, width, self.letters)

    def _paint(self, painter: QPainter, rect: QRectF, row: EntryRow, _selected: bool) -> None:  # noqa: FBT001 - what a row painter is given
        paint_entry(painter, rect, row, self.letters)

    def _on_taken(self, row: object) -> None:
        if isinstance(row, EntryRow):
            self.taken.emit(row.key)
