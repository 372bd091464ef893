"""The cells of an agency's list, however an agency writes them."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.agent_values import (
    day_in,
    landing_day,
    read_airport,
    read_day,
    read_direction,
    read_fare,
    read_flight,
    read_route,
    read_time,
    read_until,
)
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Direction
from tests.rules.journey_case import at

NEAR = date(2019, 12, 5)


@pytest.mark.parametrize(
    ("text", "carrier", "expected"),
    [
        ("BW 415", "", ("BW", "415")),
        ("bw0415", "", ("BW", "0415")),
        ("BWA-415A", "", ("BWA", "415A")),
        ("2B 7", "", ("2B", "7")),
        ("415", "bw", ("BW", "415")),
        ("BW415", "LI", ("BW", "415")),
    ],
)
def test_flights(text: str, carrier: str, expected: tuple[str, str]) -> None:
    assert read_flight(text, carrier) == expected


@pytest.mark.parametrize("text", ["", "415", "BW", "by boat"])
def test_what_is_no_flight_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="is no flight"):
        read_flight(text)


def test_airports_and_routes() -> None:
    assert [read_airport(text) for text in ("KIN", "kin", "Kingston (KIN)", "KIN Kingston")] == ["KIN"] * 4
    for text in ("BGI-KIN", "bgikin", "bgi/kin", "Bridgetown (BGI) – Kingston (KIN)", "BGI KIN"):
        assert read_route(text) == ("BGI", "KIN")
    for text in ("Kingston", "", "K1N"):
        with pytest.raises(Refusal, match="no code of an airport"):
            read_airport(text)
    for text in ("BGI-KIN-BGI", "Bridgetown"):
        with pytest.raises(Refusal, match="no route of one flight"):
            read_route(text)


@pytest.mark.parametrize(
    "text",
    [
        "04DEC",
        "4 Dec",
        "04DEC19",
        "4 dec. 2019",
        "4-Dec-2019",
        "Wed 4 Dec",
        "Wednesday, December 4, 2019",
        "Dec 4",
        "2019-12-04",
        "2019-12-04 14:35",
        "04/12/2019",
        "4.12.19",
        "04/12",
        "4 de diciembre de 2019",
        "4 décembre",
        "4 december 2019",
    ],
)
def test_days(text: str) -> None:
    assert read_day(text, NEAR) == date(2019, 12, 4)


def test_only_the_day_can_be_more_than_twelve() -> None:
    assert read_day("12/31/2019", NEAR) == date(2019, 12, 31)
    assert read_day("31/12", NEAR) == date(2019, 12, 31)


def test_a_day_without_a_year_is_of_the_nearest() -> None:
    assert read_day("03JAN", NEAR) == date(2020, 1, 3)
    assert read_day("29 Feb", NEAR) == date(2020, 2, 29)


@pytest.mark.parametrize("text", ["", "soon", "31/02/2019", "99/99", "2019-13-01", "4 Foo", "Foo 4"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="is no day"):
        read_day(text, NEAR)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1435", (time(14, 35), 0)),
        ("14:35", (time(14, 35), 0)),
        ("235P", (time(14, 35), 0)),
        ("0035+1", (time(0, 35), 1)),
        ("00:35 (+1)", (time(0, 35), 1)),
        ("00:35 +1d", (time(0, 35), 1)),
        ("24:20", (time(0, 20), 1)),
        ("2019-12-04 14:35", (time(14, 35), 0)),
    ],
)
def test_times(text: str, expected: tuple[time, int]) -> None:
    assert read_time(text) == expected


def test_day_and_time_together() -> None:
    assert day_in("2019-12-04 14:35") == date(2019, 12, 4)
    assert day_in("14:35") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019-11-20 18:00", datetime(2019, 11, 20, 18)),  # noqa: DTZ001
        ("20NOV 1800", datetime(2019, 11, 20, 18)),  # noqa: DTZ001
        ("20 Nov 18:00", datetime(2019, 11, 20, 18)),  # noqa: DTZ001
        ("20 Nov", datetime(2019, 11, 20, 23, 59)),  # noqa: DTZ001
        ("20 Nov 2019", datetime(2019, 11, 20, 23, 59)),  # noqa: DTZ001
        ("2019-11-20", datetime(2019, 11, 20, 23, 59)),  # noqa: DTZ001
    ],
)
def test_until_when_a_ticket_is_held(text: str, expected: datetime) -> None:
    assert read_until(text, NEAR) == expected


def test_an_end_of_a_hold_that_is_none_is_refused() -> None:
    with pytest.raises(Refusal):
        read_until("when we say so", NEAR)


@pytest.mark.parametrize(
    ("text", "currency", "expected"),
    [
        ("412.50", "usd", (Decimal("412.50"), "USD")),
        ("USD 412.50", "", (Decimal("412.50"), "USD")),
        ("1,412.50 usd", "", (Decimal("1412.50"), "USD")),
        ("412,50 EUR", "", (Decimal("412.50"), "EUR")),
    ],
)
def test_fares(text: str, currency: str, expected: tuple[Decimal, str]) -> None:
    assert read_fare(text, currency) == expected


@pytest.mark.parametrize("text", ["412.50", "free", "-3 USD"])
def test_a_fare_without_currency_or_amount_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        read_fare(text)


def test_directions() -> None:
    assert [read_direction(text) for text in ("Ida", "Retour", "?")] == [Direction.OUT, Direction.BACK, None]


def test_an_arrival_without_a_date_is_the_same_day_the_next_or_over_the_date_line_the_one_before() -> None:
    assert [landed.day for landed in landing_day(at(4, 22, 45), time(0, 35))] == [4, 5, 3]


@given(st.text(max_size=40))
def test_no_cell_makes_it_fall_over(text: str) -> None:
    for read in (
        read_flight,
        read_airport,
        read_route,
        read_time,
        read_fare,
        lambda cell: read_day(cell, NEAR),
        lambda cell: read_until(cell, NEAR),
    ):
        try:
            read(text)
        except Refusal:
            continue
