"""Tickets on hold: how long an airline still keeps them."""

from datetime import datetime, timedelta

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.instants import between

_DAY = timedelta(days=1)


def hold_left(until: datetime, now: datetime) -> timedelta:
    """Return how long a ticket is still held; below 0 it is not held any more."""
    return between(now, until)


def hold_words(until: datetime, now: datetime) -> str:
    """Return how long a ticket is still held: 2 d 3 h, 3 h 05 min, 12 min; what is left is never said to be more than it is."""
    left = hold_left(until, now)
    if left <= timedelta():
        return _("hold is over")
    minutes = left // timedelta(minutes=1)
    if left >= _DAY:
        return _("{days} d {hours} h left").format(days=minutes // 1440, hours=minutes % 1440 // 60)
    if minutes >= 60:
        return _("{hours} h {minutes:02} min left").format(hours=minutes // 60, minutes=minutes % 60)
    return _("{minutes} min left").format(minutes=minutes)
