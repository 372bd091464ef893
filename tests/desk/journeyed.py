"""Two officials of Haiti on their seats, accepted, at a meeting in Kingston a fortnight before it begins."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from cmc_desk.db import schema
from cmc_desk.desk import journeys, nomination_letters, rooms, seats, travel_settings
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.itinerary_facts import itineraries_of
from cmc_desk.rules.journeys import TypedLeg
from cmc_desk.rules.people import Person
from cmc_desk.rules.travel_facts import Itinerary, Night
from cmc_desk.rules.travel_states import Direction, LetterKind
from tests.meetings import ANAIS, JOSE, enter, open_desk

BEFORE = datetime(2019, 11, 20, 14, tzinfo=UTC)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a time of December 2019 on some clock."""
    return datetime(2019, 12, day, hour, minute)  # noqa: DTZ001 - on the clocks of an airport


def leg(
    number: str, origin: str, destination: str, departs: datetime, arrives: datetime, *, back: bool = False
) -> TypedLeg:
    """Return a flight of BW."""
    direction = Direction.BACK if back else Direction.OUT
    return TypedLeg(direction, "BW", number, origin, destination, departs, arrives)


# 14:35 in Port-au-Prince is 14:35 in Kingston: in December both are five hours behind.
THERE = leg("415", "PAP", "KIN", at(4, 14, 35), at(4, 15, 40))
HOME = leg("414", "KIN", "PAP", at(7, 9, 15), at(7, 10, 20), back=True)


def open_travel(folder: Path) -> Desk:
    """Open the sample meeting a fortnight before it, with Kingston as the airport of arrivals."""
    desk = open_desk(folder, now=BEFORE)
    desk.do(travel_settings.change_travel_settings, changes={"arrival_airport": "KIN", "hotel": "Example Hotel"})
    return desk


def seated(desk: Desk, person: Person = ANAIS, *, number: int = 1, accepted: bool = True) -> str:
    """Put somebody on a seat of Haiti and return the sponsorship."""
    participant = enter(desk, person).id
    letter = desk.do(
        nomination_letters.record_letter,
        delegation="HT",
        kind=LetterKind.NOTE_VERBALE,
        reference=f"NV {number}",
        dated=date(2019, 11, 7),
        received=date(2019, 11, 8),
        names=[participant],
    )
    key = desk.do(seats.nominate, seat=f"HT-{number}", participant=participant, letter=letter)
    if accepted:
        desk.do(seats.accept, sponsorship=key)
    return key


def both(desk: Desk) -> tuple[str, str]:
    """Put Anaïs and José on the seats of Haiti, each with the same journey there and back."""
    keys = seated(desk), seated(desk, JOSE, number=2)
    for key in keys:
        put(desk, key)
    return keys


def put(desk: Desk, key: str, legs: Sequence[TypedLeg] = (THERE, HOME)) -> None:
    """Write a journey."""
    desk.do(journeys.put_itinerary, sponsorship=key, legs=list(legs))


def issue(desk: Desk, key: str, *, fare: str = "412.51", name: str = "MUSTERZOLC/ANAISMS") -> None:
    """Issue a ticket in dollars."""
    desk.do(
        journeys.issue_ticket,
        sponsorship=key,
        ticket="106-2400000001",
        name_on_ticket=name,
        locator="exy12z",
        fare=fare,
        currency="usd",
    )


def book(desk: Desk, *keys: str) -> None:
    """Book the nights that the journeys need."""
    desk.do(rooms.book_stays, sponsorships=list(keys))


def journey_of(desk: Desk, key: str) -> Itinerary:
    """Return the journey that stands."""
    with desk.store.read() as session:
        return itineraries_of(session, schema.Sponsorship.id == key)[key]


def row_of(desk: Desk, key: str) -> schema.Sponsorship:
    """Return the row of a sponsorship."""
    with desk.store.read() as session:
        return session.get_one(schema.Sponsorship, key)


def nights(desk: Desk, key: str) -> list[int]:
    """Return the days of the nights that are booked."""
    return [night.date.day for night in desk.read(rooms.usual_nights, sponsorship=key)]


def night(day: int, *, room: str = "single") -> Night:
    """Return a night in the hotel of the meeting."""
    return Night(date(2019, 12, day), "Example Hotel", room, breakfast=True, paid_by="IOM")
