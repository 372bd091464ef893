"""The draft documents of the meeting, for whoever ties them to an item."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema


@dataclass(frozen=True, slots=True)
class DraftTitle:
    """A draft document by its key and its short title."""

    key: str
    title: str


def draft_titles(session: Session) -> tuple[DraftTitle, ...]:
    """Return the draft documents in their order."""
    rows = session.scalars(select(schema.Draft).order_by(schema.Draft.position))
    return tuple(DraftTitle(row.id, row.short_title or row.title) for row in rows)
