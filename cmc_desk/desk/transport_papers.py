"""What manifest, driver sheets, name boards and rooming list read."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.airports import airports
from cmc_desk.desk.list_versions import Versions, list_versions
from cmc_desk.desk.meeting import as_delegation, meeting
from cmc_desk.desk.passengers import passengers, transfers
from cmc_desk.desk.travel_settings import travel_rules
from cmc_desk.reports.rooming import Guest, HotelRooms, Rooming
from cmc_desk.reports.transport import Rider, Transport, Transports, Vehicle
from cmc_desk.rules.delegations import protocol_name
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.passengers import Passenger
from cmc_desk.rules.sent_lists import ListKind
from cmc_desk.rules.travel_lists import (
    Manifest,
    ManifestWave,
    RoomingRow,
    manifest_of,
    manifest_rows,
    rooming_of,
    rooming_rows,
)
from cmc_desk.rules.travel_states import Direction

Names = Mapping[str, str]
LISTS = {Direction.OUT: ListKind.ARRIVALS, Direction.BACK: ListKind.DEPARTURES}


def gather_transports(session: Session, ask: Ask) -> Transports:
    """Return who rides in which vehicle, there and back."""
    people, names = passengers(session), delegation_names(session, ask.language)
    return Transports(
        hotel=travel_rules(session).hotel,
        arrivals=_transport(session, people, Direction.OUT, names),
        departures=_transport(session, people, Direction.BACK, names),
    )


def gather_rooming(session: Session, ask: Ask) -> Rooming:
    """Return who sleeps where, hotel by hotel; one that was given up since the list was last sent is there too."""
    names = delegation_names(session, ask.language)
    stays = rooming_of(passengers(session), transfers(session))
    rows = rooming_rows(stays)
    versions = list_versions(session, ListKind.ROOMING, rows, names=names, local=meeting(session).local)
    hotels = sorted({row["hotel"] for row in (*versions.sent, *rows)})
    return Rooming(tuple(_hotel(hotel, versions, stays, names) for hotel in hotels))


def delegation_names(session: Session, language: str) -> dict[str, str]:
    """Return what papers call all delegations in a language, by their codes."""
    rows = (as_delegation(row, language) for row in session.scalars(select(schema.Delegation)))
    return {row.code: protocol_name(row.name, row.short_name) for row in rows}


def _hotel(hotel: str, versions: Versions, stays: tuple[RoomingRow, ...], names: Names) -> HotelRooms:
    guests = tuple(_guest(row, names) for row in stays if row.stay.hotel == hotel)
    return HotelRooms(hotel, versions.of(lambda row: row["hotel"] == hotel), guests)


def _guest(row: RoomingRow, names: Names) -> Guest:
    return Guest(
        name=row.name,
        delegation=names.get(row.delegation, row.delegation),
        hotel=row.stay.hotel,
        room=row.stay.room,
        check_in=row.stay.check_in,
        check_out=row.stay.check_out,
        breakfast=row.stay.breakfast,
        paid_by=row.stay.paid_by,
        arrives=row.arrives,
        flight=row.flight,
        late=row.late,
    )


def _transport(session: Session, people: tuple[Passenger, ...], direction: Direction, names: Names) -> Transport:
    found: Manifest = manifest_of(people, direction, transfers(session))
    versions = list_versions(session, LISTS[direction], manifest_rows(found), names=names, local=meeting(session).local)
    return Transport(
        direction=direction,
        version=versions.of(),
        vehicles=tuple(_vehicle(wave, names) for wave in found.waves),
        waiting=tuple((name, names.get(delegation, delegation)) for name, delegation in found.open),
    )


def _vehicle(wave: ManifestWave, names: Names) -> Vehicle:
    airport = airports().get(wave.airport)
    return Vehicle(
        number=wave.number,
        airport=wave.airport,
        city=airport.city if airport else "",
        pick_up=wave.pick_up,
        riders=tuple(
            Rider(
                name=row.name,
                delegation=names.get(row.delegation, row.delegation),
                flight=row.flight,
                at=row.at,
                phone=row.phone,
                language=row.language,
            )
            for row in wave.rows
        ),
        elsewhere=wave.elsewhere,
    )
