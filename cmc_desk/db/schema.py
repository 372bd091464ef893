"""The tables of a meeting file, all of them."""

from cmc_desk.db.agenda_tables import (
    Draw,
    FloorEntry,
    FloorEvent,
    ItemEvent,
    ItemTiming,
    PlanChange,
    Topic,
    Track,
)
from cmc_desk.db.attendance_tables import Excuse, PresenceEvent, Scan
from cmc_desk.db.base import Base
from cmc_desk.db.journal_tables import ColumnMemory, JournalRow, MigrationRow
from cmc_desk.db.meeting_tables import (
    Category,
    Contact,
    Day,
    Delegation,
    Draft,
    HostName,
    Item,
    Meeting,
    Operator,
    Station,
)
from cmc_desk.db.paper_tables import BadgePrint, Paper
from cmc_desk.db.people_tables import Badge, CodeAlias, DeskNote, Participant, Photo

__all__ = [
    "Badge",
    "BadgePrint",
    "Base",
    "Category",
    "CodeAlias",
    "ColumnMemory",
    "Contact",
    "Day",
    "Delegation",
    "DeskNote",
    "Draft",
    "Draw",
    "Excuse",
    "FloorEntry",
    "FloorEvent",
    "HostName",
    "Item",
    "ItemEvent",
    "ItemTiming",
    "JournalRow",
    "Meeting",
    "MigrationRow",
    "Operator",
    "Paper",
    "Participant",
    "Photo",
    "PlanChange",
    "PresenceEvent",
    "Scan",
    "Station",
    "Topic",
    "Track",
]
