"""When badges were last printed, and how many wait: the line of the badges in the list of papers."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from cmc_desk.db.schema import Badge, BadgePrint, Participant
from cmc_desk.rules.people import EXPECTED


@dataclass(frozen=True, slots=True)
class BadgesPrinted:
    """How many of the valid badges of people who are expected came out of a printer, how many did not, and when the last did."""

    printed: int
    waiting: int
    last: datetime | None = None
    operator: str = ""


def badges_printed(session: Session) -> BadgesPrinted:
    """Return how far the printing of badges is; a print that was voided is none."""
    valid = (
        select(func.count())
        .select_from(Badge)
        .join(Participant, Participant.id == Badge.participant)
        .where(Badge.revoked_at.is_(None), Participant.status.in_(EXPECTED))
    )
    came_out = exists().where(BadgePrint.badge == Badge.id, BadgePrint.voided_at.is_(None))
    whole = session.scalar(valid) or 0
    printed = session.scalar(valid.where(came_out)) or 0
    last = session.execute(
        select(BadgePrint.at, BadgePrint.operator)
        .where(BadgePrint.voided_at.is_(None))
        .order_by(BadgePrint.at.desc())
        .limit(1)
    ).first()
    return BadgesPrinted(printed, whole - printed, *(last or (None, "")))
