"""Which instants are of a meeting, and at which one a clock is looked at that nobody stopped."""

from datetime import UTC, date, datetime

import pytest

from cmc_desk.rules.instants import clock_words
from cmc_desk.rules.meeting_days import is_of_meeting, seen_at
from tests.rules.agenda_days import DAY_1, DAY_2, KINGSTON, at

DAYS = (DAY_1, DAY_2)
LATER = at("9:00", date(2026, 10, 1))


@pytest.mark.parametrize(
    ("instant", "of_it"),
    [
        (at("12:00"), True),
        (at("18:01", date(2019, 12, 4)), True),
        (at("17:59", date(2019, 12, 4)), False),
        (at("5:59", date(2019, 12, 7)), True),
        (at("6:01", date(2019, 12, 7)), False),
        (LATER, False),
    ],
)
def test_the_evening_before_and_the_night_after_are_of_the_meeting(instant: datetime, *, of_it: bool) -> None:
    assert is_of_meeting(DAYS, instant.astimezone(UTC), KINGSTON) is of_it


def test_what_nobody_ended_is_seen_when_something_was_recorded_last() -> None:
    def seen(now: datetime, *recorded: datetime, going: bool = True) -> datetime:
        return seen_at(now, days=DAYS, zone=KINGSTON, recorded=recorded, going=going)

    assert seen(LATER, at("12:05"), at("9:00"), LATER) == at("12:05")
    assert seen(LATER, at("12:05"), going=False) == LATER
    assert seen(at("12:30"), at("12:05")) == at("12:30")
    assert seen(LATER, LATER) == LATER
    # Where the clock of the computer stands before the meeting it is not seen as it will be.
    before = at("9:00", date(2019, 1, 1))
    assert seen(before, at("12:05")) == before


def test_a_time_of_another_day_has_its_date() -> None:
    assert clock_words(at("9:06").astimezone(UTC), at("12:00"), KINGSTON) == "09:06:00"
    assert clock_words(at("9:06"), LATER, KINGSTON) == "2019-12-05 09:06:00"
