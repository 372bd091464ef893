"""Which sessions a scan counts for, and what runs now by the plan."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Protocol, TypeVar

from cmc_desk.rules.agenda_plan import PLENARY, ZERO
from cmc_desk.rules.instants import between
from cmc_desk.rules.meeting_days import is_of_meeting


@dataclass(frozen=True, slots=True)
class Session:
    """A line of the agenda whose attendance is taken; `day` is the day of the meeting, times are aware.

    `track` is its room, empty for the plenary. `began` and `over` are when it really began and ended by the clock of the agenda, where that
    is used; what was `skipped` is not held.
    """

    key: str
    day: date
    starts: datetime
    ends: datetime
    title: str
    is_registration: bool = False
    track: str = PLENARY
    began: datetime | None = None
    over: datetime | None = None
    skipped: bool = False


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
    that day which runs at `now`; if none runs, the next one from `grace_minutes` before its start. Where the clock of the agenda is used
    it says what runs, else the plan. Of several it is that of the plenary, else the one that began last (see `sessions_beside`).
    A scan belongs to the calendar day in `zone` (the meeting's), before the meeting to its first day, between days
    to the next, after it to the last; while a session runs past midnight, to the day of that session.
    """
    running = running_item(sessions, now)
    day = running.day if running else _day_of(sessions, now.astimezone(zone).date())
    of_day = [session for session in sessions if session.day == day]
    registration = min((s for s in of_day if s.is_registration), key=lambda s: s.starts, default=None)
    later = [session for session in of_day if session is not registration]
    others = _running_or_coming(later, now, timedelta(minutes=grace_minutes))
    return tuple(session for session in (registration, *others[:1]) if session)


def sessions_beside(
    sessions: Sequence[Session], chosen: Sequence[Session], *, now: datetime, grace_minutes: int
) -> tuple[Session, ...]:
    """Return the sessions that run in other rooms beside what a scan counts for: whoever scans must say if one of them is meant.

    Nothing if it counts for the plenary, where everybody is expected.
    """
    last = chosen[-1] if chosen else None
    if last is None or last.is_registration or last.track == PLENARY:
        return ()
    later = [session for session in sessions if session.day == last.day and not session.is_registration]
    return tuple(one for one in _running_or_coming(later, now, timedelta(minutes=grace_minutes)) if one is not last)


def stray_day(sessions: Sequence[Session], *, days: Collection[date], now: datetime, zone: tzinfo) -> date | None:
    """Return for which day a scan counts if `now` is of none of the `days` of the meeting; nothing if it is.

    The evening before a day and the night after it belong to it, and so does what runs past midnight.
    """
    if running_item(sessions, now):
        return None
    return None if is_of_meeting(days, now, zone) else _day_of(sessions, now.astimezone(zone).date())


def running_item(items: Iterable[P], now: datetime) -> P | None:
    """Return what runs at `now` by the plan; of several the one that began last."""
    return max((item for item in items if item.starts <= now < item.ends), key=lambda item: item.starts, default=None)


def next_item(items: Iterable[P], now: datetime) -> P | None:
    """Return what begins next after `now` by the plan."""
    return min((item for item in items if item.starts > now), key=lambda item: item.starts, default=None)


def _running_or_coming(sessions: Sequence[Session], now: datetime, grace: timedelta) -> list[Session]:
    """Return what runs in every room, or what comes next there and may be entered already, the one that a scan counts for first."""
    begun = [one.starts for one in sessions if one.began is not None and between(one.began, now) >= ZERO]
    if begun:
        running = [one for one in sessions if _really_runs(one, now)]
        # What was passed over by everybody who pressed a key does not come any more.
        waiting = [one for one in sessions if one.starts > max(begun) and not one.skipped]
    else:
        running = [one for one in sessions if one.starts <= now < one.ends]
        waiting = [one for one in sessions if one.starts > now]
    if running:
        return sorted(running, key=lambda one: (one.track != PLENARY, -one.starts.timestamp(), one.track, one.key))
    entered = [one for one in waiting if one.starts - grace <= now]
    first = min((one.starts for one in entered), default=now)
    return sorted((one for one in entered if one.starts == first), key=lambda one: (one.track != PLENARY, one.track))


def _really_runs(session: Session, now: datetime) -> bool:
    if session.began is None or between(session.began, now) < ZERO:
        return False
    return session.over is None or between(now, session.over) > ZERO


def _day_of(sessions: Sequence[Session], today: date) -> date | None:
    days = sorted({session.day for session in sessions})
    return next((day for day in days if day >= today), days[-1] if days else None)
