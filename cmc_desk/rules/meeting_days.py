"""Whether an instant is of the meeting, and at which instant a clock is looked at that nobody stopped when the meeting was over."""

from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo

# Whoever comes on the evening before, or while the tables are still being cleared, does not stray.
_NIGHT = timedelta(hours=6)


def is_of_meeting(days: Collection[date], instant: datetime, zone: tzinfo) -> bool:
    """Return whether an instant is of one of the days; the evening before a day and the night after it belong to it."""
    local = instant.astimezone(UTC)
    near = ((local + shift).astimezone(zone).date() for shift in (-_NIGHT, timedelta(), _NIGHT))
    return any(day in days for day in near)


def seen_at(
    now: datetime, *, days: Collection[date], zone: tzinfo, recorded: Iterable[datetime], going: bool
) -> datetime:
    """Return at which instant the clocks of a meeting are looked at: now, or when something was `recorded` last.

    What nobody ended has not run on for weeks: after the meeting, as long as something is `going` by the record, it is shown as it stood
    when the last thing of the meeting was recorded.
    """
    if not going or is_of_meeting(days, now, zone):
        return now
    of_meeting = [at.astimezone(UTC) for at in recorded if is_of_meeting(days, at, zone)]
    return min(now, max(of_meeting, default=now), key=lambda at: at.astimezone(UTC))
