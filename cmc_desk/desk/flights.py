"""A flight that changes its times, in the open transaction: compared with what stands, and written for everybody on it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.airports import airports
from cmc_desk.desk.command import Tx
from cmc_desk.desk.itineraries import write_all_nights
from cmc_desk.desk.passengers import passengers, transfers
from cmc_desk.desk.sponsorships import touch_all
from cmc_desk.desk.travel_settings import travel_rules
from cmc_desk.rules.flight_change import FlightChange, FlightKey, plan_change
from cmc_desk.rules.travel_facts import Night


@dataclass(frozen=True, slots=True)
class FlightChanged:
    """What a change has written: the sponsorships whose journeys have new times, and those whose nights have followed."""

    passengers: tuple[str, ...]
    nights: tuple[str, ...]


def planned_change(session: Session, flight: FlightKey, departs: datetime, arrives: datetime) -> FlightChange:
    """Return what follows from new times of a flight; raises Refusal if nothing can."""
    hotel = travel_rules(session).hotel
    return plan_change(
        passengers(session),
        flight,
        departs=departs,
        arrives=arrives,
        airports=airports(),
        transfers=transfers(session),
        usual=Night(date=flight.day, hotel=hotel, room="", breakfast=True, paid_by=""),
    )


def write_change(tx: Tx, change: FlightChange) -> FlightChanged:
    """Write the new times and the nights that follow."""
    session = tx.session
    on_it = [one.passenger for one in change.followed if one.legs]
    moved = [one for one in change.followed if one.nights is not None]
    # Read at once what is written one by one: a full flight would otherwise be a thousand questions.
    legs = session.scalars(select(schema.Leg).where(schema.Leg.id.in_(change.legs))).all()
    rows = session.scalars(select(schema.Sponsorship).where(schema.Sponsorship.id.in_(on_it))).all()
    with session.no_autoflush:
        for leg in legs:
            leg.departs, leg.arrives = change.departs, change.arrives
        touch_all(tx, rows)
    write_all_nights(tx, {one.passenger: one.nights or () for one in moved})
    return FlightChanged(
        passengers=tuple(on_it),
        nights=tuple(one.passenger for one in moved),
    )
