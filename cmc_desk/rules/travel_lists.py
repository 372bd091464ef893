"""The lists that hotels and drivers get, as rows: who comes when with which flight, and who sleeps where."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cmc_desk.rules.journeys import name_of
from cmc_desk.rules.passengers import OWN_ROOM, Passenger, last_out, rides, without_flight
from cmc_desk.rules.rooms import RoomStay, is_late, missing, stays
from cmc_desk.rules.stay import arrives, departs, stay_nights
from cmc_desk.rules.travel_states import Direction
from cmc_desk.rules.waves import Transfers, Wave, waves


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """Somebody in a vehicle: `at` is when the flight arrives or leaves, on the clocks of the airport."""

    traveller: str
    name: str
    delegation: str
    flight: str
    airport: str
    at: datetime
    phone: str
    language: str


@dataclass(frozen=True, slots=True)
class ManifestWave:
    """A vehicle: `pick_up` is when it waits at the airport or leaves the hotel, None where the drive to that airport is not known.

    `elsewhere` says that the airport is not the one that the meeting's vehicles go to.
    """

    number: int
    airport: str
    pick_up: datetime | None
    rows: tuple[ManifestRow, ...]
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everybody who is met at the airport, or brought there; `open` are officials who are expected and have no such flight yet."""

    direction: Direction
    waves: tuple[ManifestWave, ...]
    open: tuple[tuple[str, str], ...] = ()

    @property
    def people(self) -> int:
        """How many ride."""
        return sum(len(wave.rows) for wave in self.waves)


@dataclass(frozen=True, slots=True)
class RoomingRow:
    """A stay of somebody: `arrives` and `departs` are the flights, on the clocks there, None while they are not known.

    `late` asks the hotel to keep the room.
    """

    traveller: str
    number: int
    name: str
    delegation: str
    stay: RoomStay
    arrives: datetime | None = None
    departs: datetime | None = None
    flight: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class WithoutRoom:
    """Somebody whose journey needs nights for which there is no room."""

    traveller: str
    name: str
    delegation: str
    nights: tuple[date, ...]


def manifest_of(passengers: Sequence[Passenger], direction: Direction, transfers: Transfers) -> Manifest:
    """Return the vehicles of arrivals (`Direction.OUT`) or departures, in the order of the clock."""
    people = {one.key: one for one in passengers}
    return Manifest(
        direction,
        tuple(_wave(wave, people, transfers) for wave in waves(rides(passengers, direction), direction, transfers)),
        tuple((one.name, one.delegation) for one in without_flight(passengers, direction)),
    )


def rooming_of(passengers: Iterable[Passenger], transfers: Transfers) -> tuple[RoomingRow, ...]:
    """Return the stays of everybody who is expected, in the order of arrival at the hotel, then by name."""
    rows = [row for one in passengers if one.comes for row in _rooming_rows(one, transfers)]
    return tuple(sorted(rows, key=lambda row: (row.stay.check_in, row.name, row.number)))


def without_room(passengers: Iterable[Passenger]) -> tuple[WithoutRoom, ...]:
    """Return whose journey needs nights for which there is no room; who sees to the bed themselves is not among them."""
    found = (
        WithoutRoom(one.key, one.name, one.delegation, missing(one.nights, stay_nights(one.itinerary)))
        for one in passengers
        if one.comes and one.travel not in OWN_ROOM
    )
    return tuple(one for one in found if one.nights)


def manifest_rows(manifest: Manifest) -> tuple[dict[str, str], ...]:
    """Return a manifest as it is kept when it is sent: in words, so that the next one can say what has changed."""
    return tuple(
        {
            "key": row.traveller,
            "name": row.name,
            "delegation": row.delegation,
            "flight": row.flight,
            "airport": row.airport,
            "at": _when(row.at),
            "pick_up": _when(wave.pick_up),
            "phone": row.phone,
        }
        for wave in manifest.waves
        for row in wave.rows
    )


def rooming_rows(rows: Iterable[RoomingRow]) -> tuple[dict[str, str], ...]:
    """Return a rooming list as it is kept when it is sent."""
    return tuple(
        {
            "key": f"{row.traveller}/{row.number}",
            "name": row.name,
            "delegation": row.delegation,
            "hotel": row.stay.hotel,
            "room": row.stay.room,
            "check_in": row.stay.check_in.isoformat(),
            "check_out": row.stay.check_out.isoformat(),
            "breakfast": "yes" if row.stay.breakfast else "no",
            "paid_by": row.stay.paid_by,
            "flight": row.flight,
            "arrives": _when(row.arrives),
            "late": "yes" if row.late else "no",
        }
        for row in rows
    )


def _wave(wave: Wave, people: dict[str, Passenger], transfers: Transfers) -> ManifestWave:
    rows = [
        ManifestRow(
            traveller=ride.traveller,
            name=people[ride.traveller].name,
            delegation=people[ride.traveller].delegation,
            flight=ride.flight,
            airport=ride.airport,
            at=ride.at,
            phone=people[ride.traveller].phone,
            language=people[ride.traveller].language,
        )
        for ride in wave.rides
    ]
    rows.sort(key=lambda row: (row.at, row.flight, row.name))
    return ManifestWave(wave.number, wave.airport, wave.pick_up, tuple(rows), wave.airport != transfers.airport)


def lands_late(passenger: Passenger, transfers: Transfers) -> bool:
    """Tell whether somebody is at the hotel when it keeps no room any more that was not announced."""
    out = last_out(passenger.itinerary)
    drive = (transfers.drive_of(out.destination) if out is not None else None) or transfers.drive
    return is_late(arrives(passenger.itinerary), drive, transfers.kept_until)


def _rooming_rows(passenger: Passenger, transfers: Transfers) -> list[RoomingRow]:
    out = last_out(passenger.itinerary)
    booked = stays(passenger.nights)
    return [
        RoomingRow(
            traveller=passenger.key,
            number=number,
            name=passenger.name,
            delegation=passenger.delegation,
            stay=stay,
            # The flight is that of the first stay, and the way home that of the last.
            arrives=arrives(passenger.itinerary) if number == 1 else None,
            departs=departs(passenger.itinerary) if number == len(booked) else None,
            flight=name_of(out) if out is not None and number == 1 else "",
            late=number == 1 and lands_late(passenger, transfers),
        )
        for number, stay in enumerate(booked, 1)
    ]


def _when(instant: datetime | None) -> str:
    return f"{instant:%Y-%m-%d %H:%M}" if instant is not None else ""
