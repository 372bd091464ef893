"""Which sessions a scan counts for, and what runs now by the plan."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Protocol, TypeVar

# Whoever comes on the evening before, or while the tables are still being cleared, does not stray.
_NIGHT = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Session:
    """A line of the agenda whose attendance is taken; `day` is the day of the meeting, times are aware."""

    key: str
    day: date
    starts: datetime
    ends: datetime
    title: str
    is_registration: bool = False


class Planned(Protocol):
    """Anything with a planned beginning and end, such as `ItemPlan` or `Session`."""

    @property
    def starts(self) -> datetime:
        """Return the planned beginning, aware."""
        ...

    @property
    def ends(self) -> datetime:
        """Return the planned end, aware; it does not belong to the item any more."""
        ...


P = TypeVar("P", bound=Planned)


def sessions_for_scan(
    sessions: Sequence[Session], *, now: datetime, grace_minutes: int, zone: tzinfo
) -> tuple[Session, ...]:
    """Return the sessions that a scan at `now` counts for, the registration of the day first.

    The registration is that of the day the scan belongs to, however late it is. To it comes the later session of
    that day which runs at `now`; if none runs, the next one from `grace_minutes` before its start.
    A scan belongs to the calendar day in `zone` (the meeting's), before the meeting to its first day, between days
    to the next, after it to the last; while a session runs past midnight, to the day of that session.
    """
    running = running_item(sessions, now)
    day = running.day if running else _day_of(sessions, now.astimezone(zone).date())
    of_day = [session for session in sessions if session.day == day]
    registration = min((s for s in of_day if s.is_registration), key=lambda s: s.starts, default=None)
    later = [session for session in of_day if session is not registration]
    grace = timedelta(minutes=grace_minutes)
    other = running_item(later, now)
    if other is None:
        coming = next_item(later, now)
        other = coming if coming and coming.starts - grace <= now else None
    return tuple(session for session in (registration, other) if session)


def stray_day(sessions: Sequence[Session], *, days: Collection[date], now: datetime, zone: tzinfo) -> date | None:
    """Return for which day a scan counts if `now` is of none of the `days` of the meeting; nothing if it is.

    The evening before a day and the night after it belong to it, and so does what runs past midnight.
    """
    if running_item(sessions, now):
        return None
    near = {(now + shift).astimezone(zone).date() for shift in (-_NIGHT, timedelta(), _NIGHT)}
    return None if near.intersection(days) else _day_of(sessions, now.astimezone(zone).date())


def running_item(items: Iterable[P], now: datetime) -> P | None:
    """Return what runs at `now` by the plan; of several the one that began last."""
    return max((item for item in items if item.starts <= now < item.ends), key=lambda item: item.starts, default=None)


def next_item(items: Iterable[P], now: datetime) -> P | None:
    """Return what begins next after `now` by the plan."""
    return min((item for item in items if item.starts > now), key=lambda item: item.starts, default=None)


def _day_of(sessions: Sequence[Session], today: date) -> date | None:
    days = sorted({session.day for session in sessions})
    return next((day for day in days if day >= today), days[-1] if days else None)
