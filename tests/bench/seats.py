"""What the wall of seats costs, and what blocks four hundred travellers."""

import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from gettext import NullTranslations
from pathlib import Path
from statistics import median

from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.db.base import Base
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.seat_wall import seat_wall
from cmc_desk.desk.travel_facts import besides, travel_facts
from cmc_desk.desk.traveller import traveller_from
from cmc_desk.rules.blocks import steps, what_blocks
from cmc_desk.rules.meeting import DelegationKind, Eligibility
from cmc_desk.rules.travel_states import Direction, LetterKind, Nomination, Profile, Travel, VisaState
from cmc_desk.rules.travel_warnings import warnings
from tests.bench.crowd import MORNING, open_crowd
from tests.bench.measure import Row, alternately, at_most

_DELEGATIONS, _RUNS = 200, 9
_TEXTS = NullTranslations()
_NOW = MORNING - timedelta(days=2)


def wall() -> Iterator[Row]:
    """The wall of 200 delegations with 400 officials, read and judged, and what blocks them, against reading their rows alone."""
    with tempfile.TemporaryDirectory() as folder:
        desk = open_crowd(Path(folder), 2 * _DELEGATIONS)
        with desk.store.write() as session:
            fill(session)
        shown, floor = alternately(
            lambda: desk.read(seat_wall, now=_NOW, texts=_TEXTS), lambda: desk.read(_rows), runs=_RUNS
        )
        assert desk.read(seat_wall, now=_NOW, texts=_TEXTS).financed == 2 * _DELEGATIONS
        blocked, _floor = alternately(lambda: _what_blocks(desk), lambda: None, runs=_RUNS)
        facts = desk.read(travel_facts)
        key = facts.seats[_DELEGATIONS].sponsorship
        one, _floor = alternately(lambda: traveller_from(facts, key, _NOW, texts=_TEXTS), lambda: None, runs=_RUNS)
        desk.close()
    yield at_most(f"seat wall, {_DELEGATIONS} delegations, read", median(shown), 250, floor=median(floor))
    yield at_most(f"what blocks {2 * _DELEGATIONS} travellers", median(blocked), 150, floor=median(floor))
    yield at_most(f"one traveller out of facts of {2 * _DELEGATIONS} that were read before", median(one), 10)


def _what_blocks(desk: Desk) -> int:
    facts = desk.read(travel_facts)
    beside = besides(facts)
    found = 0
    for seat in facts.seats:
        one = facts.of_seat(seat)
        if one is not None:
            states = steps(one, seat=seat, rules=facts.rules, now=_NOW, texts=_TEXTS)
            blocked = what_blocks(one, states)
            found += bool(blocked and not blocked.goes)
            warnings(one, seat=seat, beside=beside[one.key], rules=facts.rules)
    return found


def _rows(session: Session) -> None:
    for table in ("seat", "seat_share", "sponsorship", "itinerary", "leg", "room_night", "travel_document"):
        session.execute(text(f"SELECT * FROM {table}")).all()


def fill(session: Session) -> None:
    """Write 200 delegations with two officials each, who have letters, passports, tickets, legs and rooms."""
    for table in (schema.SeatShare, schema.Seat):
        session.query(table).delete()
    session.execute(text("UPDATE delegation SET quota = 0, eligibility = 'not covered'"))
    codes = [f"X{number}" for number in range(_DELEGATIONS)]
    people = list(session.scalars(select(schema.Participant.id).order_by(schema.Participant.serial)))
    seats = [(code, number) for code in codes for number in (1, 2)]
    keys = [f"{code}-{number}" for code, number in seats]
    _many(session, schema.Delegation, [_delegation(code) for code in codes])
    for person, (code, _number) in zip(people, seats, strict=True):
        session.execute(text("UPDATE participant SET delegation = :code WHERE id = :id"), {"code": code, "id": person})
    _many(
        session,
        schema.Seat,
        [
            {
                "id": f"{code}-{number}",
                "delegation": code,
                "number": number,
                "profile": Profile.IMMIGRATION,
                "planned": {},
            }
            for code, number in seats
        ],
    )
    _many(session, schema.SeatShare, [{"seat": key, "agency": "IOM", "basis_points": 10_000} for key in keys])
    _many(session, schema.NominationLetter, [_letter(code) for code in codes])
    named = zip(people, seats, strict=True)
    _many(session, schema.LetterNames, [{"letter": f"l{code}", "participant": person} for person, (code, _) in named])
    _many(session, schema.TravelDocument, [_passport(number, person) for number, person in enumerate(people)])
    _many(
        session,
        schema.Sponsorship,
        [_sponsorship(key, person) for key, person in zip(keys, people, strict=True)],
    )
    _many(session, schema.Itinerary, [_itinerary(number, key) for number, key in enumerate(keys)])
    _many(session, schema.Leg, [leg for key in keys for leg in _legs(key)])
    _many(session, schema.RoomNight, [night for key in keys for night in _nights(key)])


