"""Clocks in words round away from their end, and say how many speakers still fit."""

from datetime import UTC, timedelta

import pytest

from cmc_desk.rules.countdown import countdown_words, elapsed_words, until_words
from cmc_desk.rules.speakers_before import SpeakersBefore, speakers_before
from tests.rules.agenda_days import at, minutes


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


def test_what_is_left_until_an_instant_is_what_really_passes() -> None:
    assert until_words(at("12:38:11").astimezone(UTC), at("13:00")) == "21:49"


def test_three_speakers_fit_before_lunch_and_the_fourth_ends_after_it() -> None:
    found = speakers_before(
        at("12:46").astimezone(UTC), at("13:00"), limits=[minutes(4)] * 5, changeover=timedelta(seconds=20)
    )
    assert found == SpeakersBefore(3, at("13:03"))


def test_whoever_speaks_comes_first_and_what_is_over_time_takes_no_more() -> None:
    limits = [minutes(5), minutes(4)]
    before = speakers_before(at("12:46"), at("13:00"), limits=limits, changeover=minutes(1), speaking=minutes(3))
    assert before == SpeakersBefore(2, None)
    later = speakers_before(at("12:46"), at("13:00"), limits=limits, changeover=minutes(1), speaking=minutes(4))
    assert later == SpeakersBefore(1, at("13:01"))
    over = speakers_before(at("12:46"), at("13:00"), limits=limits, changeover=minutes(1), speaking=minutes(-4))
    assert over == SpeakersBefore(2, None)


def test_time_that_is_kept_before_the_fixed_point_is_not_for_speakers() -> None:
    found = speakers_before(at("12:46"), at("13:00"), limits=[minutes(7)] * 2, changeover=minutes(0), after=minutes(1))
    assert found == SpeakersBefore(1, at("13:00"))
    assert speakers_before(at("12:46"), at("13:00"), limits=[], changeover=minutes(1)) == SpeakersBefore(0, None)


@pytest.mark.parametrize(
    ("seconds", "words"), [(3599, "59:59"), (3600, "60:00"), (-4500, "+75:00"), (5999, "99:59"), (6000, "1:40:00")]
)
def test_what_was_planned_shorter_than_an_hour_stays_in_minutes(seconds: float, words: str) -> None:
    assert countdown_words(timedelta(seconds=seconds), hours=False) == words
