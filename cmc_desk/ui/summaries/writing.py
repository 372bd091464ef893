"""One write of an entry: what is asked of the store, and how a write that was never acknowledged is found there again."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from cmc_desk.desk.command import Tx
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_list import entry_of
from cmc_desk.desk.notes import Kept, file_entry, keep_entry, leave_entry, take_revision
from cmc_desk.rules.note_text import storable
from cmc_desk.rules.notes import NoteEntry, Written
from cmc_desk.rules.refusal import Refusal


class Act(Enum):
    """What becomes of an entry by a write of it."""

    KEEP = auto()
    REVISION = auto()
    FILE = auto()
    LEAVE = auto()


@dataclass(slots=True)
class Subject:
    """The entry that is being written: `base` is the revision that it was read at or written as last, 0 while the store has none.

    `filed` says that it stands in the list already. `tried` is what was last given to a store that did not answer.
    """

    entry: str
    item: str
    started_at: datetime
    base: int = 0
    filed: bool = False
    tried: Written | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """A text that is to be written, and what becomes of its entry by that; `filed_at` is when it was filed, for the rescue file."""

    subject: Subject
    act: Act
    written: Written
    filed_at: datetime | None = None


def write(desk: Desk, job: Job) -> Kept:
    """Write a text, at once or not at all; its subject then knows where it stands.

    Raises Unavailable if the store does not answer, and Refusal if it cannot take this text.
    """
    subject = job.subject
    if subject.tried is not None:
        _find_again(desk, subject)
    subject.tried = job.written
    try:
        kept = _asked(desk, job)
    except Refusal:
        subject.tried = None
        raise
    subject.entry, subject.base, subject.tried = kept.entry, kept.revision, None
    return kept


def _asked(desk: Desk, job: Job) -> Kept:
    subject, written = job.subject, job.written
    entry, item, started_at, base = subject.entry, subject.item, subject.started_at, subject.base
    match job.act:
        case Act.FILE:
            return desk.do_promptly(
                file_entry, entry=entry, item=item, started_at=started_at, written=written, base=base
            )
        case Act.LEAVE:
            return desk.do_promptly(
                leave_entry, entry=entry, written=written, base=base, item=item, started_at=started_at
            )
        case Act.REVISION:
            return desk.do_promptly(
                take_revision, entry=entry, written=written, base=base, item=item, started_at=started_at
            )
        case Act.KEEP:
            return desk.keep(keep_entry, entry=entry, item=item, started_at=started_at, written=written, base=base)


def _find_again(desk: Desk, subject: Subject) -> None:
    """Take up the revision of a write that reached the disk although nobody said so, so that it is no conflict with oneself."""
    found = desk.keep(_standing, entry=subject.entry)
    tried = subject.tried
    if found is None or tried is None or found.revision <= subject.base:
        return
    # The store may have dropped a speaker that was removed meanwhile; the text is what tells.
    mine = (found.changed_by, found.written.text) == (desk.author.operator, storable(tried.text))
    if mine and found.revision == subject.base + 1:
        subject.base = found.revision


def _standing(tx: Tx, *, entry: str) -> NoteEntry | None:
    # Within a write, because that does not wait for a file that is locked.
    return entry_of(tx.session, entry=entry)
