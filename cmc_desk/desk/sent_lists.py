"""Lists as they were sent to hotels and drivers, version by version."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.rules.sent_lists import ListKind, Row, edition_of, packed, unpacked


@dataclass(frozen=True, slots=True)
class Sent:
    """A version of a list: when, by whom and to whom it was sent, and its rows in words."""

    kind: ListKind
    version: int
    recipient: str
    at: datetime
    operator: str
    rows: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """A list as it stands now: its number, the version `before` it that says something else, and the one that was sent `last`."""

    number: int
    before: Sent | None
    last: Sent | None

    @property
    def sent(self) -> bool:
        """Whether it was sent as it stands."""
        return self.last is not None and self.last.version == self.number


def sent_versions(session: Session, *, kind: ListKind) -> tuple[Sent, ...]:
    """Return every version of a list that was sent, the newest first."""
    table = schema.SentList
    query = select(table).where(table.kind == kind.value).order_by(table.version.desc())
    return tuple(
        Sent(kind, row.version, row.recipient, row.at, row.operator, unpacked(row.rows))
        for row in session.scalars(query)
    )


def edition(session: Session, kind: ListKind, rows: Sequence[Row]) -> Edition:
    """Return which version of a list `rows` are; window, paper and workbook all number it so."""
    sent = sent_versions(session, kind=kind)
    number, before = edition_of([(one.version, one.rows) for one in sent], rows)
    return Edition(number, next((one for one in sent if one.version == before), None), sent[0] if sent else None)


def mark_sent(tx: Tx, kind: ListKind, recipient: str, rows: Sequence[Row]) -> int:
    """Keep rows as sent to a recipient in the open transaction, and return their number; what was sent and is still so keeps its own."""
    version = edition(tx.session, kind, rows)
    if version.sent:
        return version.number
    tx.session.add(
        schema.SentList(
            id=tx.new_id(),
            kind=kind.value,
            version=version.number,
            recipient=recipient,
            at=tx.now,
            operator=tx.author.operator,
            rows=packed(rows),
        )
    )
    return version.number
