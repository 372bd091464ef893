"""Whether the meeting still says what it said: also what is kept while somebody types, of which the journal has no row yet."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema


@dataclass(frozen=True, slots=True)
class Moment:
    """A state of the meeting that papers are made of: the last row of the journal, its digest, and a mark of what was kept since."""

    row: int
    digest: str
    kept: str


def moment(session: Session) -> Moment:
    """Return the state of the meeting now; papers of two states that are the same say the same.

    What is typed into an entry that nobody has filed yet is in no paper, and does not count.
    """
    journal, entry, readout, line = schema.JournalRow, schema.NoteEntry, schema.Readout, schema.ReadoutLine
    last = session.execute(select(journal.seq, journal.digest).order_by(journal.seq.desc()).limit(1)).first()
    entries = session.execute(
        select(func.count(entry.id), func.sum(entry.revision), func.max(entry.changed_at)).where(
            entry.filed_at.is_not(None)
        )
    ).one()
    changed = session.scalar(select(func.max(readout.changed_at)))
    lines = session.execute(
        select(func.count(line.id), func.sum(func.length(line.rewritten) + func.length(line.unnamed)))
    ).one()
    row, digest = last or (0, "")
    return Moment(row, digest, " ".join(map(str, (*entries, changed, *lines))))
