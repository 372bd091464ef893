"""Which sessions a scan counts for."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmc_desk.rules.sessions import (
    Session,
    next_item,
    running_item,
    sessions_beside,
    sessions_for_scan,
    stray_day,
)

KINGSTON = ZoneInfo("America/Jamaica")


def local(day: int, clock: str) -> datetime:
    hour, minute = clock.split(":")
    return datetime(2019, 12, day, int(hour), int(minute), tzinfo=KINGSTON)


def session(key: str, day: int, starts: str, ends: str, *, is_registration: bool = False) -> Session:
    # The store holds UTC, so that is what the rule has to work with.
    first, last = local(day, starts).astimezone(UTC), local(day, ends).astimezone(UTC)
    return Session(key, date(2019, 12, day), first, last, key, is_registration)


MEETING = (
    session("reg1", 5, "08:30", "09:00", is_registration=True),
    session("opening", 5, "09:00", "09:45"),
    session("context", 5, "10:15", "12:00"),
    session("priorities", 5, "12:00", "13:00"),
    session("principles", 5, "16:15", "17:30"),
    session("reg2", 6, "08:30", "09:00", is_registration=True),
    session("groups", 6, "09:15", "10:10"),
    session("report", 8, "10:00", "11:00"),
)


def keys(now: datetime, *, sessions: tuple[Session, ...] = MEETING, grace: int = 15) -> list[str]:
    return [s.key for s in sessions_for_scan(sessions, now=now, grace_minutes=grace, zone=KINGSTON)]


@pytest.mark.parametrize(
    ("day", "clock", "expected"),
    [
        (3, "12:00", ["reg1"]),
        (5, "07:00", ["reg1"]),
        (5, "08:30", ["reg1"]),
        (5, "08:44", ["reg1"]),
        (5, "08:45", ["reg1", "opening"]),
        (5, "09:44", ["reg1", "opening"]),
        (5, "09:45", ["reg1"]),
        (5, "09:59", ["reg1"]),
        (5, "10:00", ["reg1", "context"]),
        (5, "11:55", ["reg1", "context"]),
        (5, "12:00", ["reg1", "priorities"]),
        (5, "14:30", ["reg1"]),
        (5, "17:29", ["reg1", "principles"]),
        (5, "17:30", ["reg1"]),
        (5, "23:59", ["reg1"]),
        (6, "00:00", ["reg2"]),
        (6, "09:15", ["reg2", "groups"]),
        (6, "20:00", ["reg2"]),
        (7, "12:00", []),
        (8, "10:30", ["report"]),
        (20, "12:00", []),
    ],
)
def test_a_scan_counts_for_the_registration_of_its_day_and_the_session_that_runs(
    day: int, clock: str, expected: list[str]
) -> None:
    assert keys(local(day, clock)) == expected
    assert keys(local(day, clock).astimezone(UTC)) == expected


def test_after_the_meeting_a_scan_counts_for_the_registration_of_the_last_day() -> None:
    assert keys(local(20, "12:00"), sessions=MEETING[:7]) == ["reg2"]


def test_without_grace_the_next_session_counts_from_its_start() -> None:
    assert keys(local(5, "08:59"), grace=0) == ["reg1"]
    assert keys(local(5, "09:00"), grace=0) == ["reg1", "opening"]


def test_a_session_past_midnight_still_belongs_to_its_own_day() -> None:
    late = Session(
        "reception",
        date(2019, 12, 5),
        local(5, "22:00").astimezone(UTC),
        local(6, "01:00").astimezone(UTC),
        "Reception",
    )
    assert keys(local(6, "00:30"), sessions=(*MEETING, late)) == ["reg1", "reception"]
    assert keys(local(6, "01:00"), sessions=(*MEETING, late)) == ["reg2"]


def test_a_meeting_without_sessions_counts_nothing() -> None:
    assert keys(local(5, "09:00"), sessions=()) == []


@given(st.integers(0, 12 * 24 * 60))
@settings(max_examples=100)
def test_a_scan_counts_for_at_most_one_registration_and_one_later_session_of_one_day(minute: int) -> None:
    now = datetime.fromtimestamp(local(1, "00:00").timestamp() + 60 * minute, UTC)
    found = sessions_for_scan(MEETING, now=now, grace_minutes=15, zone=KINGSTON)
    assert len(found) <= 2
    assert len({s.day for s in found}) <= 1
    assert [s.is_registration for s in found] in ([], [True], [False], [True, False])


def test_what_runs_and_what_comes_next_by_the_plan() -> None:
    running, coming = running_item(MEETING, local(5, "09:30")), next_item(MEETING, local(5, "09:30"))
    assert running is not None
    assert coming is not None
    assert (running.key, coming.key) == ("opening", "context")
    assert running_item(MEETING, local(5, "13:30")) is None
    assert next_item(MEETING, local(8, "10:00")) is None


def test_of_two_that_run_at_once_the_one_that_began_last_is_shown() -> None:
    both = (session("a", 5, "09:00", "12:00"), session("b", 5, "10:00", "11:00"))
    running = running_item(both, local(5, "10:30"))
    assert running is not None
    assert running.key == "b"


GROUPS = (
    session("reg1", 5, "08:30", "09:00", is_registration=True),
    replace(session("b", 5, "10:15", "11:00"), track="b"),
    replace(session("a", 5, "10:15", "11:00"), track="a"),
    session("report", 5, "11:00", "12:00"),
)


def ran(key: str, began: str, over: str = "") -> tuple[Session, ...]:
    """Return the groups, one of which really ran then."""
    ends = local(5, over) if over else None
    return tuple(replace(one, began=local(5, began), over=ends) if one.key == key else one for one in GROUPS)


def test_of_sessions_in_several_rooms_a_scan_counts_for_that_of_the_first_room_and_the_others_are_said() -> None:
    for clock in ("10:05", "10:30"):
        found = sessions_for_scan(GROUPS, now=local(5, clock), grace_minutes=15, zone=KINGSTON)
        assert [one.key for one in found] == ["reg1", "a"]
        assert [one.key for one in sessions_beside(GROUPS, found, now=local(5, clock), grace_minutes=15)] == ["b"]
        assert sessions_beside(GROUPS, found[:1], now=local(5, clock), grace_minutes=15) == ()
    assert sessions_beside(GROUPS, (), now=local(5, "10:30"), grace_minutes=15) == ()


def test_the_plenary_comes_before_the_rooms_beside_it() -> None:
    plenary = (*GROUPS, session("plenary", 5, "10:00", "11:00"))
    found = sessions_for_scan(plenary, now=local(5, "10:30"), grace_minutes=15, zone=KINGSTON)
    assert [one.key for one in found] == ["reg1", "plenary"]
    assert sessions_beside(plenary, found, now=local(5, "10:30"), grace_minutes=15) == ()


def test_where_the_clock_of_the_agenda_is_used_it_says_what_runs() -> None:
    assert keys(local(5, "10:30"), sessions=ran("b", "10:25")) == ["reg1", "b"]
    # It runs over, and the report has not begun.
    assert keys(local(5, "11:10"), sessions=ran("b", "10:25")) == ["reg1", "b"]
    assert keys(local(5, "11:10"), sessions=ran("b", "10:25", "11:08")) == ["reg1", "report"]
    assert keys(local(5, "10:40"), sessions=ran("b", "10:25", "10:38")) == ["reg1"]
    # What is told of an earlier time counts for what ran then.
    assert keys(local(5, "10:30"), sessions=ran("b", "10:25", "10:38")) == ["reg1", "b"]
    assert keys(local(5, "10:20"), sessions=ran("b", "10:25", "10:38")) == ["reg1", "a"]
    skipped = tuple(replace(one, skipped=one.key == "report") for one in ran("b", "10:25", "11:08"))
    assert keys(local(5, "11:10"), sessions=skipped) == ["reg1"]


@pytest.mark.parametrize(
    ("day", "clock", "expected"),
    [
        (2, "12:00", 5),
        (4, "17:59", 5),
        (4, "18:01", None),
        (5, "08:00", None),
        (6, "23:59", None),
        (7, "05:59", None),
        (7, "06:01", 8),
        (9, "12:00", 8),
    ],
)
def test_a_scan_strays_outside_the_days_of_the_meeting_their_evenings_before_and_nights_after(
    day: int, clock: str, expected: int | None
) -> None:
    days = [date(2019, 12, number) for number in (5, 6, 8)]
    found = stray_day(MEETING, days=days, now=local(day, clock).astimezone(UTC), zone=KINGSTON)
    assert found == (date(2019, 12, expected) if expected else None)


def test_what_runs_long_past_midnight_belongs_to_its_day() -> None:
    night = (session("drafting", 6, "22:00", "23:00"),)
    night = (Session("drafting", date(2019, 12, 6), night[0].starts, local(7, "09:00"), "drafting"),)
    assert stray_day(night, days=[date(2019, 12, 6)], now=local(7, "08:00"), zone=KINGSTON) is None
