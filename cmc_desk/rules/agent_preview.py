"""What an agency's list will do, booking by booking, before anything is written: whose it is, and what changes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agent_bookings import AgentBooking
from cmc_desk.rules.airports import Airports
from cmc_desk.rules.importing import CellProblem
from cmc_desk.rules.instants import between
from cmc_desk.rules.journeys import TypedLeg, as_typed, legs_of, name_of
from cmc_desk.rules.money import money, to_minor
from cmc_desk.rules.passenger_names import PassengerIndex
from cmc_desk.rules.passengers import Passenger
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.ticket_names import LONGEST
from cmc_desk.rules.travel_facts import Itinerary, Leg
from cmc_desk.rules.travel_states import Direction, Nomination

# A list whose flights are further away from the meeting than that is of another one.
FAR = timedelta(days=60)
_NOTHING = Itinerary("", 0, ())


class BookingVerdict(StrEnum):
    """What will become of a booking."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    NOBODY = "nobody of ours"
    SEVERAL = "several possible"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class BookingChange:
    """What is written of a booking for a sponsorship, whose journey had version `based_on` when it was compared.

    Empty text and None change nothing; without `legs` the journey stays.
    """

    where: str
    sponsorship: str
    based_on: int
    legs: tuple[TypedLeg, ...] = ()
    locator: str = ""
    ticket: str = ""
    name_on_ticket: str = ""
    fare: int | None = None
    currency: str = ""
    hold_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class PlannedBooking:
    """A booking of the list beside ours: `name` as the list has it, `passenger` as we do.

    `differences` are (field, ours, theirs) in words; `change` is what taking it writes, None if there is nothing to take.
    """

    where: str
    name: str
    verdict: BookingVerdict
    passenger: str = ""
    delegation: str = ""
    differences: tuple[tuple[str, str, str], ...] = ()
    problems: tuple[CellProblem, ...] = ()
    change: BookingChange | None = None


@dataclass(frozen=True, slots=True)
class AgentPreview:
    """A list as it would come in; `not_listed` are officials with a journey of whom it says nothing: it stays as it is."""

    source: str
    bookings: tuple[PlannedBooking, ...]
    not_listed: tuple[str, ...] = ()


def plan_agent_sheet(
    source: str,
    found: Sequence[AgentBooking],
    passengers: Sequence[Passenger],
    *,
    near: date,
    zone: tzinfo,
    airports: Airports,
    now: datetime | None = None,
) -> AgentPreview:
    """Compare the bookings of a list with the journeys of the meeting whose first day is `near`, in whose `zone` holds end.

    A hold that is over at `now` cannot be taken.

    Raises Refusal if the list is of another meeting: nobody in it is ours, or it flies at quite another time.
    """
    index = PassengerIndex(passengers)
    matched = [(booking, index.whose(booking.name, locator=booking.locator)) for booking in found]
    known = [booking for booking, people in matched if people]
    if not known:
        raise Refusal(
            _("Nobody in “{source}” has a financed seat at this meeting: it is the list of another one.").format(
                source=source
            ),
            field="path",
        )
    if all(_is_far(booking, near) for booking in known):
        raise Refusal(
            _("The flights in “{source}” are far from {day}: it is the list of another meeting.").format(
                source=source, day=near
            ),
            field="path",
        )
    times = Counter(people[0].key for _booking, people in matched if len(people) == 1)
    planned = tuple(
        _planned(booking, people, near, zone, airports, now, twice=len(people) == 1 and times[people[0].key] > 1)
        for booking, people in matched
    )
    listed = {one.key for _booking, people in matched for one in people}
    missing = [one.name for one in passengers if one.comes and one.itinerary is not None and one.key not in listed]
    return AgentPreview(source, planned, tuple(missing))


def changes_of(preview: AgentPreview, *, left_out: Iterable[int] = ()) -> list[BookingChange]:
    """Return what is written of a preview; `left_out` are the places of bookings that are not taken."""
    out = set(left_out)
    return [one.change for place, one in enumerate(preview.bookings) if one.change is not None and place not in out]


def leg_words(leg: Leg) -> str:
    """Return a leg in one line: BW 415 BGI–KIN 2019-12-04 14:35–16:10."""
    way = f"{leg.origin}–{leg.destination}"
    name = name_of(leg)
    lands = f"{leg.arrives:%H:%M}" if leg.arrives.date() == leg.departs.date() else f"{leg.arrives:%Y-%m-%d %H:%M}"
    return f"{name if name == way else f'{name} {way}'} {leg.departs:%Y-%m-%d %H:%M}–{lands}"


def _is_far(booking: AgentBooking, near: date) -> bool:
    return bool(booking.legs) and all(abs(leg.departs.date() - near) > FAR for leg in booking.legs)


