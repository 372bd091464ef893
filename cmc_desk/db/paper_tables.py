"""The tables of what was printed: every badge that came out of a printer, every paper that was made."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from cmc_desk.db.base import Base, Plain
from cmc_desk.rules.papers import Format


class BadgePrint(Base):
    """A badge that a printer accepted, with the words that stood on it; one that jammed is voided, never erased."""

    __tablename__ = "badge_print"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    badge: Mapped[str] = mapped_column(String(32))
    participant: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime]
    station: Mapped[str]
    operator: Mapped[str]
    printer: Mapped[str]
    design: Mapped[str] = mapped_column(String(40))
    stock: Mapped[str] = mapped_column(String(40))
    job: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text, default="")
    words: Mapped[dict[str, str]]
    voided_at: Mapped[datetime | None]
    voided_by: Mapped[str] = mapped_column(default="")
    void_reason: Mapped[str] = mapped_column(Text, default="")
    __table_args__ = (
        # The badge is one of this participant, not of somebody else.
        ForeignKeyConstraint(["badge", "participant"], ["badge.id", "badge.participant"]),
        CheckConstraint("voided_at IS NOT NULL OR (voided_by = '' AND void_reason = '')", name="void_or_not"),
        # A second print of a badge says why, whatever two desks do at the same instant.
        Index(
            "uq_badge_print_first",
            "badge",
            unique=True,
            sqlite_where=text("reason = '' AND voided_at IS NULL"),
        ),
        Index("ix_badge_print_badge_participant", "badge", "participant"),
        Index("ix_badge_print_participant_at", "participant", "at"),
        Index("ix_badge_print_at", "at"),
    )


class Paper(Base):
    """A paper that was made: what was asked of it, which file it became, and a digest of the data it was made from."""

    __tablename__ = "paper"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    kind: Mapped[str] = mapped_column(String(60))
    ask: Mapped[Plain]
    form: Mapped[Format]
    language: Mapped[str] = mapped_column(String(8))
    at: Mapped[datetime]
    station: Mapped[str]
    operator: Mapped[str]
    version: Mapped[int]
    file: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    source: Mapped[str] = mapped_column(String(64))
    people: Mapped[int]
    __table_args__ = (
        CheckConstraint("version >= 1", name="version_from_one"),
        CheckConstraint("people >= 0", name="people_not_negative"),
        Index("ix_paper_kind_at", "kind", "at"),
    )
