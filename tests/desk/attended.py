"""What a meeting file says of attendance."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema

DAY1 = ("day1-registration", "opening", "context")


def live(session: Session) -> list[tuple[str, str, str]]:
    event = schema.PresenceEvent
    query = select(event.participant, event.session, event.kind).where(event.voided_at.is_(None)).order_by(event.at)
    return [(row[0], row[1], str(row[2])) for row in session.execute(query)]


def scans(session: Session) -> list[tuple[str, str, bool]]:
    rows = session.scalars(select(schema.Scan).order_by(schema.Scan.at, schema.Scan.answer))
    return [(row.answer, row.code, row.voided_at is not None) for row in rows]