def _planned(
    booking: AgentBooking,
    people: Sequence[Passenger],
    near: date,
    zone: tzinfo,
    airports: Airports,
    now: datetime | None,
    *,
    twice: bool,
) -> PlannedBooking:
    fresh = PlannedBooking(booking.where, booking.name, BookingVerdict.NOBODY, problems=booking.problems)
    if not people:
        return fresh
    if len(people) > 1:
        names = ", ".join(one.name for one in people)
        return replace(fresh, verdict=BookingVerdict.SEVERAL, passenger=names)
    (passenger,) = people
    ours = passenger.itinerary or _NOTHING
    fresh = replace(fresh, passenger=passenger.name, delegation=passenger.delegation)
    if booking.problems:
        # What follows from a row that cannot be read would be untrue.
        return replace(fresh, verdict=BookingVerdict.ERROR)
    if not ours.version and not _says_anything(booking):
        # Our own list comes back with whoever still waits for flights.
        return replace(fresh, verdict=BookingVerdict.SAME)
    booking = replace(booking, legs=_completed(booking.legs, ours))
    try:
        legs = legs_of(booking.legs, airports)
        change = _change(booking, passenger, zone, same_legs=_same(ours.legs, legs))
        _check(booking, passenger, near, twice=twice)
        _check_hold(change, ours, now)
    except Refusal as refusal:
        return replace(fresh, verdict=BookingVerdict.ERROR, problems=(CellProblem(booking.where, refusal.sentence),))
    differences = tuple(_differences(ours, legs, change))
    if not differences:
        return replace(fresh, verdict=BookingVerdict.SAME)
    verdict = BookingVerdict.CHANGED if ours.version else BookingVerdict.NEW
    return replace(fresh, verdict=verdict, differences=differences, change=change)


def _check(booking: AgentBooking, passenger: Passenger, near: date, *, twice: bool) -> None:
    if twice:
        raise Refusal(_("This official stands in the list under two names: correct it there."))
    if _is_far(booking, near):
        raise Refusal(_("These flights are far from the days of the meeting."))
    if not booking.legs and passenger.itinerary is None:
        raise Refusal(_("No flight of this official is in the list, and none is known here."))
    if booking.ticket and passenger.nomination is not Nomination.ACCEPTED:
        raise Refusal(_("No ticket before the funding is confirmed: record the acceptance first."))
    if not passenger.comes:
        raise Refusal(_("This official is not coming (ticket cancelled, or did not come): set the journey anew first."))


def _says_anything(booking: AgentBooking) -> bool:
    """Tell whether a list says more of a passenger than the name."""
    booked = booking.legs or booking.locator or booking.ticket or booking.hold_until
    return bool(booked) or booking.fare is not None


def _check_hold(change: BookingChange, ours: Itinerary, now: datetime | None) -> None:
    """Raise Refusal if a list holds a booking until an instant that is over; one that is known already need not be told again."""
    until = change.hold_until
    if until is None or now is None or until == ours.hold_until or between(now, until) > timedelta():
        return
    raise Refusal(
        _("The airline kept this booking until {when}, which is over: ask the agency for a new one.").format(
            when=f"{until:%Y-%m-%d %H:%M}"
        )
    )


def _completed(legs: tuple[TypedLeg, ...], ours: Itinerary) -> tuple[TypedLeg, ...]:
    """Return the legs of a list with the way that it says nothing of, as it is known; roads between the same flights stay too."""
    if not legs:
        return ()
    known = as_typed(ours.legs)
    flights = tuple(leg for leg in known if not leg.surface)
    directions = {leg.direction for leg in legs}
    missing = [leg for leg in known if leg.direction not in directions]
    if not missing:
        return known if legs == flights else legs
    whole = tuple(leg for leg in flights if leg.direction in directions)
    said = [leg for leg in known if leg.direction in directions] if legs == whole else list(legs)
    return (*missing, *said) if Direction.BACK in directions else (*said, *missing)


def _change(booking: AgentBooking, passenger: Passenger, zone: tzinfo, *, same_legs: bool) -> BookingChange:
    ours = passenger.itinerary or _NOTHING
    fare = None if booking.fare is None else to_minor(booking.fare, booking.currency)
    until = None if booking.hold_until is None else booking.hold_until.replace(tzinfo=zone)
    return BookingChange(
        where=booking.where,
        sponsorship=passenger.key,
        based_on=ours.version,
        legs=() if same_legs else booking.legs,
        locator=booking.locator,
        ticket=booking.ticket,
        # Only as an airline prints it can it be compared with a passport.
        name_on_ticket=booking.name[:LONGEST] if "/" in booking.name else "",
        fare=fare,
        currency=booking.currency,
        # What is issued is not on hold any more.
        hold_until=None if booking.ticket or ours.issued_at is not None else until,
    )


def _same(ours: Sequence[Leg], theirs: Sequence[Leg]) -> bool:
    return [(leg.direction, leg_words(leg)) for leg in ours] == [(leg.direction, leg_words(leg)) for leg in theirs]


def _differences(ours: Itinerary, legs: Sequence[Leg], change: BookingChange) -> Iterator[tuple[str, str, str]]:
    if change.legs:
        yield "legs", "; ".join(map(leg_words, ours.legs)), "; ".join(map(leg_words, legs))
    for name in ("locator", "ticket", "name_on_ticket"):
        said, known = getattr(change, name), getattr(ours, name)
        if said and said != known:
            yield name, known, said
    if change.fare is not None and (change.fare, change.currency) != (ours.fare, ours.currency):
        yield (
            "fare",
            money(ours.fare, ours.currency) if ours.fare is not None else "",
            money(change.fare, change.currency),
        )
    if change.hold_until is not None and change.hold_until != ours.hold_until:
        zone = change.hold_until.tzinfo
        known = f"{ours.hold_until.astimezone(zone):%Y-%m-%d %H:%M}" if ours.hold_until is not None else ""
        yield "hold_until", known, f"{change.hold_until:%Y-%m-%d %H:%M}"
