"""The items of the agenda as rapporteurs share them: how far the notes of each are, and whose they are to write."""

from collections import Counter

from sqlalchemy import Integer, case, func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.item_rows import the_item
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.folding import clean
from cmc_desk.rules.note_kinds import NoteStatus
from cmc_desk.rules.notes import ItemNotes
from cmc_desk.rules.refusal import Refusal


def item_notes(session: Session) -> tuple[ItemNotes, ...]:
    """Return how far the notes of every item are, in the order of the agenda.

    Entries that are still in a composer or were deleted are not counted; an item with entries is one that somebody writes on.
    """
    counts = _counts(session)
    conflicts = _conflicts(session)
    item = schema.Item
    rows = session.execute(
        select(item.id, schema.ItemNotes.status, schema.ItemNotes.rapporteur)
        .outerjoin(schema.ItemNotes, schema.ItemNotes.id == item.id)
        .order_by(item.day, item.starts, item.ends, item.id)
    )
    found = []
    for key, status, rapporteur in rows:
        filed, written, unknown = counts.get(key, (0, 0, 0))
        begun = NoteStatus.WRITING if written else NoteStatus.LATER
        found.append(
            ItemNotes(
                item=key,
                status=begun if status in (None, NoteStatus.LATER) else status,
                entries=filed,
                unknown_speakers=unknown,
                conflicts=conflicts[key],
                rapporteur=rapporteur or "",
            )
        )
    return tuple(found)


@command("notes.status")
def set_note_status(tx: Tx, *, item: str, status: NoteStatus) -> str:
    """Say how far the notes of an item are."""
    _row(tx, item).status = NoteStatus(status)
    return item


@command("notes.assign")
def assign_item(tx: Tx, *, item: str, rapporteur: str) -> str:
    """Say who is to write the notes of an item; nobody in particular if the name is empty."""
    row = _row(tx, item)
    row.rapporteur, row.handed_by, row.handed_at = clean(rapporteur), "", None
    return item


@command("notes.hand_over")
def hand_over_item(tx: Tx, *, item: str, rapporteur: str) -> str:
    """Hand the notes of an item over to somebody else, who writes them from now on.

    Raises Refusal without a name, or if it is theirs already.
    """
    name = clean(rapporteur)
    if not name:
        raise Refusal(_("To whom? Choose a rapporteur."), field="rapporteur")
    row = _row(tx, item)
    if row.rapporteur == name:
        raise Refusal(_("The notes of this item are theirs already."), field="rapporteur")
    row.rapporteur, row.handed_by, row.handed_at = name, tx.author.operator, tx.now
    return item


def _row(tx: Tx, item: str) -> schema.ItemNotes:
    key = the_item(tx.session, item).id
    row = tx.session.get(schema.ItemNotes, key)
    if row is None:
        row = schema.ItemNotes(id=key, status=NoteStatus.LATER, rapporteur="", handed_by="", handed_at=None)
        tx.session.add(row)
    return row


def _counts(session: Session) -> dict[str, tuple[int, int, int]]:
    """Return by item: how many entries are filed, how many there are at all, and of how many of the filed nobody knows who spoke."""
    entry = schema.NoteEntry
    unknown = func.sum(case((entry.unknown & entry.filed_at.is_not(None), 1), else_=0), type_=Integer)
    rows = session.execute(
        select(entry.item, func.count(entry.filed_at), func.count(), unknown)
        .where(entry.deleted_at.is_(None))
        .group_by(entry.item)
    )
    return {item: (filed, written, lost) for item, filed, written, lost in rows}


def _conflicts(session: Session) -> Counter[str]:
    """Return by item how many entries stand beside another that is there still."""
    entry = schema.NoteEntry
    # In two steps: joined with themselves, all entries are looked at to find the few.
    beside = session.execute(
        select(entry.item, entry.conflict_of).where(entry.conflict_of.is_not(None), entry.deleted_at.is_(None))
    ).all()
    if not beside:
        return Counter()
    there = select(entry.id).where(entry.id.in_({row.conflict_of for row in beside}), entry.deleted_at.is_(None))
    others = set(session.scalars(there))
    return Counter(row.item for row in beside if row.conflict_of in others)
