"""Rooms: every night of a stay has one, and booked nights follow a journey that moves."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.rooms import RoomStay, followed, is_late, missing, stays
from cmc_desk.rules.travel_facts import Night
from tests.rules.journey_case import USUAL


def day(number: int) -> date:
    return date(2019, 12, 1) + timedelta(days=number - 1)


def night(number: int, *, hotel: str = "Example Hotel", room: str = "single", breakfast: bool = True) -> Night:
    return Night(day(number), hotel, room, breakfast, "IOM")


def test_nights_one_after_the_other_are_one_stay() -> None:
    (stay,) = stays([night(5), night(4), night(6)])
    assert stay == RoomStay("Example Hotel", "single", day(4), day(7), True, "IOM")  # noqa: FBT003
    assert stay.nights == 3


def test_a_gap_another_hotel_or_other_terms_begin_another_stay() -> None:
    found = stays([night(4), night(6), night(7, hotel="Sample Inn"), night(8, hotel="Sample Inn", breakfast=False)])
    assert [(stay.check_in.day, stay.check_out.day) for stay in found] == [(4, 5), (6, 7), (7, 8), (8, 9)]
    assert stays([]) == ()


def test_what_is_missing_of_a_stay() -> None:
    assert missing([night(5)], [day(4), day(5), day(6)]) == (day(4), day(6))


def test_nights_follow_a_later_arrival_and_what_was_booked_beyond_the_stay_stays() -> None:
    booked = [night(3), night(4), night(5), night(6)]
    after = followed(booked, [day(4), day(5), day(6)], [day(5), day(6), day(7)], USUAL)
    assert [one.date.day for one in after] == [3, 5, 6, 7]
    assert after[-1] == night(7)


def test_where_nothing_is_booked_nothing_follows() -> None:
    assert followed([], [], [day(4)], USUAL) == ()


def test_a_stay_none_of_whose_nights_is_left_begins_on_the_usual_terms() -> None:
    after = followed([night(4)], [day(4)], [day(9)], USUAL)
    assert [(one.date, one.room) for one in after] == [(day(9), "")]


@pytest.mark.parametrize(
    ("hour", "minute", "late"),
    [(17, 14, False), (17, 15, True), (23, 30, True), (0, 35, True), (5, 40, True), (6, 0, False)],
)
def test_who_is_at_the_hotel_after_six_in_the_evening_is_late(hour: int, minute: int, late: bool) -> None:  # noqa: FBT001
    landed = datetime(2019, 12, 4, hour, minute, tzinfo=UTC)
    assert is_late(landed, timedelta(minutes=45), time(18)) is late
    assert is_late(landed, timedelta(minutes=45), time(23, 59)) is (landed.hour < 6 or landed.hour == 23)


def test_nobody_is_late_without_a_flight() -> None:
    assert not is_late(None, timedelta(minutes=45), time(18))


days = st.sets(st.integers(1, 20), max_size=8)


@given(days, days, days)
def test_nights_that_covered_the_stay_before_cover_the_stay_after(
    extra: set[int], before: set[int], after: set[int]
) -> None:
    booked = [night(number) for number in sorted(extra | before)]
    now = followed(booked, {day(number) for number in before}, {day(number) for number in after}, USUAL)
    dates = {one.date for one in now}
    if booked:
        assert {day(number) for number in after} <= dates
        assert {day(number) for number in extra - before} <= dates
        assert not {day(number) for number in before - after} & dates
    assert len(dates) == len(now)
    assert sum(stay.nights for stay in stays(now)) == len(now)
