"""Clocks in words round away from their end, and say how many speakers still fit."""

from datetime import timedelta

import pytest

from cmc_desk.rules.countdown import countdown_words, elapsed_words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1309, "21:49"),
        (1308.001, "21:49"),
        (3900, "1:05:00"),
        (3600, "1:00:00"),
        (3599.2, "1:00:00"),
        (59, "0:59"),
        (0.001, "0:01"),
        (0, "0:00"),
        (-0.001, "+0:01"),
        (-1, "+0:01"),
        (-1.5, "+0:02"),
        (-24, "+0:24"),
        (-3661, "+1:01:01"),
    ],
)
def test_a_countdown_rounds_up_and_the_first_moment_over_is_a_second(seconds: float, words: str) -> None:
    assert countdown_words(timedelta(seconds=seconds)) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(2051.999, "34:11"), (0.9, "0:00"), (3900, "1:05:00"), (0, "0:00"), (-3, "0:00")]
)
def test_what_has_passed_rounds_down(seconds: float, words: str) -> None:
    assert elapsed_words(timedelta(seconds=seconds)) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(3599, "59:59"), (3600, "60:00"), (-4500, "+75:00"), (5999, "99:59"), (6000, "1:40:00")]
)
def test_what_was_planned_shorter_than_an_hour_stays_in_minutes(seconds: float, words: str) -> None:
    assert countdown_words(timedelta(seconds=seconds), hours=False) == words
