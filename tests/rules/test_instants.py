"""What passes between two instants is what really passes, whatever the dial shows."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cmc_desk.rules.instants import between, meeting_day, moved

MADRID = ZoneInfo("Europe/Madrid")


@pytest.mark.parametrize(("day", "hours"), [((2019, 10, 27), 25), ((2019, 3, 31), 23), ((2019, 12, 5), 24)])
def test_a_day_of_the_calendar_has_its_own_hours(day: tuple[int, int, int], hours: int) -> None:
    midnight = datetime(*day, tzinfo=MADRID)
    assert between(midnight, midnight + timedelta(days=1)) == timedelta(hours=hours)
    assert moved(midnight, timedelta(hours=hours)) == midnight + timedelta(days=1)


def test_what_is_moved_stays_in_its_zone() -> None:
    began = datetime(2019, 10, 27, 1, 30, tzinfo=MADRID)
    assert moved(began, timedelta(hours=2)).isoformat() == "2019-10-27T02:30:00+01:00"


@pytest.mark.parametrize(
    ("clock", "day"),
    [("2019-12-06T03:59-05:00", 5), ("2019-12-06T04:00-05:00", 6), ("2019-12-07T04:59+00:00", 6)],
)
def test_a_night_belongs_to_the_day_before_it(clock: str, day: int) -> None:
    assert meeting_day(datetime.fromisoformat(clock).astimezone(UTC), ZoneInfo("America/Jamaica")) == date(
        2019, 12, day
    )
