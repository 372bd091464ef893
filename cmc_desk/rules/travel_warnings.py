"""What the sponsors would rather have otherwise: each is a warning, never an obstacle, and can be waived with a reason."""

import calendar
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cmc_desk.rules.stay import departs, returns
from cmc_desk.rules.ticket_names import same_name
from cmc_desk.rules.travel_facts import Letter, Seat, Sponsorship, TravelRules
from cmc_desk.rules.travel_states import Direction, Profile, Warned


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known beside one sponsorship, of which its warnings speak too.

    `others` are those that hold other seats of the delegation, `letters` all of the delegation, `focal_points` its known focal points
    who are expected, by participant; `elsewhere` says that the same person holds another seat, `name` is theirs.
    """

    others: Sequence[Sponsorship] = ()
    letters: Sequence[Letter] = ()
    focal_points: Collection[str] = ()
    elsewhere: bool = False
    name: str = ""


def warnings(one: Sponsorship, *, seat: Seat, beside: Beside, rules: TravelRules) -> tuple[Warned, ...]:
    """Return everything that deserves a look at an official on a seat, waived or not, in the order of `Warned`."""
    found = {
        *_of_profiles(one, seat, beside),
        *_of_the_letter(one, beside, rules),
        *_of_the_papers(one, beside, rules),
        *_of_the_seat(one, seat, beside),
        *_of_the_journey(one, seat, rules),
    }
    return tuple(warned for warned in Warned if warned in found)


def unwaived(one: Sponsorship, found: Sequence[Warned]) -> tuple[Warned, ...]:
    """Return the warnings that nobody has waived."""
    return tuple(warned for warned in found if warned not in one.waived)


def later_by_months(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of that month if it has fewer days."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _of_profiles(one: Sponsorship, seat: Seat, beside: Beside) -> Iterator[Warned]:
    profiles = {other.profile for other in beside.others}
    if one.profile is Profile.OTHER:
        yield Warned.OTHER_PROFILE
    elif one.profile in profiles:
        yield Warned.SAME_PROFILE
    # It is said of the seat that was meant for it, once.
    for profile, warned in (
        (Profile.FOREIGN_AFFAIRS, Warned.NO_FOREIGN_AFFAIRS),
        (Profile.IMMIGRATION, Warned.NO_IMMIGRATION),
    ):
        if seat.profile is profile and profile not in {one.profile, *profiles}:
            yield warned


def _of_the_letter(one: Sponsorship, beside: Beside, rules: TravelRules) -> Iterator[Warned]:
    letters = [*beside.letters, *([one.letter] if one.letter else [])]
    # While no letter has come at all, that is the first of the steps.
    if letters and not any(one.participant in letter.names for letter in letters):
        yield Warned.NOT_IN_THE_LETTER
    if one.letter is not None and is_late(one.letter, rules):
        yield Warned.LETTER_LATE


def is_late(letter: Letter, rules: TravelRules) -> bool:
    """Tell whether a letter came after the deadline of the meeting."""
    return rules.deadline is not None and letter.received > rules.deadline


def _of_the_papers(one: Sponsorship, beside: Beside, rules: TravelRules) -> Iterator[Warned]:
    passport, itinerary = one.passport, one.itinerary
    if passport is not None and passport.expires is not None:
        back = returns(itinerary, rules)
        if passport.expires < later_by_months(back, rules.passport_months):
            yield Warned.PASSPORT_EXPIRES
    printed = (passport.name if passport else "") or beside.name
    ticket = itinerary.name_on_ticket if itinerary else ""
    if ticket and printed and not same_name(ticket, printed):
        yield Warned.NAME_DIFFERS


def _of_the_seat(one: Sponsorship, seat: Seat, beside: Beside) -> Iterator[Warned]:
    if beside.elsewhere:
        yield Warned.SAME_PERSON_TWICE
    if one.does_not_come:
        yield Warned.GONE_AT_THE_DESK
    if not one.focal_point and _passed_over(beside) - {one.participant}:
        yield Warned.FOCAL_POINT_PASSED_OVER
    if {(share.agency, share.basis_points) for share in seat.shares} != {
        (share.agency, share.basis_points) for share in seat.planned
    }:
        yield Warned.AGENCIES_DIFFER


def _passed_over(beside: Beside) -> set[str]:
    return set(beside.focal_points) - {other.participant for other in beside.others}


def _of_the_journey(one: Sponsorship, seat: Seat, rules: TravelRules) -> Iterator[Warned]:
    itinerary = one.itinerary
    if itinerary is None:
        return
    leaves = departs(itinerary)
    if leaves is not None and leaves < rules.closes:
        yield Warned.LEAVES_BEFORE_CLOSING
    if seat.local and any(not leg.surface for leg in itinerary.legs):
        yield Warned.HOST_FLIES
    # A road or sea leg may well end somewhere else: at the hotel.
    flights = [leg for leg in itinerary.legs if leg.direction is Direction.OUT and not leg.surface]
    if flights and rules.arrival_airport:
        last = max(flights, key=lambda leg: leg.sequence)
        if last.destination != rules.arrival_airport:
            yield Warned.OTHER_AIRPORT
