"""The tables of a meeting file, all of them."""

from cmc_desk.db.attendance_tables import Excuse, PresenceEvent, Scan
from cmc_desk.db.base import Base
from cmc_desk.db.journal_tables import ColumnMemory, JournalRow, MigrationRow
from cmc_desk.db.meeting_tables import Category, Day, Delegation, Draft, Item, Meeting, Operator, Station
from cmc_desk.db.people_tables import Badge, CodeAlias, DeskNote, Participant, Photo

__all__ = [
    "Badge",
    "Base",
    "Category",
    "CodeAlias",
    "ColumnMemory",
    "Day",
    "Delegation",
    "DeskNote",
    "Draft",
    "Excuse",
    "Item",
    "JournalRow",
    "Meeting",
    "MigrationRow",
    "Operator",
    "Participant",
    "Photo",
    "PresenceEvent",
    "Scan",
    "Station",
]
