"""A flight whose times change: everybody on it, and everything that follows, as a difference before it is written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.airports import Airports
from cmc_desk.rules.journeys import TypedLeg, days_there, leg_of, missed, name_of
from cmc_desk.rules.passengers import Passenger, rides
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.rooms import followed
from cmc_desk.rules.stay import stay_nights
from cmc_desk.rules.travel_facts import Itinerary, Leg, Night
from cmc_desk.rules.travel_lists import lands_late
from cmc_desk.rules.travel_states import Direction
from cmc_desk.rules.waves import Transfers, Wave, waves


@dataclass(frozen=True, slots=True)
class FlightKey:
    """A flight on a day, which is the local date of its departure."""

    carrier: str
    number: str
    origin: str
    destination: str
    day: date


@dataclass(frozen=True, slots=True)
class Flight:
    """A flight with whoever is on it, by the keys of their sponsorships; times are those of the first of them."""

    key: FlightKey
    departs: datetime
    arrives: datetime
    passengers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """What a change means for one passenger; who is not on the flight is listed if their vehicle comes at another time.

    `legs` are those on the flight, as they stand and as they become; `nights` are None where they stay as they are. `problems` say
    what the change breaks, such as a connection: it is written all the same, because the flight moves whether we like it or not.
    """

    passenger: str
    name: str
    delegation: str
    legs: tuple[tuple[Leg, Leg], ...] = ()
    pick_up_out: tuple[datetime | None, datetime | None] | None = None
    pick_up_back: tuple[datetime | None, datetime | None] | None = None
    late: tuple[bool, bool] | None = None
    nights: tuple[Night, ...] | None = None
    nights_added: tuple[date, ...] = ()
    nights_dropped: tuple[date, ...] = ()
    days_added: tuple[date, ...] = ()
    days_dropped: tuple[date, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FlightChange:
    """A change as it is shown before it is written: the times as they will be, and for whom what follows."""

    flight: FlightKey
    departs: datetime
    arrives: datetime
    followed: tuple[Followed, ...]

    @property
    def legs(self) -> tuple[str, ...]:
        """The legs that are written, by their keys."""
        return tuple(before.key for one in self.followed for before, _after in one.legs)


def key_of(leg: Leg) -> FlightKey:
    """Return which flight a leg is on."""
    return FlightKey(leg.carrier, leg.number, leg.origin, leg.destination, leg.departs.date())


def flights(passengers: Iterable[Passenger]) -> tuple[Flight, ...]:
    """Return the flights that somebody has still to fly, in the order of the clock."""
    found: dict[FlightKey, tuple[Leg, list[str]]] = {}
    for passenger in passengers:
        for leg in _still_to_fly(passenger):
            found.setdefault(key_of(leg), (leg, []))[1].append(passenger.key)
    listed = [Flight(key, leg.departs, leg.arrives, tuple(people)) for key, (leg, people) in found.items()]
    return tuple(sorted(listed, key=lambda flight: (flight.departs, flight.key.carrier, flight.key.number)))


def plan_change(
    passengers: Sequence[Passenger],
    flight: FlightKey,
    *,
    departs: datetime,
    arrives: datetime,
    airports: Airports,
    transfers: Transfers,
    usual: Night,
) -> FlightChange:
    """Return what it means that a flight now leaves and arrives at these times, on the clocks of its airports.

    Raises Refusal if nobody is on it, it cannot fly so, or these are its times already.
    """
    typed = TypedLeg(Direction.OUT, flight.carrier, flight.number, flight.origin, flight.destination, departs, arrives)
    times = leg_of(typed, airports)
    moved: dict[str, tuple[Passenger, tuple[tuple[Leg, Leg], ...]]] = {}
    on_it = False
    for passenger in passengers:
        legs = [leg for leg in _still_to_fly(passenger) if key_of(leg) == flight]
        on_it = on_it or bool(legs)
        changes = tuple(
            (leg, replace(leg, departs=times.departs, arrives=times.arrives))
            for leg in legs
            if (leg.departs, leg.arrives) != (times.departs, times.arrives)
        )
        if changes:
            moved[passenger.key] = _moved(passenger, changes, usual), changes
    if not moved:
        raise _nothing_to_change(flight, on_it=on_it)
    after = [moved[one.key][0] if one.key in moved else one for one in passengers]
    pick_ups = tuple(
        (_pick_ups(passengers, direction, transfers), _pick_ups(after, direction, transfers))
        for direction in (Direction.OUT, Direction.BACK)
    )
    listed = (
        _followed(one, then, moved[one.key][1] if one.key in moved else (), pick_ups, transfers)
        for one, then in zip(passengers, after, strict=True)
    )
    return FlightChange(flight, times.departs, times.arrives, tuple(one for one in listed if one is not None))


def connections_missed(itinerary: Itinerary, leg: Leg) -> tuple[str, ...]:
    """Return what is said of connections from and to a leg that cannot be reached any more."""
    return tuple(
        _("{later} leaves at {leaves}, before {earlier} has arrived at {arrives}: the connection is missed.").format(
            later=name_of(two), leaves=f"{two.departs:%H:%M}", earlier=name_of(one), arrives=f"{one.arrives:%H:%M}"
        )
        for one, two in pairwise(itinerary.legs)
        if leg in (one, two) and missed(one, two)
    )


def _still_to_fly(passenger: Passenger) -> tuple[Leg, ...]:
    if passenger.itinerary is None or not passenger.comes:
        return ()
    return tuple(leg for leg in passenger.itinerary.legs if leg.flown_at is None and not leg.surface)


def _moved(passenger: Passenger, changes: Sequence[tuple[Leg, Leg]], usual: Night) -> Passenger:
    """Return a passenger whose legs have new times, with the nights that follow."""
    before = passenger.itinerary
    assert before is not None  # noqa: S101 - a passenger who has legs has an itinerary
    new = {old.key: leg for old, leg in changes}
    after = replace(before, legs=tuple(new.get(leg.key, leg) for leg in before.legs))
    nights = followed(passenger.nights, stay_nights(before), stay_nights(after), usual)
    return replace(passenger, itinerary=after, nights=nights)


def _pick_ups(passengers: Sequence[Passenger], direction: Direction, transfers: Transfers) -> Mapping[str, Wave]:
    found = waves(rides(passengers, direction), direction, transfers)
    return {ride.traveller: wave for wave in found for ride in wave.rides}


def _followed(
    before: Passenger,
    after: Passenger,
    legs: tuple[tuple[Leg, Leg], ...],
    pick_ups: Sequence[tuple[Mapping[str, Wave], Mapping[str, Wave]]],
    transfers: Transfers,
) -> Followed | None:
    out, back = (_differing(_time(then.get(before.key)), _time(now.get(before.key))) for then, now in pick_ups)
    if not legs and out is None and back is None:
        return None
    itinerary = after.itinerary
    nights = {night.date for night in before.nights}, {night.date for night in after.nights}
    days = set(days_there(before.itinerary)), set(days_there(itinerary))
    late = lands_late(before, transfers), lands_late(after, transfers)
    missed = [words for _old, leg in legs if itinerary is not None for words in connections_missed(itinerary, leg)]
    return Followed(
        passenger=before.key,
        name=before.name,
        delegation=before.delegation,
        legs=legs,
        pick_up_out=out,
        pick_up_back=back,
        late=late if late[0] != late[1] else None,
        nights=after.nights if before.nights != after.nights else None,
        nights_added=tuple(sorted(nights[1] - nights[0])),
        nights_dropped=tuple(sorted(nights[0] - nights[1])),
        days_added=tuple(sorted(days[1] - days[0])),
        days_dropped=tuple(sorted(days[0] - days[1])),
        problems=tuple(missed),
    )


def _time(wave: Wave | None) -> datetime | None:
    return wave.pick_up if wave is not None else None


def _differing(before: datetime | None, after: datetime | None) -> tuple[datetime | None, datetime | None] | None:
    return (before, after) if before != after else None


def _nothing_to_change(flight: FlightKey, *, on_it: bool) -> Refusal:
    words = f"{flight.carrier} {flight.number}"
    if on_it:
        return Refusal(
            _("These are the times of {flight} already: nothing changes.").format(flight=words), field="departs"
        )
    return Refusal(
        _("Nobody has still to fly with {flight} from {origin} to {destination} on {day}.").format(
            flight=words, origin=flight.origin, destination=flight.destination, day=flight.day
        ),
        field="flight",
    )
