"""The tables of attendance: who arrived where, who is excused, every act at the desk."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from cmc_desk.db.base import Base
from cmc_desk.rules.attendance import EventKind

# One tree less to write, encrypt and sync for each scan.
_NO_ROWID = {"sqlite_with_rowid": False}


class PresenceEvent(Base):
    """Somebody arrived at a session, left it, or came back; a mistake is voided, never erased."""

    __tablename__ = "presence_event"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    participant: Mapped[str] = mapped_column(ForeignKey("participant.id"))
    session: Mapped[str] = mapped_column(ForeignKey("item.id"))
    kind: Mapped[EventKind]
    at: Mapped[datetime]
    station: Mapped[str]
    operator: Mapped[str]
    via: Mapped[str] = mapped_column(String(20))
    voided_at: Mapped[datetime | None]
    voided_by: Mapped[str] = mapped_column(default="")
    __table_args__ = (
        # One presence per person and session, whatever two desks do at the same instant.
        Index(
            "uq_presence_event_arrival",
            "participant",
            "session",
            unique=True,
            sqlite_where=text("kind = 'arrive' AND voided_at IS NULL"),
        ),
        Index("ix_presence_event_session_at", "session", "at"),
        Index("ix_presence_event_participant", "participant"),
        _NO_ROWID,
    )


class Excuse(Base):
    """Somebody said that they will not come to a session."""

    __tablename__ = "excuse"

    participant: Mapped[str] = mapped_column(ForeignKey("participant.id"), primary_key=True)
    session: Mapped[str] = mapped_column(ForeignKey("item.id"), primary_key=True)
    reason: Mapped[str]


class Scan(Base):
    """An act at the desk and what the program answered, refused ones included; `session` holds the keys it counted for."""

    __tablename__ = "scan"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    station: Mapped[str]
    operator: Mapped[str]
    session: Mapped[str] = mapped_column(default="")
    participant: Mapped[str | None] = mapped_column(ForeignKey("participant.id"), index=True)
    answer: Mapped[str] = mapped_column(String(20))
    via: Mapped[str] = mapped_column(String(20))
    code: Mapped[str] = mapped_column(default="")
    voided_at: Mapped[datetime | None]
    __table_args__ = (_NO_ROWID,)
