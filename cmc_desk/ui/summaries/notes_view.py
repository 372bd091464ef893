"""The notes: the items at the left, the entries of the open one with the composer beneath, and at the right what goes with them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.desk.note_items import item_notes
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.notes import ItemNotes, NoteEntry
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui import settings
from cmc_desk.ui.context import FACT_TABLES, Context
from cmc_desk.ui.live import LIVE_TABLES
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.summaries.banner import Banner, BannerAct
from cmc_desk.ui.summaries.beside import Beside
from cmc_desk.ui.summaries.composer import Composer
from cmc_desk.ui.summaries.editor_keys import EditorKeys
from cmc_desk.ui.summaries.entries_pane import SIZE, EntriesPane
from cmc_desk.ui.summaries.entry_bar import EntryBar
from cmc_desk.ui.summaries.item_entries import ItemEntries
from cmc_desk.ui.summaries.item_rows import conflict_words, item_rows, item_to_begin_with, notice_of
from cmc_desk.ui.summaries.items_pane import ItemsPane
from cmc_desk.ui.summaries.list_keys import ListKeys
from cmc_desk.ui.summaries.listed_acts import ListedActs
from cmc_desk.ui.summaries.note_editor import LARGEST, SMALLEST
from cmc_desk.ui.summaries.note_editor import SIZE as TYPED_SIZE
from cmc_desk.ui.summaries.notes_head import NotesHead
from cmc_desk.ui.summaries.notes_keys import NotesKeys
from cmc_desk.ui.summaries.notes_panels import COMPARE, PANELS, RESCUE, NotesPanels
from cmc_desk.ui.summaries.places import Here, Places
from cmc_desk.ui.summaries.save_state import MakeTimer
from cmc_desk.ui.summaries.side_pane import SidePane
from cmc_desk.ui.summaries.waiting_rows import with_waiting
from cmc_desk.ui.summaries.writing import Job
from cmc_desk.ui.timers import after_rest

_WRITTEN = frozenset({"note_entry"})
_ENTRIES = _WRITTEN | FACT_TABLES
_ITEMS = _ENTRIES | {"item_notes"}
_SIZE_HABIT = "note_size"
# A file that has not answered is asked again so much later: meanwhile keys come.
_AGAIN_AFTER = timedelta(seconds=1)


class NotesView(QWidget):
    """Opens items and keeps what is shown of them up to date; panels, keys and acts have files of their own."""

    item_opened = Signal(str)
    part_asked = Signal(str)

    def __init__(self, context: Context, *, timer: MakeTimer = after_rest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.item = ""
        self._waiting: tuple[Job, ...] = ()
        self.item_notes: Mapping[str, ItemNotes] = {}
        self._unread_since: datetime | None = None
        self._failing, self._typed = False, ""
        self.reading = ItemEntries(context)
        self.items = ItemsPane()
        self.list = EntriesPane()
        self.composer = Composer(context, self, timer=timer)
        self.head = NotesHead(self.composer.light)
        self.side = SidePane()
        self.beside = Beside(context, self.side, self.composer, timer=timer, parent=self)
        self.places = Places(context, self.here, self)
        self.panels = NotesPanels(context, self)
        self.acts = ListedActs(context, self.chosen_entry, self)
        self.acts.neighbour = self.items.neighbour
        self.bar = EntryBar(self.acts.acts)
        self.rescue = Banner([_opens(self.panels, RESCUE, _("Look"))])
        self.conflict = Banner([_opens(self.panels, COMPARE, _("Compare"))])
        self.keys = NotesKeys(self)
        self._editor_keys = EditorKeys(self.composer.editor, self.keys.names(), self)
        self._list_keys = ListKeys(self.list.list, self.acts.acts, self.composer, self)
        self._lay_out()
        self._connect()
        size = settings.said(_SIZE_HABIT)
        self._set_size(int(size) if size.isdecimal() else TYPED_SIZE)
        self.setFocusProxy(self.composer)

    def _connect(self) -> None:
        self.items.chosen.connect(self.open_item)
        self.list.taken.connect(self._on_edit)
        self.list.chosen.connect(self._on_chosen)
        self.acts.edit_asked.connect(self._on_edit)
        self.acts.panel_asked.connect(self.panels.open)
        self.composer.filed.connect(self._on_filed)
        self.composer.conflicted.connect(self._on_conflicted)
        self.composer.state_changed.connect(self._on_state_changed)
        self.places.changed.connect(self._show_entries)
        self._editor_keys.paged.connect(self.list.page)
        self._editor_keys.list_asked.connect(self.toggle_list)
        self._list_keys.left.connect(self.leave_list)
        self.side.draft.left.connect(self.composer.setFocus)

    def begin(self) -> None:
        """Open where the cursor was, else on what runs; and say so if something was kept elsewhere."""
        self._read_items()
        last = self.places.last()
        if last is not None and any(row.key == last.item for row in self.items.list.rows()):
            self.open_item(last.item, last.entry, last.position)
            self.list.scroll_to(last.scroll)
        else:
            self.open_item(item_to_begin_with(self._context, self.items.list.rows()))
        self.rescue.say(self.panels.look_for_rescued())

    def open_item(self, item: str, entry: str = "", position: int = -1) -> None:
        """Show the notes of an item, and type under it; with `entry`, go on in that one, where the cursor was."""
        if item == self.item and not entry:
            return
        anew, self.item = item != self.item, item
        self.composer.open_item(item, entry, position)
        if anew:
            self._open_entries()
            self._read_items()
            self.beside.show_item(item, self.reading.entries)
            if self.panels.shown:
                self.panels.open_again()
            self.places.soon()
            self.item_opened.emit(item)

    def show_entry(self, item: str, entry: str) -> None:
        """Show an entry in the list of its item, chosen, with the keyboard there."""
        self.open_item(item)
        if self.list.choose(entry):
            self.list.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self, tables: frozenset[str]) -> None:
        """Read again what has changed; while the meeting file does not even take what is typed, later."""
        if self.composer.save_state.failing:
            self._put_off()
            return
        if tables & FACT_TABLES - {"*"}:
            self._open_entries(anew=False)
        elif tables & _ENTRIES:
            self._refresh_entries()
        if tables & _ITEMS:
            self._read_items()
        if tables & LIVE_TABLES:
            self.beside.show_draft()
        self.beside.discussing.changed(tables)
        if tables & _ITEMS or "readout" in tables or "readout_line" in tables:
            self.beside.entries_changed()
            self.panels.refresh()

    def ticked(self, now: datetime) -> None:
        """Show what the time changes, read what could not be read, and say that we are here."""
        self.beside.show_floor(now)
        self.places.ticked(now)
        since = self._unread_since
        if since is not None and not since <= now < since + _AGAIN_AFTER:
            self._catch_up()

    def here(self) -> Here:
        """Return where the cursor stands, and how far the list is scrolled."""
        return (*self.composer.place(), self.list.from_end())

    def chosen_entry(self) -> NoteEntry | None:
        """Return the entry that is chosen in the list."""
        row = self.list.current()
        return self.reading.entry(row.key) if row is not None else None

    def entry_in_hand(self) -> str:
        """Return the entry that is chosen in the list, else the one that is edited in the composer."""
        row = self.list.current()
        return row.key if row is not None else self.composer.entry if self.composer.editing else ""

    def toggle_list(self) -> None:
        """Bring the keyboard to the list, at its last entry if none is chosen, or back to the composer."""
        entries = self.list.list
        if entries.hasFocus():
            self.leave_list()
        elif rows := self.list.rows:
            if self.list.current() is None:
                self.list.choose(rows[-1].key)
            entries.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_list(self) -> None:
        """Choose nothing any more, and go on typing."""
        self.list.list.choose_none()
        self.composer.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_provision(self) -> None:
        """Ask which provision is under discussion, where the item has a draft."""
        self.side.close_panel()
        if self.side.draft.isVisible():
            self.side.draft.ask()
        else:
            self._context.say("amber", _("Nothing changed: "), _("this item has no draft. Setup ties drafts to items."))

    def letters(self, step: int) -> None:
        """Show what is typed and listed larger or smaller, 0 as at first; this computer remembers it."""
        size = TYPED_SIZE if step == 0 else max(SMALLEST, min(LARGEST, self.composer.text_size + step))
        self._set_size(size)
        settings.say(_SIZE_HABIT, str(size))

    def _set_size(self, size: int) -> None:
        self.composer.set_text_size(size)
        self.list.set_size(max(SMALLEST, size - TYPED_SIZE + SIZE))

    def _read_items(self) -> None:
        context = self._context
        try:
            self.item_notes = {one.item: one for one in context.desk.read_promptly(item_notes)}
        except Unavailable:
            self._put_off()
        me = context.desk.author.operator
        self.items.show_rows(item_rows(context.facts, tuple(self.item_notes.values()), me=me), key=self.item)
        title = next((one.title for one in context.facts.agenda if one.id == self.item), "")
        notes = self.item_notes.get(self.item, ItemNotes(self.item))
        self.head.show_item(title, notice_of(notes, me=me))
        self.conflict.say(conflict_words(notes))

    def _open_entries(self, *, anew: bool = True) -> None:
        try:
            self.reading.open(self.item, self._names())
        except Unavailable:
            self._put_off()
        self._show_entries(anew=anew)

    def _names(self) -> dict[str, str]:
        return {one.participant: one.name for one in self.composer.vocabulary.speakers if one.participant}

    def _refresh_entries(self) -> None:
        try:
            if self.reading.refresh():
                self._show_entries()
        except Unavailable:
            self._put_off()

    def _catch_up(self) -> None:
        if self._unread_since is not None and not self.composer.save_state.failing:
            self._unread_since = None
            self.read(frozenset({"*"}))

    def _put_off(self) -> None:
        self._unread_since = self._unread_since or self._context.now()

    def _show_entries(self, *, anew: bool = False) -> None:
        hands = self.places.editing()
        self._waiting = self.composer.waiting
        self._typed = self.composer.entry
        # A draft that is not in the composer stands in the list: nobody would find it else.
        rows = tuple(row for row in self.reading.rows if row.key != self._typed or not row.writing)
        if self._waiting:
            rows = with_waiting(self._context, rows, self._waiting, self.item, self._names())
        if hands:
            rows = tuple(replace(row, hand=hands[row.key]) if row.key in hands else row for row in rows)
        self.list.show_rows(rows, anew=anew)
        if anew:
            self.bar.hide()

    def _on_edit(self, entry: str) -> None:
        self.list.list.choose_none()
        self.composer.edit(entry)

    def _on_chosen(self, row: object) -> None:
        self.bar.setVisible(row is not None)

    def _on_filed(self, _filed: object) -> None:
        self.list.show_end()
        self.read(_WRITTEN)

    def _on_state_changed(self) -> None:
        drafts = any(row.writing for row in self.reading.rows)
        if self.composer.waiting != self._waiting or (drafts and self.composer.entry != self._typed):
            self._show_entries()
        before, self._failing = self._failing, self.composer.save_state.failing
        if before:
            self._catch_up()

    def _on_conflicted(self, _conflict: object) -> None:
        self.read(_WRITTEN)

    def _lay_out(self) -> None:
        middle = Pane("panel")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.head, self.rescue, self.conflict, self.list, self.bar, self.composer):
            column.addWidget(widget, 1 if widget is self.list else 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.items)
        row.addWidget(middle, 1)
        row.addWidget(self.side)


def _opens(panels: NotesPanels, name: str, words: str) -> BannerAct:
    return BannerAct(words, PANELS[name][0], lambda: panels.open(name))
