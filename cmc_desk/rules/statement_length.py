"""How long a statement that was handed in takes to read at a pace that interpreters can follow."""

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

# Words a minute: what interpreters can follow well, and what is still fair to them.
SLOW, FAST = 100, 120
_WORD = re.compile(r"\w+(?:['’\-./]\w+)*")
_SECOND = timedelta(seconds=1)


class Length(StrEnum):
    """Whether a statement keeps to its limit: at any fair pace, only if it is read fast, or not at all."""

    FITS = "fits"
    TIGHT = "only if read fast"
    OVER = "too long"


@dataclass(frozen=True, slots=True)
class ReadingTime:
    """How long a statement takes at the fast and at the slow pace, in whole seconds, rounded up."""

    fast: timedelta
    slow: timedelta


def count_words(text: str) -> int:
    """Return how many words a text has; “co-operation” and “l’accord” are read as one."""
    return len(_WORD.findall(text))


def reading_time(words: int) -> ReadingTime:
    """Return how long so many words take to read."""
    return ReadingTime(fast=_time(words, FAST), slow=_time(words, SLOW))


def words_in(limit: timedelta) -> tuple[int, int]:
    """Return how many words fit into a limit at the slow and at the fast pace; three minutes are 300 to 360 words."""
    return _words(limit, SLOW), _words(limit, FAST)


def length_of(words: int, limit: timedelta) -> Length:
    """Return whether so many words keep to a limit."""
    slow, fast = words_in(limit)
    if words <= slow:
        return Length.FITS
    return Length.TIGHT if words <= fast else Length.OVER


def _words(limit: timedelta, pace: int) -> int:
    return max(0, limit * pace // timedelta(minutes=1))


def _time(words: int, pace: int) -> timedelta:
    return -(-words * 60 // pace) * _SECOND
