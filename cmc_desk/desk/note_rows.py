"""The row of an entry of the notes: read as a fact, written as it was typed, and its revisions."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import RevisionReason
from cmc_desk.rules.note_text import storable
from cmc_desk.rules.notes import NoteEntry, NoteRevision, Written
from cmc_desk.rules.plain import from_plain, to_plain
from cmc_desk.rules.refusal import Refusal

_Entry = schema.NoteEntry
_REFERENCES: dict[str, type[schema.Base]] = {
    "delegation": schema.Delegation,
    "participant": schema.Participant,
    "document": schema.Draft,
}
# A first save comes a second and a half after the first key; a file that is locked takes a little longer.
_JUST_NOW = timedelta(seconds=5)
_TYPED = ("text", "provision", "assignee", "language")
_WRITTEN = tuple(Written.__dataclass_fields__)
# In the order of the facts, and columns instead of objects: two thousand entries open in a third of the time.
ENTRY_COLUMNS = (
    *(func.coalesce(getattr(_Entry, name), "") if name in _REFERENCES else getattr(_Entry, name) for name in _WRITTEN),
    *(_Entry.id, _Entry.item, _Entry.place, _Entry.started_at, _Entry.changed_at, _Entry.author, _Entry.station),
    *(_Entry.revision, _Entry.filed_at, _Entry.deleted_at, _Entry.closed_at),
    *(func.coalesce(_Entry.conflict_of, ""), _Entry.changed_by),
)


def fact_of(columns: Sequence[Any]) -> NoteEntry:
    """Return an entry from its `ENTRY_COLUMNS`."""
    written, own = len(_WRITTEN), len(_WRITTEN) + 8
    return NoteEntry(*[*columns[written:own], Written(*columns[:written]), *columns[own:]])


def written_of(row: schema.NoteEntry) -> Written:
    """Return what a rapporteur may change of an entry, as it stands."""
    return Written(
        text=row.text,
        kind=row.kind,
        delegation=row.delegation or "",
        participant=row.participant or "",
        unknown=row.unknown,
        document=row.document or "",
        provision=row.provision,
        language=row.language,
        attribution=row.attribution,
        highlighted=row.highlighted,
        assignee=row.assignee,
        due=row.due,
    )


def revision_fact(row: schema.NoteRevision) -> NoteRevision:
    """Return a revision as a fact."""
    return NoteRevision(
        key=row.id,
        entry=row.entry,
        number=row.number,
        at=row.at,
        author=row.author,
        station=row.station,
        reason=row.reason,
        written=from_plain(Written, row.written),
    )


def the_entry(session: Session, entry: str) -> schema.NoteEntry:
    """Return the row of an entry; raises Refusal if it is not there."""
    row = session.get(schema.NoteEntry, entry)
    if row is None:
        raise Refusal(_("This entry is not in the notes."))
    return row


def new_row(
    tx: Tx, *, entry: str, item: str, started_at: datetime, place: int, written: Written, revision: int = 1
) -> schema.NoteEntry:
    """Add an entry to the notes of an item, at `place` or the next free one after it.

    Raises Refusal if the item was removed from the agenda.
    """
    if tx.session.get(schema.Item, item) is None:
        raise Refusal(_("This item was removed from the agenda: copy the text and write it under another item."))
    row = schema.NoteEntry(
        id=entry,
        serial=(tx.session.scalar(select(func.max(schema.NoteEntry.serial))) or 0) + 1,
        item=item,
        place=free_place(tx.session, item, place),
        started_at=started_at,
        changed_at=tx.now,
        changed_by=tx.author.operator,
        author=tx.author.operator,
        station=tx.author.station,
        revision=revision,
        **_columns(tx.session, written),
    )
    tx.session.add(row)
    tx.session.flush()
    return row


def write_row(tx: Tx, row: schema.NoteEntry, written: Written) -> bool:
    """Write what was typed into an entry as its next revision; return whether it says anything else than before."""
    columns = _columns(tx.session, written, known=row)
    if all(getattr(row, name) == value for name, value in columns.items()):
        return False
    for name, value in columns.items():
        setattr(row, name, value)
    row.revision += 1
    row.changed_at, row.changed_by = tx.now, tx.author.operator
    return True


def free_place(session: Session, item: str, place: int) -> int:
    """Return the first place from `place` on where no entry of the item stands, so that their order is one for everybody."""
    entry = schema.NoteEntry
    taken = select(entry.place).where(entry.item == item, entry.place >= place).order_by(entry.place)
    for one in session.scalars(taken.execution_options(yield_per=20)):
        if one > place:
            break
        place = one + 1
    return place


def place_of_new(tx: Tx, item: str, started_at: datetime) -> int:
    """Return where a new entry of an item stands: by when it was begun, but last if that was just now, or the clock was set back since.

    What is told or rescued later stands where it was said. What somebody types stands at the end, also where a clock that was set back
    catches up between its first key and its first save.
    """
    last = tx.session.scalar(select(func.max(schema.NoteEntry.place)).where(schema.NoteEntry.item == item)) or 0
    place = place_at(started_at)
    return max(place, last + 1) if last > place_at(tx.now) or tx.now - started_at <= _JUST_NOW else place


def place_at(instant: datetime) -> int:
    """Return where an entry stands that was begun then: the milliseconds since 1970."""
    return round(instant.timestamp() * 1000)


def record(tx: Tx, row: schema.NoteEntry, reason: RevisionReason, *, author: str = "") -> int:
    """Keep what an entry says now as a revision, unless it is kept already; return its number."""
    tx.session.flush()
    found = select(schema.NoteRevision.id).where(
        schema.NoteRevision.entry == row.id, schema.NoteRevision.number == row.revision
    )
    if tx.session.scalar(found) is None:
        tx.session.add(
            schema.NoteRevision(
                id=tx.new_id(),
                entry=row.id,
                number=row.revision,
                at=row.changed_at,
                author=author or tx.author.operator,
                station=tx.author.station,
                reason=reason,
                written=to_plain(written_of(row)),
            )
        )
        tx.session.flush()
    return row.revision


def revision_before(session: Session, row: schema.NoteEntry) -> int | None:
    """Return the revision that an edit of an entry began with: the newest that was not taken while somebody typed."""
    found = schema.NoteRevision
    return session.scalar(
        select(found.number)
        .where(found.entry == row.id, found.number < row.revision, found.reason != RevisionReason.TYPED)
        .order_by(found.number.desc())
        .limit(1)
    )


def revision_of(session: Session, entry: str, number: int) -> Written:
    """Return what an entry said at a revision; raises Refusal if that was not kept."""
    row = session.scalars(
        select(schema.NoteRevision).where(schema.NoteRevision.entry == entry, schema.NoteRevision.number == number)
    ).first()
    if row is None:
        raise Refusal(_("This revision of the entry was not kept."))
    found: Written = from_plain(Written, row.written)
    return found


def _columns(session: Session, written: Written, *, known: schema.NoteEntry | None = None) -> dict[str, Any]:
    """Return the columns of an entry; a speaker or a document that was removed meanwhile keeps nobody from typing on."""
    found = {name: getattr(written, name) for name in _WRITTEN}
    found |= {name: storable(found[name]) for name in _TYPED}
    for name, table in _REFERENCES.items():
        value = found[name] or None
        if value is not None and (known is None or getattr(known, name) != value):
            value = value if session.get(table, value) is not None else None
        found[name] = value
    lost = written.delegation != "" and found["delegation"] is None
    found["unknown"] = lost or (written.unknown and found["delegation"] is None)
    return found
