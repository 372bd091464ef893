"""Where an entry stands among the notes of its item, and whether it stands there: moved, deleted, brought back."""

from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.floor_amendments import follow_entry
from cmc_desk.desk.item_rows import the_item
from cmc_desk.desk.note_rows import free_place, the_entry
from cmc_desk.desk.note_set_back import changed_since
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal


@command("notes.delete")
def delete_entry(tx: Tx, *, entry: str) -> str:
    """Take an entry out of the notes; it can be brought back at any time."""
    row = the_entry(tx.session, entry)
    if row.deleted_at is not None:
        raise Refusal(_("This entry was deleted already."))
    row.deleted_at = tx.now
    follow_entry(tx, row)
    return row.id


@command("notes.bring_back")
def bring_back(tx: Tx, *, entry: str) -> str:
    """Bring a deleted entry back to where it stood."""
    row = the_entry(tx.session, entry)
    if row.deleted_at is None:
        raise Refusal(_("This entry is in the notes already."))
    row.deleted_at = None
    follow_entry(tx, row)
    return row.id


@command("notes.move")
def move_entry(tx: Tx, *, entry: str, up: bool) -> str:
    """Let an entry change places with the one before it, or with the one after."""
    row = the_entry(tx.session, entry)
    other = neighbour(tx, row, up=up)
    if other is None:
        raise Refusal(
            _("This is the first entry of the item already.")
            if up
            else _("This is the last entry of the item already.")
        )
    row.place, other.place = other.place, row.place
    tx.undo_with(change_places, entry=row.id, other=other.id, place=row.place, of_other=other.place)
    return row.id


@command("notes.change_places")
def change_places(tx: Tx, *, entry: str, other: str, place: int, of_other: int) -> str:
    """Take back that two entries changed places; raises Refusal unless both still stand where they came to stand."""
    row, beside = the_entry(tx.session, entry), the_entry(tx.session, other)
    if row.item != beside.item or (row.place, beside.place) != (place, of_other):
        raise changed_since()
    row.place, beside.place = of_other, place
    tx.cannot_be_undone()
    return row.id


@command("notes.to_item")
def put_in_item(tx: Tx, *, entry: str, item: str) -> str:
    """Put an entry that was written under the wrong item under another one, by the time at which it was begun."""
    row = the_entry(tx.session, entry)
    key = the_item(tx.session, item).id
    if row.item == key:
        raise Refusal(_("This entry is under this item already."), field="item")
    before, place = row.item, row.place
    row.item, row.place = key, free_place(tx.session, key, row.place)
    tx.undo_with(take_from_item, entry=row.id, item=key, before=before, place=place)
    return row.id


@command("notes.from_item")
def take_from_item(tx: Tx, *, entry: str, item: str, before: str, place: int) -> str:
    """Take back that an entry was put under `item`: it stands where it stood, or after whatever has come there since."""
    row = the_entry(tx.session, entry)
    if row.item != item:
        raise changed_since()
    row.item, row.place = the_item(tx.session, before).id, free_place(tx.session, before, place)
    tx.cannot_be_undone()
    return row.id


def neighbour(tx: Tx, row: schema.NoteEntry, *, up: bool) -> schema.NoteEntry | None:
    """Return the entry that stands before or after one in the list; raises Refusal if it does not stand there itself."""
    if row.deleted_at is not None or row.filed_at is None:
        raise Refusal(_("This entry is not in the list: file it or bring it back first."))
    place = schema.NoteEntry.place
    query = select(schema.NoteEntry).where(
        schema.NoteEntry.item == row.item,
        schema.NoteEntry.deleted_at.is_(None),
        schema.NoteEntry.filed_at.is_not(None),
        place < row.place if up else place > row.place,
    )
    return tx.session.scalars(query.order_by(place.desc() if up else place).limit(1)).first()
