"""Times of day are understood as they are typed."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.clock_times import instant_on, parse_time
from cmc_desk.rules.refusal import Refusal

KINGSTON = ZoneInfo("America/Jamaica")


@pytest.mark.parametrize(
    "typed",
    [
        "930",
        "0930",
        "9.30",
        "9:30",
        "09:30",
        "9,30",
        "9 30",
        "09h30",
        "9H30",
        "9 h 30",
        "9h30 min",
        "9:30 h",
        "0930 hrs",
        "9:30:00",
        "9.30am",
        " 9:30 am ",
    ],
)
def test_half_past_nine_is_understood_however_it_is_typed(typed: str) -> None:
    assert parse_time(typed) == time(9, 30)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9", time(9)),
        ("09", time(9)),
        ("9h", time(9)),
        ("10", time(10)),
        ("14", time(14)),
        ("2:30 pm", time(14, 30)),
        ("2.30 p.m.", time(14, 30)),
        ("12 am", time(0)),
        ("12pm", time(12)),
        ("0000", time(0)),
        ("2359", time(23, 59)),
    ],
)
def test_hours_alone_and_halves_of_the_day_are_understood(typed: str, meant: time) -> None:
    assert parse_time(typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "25", "24:00", "9:60", "9:5", "13 pm", "0 am", "noon", "9:30:15", "12345", "٩", "-9", "h30", "10:30:60"],
)
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="no time of day"):
        parse_time(typed)


@pytest.mark.parametrize("typed", ["9:30:15", "9h30m15s", "09.30.15", "9:30:15 am"])
def test_what_really_happened_is_told_to_the_second(typed: str) -> None:
    assert parse_time(typed, to_the_second=True) == time(9, 30, 15)
    with pytest.raises(Refusal):
        parse_time("9:30:60", to_the_second=True)


@given(st.times())
def test_every_second_of_a_day_is_read_back_as_programs_write_it(clock: time) -> None:
    second = clock.replace(microsecond=0)
    assert parse_time(second.strftime("%H:%M:%S"), to_the_second=True) == second


@given(st.times())
def test_every_minute_of_a_day_is_read_back_as_it_is_written(clock: time) -> None:
    minute = clock.replace(second=0, microsecond=0)
    for pattern in ("%H:%M", "%H.%M", "%H%M", "%Hh%M"):
        assert parse_time(minute.strftime(pattern)) == minute


def test_the_small_hours_are_those_of_the_night_after_the_day() -> None:
    day = date(2019, 12, 5)
    assert instant_on(day, time(8, 30), KINGSTON) == datetime(2019, 12, 5, 13, 30, tzinfo=UTC)
    assert instant_on(day, time(4), KINGSTON) == datetime(2019, 12, 5, 9, tzinfo=UTC)
    assert instant_on(day, time(0, 30), KINGSTON) == datetime(2019, 12, 6, 5, 30, tzinfo=UTC)
