"""Passengers: the officials who hold seats, with the journey and the nights that stand, as lists for drivers and hotels need them."""

from collections.abc import Iterable
from dataclasses import dataclass

from cmc_desk.rules.journeys import name_of
from cmc_desk.rules.travel_facts import Itinerary, Leg, Night
from cmc_desk.rules.travel_states import Direction, Nomination, Travel
from cmc_desk.rules.waves import Ride

# Nobody is met or lodged who is known not to come.
NOT_COMING = frozenset({Travel.CANCELLED, Travel.NO_SHOW})
# Who sees to the bed themselves.
OWN_ROOM = frozenset({Travel.SELF_ARRANGED, Travel.NOT_REQUIRED})


@dataclass(frozen=True, slots=True)
class Passenger:
    """An official on a seat by the key of the sponsorship; nothing of the passport is here, so that no list can print it."""

    key: str
    participant: str
    given_name: str
    family_name: str
    delegation: str
    phone: str
    language: str
    nomination: Nomination
    travel: Travel
    itinerary: Itinerary | None = None
    nights: tuple[Night, ...] = ()

    @property
    def name(self) -> str:
        """Given and family name."""
        return " ".join(part for part in (self.given_name, self.family_name) if part)

    @property
    def comes(self) -> bool:
        """Whether this official is expected."""
        return self.travel not in NOT_COMING


def last_out(itinerary: Itinerary | None) -> Leg | None:
    """Return the leg that ends at the meeting."""
    legs = [leg for leg in itinerary.legs if leg.direction is Direction.OUT] if itinerary else []
    return legs[-1] if legs else None


def first_back(itinerary: Itinerary | None) -> Leg | None:
    """Return the leg that begins at the meeting."""
    legs = [leg for leg in itinerary.legs if leg.direction is Direction.BACK] if itinerary else []
    return legs[0] if legs else None


def ride_of(passenger: Passenger, direction: Direction) -> Ride | None:
    """Return at which airport somebody is met, or to which they are brought; None where no flight is known, or nobody comes."""
    leg = last_out(passenger.itinerary) if direction is Direction.OUT else first_back(passenger.itinerary)
    if leg is None or not passenger.comes:
        return None
    if direction is Direction.OUT:
        return Ride(passenger.key, leg.destination, name_of(leg), leg.arrives)
    return Ride(passenger.key, leg.origin, name_of(leg), leg.departs)


def rides(passengers: Iterable[Passenger], direction: Direction) -> tuple[Ride, ...]:
    """Return everybody who is met, or brought."""
    found = (ride_of(passenger, direction) for passenger in passengers)
    return tuple(ride for ride in found if ride is not None)


def without_flight(passengers: Iterable[Passenger], direction: Direction) -> tuple[Passenger, ...]:
    """Return who is expected and in no wave, because no flight of theirs is known; who needs none is not among them."""
    return tuple(
        passenger
        for passenger in passengers
        if passenger.comes and passenger.travel not in OWN_ROOM and ride_of(passenger, direction) is None
    )
