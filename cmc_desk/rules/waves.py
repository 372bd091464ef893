"""Waves: who rides together from and to the airport, and when the vehicle must be there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.instants import between, moved
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_plan import KEPT_UNTIL
from cmc_desk.rules.travel_states import Direction


@dataclass(frozen=True, slots=True)
class Ride:
    """Somebody who is met at an airport, or brought there: `at` is when the flight arrives or leaves, on the clocks there."""

    traveller: str
    airport: str
    flight: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Wave:
    """A vehicle with whoever rides in it; `number` counts from 1.

    `pick_up` is when it is at the airport, or on the way there at the hotel; None where the drive to that airport is not known.
    """

    number: int
    airport: str
    pick_up: datetime | None
    rides: tuple[Ride, ...]

    @property
    def first(self) -> datetime:
        """The first flight of the wave."""
        return self.rides[0].at

    @property
    def last(self) -> datetime:
        """The last flight of the wave."""
        return self.rides[-1].at


@dataclass(frozen=True, slots=True)
class Transfers:
    """How transfers are driven: `gap` is how long the first of a wave waits for its last, `drive` the way between `airport` and hotel.

    `drives` are the ways of other airports; a hotel keeps a room until `kept_until`.
    """

    airport: str
    gap: timedelta
    seats: int
    check_in_lead: timedelta
    drive: timedelta
    drives: tuple[tuple[str, timedelta], ...] = ()
    kept_until: time = KEPT_UNTIL

    def drive_of(self, airport: str) -> timedelta | None:
        """Return how long the way between an airport and the hotel takes; None where nobody said it."""
        return self.drive if airport == self.airport else dict(self.drives).get(airport)


def waves(rides: Sequence[Ride], direction: Direction, transfers: Transfers) -> tuple[Wave, ...]:
    """Return the waves in the order of the clock: a new one where the gap would be passed, the seats are taken, or the airport is another.

    Who is on one flight stays together as far as the seats go. Raises Refusal if a vehicle has no seat.
    """
    if transfers.seats < 1:
        raise Refusal(
            _("A vehicle needs at least one seat: correct it in the settings of travel."), field="vehicle_seats"
        )
    groups: list[list[Ride]] = []
    for airport in sorted({ride.airport for ride in rides}):
        groups += _grouped([ride for ride in rides if ride.airport == airport], transfers)
    groups.sort(key=lambda group: (group[0].at, group[0].airport, group[-1].at))
    return tuple(
        Wave(number, group[0].airport, pick_up(group[0], direction, transfers), tuple(group))
        for number, group in enumerate(groups, 1)
    )


def pick_up(first: Ride, direction: Direction, transfers: Transfers) -> datetime | None:
    """Return when the vehicle is there for a wave whose first flight is that of `first`.

    It waits at the airport when the flight lands; it leaves the hotel early enough for the drive and the check-in.
    """
    if direction is Direction.OUT:
        return first.at
    drive = transfers.drive_of(first.airport)
    return None if drive is None else moved(first.at, -transfers.check_in_lead - drive)


def _grouped(rides: Sequence[Ride], transfers: Transfers) -> list[list[Ride]]:
    groups: list[list[Ride]] = []
    for ride in sorted(rides, key=lambda ride: (ride.at, ride.flight, ride.traveller)):
        group = groups[-1] if groups else []
        if group and len(group) < transfers.seats and between(group[0].at, ride.at) <= transfers.gap:
            group.append(ride)
        else:
            groups.append([ride])
    return groups
