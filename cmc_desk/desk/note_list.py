"""The entries of the notes, as windows and papers read them: by item, day, delegation, and what is left to do."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.note_rows import ENTRY_COLUMNS, fact_of, revision_fact
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.notes import NoteEntry, NoteRevision

_Entry = schema.NoteEntry


def notes_of(session: Session, *, item: str, deleted: bool = False) -> tuple[NoteEntry, ...]:
    """Return the entries of an item in their order, or those that were deleted there.

    Those that are still in a composer (no `filed_at`) are among them, except where nothing is written in them.
    """
    return _found(session, _shown(deleted=deleted).where(_Entry.item == item).order_by(_Entry.place, _Entry.id))


@dataclass(frozen=True, slots=True)
class Mark:
    """What tells that an entry was written, filed, settled or put under another entry since it was read."""

    key: str
    revision: int
    filed: bool
    closed: bool
    beside: str


def marks_of(session: Session, *, item: str) -> tuple[Mark, ...]:
    """Return the marks of the entries that `notes_of` returns, in the same order: to look at them costs a tenth of reading them."""
    query = (
        select(_Entry.id, _Entry.revision, _Entry.filed_at.is_not(None), _Entry.closed_at.is_not(None))
        .add_columns(func.coalesce(_Entry.conflict_of, ""))
        .where(_Entry.item == item, _Entry.deleted_at.is_(None), (_Entry.text != "") | _Entry.filed_at.is_not(None))
        .order_by(_Entry.place, _Entry.id)
    )
    return tuple(Mark(*row) for row in session.connection().execute(query))


def entries_with(session: Session, *, keys: Collection[str]) -> tuple[NoteEntry, ...]:
    """Return some entries by their keys, in no order."""
    return _found(session, select(*ENTRY_COLUMNS).where(_Entry.id.in_(keys)))


def notes_of_day(session: Session, *, day: date) -> tuple[NoteEntry, ...]:
    """Return the entries of all items of a day, item by item in the order of the agenda."""
    return _found(session, _by_item(_shown()).where(schema.Item.day == day))


def notes_of_delegation(session: Session, *, delegation: str) -> tuple[NoteEntry, ...]:
    """Return everything that one delegation said, across items and days."""
    return _found(session, _by_item(_shown()).where(_Entry.delegation == delegation))


def register_of_actions(session: Session) -> tuple[NoteEntry, ...]:
    """Return the actions and next steps that stand in the notes, in the order of the agenda; those that are done too."""
    acts = (EntryKind.ACTION, EntryKind.NEXT_STEP)
    return _found(session, _by_item(_shown()).where(_Entry.kind.in_(acts), _Entry.filed_at.is_not(None)))


def all_notes(session: Session) -> tuple[NoteEntry, ...]:
    """Return every entry that there ever was, in the order of the agenda: what was deleted and what is in a composer too."""
    return _found(session, _by_item(select(*ENTRY_COLUMNS)))


def unfiled(session: Session, *, author: str, station: str) -> tuple[NoteEntry, ...]:
    """Return what somebody has in their composers at a station and has not filed, the oldest first."""
    query = _shown().where(_Entry.author == author, _Entry.station == station, _Entry.filed_at.is_(None))
    return _found(session, query.order_by(_Entry.started_at, _Entry.id))


def entry_of(session: Session, *, entry: str) -> NoteEntry | None:
    """Return an entry, deleted or not; None if there is none of this key."""
    row = session.execute(select(*ENTRY_COLUMNS).where(_Entry.id == entry)).first()
    return None if row is None else fact_of(row)


def revisions_of(session: Session, *, entry: str) -> tuple[NoteRevision, ...]:
    """Return what an entry said, from its first revision that was kept to the newest."""
    query = select(schema.NoteRevision).where(schema.NoteRevision.entry == entry).order_by(schema.NoteRevision.number)
    return tuple(revision_fact(row) for row in session.scalars(query))


def _shown(*, deleted: bool = False) -> Select[Any]:
    gone = _Entry.deleted_at.is_not(None) if deleted else _Entry.deleted_at.is_(None)
    # The row exists from the first key on: what was typed and taken back again is nothing to show.
    return select(*ENTRY_COLUMNS).where(gone, (_Entry.text != "") | _Entry.filed_at.is_not(None))


def _by_item(query: Select[Any]) -> Select[Any]:
    item = schema.Item
    return query.join(item, item.id == _Entry.item).order_by(
        item.day, item.starts, item.ends, item.id, _Entry.place, _Entry.id
    )


def _found(session: Session, query: Select[Any]) -> tuple[NoteEntry, ...]:
    return tuple(map(fact_of, session.connection().execute(query)))
