"""In which line of a TOML text each key stands, which the standard library does not tell."""

import re
from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass, field

Place = tuple[str | int, ...]

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BETWEEN = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SCALAR = re.compile(r"[^,\]}#\r\n]+")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2}(?!"))'
    r"|'''.*?'''(?:'{0,2}(?!'))"
    r'|"(?:\\.|[^"\\])*"'
    r"|'[^']*'",
    re.DOTALL,
)
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)


def locate(text: str) -> dict[Place, int]:
    """Return the line (from 1) of every table, key and element of `text`, which has to be TOML that was read already.

    A place holds keys and numbers within lists (from 0): `("days", 0, "items", 2, "starts")`.
    """
    walk = _Walk(text, breaks=[found.start() for found in re.finditer("\n", text)])
    walk.document()
    return walk.lines


def line_of(lines: Mapping[Place, int], place: Place) -> int:
    """Return the line of `place`, or of the nearest thing around it if it is not there; 0 if there is none."""
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place, 0)


@dataclass
class _Walk:
    """One walk through a text; `table` is the place of the table whose header was passed last."""

    text: str
    breaks: list[int]
    at: int = 0
    table: Place = ()
    lines: dict[Place, int] = field(default_factory=dict)
    lengths: dict[Place, int] = field(default_factory=dict)

    def document(self) -> None:
        self.skip()
        while self.at < len(self.text):
            if self.text.startswith("[", self.at):
                self.header()
            else:
                self.pair(self.table)
            self.skip()

    def header(self) -> None:
        start, doubled = self.at, self.text.startswith("[[", self.at)
        self.at += 2 if doubled else 1
        keys = self.dotted_key()
        self.skip()
        self.at += 2 if doubled else 1
        place: Place = ()
        for key in keys:
            place = (*self.inside(place), key)
            self.mark(place, start)
        if doubled:
            self.lengths[place] = self.lengths.get(place, 0) + 1
            place = self.inside(place)
            self.mark(place, start)
        self.table = place

    def inside(self, place: Place) -> Place:
        """Return `place`, or its last element if it is a list of tables."""
        return (*place, self.lengths[place] - 1) if place in self.lengths else place

    def pair(self, table: Place) -> None:
        start, place = self.at, table
        for key in self.dotted_key():
            place = (*place, key)
            self.mark(place, start)
        self.skip()
        self.at += 1
        self.value(place)

    def value(self, place: Place) -> None:
        self.skip()
        if self.text.startswith("[", self.at):
            self.elements(place)
        elif self.text.startswith("{", self.at):
            self.pairs(place)
        else:
            found = _STRING.match(self.text, self.at) or _SCALAR.match(self.text, self.at)
            self.at = found.end() if found else self.at + 1

    def elements(self, place: Place) -> None:
        index = 0
        while self.goes_on("]"):
            self.mark((*place, index), self.at)
            self.value((*place, index))
            index += 1

    def pairs(self, place: Place) -> None:
        while self.goes_on("}"):
            self.pair(place)

    def goes_on(self, end: str) -> bool:
        """Pass an opening bracket or a comma, and the closing bracket; return whether there is something before that."""
        self.skip()
        if not self.text.startswith(end, self.at):
            self.at += 1
            self.skip()
        if not self.text.startswith(end, self.at):
            return self.at < len(self.text)
        self.at += 1
        return False

    def dotted_key(self) -> list[str]:
        keys = []
        while True:
            self.skip()
            quoted = _STRING.match(self.text, self.at)
            found = quoted or _BARE_KEY.match(self.text, self.at)
            if found is None:
                raise ValueError("not a text that tomllib reads")
            keys.append(_unquoted(found[0]) if quoted else found[0])
            self.at = found.end()
            self.skip()
            if not self.text.startswith(".", self.at):
                return keys
            self.at += 1

    def skip(self) -> None:
        found = _BETWEEN.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def mark(self, place: Place, at: int) -> None:
        self.lines.setdefault(place, bisect(self.breaks, at) + 1)


def _unquoted(quoted: str) -> str:
    if quoted.startswith("'"):
        return quoted[1:-1]
    return _ESCAPE.sub(
        lambda found: chr(int(found[1] or found[2], 16)) if not found[3] else _ESCAPES[found[3]], quoted[1:-1]
    )
