"""Journeys and rooms as the rules know them: the newest itinerary of a sponsorship, its legs on the clocks of their airports, its nights."""

from collections import defaultdict
from collections.abc import Callable
from datetime import tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.airports import airports
from cmc_desk.rules.travel_facts import Itinerary, Leg, Night

ZoneOf = Callable[[str], tzinfo]


def itineraries_of(session: Session, which: ColumnElement[bool]) -> dict[str, Itinerary]:
    """Return the newest itinerary of each sponsorship that meets a condition, by its key."""
    return dict(_versions_of(session, which, newest=True))


def versions(session: Session, *, sponsorship: str) -> tuple[Itinerary, ...]:
    """Return every itinerary of a sponsorship, the newest first."""
    found = _versions_of(session, schema.Sponsorship.id == sponsorship, newest=False)
    return tuple(itinerary for _key, itinerary in reversed(found))


def _versions_of(session: Session, which: ColumnElement[bool], *, newest: bool) -> list[tuple[str, Itinerary]]:
    zone_of = airport_zones(session)
    table, leg = schema.Itinerary, schema.Leg
    mine = table.sponsorship.in_(select(schema.Sponsorship.id).where(which))
    columns: tuple[Any, ...] = (
        *(table.id, table.sponsorship, table.version, table.locator, table.ticket, table.name_on_ticket),
        *(table.fare, table.currency, table.hold_until, table.issued_at),
    )
    rows = session.execute(select(*columns).where(mine).order_by(table.version)).all()
    if newest:
        rows = list({row.sponsorship: row for row in rows}.values())
    legs: dict[str, list[Leg]] = {row.id: [] for row in rows}
    query = select(
        *(leg.itinerary, leg.id, leg.sequence, leg.direction, leg.carrier, leg.number, leg.origin, leg.destination),
        *(leg.departs, leg.arrives, leg.surface, leg.flown_at, leg.evidence),
    ).join(table, table.id == leg.itinerary)
    for row in session.execute(query.where(mine).order_by(leg.itinerary, leg.sequence)):
        if row.itinerary in legs:
            legs[row.itinerary].append(_leg(row, zone_of))
    return [
        (
            row.sponsorship,
            Itinerary(
                key=row.id,
                version=row.version,
                legs=tuple(legs[row.id]),
                locator=row.locator,
                ticket=row.ticket,
                name_on_ticket=row.name_on_ticket,
                fare=row.fare,
                currency=row.currency,
                hold_until=row.hold_until,
                issued_at=row.issued_at,
            ),
        )
        for row in rows
    ]


def _leg(row: Any, zone_of: ZoneOf) -> Leg:
    return Leg(
        key=row.id,
        sequence=row.sequence,
        direction=row.direction,
        carrier=row.carrier,
        number=row.number,
        origin=row.origin,
        destination=row.destination,
        departs=row.departs.astimezone(zone_of(row.origin)),
        arrives=row.arrives.astimezone(zone_of(row.destination)),
        surface=row.surface,
        flown_at=row.flown_at,
        evidence=row.evidence,
    )


def nights_of(session: Session, which: ColumnElement[bool]) -> defaultdict[str, list[Night]]:
    """Return the nights of each sponsorship that meets a condition, by its key."""
    table = schema.RoomNight
    found: defaultdict[str, list[Night]] = defaultdict(list)
    query = select(table.sponsorship, table.night, table.hotel, table.room, table.breakfast, table.paid_by)
    mine = table.sponsorship.in_(select(schema.Sponsorship.id).where(which))
    for row in session.execute(query.where(mine).order_by(table.sponsorship, table.night)):
        found[row.sponsorship].append(Night(row.night, row.hotel, row.room, row.breakfast, row.paid_by))
    return found


def airport_zones(session: Session) -> ZoneOf:
    """Return how the zone of an airport is found; where it is not known, clocks are those of the meeting."""
    home = ZoneInfo(session.scalars(select(schema.Meeting.zone)).one())
    known = airports()
    return lambda code: known[code].tzinfo if code in known else home
