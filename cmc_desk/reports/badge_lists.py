"""The lists on the back of a badge: contacts with their numbers, the agenda with its times."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from cmc_desk.reports.badge_words import printable
from cmc_desk.reports.typesetting import missing_glyphs, text_width, wrapped
from cmc_desk.rules.fitting import STEP, Room

Row = tuple[str, str]
_LEADING = 1.32
_ABOVE_HEADING = 0.5
_BELOW_TITLE = 0.35
_GAP = 0.9
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
    """A list as it is set; see `Fitted`, and the letters that no font has."""

    size: float
    lines: tuple[ListLine, ...]
    small: bool = False
    cut: bool = False
    missing: str = ""


@lru_cache(maxsize=64)
def set_list(title: str, rows: tuple[Row, ...], room: Room) -> ListSetting:
    """Return how a list is set in `room` at the largest size at which all of it fits; the rest is left out if none is."""
    missing = "".join(dict.fromkeys("".join(missing_glyphs(text, bold=True) for text in (title, *sum(rows, ())))))
    if missing:
        title, rows = printable(title, bold=True), tuple((printable(one), printable(other)) for one, other in rows)
    size = room.size
    while True:
        lines, height = _laid(title, rows, size, room.width)
        if height <= room.height or size <= room.smallest:
            break
        size = max(size - STEP, room.smallest)
    kept = [line for line in lines if line.y + size * 0.25 <= room.height]
    cut = len(kept) < len(lines)
    if cut and kept:
        kept = [line for line in kept if line.y < kept[-1].y] + [ListLine(0, kept[-1].y, "…")]
    return ListSetting(size, tuple(kept), small=size < room.comfortable, cut=cut, missing=missing)


def _laid(title: str, rows: Sequence[Row], size: float, width: float) -> tuple[list[ListLine], float]:
    """Return the lines of a list at `size`, and its height."""
    lines: list[ListLine] = []
    y = 0.0
    if title:
        for text in wrapped(title, size, width, bold=True):
            y += size * _LEADING
            lines.append(ListLine(0, y - size * (_LEADING - 1), text, bold=True))
        y += size * _BELOW_TITLE
    pairs = [(text_width(left, size), text_width(right, size)) for left, right in rows if right]
    widest = max((left for left, _right in pairs), default=0.0)
    indent = min(widest + size * _GAP, width * _WIDEST_LEFT) if pairs else 0.0
    # Names of contacts are long, times are not; a number that is broken in two is easily misread.
    below = widest > width * _LONG_LEFT and any(widest + size * _GAP + right > width for _left, right in pairs)
    for left, right in rows:
        if right and below:
            for text, bold in ((left, False), (right, True)):
                for line in wrapped(text, size, width, bold=bold):
                    y += size * _LEADING
                    lines.append(ListLine(0, y - size * (_LEADING - 1), line, bold))
            y += size * _BELOW_TITLE
            continue
        if not right:
            y += size * _ABOVE_HEADING if lines else 0.0
        columns = (
            (wrapped(left, size, indent - size * _GAP / 2), wrapped(right, size, width - indent))
            if right
            else (wrapped(left, size, width, bold=True), [])
        )
        for x, texts in zip((0.0, indent), columns, strict=True):
            lines += [
                ListLine(x, y + (number + 1) * size * _LEADING - size * (_LEADING - 1), text, bold=not right)
                for number, text in enumerate(texts)
            ]
        y += max(map(len, columns)) * size * _LEADING
    return sorted(lines, key=lambda line: line.y), y
