"""The tables of the file itself: its journal, its migrations, what it remembers of lists."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from cmc_desk.db.base import Base
from cmc_desk.rules.meeting import Role


class ColumnMemory(Base):
    """Where a column of somebody's list was said to belong."""

    __tablename__ = "column_memory"

    heading: Mapped[str] = mapped_column(primary_key=True)
    target: Mapped[str]


class JournalRow(Base):
    """One command that was carried out; see `journal.py` for the chain."""

    __tablename__ = "journal"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    station: Mapped[str]
    station_seq: Mapped[int]
    at: Mapped[datetime]
    operator: Mapped[str]
    role: Mapped[Role]
    kind: Mapped[str] = mapped_column(String(60))
    nonce: Mapped[str] = mapped_column(String(40), unique=True)
    salt: Mapped[str | None]
    args: Mapped[str | None] = mapped_column(Text)
    outcome: Mapped[str | None] = mapped_column(Text)
    inverse: Mapped[str | None] = mapped_column(Text)
    undoes: Mapped[int | None] = mapped_column(ForeignKey("journal.seq"))
    body_digest: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64))
    __table_args__ = (
        Index("uq_journal_station_seq", "station", "station_seq", unique=True),
        # Nothing is undone twice; the many rows that undo nothing are not in the index, which every scan would have to write.
        Index(
            "uq_journal_undoes",
            "undoes",
            unique=True,
            sqlite_where=text("undoes IS NOT NULL"),
        ),
    )


class MigrationRow(Base):
    """A step that brought this file to a newer schema."""

    __tablename__ = "migration"

    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    at: Mapped[datetime]
