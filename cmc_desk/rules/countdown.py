"""Clocks in words: what is left rounds up, what has passed rounds down, and nothing is ever “−0:00”."""

from datetime import timedelta

from cmc_desk.rules.agenda_plan import ZERO

_SECOND = timedelta(seconds=1)
_MOST_MINUTES = 6_000


def countdown_words(left: timedelta, *, hours: bool = True) -> str:
    """Return what is left as 21:49 or 1:05:00; past the end +0:01 from the first moment on.

    Without `hours` an hour is 60:00, as far as two figures do for the minutes: what was planned shorter keeps its form.
    """
    # Rounded away from the end on both sides: 0:00 is shown at the end itself and at no other time.
    seconds = -(-abs(left) // _SECOND)
    return ("+" if left < ZERO else "") + _dial(seconds, hours=hours or seconds >= _MOST_MINUTES)


def elapsed_words(passed: timedelta) -> str:
    """Return what has passed as 34:11 or 1:05:00, in whole seconds that are over."""
    return _dial(max(ZERO, passed) // _SECOND)


def _dial(seconds: int, *, hours: bool = True) -> str:
    full, rest = divmod(seconds, 3600) if hours else (0, seconds)
    minutes, seconds = divmod(rest, 60)
    return f"{full}:{minutes:02}:{seconds:02}" if full else f"{minutes}:{seconds:02}"
