"""Times of day as people type them, and the instants they mean on a day of the meeting."""

import re
from datetime import date, datetime, time, timedelta, tzinfo

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal

# 9, 09, 9.30, 9:30, 9,30, 9 30, 9h, 09h30, 9 h 30 min, 9:30:15, 9h30m15s …
_PARTED = re.compile(
    r"(\d{1,2})(?:\s*(?:[.:,\s]|[hH])\s*(\d{2})(?:\s*(?:[.:,\s]|[mM](?:[iI][nN])?)\s*(\d{2})\s*[sS]?|\s*[mM](?:[iI][nN])?)?)?"
)
# … 930, 0930.
_TOGETHER = re.compile(r"(\d{1,2})(\d{2})")
# 9:30 h, 1430 hrs, 9h: what only says that it is a time of day.
_HOURS = re.compile(r"\s*h(?:rs?)?\.?$", re.IGNORECASE)
_HALF = re.compile(r"\s*([ap])\.?\s*m\.?\s*$", re.IGNORECASE)
# What begins at one in the night belongs to the evening before.
NIGHT_ENDS = 4


def parse_time(text: str, *, to_the_second: bool = False) -> time:
    """Return the time of day that was typed: 9, 10, 930, 9.30, 9:30, 09h30, 2:30 pm; a number alone is an hour.

    A plan is to the minute; `to_the_second` is for what really happened (12:03:20) and for what programs write.
    Raises Refusal if it is none.
    """
    half = _HALF.search(text)
    rest = _HOURS.sub("", (text[: half.start()] if half else text).strip())
    found = _PARTED.fullmatch(rest) or _TOGETHER.fullmatch(rest)
    if found is None or not text.isascii():
        raise _not_a_time()
    hours, minutes, seconds = (int(part or 0) for part in (*found.groups(), None)[:3])
    if seconds and not to_the_second:
        raise _not_a_time()
    if half:
        if not 1 <= hours <= 12:
            raise _not_a_time()
        hours = hours % 12 + (12 if half[1] in "pP" else 0)
    if hours > 23 or minutes > 59 or seconds > 59:
        raise _not_a_time()
    return time(hours, minutes, seconds)


def instant_on(day: date, clock: time, zone: tzinfo) -> datetime:
    """Return when it is `clock` on a day of the meeting; hours before four in the morning are those of the night after it."""
    return datetime.combine(day + timedelta(days=1 if clock.hour < NIGHT_ENDS else 0), clock, tzinfo=zone)


def _not_a_time() -> Refusal:
    return Refusal(_("This is no time of day: type it as 9:30 or 14.30."))
