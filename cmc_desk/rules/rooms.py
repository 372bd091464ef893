"""Rooms: the nights that a stay needs, how booked nights follow a journey that moves, and stays as a hotel reads them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from cmc_desk.rules.instants import moved
from cmc_desk.rules.travel_facts import Night

_DAY = timedelta(days=1)
# Who comes before that hour still sleeps in the night that began the evening before.
MORNING = 6


@dataclass(frozen=True, slots=True)
class RoomStay:
    """Nights one after the other in one hotel on the same terms; `check_out` is the morning after the last."""

    hotel: str
    room: str
    check_in: date
    check_out: date
    breakfast: bool
    paid_by: str

    @property
    def nights(self) -> int:
        """How many nights it has."""
        return (self.check_out - self.check_in).days


def stays(nights: Sequence[Night]) -> tuple[RoomStay, ...]:
    """Return nights as stays: a night elsewhere, on other terms or left out begins another."""
    found: list[RoomStay] = []
    for night in sorted(nights, key=lambda night: night.date):
        fresh = RoomStay(night.hotel, night.room, night.date, night.date + _DAY, night.breakfast, night.paid_by)
        if found and found[-1] == replace(fresh, check_in=found[-1].check_in, check_out=night.date):
            found[-1] = replace(found[-1], check_out=fresh.check_out)
        else:
            found.append(fresh)
    return tuple(found)


def missing(nights: Sequence[Night], needed: Collection[date]) -> tuple[date, ...]:
    """Return the nights of a stay for which there is no room."""
    return tuple(sorted(set(needed) - {night.date for night in nights}))


def followed(
    nights: Sequence[Night], before: Collection[date], after: Collection[date], usual: Night
) -> tuple[Night, ...]:
    """Return booked nights as they follow a stay that moves from `before` to `after`.

    Nights that are needed now come in, on the terms of the nearest that is booked; those that were only there for the stay go; what
    was booked beyond it stays. Where nothing is booked nothing follows: the `usual` terms are for a stay none of whose nights is left.
    """
    if not nights:
        return ()
    gone = set(before) - set(after)
    kept = [night for night in nights if night.date not in gone]
    added = [
        replace(min(kept, key=lambda night: abs(night.date - day)) if kept else usual, date=day)
        for day in missing(nights, after)
    ]
    return tuple(sorted([*kept, *added], key=lambda night: night.date))


def is_late(landed: datetime | None, drive: timedelta, kept_until: time) -> bool:
    """Return whether somebody who lands then is at the hotel when it keeps no room any more that was not announced."""
    if landed is None:
        return False
    there = moved(landed, drive)
    return landed.hour < MORNING or there.time() >= kept_until or there.hour < MORNING
