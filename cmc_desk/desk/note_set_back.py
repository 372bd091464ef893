"""Taking back what a command changed of entries of the notes, field by field: what was typed since stays."""

from dataclasses import dataclass, fields, replace
from typing import Any

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.floor_amendments import follow_entry
from cmc_desk.desk.note_rows import record, revision_of, the_entry, write_row, written_of
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import RevisionReason
from cmc_desk.rules.notes import Written
from cmc_desk.rules.refusal import Refusal


@dataclass(frozen=True, slots=True)
class SetBack:
    """An entry that a command changed: the revisions that say what stood there before and after."""

    entry: str
    before: int
    after: int


@command("notes.set_back")
def set_back(tx: Tx, *, changes: tuple[SetBack, ...], deleted: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Take back what a command changed of entries, and bring back those that it deleted.

    What another act changed since stays; raises Refusal if it is the same fact, or if a deleted entry is there again.
    """
    for change in reversed(changes):
        row = the_entry(tx.session, change.entry)
        before = revision_of(tx.session, row.id, change.before)
        after = revision_of(tx.session, row.id, change.after)
        record(tx, row, RevisionReason.TYPED, author=row.changed_by)
        write_row(tx, row, _set_back(written_of(row), before, after))
        record(tx, row, RevisionReason.RESTORED)
        follow_entry(tx, row)
    for key in deleted:
        row = the_entry(tx.session, key)
        if row.deleted_at is None:
            raise changed_since()
        row.deleted_at = None
        follow_entry(tx, row)
    tx.cannot_be_undone()
    return (*(change.entry for change in changes), *deleted)


def change(tx: Tx, row: schema.NoteEntry, written: Written, reason: RevisionReason) -> SetBack | None:
    """Write an entry anew in the open transaction, with a revision of before and after; None if nothing changes."""
    before = record(tx, row, RevisionReason.TYPED, author=row.changed_by)
    if not write_row(tx, row, written):
        return None
    after = record(tx, row, reason)
    follow_entry(tx, row)
    return SetBack(row.id, before, after)


def changed_since() -> Refusal:
    """Return what is said where taking back would overwrite what somebody wrote."""
    return Refusal(_("This cannot be undone any more: it was changed again since. Nothing was changed."))


def _set_back(now: Written, before: Written, after: Written) -> Written:
    wanted: dict[str, Any] = {}
    for field in fields(Written):
        was, became = getattr(before, field.name), getattr(after, field.name)
        if was != became:
            if getattr(now, field.name) != became:
                raise changed_since()
            wanted[field.name] = was
    return replace(now, **wanted)
