"""What was rescued goes into the notes: where it was typed if nobody has written there since, else beside it."""

from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk.command import Author, Tx, command
from cmc_desk.desk.floor_amendments import follow_entry
from cmc_desk.desk.note_rows import new_row, place_of_new, record, write_row
from cmc_desk.desk.rescue import Rescued
from cmc_desk.rules.note_kinds import RevisionReason
from cmc_desk.rules.note_text import storable
from cmc_desk.rules.notes import Written


@command("notes.rescued")
def take_rescued(tx: Tx, *, texts: tuple[Rescued, ...], item: str = "") -> tuple[str, ...]:
    """Take rescued texts into the notes and return the entries that hold them; what the meeting has already is not written again.

    One that was filed as a proposal for a draft is that proposal, as if it had been filed now. A text whose item was removed goes to `item`; raises Refusal if that is not there either.
    """
    found = tuple(_taken(tx, text, item) for text in texts)
    for key in dict.fromkeys(found):
        follow_entry(tx, tx.session.get_one(schema.NoteEntry, key))
    tx.cannot_be_undone()
    return found


def _taken(tx: Tx, text: Rescued, item: str) -> str:
    author = Author(text.author, tx.author.role, text.station)
    row = tx.session.get(schema.NoteEntry, text.entry)
    if row is None:
        return _new(tx, text, author, _item(tx, text.item, item), entry=text.entry, revision=text.base + 1).id
    if row.deleted_at is None and row.revision in (text.base, text.base or 1):
        # Revision 1 of an entry that was new is a save that was not acknowledged: nobody else could know it.
        record(tx, row, RevisionReason.TYPED, author=row.changed_by)
        wrote = write_row(tx, row, text.written)
        if wrote:
            row.changed_by = text.author
        if _filed(row, text) or wrote:
            record(tx, row, RevisionReason.RESCUED, author=text.author)
        return row.id
    holds = _holder(tx, row, text.written)
    if holds:
        if holds == row.id and row.text == storable(text.written.text):
            # Its filing did not reach the meeting, or nobody was told that its text did.
            _filed(row, text)
        return holds
    sibling = _new(tx, text, author, row.item, entry=tx.new_id(), revision=1, place=row.place + 1)
    sibling.conflict_of, sibling.filed_at = row.id, row.filed_at or sibling.filed_at
    return sibling.id


def _filed(row: schema.NoteEntry, text: Rescued) -> bool:
    """Let an entry stand in the list if it was filed when it was rescued; return whether it did not before."""
    if row.filed_at is not None or text.filed_at is None:
        return False
    row.filed_at = text.filed_at
    return True


def _new(
    tx: Tx, text: Rescued, author: Author, item: str, *, entry: str, revision: int, place: int = 0
) -> schema.NoteEntry:
    row = new_row(
        tx,
        entry=entry,
        item=item,
        started_at=text.started_at,
        place=place or place_of_new(tx, item, text.started_at),
        written=text.written,
        revision=revision,
    )
    # Whoever takes it in did not write it.
    row.filed_at = text.filed_at
    row.author, row.station, row.changed_by = author.operator, author.station, author.operator
    record(tx, row, RevisionReason.RESCUED, author=author.operator)
    return row


def _holder(tx: Tx, row: schema.NoteEntry, written: Written) -> str:
    """Return which entry says what was rescued, said so before, or was typed on from there: this one, one beside it, or none."""
    text = storable(written.text)
    if row.deleted_at is None and row.text.startswith(text):
        return row.id
    kept = tx.session.scalars(select(schema.NoteRevision.written).where(schema.NoteRevision.entry == row.id))
    if any(one["text"] == text for one in kept):
        return row.id
    beside = select(schema.NoteEntry.id).where(schema.NoteEntry.conflict_of == row.id, schema.NoteEntry.text == text)
    return tx.session.scalars(beside.limit(1)).first() or ""


def _item(tx: Tx, wanted: str, other: str) -> str:
    there = tx.session.get(schema.Item, wanted) is not None
    return wanted if there or not other else other
