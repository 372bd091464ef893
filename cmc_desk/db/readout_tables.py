"""The tables of what is made of the notes: read-outs with what was issued of them, and recommendations."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cmc_desk.db.base import Base, Plain
from cmc_desk.rules.note_kinds import Decided, ReadoutForm, SummaryStatus


class Readout(Base):
    """A read-out that somebody has begun; `revision` counts every change of it."""

    __tablename__ = "readout"

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    form: Mapped[ReadoutForm]
    item: Mapped[str | None] = mapped_column(ForeignKey("item.id"))
    day: Mapped[date | None] = mapped_column(ForeignKey("day.id"))
    language: Mapped[str] = mapped_column(String(8))
    attributed: Mapped[bool]
    status: Mapped[SummaryStatus]
    version: Mapped[int]
    revision: Mapped[int]
    changed_at: Mapped[datetime]
    __table_args__ = (
        CheckConstraint("(item IS NULL) <> (day IS NULL)", name="of_an_item_or_a_day"),
        CheckConstraint("version >= 0 AND revision >= 1", name="counts"),
    )


class ReadoutLine(Base):
    """A line of a read-out; `rewritten` stands for what its sources say, and `digest` is of them when it was rewritten.

    `unnamed` is what was written for the summary that names nobody, with a digest of its own; without it that is made of the other text.
    `section` is empty where its sources say by themselves in which one it is read.
    """

    __tablename__ = "readout_line"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    readout: Mapped[str] = mapped_column(ForeignKey("readout.id"))
    place: Mapped[int]
    section: Mapped[str] = mapped_column(String(40))
    sources: Mapped[list[str]]
    rewritten: Mapped[str]
    digest: Mapped[str] = mapped_column(String(64))
    unnamed: Mapped[str]
    unnamed_digest: Mapped[str] = mapped_column(String(64))
    left_out: Mapped[bool]
    __table_args__ = (Index(None, "readout", "place"),)


class ReadoutIssue(Base):
    """What was read out or sent, word for word, as evidence; it is never changed."""

    __tablename__ = "readout_issue"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    readout: Mapped[str] = mapped_column(ForeignKey("readout.id"))
    version: Mapped[int]
    status: Mapped[SummaryStatus]
    attributed: Mapped[bool]
    language: Mapped[str] = mapped_column(String(8))
    body: Mapped[list[Plain]]
    digest: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    operator: Mapped[str]
    station: Mapped[str]
    spoken: Mapped[bool]
    __table_args__ = (UniqueConstraint("readout", "version"),)


class Recommendation(Base):
    """A recommendation of the meeting; `objects`, `deadline_words`, `texts` and `amended` are by language."""

    __tablename__ = "recommendation"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    item: Mapped[str | None] = mapped_column(ForeignKey("item.id"))
    entry: Mapped[str | None] = mapped_column(ForeignKey("note_entry.id"))
    verb: Mapped[str] = mapped_column(String(40))
    addressee: Mapped[str] = mapped_column(String(40))
    objects: Mapped[dict[str, str]]
    deadline: Mapped[date | None]
    deadline_words: Mapped[dict[str, str]]
    texts: Mapped[dict[str, str]]
    decided: Mapped[Decided]
    decided_at: Mapped[datetime | None]
    decided_item: Mapped[str | None] = mapped_column(ForeignKey("item.id"))
    amended: Mapped[dict[str, str]]
    reason: Mapped[str]
    deleted_at: Mapped[datetime | None]
    __table_args__ = (
        CheckConstraint("number >= 1", name="number_counts"),
        CheckConstraint("(decided = 'pending') = (decided_at IS NULL)", name="decided_at_a_time"),
    )
