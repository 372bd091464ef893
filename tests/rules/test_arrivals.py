"""The curve of a day's arrivals."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from cmc_desk.rules.arrivals import arrivals_of_day
from cmc_desk.rules.counts import CountRow, Tally, count
from cmc_desk.rules.overview import Complete, DayAttendance, completeness

ZONE = ZoneInfo("America/Jamaica")
BEGINS = datetime(2019, 12, 5, 8, 30, tzinfo=ZONE)


def at(hour: int, minute: int) -> datetime:
    return datetime(2019, 12, 5, hour, minute, tzinfo=ZONE)


def test_the_curve_has_whole_hours_and_says_when_half_the_room_was_there() -> None:
    times = [at(8, 35), at(8, 57).astimezone(UTC), at(9, 1)]
    found = arrivals_of_day(times, expected=4, begins=BEGINS, until=at(12, 38), opened=at(9, 6).astimezone(UTC))
    assert [f"{hour:%H:%M}" for hour in found.hours] == ["08:00", "09:00", "10:00", "11:00", "12:00", "13:00"]
    assert found.half_at == at(8, 57)
    assert found.half_at.tzinfo is ZONE
    assert (found.total, found.last, found.opened) == (3, at(12, 38), at(9, 6))


def test_a_day_on_which_nobody_has_come_has_an_empty_curve_of_three_hours() -> None:
    found = arrivals_of_day((), expected=4, begins=BEGINS, until=at(8, 30))
    assert (found.steps, found.total, found.half_at, found.opened) == ((), 0, None, None)
    assert found.end - found.start == timedelta(hours=3)


def test_who_comes_before_the_registration_begins_is_on_the_curve_and_so_is_who_comes_after_the_close() -> None:
    found = arrivals_of_day([at(7, 50), at(18, 5)], expected=0, begins=BEGINS, until=at(17, 45))
    assert (found.start, found.end, found.last) == (at(7, 0), at(19, 0), at(18, 5))
    assert found.half_at is None


def test_a_curve_that_ends_on_the_hour_ends_there() -> None:
    assert arrivals_of_day([at(8, 40)], expected=1, begins=BEGINS, until=at(13, 0)).end == at(13, 0)


def test_a_delegation_is_complete_in_part_or_missing() -> None:
    assert [completeness(Tally(*one)) for one in ((0, 2), (1, 2), (2, 2))] == [
        Complete.NONE,
        Complete.PART,
        Complete.ALL,
    ]


def test_a_day_ends_its_curve_when_it_closes_and_does_not_expect_who_is_excused() -> None:
    counts = count([CountRow("HT", "", expected=True, present=False)] * 3, delegations=("HT",), categories=())
    day = DayAttendance(BEGINS.date(), counts, (), (at(8, 40),), 0, 1, BEGINS, at(17, 45))
    assert day.expected == 2
    assert day.curve(at(8, 0) - timedelta(days=1)).last == at(8, 40)
    assert day.curve(at(12, 0)).last == at(12, 0)
    assert day.curve(at(12, 0) + timedelta(days=1)).last == at(17, 45)
