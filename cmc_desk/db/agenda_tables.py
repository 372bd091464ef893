"""The tables of the agenda's clock and of the lists of speakers."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from cmc_desk.db.base import Base
from cmc_desk.rules.agenda import Act
from cmc_desk.rules.agenda_plan import EndKind, Importance, ListOrder, SpeakerCategory, StartKind
from cmc_desk.rules.floor_kinds import FloorAct, HostPlace, SpeechKind


class Track(Base):
    """A room in which items run beside the plenary."""

    __tablename__ = "track"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str]
    place: Mapped[str]
    position: Mapped[int]
    __table_args__ = (CheckConstraint("name <> ''", name="has_a_name"),)


class ItemTiming(Base):
    """What the clock needs to know of a line of the agenda: every item has exactly one; `minimum` is in seconds.

    `position` is the live order within a day and a track, `track` and `topic` are empty for the plenary and for no list of speakers.
    """

    __tablename__ = "item_timing"

    id: Mapped[str] = mapped_column(ForeignKey("item.id"), primary_key=True)
    track: Mapped[str] = mapped_column(String(40))
    position: Mapped[int]
    minimum: Mapped[int]
    start_kind: Mapped[StartKind]
    not_after: Mapped[datetime | None]
    end_kind: Mapped[EndKind]
    importance: Mapped[Importance]
    topic: Mapped[str] = mapped_column(String(40))
    remark: Mapped[str]
    __table_args__ = (
        CheckConstraint("minimum >= 0", name="minimum_not_negative"),
        CheckConstraint("not_after IS NULL OR start_kind = 'not before'", name="not_after_is_of_a_fixed_start"),
    )


class ItemEvent(Base):
    """What happened to an item; `number` is the order in which it was recorded, `amount` is in seconds."""

    __tablename__ = "item_event"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    item: Mapped[str] = mapped_column(ForeignKey("item.id"))
    act: Mapped[Act]
    at: Mapped[datetime]
    amount: Mapped[int]
    corrects: Mapped[str | None] = mapped_column(ForeignKey("item_event.id"))
    reason: Mapped[str]
    operator: Mapped[str]
    station: Mapped[str]
    recorded_at: Mapped[datetime]
    __table_args__ = (Index(None, "item", "number"),)


class Topic(Base):
    """A list of speakers; lengths are in seconds, `limits` by the word of a category."""

    __tablename__ = "topic"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    title: Mapped[str]
    limits: Mapped[dict[str, int]]
    changeover: Mapped[int]
    kept: Mapped[int]
    ordered: Mapped[ListOrder]
    closed: Mapped[bool]
    __table_args__ = (
        CheckConstraint("title <> ''", name="has_a_title"),
        CheckConstraint("changeover >= 0 AND kept >= 0", name="lengths_not_negative"),
    )


class FloorEntry(Base):
    """A delegation that has asked for the floor; `place` orders those that wait, `own_limit` is in seconds."""

    __tablename__ = "floor_entry"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    topic: Mapped[str] = mapped_column(ForeignKey("topic.id"))
    delegation: Mapped[str] = mapped_column(ForeignKey("delegation.id"))
    participant: Mapped[str | None] = mapped_column(ForeignKey("participant.id"))
    category: Mapped[SpeakerCategory]
    kind: Mapped[SpeechKind]
    place: Mapped[int]
    own_limit: Mapped[int | None]
    words: Mapped[int | None]
    origin: Mapped[str | None] = mapped_column(ForeignKey("floor_entry.id"))
    note: Mapped[str]
    asked_at: Mapped[datetime]
    __table_args__ = (
        CheckConstraint("own_limit IS NULL OR own_limit > 0", name="limit_is_positive"),
        CheckConstraint("words IS NULL OR words > 0", name="words_are_positive"),
        Index(None, "topic", "place"),
    )


class FloorEvent(Base):
    """What happened to an entry; `number` is the order in which it was recorded, `amount` is in seconds."""

    __tablename__ = "floor_event"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    entry: Mapped[str] = mapped_column(ForeignKey("floor_entry.id"))
    act: Mapped[FloorAct]
    at: Mapped[datetime]
    amount: Mapped[int]
    corrects: Mapped[str | None] = mapped_column(ForeignKey("floor_event.id"))
    reason: Mapped[str]
    operator: Mapped[str]
    station: Mapped[str]
    recorded_at: Mapped[datetime]
    __table_args__ = (Index(None, "entry", "number"),)


class Draw(Base):
    """A lot that was drawn for a roll call."""

    __tablename__ = "draw"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    topic: Mapped[str] = mapped_column(ForeignKey("topic.id"))
    delegation: Mapped[str] = mapped_column(ForeignKey("delegation.id"))
    language: Mapped[str] = mapped_column(String(8))
    # Of 64 bits, which a signed column of SQLite does not hold: its digits.
    number: Mapped[str] = mapped_column(String(20))
    among: Mapped[list[str]]
    # Where the host speaks: whoever comes late is put in the roll as it was drawn up.
    host: Mapped[HostPlace]
    witnesses: Mapped[str]
    operator: Mapped[str]
    station: Mapped[str]
    at: Mapped[datetime]


class PlanChange(Base):
    """How often the plan of an item was published anew, for calendars that have it; `day` is kept of what was removed."""

    __tablename__ = "plan_change"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    day: Mapped[date]
    sequence: Mapped[int]
    changed_at: Mapped[datetime]
    __table_args__ = (CheckConstraint("sequence >= 0", name="sequence_not_negative"),)
