"""What is changed of entries that stand in the notes: speakers, marks, actions, merged, settled, corrected, restored."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.floor_amendments import follow_entry
from cmc_desk.desk.note_order import neighbour
from cmc_desk.desk.note_rows import revision_of, the_entry, written_of
from cmc_desk.desk.note_set_back import SetBack, change, set_back
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import Attribution, EntryKind, RevisionReason
from cmc_desk.rules.note_text import joined, same_speaker
from cmc_desk.rules.notes import Written
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.substitution import Substitution, corrected

_CLOSABLE = (EntryKind.ACTION, EntryKind.NEXT_STEP)


@command("notes.restore")
def restore_revision(tx: Tx, *, entry: str, number: int) -> str:
    """Let an entry say again what it said at a revision; that is a new revision, and none is rewritten."""
    row = the_entry(tx.session, entry)
    _changed(tx, [(row, revision_of(tx.session, row.id, number))], RevisionReason.RESTORED)
    return row.id


@command("notes.highlight")
def set_highlight(tx: Tx, *, entry: str, on: bool) -> str:
    """Mark an entry for the read-out, or take the mark away."""
    row = the_entry(tx.session, entry)
    _changed(tx, [(row, replace(written_of(row), highlighted=on))])
    return row.id


@command("notes.attribution")
def set_attribution(tx: Tx, *, entry: str, attribution: Attribution) -> str:
    """Say whether a summary may tell who said what stands in an entry."""
    row = the_entry(tx.session, entry)
    _changed(tx, [(row, replace(written_of(row), attribution=attribution))])
    return row.id


@command("notes.fix_speakers")
def fix_speakers(tx: Tx, *, entries: tuple[str, ...], delegation: str, participant: str = "") -> int:
    """Say who spoke in entries whose speaker was not known or is not right; nobody if both are empty. Return how many were changed.

    Raises Refusal if the delegation or the person is not of the meeting.
    """
    person = tx.session.get(schema.Participant, participant) if participant else None
    if participant and person is None:
        raise Refusal(_("This person is not in the meeting file any more."), field="participant")
    code = delegation or (person.delegation if person is not None else "")
    if code and tx.session.get(schema.Delegation, code) is None:
        raise Refusal(_("Which delegation? Choose one of the list."), field="delegation")
    rows = [the_entry(tx.session, entry) for entry in dict.fromkeys(entries)]
    return _changed(
        tx,
        [(row, replace(written_of(row), delegation=code, participant=participant, unknown=False)) for row in rows],
    )


@command("notes.close_action")
def close_action(tx: Tx, *, entry: str, closed: bool) -> str:
    """Record that an action or a next step is done, or that it is not done after all."""
    row = the_entry(tx.session, entry)
    if row.kind not in _CLOSABLE:
        raise Refusal(_("Only an action or a next step can be done."))
    row.closed_at = tx.now if closed else None
    return row.id


@command("notes.merge")
def merge_entry(tx: Tx, *, entry: str) -> str:
    """Make an entry and the one before it into one, and return that; the entry itself is deleted and can be brought back.

    Raises Refusal if none stands before it, or if they are of two speakers.
    """
    row = the_entry(tx.session, entry)
    first = neighbour(tx, row, up=True)
    if first is None:
        raise Refusal(_("No entry stands before this one."))
    if not same_speaker(written_of(first), written_of(row)):
        raise Refusal(_("These two entries are of different speakers: they stay apart."))
    _replace(tx, first, row, joined(written_of(first), written_of(row)), RevisionReason.MERGED)
    return first.id


@command("notes.settle")
def settle_conflict(tx: Tx, *, entry: str, keep: str = "") -> str:
    """Settle which text stays where two were kept: that of the entry `keep`, or both as entries of their own if it is empty.

    `entry` is the one that was kept beside the other. What does not stay is deleted or an earlier revision: it can be brought back.
    """
    row = the_entry(tx.session, entry)
    other = tx.session.get(schema.NoteEntry, row.conflict_of) if row.conflict_of else None
    if other is None:
        raise Refusal(_("This was settled already."))
    if keep == row.id:
        # The first entry stays the one that read-outs and recommendations know.
        _replace(tx, other, row, written_of(row), RevisionReason.CHANGED)
        return other.id
    if keep == other.id:
        row.deleted_at = tx.now
        follow_entry(tx, row)
        return other.id
    if keep:
        raise Refusal(_("Which text stays? Choose one of the two, or both."), field="keep")
    row.conflict_of = None
    return row.id


@command("notes.substitute")
def substitute(tx: Tx, *, item: str, old: str, new: str) -> str:
    """Correct the last place in the notes of an item where `old` stands, and return its entry.

    Capitals count, unless it stands nowhere as it was typed. Raises Refusal if it stands nowhere at all.
    """
    if not old:
        raise Refusal(_("What is to be corrected? Type s/wrong/right/."), field="old")
    rows = _backwards(tx, item)
    row = next((row for row in rows if old in row.text), None)
    for found in rows if row is None else (row,):
        text = corrected(found.text, Substitution(old, new))
        if text is not None:
            _changed(tx, [(found, replace(written_of(found), text=text))])
            return found.id
    raise Refusal(_("This stands nowhere in the notes of the item."), field="old")


def _backwards(tx: Tx, item: str) -> Sequence[schema.NoteEntry]:
    """Return the entries that stand in the list of an item, the last one first."""
    return tx.session.scalars(
        select(schema.NoteEntry)
        .where(
            schema.NoteEntry.item == item,
            schema.NoteEntry.deleted_at.is_(None),
            schema.NoteEntry.filed_at.is_not(None),
        )
        .order_by(schema.NoteEntry.place.desc())
    ).all()


def _changed(
    tx: Tx,
    wanted: Sequence[tuple[schema.NoteEntry, Written]],
    reason: RevisionReason = RevisionReason.CHANGED,
) -> int:
    """Write entries anew, so that undoing takes back just that; return how many say something else now."""
    done = [one for row, written in wanted if (one := change(tx, row, written, reason)) is not None]
    if done:
        tx.undo_with(set_back, changes=tuple(done))
    else:
        tx.cannot_be_undone()
    return len(done)


def _replace(tx: Tx, stays: schema.NoteEntry, goes: schema.NoteEntry, written: Written, reason: RevisionReason) -> None:
    """Let one entry say what is wanted of both, and delete the other."""
    goes.deleted_at = tx.now
    follow_entry(tx, goes)
    done: SetBack | None = change(tx, stays, written, reason)
    tx.undo_with(set_back, changes=(done,) if done is not None else (), deleted=(goes.id,))
