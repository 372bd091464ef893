"""Days and spans of time in words, in the language of the screen."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale

from cmc_desk.i18n import chosen_language, ngettext
from cmc_desk.i18n import gettext as _


def day_words(day: date, pattern: str = "ddd d MMM yyyy") -> str:
    """Return a day as `Thu 5 Dec 2019`; `pattern` is Qt's."""
    language = chosen_language()
    locale = QLocale("en_GB" if language == "en" else language)
    return locale.toString(QDate(day.year, day.month, day.day), pattern)


def span_words(days: Sequence[date]) -> str:
    """Return the days of a meeting as `5–6 December 2019`."""
    first, last = days[0], days[-1]
    if first == last:
        return day_words(first, "d MMMM yyyy")
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last, 'd MMMM yyyy')}"
    return (
        f"{day_words(first, 'd MMMM' if first.year == last.year else 'd MMMM yyyy')} – {day_words(last, 'd MMMM yyyy')}"
    )


def which_day(days: Sequence[date], today: date) -> str:
    """Return where `today` stands in the meeting: `Day 1 of 2`, `3 days to go`, or that it is over."""
    if today in days:
        return _("Day {number} of {whole}").format(number=days.index(today) + 1, whole=len(days))
    if today < days[0]:
        to_go = (days[0] - today).days
        return ngettext("{number} day to go", "{number} days to go", to_go).format(number=to_go)
    if today > days[-1]:
        return _("Ended {day}").format(day=day_words(days[-1]))
    return _("Between the days")


def ago_words(span: timedelta) -> str:
    """Return `24 s ago`, `3 min ago`, `2 h ago` or `5 days ago`, rounded down as elapsed time is."""
    seconds = max(0, int(span.total_seconds()))
    if seconds < 60:
        return _("{number} s ago").format(number=seconds)
    if seconds < 3600:
        return _("{number} min ago").format(number=seconds // 60)
    if seconds < 86400:
        return _("{number} h ago").format(number=seconds // 3600)
    return ngettext("{number} day ago", "{number} days ago", seconds // 86400).format(number=seconds // 86400)


def in_words(span: timedelta) -> str:
    """Return `in 8 min` or `in 2 h 5 min`, rounded up as remaining time is."""
    minutes = -(-int(span.total_seconds()) // 60)
    if minutes < 60:
        return _("in {minutes} min").format(minutes=minutes)
    return _("in {hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)


def when_words(instant: datetime, now: datetime) -> str:
    """Return an instant of the near past as `today 07:41:09` or `4 Dec 17:52`; both on the same clock."""
    if instant.date() == now.date():
        return _("today {time}").format(time=f"{instant:%H:%M:%S}")
    pattern = "d MMM" if instant.year == now.year else "d MMM yyyy"
    return f"{day_words(instant.date(), pattern)} {instant:%H:%M}"
