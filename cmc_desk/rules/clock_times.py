"""Times of day as people type them, and the instants they mean on a day of the meeting."""

import re
from datetime import date, datetime, time, timedelta, tzinfo

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal

# 9, 09, 9.30, 9:30, 9,30, 9 30, 09h30, 9h, 930, 0930; then am or pm with or without dots.
_TYPED = re.compile(r"(\d{1,2})(?:\s*[.:,hH ]\s*(\d{2})|\s*[hH])?|(\d{1,2})(\d{2})")
_HALF = re.compile(r"\s*([ap])\.?\s*m\.?\s*$", re.IGNORECASE)
# What begins at one in the night belongs to the evening before.
NIGHT_ENDS = 4


def parse_time(text: str) -> time:
    """Return the time of day that was typed: 9, 930, 9.30, 9:30, 09h30, 2:30 pm.

    Raises Refusal if it is none.
    """
    half = _HALF.search(text)
    found = _TYPED.fullmatch(text[: half.start()].strip() if half else text.strip())
    if found is None or not text.isascii():
        raise _not_a_time()
    hours, minutes = int(found[1] or found[3]), int(found[2] or found[4] or 0)
    if half:
        if not 1 <= hours <= 12:
            raise _not_a_time()
        hours = hours % 12 + (12 if half[1] in "pP" else 0)
    if hours > 23 or minutes > 59:
        raise _not_a_time()
    return time(hours, minutes)


def instant_on(day: date, clock: time, zone: tzinfo) -> datetime:
    """Return when it is `clock` on a day of the meeting; hours before four in the morning are those of the night after it."""
    return datetime.combine(day + timedelta(days=1 if clock.hour < NIGHT_ENDS else 0), clock, tzinfo=zone)


def _not_a_time() -> Refusal:
    return Refusal(_("This is no time of day: type it as 9:30 or 14.30."))
