"""Lengths of time as people type them: of an item in hours and minutes, of a statement in minutes and seconds."""

import re
from collections.abc import Callable
from datetime import timedelta

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal

# A length that is longer is a slip of the finger.
LONGEST = timedelta(hours=24)

_NUMBER = re.compile(r"\d{1,4}")
_PARTED = re.compile(r"(\d{1,3})\s*[:.,\s]\s*(\d{2})(?:\s*[:.,\s]\s*(\d{2}))?")
# 2 h, 1h30, 1 h 30 min, 1h05m20s, 45 min, 90s, 2'30", 1.5 h; a last number without a unit has the next smaller one.
_UNITS = re.compile(
    r"(?:(\d+(?:[.,]\d+)?)\s*h(?:ours?|rs?)?\.?)?\s*"
    r"(?:(\d+(?:[.,]\d+)?)\s*(?:m(?:in(?:ute)?s?)?\.?|['’′]|(?(1)$|(?!))))?\s*"
    r"(?:(\d+)\s*(?:s(?:ec(?:ond)?s?)?\.?|[\"”″]|''|(?(2)$|(?!))))?"
)
_SIGN = re.compile(r"^[+\-−]\s*")
_MINUS = ("-", "−")


def parse_length(text: str) -> timedelta:
    """Return how long the item is that was typed: 10 (ten minutes), 90, 1h30, 1:30, 0:05:04, 45 min, 1.5 h.

    There is no length below zero. Raises Refusal if it is no length, or none that an agenda has.
    """
    return _parsed(text, parted_is_hours=True, example=_("This is no length of time: type minutes (45) or 1:30."))


def parse_limit(text: str) -> timedelta:
    """Return the limit of a statement that was typed, as `parse_length`, but 2:30 is two and a half minutes.

    Raises Refusal.
    """
    return _parsed(text, parted_is_hours=False, example=_("This is no length of time: type minutes (3) or 2:30."))


def parse_change(text: str, parse: Callable[[str], timedelta] = parse_length) -> timedelta:
    """Return by how much something is made longer, or with a minus shorter; without the sign it is what `parse` reads.

    Raises Refusal.
    """
    typed = text.strip()
    length = parse(_SIGN.sub("", typed))
    return -length if typed[:1] in _MINUS else length


def length_text(length: timedelta) -> str:
    """Return a length as `parse_length` reads it back: 0:45, 1:30, 0:05:04 where there are seconds."""
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")


def limit_text(limit: timedelta) -> str:
    """Return a limit as `parse_limit` reads it back: 2:30."""
    minutes, seconds = divmod(int(limit.total_seconds()), 60)
    return f"{minutes}:{seconds:02}"


def _parsed(text: str, *, parted_is_hours: bool, example: str) -> timedelta:
    typed = text.strip().casefold()
    if typed[:1] in _MINUS and typed[1:]:
        raise Refusal(_("A length is not less than nothing: type it without the minus."))
    typed = _SIGN.sub("", typed)
    length = _length(typed, parted_is_hours=parted_is_hours) if typed else None
    if length is None:
        raise Refusal(example)
    if length > LONGEST:
        raise Refusal(_("No item lasts longer than a day."))
    return length


def _length(typed: str, *, parted_is_hours: bool) -> timedelta | None:
    if not all(letter.isascii() or letter in "’′”″" for letter in typed):
        return None
    if _NUMBER.fullmatch(typed):
        return timedelta(minutes=int(typed))
    if (parted := _PARTED.fullmatch(typed)) is not None:
        return _of_parts(parted, parted_is_hours=parted_is_hours)
    units = _UNITS.fullmatch(typed)
    if units is None:
        return None
    hours, minutes, seconds = (float((part or "0").replace(",", ".")) for part in units.groups())
    return timedelta(seconds=round(hours * 3600 + minutes * 60 + seconds))


def _of_parts(parted: re.Match[str], *, parted_is_hours: bool) -> timedelta | None:
    """Return h:mm:ss, or of two parts h:mm or m:ss; nothing if a part after the first is above 59."""
    first, *later = (int(part) for part in parted.groups() if part is not None)
    if any(part > 59 for part in later):
        return None
    if len(later) == 2:
        return timedelta(hours=first, minutes=later[0], seconds=later[1])
    return timedelta(hours=first, minutes=later[0]) if parted_is_hours else timedelta(minutes=first, seconds=later[0])
