"""What the organisers look at: a day's attendance, how a delegation stands, what is to be done today."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from cmc_desk.rules.arrivals import ArrivalsCurve, arrivals_of_day
from cmc_desk.rules.counts import Counts, Tally


class Complete(StrEnum):
    """Whether everybody of a delegation is there, some, or nobody."""

    ALL = "complete"
    PART = "in part"
    NONE = "missing"


@dataclass(frozen=True, slots=True)
class SessionAttendance:
    """A session of a day: how many of those expected came to it; `taken` says whether anybody was recorded there."""

    key: str
    title: str
    starts: datetime
    people: Tally
    taken: bool
    is_registration: bool = False


@dataclass(frozen=True, slots=True)
class DayAttendance:
    """A day of the meeting; `came` is when each of those who came did, in order, `left` how many of them have left again.

    Of today `counts` has who is here, of another day who came. `excused` did not come and said so. `begins` is its first planned beginning and
    `closes` its last planned end; `opened` is when the first item after the registration began, None if that is not recorded.
    """

    day: date
    counts: Counts
    sessions: tuple[SessionAttendance, ...]
    came: tuple[datetime, ...]
    left: int
    excused: int
    begins: datetime
    closes: datetime
    opened: datetime | None = None

    @property
    def expected(self) -> int:
        """How many may still be expected: whoever is excused is not."""
        return self.counts.people.expected - self.excused

    def curve(self, now: datetime) -> ArrivalsCurve:
        """Return its arrivals as they stand at `now`."""
        return arrivals_of_day(
            self.came,
            expected=self.counts.people.expected,
            begins=self.begins,
            until=min(max(now, self.begins), self.closes),
            opened=self.opened,
        )


def completeness(tally: Tally) -> Complete:
    """Return whether everybody of a delegation is there."""
    if not tally.present:
        return Complete.NONE
    return Complete.PART if tally.missing > 0 else Complete.ALL


class TodoKind(StrEnum):
    """What is to be done today; in the order in which it is shown."""

    PASSED_OVER = "passed over"
    MISSING = "missing delegations"
    ARRIVALS = "arrivals"
    TO_PAY = "to pay"
    CREDENTIALS = "credentials"
    DESK_NOTES = "desk notes"
    SUMMARIES = "summaries"
    PROPOSALS = "proposals"
    RECOMMENDATIONS = "recommendations"
    TASKS = "tasks"
    SHORT = "not nominated"


@dataclass(frozen=True, slots=True)
class Todo:
    """Something that is to be done today: how many, and from when or until when if that is known."""

    kind: TodoKind
    number: int
    at: datetime | None = None
