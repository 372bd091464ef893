"""The types of the daily subsistence allowance: policy, stops, what is provided, and the days that are computed from them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

ZERO, ONE = Decimal(0), Decimal(1)


class DayKind(StrEnum):
    """Which rule a day follows; `NOTHING` is a journey of one day that is too short."""

    ORDINARY = "ordinary"
    LAST = "last"
    SINGLE = "single"
    NOTHING = "nothing"


class Origin(StrEnum):
    """Why something counts as provided: the agenda, the hotel, what the meeting says of a date, what is said of one person."""

    AGENDA = "agenda"
    HOTEL = "hotel"
    MEETING = "meeting"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class AllowancePolicy:
    """How an agency pays: shares of the daily rate, each from 0 to 1; `min_hours` and `long_after` (days) as in the rules of the agency.

    `terminals` is a fixed amount per trip to or from a terminal in the currency of the rate; 0 pays none. `name` and `source` stand on
    every sheet.
    """

    name: str
    source: str
    room: Decimal
    breakfast: Decimal
    lunch: Decimal
    dinner: Decimal
    last_day: Decimal
    same_day: Decimal
    min_hours: int
    long_after: int
    terminals: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of a journey in its local time (naive on purpose: allowance days are local dates); `long_rate` is that after `long_after` days."""

    place: str
    arrive: datetime
    depart: datetime
    rate: Decimal
    long_rate: Decimal | None = None


@dataclass(frozen=True, slots=True)
class RatePart:
    """What a place contributes to a day: `share` of its rate; `lower` is that of a long stay."""

    place: str
    rate: Decimal
    share: Decimal
    lower: bool = False


@dataclass(frozen=True, slots=True)
class AllowanceDay:
    """One day of an allowance, rounded to the smallest unit of the currency: net is gross less deduction.

    `base` is the full amount that shares of what is provided are taken of, `asked` the sum of those shares, `cap` the most that is
    deducted. `why` explains it all in words, rule by rule, in the language in which it was asked for.
    """

    date: date
    place: str
    rate: Decimal
    provided: str
    gross: Decimal
    deduction: Decimal
    why: tuple[str, ...] = ()
    kind: DayKind = DayKind.ORDINARY
    parts: tuple[RatePart, ...] = ()
    base: Decimal = ZERO
    asked: Decimal = ZERO
    cap: Decimal = ONE
    origins: tuple[tuple[str, Origin], ...] = ()

    @property
    def net(self) -> Decimal:
        """What is paid for the day."""
        return self.gross - self.deduction


@dataclass(frozen=True, slots=True)
class Allowance:
    """A whole computation; terminals (`trips` times the amount of the policy) are a line of their own, never inside a day."""

    policy: AllowancePolicy
    currency: str
    days: tuple[AllowanceDay, ...]
    terminals: Decimal = ZERO
    trips: int = 0

    @property
    def gross(self) -> Decimal:
        """The sum of the days before deductions."""
        return sum((day.gross for day in self.days), ZERO)

    @property
    def deduction(self) -> Decimal:
        """The sum of what is deducted."""
        return sum((day.deduction for day in self.days), ZERO)

    @property
    def net(self) -> Decimal:
        """What is paid, terminals included."""
        return self.gross - self.deduction + self.terminals
