"""What sponsored travel begins with when a meeting is founded from its plan: settings, agencies and seats."""

from collections.abc import Iterator
from datetime import timedelta

from cmc_desk.db import schema
from cmc_desk.db.base import Base
from cmc_desk.desk.founded_policies import founded_policies
from cmc_desk.exchange.policy_file import default_policies
from cmc_desk.rules.meeting import DelegationPlan, Eligibility, MeetingPlan
from cmc_desk.rules.seats import seat_key, seats_of, usual_profile, usual_shares
from cmc_desk.rules.travel_plan import KEPT_UNTIL, SeatPlan, agency_keys

_MINUTE = timedelta(minutes=1)
_AIRPORT = 3


def founded_settings(plan: MeetingPlan) -> Iterator[Base]:
    """Return the rows of the settings, of the policies that come with the program, and of the agencies, which are the sponsors."""
    travel = plan.travel
    host = next((one for one in plan.delegations if one.code == plan.host_delegation), None)
    yield schema.TravelSettings(
        id=1,
        deadline=travel.deadline,
        passport_months=travel.passport_months,
        arrival_airport=travel.arrival_airport or (host.airport[:_AIRPORT] if host else ""),
        hotel=travel.hotel or plan.venue,
        wave_gap=travel.wave_gap // _MINUTE,
        vehicle_seats=travel.vehicle_seats,
        check_in_lead=travel.check_in_lead // _MINUTE,
        drive=travel.drive // _MINUTE,
        cash_currency=travel.cash_currency,
        cash_step=travel.cash_step,
    )
    for airport, length in travel.drives:
        yield schema.Drive(airport=airport, minutes=length // _MINUTE)
    if travel.kept_until != KEPT_UNTIL:
        yield schema.HotelTerms(hotel="", kept_until=travel.kept_until.hour * 60 + travel.kept_until.minute)
    yield from founded_policies()
    for position, (key, name) in enumerate(agency_keys(plan.sponsors).items()):
        yield schema.Agency(
            id=key,
            name=name,
            position=position,
            policy=default_policies().of_agency(key),
            budget=None,
            budget_currency=travel.cash_currency,
        )


def founded_seats(plan: MeetingPlan) -> Iterator[Base]:
    """Return the rows of the seats: as many as the quotas say, on which agencies and offices take turns unless the plan says otherwise."""
    for delegation in plan.delegations:
        for number, seat in enumerate(planned_seats(plan, delegation), start=1):
            yield schema.Seat(
                id=seat_key(delegation.code, number),
                delegation=delegation.code,
                number=number,
                profile=seat.profile,
                planned=dict(seat.shares),
            )


def founded_shares(plan: MeetingPlan) -> Iterator[Base]:
    """Return the rows of what the agencies bear of the seats."""
    for delegation in plan.delegations:
        for number, seat in enumerate(planned_seats(plan, delegation), start=1):
            for agency, basis_points in seat.shares:
                yield schema.SeatShare(seat=seat_key(delegation.code, number), agency=agency, basis_points=basis_points)


def planned_seats(plan: MeetingPlan, delegation: DelegationPlan) -> tuple[SeatPlan, ...]:
    """Return the seats of a delegation as they are planned, the first one first."""
    local = delegation.eligibility is Eligibility.HOST or delegation.code == plan.host_delegation
    agencies = tuple(agency_keys(plan.sponsors))
    return tuple(
        delegation.seats[number - 1] if number <= len(delegation.seats) else usual_seat(number, agencies, local=local)
        for number in range(1, seats_of(delegation.eligibility, delegation.quota) + 1)
    )


def usual_seat(number: int, agencies: tuple[str, ...], *, local: bool) -> SeatPlan:
    """Return what a seat is where nothing else was said."""
    shares = usual_shares(number, agencies, local=local)
    return SeatPlan(usual_profile(number), tuple((share.agency, share.basis_points) for share in shares))
