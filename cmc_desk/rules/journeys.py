"""Journeys: legs as they stand on a ticket become legs with instants, and do not hang in the air."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.airports import Airports, instant_at, the_airport
from cmc_desk.rules.instants import between
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.stay import arrives, departs
from cmc_desk.rules.travel_facts import Itinerary, Leg
from cmc_desk.rules.travel_states import Direction

# No flight is shorter (Sint Maarten to Saba) and none is longer; what is not between them was mistyped.
SHORTEST, LONGEST = timedelta(minutes=15), timedelta(hours=20)
MOST_LEGS = 12
_CARRIER = re.compile(r"(?=.*[A-Z])[A-Z0-9]{2,3}")
_NUMBER = re.compile(r"(\d{1,4})([A-Z]?)")
_NO_TIME = timedelta()


@dataclass(frozen=True, slots=True)
class TypedLeg:
    """A leg as it stands on a ticket: its times are on the clocks of its airports (naive on purpose); a `surface` leg goes by road or sea."""

    direction: Direction
    carrier: str
    number: str
    origin: str
    destination: str
    departs: datetime
    arrives: datetime
    surface: bool = False


def legs_of(typed: Sequence[TypedLeg], airports: Airports) -> tuple[Leg, ...]:
    """Return the legs of a journey with their instants; raises Refusal, with the field (`legs.0.origin`), for what cannot be right.

    Each leg begins where the one before it has ended, unless one of the two goes by road or sea; the way back follows the way out.
    """
    if len(typed) > MOST_LEGS:
        raise Refusal(_("A journey has {number} legs at most.").format(number=MOST_LEGS), field="legs")
    legs = tuple(leg_of(one, airports, sequence) for sequence, one in enumerate(typed, 1))
    check_order(legs)
    return legs


def leg_of(typed: TypedLeg, airports: Airports, sequence: int = 1) -> Leg:
    """Return one leg with its instants; raises Refusal as `legs_of` does."""
    field = f"legs.{sequence - 1}"
    origin = the_airport(airports, typed.origin, field=f"{field}.origin")
    destination = the_airport(airports, typed.destination, field=f"{field}.destination")
    carrier, number = flight(typed.carrier, typed.number, surface=typed.surface, field=field)
    if origin == destination:
        raise Refusal(
            _("A leg from {airport} to {airport} goes nowhere.").format(airport=origin.code),
            field=f"{field}.destination",
        )
    leaves = instant_at(origin, typed.departs, field=f"{field}.departs")
    lands = instant_at(destination, typed.arrives, after=leaves, field=f"{field}.arrives")
    leg = Leg(
        key="",
        sequence=sequence,
        direction=typed.direction,
        carrier=carrier,
        number=number,
        origin=origin.code,
        destination=destination.code,
        departs=leaves,
        arrives=lands,
        surface=typed.surface,
    )
    check_duration(leg, field=f"{field}.arrives")
    return leg


def flight(carrier: str, number: str, *, surface: bool = False, field: str = "legs.0") -> tuple[str, str]:
    """Return carrier and number of a flight as they are kept: BW and 415, however they were typed; raises Refusal.

    A leg by road or sea may have neither.
    """
    said = carrier.strip().upper(), number.strip().upper()
    if surface and not (said[0] and said[1]):
        return said[0][:3], said[1][:8]
    if not _CARRIER.fullmatch(said[0]):
        raise Refusal(
            _("“{carrier}” is no airline: type the two letters before the number of the flight.").format(
                carrier=said[0]
            ),
            field=f"{field}.carrier",
        )
    found = _NUMBER.fullmatch(said[1])
    if found is None:
        raise Refusal(
            _("“{number}” is no number of a flight: type up to four digits.").format(number=said[1]),
            field=f"{field}.number",
        )
    return said[0], f"{int(found[1])}{found[2]}"


def check_duration(leg: Leg, *, field: str = "") -> None:
    """Raise Refusal unless a leg arrives after it leaves, and takes as long as a flight can."""
    takes = between(leg.departs, leg.arrives)
    if takes <= _NO_TIME:
        raise Refusal(
            _(
                "{leg} arrives before it leaves ({departs} in {origin} is later than {arrives} in {destination})."
            ).format(**_words(leg)),
            field=field,
        )
    if takes > LONGEST or (takes < SHORTEST and not leg.surface):
        raise Refusal(
            _(
                "{leg} would take {length} ({departs} in {origin}, {arrives} in {destination}): correct the times or the dates."
            ).format(**_words(leg), length=length_words(takes)),
            field=field,
        )


def check_order(legs: Sequence[Leg]) -> None:
    """Raise Refusal unless each leg goes on from where and when the one before it has ended, and home is last."""
    for before, leg in pairwise(legs):
        field = f"legs.{leg.sequence - 1}"
        if before.direction is Direction.BACK and leg.direction is Direction.OUT:
            raise Refusal(
                _("{leg} leads to the meeting, and {before} before it leads home: put the way there first.").format(
                    leg=name_of(leg), before=name_of(before)
                ),
                field=f"{field}.direction",
            )
        if before.destination != leg.origin and not (before.surface or leg.surface):
            raise Refusal(
                _(
                    "{before} ends at {end}, and {leg} begins at {origin}: add the way between, by road if need be."
                ).format(before=name_of(before), end=before.destination, leg=name_of(leg), origin=leg.origin),
                field=f"{field}.origin",
            )
        if missed(before, leg):
            raise Refusal(
                _("{leg} leaves at {leaves}, before {before} has arrived at {arrives}.").format(
                    leg=name_of(leg), leaves=_clock(leg.departs), before=name_of(before), arrives=_clock(before.arrives)
                ),
                field=f"{field}.departs",
            )


def missed(before: Leg, leg: Leg) -> bool:
    """Return whether a leg leaves before the one before it has arrived."""
    return between(before.arrives, leg.departs) < _NO_TIME


def name_of(leg: Leg) -> str:
    """Return what people call a leg: BW 415, or its way where it has no number."""
    return f"{leg.carrier} {leg.number}" if leg.carrier and leg.number else f"{leg.origin}–{leg.destination}"


def days_there(itinerary: Itinerary | None) -> tuple[date, ...]:
    """Return the dates from arrival to departure, both included, for which an allowance can be due; none while one is not known."""
    first, last = arrives(itinerary), departs(itinerary)
    if first is None or last is None:
        return ()
    return tuple(first.date() + timedelta(days=number) for number in range((last.date() - first.date()).days + 1))


def parted(legs: Sequence[Leg], country: str, airports: Airports) -> int | None:
    """Return how many legs lead to `country`, where nobody says it: those up to the longest stay there; None if none does."""
    ends = [
        place
        for place, leg in enumerate(legs)
        if (there := airports.get(leg.destination)) is not None and there.country == country
    ]
    if not ends:
        return None
    stays = {
        place: between(legs[place].arrives, legs[place + 1].departs) if place + 1 < len(legs) else timedelta.max
        for place in ends
    }
    return max(ends, key=lambda place: stays[place]) + 1


def as_typed(legs: Sequence[Leg]) -> tuple[TypedLeg, ...]:
    """Return legs as they stand on a ticket."""
    return tuple(
        TypedLeg(
            leg.direction,
            leg.carrier,
            leg.number,
            leg.origin,
            leg.destination,
            leg.departs.replace(tzinfo=None),
            leg.arrives.replace(tzinfo=None),
            leg.surface,
        )
        for leg in legs
    )


def length_words(length: timedelta) -> str:
    """Return a length in hours and minutes: 3 h 05."""
    minutes = length // timedelta(minutes=1)
    return f"{minutes // 60} h {minutes % 60:02}" if minutes >= 60 else _("{number} min").format(number=minutes)


def _words(leg: Leg) -> dict[str, str]:
    return {
        "leg": name_of(leg),
        "departs": _clock(leg.departs),
        "origin": leg.origin,
        "arrives": _clock(leg.arrives),
        "destination": leg.destination,
    }


def _clock(instant: datetime) -> str:
    return f"{instant:%Y-%m-%d %H:%M}"
