"""Journeys of the sponsored officials: planned, ticketed, changed, cancelled, and flown."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from cmc_desk.desk import ticketing
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.flights import FlightChanged, planned_change, write_change
from cmc_desk.desk.flown import Flown, mark, scanned
from cmc_desk.desk.itineraries import standing, the_holder, travel_becomes, write_version
from cmc_desk.desk.passengers import passengers
from cmc_desk.desk.sponsorships import the_sponsorship, touch
from cmc_desk.i18n import gettext as _
from cmc_desk.rules import flight_change
from cmc_desk.rules.flight_change import Flight, FlightChange, FlightKey
from cmc_desk.rules.journeys import TypedLeg, as_typed
from cmc_desk.rules.money import read_amount, to_minor
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Itinerary
from cmc_desk.rules.travel_states import Travel

_NOT_TRAVELLING = (Travel.CANCELLED, Travel.NO_SHOW)


@dataclass(frozen=True, slots=True)
class Planned:
    """A journey that was written: its version, and whose it is."""

    sponsorship: str
    participant: str
    version: int


@command("travel.put_itinerary")
def put_itinerary(tx: Tx, *, sponsorship: str, legs: list[TypedLeg], version: int = 0) -> Planned:
    """Write the journey of an official as a new version, with local times; ticket and flown legs stay, booked nights follow.

    Raises Refusal, with the field, if the legs make no journey. After a cancelled ticket or a no-show it begins anew, without a ticket.
    """
    row = the_holder(tx, sponsorship, version=version)
    ours = standing(tx, sponsorship)
    if not legs:
        raise Refusal(_("A journey needs at least one leg."), field="legs")
    anew = row.travel in _NOT_TRAVELLING
    if anew or row.travel is Travel.NONE:
        travel_becomes(tx, row, Travel.REQUESTED)
    written = write_version(tx, sponsorship, legs, ours=ours, anew=anew)
    touch(tx, row)
    return Planned(sponsorship, row.participant, written.version)


@command("travel.hold_ticket")
def hold_ticket(
    tx: Tx,
    *,
    sponsorship: str,
    until: datetime,
    locator: str = "",
    fare: str = "",
    currency: str = "",
    version: int = 0,
) -> Planned:
    """Record that the airline keeps a booking until an instant; a hold can be prolonged. The fare is as it was typed."""
    row = the_holder(tx, sponsorship, version=version)
    ours = standing(tx, sponsorship)
    ticketing.hold(tx, row, ours, locator=locator, until=until, fare=ticketing.typed_fare(fare, currency))
    touch(tx, row)
    return Planned(sponsorship, row.participant, ours.version)


@command("travel.issue_ticket")
def issue_ticket(
    tx: Tx,
    *,
    sponsorship: str,
    ticket: str,
    name_on_ticket: str = "",
    locator: str = "",
    fare: str = "",
    currency: str = "",
    issued: datetime | None = None,
    version: int = 0,
) -> Planned:
    """Record the ticket for the journey that stands; its fare is committed by the agencies of the seat.

    Raises Refusal before the funding is confirmed, without flights, and if there is a ticket already.
    """
    row = the_holder(tx, sponsorship, version=version)
    ours = standing(tx, sponsorship)
    if row.travel is Travel.TICKETED:
        raise Refusal(_("There is a ticket already ({number}): reissue it.").format(number=ours.ticket), field="ticket")
    ticketing.issue(
        tx,
        row,
        ours,
        ticket=ticket,
        name_on_ticket=name_on_ticket,
        locator=locator,
        fare=ticketing.typed_fare(fare, currency),
        issued=issued,
    )
    touch(tx, row)
    return Planned(sponsorship, row.participant, ours.version)


@command("travel.reissue_ticket")
def reissue_ticket(
    tx: Tx,
    *,
    sponsorship: str,
    ticket: str,
    legs: list[TypedLeg] | None = None,
    name_on_ticket: str = "",
    locator: str = "",
    fare: str = "",
    currency: str = "",
    refund: str = "",
    issued: datetime | None = None,
    version: int = 0,
) -> Planned:
    """Record a new ticket in the place of one that was issued, with other `legs` if there are some.

    `fare` is what the new one costs and `refund` what comes back of the old one, as they were typed: what does not come back stays in
    the cost. Without a fare nothing is added, which is how a name is corrected free of charge.
    """
    row = the_holder(tx, sponsorship, version=version)
    ours = standing(tx, sponsorship)
    if row.travel is not Travel.TICKETED:
        raise Refusal(_("There is no ticket that could be reissued: issue one."), field="ticket")
    new = ticketing.typed_fare(fare, currency)
    ticketing.give_back(tx, row, ours, refund=_refund(ours, refund))
    written = write_version(tx, sponsorship, as_typed(ours.legs) if legs is None else legs, ours=ours)
    # What the new one costs is told, or it is free: the fare of the old one was committed already.
    ticketing.the_itinerary(tx, written).fare = None
    ticketing.issue(
        tx,
        row,
        written,
        ticket=ticket,
        name_on_ticket=name_on_ticket or ours.name_on_ticket,
        locator=locator or ours.locator,
        fare=new,
        issued=issued,
    )
    touch(tx, row)
    return Planned(sponsorship, row.participant, written.version)


@command("travel.cancel_ticket")
def cancel_ticket(tx: Tx, *, sponsorship: str, reason: str, refund: str = "", version: int = 0) -> Planned:
    """Record that a ticket or a booking was cancelled; `refund` is what comes back of the fare, nothing unless it is typed.

    The seat stays with the official: only a nomination that ends frees it. What does not come back stays in the cost.
    """
    row = the_sponsorship(tx.session, sponsorship, version=version)
    ours = standing(tx, sponsorship)
    ticketing.cancel(tx, row, ours, reason=reason, refund=_refund(ours, refund))
    touch(tx, row)
    return Planned(sponsorship, row.participant, ours.version)


@command("travel.mark_flown")
def mark_flown(tx: Tx, *, sponsorship: str, leg: str, evidence: str = "") -> Flown:
    """Record that a leg was flown, with what proves it; raises Refusal before it has left."""
    row = the_sponsorship(tx.session, sponsorship)
    return mark(tx, row, standing(tx, sponsorship), [leg], evidence=evidence)


@command("travel.scan_boarding_pass")
def scan_boarding_pass(tx: Tx, *, text: str) -> Flown:
    """Mark the legs of a boarding pass flown, by the text of its bar code: whose it is follows from name and flight.

    Scanning twice is not an error. Raises Refusal if it is no boarding pass, of nobody with a seat, or of a flight in no journey.
    """
    return scanned(tx, text)


@command("travel.change_flight")
def change_flight(tx: Tx, *, flight: FlightKey, departs: datetime, arrives: datetime, legs: list[str]) -> FlightChanged:
    """Change the times of a flight (on the clocks of its airports) for everybody who has still to fly with it; nights follow.

    `legs` are those of the difference that was shown (`FlightChange.legs`). Raises Refusal if others are on it by now.
    """
    change = planned_change(tx.session, flight, departs, arrives)
    if set(change.legs) != set(legs):
        raise Refusal(_("Somebody else has changed who is on this flight: look at the changes again."), field="flight")
    return write_change(tx, change)


def plan_flight_change(session: Session, *, flight: FlightKey, departs: datetime, arrives: datetime) -> FlightChange:
    """Return what would follow from new times of a flight, for whoever shows it before it is written; see `change_flight`."""
    return planned_change(session, flight, departs, arrives)


def flights(session: Session) -> tuple[Flight, ...]:
    """Return the flights that somebody has still to fly, in the order of the clock."""
    return flight_change.flights(passengers(session))


def _refund(ours: Itinerary, typed: str) -> int:
    if not typed.strip():
        return 0
    return to_minor(read_amount(typed, field="refund"), ours.currency)
