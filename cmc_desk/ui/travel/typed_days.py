"""Days as people type them in the forms of travel: 4 Dec, 04DEC, 2019-12-04. No Qt."""

from datetime import date, timedelta

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agent_values import read_day, read_time
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.days import day_words


def day_text(day: date | None) -> str:
    """Return a day as it stands in a field: 4 Dec 2019."""
    return f"{day.day} {day_words(day, 'MMM yyyy')}" if day is not None else ""


def typed_day(text: str, *, near: date, field: str) -> date:
    """Return the day that was typed; without a year the one nearest to `near`. Raises Refusal, with the field."""
    if not text.strip():
        raise Refusal(_("Type a day, such as 4 Dec."), field=field)
    try:
        return read_day(text, near)
    except Refusal as refusal:
        raise Refusal(refusal.sentence, field=field) from None


def typed_day_or_none(text: str, *, near: date, field: str) -> date | None:
    """Return the day that was typed, or None for an empty field."""
    return typed_day(text, near=near, field=field) if text.strip() else None


def clock_after(text: str, *, field: str) -> timedelta:
    """Return how long after midnight a typed time is; 0120+1 is of the day after."""
    try:
        clock, days = read_time(text)
    except Refusal as refusal:
        raise Refusal(refusal.sentence, field=field) from None
    return timedelta(days=days, hours=clock.hour, minutes=clock.minute)