def _many(session: Session, table: type[Base], rows: list[dict[str, object]]) -> None:
    session.execute(insert(table), rows)


def _delegation(code: str) -> dict[str, object]:
    return {
        "id": code,
        "kind": DelegationKind.STATE,
        "names": {"en": f"Sampleland {code}"},
        "short_names": {},
        "aliases": [],
        "of_state": "",
        "main_language": "en",
        "eligibility": Eligibility.SPONSORED,
        "quota": 2,
        "airport": "BGI",
        "zone": "America/Barbados",
        "flag": "BB",
    }


def _letter(code: str) -> dict[str, object]:
    return {
        "id": f"l{code}",
        "delegation": code,
        "kind": LetterKind.NOTE_VERBALE,
        "reference": "NV 1",
        "dated": date(2019, 11, 5),
        "received": date(2019, 11, 6),
        "file_name": "",
        "file": None,
        "digest": "",
    }


def _passport(number: int, person: str) -> dict[str, object]:
    return {
        "id": person,
        "issuer": "XXX",
        "number": "A1234567",
        "name": f"EXAMPLE<<PERSON{number}",
        "birth": None,
        "expires": date(2021, 7, 14),
    }


def _sponsorship(key: str, person: str) -> dict[str, object]:
    return {
        "id": f"s{key}",
        "seat": key,
        "participant": person,
        "nomination": Nomination.ACCEPTED,
        "travel": Travel.TICKETED,
        "visa": VisaState.REQUIRED,
        "visa_note": "US transit.",
        "visa_due": date(2019, 12, 2),
        "profile": Profile.IMMIGRATION,
        "focal_point": False,
        "letter": f"l{key.partition('-')[0]}",
        "replaces": None,
        "accepted_at": MORNING - timedelta(days=20),
        "arrived_at": None,
        "released_by": "",
        "reason": "",
        "version": 1,
        "created_at": MORNING - timedelta(days=28),
        "changed_by": "",
        "changed_at": MORNING - timedelta(days=20),
    }


def _itinerary(number: int, key: str) -> dict[str, object]:
    return {
        "id": f"i{key}",
        "sponsorship": f"s{key}",
        "version": 1,
        "locator": "EXY12Z",
        "ticket": "001-1",
        "name_on_ticket": f"EXAMPLE/PERSON{number}MR",
        "fare": 64_000,
        "currency": "USD",
        "hold_until": None,
        "issued_at": MORNING - timedelta(days=10),
        "at": MORNING - timedelta(days=10),
    }


def _legs(key: str) -> list[dict[str, object]]:
    legs = (("BGI", "MIA", -24, Direction.OUT), ("MIA", "KIN", -18, Direction.OUT), ("KIN", "BGI", 48, Direction.BACK))
    return [
        {
            "id": f"{key}-{number}",
            "itinerary": f"i{key}",
            "sequence": number,
            "direction": direction,
            "carrier": "BW",
            "number": "415",
            "origin": origin,
            "destination": destination,
            "departs": MORNING + timedelta(hours=hours),
            "arrives": MORNING + timedelta(hours=hours + 3),
            "surface": False,
            "flown_at": None,
            "evidence": "",
            "evidence_digest": "",
        }
        for number, (origin, destination, hours, direction) in enumerate(legs, start=1)
    ]


def _nights(key: str) -> list[dict[str, object]]:
    return [
        {
            "sponsorship": f"s{key}",
            "night": date(2019, 12, day),
            "hotel": "Example Hotel",
            "room": "single",
            "breakfast": True,
            "paid_by": "sponsor",
        }
        for day in (4, 5, 6)
    ]
