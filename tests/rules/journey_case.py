"""Journeys to Kingston with a few airports, for every test of rules about them."""

from datetime import date, datetime, timedelta

from cmc_desk.rules.airports import airports_of
from cmc_desk.rules.journeys import TypedLeg, legs_of
from cmc_desk.rules.passengers import Passenger
from cmc_desk.rules.travel_facts import Itinerary, Leg, Night
from cmc_desk.rules.travel_states import Direction, Nomination, Travel
from cmc_desk.rules.waves import Transfers

AIRPORTS = airports_of(
    "KIN\tKingston\tJM\tAmerica/Jamaica\n"
    "MBJ\tMontego Bay\tJM\tAmerica/Jamaica\n"
    "BGI\tBridgetown\tBB\tAmerica/Barbados\n"
    "POS\tPort of Spain\tTT\tAmerica/Port_of_Spain\n"
    "MIA\tMiami\tUS\tAmerica/New_York\n"
    "AMS\tAmsterdam\tNL\tEurope/Amsterdam\n"
    "HAV\tHavana\tCU\tAmerica/Havana\n"
    "SXM\tPhilipsburg\tSX\tAmerica/Lower_Princes\n"
    "SAB\tSaba\tBQ\tAmerica/Kralendijk\n"
    "APW\tApia\tWS\tPacific/Apia\n"
    "PPG\tPago Pago\tAS\tPacific/Pago_Pago\n"
)
OUT, BACK = Direction.OUT, Direction.BACK
TRANSFERS = Transfers("KIN", timedelta(minutes=45), 3, timedelta(hours=2), timedelta(minutes=45))
USUAL = Night(date(2019, 12, 4), "Example Hotel", "", breakfast=True, paid_by="")


def at(day: int, hour: int, minute: int = 0, month: int = 12) -> datetime:
    """Return a time of December 2019 on some clock."""
    return datetime(2019, month, day, hour, minute)  # noqa: DTZ001 - on the clocks of an airport


def leg(
    flight: str, way: str, departs: datetime, arrives: datetime, direction: Direction = OUT, *, surface: bool = False
) -> TypedLeg:
    """Return a leg from BW 415 and BGI-KIN."""
    carrier, _space, number = flight.partition(" ")
    origin, _dash, destination = way.partition("-")
    return TypedLeg(direction, carrier, number, origin, destination, departs, arrives, surface)


THERE = leg("BW 415", "BGI-KIN", at(4, 14, 35), at(4, 16, 10))
HOME = leg("BW 414", "KIN-BGI", at(7, 9, 15), at(7, 12, 50), BACK)


def journey(*typed: TypedLeg, keys: str = "", **facts: object) -> Itinerary:
    """Return an itinerary of these legs, whose keys begin with `keys`."""
    legs = tuple(keyed(one, f"{keys}{one.sequence}") for one in legs_of(typed, AIRPORTS))
    return Itinerary(f"{keys}i", 1, legs, **facts)  # type: ignore[arg-type] # what a test is about


def keyed(one: Leg, key: str) -> Leg:
    """Return a leg as if it were stored."""
    values = {name: getattr(one, name) for name in Leg.__slots__}
    return Leg(**values | {"key": key})


def passenger(
    key: str,
    *typed: TypedLeg,
    name: str = "Keisha Example-Blake",
    travel: Travel = Travel.TICKETED,
    nomination: Nomination = Nomination.ACCEPTED,
    nights: tuple[int, ...] = (),
    **facts: object,
) -> Passenger:
    """Return an official with a journey, and a room in these nights of December."""
    given, _space, family = name.partition(" ")
    return Passenger(
        key=key,
        participant=f"{key}-person",
        given_name=given,
        family_name=family,
        delegation="BB",
        phone="+1 246 555 0100",
        language="en",
        nomination=nomination,
        travel=travel,
        itinerary=journey(*typed, keys=key, **facts) if typed else None,
        nights=tuple(Night(date(2019, 12, day), "Example Hotel", "single", True, "IOM") for day in nights),  # noqa: FBT003
    )
