"""Days in few words."""

from datetime import date, datetime
from gettext import NullTranslations

from cmc_desk.rules.day_words import day_and_month, short_day, short_when, weekday_or_today
from tests.rules.travel_case import OUT

TEXTS = NullTranslations()
DAY = date(2019, 12, 5)


def test_a_near_day_has_its_weekday_and_a_far_one_its_year() -> None:
    assert short_day(DAY, TEXTS) == "Thu 5 Dec"
    assert short_when(datetime(2019, 12, 5, 8, 5), TEXTS) == "Thu 5 Dec 08:05"  # noqa: DTZ001 - as it is shown
    assert weekday_or_today(DAY, TEXTS, today=DAY) == "today"
    assert weekday_or_today(DAY, TEXTS, today=date(2019, 12, 4)) == "Thu 5 Dec"
    assert day_and_month(DAY, TEXTS, beside=date(2019, 1, 1)) == "5 Dec"
    assert day_and_month(DAY, TEXTS, beside=date(2020, 1, 1)) == "5 Dec 2019"


def test_a_leg_takes_as_long_as_the_clock_says_across_its_zones() -> None:
    # From 13:50 in Miami to 15:40 in Kingston: in December both clocks are the same.
    assert OUT[1].duration.total_seconds() == 110 * 60
