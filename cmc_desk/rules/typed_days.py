"""A day as it is typed in passing: "10 Dec", "fri", "tomorrow", "31/1", "+3d", in the four languages of the meeting."""

import re
from contextlib import suppress
from datetime import date, timedelta

from cmc_desk.rules.folding import fold

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)")
_FIGURES = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.](?P<year>\d{4}|\d{2})(?!\d))?(?![\d/])")
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})(?:er|st|nd|rd|th)?\.?\s+(?:de\s+)?(?P<name>[^\W\d_]{3,})\.?(?:,?\s+(?:de[l]?\s+)?(?P<year>\d{4})(?!\d))?"
)
_MONTH_FIRST = re.compile(
    r"(?P<name>[^\W\d_]{3,})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:])(?:,?\s+(?P<year>\d{4})(?!\d))?"
)
_LATER = re.compile(r"\+(?P<number>\d{1,3})\s?(?P<unit>[dwjs])?(?![^\W_])", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MONTHS = (
    "january enero janvier januari",
    "february febrero fevrier februari",
    "march marzo mars maart",
    "april abril avril",
    "may mayo mai mei",
    "june junio juin juni",
    "july julio juillet juli",
    "august agosto aout augustus",
    "september septiembre septembre setiembre",
    "october octubre octobre oktober",
    "november noviembre novembre",
    "december diciembre decembre",
)
_WEEKDAYS = (
    "monday lunes lundi maandag",
    "tuesday martes mardi dinsdag",
    "wednesday miercoles mercredi woensdag",
    "thursday jueves jeudi donderdag",
    "friday viernes vendredi vrijdag",
    "saturday sabado samedi zaterdag",
    "sunday domingo dimanche zondag",
)
_NEAR = dict.fromkeys(("today", "hoy", "aujourdhui", "vandaag"), 0) | dict.fromkeys(
    ("tomorrow", "manana", "demain", "morgen"), 1
)
# Weeks are w in English and Dutch, s in Spanish and French; j is the French day.
_DAYS = {"d": 1, "j": 1, "w": 7, "s": 7}
_SHORTEST = 3


def day_at_start(text: str, today: date) -> tuple[date, int] | None:
    """Return the day that `text` begins with, and how many letters say it; None if it begins with none.

    The day stands before the month in figures. Without a year it is the next such day, today included; a weekday is the next after
    today.
    """
    for pattern in (_ISO, _FIGURES, _DAY_FIRST, _MONTH_FIRST):
        found = pattern.match(text)
        day = _dated(found.groupdict(), today) if found else None
        if found and day:
            return day, found.end()
    later = _LATER.match(text)
    if later:
        days = int(later["number"]) * _DAYS[(later["unit"] or "d").lower()]
        return today + timedelta(days=days), later.end()
    word = _WORD.match(text)
    near = _near(fold(word[0]), today) if word else None
    return (near, word.end()) if word and near else None


def _dated(parts: dict[str, str | None], today: date) -> date | None:
    month = int(parts["month"] or 0) if "month" in parts else _place(fold(parts["name"] or ""), _MONTHS)
    year, day = parts["year"], int(parts["day"] or 0)
    if year:
        return _date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    # Another four years on there is a 29 February.
    coming = (_date(today.year + later, month, day) for later in range(9))
    return next((one for one in coming if one and one >= today), None)


def _date(year: int, month: int, day: int) -> date | None:
    with suppress(ValueError):
        return date(year, month, day)
    return None


def _near(word: str, today: date) -> date | None:
    if word in _NEAR:
        return today + timedelta(days=_NEAR[word])
    weekday = _place(word, _WEEKDAYS)
    if not weekday:
        return None
    return today + timedelta(days=(weekday - 2 - today.weekday()) % 7 + 1)


def _place(word: str, names: tuple[str, ...]) -> int:
    """Return the place (from 1) of the month or weekday that a word is or begins, 0 if there is none or more than one."""
    if len(word) < _SHORTEST:
        return 0
    found = [place for place, same in enumerate(names, 1) if any(name.startswith(word) for name in same.split())]
    return found[0] if len(found) == 1 else 0
