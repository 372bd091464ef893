"""The notes: the items at the left, the entries of the open one with the composer beneath, and at the right what goes with them."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.desk.note_items import item_notes
from cmc_desk.desk.note_list import notes_of
from cmc_desk.rules.notes import ItemNotes, NoteEntry
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.context import FACT_TABLES, Context
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.summaries.composer import Composer
from cmc_desk.ui.summaries.entries_pane import EntriesPane
from cmc_desk.ui.summaries.entry_rows import entry_rows
from cmc_desk.ui.summaries.item_rows import item_rows
from cmc_desk.ui.summaries.items_pane import ItemsPane
from cmc_desk.ui.summaries.notes_head import NotesHead

_ENTRIES = frozenset({"note_entry"}) | FACT_TABLES
_ITEMS = _ENTRIES | {"item_notes"}


class NotesView(QWidget):
    """`item_opened` says that another item is open."""

    item_opened = Signal(str)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.item = ""
        self.item_notes: Mapping[str, ItemNotes] = {}
        self.entries: tuple[NoteEntry, ...] = ()
        self.items = ItemsPane()
        self.list = EntriesPane()
        self.composer = Composer(context, self)
        self.head = NotesHead(self.composer.light)
        self.middle = Pane("panel")
        self._lay_out()
        self.items.chosen.connect(self.open_item)
        self.list.taken.connect(self.composer.edit)
        self.composer.filed.connect(self._on_filed)
        self.setFocusProxy(self.composer)

    def open_item(self, item: str, entry: str = "", position: int = -1) -> None:
        """Show the notes of an item, and type under it; with `entry`, go on in that one, where the cursor was."""
        anew = item != self.item
        self.item = item
        self.composer.open_item(item, entry, position)
        self._read_entries(anew=anew)
        self._read_items()
        if anew:
            self.item_opened.emit(item)

    def read(self, tables: frozenset[str]) -> None:
        """Read again what has changed."""
        if tables & _ENTRIES:
            self._read_entries()
        if tables & _ITEMS:
            self._read_items()

    def entry(self, key: str) -> NoteEntry | None:
        """Return an entry of the open item."""
        return next((one for one in self.entries if one.key == key), None)

    def item_now(self, now: datetime) -> str:
        """Return the item that runs, else the last one that should have begun, else the first."""
        self._read_items()
        running = self._context.live.at(now).standing().running
        shown = [row.key for row in self.items.list.rows() if not row.heading]
        begun = [one.id for one in self._context.facts.agenda if one.id in shown and one.starts <= now]
        return running if running in shown else (begun or shown[:1] or [""])[-1]

    def _read_items(self) -> None:
        context = self._context
        try:
            found = context.desk.read(item_notes)
        except Unavailable:
            return
        self.item_notes = {one.item: one for one in found}
        self.items.show_rows(item_rows(context.facts, found, me=context.desk.author.operator), key=self.item)
        title = next((one.title for one in context.facts.agenda if one.id == self.item), "")
        self.head.show_item(title, None)

    def _read_entries(self, *, anew: bool = False) -> None:
        context = self._context
        try:
            self.entries = context.desk.read(notes_of, item=self.item)
        except Unavailable:
            return
        names = {one.participant: one.name for one in self.composer.vocabulary.speakers if one.participant}
        rows = entry_rows(context.facts, self.entries, names, me=context.desk.author.operator)
        self.list.show_rows(rows, anew=anew)

    def _on_filed(self, _filed: object) -> None:
        self._read_entries()
        self._read_items()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        column.addWidget(self.composer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.items)
        row.addWidget(self.middle, 1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
