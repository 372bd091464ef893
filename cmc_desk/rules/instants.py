"""What passes between two instants; in one zone Python counts by the dial, not by what passes."""

from datetime import UTC, date, datetime, timedelta, tzinfo

from cmc_desk.rules.clock_times import NIGHT_ENDS


def between(earlier: datetime, later: datetime) -> timedelta:
    """Return what really passes from one instant to the other, also over a change of the clocks."""
    return later.astimezone(UTC) - earlier.astimezone(UTC)


def moved(instant: datetime, by: timedelta) -> datetime:
    """Return the instant that is `by` later, in the same zone."""
    return (instant.astimezone(UTC) + by).astimezone(instant.tzinfo)


def meeting_day(instant: datetime, zone: tzinfo) -> date:
    """Return the day that an instant belongs to by the calendar of `zone`; hours before four in the morning are of the day before."""
    local = instant.astimezone(zone)
    return local.date() - timedelta(days=1 if local.hour < NIGHT_ENDS else 0)


def clock_words(instant: datetime, now: datetime, zone: tzinfo) -> str:
    """Return what the clock on the wall shows at an instant, with the date where that is not the one of `now`."""
    local = instant.astimezone(zone)
    dated = local.date() != now.astimezone(zone).date()
    return f"{local:%Y-%m-%d %H:%M:%S}" if dated else f"{local:%H:%M:%S}"
