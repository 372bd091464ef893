"""The bookings in an agency's list: its rows put together passenger by passenger, with times on the clocks of the airports."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TypeVar

from cmc_desk.i18n import gettext as _
from cmc_desk.rules import agent_values as values
from cmc_desk.rules.agent_lines import AgentRow
from cmc_desk.rules.airports import Airports
from cmc_desk.rules.folding import clean, fold
from cmc_desk.rules.importing import CellProblem
from cmc_desk.rules.journeys import TypedLeg, leg_of, parted
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Direction

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class AgentBooking:
    """What a list says of one passenger; what it does not say is empty. `hold_until` is naive, on the clocks of the meeting."""

    where: str
    name: str
    locator: str = ""
    ticket: str = ""
    fare: Decimal | None = None
    currency: str = ""
    hold_until: datetime | None = None
    legs: tuple[TypedLeg, ...] = ()
    problems: tuple[CellProblem, ...] = ()


@dataclass
class _Booking:
    where: str
    name: str
    locators: dict[str, None] = field(default_factory=dict)
    tickets: dict[str, None] = field(default_factory=dict)
    fare: tuple[Decimal, str] | None = None
    hold_until: datetime | None = None
    legs: list[tuple[TypedLeg, Direction | None]] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)


def bookings(rows: Iterable[AgentRow], *, near: date, country: str, airports: Airports) -> tuple[AgentBooking, ...]:
    """Return the bookings of a list in its order; `near` is the first day of the meeting, `country` where it is.

    A row that names nobody is of the passenger above it. What cannot be read is a problem of its booking.
    """
    found: dict[str, _Booking] = {}
    above: _Booking | None = None
    for row in rows:
        name = _name(row)
        if name:
            above = found.setdefault(fold(name), _Booking(row.where, name))
        elif above is None:
            above = found.setdefault(
                "", _Booking(row.where, "", problems=[CellProblem(row.where, _("Who flies is not said."))])
            )
        _take_in(above, row, near, airports)
    return tuple(_finished(booking, country, airports) for booking in found.values())


def _name(row: AgentRow) -> str:
    if full := row.text("name"):
        return clean(full)
    return clean("/".join(part for part in (row.text("family_name"), row.text("given_name")) if part))


def _take_in(booking: _Booking, row: AgentRow, near: date, airports: Airports) -> None:
    if row.problem:
        booking.problems.append(CellProblem(row.where, row.problem))
    if locator := row.text("locator").upper():
        booking.locators[locator] = None
    if ticket := row.text("ticket").replace(" ", ""):
        booking.tickets[ticket] = None
    reading = _Reading(booking, row)
    if row.text("fare"):
        booking.fare = reading.value("fare", lambda text: values.read_fare(text, row.text("currency"))) or booking.fare
    if row.text("hold_until"):
        booking.hold_until = (
            reading.value("hold_until", lambda text: values.read_until(text, near)) or booking.hold_until
        )
    if row.text("flight") or row.text("route"):
        leg = _leg(reading, near, airports)
        if leg is not None and leg not in [known for known, _direction in booking.legs]:
            booking.legs.append((leg, values.read_direction(row.text("direction"))))


class _Reading:
    """A row whose cells are read one by one; what cannot be read is noted at its booking."""

    def __init__(self, booking: _Booking, row: AgentRow) -> None:
        self.booking, self.row = booking, row

    def value(self, name: str, read: Callable[[str], T]) -> T | None:
        """Return what `read` makes of a cell, or None if it cannot."""
        try:
            return read(self.row.text(name))
        except Refusal as refusal:
            self.note(name, refusal.sentence)
            return None

    def note(self, name: str, sentence: str) -> None:
        """Note a problem of a cell, or of the row if the list has no such column."""
        self.booking.problems.append(CellProblem(self.row.name(name) or self.row.where, sentence))


def _leg(reading: _Reading, near: date, airports: Airports) -> TypedLeg | None:
    row = reading.row
    flight = reading.value("flight", lambda text: values.read_flight(text, row.text("carrier")))
    ends = _ends(reading)
    departs = _departure(reading, near)
    if flight is None or ends is None or departs is None:
        return None
    arrival = _arrival(reading, near, departs)
    candidates = [TypedLeg(Direction.OUT, *flight, *ends, departs=departs, arrives=arrives) for arrives in arrival]
    refused = None
    for candidate in candidates:
        try:
            leg_of(candidate, airports)
        except Refusal as refusal:
            refused = refused or refusal
        else:
            return candidate
    if refused is not None:
        reading.note("flight", refused.sentence)
    return None


def _ends(reading: _Reading) -> tuple[str, str] | None:
    if reading.row.text("route") and not reading.row.text("origin"):
        return reading.value("route", values.read_route)
    origin = reading.value("origin", values.read_airport)
    destination = reading.value("destination", values.read_airport)
    return (origin, destination) if origin and destination else None


def _departure(reading: _Reading, near: date) -> datetime | None:
    row = reading.row
    said = values.day_in(row.text("departs"))
    day = (
        said
        if said is not None and not row.text("day")
        else reading.value("day", lambda text: values.read_day(text, near))
    )
    clock = reading.value("departs", values.read_time)
    if day is None or clock is None:
        return None
    return datetime.combine(day + timedelta(days=clock[1]), clock[0])


def _arrival(reading: _Reading, near: date, departs: datetime) -> Sequence[datetime]:
    """Return what the arrival can be, the likeliest first; what the list says is the only one."""
    row = reading.row
    clock = reading.value("arrives", values.read_time)
    if clock is None:
        return ()
    if row.text("arrival_day"):
        day = reading.value("arrival_day", lambda text: values.read_day(text, near))
        return (datetime.combine(day, clock[0]),) if day is not None else ()
    if (day := values.day_in(row.text("arrives"))) is not None:
        return (datetime.combine(day, clock[0]),)
    if clock[1]:
        return (datetime.combine(departs.date() + timedelta(days=clock[1]), clock[0]),)
    return values.landing_day(departs, clock[0])


def _finished(booking: _Booking, country: str, airports: Airports) -> AgentBooking:
    legs = sorted(booking.legs, key=lambda leg: leg_of(leg[0], airports).departs)
    typed, problems = _directed(legs, country, airports), list(booking.problems)
    if legs and typed is None and not problems:
        problems.append(CellProblem(booking.where, _("None of these flights leads to the country of the meeting.")))
    fare = booking.fare or (None, "")
    return AgentBooking(
        where=booking.where,
        name=booking.name,
        locator=" ".join(booking.locators),
        ticket=", ".join(booking.tickets),
        fare=fare[0],
        currency=fare[1],
        hold_until=booking.hold_until,
        legs=typed or (),
        problems=tuple(problems),
    )


def _directed(
    legs: Sequence[tuple[TypedLeg, Direction | None]], country: str, airports: Airports
) -> tuple[TypedLeg, ...] | None:
    """Return legs with their direction: as the list says it, else the way back begins after the longest stay in the country."""
    if all(direction is not None for _leg, direction in legs):
        return tuple(_toward(leg, direction) for leg, direction in legs)
    flown = [leg_of(leg, airports) for leg, _direction in legs]
    out = parted(flown, country, airports)
    if out is None:
        # The way back alone, where the way out is known already.
        home = airports[flown[0].origin].country if flown else ""
        out = 0 if home == country else None
    if out is None:
        return None
    return tuple(
        _toward(leg, Direction.OUT if place < out else Direction.BACK) for place, (leg, _direction) in enumerate(legs)
    )


def _toward(leg: TypedLeg, direction: Direction | None) -> TypedLeg:
    assert direction is not None  # noqa: S101 - whoever calls has seen to it
    return TypedLeg(
        direction, leg.carrier, leg.number, leg.origin, leg.destination, leg.departs, leg.arrives, leg.surface
    )
