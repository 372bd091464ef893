"""The journal as a list: what was done, by whom, when and at which station."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, aliased

from cmc_desk.db.schema import JournalRow
from cmc_desk.rules.meeting import Role


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the journal without what it was about; `undone` says that it was taken back later."""

    seq: int
    at: datetime
    station: str
    operator: str
    role: Role
    kind: str
    undone: bool


def journal_lines(session: Session) -> tuple[Line, ...]:
    """Return every line of the journal, oldest first."""
    undoing = aliased(JournalRow)
    query = select(
        JournalRow.seq,
        JournalRow.at,
        JournalRow.station,
        JournalRow.operator,
        JournalRow.role,
        JournalRow.kind,
        exists().where(undoing.undoes == JournalRow.seq),
    ).order_by(JournalRow.seq)
    return tuple(Line(*row) for row in session.execute(query))
