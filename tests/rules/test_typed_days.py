"""Days as they are typed in passing."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.typed_days import day_at_start

THURSDAY = date(2019, 12, 5)


@pytest.mark.parametrize(
    ("text", "day", "length"),
    [
        ("2019-12-10 then", date(2019, 12, 10), 10),
        ("10/12", date(2019, 12, 10), 5),
        ("10.12.2020.", date(2020, 12, 10), 10),
        ("31/1/20 or", date(2020, 1, 31), 7),
        ("10 Dec", date(2019, 12, 10), 6),
        ("10 December 2020, at noon", date(2020, 12, 10), 16),
        ("10th dec.", date(2019, 12, 10), 9),
        ("Dec 10", date(2019, 12, 10), 6),
        ("December 10, 2020", date(2020, 12, 10), 17),
        ("10 de diciembre de 2020", date(2020, 12, 10), 23),
        ("1er janvier", date(2020, 1, 1), 11),
        ("15 août", date(2020, 8, 15), 7),
        ("3 maart", date(2020, 3, 3), 7),
        ("4 dec", date(2020, 12, 4), 5),
        ("5 dec", THURSDAY, 5),
        ("29 February", date(2020, 2, 29), 11),
        ("today", THURSDAY, 5),
        ("mañana", date(2019, 12, 6), 6),
        ("aujourd’hui", THURSDAY, 11),
        ("fri", date(2019, 12, 6), 3),
        ("Thursday", date(2019, 12, 12), 8),
        ("miércoles", date(2019, 12, 11), 9),
        ("vrij", date(2019, 12, 6), 4),
        ("+3", date(2019, 12, 8), 2),
        ("+3d.", date(2019, 12, 8), 3),
        ("+2 w", date(2019, 12, 19), 4),
    ],
)
def test_a_day_is_read_in_the_ways_that_people_write_it(text: str, day: date, length: int) -> None:
    assert day_at_start(text, THURSDAY) == (day, length)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "31/2",
        "2019-02-31",
        "32 Dec",
        "10 jui",
        "ju",
        "10",
        "10/13",
        "as agreed",
        "+3x",
        "!",
        "12/12/2019/4",
    ],
)
def test_what_is_no_day_or_more_than_one_is_none(text: str) -> None:
    assert day_at_start(text, THURSDAY) is None


def test_the_figures_of_a_time_are_no_day_of_a_month() -> None:
    assert day_at_start("dec 10:30", THURSDAY) is None


@given(st.dates(date(2019, 1, 1), date(2030, 1, 1)), st.integers(0, 300))
def test_a_day_without_its_year_is_the_next_such_day(today: date, later: int) -> None:
    day = today + timedelta(days=later)
    found = day_at_start(f"{day.day}/{day.month}", today)
    assert found is not None
    assert found[0] == day
    assert day_at_start(day.isoformat(), today) == (day, 10)
