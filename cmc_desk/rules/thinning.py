"""Which backups to keep as they grow older."""

from collections.abc import Iterable
from datetime import datetime, timedelta

_ALL = timedelta(hours=1)
_TEN_MINUTES = timedelta(days=1)
_HOURLY = timedelta(days=7)


def keep(times: Iterable[datetime], *, now: datetime) -> tuple[datetime, ...]:
    """Return the times of the backups to keep, oldest first.

    Everything of the last hour is kept (and whatever a jumped clock has put into the future), then one per ten
    minutes for a day, one per hour for a week, and one per day for ever; each time the newest, so that the newest
    of all is always kept. Days are those of the zone of `now`. Thinning again at the same `now` changes nothing.
    """
    kept: list[datetime] = []
    last: tuple[str, int] | None = None
    for at in sorted(set(times), reverse=True):
        slot = _slot(at, now)
        if slot is None or slot != last:
            kept.append(at)
        last = slot
    kept.reverse()
    return tuple(kept)


def _slot(at: datetime, now: datetime) -> tuple[str, int] | None:
    age = now - at
    if age <= _ALL:
        return None
    if age <= _TEN_MINUTES:
        return "ten minutes", int(at.timestamp()) // 600
    if age <= _HOURLY:
        return "hour", int(at.timestamp()) // 3600
    return "day", at.astimezone(now.tzinfo).toordinal()
