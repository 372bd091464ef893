"""Where the table lies on a sheet: its heading row under the titles, its columns, and not the note beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.columns import recognise
from cmc_desk.rules.importing import RawTable, column_letters

_SEARCHED_ROWS = 60
_LONGEST_HEADING = 80
# A column beside the recognised ones belongs to the table if so many of the rows have something in it.
_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells of one column that were merged downwards; rows and column are counted from 1."""

    first_row: int
    last_row: int
    column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it was read: row numbers with their cells, the first of which stands in column `first_column`."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    first_column: int = 1
    visible: bool = True
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A table and how many of its headings are certain, which is how much it looks like a list of participants."""

    table: RawTable
    recognised: int


def lay_out(sheet: Sheet, *, file_name: str) -> Layout | None:
    """Return the table of `sheet`, or nothing if the sheet is empty; a table may have headings and no rows.

    The heading row is the one in which most headings are known; a list without one has `heading_row` 0 and its columns
    are called by their letters. Rows that repeat the headings and columns beside the table are left out.
    """
    if not sheet.rows:
        return None
    rows = filled_down(sheet)
    place, recognised = _heading(rows)
    headings = rows[place][1] if place is not None else ()
    below = [row for row in rows[0 if place is None else place + 1 :] if row[1] != headings]
    columns = _columns(headings, [cells for _number, cells in below])
    picked = [(number, tuple(_cell(cells, column) for column in columns)) for number, cells in below]
    filled = tuple(row for row in picked if any(row[1]))
    numbers = tuple(column + sheet.first_column for column in columns)
    table = RawTable(
        file_name=file_name,
        sheet=sheet.name,
        heading_row=0 if place is None else rows[place][0],
        headings=_named([_cell(headings, column) for column in columns], numbers),
        rows=filled,
        columns=numbers,
    )
    return Layout(table, recognised)


def _heading(rows: Sequence[tuple[int, tuple[str, ...]]]) -> tuple[int | None, int]:
    """Return the place of the heading row and how many of its headings are known for certain."""
    searched = rows[:_SEARCHED_ROWS]
    known = [_known_headings(cells) for _number, cells in searched]
    best = max(range(len(searched)), key=lambda place: known[place])
    if any(known[best]):
        return best, known[best][0]
    widest = max(range(len(searched)), key=lambda place: sum(map(bool, searched[place][1])))
    return (None if any(map(_is_data, searched[widest][1])) else widest), 0


def _known_headings(cells: Iterable[str]) -> tuple[int, int]:
    """Return how many fields the cells of a row name for certain, and how many at all: a sentence names some, too."""
    cells = [cell for cell in cells if cell]
    if any(map(_is_data, cells)):
        return 0, 0
    found = [known for cell in cells if len(cell) <= _LONGEST_HEADING and (known := recognise(cell)) is not None]
    return len({known.target for known in found if known.certain}), len({known.target for known in found})


def _is_data(cell: str) -> bool:
    """Return whether a cell is certainly no heading: an address, or a number."""
    return ("@" in cell and " " not in cell) or (len(cell) > 3 and cell.lstrip("+").replace(" ", "").isdigit())


def _columns(headings: Sequence[str], rows: Sequence[tuple[str, ...]]) -> tuple[int, ...]:
    """Return the places of the columns that belong to the table."""
    width = max([len(headings), *map(len, rows)])
    counts = [sum(1 for cells in rows if _cell(cells, column)) for column in range(width)]
    used = [bool(_cell(headings, column) or counts[column]) for column in range(width)]
    known = [column for column in range(width) if _cell(headings, column) and recognise(_cell(headings, column))]
    first, last = (known[0], known[-1]) if known else (0, width - 1)
    while first > 0 and _cell(headings, first - 1):
        first -= 1
    while last < width - 1 and _cell(headings, last + 1):
        last += 1
    enough = max(1.0, len(rows) * _SHARE)
    return tuple(
        column for column in range(width) if used[column] and (first <= column <= last or counts[column] >= enough)
    )


def _named(headings: Sequence[str], columns: Sequence[int]) -> tuple[str, ...]:
    """Give every column a name of its own: the repeated ones a number, the ones without a heading their letter."""
    seen: dict[str, int] = {}
    named = []
    for heading, column in zip(headings, columns, strict=True):
        name = heading or _("Column {letter}").format(letter=column_letters(column))
        seen[name] = seen.get(name, 0) + 1
        named.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(named)


def filled_down(sheet: Sheet) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Return the rows with what was merged downwards written into each of its rows, as a person reads it."""
    if not sheet.merges:
        return sheet.rows
    rows = {number: list(cells) for number, cells in sheet.rows}
    for merge in _apart(sheet.merges):
        place = merge.column - sheet.first_column
        value = _cell(rows.get(merge.first_row, ()), place)
        for number in range(merge.first_row + 1, merge.last_row + 1) if value else ():
            _write(rows, number, place, value)
    return tuple((number, tuple(cells)) for number, cells in rows.items())


def _write(rows: Mapping[int, list[str]], number: int, place: int, value: str) -> None:
    cells = rows.get(number)
    if cells is not None and place < len(cells) and not cells[place]:
        cells[place] = value


def _apart(merges: Iterable[Merge]) -> Iterable[Merge]:
    """Yield the merges that do not overlap, which is all of them unless somebody wishes us ill."""
    ends: dict[int, int] = {}
    for merge in sorted(merges, key=lambda merge: (merge.column, merge.first_row)):
        if merge.first_row > ends.get(merge.column, 0):
            ends[merge.column] = merge.last_row
            yield merge


def _cell(cells: Sequence[str], column: int) -> str:
    return cells[column] if 0 <= column < len(cells) else ""
