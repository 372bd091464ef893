"""The officials on seats as lists of drivers and hotels need them, read at once: journeys that stand, nights, phones and languages."""

from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.airports import airports
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.airports import shown_at
from cmc_desk.rules.passengers import Passenger
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Itinerary, Leg, Night
from cmc_desk.rules.waves import Transfers


def passengers(session: Session) -> tuple[Passenger, ...]:
    """Return everybody who holds a seat, by name."""
    table, person = schema.Sponsorship, schema.Participant
    query = (
        select(
            table.id,
            table.participant,
            table.nomination,
            table.travel,
            person.given_name,
            person.family_name,
            person.delegation,
            person.phone,
            person.language,
        )
        .join(person, person.id == table.participant)
        .where(table.holds_seat == 1)
        .order_by(person.sort_key, table.id)
    )
    rows = session.execute(query).all()
    journeys, nights = itineraries(session), nights_of(session)
    return tuple(
        Passenger(
            key=row.id,
            participant=row.participant,
            given_name=row.given_name,
            family_name=row.family_name,
            delegation=row.delegation,
            phone=row.phone,
            language=row.language,
            nomination=row.nomination,
            travel=row.travel,
            itinerary=journeys.get(row.id),
            nights=nights.get(row.id, ()),
        )
        for row in rows
    )


def the_passenger(session: Session, sponsorship: str) -> Passenger:
    """Return one official on a seat; raises Refusal if they hold none."""
    found = next((one for one in passengers(session) if one.key == sponsorship), None)
    if found is None:
        raise Refusal(_("This official holds no seat any more."))
    return found


def itineraries(session: Session, *, sponsorships: Iterable[str] | None = None) -> dict[str, Itinerary]:
    """Return the newest itinerary of each sponsorship, its legs in order and on the clocks of their airports."""
    table = schema.Itinerary
    newest = select(table.sponsorship, func.max(table.version).label("version")).group_by(table.sponsorship).subquery()
    query = select(table).join(
        newest, (newest.c.sponsorship == table.sponsorship) & (newest.c.version == table.version)
    )
    if sponsorships is not None:
        query = query.where(table.sponsorship.in_(tuple(sponsorships)))
    rows = session.scalars(query).all()
    legs = legs_by_itinerary(session, [row.id for row in rows])
    return {row.sponsorship: as_itinerary(row, legs.get(row.id, ())) for row in rows}


def versions(session: Session, *, sponsorship: str) -> tuple[Itinerary, ...]:
    """Return every itinerary of a sponsorship, the newest first."""
    table = schema.Itinerary
    rows = session.scalars(select(table).where(table.sponsorship == sponsorship).order_by(table.version.desc())).all()
    legs = legs_by_itinerary(session, [row.id for row in rows])
    return tuple(as_itinerary(row, legs.get(row.id, ())) for row in rows)


def nights_of(session: Session) -> dict[str, tuple[Night, ...]]:
    """Return the nights that are booked for each sponsorship, in order."""
    table = schema.RoomNight
    found: dict[str, list[Night]] = {}
    for row in session.scalars(select(table).order_by(table.sponsorship, table.night)):
        found.setdefault(row.sponsorship, []).append(as_night(row))
    return {key: tuple(nights) for key, nights in found.items()}


def transfers(session: Session) -> Transfers:
    """Return how the meeting drives people to and from the airport."""
    row = the_settings(session)
    return Transfers(
        airport=row.arrival_airport,
        gap=timedelta(minutes=row.wave_gap),
        seats=row.vehicle_seats,
        check_in_lead=timedelta(minutes=row.check_in_lead),
        drive=timedelta(minutes=row.drive),
    )


def the_settings(session: Session) -> schema.TravelSettings:
    """Return what the meeting has settled about travel; raises Refusal if nothing was."""
    row = session.get(schema.TravelSettings, 1)
    if row is None:
        raise Refusal(_("Nothing is settled about travel at this meeting: fill the settings of travel in first."))
    return row


def as_itinerary(row: schema.Itinerary, legs: Iterable[Leg]) -> Itinerary:
    """Return an itinerary as a fact."""
    return Itinerary(
        key=row.id,
        version=row.version,
        legs=tuple(legs),
        locator=row.locator,
        ticket=row.ticket,
        name_on_ticket=row.name_on_ticket,
        fare=row.fare,
        currency=row.currency,
        hold_until=row.hold_until,
        issued_at=row.issued_at,
    )


def as_leg(row: schema.Leg) -> Leg:
    """Return a leg as a fact, on the clocks of its airports."""
    known = airports()
    return Leg(
        key=row.id,
        sequence=row.sequence,
        direction=row.direction,
        carrier=row.carrier,
        number=row.number,
        origin=row.origin,
        destination=row.destination,
        departs=shown_at(known, row.origin, row.departs),
        arrives=shown_at(known, row.destination, row.arrives),
        surface=row.surface,
        flown_at=row.flown_at,
        evidence=row.evidence,
    )


def as_night(row: schema.RoomNight) -> Night:
    """Return a booked night as a fact."""
    return Night(row.night, row.hotel, row.room, row.breakfast, row.paid_by)


def legs_by_itinerary(session: Session, keys: Iterable[str]) -> dict[str, list[Leg]]:
    """Return the legs of these itineraries, in order."""
    table = schema.Leg
    wanted = tuple(keys)
    # All of them are asked for at once where there are many: a list of a thousand keys is no shorter way.
    query = select(table).order_by(table.itinerary, table.sequence)
    if len(wanted) <= 100:
        query = query.where(table.itinerary.in_(wanted))
    found: dict[str, list[Leg]] = {key: [] for key in wanted}
    for row in session.scalars(query):
        if row.itinerary in found:
            found[row.itinerary].append(as_leg(row))
    return found
