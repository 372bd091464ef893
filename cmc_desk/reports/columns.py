"""Groups of short entries in columns of equal length, so that no entry is cut and no heading stands alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cmc_desk.reports.page import INKS, LEADING, MM, Pages
from cmc_desk.reports.typesetting import draw_text, text_width, wrapped

_GAP = 9 * MM


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an entry; `aside` stands at the right edge of the column, and `text` has to leave it room."""

    text: str
    size: float
    bold: bool = False
    tone: str = "ink"
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Lines that stay together, with room before them unless they begin a column."""

    lines: tuple[Line, ...]
    before: float = 0

    @property
    def height(self) -> float:
        """How high the lines are."""
        return sum(line.size * LEADING for line in self.lines)


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Entries under a head; `again` is the head where the group goes on in another column.

    The first `together` of them are not parted, nor are the last.
    """

    head: Entry
    entries: tuple[Entry, ...]
    again: Entry
    together: int = 3


@dataclass(frozen=True, slots=True)
class _Atom:
    """What is never parted; `tied` to what follows it, and what is repeated if a column begins with it."""

    entry: Entry
    tied: bool
    again: Entry | None


def column_width(pages: Pages, columns: int = 2) -> float:
    """Return how wide a column is."""
    return (pages.width - _GAP * (columns - 1)) / columns


def folded(
    words: str, size: float, width: float, *, bold: bool = False, tone: str = "ink", aside: str = ""
) -> tuple[Line, ...]:
    """Return words as the lines into which they fall in a column, `aside` beside the first; none if there are no words."""
    room = width - (text_width(aside, size) + size if aside else 0)
    lines = wrapped(words, size, room, bold=bold)
    return tuple(Line(line, size, bold, tone, "" if place else aside) for place, line in enumerate(lines))


def write_columns(pages: Pages, groups: Iterable[EntryGroup], *, columns: int = 2) -> None:
    """Write groups down the columns of this page and of as many more as it needs; the last columns are of equal length."""
    atoms = _all_atoms(groups)
    start, fresh = 0, pages.y >= pages.top
    while start < len(atoms):
        room = pages.y - pages.bottom
        ends = _filled(atoms, start, room, columns)
        if ends[-1] == len(atoms):
            ends = _filled(atoms, start, _least_height(atoms, start, room, columns), columns)
        elif ends[0] == start and fresh:
            ends = _filled(atoms, start, room, columns, forced=True)
        if ends[0] > start:
            _draw(pages, atoms, (start, *ends))
            start = ends[-1]
        if start < len(atoms):
            pages.new_page()
            fresh = True


def room_needed(pages: Pages, groups: Iterable[EntryGroup], *, columns: int = 2) -> float | None:
    """Return how high the columns of these groups are, or None if they do not fit on a page of their own."""
    atoms, room = _all_atoms(groups), pages.top - pages.bottom
    if _filled(atoms, 0, room, columns)[-1] < len(atoms):
        return None
    return _least_height(atoms, 0, room, columns)


def least_room(groups: Sequence[EntryGroup]) -> float:
    """Return how much room the beginning of `groups` needs, so that a heading before it does not stand alone."""
    atoms = _all_atoms(groups[:1])
    whole = next((place for place, atom in enumerate(atoms, start=1) if not atom.tied), 0)
    return _height(atoms[:whole]) if atoms else 0.0


def _all_atoms(groups: Iterable[EntryGroup]) -> list[_Atom]:
    return [atom for group in groups for atom in _atoms(group)]


def _atoms(group: EntryGroup) -> Iterator[_Atom]:
    yield _Atom(group.head, tied=bool(group.entries), again=None)
    last = len(group.entries)
    for number, entry in enumerate(group.entries, start=1):
        tied = number < last and (number < group.together or last - number < group.together)
        yield _Atom(entry, tied=tied, again=group.again if number > 1 else None)


def _filled(
    atoms: Sequence[_Atom], start: int, height: float, columns: int, *, forced: bool = False
) -> tuple[int, ...]:
    """Return where each column ends; `forced` puts something into each, even what is too high for it."""
    ends = []
    for _column in range(columns):
        start = _one_column(atoms, start, height, forced=forced)
        ends.append(start)
    return tuple(ends)


def _one_column(atoms: Sequence[_Atom], start: int, height: float, *, forced: bool) -> int:
    end = allowed = start
    used = 0.0
    while end < len(atoms):
        used += _height(atoms[start : end + 1]) if end == start else atoms[end].entry.before + atoms[end].entry.height
        if used > height + 0.01:
            break
        end += 1
        if not atoms[end - 1].tied:
            allowed = end
    if allowed == start and forced and start < len(atoms):
        return max(end, start + 1)
    return allowed


def _height(atoms: Sequence[_Atom]) -> float:
    """Return the height of a column that begins with these, its first head perhaps repeated."""
    again = atoms[0].again
    height = again.height + atoms[0].entry.before if again else 0.0
    return height + atoms[0].entry.height + sum(atom.entry.before + atom.entry.height for atom in atoms[1:])


def _least_height(atoms: Sequence[_Atom], start: int, room: float, columns: int) -> float:
    """Return the least height, to a point, into which the rest fits; it fits into `room`."""
    low, high = 0.0, room
    while high - low > 1:
        middle = (low + high) / 2
        fits = _filled(atoms, start, middle, columns)[-1] == len(atoms)
        low, high = (low, middle) if fits else (middle, high)
    return high


def _draw(pages: Pages, atoms: Sequence[_Atom], ends: Sequence[int]) -> None:
    width = column_width(pages, len(ends) - 1)
    top, lowest = pages.y, pages.y
    for column, (first, last) in enumerate(pairwise(ends)):
        left, y = pages.left + column * (width + _GAP), top
        for place in range(first, last):
            atom = atoms[place]
            if place == first:
                y = _write(pages, atom.again, left, y, width) - atom.entry.before if atom.again else y
            else:
                y -= atom.entry.before
            y = _write(pages, atom.entry, left, y, width)
        lowest = min(lowest, y)
    pages.y = lowest


def _write(pages: Pages, entry: Entry, left: float, y: float, width: float) -> float:
    for line in entry.lines:
        y -= line.size * LEADING
        base = y + line.size * 0.3
        pages.canvas.setFillColor(INKS[line.tone])
        draw_text(pages.canvas, left, base, line.text, line.size, bold=line.bold)
        if line.aside:
            pages.canvas.setFillColor(INKS["slate"])
            draw_text(pages.canvas, left + width, base, line.aside, line.size, side="right")
    return y
