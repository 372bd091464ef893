"""Lists as they were sent to hotels and drivers, version by version."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.rules.sent_lists import ListKind, Row, packed, unpacked


@dataclass(frozen=True, slots=True)
class Sent:
    """A version of a list: when, by whom and to whom it was sent, and its rows in words."""

    kind: ListKind
    version: int
    recipient: str
    at: datetime
    operator: str
    rows: tuple[dict[str, str], ...]


def sent_versions(session: Session, *, kind: ListKind) -> tuple[Sent, ...]:
    """Return every version of a list that was sent, the newest first."""
    table = schema.SentList
    query = select(table).where(table.kind == kind.value).order_by(table.version.desc())
    return tuple(
        Sent(kind, row.version, row.recipient, row.at, row.operator, unpacked(row.rows))
        for row in session.scalars(query)
    )


def last_sent(session: Session, kind: ListKind) -> Sent | None:
    """Return the version of a list that was sent last, None if none was."""
    return next(iter(sent_versions(session, kind=kind)), None)


def keep_sent(tx: Tx, kind: ListKind, recipient: str, rows: tuple[Row, ...]) -> int:
    """Keep rows as the next version of a list in the open transaction, and return its number."""
    before = last_sent(tx.session, kind)
    version = before.version + 1 if before is not None else 1
    tx.session.add(
        schema.SentList(
            id=tx.new_id(),
            kind=kind.value,
            version=version,
            recipient=recipient,
            at=tx.now,
            operator=tx.author.operator,
            rows=packed(rows),
        )
    )
    return version
