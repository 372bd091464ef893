"""Days in few words, in whatever language is asked for: the one place for the short names of days and months."""

from datetime import date, datetime
from gettext import NullTranslations

from cmc_desk.i18n import N_

_SHORT_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_SHORT_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)


def short_day(day: date, texts: NullTranslations) -> str:
    """Return a day as Thu 5 Dec."""
    return f"{texts.gettext(_SHORT_WEEKDAYS[day.weekday()])} {day.day} {texts.gettext(_SHORT_MONTHS[day.month - 1])}"


def short_when(local: datetime, texts: NullTranslations) -> str:
    """Return an instant on the clocks of the meeting as Thu 5 Dec 08:30."""
    return f"{short_day(local.date(), texts)} {local:%H:%M}"


def day_and_month(day: date, texts: NullTranslations, *, beside: date) -> str:
    """Return a day as 8 Nov, with its year if that is another than the year of `beside`."""
    words = f"{day.day} {texts.gettext(_SHORT_MONTHS[day.month - 1])}"
    return words if day.year == beside.year else f"{words} {day.year}"


def weekday_or_today(day: date, texts: NullTranslations, *, today: date) -> str:
    """Return a near day as today or Mon 2 Dec."""
    return texts.gettext("today") if day == today else short_day(day, texts)
