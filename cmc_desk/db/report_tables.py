"""The tables of the report of the final outcomes and of the checks before the doors open."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cmc_desk.db.base import Base, Plain
from cmc_desk.rules.document_kinds import CorrectionOutcome, DoorCheck, ReportStatus


class Report(Base):
    """The one report of the meeting: how it is made and where it stands; `left_out` are keys of blocks."""

    __tablename__ = "report"

    id: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[ReportStatus]
    version: Mapped[int]
    attributed: Mapped[bool]
    language: Mapped[str] = mapped_column(String(8))
    left_out: Mapped[list[str]]
    corrections_until: Mapped[date | None]
    signed_by: Mapped[str]
    changed_at: Mapped[datetime]
    __table_args__ = (
        CheckConstraint("id = 1", name="only_one"),
        CheckConstraint("version >= 0", name="version_counts"),
    )


class ReportText(Base):
    """What was written by hand for a block of the report in a language; `digest` is of what stood there then."""

    __tablename__ = "report_text"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    block: Mapped[str] = mapped_column(String(120))
    language: Mapped[str] = mapped_column(String(8))
    attributed: Mapped[bool]
    text: Mapped[str]
    digest: Mapped[str] = mapped_column(String(64))
    changed_at: Mapped[datetime]
    __table_args__ = (UniqueConstraint("block", "language", "attributed"),)


class ReportIssue(Base):
    """A version of the report as it was circulated or signed, block by block, in a language, with names or without; it is never changed.

    One that was circulated says until when corrections of it were asked for.
    """

    __tablename__ = "report_issue"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    version: Mapped[int]
    status: Mapped[ReportStatus]
    language: Mapped[str] = mapped_column(String(8))
    attributed: Mapped[bool]
    body: Mapped[list[Plain]]
    digest: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    operator: Mapped[str]
    station: Mapped[str]
    corrections_until: Mapped[date | None]
    __table_args__ = (UniqueConstraint("version", "language", "attributed"),)


class ReportCorrigendum(Base):
    """What went out to correct the final report, correction by correction; it is never changed."""

    __tablename__ = "report_corrigendum"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    version: Mapped[int]
    body: Mapped[list[Plain]]
    digest: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    operator: Mapped[str]
    station: Mapped[str]
    __table_args__ = (CheckConstraint("number >= 1", name="number_counts"),)


class ReportCorrection(Base):
    """A correction that somebody asked for of a version that was circulated, in the language and naming of its text.

    What is `replaced` by what is `corrected` goes out with a corrigendum where it was accepted of the final report.
    """

    __tablename__ = "report_correction"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    version: Mapped[int]
    language: Mapped[str] = mapped_column(String(8))
    attributed: Mapped[bool]
    paragraph: Mapped[str] = mapped_column(String(40))
    delegation: Mapped[str] = mapped_column(String(16))
    words: Mapped[str]
    at: Mapped[datetime]
    outcome: Mapped[CorrectionOutcome]
    replaced: Mapped[str]
    corrected: Mapped[str]
    answer: Mapped[str]
    settled_at: Mapped[datetime | None]
    corrigendum: Mapped[int | None] = mapped_column(ForeignKey("report_corrigendum.number"))
    deleted_at: Mapped[datetime | None]
    __table_args__ = (
        CheckConstraint("words <> ''", name="says_something"),
        CheckConstraint("(outcome = 'open') = (settled_at IS NULL)", name="settled_at_a_time"),
        CheckConstraint("corrigendum IS NULL OR outcome = 'accepted'", name="accepted_before_it_goes_out"),
    )


class Checked(Base):
    """What somebody found who looked after a thing that no program can: the last look at each, by station."""

    __tablename__ = "door_check"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    what: Mapped[DoorCheck]
    station: Mapped[str]
    good: Mapped[bool]
    words: Mapped[str]
    at: Mapped[datetime]
    operator: Mapped[str]
    __table_args__ = (UniqueConstraint("what", "station"),)
