"""A TOML table read key by key: what is wrong is noted with its place, and reading goes on."""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from enum import StrEnum
from math import isfinite
from typing import Any, TypeVar

from cmc_desk.exchange.toml_days import problem_of_day
from cmc_desk.exchange.toml_lines import Place
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.folding import clean
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.typed_lengths import parse_length, parse_limit

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")
_LAST_HOUR = 29
_LENGTH = re.compile(r"\d{1,3}:[0-5]\d(:[0-5]\d)?")
_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_KEY_SENTENCE = N_("“{key}” is no key; a key is 1 to 40 small letters, digits and hyphens")
_MEANT = {
    str: N_("text in quotation marks is needed here"),
    int: N_("a whole number without quotation marks is needed here"),
    float: N_("a number without quotation marks is needed here, with a point before decimals"),
    bool: N_("true or false, without quotation marks, is needed here"),
    list: N_("a list in square brackets is needed here"),
    dict: N_("a table is needed here, which is pairs in braces or a section of its own"),
    date: N_("a day is needed here, such as 2019-12-05"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a place of a file."""

    place: Place
    sentence: str


class Table:
    """A table whose keys are asked for one after the other; `finish` notes the keys that nobody asked for."""

    def __init__(self, data: Mapping[str, Any], place: Place, problems: list[Problem]) -> None:
        self.place = place
        self._data = data
        self._problems = problems
        self._asked: list[str] = []

    def problem(self, key: str, sentence: str) -> None:
        """Note what is wrong with `key`, or with the table itself if `key` is empty."""
        self._problems.append(Problem((*self.place, key) if key else self.place, sentence))

    def text(self, key: str, *, needed: bool = False) -> str:
        """Return a text without stray spaces; empty if it is not there."""
        found = clean(self._value(key, str, needed=needed) or "")
        if needed and not found and isinstance(self._data.get(key), str):
            self.problem(key, _("must not be empty"))
        return found

    def paragraphs(self, key: str, *, needed: bool = False) -> str:
        """Return a text whose lines are paragraphs of their own, without stray spaces and empty lines."""
        lines = (clean(line) for line in (self._value(key, str, needed=needed) or "").splitlines())
        found = "\n".join(filter(None, lines))
        if needed and not found and isinstance(self._data.get(key), str):
            self.problem(key, _("must not be empty"))
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(clean(text) for _number, text in self._elements(key, str))

    def key(self, key: str, *, default: str = "") -> str:
        """Return a key that the writer of the file made up; it is needed unless there is a default."""
        found = self.text(key, needed=not default)
        if found and not _KEY.fullmatch(found):
            self.problem(key, _(_KEY_SENTENCE).format(key=found))
        return found or default

    def number(self, key: str, *, default: int, least: int = 0) -> int:
        """Return a whole number that is not below `least`."""
        found = self._value(key, int)
        if found is not None and found < least:
            self.problem(key, _("{number} is below {least}").format(number=found, least=least))
        return default if found is None else found

    def decimal(self, key: str, *, default: float | None = None, least: float = 0.0, most: float = 1000.0) -> float:
        """Return a number with or without a decimal point; it is needed unless there is a default."""
        found = self._value(key, float, needed=default is None)
        if found is not None and not least <= found <= most:
            self.problem(key, _within(found, least, most))
            found = None
        return (least if default is None else default) if found is None else float(found)

    def decimals(self, key: str, count: int, *, least: float = 0.0, most: float = 1000.0) -> tuple[float, ...] | None:
        """Return a list of exactly `count` numbers, which is needed; None if anything is wrong with it."""
        found = self._elements(key, float, needed=True)
        listed = self._data.get(key)
        if not isinstance(listed, list) or len(found) != len(listed):
            return None
        if len(found) != count:
            self.problem(
                key,
                _("{expected} numbers are needed here, and there are {found}").format(expected=count, found=len(found)),
            )
            return None
        for number, value in found:
            if not least <= value <= most:
                self._problems.append(Problem((*self.place, key, number), _within(value, least, most)))
                return None
        return tuple(float(value) for _number, value in found)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return true or false."""
        found = self._value(key, bool)
        return default if found is None else found

    def day(self, key: str) -> date | None:
        """Return a day; it may stand in quotation marks."""
        found = self._data.get(key)
        if isinstance(found, str):
            self._asked.append(key)
            if problem := problem_of_day(found):
                self.problem(key, problem)
                return None
            return date.fromisoformat(found.strip())
        value = self._value(key, date, needed=True)
        return value.date() if isinstance(value, datetime) else value

    def clock(self, key: str, *, needed: bool = False) -> int | None:
        """Return a time of day in minutes after midnight; "25:30" is half past one in the night that follows."""
        found = self._data.get(key)
        if isinstance(found, time):
            self._asked.append(key)
            return found.hour * 60 + found.minute
        text = self._value(key, str, needed=needed)
        if text is None:
            return None
        match = _CLOCK.fullmatch(text.strip())
        if match is None or int(match[1]) > _LAST_HOUR or int(match[2]) > 59:
            self.problem(key, _('“{text}” is no time of day; write it as "08:30"').format(text=text))
            return None
        return int(match[1]) * 60 + int(match[2])

    def length(self, key: str) -> timedelta | None:
        """Return how long an item is: a whole number of minutes, or "1:30" and "1:30:15" as people type them (`parse_length`)."""
        sentence = _('this is no length; write minutes as 30, or hours and minutes as "1:30"')
        return self._length(key, parse_length, sentence)

    def limit(self, key: str) -> timedelta | None:
        """Return the limit of a statement: a whole number of minutes, or minutes and seconds as "2:45" (`parse_limit`)."""
        return self._length(
            key, parse_limit, _('this is no length; write minutes as 3, or minutes and seconds as "2:45"')
        )

    def choice(self, key: str, kind: type[E], *, default: E | None = None) -> E:
        """Return one of the values of `kind`; it is needed unless there is a default."""
        text = self._value(key, str, needed=default is None)
        first = default or next(iter(kind))
        return first if text is None else self._chosen((*self.place, key), text, kind) or first

    def choices(self, key: str, kind: type[E]) -> tuple[E, ...]:
        """Return a list of values of `kind`."""
        found = (self._chosen((*self.place, key, number), text, kind) for number, text in self._elements(key, str))
        return tuple(value for value in found if value is not None)

    def table(self, key: str, *, needed: bool = False) -> "Table":
        """Return the table under `key`, or an empty one in which nothing is missing."""
        found = self._value(key, dict, needed=needed)
        return Table(found or {}, (*self.place, key), self._problems if found is not None else [])

    def named_tables(self, key: str) -> "list[tuple[str, Table]]":
        """Return the tables within the table under `key`, each with its own key."""
        outer = self.table(key)
        return [(name, outer.table(name)) for name in outer.names()]

    def tables(self, key: str, *, needed: bool = False) -> "list[Table]":
        """Return a list of tables."""
        return [
            Table(data, (*self.place, key, number), self._problems)
            for number, data in self._elements(key, dict, needed=needed)
        ]

    def texts_or_tables(self, key: str) -> "list[str | Table]":
        """Return a list of texts and tables."""
        found: list[str | Table] = []
        for number, value in self._elements(key, object):
            place = (*self.place, key, number)
            if isinstance(value, dict):
                found.append(Table(value, place, self._problems))
            elif isinstance(value, str):
                found.append(clean(value))
            else:
                self._problems.append(Problem(place, _(_MEANT[str])))
        return found

    def check_own_key(self) -> None:
        """Note if the key that this table stands under is none."""
        if not _KEY.fullmatch(str(self.place[-1])):
            self.problem("", _(_KEY_SENTENCE).format(key=self.place[-1]))

    def check_known(self, key: str, value: str, known: Iterable[str], sentence: str) -> None:
        """Note `sentence`, in which `{value}` stands for the value, unless `value` is one of `known`."""
        if value not in known:
            hint = suggestion(value, known)
            self.problem(key, sentence.format(value=value) + (f" ({hint})" if hint else ""))

    def names(self) -> tuple[str, ...]:
        """Return the keys that stand in the file."""
        return tuple(self._data)

    def finish(self) -> None:
        """Note every key of the file that was not asked for."""
        for key in self._data:
            if key not in self._asked:
                hint = suggestion(key, self._asked)
                self.problem(key, _("this key is not known here") + (f" ({hint})" if hint else ""))

    def _value(self, key: str, kind: type[T], *, needed: bool = False) -> T | None:
        self._asked.append(key)
        if key not in self._data:
            if needed:
                self.problem(key, _("is missing"))
            return None
        value = self._data[key]
        if _is(value, kind):
            return value  # type: ignore[no-any-return] # it was just looked at
        self.problem(key, _(_MEANT[kind]))
        return None

    def _length(self, key: str, parse: Callable[[str], timedelta], sentence: str) -> timedelta | None:
        self._asked.append(key)
        if key not in self._data:
            return None
        found = self._data[key]
        whole = isinstance(found, int) and not isinstance(found, bool) and found >= 0
        if whole or (isinstance(found, str) and _LENGTH.fullmatch(found.strip())):
            with suppress(Refusal):
                return parse(str(found))
        self.problem(key, sentence)
        return None

    def _elements(self, key: str, kind: type[T], *, needed: bool = False) -> list[tuple[int, T]]:
        found: list[tuple[int, T]] = []
        for number, value in enumerate(self._value(key, list, needed=needed) or []):
            if _is(value, kind):
                found.append((number, value))
            else:
                self._problems.append(Problem((*self.place, key, number), _(_MEANT[kind])))
        return found

    def _chosen(self, place: Place, text: str, kind: type[E]) -> E | None:
        try:
            return kind(clean(text))
        except ValueError:
            sentence = _("“{text}” is none of: {values}").format(text=text, values=", ".join(kind))
            hint = suggestion(text, kind)
            self._problems.append(Problem(place, sentence + (f" ({hint})" if hint else "")))
            return None


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return “did you mean …?” with the word of `known` that looks like `word`, or empty text."""
    by_small = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold(), by_small, n=1)
    return _("did you mean “{word}”?").format(word=by_small[close[0]]) if close else ""


def _is(value: object, kind: type) -> bool:
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
    return isinstance(value, kind) and (kind is not int or not isinstance(value, bool))


def _within(number: float, least: float, most: float) -> str:
    return _("{number:g} is not between {least:g} and {most:g}").format(number=number, least=least, most=most)
