"""Journeys and rooms as the rules know them: the newest itinerary of a sponsorship, its legs on the clocks of their airports, its nights."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from datetime import tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.airports import airports
from cmc_desk.rules.travel_facts import Itinerary, Leg, Night

ZoneOf = Callable[[str], tzinfo]


def itineraries_of(session: Session, which: ColumnElement[bool], *, with_legs: bool = True) -> dict[str, Itinerary]:
    """Return the newest itinerary of each sponsorship that meets a condition, by its key; without its legs if nobody asks for them."""
    mine = schema.Itinerary.sponsorship.in_(select(schema.Sponsorship.id).where(which))
    newest = {row[0]: row for row in _rows(session, mine)}
    legs = _legs(session, mine, {row[1] for row in newest.values()}) if with_legs else defaultdict[str, list[Leg]](list)
    return {
        sponsorship: Itinerary(key, version, tuple(legs[key]), *others)
        for sponsorship, (_sponsorship, key, version, *others) in newest.items()
    }


def versions(session: Session, *, sponsorship: str) -> tuple[Itinerary, ...]:
    """Return every itinerary of a sponsorship, the newest first."""
    mine = schema.Itinerary.sponsorship == sponsorship
    rows = _rows(session, mine)
    legs = _legs(session, mine, {row[1] for row in rows})
    return tuple(
        Itinerary(key, version, tuple(legs[key]), *others) for _sponsorship, key, version, *others in reversed(rows)
    )


def plain_rows(session: Session, query: Select[*tuple[Any, ...]]) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return the rows of a query for columns without making objects of the program of them, which costs as much as reading them."""
    session.flush()
    return session.connection().execute(query).all()


def nights_of(session: Session, which: ColumnElement[bool]) -> defaultdict[str, list[Night]]:
    """Return the nights of each sponsorship that meets a condition, by its key."""
    table = schema.RoomNight
    found: defaultdict[str, list[Night]] = defaultdict(list)
    query = select(table.sponsorship, table.night, table.hotel, table.room, table.breakfast, table.paid_by)
    mine = table.sponsorship.in_(select(schema.Sponsorship.id).where(which))
    for sponsorship, day, hotel, room, breakfast, paid_by in plain_rows(
        session, query.where(mine).order_by(table.sponsorship, table.night)
    ):
        found[sponsorship].append(Night(day, hotel, room, breakfast, paid_by))
    return found


def airport_zones(session: Session) -> ZoneOf:
    """Return how the zone of an airport is found; where it is not known, clocks are those of the meeting."""
    known, found = airports(), dict[str, tzinfo]()

    def zone_of(code: str) -> tzinfo:
        if code not in found:
            # Hardly any airport is not known: the zone of the meeting is asked for only then.
            found[code] = known[code].tzinfo if code in known else _home(session)
        return found[code]

    return zone_of


def _home(session: Session) -> tzinfo:
    return ZoneInfo(session.scalars(select(schema.Meeting.zone)).one())


def _rows(session: Session, mine: ColumnElement[bool]) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return what stands of itineraries beside their legs, earlier versions first."""
    table = schema.Itinerary
    query = select(
        *(table.sponsorship, table.id, table.version, table.locator, table.ticket, table.name_on_ticket),
        *(table.fare, table.currency, table.hold_until, table.issued_at),
    )
    return plain_rows(session, query.where(mine).order_by(table.version))


def _legs(session: Session, mine: ColumnElement[bool], itineraries: Collection[str]) -> defaultdict[str, list[Leg]]:
    zone_of, leg = airport_zones(session), schema.Leg
    found: defaultdict[str, list[Leg]] = defaultdict(list)
    query = select(
        *(leg.itinerary, leg.id, leg.sequence, leg.direction, leg.carrier, leg.number, leg.origin, leg.destination),
        *(leg.departs, leg.arrives, leg.surface, leg.flown_at, leg.evidence),
    ).join(schema.Itinerary, schema.Itinerary.id == leg.itinerary)
    # Unpacked: a meeting has more than a thousand legs, and asking each row for thirteen names takes longer than reading them.
    for itinerary, key, sequence, direction, carrier, number, origin, destination, *times in plain_rows(
        session, query.where(mine).order_by(leg.itinerary, leg.sequence)
    ):
        if itinerary in itineraries:
            departs, arrives, surface, flown_at, evidence = times
            found[itinerary].append(
                Leg(
                    *(key, sequence, direction, carrier, number, origin, destination),
                    departs.astimezone(zone_of(origin)),
                    arrives.astimezone(zone_of(destination)),
                    surface,
                    flown_at,
                    evidence,
                )
            )
    return found
