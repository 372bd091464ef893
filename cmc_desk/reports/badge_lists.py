"""The lists on the back of a badge: contacts with their numbers, the agenda with its times, in columns where there are several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from cmc_desk.reports.badge_words import printable
from cmc_desk.reports.typesetting import elided, missing_glyphs, text_width, wrapped
from cmc_desk.rules.fitting import STEP, Room

Row = tuple[str, str]
Block = tuple[Row, ...]
_LEADING = 1.22
_ABOVE_HEADING = 0.5
_BELOW_TITLE = 0.35
_GAP = 0.7
_BETWEEN = 1.8
_WIDEST_LEFT = 0.5
_LONG_LEFT = 0.3


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line of a list: where its baseline begins below and right of the top left corner of the box, in points."""

    x: float
    y: float
    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class ListSetting:
    """A list as it is set; see `Fitted`, and the letters that no font has.

    `shortened` is how many of its texts end in an ellipsis, `left_out` are the days or contacts for which there is no room.
    """

    size: float
    lines: tuple[ListLine, ...]
    small: bool = False
    cut: bool = False
    missing: str = ""
    shortened: int = 0
    left_out: tuple[str, ...] = ()


@dataclass(slots=True)
class _Entry:
    """A row as it is set: its left and right lines; only what stands under a heading may be shortened."""

    left: list[str]
    right: list[str]
    below: bool = False
    heading: bool = False
    under_heading: bool = False
    shortened: bool = False

    @property
    def count(self) -> int:
        return len(self.left) + len(self.right) if self.below else max(len(self.left), len(self.right))


@lru_cache(maxsize=64)
def set_list(title: str, rows: tuple[Row, ...], room: Room, columns: int = 1) -> ListSetting:
    """Return how a list is set in `room` at the largest size at which all of it fits.

    What belongs together stands in one column: a heading with its rows, or a row that has no heading. If not everything
    fits at the smallest size, the longest texts below headings are shortened; if that does not help, whole days or contacts
    are left out from the end, and what is kept is set as large as it can be. A contact is never shortened: half a number
    is a wrong one. `cut` is a list of which not even the first day fits.
    """
    missing = "".join(dict.fromkeys("".join(missing_glyphs(text, bold=True) for text in (title, *sum(rows, ())))))
    if missing:
        title, rows = printable(title, bold=True), tuple((printable(one), printable(other)) for one, other in rows)
    blocks = _blocks(rows)
    setting = _set(title, blocks, room, columns)
    kept = len(blocks)
    while setting is None and kept > 1:
        kept -= 1
        setting = _set(title, blocks[:kept], room, columns)
    if setting is None:
        setting = _cut(title, blocks, room)
    return replace(setting, missing=missing, left_out=tuple(block[0][0] for block in blocks[kept:]))


def _blocks(rows: Sequence[Row]) -> list[Block]:
    found: list[list[Row]] = []
    for row in rows:
        if found and row[1] and not found[-1][0][1]:
            found[-1].append(row)
        else:
            found.append([row])
    return [tuple(block) for block in found]


def _set(title: str, blocks: Sequence[Block], room: Room, columns: int) -> ListSetting | None:
    """Return the blocks at the largest size at which all of them fit, shortened at the smallest one, or None."""
    for size in _sizes(room):
        sheet = _Sheet(title, blocks, size, room, columns)
        if sheet.fits():
            return ListSetting(size, tuple(sheet.lines()), small=size < room.comfortable)
    sheet = _Sheet(title, blocks, room.smallest, room, columns)
    shortened = sheet.shorten()
    if not sheet.fits():
        return None
    return ListSetting(room.smallest, tuple(sheet.lines()), small=room.smallest < room.comfortable, shortened=shortened)


def _sizes(room: Room) -> Iterator[float]:
    size = room.size
    while size > room.smallest:
        yield size
        size -= STEP
    yield room.smallest


def _cut(title: str, blocks: Sequence[Block], room: Room) -> ListSetting:
    sheet = _Sheet(title, blocks[:1], room.smallest, room, 1)
    sheet.shorten()
    lines = list(sheet.lines())
    kept = [line for line in lines if line.y + room.smallest * 0.25 <= room.height]
    if kept:
        kept = [line for line in kept if line.y < kept[-1].y] + [ListLine(0, kept[-1].y, "…")]
    return ListSetting(room.smallest, tuple(kept), small=room.smallest < room.comfortable, cut=bool(lines))


