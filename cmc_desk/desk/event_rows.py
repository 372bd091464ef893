"""What the events of the agenda and those of the floor have in common when they are written down."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx


def event_columns(
    tx: Tx, table: type[schema.ItemEvent | schema.FloorEvent], *, at: datetime, amount: timedelta, of: str, reason: str
) -> dict[str, Any]:
    """Return the columns of a new event except what it is about and what happened; it is numbered after all that are there."""
    return {
        "id": tx.new_id(),
        "number": (tx.session.scalar(select(func.max(table.number))) or 0) + 1,
        "at": at,
        "amount": int(amount.total_seconds()),
        "corrects": of or None,
        "reason": reason,
        "operator": tx.author.operator,
        "station": tx.author.station,
        "recorded_at": tx.now,
    }
