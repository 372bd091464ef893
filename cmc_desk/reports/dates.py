"""Dates on paper, in the language of the paper: the one place for the names of days and months."""

from datetime import date, datetime
from gettext import NullTranslations

from cmc_desk.i18n import N_

_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
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


def long_date(day: date, texts: NullTranslations) -> str:
    """Return a day as 5 December 2019."""
    return texts.gettext("{day} {month} {year}").format(
        day=_number(day, texts), month=month_name(day.month, texts), year=day.year
    )


def weekday_date(day: date, texts: NullTranslations) -> str:
    """Return a day as Thursday, 5 December 2019, the way it stands inside a sentence."""
    return texts.gettext("{weekday}, {date}").format(
        weekday=texts.gettext(_WEEKDAYS[day.weekday()]), date=long_date(day, texts)
    )


def day_heading(day: date, texts: NullTranslations) -> str:
    """Return a day as `weekday_date` does, the way it begins a line: where weekdays are small, this one is not."""
    words = weekday_date(day, texts)
    return words[:1].upper() + words[1:]


def date_range(first: date, last: date, texts: NullTranslations) -> str:
    """Return the days from `first` to `last` as 5–6 December 2019, 30 November – 2 December 2019, or one day if it is one."""
    if first == last:
        return long_date(first, texts)
    if (first.year, first.month) == (last.year, last.month):
        # Translators: days of one month, as 5–6 December 2019.
        return texts.gettext("{first}–{last} {month} {year}").format(
            first=_number(first, texts),
            last=_number(last, texts),
            month=month_name(last.month, texts),
            year=last.year,
        )
    begin = long_date(first, texts)
    if first.year == last.year:
        begin = texts.gettext("{day} {month}").format(day=_number(first, texts), month=month_name(first.month, texts))
    # Translators: days of two months, as 30 November – 2 December 2019.
    return texts.gettext("{first} – {last}").format(first=begin, last=long_date(last, texts))


def short_day(day: date, texts: NullTranslations) -> str:
    """Return a day as Thu 5 Dec."""
    return f"{texts.gettext(_SHORT_WEEKDAYS[day.weekday()])} {day.day} {texts.gettext(_SHORT_MONTHS[day.month - 1])}"


def short_when(local: datetime, texts: NullTranslations) -> str:
    """Return an instant on the clocks of the meeting as Thu 5 Dec 08:30."""
    return f"{short_day(local.date(), texts)} {local:%H:%M}"


def month_name(month: int, texts: NullTranslations) -> str:
    """Return the name of a month (1 to 12) in full, as it stands after a day."""
    # With a context, because May in full is May in short in English only.
    names = (
        texts.pgettext("month", "January"),
        texts.pgettext("month", "February"),
        texts.pgettext("month", "March"),
        texts.pgettext("month", "April"),
        texts.pgettext("month", "May"),
        texts.pgettext("month", "June"),
        texts.pgettext("month", "July"),
        texts.pgettext("month", "August"),
        texts.pgettext("month", "September"),
        texts.pgettext("month", "October"),
        texts.pgettext("month", "November"),
        texts.pgettext("month", "December"),
    )
    return names[month - 1]


def _number(day: date, texts: NullTranslations) -> str:
    # Translators: the first of a month in a date, in French 1er.
    return texts.pgettext("first day of a month", "1") if day.day == 1 else str(day.day)
