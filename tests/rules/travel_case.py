"""An official of Haiti on seat 2, with everything that a journey to Kingston needs; tests take away or change what they are about."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from gettext import NullTranslations
from typing import Any
from zoneinfo import ZoneInfo

from cmc_desk.rules.blocks import steps
from cmc_desk.rules.travel_facts import (
    Itinerary,
    Leg,
    Letter,
    Night,
    Passport,
    Seat,
    Share,
    Sponsorship,
    StepState,
    TravelRules,
)
from cmc_desk.rules.travel_states import Direction, LetterKind, Nomination, Profile, Step, Travel, VisaState

KINGSTON, MIAMI, PAP = ZoneInfo("America/Jamaica"), ZoneInfo("America/New_York"), ZoneInfo("America/Port-au-Prince")
TEXTS = NullTranslations()
# Tuesday, two days before the meeting.
NOW = datetime(2019, 12, 3, 14, 32, tzinfo=KINGSTON)
RULES = TravelRules(
    deadline=date(2019, 11, 15),
    passport_months=6,
    arrival_airport="KIN",
    hotel="Example Hotel",
    wave_gap=timedelta(minutes=45),
    vehicle_seats=12,
    check_in_lead=timedelta(hours=3),
    drive=timedelta(minutes=45),
    begins=datetime(2019, 12, 5, 8, 30, tzinfo=KINGSTON),
    closes=datetime(2019, 12, 6, 17, 30, tzinfo=KINGSTON),
    cash_currency="USD",
    cash_step=1,
    drives=(),
    kept_until=time(18),
)
SEAT = Seat("HT-2", "HT", 2, Profile.IMMIGRATION, (Share("UNHCR", 10_000),), planned=(Share("UNHCR", 10_000),))
LETTER = Letter(
    "l", "HT", LetterKind.NOTE_VERBALE, "NV 12/2019", date(2019, 11, 7), date(2019, 11, 8), ("nadege",), "0" * 64
)
OUT = (
    Leg(
        *("a", 1, Direction.OUT, "AA", "2380", "PAP", "MIA"),
        datetime(2019, 12, 4, 9, 20, tzinfo=PAP),
        datetime(2019, 12, 4, 11, 25, tzinfo=MIAMI),
    ),
    Leg(
        *("b", 2, Direction.OUT, "AA", "1519", "MIA", "KIN"),
        datetime(2019, 12, 4, 13, 50, tzinfo=MIAMI),
        datetime(2019, 12, 4, 15, 40, tzinfo=KINGSTON),
    ),
)
BACK = (
    Leg(
        *("c", 3, Direction.BACK, "BW", "33", "KIN", "PAP"),
        datetime(2019, 12, 7, 9, 15, tzinfo=KINGSTON),
        datetime(2019, 12, 7, 10, 35, tzinfo=PAP),
    ),
)
ITINERARY = Itinerary(
    "i", 1, (*OUT, *BACK), "EXY12Z", "001-1", "EXAMPLEPIERRE/NADEGEMRS", 64_000, "USD", None, NOW - timedelta(days=9)
)
NIGHTS = tuple(
    Night(date(2019, 12, day), "Example Hotel", "single", breakfast=True, paid_by="sponsor") for day in (4, 5, 6)
)
ONE = Sponsorship(
    key="s",
    seat="HT-2",
    participant="nadege",
    delegation="HT",
    nomination=Nomination.ACCEPTED,
    travel=Travel.TICKETED,
    visa=VisaState.OBTAINED,
    profile=Profile.IMMIGRATION,
    letter=LETTER,
    passport=Passport("HTI", "4321", date(2021, 7, 14), "Nadège Example Pierre"),
    itinerary=ITINERARY,
    nights=NIGHTS,
    accepted_at=datetime(2019, 11, 16, 1, tzinfo=UTC),
)


def but(**changes: Any) -> Sponsorship:
    """Return the official with something changed."""
    return replace(ONE, **changes)


def flown(*legs: Leg) -> Itinerary:
    """Return the itinerary with these legs marked flown."""
    return replace(
        ITINERARY, legs=tuple(replace(leg, flown_at=leg.departs) if leg in legs else leg for leg in ITINERARY.legs)
    )


def states(
    one: Sponsorship, *, seat: Seat = SEAT, rules: TravelRules = RULES, now: datetime = NOW
) -> dict[Step, StepState]:
    """Return how the steps of an official stand, by step."""
    return {state.step: state for state in steps(one, seat=seat, rules=rules, now=now, texts=TEXTS)}
