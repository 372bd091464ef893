"""Where a traveller stays between the legs of a journey, and what a day is worth there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.allowances import Stop
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Leg
from cmc_desk.rules.travel_states import Direction

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stay:
    """A place with arrival and departure in its local time (naive)."""

    place: str
    arrive: datetime
    depart: datetime


@dataclass(frozen=True, slots=True)
class DailyRate:
    """What a day at a place is worth from a day on, until a day if one is given; `source` says who says so."""

    key: str
    place: str
    since: date
    until: date | None
    amount: Decimal
    long_amount: Decimal | None
    currency: str
    source: str


Place = Callable[[str], str]


def stays(legs: Sequence[Leg], *, min_hours: int, place_of: Place = str) -> tuple[Stay, ...]:
    """Return the stays between the legs, in order; `place_of` tells where the rates of an airport are found.

    A connection within a date that is shorter than `min_hours` is no stay; two stays in a row at one place are one.
    Raises Refusal if the way there or the way back is not known: an allowance ends with the departure.
    """
    ordered = sorted(legs, key=lambda leg: leg.sequence)
    if {leg.direction for leg in ordered} != set(Direction):
        raise Refusal(
            _("The journey is not known there and back: enter its legs, or the stays by hand."), field="itinerary"
        )
    found: list[Stay] = []
    for before, after in pairwise(ordered):
        stay = Stay(
            place_of(before.destination), before.arrives.replace(tzinfo=None), after.departs.replace(tzinfo=None)
        )
        if found and found[-1].place == stay.place:
            found[-1] = replace(found[-1], depart=stay.depart)
        else:
            found.append(stay)
    # A visit of some hours and nothing else is the journey itself.
    return tuple(stay for stay in found if not _connection(stay, min_hours)) or tuple(found)


def terminal_trips(stays: Sequence[Stay], *, fetched: str = "") -> int:
    """Return the trips to and from terminals: two at home and two at every stay but where the meeting's vehicles fetch (`fetched`)."""
    return 2 + 2 * sum(stay.place != fetched for stay in stays) if stays else 0


def rate_on(rates: Sequence[DailyRate], *, place: str, day: date, currency: str) -> DailyRate | None:
    """Return the rate of a place that holds on a day; one that has ended holds no more, whatever came before it."""
    begun = [rate for rate in rates if rate.place == place and rate.currency == currency and rate.since <= day]
    newest = max(begun, key=lambda rate: rate.since, default=None)
    return newest if newest is not None and (newest.until is None or day <= newest.until) else None


def priced(
    stays: Sequence[Stay], rates: Sequence[DailyRate], *, currencies: Sequence[str]
) -> tuple[str, tuple[Stop, ...]]:
    """Return the stays with their rates, in the first of `currencies` in which all are known.

    Where the rate of a place changes at the turn of a month the stay is parted at midnight, except on the day of its departure, which
    follows the rate of the night before. Raises Refusal that names place and day if a rate is missing.
    """
    missing: tuple[str, date] | None = None
    for currency in currencies:
        stops: list[Stop] = []
        gap = _append(stops, stays, rates, currency)
        if gap is None:
            return currency, tuple(stops)
        missing = missing or gap
    if missing is None:
        missing = stays[0].place, stays[0].arrive.date()
    raise Refusal(
        _("There is no daily rate for {place} on {day}: enter it with its source at Rates.").format(
            place=missing[0], day=missing[1].isoformat()
        ),
        field="rate",
    )


def _append(
    stops: list[Stop], stays: Sequence[Stay], rates: Sequence[DailyRate], currency: str
) -> tuple[str, date] | None:
    for stay in stays:
        first, *others = _days(stay)
        rate = rate_on(rates, place=stay.place, day=first, currency=currency)
        if rate is None:
            return stay.place, first
        begins = stay.arrive
        for day in others:
            found = rate_on(rates, place=stay.place, day=day, currency=currency)
            if found is None:
                return stay.place, day
            if (found.amount, found.long_amount) != (rate.amount, rate.long_amount):
                midnight = datetime.combine(day, time())
                stops.append(Stop(stay.place, begins, midnight, rate.amount, rate.long_amount))
                begins, rate = midnight, found
        stops.append(Stop(stay.place, begins, stay.depart, rate.amount, rate.long_amount))
    return None


def _days(stay: Stay) -> tuple[date, ...]:
    """Return the dates of a stay without that of its departure, unless it departs on the date of its arrival."""
    first, last = stay.arrive.date(), stay.depart.date()
    return tuple(first + number * _DAY for number in range(max((last - first).days, 1)))


def _connection(stay: Stay, min_hours: int) -> bool:
    short = stay.depart - stay.arrive < timedelta(hours=min_hours)
    return short and stay.arrive.date() == stay.depart.date()
