"""Sponsored travel in a meeting file: what is not said has its default, what cannot be so is told with its line."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.exchange.meeting_file import read_meeting, template_path
from cmc_desk.rules.meeting import Eligibility, MeetingPlan
from cmc_desk.rules.travel_plan import USUAL, SeatPlan, TravelPlan, agency_keys
from cmc_desk.rules.travel_states import WHOLE, Profile
from tests.exchange.test_meeting_file import SMALL, complaints, read
from tests.exchange.test_meeting_writer import read_again


def with_travel(*lines: str) -> str:
    return SMALL.replace("[documents]", "\n".join(["[travel]", *lines, "", "[documents]"]))


def with_sponsors(seats: str) -> str:
    return SMALL.replace("[meeting]", '[meeting]\nsponsors = ["IOM", "UNHCR"]').replace(
        "[delegations]", f'[delegations]\nHT = {{ kind = "State", names = {{ en = "Haiti" }}, seats = [{seats}] }}'
    )


def test_what_a_meeting_does_not_say_has_its_default(tmp_path: Path) -> None:
    assert read(tmp_path, SMALL).travel == USUAL
    assert all(delegation.seats == () for delegation in read(tmp_path, SMALL).delegations)


def test_the_settings_of_travel_are_read(tmp_path: Path) -> None:
    lines = (
        "deadline = 2019-11-15",
        "passport_months = 3",
        'arrival_airport = "KIN"',
        'hotel = "Example Hotel"',
        "wave_gap = 30",
        "vehicle_seats = 20",
        "check_in_lead = 150",
        "drive = 50",
        'cash_currency = "JMD"',
        "cash_step = 5000",
        'drives = { MBJ = "2:00", OCJ = 90 }',
        'kept_until = "20:30"',
    )
    assert read(tmp_path, with_travel(*lines)).travel == TravelPlan(
        deadline=date(2019, 11, 15),
        passport_months=3,
        arrival_airport="KIN",
        hotel="Example Hotel",
        wave_gap=timedelta(minutes=30),
        vehicle_seats=20,
        check_in_lead=timedelta(minutes=150),
        drive=timedelta(minutes=50),
        cash_currency="JMD",
        cash_step=5_000,
        drives=(("MBJ", timedelta(hours=2)), ("OCJ", timedelta(minutes=90))),
        kept_until=time(20, 30),
    )


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('arrival_airport = "Kingston"', "an airport is three capital letters"),
        ('cash_currency = "usd"', "a currency is three capital letters"),
        ("vehicle_seats = 0", "0 is below 1"),
        ('deadline = "soon"', "travel.deadline"),
        ("wave_gap = -5", "this is no length"),
        ("hotels = 2", "this key is not known here"),
    ],
)
def test_what_cannot_be_settled_is_told_with_its_line(tmp_path: Path, line: str, complaint: str) -> None:
    (told,) = complaints(tmp_path, with_travel(line))
    assert told.startswith("line 11, travel")
    assert complaint in told


def test_seats_may_be_planned_otherwise_than_usual(tmp_path: Path) -> None:
    seats = '{ profile = "immigration", agencies = { IOM = 33.33, UNHCR = 66.67 } }, { profile = "other" }'
    found = read(tmp_path, with_sponsors(seats)).delegations[0]
    assert found.seats == (
        SeatPlan(Profile.IMMIGRATION, (("IOM", 3_333), ("UNHCR", 6_667))),
        SeatPlan(Profile.OTHER),
    )


@pytest.mark.parametrize(
    ("seat", "complaint"),
    [
        ('{ profile = "police" }', "“police” is none of"),
        ('{ profile = "other", agencies = { IOM = 50 } }', "the parts of the agencies do not make 100"),
        ('{ profile = "other", agencies = { UNICEF = 100 } }', "“UNICEF” is none of the sponsors"),
        ('{ profile = "other", colour = "red" }', "this key is not known here"),
    ],
)
def test_a_seat_that_cannot_be_planned_is_told(tmp_path: Path, seat: str, complaint: str) -> None:
    assert any(complaint in told for told in complaints(tmp_path, with_sponsors(seat)))


def test_what_agencies_are_known_by_is_their_name_shortened() -> None:
    long = "Sample Fund for the Caribbean"
    assert agency_keys(["IOM", long, "IOM", " "]) == {"IOM": "IOM", "Sample Fund for": long}


@st.composite
def plans(draw: st.DrawFn) -> MeetingPlan:
    """Meetings whose travel is settled in any way, and whose first sponsored delegation has seats of any kind."""
    plan = read_meeting(template_path("cmc-2019"))
    minutes = st.integers(0, 600).map(lambda number: timedelta(minutes=number))
    travel = TravelPlan(
        deadline=draw(st.none() | st.dates(date(2019, 1, 1), date(2020, 1, 1))),
        passport_months=draw(st.integers(0, 12)),
        arrival_airport=draw(st.sampled_from(("", "MBJ"))),
        hotel=draw(st.sampled_from(("", "Sample “Inn”"))),
        wave_gap=draw(minutes),
        vehicle_seats=draw(st.integers(1, 50)),
        check_in_lead=draw(minutes),
        drive=draw(minutes),
        cash_currency=draw(st.sampled_from(("USD", "JMD"))),
        cash_step=draw(st.integers(1, 10_000)),
        drives=draw(st.sampled_from(((), (("MBJ", timedelta(hours=2)),)))),
        kept_until=draw(st.sampled_from((time(18), time(0), time(20, 30)))),
    )
    part = draw(st.integers(1, WHOLE - 1))
    seats = (
        SeatPlan(draw(st.sampled_from(Profile)), (("IOM", part), ("UNHCR", WHOLE - part))),
        SeatPlan(draw(st.sampled_from(Profile)), draw(st.sampled_from(((), (("UNHCR", WHOLE),))))),
    )
    first = next(one for one in plan.delegations if one.eligibility is Eligibility.SPONSORED)
    delegations = tuple(replace(one, seats=seats) if one is first else one for one in plan.delegations)
    return replace(plan, travel=travel, delegations=delegations)


@given(plans())
def test_whatever_is_planned_is_the_same_when_written_and_read(plan: MeetingPlan) -> None:
    assert read_again(plan) == plan
