"""The notes: what is typed is kept at once, and on record when it is filed, left, or a revision of it is taken.

Nothing is ever overwritten: whoever writes says which revision they have read, and where another one stands in the store the text is kept
beside it as an entry of its own.
"""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.floor_amendments import follow_entry
from cmc_desk.desk.note_changes import (
    close_action,
    fix_speakers,
    merge_entry,
    restore_revision,
    set_attribution,
    set_highlight,
    settle_conflict,
    substitute,
)
from cmc_desk.desk.note_order import bring_back, delete_entry, move_entry, put_in_item
from cmc_desk.desk.note_rows import new_row, place_of_new, record, revision_before, the_entry, write_row, written_of
from cmc_desk.desk.note_set_back import SetBack, set_back
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import RevisionReason
from cmc_desk.rules.note_text import storable
from cmc_desk.rules.notes import Written
from cmc_desk.rules.plain import to_plain
from cmc_desk.rules.refusal import Refusal

__all__ = [
    "Kept",
    "bring_back",
    "close_action",
    "delete_entry",
    "file_entry",
    "fix_speakers",
    "keep_entry",
    "leave_entry",
    "merge_entry",
    "move_entry",
    "new_entry_id",
    "put_in_item",
    "restore_revision",
    "set_attribution",
    "set_back",
    "set_highlight",
    "settle_conflict",
    "substitute",
    "take_revision",
    "unfile_entry",
]


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a text stands now: the entry and its revision, with which whoever typed it goes on.

    `conflict` is empty, or `entry` once more if somebody else had written there first and the text was kept beside theirs. `proposal`
    is the key of what an amendment became in its draft, `number` its number as printed, and `trouble` says why it is a comment only.
    """

    entry: str
    revision: int
    conflict: str = ""
    proposal: str = ""
    number: str = ""
    trouble: str = ""


def new_entry_id() -> str:
    """Return what an entry is known by from its first key on."""
    return secrets.token_hex(16)


def keep_entry(tx: Tx, *, entry: str, item: str, started_at: datetime, written: Written, base: int) -> Kept:
    """Keep what is being typed, through `Desk.keep`; `base` is the revision it was typed on, 0 for a new entry.

    Raises Refusal if the item of a new entry was removed from the agenda.
    """
    return _write(tx, entry, written, base, item=item, started_at=started_at)


@command("notes.file")
def file_entry(
    tx: Tx, *, entry: str, item: str, started_at: datetime, written: Written, base: int, beside: str = ""
) -> Kept:
    """File an entry: it leaves the composer of its author and stands in the list. Undoing puts it back there.

    `beside` says at another station which entry it was kept beside. Raises Refusal if nothing is written in it.
    """
    if not written.text.strip():
        raise Refusal(_("The entry is empty: type what was said."), field="text")
    kept = _write(tx, entry, written, base, item=item, started_at=started_at, beside=beside)
    row = the_entry(tx.session, kept.entry)
    if row.filed_at is None:
        row.filed_at = tx.now
        tx.undo_with(unfile_entry, entry=row.id)
    else:
        tx.cannot_be_undone()
    record(tx, row, RevisionReason.FILED)
    _carry(tx, row, written)
    return _followed(tx, row, kept)


@command("notes.unfile")
def unfile_entry(tx: Tx, *, entry: str) -> str:
    """Put a filed entry back into the composer of its author, as it is now.

    Raises Refusal if it was deleted since.
    """
    row = the_entry(tx.session, entry)
    if row.deleted_at is not None:
        raise Refusal(_("This entry was deleted or merged since: bring it back first."))
    row.filed_at = None
    follow_entry(tx, row)
    tx.cannot_be_undone()
    return row.id


@command("notes.leave")
def leave_entry(
    tx: Tx,
    *,
    entry: str,
    written: Written,
    base: int,
    item: str = "",
    started_at: datetime | None = None,
    beside: str = "",
) -> Kept:
    """Record that an entry was edited and left; undoing brings back what it said before the edit.

    `item`, `started_at` and `beside` tell another station what it needs if it has not seen the entry.
    """
    kept = _write(tx, entry, written, base, item=item, started_at=started_at, beside=beside)
    row = the_entry(tx.session, kept.entry)
    before = revision_before(tx.session, row)
    after = record(tx, row, RevisionReason.LEFT)
    if before is None or kept.conflict or before == after:
        tx.cannot_be_undone()
    else:
        tx.undo_with(set_back, changes=(SetBack(row.id, before, after),))
    _carry(tx, row, written)
    return _followed(tx, row, kept)


@command("notes.revision")
def take_revision(
    tx: Tx,
    *,
    entry: str,
    written: Written,
    base: int,
    reason: RevisionReason = RevisionReason.TYPED,
    item: str = "",
    started_at: datetime | None = None,
    beside: str = "",
) -> Kept:
    """Keep what an entry says now among its revisions; the rest is as for `leave_entry`."""
    kept = _write(tx, entry, written, base, item=item, started_at=started_at, beside=beside)
    row = the_entry(tx.session, kept.entry)
    record(tx, row, reason)
    tx.cannot_be_undone()
    _carry(tx, row, written)
    return kept


def _write(
    tx: Tx,
    entry: str,
    written: Written,
    base: int,
    *,
    item: str,
    started_at: datetime | None,
    beside: str = "",
) -> Kept:
    row = tx.session.get(schema.NoteEntry, entry)
    if row is None:
        return _added(tx, entry, written, base, item=item, started_at=started_at or tx.now, beside=beside)
    if base == 0 and row.revision == 1 and (row.author, row.station) == (tx.author.operator, tx.author.station):
        # It was kept, and whoever typed it was not told: nobody else could know the new entry.
        base = 1
    if row.revision == base and row.deleted_at is None:
        if row.changed_by != tx.author.operator and written_of(row) != written:
            # Of one's own text every pause is no revision; what somebody else has written is one.
            record(tx, row, RevisionReason.TYPED, author=row.changed_by)
        write_row(tx, row, written)
        return Kept(row.id, row.revision)
    if written_of(row) == written:
        return Kept(row.id, row.revision)
    return _kept_beside(tx, row, written, started_at or tx.now)


def _added(tx: Tx, entry: str, written: Written, base: int, *, item: str, started_at: datetime, beside: str) -> Kept:
    place = place_of_new(tx, item, started_at)
    other = tx.session.get(schema.NoteEntry, beside) if beside else None
    if other is not None:
        place = other.place + 1
    row = new_row(tx, entry=entry, item=item, started_at=started_at, place=place, written=written, revision=base + 1)
    row.conflict_of = other.id if other is not None else None
    return Kept(row.id, row.revision)


def _kept_beside(tx: Tx, row: schema.NoteEntry, written: Written, started_at: datetime) -> Kept:
    record(tx, row, RevisionReason.BESIDE, author=row.changed_by)
    sibling = new_row(tx, entry=tx.new_id(), item=row.item, started_at=started_at, place=row.place + 1, written=written)
    sibling.conflict_of = row.id
    sibling.filed_at = row.filed_at
    record(tx, sibling, RevisionReason.BESIDE)
    return Kept(sibling.id, sibling.revision, conflict=sibling.id)


def _followed(tx: Tx, row: schema.NoteEntry, kept: Kept) -> Kept:
    """Let the draft have what an entry proposes."""
    told = follow_entry(tx, row)
    return replace(kept, proposal=told.proposal, number=told.number, trouble=told.trouble)


def _carry(tx: Tx, row: schema.NoteEntry, written: Written) -> None:
    """Let the journal keep what another station needs to make the entry, whatever the window has told."""
    tx.apart |= {"item": row.item, "started_at": row.started_at.isoformat()}
    if storable(written.text) != written.text:
        # The journal takes no half characters either.
        tx.apart["written"] = to_plain(written_of(row))
    if row.conflict_of:
        tx.apart["beside"] = row.conflict_of
