"""The entries of the open item, read once and then only where something has changed: whoever types waits for neither."""

from collections.abc import Mapping

from cmc_desk.desk.note_list import Mark, entries_with, marks_of, notes_of
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.ui.context import Context
from cmc_desk.ui.summaries.entry_rows import EntryRow, entry_row, is_listed


class ItemEntries:
    """`entries` is what the meeting file has of an item, `rows` what the list shows of it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.item = ""
        self.entries: tuple[NoteEntry, ...] = ()
        self.rows: tuple[EntryRow, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._known: dict[str, tuple[Mark, NoteEntry, EntryRow | None]] = {}
        self._names: Mapping[str, str] = {}

    def open(self, item: str, names: Mapping[str, str]) -> None:
        """Read an item whole; `names` are those of people by identifier.

        Raises Unavailable if the file does not answer at once; of another item nothing is known then.
        """
        if item != self.item:
            self.forget(item)
        self._names = names
        desk = self._context.desk
        marks = desk.read_promptly(marks_of, item=item)
        found = {one.key: one for one in desk.read_promptly(notes_of, item=item)}
        self._known = {}
        self._take(marks, found)

    def refresh(self) -> bool:
        """Read what has changed; say whether anything has. Raises Unavailable if the file does not answer at once."""
        desk = self._context.desk
        marks = desk.read_promptly(marks_of, item=self.item)
        if marks == self._marks:
            return False
        new = [mark.key for mark in marks if mark.key not in self._known or self._known[mark.key][0] != mark]
        self._take(marks, {one.key: one for one in desk.read_promptly(entries_with, keys=new)} if new else {})
        return True

    def forget(self, item: str) -> None:
        """Have nothing of an item, so that the next look reads all of it."""
        self.item, self.entries, self.rows, self._marks, self._known = item, (), (), (), {}

    def entry(self, key: str) -> NoteEntry | None:
        """Return an entry by its key."""
        found = self._known.get(key)
        return found[1] if found is not None else None

    def _take(self, marks: tuple[Mark, ...], found: Mapping[str, NoteEntry]) -> None:
        facts, me = self._context.facts, self._context.desk.author.operator
        known = {}
        for mark in marks:
            entry = found.get(mark.key)
            if entry is not None:
                row = entry_row(facts, entry, self._names, me=me) if is_listed(entry) else None
                known[mark.key] = (mark, entry, row)
            elif mark.key in self._known:
                known[mark.key] = self._known[mark.key]
        self._marks, self._known = marks, known
        self.entries = tuple(entry for _mark, entry, _row in known.values())
        self.rows = tuple(row for _mark, _entry, row in known.values() if row is not None)
