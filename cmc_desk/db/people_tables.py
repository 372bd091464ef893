"""The tables of the participants: who they are, their badges, what the desk must know."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from cmc_desk.db.base import Base
from cmc_desk.rules.people import Capacity, Consent, Credentials, InstitutionKind, Status


class Participant(Base):
    """A person who is expected, here, or was."""

    __tablename__ = "participant"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    # The full-text index needs a whole number that survives VACUUM.
    serial: Mapped[int] = mapped_column(unique=True)
    salutation: Mapped[str]
    given_name: Mapped[str]
    family_name: Mapped[str]
    badge_name: Mapped[str]
    functional_title: Mapped[str]
    institution: Mapped[str]
    institution_kind: Mapped[InstitutionKind]
    delegation: Mapped[str] = mapped_column(ForeignKey("delegation.id"), index=True)
    capacity: Mapped[Capacity]
    focal_point: Mapped[bool]
    language: Mapped[str]
    email: Mapped[str]
    phone: Mapped[str]
    dietary: Mapped[str]
    access_needs: Mapped[str]
    status: Mapped[Status]
    consent: Mapped[Consent]
    credentials: Mapped[Credentials]
    walk_in: Mapped[bool]
    replaced_by: Mapped[str | None] = mapped_column(ForeignKey("participant.id"))
    sort_key: Mapped[str] = mapped_column(index=True)
    created_at: Mapped[datetime]
    __table_args__ = (CheckConstraint("given_name <> '' OR family_name <> ''", name="has_a_name"),)


class Photo(Base):
    """The picture of a participant, apart from the row that every list reads."""

    __tablename__ = "photo"

    id: Mapped[str] = mapped_column(ForeignKey("participant.id"), primary_key=True)
    # JPEG of 300 × 400, at most 25 kB.
    image: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[datetime]


class Badge(Base):
    """A code that was given to a participant; exactly one of theirs is valid."""

    __tablename__ = "badge"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    participant: Mapped[str] = mapped_column(ForeignKey("participant.id"), index=True)
    issued_at: Mapped[datetime]
    queued_at: Mapped[datetime | None]
    printed_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    revoked_at_station: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    __table_args__ = (
        Index(
            "uq_badge_valid",
            "participant",
            unique=True,
            sqlite_where=text("revoked_at IS NULL"),
        ),
        # What was printed names a badge together with its holder.
        Index("uq_badge_id_participant", "id", "participant", unique=True),
    )


class CodeAlias(Base):
    """A code on a badge or ticket that was issued elsewhere."""

    __tablename__ = "code_alias"

    code: Mapped[str] = mapped_column(String(300), primary_key=True)
    participant: Mapped[str] = mapped_column(ForeignKey("participant.id"), index=True)
    source: Mapped[str] = mapped_column(String(20))


class DeskNote(Base):
    """What the desk must know about a participant, until somebody marks it done."""

    __tablename__ = "desk_note"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    participant: Mapped[str] = mapped_column(ForeignKey("participant.id"), index=True)
    body: Mapped[str] = mapped_column(Text)
    left_by: Mapped[str]
    left_at: Mapped[datetime]
    done_by: Mapped[str] = mapped_column(default="")
    done_at: Mapped[datetime | None]
