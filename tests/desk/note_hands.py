"""What tests write in the notes with."""

from cmc_desk.desk import notes
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_list import entry_of, notes_of
from cmc_desk.desk.notes import Kept
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.notes import NoteEntry, Written
from tests.meetings import clock_of

ITEM = "discussion"
OTHER = "opening"


def said(text: str, delegation: str = "", kind: EntryKind = EntryKind.INTERVENTION) -> Written:
    """Return what a rapporteur has typed of an intervention."""
    return Written(text=text, kind=kind, delegation=delegation)


def keep(desk: Desk, entry: str, written: Written, base: int, *, item: str = ITEM) -> Kept:
    """Keep what is being typed now."""
    return desk.keep(notes.keep_entry, entry=entry, item=item, started_at=desk.clock.now(), written=written, base=base)


def file(desk: Desk, written: Written, *, item: str = ITEM, entry: str = "") -> str:
    """Type an entry and file it a minute later; return its key."""
    key = entry or notes.new_entry_id()
    started = desk.clock.now()
    desk.keep(notes.keep_entry, entry=key, item=item, started_at=started, written=written, base=0)
    clock_of(desk).advance(minutes=1)
    desk.do(notes.file_entry, entry=key, item=item, started_at=started, written=written, base=1)
    return key


def texts(desk: Desk, *, item: str = ITEM, deleted: bool = False) -> list[str]:
    """Return what the entries of an item say, in their order."""
    return [one.written.text for one in desk.read(notes_of, item=item, deleted=deleted)]


def entry(desk: Desk, key: str) -> NoteEntry:
    """Return an entry that must be there."""
    found = desk.read(entry_of, entry=key)
    assert found is not None
    return found
