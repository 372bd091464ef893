"""Days and spans as people say them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cmc_desk.ui.days import ago_words, day_words, in_words, span_words, when_words, which_day

DAYS = (date(2019, 12, 5), date(2019, 12, 6))


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2019, 12, 2), "3 days to go"),
        (date(2019, 12, 4), "1 day to go"),
        (date(2019, 12, 5), "Day 1 of 2"),
        (date(2019, 12, 6), "Day 2 of 2"),
        (date(2019, 12, 9), "Ended Fri 6 Dec 2019"),
    ],
)
def test_a_day_is_counted_within_the_meeting(today: date, words: str) -> None:
    assert which_day(DAYS, today) == words


def test_a_day_between_two_days_of_the_meeting_is_none_of_them() -> None:
    assert which_day((DAYS[0], date(2019, 12, 9)), DAYS[1]) == "Between the days"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (DAYS[0], DAYS[1], "5–6 December 2019"),
        (DAYS[0], DAYS[0], "5 December 2019"),
        (date(2019, 11, 30), DAYS[0], "30 November – 5 December 2019"),
        (date(2019, 12, 31), date(2020, 1, 1), "31 December 2019 – 1 January 2020"),
    ],
)
def test_the_days_of_a_meeting_are_written_short(first: date, last: date, words: str) -> None:
    assert span_words((first, last)) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-3, "0 s ago"),
        (59.9, "59 s ago"),
        (60, "1 min ago"),
        (3599, "59 min ago"),
        (3600, "1 h ago"),
        (86400 * 2, "2 days ago"),
    ],
)
def test_elapsed_time_rounds_down(seconds: float, words: str) -> None:
    assert ago_words(timedelta(seconds=seconds)) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(1, "in 1 min"), (60, "in 1 min"), (61, "in 2 min"), (3661, "in 1 h 2 min")]
)
def test_remaining_time_rounds_up(seconds: float, words: str) -> None:
    assert in_words(timedelta(seconds=seconds)) == words


def test_the_near_past_is_told_by_its_day() -> None:
    now = datetime(2019, 12, 5, 8, 52, tzinfo=UTC)
    assert when_words(now - timedelta(hours=1), now) == "today 07:52:00"
    assert when_words(now - timedelta(days=1), now) == "4 Dec 08:52"
    assert when_words(now - timedelta(days=365), now) == "5 Dec 2018 08:52"
    assert day_words(now.date()) == "Thu 5 Dec 2019"