class _Sheet:
    """A list at one size: its blocks in columns that are as level as can be."""

    def __init__(self, title: str, blocks: Sequence[Block], size: float, room: Room, columns: int) -> None:
        self._size, self._room = size, room
        self._title = wrapped(title, size, room.width, bold=True)
        count = max(1, min(columns, len(blocks)))
        between = size * _BETWEEN
        self._step = (room.width + between) / count
        self._width = self._step - between
        self._top = (len(self._title) * _LEADING + _BELOW_TITLE) * size if self._title else 0.0
        rows = [row for block in blocks for row in block]
        indent, below = _indent(rows, size, self._width)
        self._indent = indent
        self._columns = _in_columns(
            [[self._entry(row, below=below, day=block) for row in block] for block in blocks], count
        )

    def fits(self) -> bool:
        """Say whether everything is within the room."""
        return all(self._top + self._height(column) <= self._room.height for column in self._columns)

    def shorten(self) -> int:
        """Take lines from the longest texts of each column that is too long; return how many texts were shortened."""
        for column in self._columns:
            for length in range(max((len(entry.right) for entry in column), default=1), 1, -1):
                for entry in reversed(column):
                    if self._top + self._height(column) <= self._room.height:
                        break
                    if len(entry.right) == length and entry.under_heading:
                        self._take_a_line(entry)
        return sum(entry.shortened for column in self._columns for entry in column)

    def lines(self) -> Iterator[ListLine]:
        """Yield the lines, column by column from the top."""
        size, rise = self._size, self._size * (_LEADING - 1)
        for number, text in enumerate(self._title, start=1):
            yield ListLine(0, number * size * _LEADING - rise, text, bold=True)
        for place, column in enumerate(self._columns):
            x, y = place * self._step, self._top
            for number, entry in enumerate(column):
                y += self._above(entry, first=not number)
                for line, text in enumerate(entry.left, start=1):
                    yield ListLine(x, y + line * size * _LEADING - rise, text, bold=entry.heading)
                start = 1 + (len(entry.left) if entry.below else 0)
                beside = x + (0.0 if entry.below else self._indent)
                for line, text in enumerate(entry.right, start=start):
                    yield ListLine(beside, y + line * size * _LEADING - rise, text, bold=entry.below)
                y += self._high(entry)

    def _entry(self, row: Row, *, below: bool, day: Block) -> _Entry:
        left, right = row
        size, width = self._size, self._width
        if not right:
            return _Entry(wrapped(left, size, width, bold=True), [], heading=True)
        if below:
            return _Entry(wrapped(left, size, width), wrapped(right, size, width, bold=True), below=True)
        return _Entry(
            wrapped(left, size, self._indent - size * _GAP / 2),
            wrapped(right, size, width - self._indent),
            under_heading=row is not day[0],
        )

    def _take_a_line(self, entry: _Entry) -> None:
        *kept, last, rest = entry.right
        # What stands on the last line is the text up to where it is cut, not two words and an ellipsis.
        entry.right = [*kept, elided(f"{last} {rest}", self._size, self._width - self._indent)]
        entry.shortened = True

    def _height(self, column: Sequence[_Entry]) -> float:
        return sum(self._above(entry, first=not number) + self._high(entry) for number, entry in enumerate(column))

    def _above(self, entry: _Entry, *, first: bool) -> float:
        return self._size * _ABOVE_HEADING if entry.heading and not first else 0.0

    def _high(self, entry: _Entry) -> float:
        return entry.count * self._size * _LEADING + (self._size * _BELOW_TITLE if entry.below else 0.0)


def _indent(rows: Sequence[Row], size: float, width: float) -> tuple[float, bool]:
    """Return how far right the second texts begin, and whether they stand below the first ones instead."""
    pairs = [(text_width(left, size), text_width(right, size)) for left, right in rows if right]
    widest = max((left for left, _right in pairs), default=0.0)
    # Names of contacts are long, times are not; a number that is broken in two is easily misread.
    below = widest > width * _LONG_LEFT and any(widest + size * _GAP + right > width for _left, right in pairs)
    beside = width - max((right for _left, right in pairs), default=0.0)
    return min(widest + size * _GAP, max(beside, width * _WIDEST_LEFT)), below


def _in_columns(blocks: Sequence[list[_Entry]], columns: int) -> list[list[_Entry]]:
    """Return the entries of the blocks in at most so many columns, of which the longest is as short as can be."""
    lengths = [sum(entry.count for entry in block) for block in blocks]
    sums = sorted({end - start for end in accumulate(lengths) for start in (0, *accumulate(lengths)) if end > start})
    for most in sums:
        found: list[list[_Entry]] = []
        filled = most + 1
        for block, length in zip(blocks, lengths, strict=True):
            if length > most:
                break
            if filled + length > most:
                found.append([])
                filled = 0
            found[-1] += block
            filled += length
        else:
            if len(found) <= columns:
                return found
    return []
