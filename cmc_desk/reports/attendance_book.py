"""What the attendance workbook is made from: everything that stands in it, as plain facts."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from cmc_desk.rules.attendance import Presence
from cmc_desk.rules.people import Field, Sensitivity
from cmc_desk.rules.presence import DayTotal, Mark

Value = str | bool | StrEnum


@dataclass(frozen=True, slots=True)
class SessionFact:
    """A session whose attendance is taken; `taken` says whether anybody at all was recorded there, times are aware."""

    key: str
    day: date
    starts: datetime
    title: str
    is_registration: bool
    taken: bool


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A participant: `values` in the order of the book's fields, `marks` of its sessions, `days` of its days."""

    id: str
    name: str
    delegation: str
    category: str
    walk_in: bool
    expected: bool
    values: tuple[Value, ...]
    marks: tuple[Mark, ...]
    days: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A line of the summary: of everybody, of the delegations as such, of a category, of a delegation; one total a day."""

    group: str
    code: str
    name: str
    days: tuple[DayTotal, ...]


@dataclass(frozen=True, slots=True)
class ScanLine:
    """An act at a desk, refused and voided ones included; instants are aware."""

    at: datetime
    station: str
    operator: str
    answer: str
    via: str
    session: str
    person: str
    name: str
    delegation: str
    code: str
    voided_at: datetime | None


@dataclass(frozen=True, slots=True)
class MissingRow:
    """Who was expected on a day and did not come: a person, or with an empty `person` a whole delegation of `expected` people."""

    day: date
    delegation: str
    expected: int
    person: str = ""
    name: str = ""
    values: tuple[Value, ...] = ()
    presence: Presence = Presence.ABSENT
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceBook:
    """The attendance of a meeting as it stands at `made_at`, with the columns that `limit` allows.

    `not_listed` counts the people who are left out because they do not wish to be listed; `journal` is the number of
    rows of the journal, and `broken_at` the first one that was changed from outside, if any.
    """

    meeting: str
    place: str
    zone: str
    made_at: datetime
    made_by: str
    limit: Sensitivity
    fields: tuple[Field, ...]
    days: tuple[date, ...]
    sessions: tuple[SessionFact, ...]
    delegations: tuple[tuple[str, str], ...]
    categories: tuple[tuple[str, str], ...]
    groups: tuple[GroupRow, ...]
    people: tuple[PersonRow, ...]
    scans: tuple[ScanLine, ...]
    missing: tuple[MissingRow, ...]
    not_listed: int = 0
    journal: int = 0
    broken_at: int | None = None

    def local(self, instant: datetime | None) -> datetime | None:
        """Return an instant on the clocks of the meeting, without its zone, as a spreadsheet wants it."""
        return None if instant is None else instant.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None, microsecond=0)
