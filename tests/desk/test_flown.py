"""A boarding pass marks its leg flown, whoever scans it and however often."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cmc_desk.db import schema
from cmc_desk.desk import journeys
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.flown import Flown
from cmc_desk.desk.travellers import set_travel
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Travel
from tests.desk.journeyed import HOME, THERE, at, both, issue, journey_of, leg, open_travel, put, row_of, seated
from tests.meetings import ANAIS, clock_of

PASS = "M1MUSTERZOLC/ANAISMS  EEXY12Z PAPKINBW 0415 338Y012C0042 100"
HOMEWARD = "M1MUSTERZOLC/ANAISMS  EEXY12Z KINPAPBW 0414 341Y012C0042 100"
FIRST_DAY, AFTER = datetime(2019, 12, 5, 14, tzinfo=UTC), datetime(2019, 12, 9, 14, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_travel(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def anais(desk: Desk) -> str:
    key, _jose = both(desk)
    issue(desk, key)
    clock_of(desk).move_to(FIRST_DAY)
    return key


def scan(desk: Desk, text: str = PASS) -> Flown:
    return desk.do(journeys.scan_boarding_pass, text=text)


def test_a_scan_marks_the_leg_of_whoever_it_is_and_keeps_the_text_with_its_digest(desk: Desk, anais: str) -> None:
    found = scan(desk)
    assert (found.sponsorship, found.name, found.legs, found.already) == (anais, "Anaïs Muster-Żółć", ("BW 415",), ())
    flown = journey_of(desk, anais).legs[0]
    assert (flown.flown_at, flown.evidence) == (FIRST_DAY, PASS)
    with desk.store.read() as session:
        digest = session.get_one(schema.Leg, flown.key).evidence_digest
    assert digest == hashlib.sha256(PASS.encode()).hexdigest()
    assert row_of(desk, anais).travel is Travel.TRAVELLED_OUT


def test_a_second_scan_is_no_error(desk: Desk, anais: str) -> None:
    scan(desk)
    assert scan(desk).already == ("BW 415",)
    assert row_of(desk, anais).travel is Travel.TRAVELLED_OUT


def test_whoever_has_arrived_and_flown_home_has_travelled_back(desk: Desk, anais: str) -> None:
    desk.do(set_travel, sponsorship=anais, to=Travel.ARRIVED)
    scan(desk)
    assert row_of(desk, anais).travel is Travel.ARRIVED
    clock_of(desk).move_to(AFTER)
    scan(desk, HOMEWARD)
    assert row_of(desk, anais).travel is Travel.TRAVELLED_BACK


def test_whoever_flew_home_without_having_arrived_is_left_to_people(desk: Desk, anais: str) -> None:
    clock_of(desk).move_to(AFTER)
    scan(desk, HOMEWARD)
    assert row_of(desk, anais).travel is Travel.TICKETED


def test_the_number_of_a_partner_airline_is_the_same_flight(desk: Desk, anais: str) -> None:
    assert scan(desk, PASS.replace("BW 0415", "AA 7015")).sponsorship == anais


def test_a_pass_proves_nothing_before_the_flight_has_left(desk: Desk, anais: str) -> None:
    assert anais
    with pytest.raises(Refusal, match="BW 414 has not left yet"):
        scan(desk, HOMEWARD)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("ABCD-EFGH", "not the bar code of a boarding pass"),
        (
            PASS.replace("MUSTERZOLC/ANAISMS ", "SAMPLE/NOBODY      ").replace("EXY12Z", "OTHER1"),
            "nobody who has a financed",
        ),
        (PASS.replace("338", "339"), "BW 415 from PAP to KIN on 2019-12-05, which is in no journey"),
    ],
)
def test_what_cannot_be_matched_is_one_sentence_and_changes_nothing(
    desk: Desk, anais: str, text: str, sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        scan(desk, text)
    assert journey_of(desk, anais).legs[0].flown_at is None


def test_two_of_one_name_on_one_flight_are_told_apart_by_people(desk: Desk) -> None:
    for number, person in enumerate((ANAIS, replace(ANAIS, functional_title="Adviser")), 1):
        put(desk, seated(desk, person, number=number))
    clock_of(desk).move_to(FIRST_DAY)
    with pytest.raises(Refusal, match="Several officials"):
        scan(desk)


def test_a_leg_is_marked_by_hand_and_stays_in_every_later_version(desk: Desk, anais: str) -> None:
    first = journey_of(desk, anais).legs[0]
    found = desk.do(journeys.mark_flown, sponsorship=anais, leg=first.key)
    assert found.legs == ("BW 415",)
    put(desk, anais, (THERE, replace(HOME, departs=at(8, 9), arrives=at(8, 10))))
    assert journey_of(desk, anais).legs[0].flown_at == FIRST_DAY
    with pytest.raises(Refusal, match="BW 415 was flown already"):
        put(desk, anais, (leg("9", "PAP", "KIN", at(3, 14), at(3, 15)), HOME))
    with pytest.raises(Refusal, match="not in the journey any more"):
        desk.do(journeys.mark_flown, sponsorship=anais, leg=first.key)


def test_a_mark_can_be_taken_back(desk: Desk, anais: str) -> None:
    scan(desk)
    desk.undo()
    assert journey_of(desk, anais).legs[0].flown_at is None
    assert row_of(desk, anais).travel is Travel.TICKETED
