"""Dates on paper, in the language of the paper: the one place for the full names of days and months."""

from datetime import date
from gettext import NullTranslations

from cmc_desk.i18n import N_
from cmc_desk.rules.day_words import short_day, short_when

__all__ = ["date_range", "day_heading", "long_date", "month_name", "short_day", "short_when", "weekday_date"]

_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
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
