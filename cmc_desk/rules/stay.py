"""From when to when an official stays, in dates of the place."""

from datetime import date, datetime, timedelta

from cmc_desk.rules.travel_facts import Itinerary, TravelRules
from cmc_desk.rules.travel_states import Direction

_DAY = timedelta(days=1)
# Whoever lands before this hour goes to bed in the night that began the evening before.
_MORNING = 6


def arrives(itinerary: Itinerary | None) -> datetime | None:
    """Return when the way to the meeting ends, on the clocks of the place."""
    legs = [leg for leg in itinerary.legs if leg.direction is Direction.OUT] if itinerary else []
    return max(legs, key=lambda leg: leg.sequence).arrives if legs else None


def departs(itinerary: Itinerary | None) -> datetime | None:
    """Return when the way back begins, on the clocks of the place."""
    legs = [leg for leg in itinerary.legs if leg.direction is Direction.BACK] if itinerary else []
    return min(legs, key=lambda leg: leg.sequence).departs if legs else None


def sets_out(itinerary: Itinerary | None, rules: TravelRules) -> date:
    """Return the day on which the journey begins; where none is known, the day before the meeting."""
    legs = [leg for leg in itinerary.legs if leg.direction is Direction.OUT] if itinerary else []
    return min(leg.departs for leg in legs).date() if legs else rules.begins.date() - _DAY


def returns(itinerary: Itinerary | None, rules: TravelRules) -> date:
    """Return the day on which the journey ends; where none is known, the day on which the meeting closes."""
    legs = [leg for leg in itinerary.legs if leg.direction is Direction.BACK] if itinerary else []
    return max(leg.arrives for leg in legs).date() if legs else rules.closes.date()


def stay_nights(itinerary: Itinerary | None) -> tuple[date, ...]:
    """Return the nights between arrival and departure by the dates of their evenings; none while one of the two is not known.

    Who lands at 00:35 on the 5th needs the room of the 4th, and who leaves at 02:00 on the 8th needs that of the 7th.
    """
    first, last = arrives(itinerary), departs(itinerary)
    if first is None or last is None:
        return ()
    evening = first.date() - _DAY if first.hour < _MORNING else first.date()
    return tuple(evening + number * _DAY for number in range((last.date() - evening).days))
