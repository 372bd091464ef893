"""The tables of sponsored travel: seats, sponsorships, journeys and rooms."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from cmc_desk.db.base import Base
from cmc_desk.rules.travel_states import Direction, LetterKind, Nomination, Profile, Travel, VisaState, Warned


class TravelSettings(Base):
    """What the meeting has settled about sponsored travel: one row; lengths are in minutes, `cash_step` in minor units."""

    __tablename__ = "travel_settings"

    id: Mapped[int] = mapped_column(primary_key=True)
    deadline: Mapped[date | None]
    passport_months: Mapped[int]
    arrival_airport: Mapped[str] = mapped_column(String(3))
    hotel: Mapped[str]
    wave_gap: Mapped[int]
    vehicle_seats: Mapped[int]
    check_in_lead: Mapped[int]
    drive: Mapped[int]
    cash_currency: Mapped[str] = mapped_column(String(3))
    cash_step: Mapped[int]
    __table_args__ = (
        CheckConstraint("id = 1", name="only_one"),
        CheckConstraint(
            "passport_months >= 0 AND wave_gap >= 0 AND check_in_lead >= 0 AND drive >= 0", name="not_negative"
        ),
        CheckConstraint("vehicle_seats >= 1 AND cash_step >= 1", name="at_least_one"),
    )


class Drive(Base):
    """How long the way between an airport and the hotel takes, in minutes, where it is not the airport of the meeting."""

    __tablename__ = "drive"

    airport: Mapped[str] = mapped_column(String(3), primary_key=True)
    minutes: Mapped[int]
    __table_args__ = (CheckConstraint("minutes >= 0", name="not_negative"),)


class HotelTerms(Base):
    """Until when a hotel keeps a room for somebody who has not come, in minutes after midnight; without a name it is any hotel."""

    __tablename__ = "hotel_terms"

    hotel: Mapped[str] = mapped_column(primary_key=True)
    kept_until: Mapped[int]
    __table_args__ = (CheckConstraint("kept_until BETWEEN 0 AND 1439", name="time_of_day"),)


class Agency(Base):
    """Who finances seats; `policy` is how it pays allowances, `budget` in minor units what it has for this meeting."""

    __tablename__ = "agency"

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    name: Mapped[str]
    position: Mapped[int]
    policy: Mapped[str | None] = mapped_column(ForeignKey("allowance_policy.id"))
    budget: Mapped[int | None]
    budget_currency: Mapped[str] = mapped_column(String(3))
    __table_args__ = (
        CheckConstraint("name <> ''", name="has_a_name"),
        CheckConstraint("budget IS NULL OR budget >= 0", name="budget_not_negative"),
    )


class Seat(Base):
    """A financed seat of a delegation; triggers refuse a number above the quota of the delegation.

    `planned` is what each agency was to bear of it when the meeting was planned, in basis points.
    """

    __tablename__ = "seat"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    delegation: Mapped[str] = mapped_column(ForeignKey("delegation.id"))
    number: Mapped[int]
    profile: Mapped[Profile]
    planned: Mapped[dict[str, int]]
    __table_args__ = (
        UniqueConstraint("delegation", "number"),
        CheckConstraint("number >= 1", name="number_from_one"),
    )


class SeatShare(Base):
    """What an agency bears of a seat, in basis points."""

    __tablename__ = "seat_share"

    seat: Mapped[str] = mapped_column(ForeignKey("seat.id"), primary_key=True)
    agency: Mapped[str] = mapped_column(ForeignKey("agency.id"), primary_key=True)
    basis_points: Mapped[int]
    __table_args__ = (CheckConstraint("basis_points BETWEEN 1 AND 10000", name="part_of_a_whole"),)


class NominationLetter(Base):
    """A letter in which a delegation names its officials, with the file if there is one."""

    __tablename__ = "nomination_letter"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    delegation: Mapped[str] = mapped_column(ForeignKey("delegation.id"))
    kind: Mapped[LetterKind]
    reference: Mapped[str]
    dated: Mapped[date]
    received: Mapped[date]
    file_name: Mapped[str]
    file: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    digest: Mapped[str] = mapped_column(String(64))
    # Whom it names besides, as it is written there: nobody has registered them yet.
    also_named: Mapped[str | None]
    __table_args__ = (
        CheckConstraint("(file IS NULL) = (digest = '')", name="file_with_its_digest"),
        Index(None, "delegation"),
    )


class LetterNames(Base):
    """Whom a letter names."""

    __tablename__ = "letter_names"

    letter: Mapped[str] = mapped_column(ForeignKey("nomination_letter.id"), primary_key=True)
    participant: Mapped[str] = mapped_column(ForeignKey("participant.id"), primary_key=True)


class TravelDocument(Base):
    """The passport of a participant; its number is shown by its last four only."""

    __tablename__ = "travel_document"

    id: Mapped[str] = mapped_column(ForeignKey("participant.id"), primary_key=True)
    issuer: Mapped[str] = mapped_column(String(8))
    number: Mapped[str]
    name: Mapped[str]
    birth: Mapped[date | None]
    expires: Mapped[date | None]


class Sponsorship(Base):
    """An official on a seat; while `holds_seat` is 1 no other can be on it, and triggers refuse a holder above the quota.

    `version` grows at every change and is never used twice, so that two windows notice each other; `changed_by` was the last to change it.
    """

    __tablename__ = "sponsorship"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    seat: Mapped[str] = mapped_column(ForeignKey("seat.id"))
    participant: Mapped[str] = mapped_column(ForeignKey("participant.id"))
    nomination: Mapped[Nomination]
    travel: Mapped[Travel]
    visa: Mapped[VisaState]
    visa_note: Mapped[str]
    visa_due: Mapped[date | None]
    profile: Mapped[Profile]
    focal_point: Mapped[bool]
    letter: Mapped[str | None] = mapped_column(ForeignKey("nomination_letter.id"))
    replaces: Mapped[str | None] = mapped_column(ForeignKey("sponsorship.id"), unique=True)
    accepted_at: Mapped[datetime | None]
    arrived_at: Mapped[datetime | None]
    released_by: Mapped[str]
    reason: Mapped[str]
    version: Mapped[int]
    created_at: Mapped[datetime]
    changed_by: Mapped[str]
    changed_at: Mapped[datetime]
    # Declined, withdrawn, replaced and released ones free the seat; a no-show or a cancelled ticket does not.
    holds_seat: Mapped[int] = mapped_column(
        Computed("CASE WHEN nomination IN ('nominated', 'accepted') THEN 1 ELSE 0 END", persisted=True)
    )
    __table_args__ = (
        Index("uq_sponsorship_seat_held", "seat", unique=True, sqlite_where=text("holds_seat = 1")),
        Index(None, "seat"),
        Index(None, "participant"),
        CheckConstraint("version >= 1", name="version_from_one"),
        CheckConstraint("nomination <> 'released' OR released_by <> ''", name="released_by_somebody"),
    )


class Waiver(Base):
    """A wish of the sponsors that was waived for a sponsorship, by whom and why."""

    __tablename__ = "waiver"

    sponsorship: Mapped[str] = mapped_column(ForeignKey("sponsorship.id"), primary_key=True)
    warned: Mapped[Warned] = mapped_column(primary_key=True)
    reason: Mapped[str]
    operator: Mapped[str]
    at: Mapped[datetime]
    __table_args__ = (CheckConstraint("reason <> ''", name="has_a_reason"),)


class Itinerary(Base):
    """A version of the journey of a sponsorship; the newest is the one that holds. `fare` is in minor units."""

    __tablename__ = "itinerary"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    sponsorship: Mapped[str] = mapped_column(ForeignKey("sponsorship.id"))
    version: Mapped[int]
    locator: Mapped[str]
    ticket: Mapped[str]
    name_on_ticket: Mapped[str]
    fare: Mapped[int | None]
    currency: Mapped[str] = mapped_column(String(3))
    hold_until: Mapped[datetime | None]
    issued_at: Mapped[datetime | None]
    at: Mapped[datetime]
    __table_args__ = (
        UniqueConstraint("sponsorship", "version"),
        CheckConstraint("fare IS NULL OR fare >= 0", name="fare_not_negative"),
    )


class Leg(Base):
    """A flight, or a road or sea leg, of an itinerary; times are UTC, each airport carries its zone."""

    __tablename__ = "leg"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    itinerary: Mapped[str] = mapped_column(ForeignKey("itinerary.id"))
    sequence: Mapped[int]
    direction: Mapped[Direction]
    carrier: Mapped[str] = mapped_column(String(3))
    number: Mapped[str] = mapped_column(String(8))
    origin: Mapped[str] = mapped_column(String(3))
    destination: Mapped[str] = mapped_column(String(3))
    departs: Mapped[datetime]
    arrives: Mapped[datetime]
    surface: Mapped[bool]
    flown_at: Mapped[datetime | None]
    evidence: Mapped[str]
    evidence_digest: Mapped[str] = mapped_column(String(64))
    __table_args__ = (
        UniqueConstraint("itinerary", "sequence"),
        CheckConstraint("arrives > departs", name="arrives_after_it_departs"),
        Index(None, "carrier", "number", "departs"),
    )


class RoomNight(Base):
    """A night of a sponsorship in a hotel, by the date of its evening."""

    __tablename__ = "room_night"

    sponsorship: Mapped[str] = mapped_column(ForeignKey("sponsorship.id"), primary_key=True)
    night: Mapped[date] = mapped_column(primary_key=True)
    hotel: Mapped[str]
    room: Mapped[str]
    breakfast: Mapped[bool]
    paid_by: Mapped[str]


class SentList(Base):
    """A numbered version of a rooming list or a manifest as it was sent, so that the next can say what has changed."""

    __tablename__ = "sent_list"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    version: Mapped[int]
    recipient: Mapped[str]
    at: Mapped[datetime]
    operator: Mapped[str]
    rows: Mapped[list[str]]
    __table_args__ = (UniqueConstraint("kind", "version"),)
