"""The tables of the notes: entries with their revisions, whose notes they are, and where everybody's cursor stands."""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy import text as condition
from sqlalchemy.orm import Mapped, mapped_column

from cmc_desk.db.base import Base, Plain
from cmc_desk.rules.note_kinds import Attribution, EntryKind, NoteStatus, RevisionReason


class NoteEntry(Base):
    """An entry of the notes; it exists from the first key, and `revision` counts every write of what a rapporteur may change.

    `place` orders the entries of an item: milliseconds since 1970 at the first key, or whatever lies between two neighbours.
    """

    __tablename__ = "note_entry"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    # The full-text index needs a whole number that survives VACUUM.
    serial: Mapped[int] = mapped_column(unique=True)
    item: Mapped[str] = mapped_column(ForeignKey("item.id"))
    place: Mapped[int] = mapped_column(BigInteger)
    started_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]
    author: Mapped[str]
    station: Mapped[str]
    delegation: Mapped[str | None] = mapped_column(ForeignKey("delegation.id"))
    participant: Mapped[str | None] = mapped_column(ForeignKey("participant.id"))
    unknown: Mapped[bool]
    kind: Mapped[EntryKind]
    document: Mapped[str | None] = mapped_column(ForeignKey("draft.id"))
    provision: Mapped[str]
    text: Mapped[str]
    language: Mapped[str] = mapped_column(String(8))
    attribution: Mapped[Attribution]
    highlighted: Mapped[bool]
    assignee: Mapped[str]
    due: Mapped[date | None]
    revision: Mapped[int]
    filed_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]
    conflict_of: Mapped[str | None] = mapped_column(ForeignKey("note_entry.id"))
    __table_args__ = (
        CheckConstraint("revision >= 1", name="revision_counts"),
        CheckConstraint("NOT unknown OR delegation IS NULL", name="unknown_is_nobody"),
        Index(None, "item", "place"),
        # How many entries each item has is asked after every save: all that it takes stands in the index.
        Index(None, "item", "deleted_at", "filed_at", "unknown"),
        # There are few of either, and both are asked for at every start.
        Index("ix_note_entry_unfiled", "author", "station", sqlite_where=condition("filed_at IS NULL")),
        Index("ix_note_entry_beside", "conflict_of", sqlite_where=condition("conflict_of IS NOT NULL")),
    )


class NoteRevision(Base):
    """What an entry said at a moment; `written` is all that a rapporteur may change of it."""

    __tablename__ = "note_revision"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    entry: Mapped[str] = mapped_column(ForeignKey("note_entry.id"))
    number: Mapped[int]
    at: Mapped[datetime]
    author: Mapped[str]
    station: Mapped[str]
    reason: Mapped[RevisionReason]
    written: Mapped[Plain]
    __table_args__ = (UniqueConstraint("entry", "number"),)


class ItemNotes(Base):
    """How far the notes of an item are, and whose they are to write."""

    __tablename__ = "item_notes"

    id: Mapped[str] = mapped_column(ForeignKey("item.id"), primary_key=True)
    status: Mapped[NoteStatus]
    rapporteur: Mapped[str]
    handed_by: Mapped[str]
    handed_at: Mapped[datetime | None]


class NotePlace(Base):
    """Where the cursor of somebody at a station stands, and when they were last seen there."""

    __tablename__ = "note_place"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    operator: Mapped[str]
    station: Mapped[str]
    item: Mapped[str]
    entry: Mapped[str]
    position: Mapped[int]
    scroll: Mapped[int]
    seen_at: Mapped[datetime]


class Snippet(Base):
    """A text module of this meeting; it stands before the one that the program brings, and an empty text takes that away."""

    __tablename__ = "snippet"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    language: Mapped[str] = mapped_column(String(8))
    trigger: Mapped[str] = mapped_column(String(20))
    text: Mapped[str]
    __table_args__ = (
        UniqueConstraint("language", "trigger"),
        CheckConstraint("\"trigger\" <> ''", name="has_a_trigger"),
    )


class NoteTerm(Base):
    """A word that the spelling of this meeting knows."""

    __tablename__ = "note_term"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    word: Mapped[str] = mapped_column(unique=True)
    __table_args__ = (CheckConstraint("word <> ''", name="says_it"),)


class NoteSettings(Base):
    """How fast a text is read, and from how many delegations on a text without names says some, several and many."""

    __tablename__ = "note_settings"

    id: Mapped[int] = mapped_column(primary_key=True)
    words_a_minute: Mapped[int]
    # "Some" is a word of SQL.
    from_some: Mapped[int]
    from_several: Mapped[int]
    from_many: Mapped[int]
    __table_args__ = (
        CheckConstraint("id = 1", name="only_one"),
        CheckConstraint("words_a_minute > 0", name="somebody_reads"),
        CheckConstraint(
            "1 < from_some AND from_some < from_several AND from_several < from_many", name="thresholds_rise"
        ),
    )
