"""The house style of every workbook: sheets of plain data in, an .xlsx or one CSV a sheet out."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from cmc_desk.reports.print_layout import spread
from cmc_desk.reports.room_for_sheets import room_for_sheets, saved
from cmc_desk.rules.word_difference import Kept, Piece


@dataclass(frozen=True, slots=True)
class Redline:
    """A text with changes in it, for a cell: what was added is underlined there, what was removed struck."""

    pieces: tuple[Piece, ...]

    def __str__(self) -> str:
        """Return the text with every change taken, as a file without looks has it."""
        return "".join(piece.text for piece in self.pieces if piece.kept is not Kept.REMOVED)


Cell = str | int | float | Decimal | date | datetime | Redline | None

DAY = "ddd d mmm yyyy"
CLOCK = "hh:mm"
INSTANT = "yyyy-mm-dd hh:mm:ss"
SHARE = "0%"
WHOLE = "0"
TENTHS = "0.0"
# A third decimal only where a currency has one.
MONEY = "#,##0.00#"
FIGURES = (WHOLE, SHARE, TENTHS, MONEY)
_NOT_PRINTED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
_SPACES = re.compile("[\t\n\r\x0b\x0c\x85\u2028\u2029]+")
_NUMBER_OR_TELEPHONE = re.compile(r"[+-]?[\d\s().,/–-]*\d[\d\s().,/–-]*(?:(?:ext?|x)\.?\s*\d+)?", re.IGNORECASE)
_A4 = 9
_LINE_HEIGHT, _MOST_LINES = 15, 7
# No spreadsheet program has higher rows than 409 points.
_MOST_LINES_OF_TALL = 27


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its heading, its name for programs (English, stable), its width in characters, the format of its cells.

    One that stands `with_before` says more of the column before it, and is on the same printed page. A text of several
    paragraphs is one line in a cell, unless the column has `lines`. One that is `hidden` is for whoever reads the file again.
    """

    title: str
    name: str
    width: int = 14
    format: str = ""
    with_before: bool = False
    lines: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells of a column, counted from 1, that are one from row to row, the heading being row 1."""

    first: int
    last: int
    column: int


@dataclass(frozen=True, slots=True)
class BarChart:
    """A chart beneath the rows: a group of bars for each row, called as its first cell, a bar for each of some columns by their names."""

    title: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `frozen` columns stay in sight, the first `totals` rows are bold, `tints` colour cells that are a certain word.

    `choices` offers what can be chosen in a column, by its name: a list of the book as `lists!$A$2:$A$9`; so it does in as many
    `spare` rows below the last. A sheet with `merged` cells cannot be sorted and is not `filtered`. In a sheet of long texts (`tall`) rows are as high as their texts, which stand at the top.
    """

    name: str
    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    frozen: int = 0
    totals: int = 0
    tints: Mapping[str, str] = field(default_factory=dict)
    chart: BarChart | None = None
    merged: tuple[Merged, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)
    spare: int = 0
    tall: bool = False
    filtered: bool = True


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands at the head and foot of every printed page, and in the properties of the file; `made` is naive."""

    title: str
    meeting: str
    made: datetime
    made_by: str
    page: str


def workbook(sheets: Sequence[Sheet], imprint: Imprint) -> bytes:
    """Return the sheets as one .xlsx: bold frozen heading, filter, widths, real dates and numbers, ready to print.

    Text is always text: nothing that begins with = + - @ becomes a formula, and nothing is put before it. Raises Unavailable if there is
    no room for it while it is made.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.title = f"{imprint.title}, {imprint.meeting}"
    book.properties.creator = imprint.made_by
    book.properties.created = book.properties.modified = imprint.made
    with room_for_sheets(book):
        for sheet in sheets:
            _write(book, sheet, imprint)
        return saved(book)


def csv_of(sheet: Sheet) -> bytes:
    """Return a sheet as CSV: UTF-8 with a byte order mark, CRLF, the names for programs as heading.

    Cells that a spreadsheet program would take for a formula get an apostrophe before them.
    """
    content = io.StringIO(newline="")
    writer = csv.writer(content, lineterminator="\r\n")
    writer.writerow([column.name for column in sheet.columns])
    for row in sheet.rows:
        writer.writerow([_csv_cell(cell) for cell in row])
    return content.getvalue().encode("utf-8-sig")


def clean_lines(text: str) -> str:
    """Return `text` without control characters, its paragraphs on lines of their own."""
    return "\n".join(map(clean, text.replace("\r\n", "\n").split("\n")))


def clean(text: str) -> str:
    """Return `text` in one line and without control characters, which no spreadsheet program may be given."""
    if text.isprintable():
        return text
    return _NOT_PRINTED.sub("", _SPACES.sub(" ", text))


def harmless(text: str) -> str:
    """Return `text` so that no spreadsheet program takes it for a formula when it stands in a CSV file.

    What begins with = @ tab or line break gets an apostrophe always; + and - only if it is no number and no telephone.
    """
    risky = text[:1] in ("=", "@", "\t", "\r", "\n")
    if text[:1] in ("+", "-"):
        risky = not _NUMBER_OR_TELEPHONE.fullmatch(text)
    return "'" + text if risky else text


def _csv_cell(cell: Cell) -> str | int | float | Decimal | None:
    if isinstance(cell, str | Redline):
        return harmless(clean(str(cell)))
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    return cell.isoformat() if isinstance(cell, date) else cell


def _write(book: Any, sheet: Sheet, imprint: Imprint) -> None:
    from openpyxl.utils import get_column_letter

    from cmc_desk.reports.workbook_cells import Cells
    from cmc_desk.reports.workbook_chart import draw_bars

    page = book.create_sheet(sheet.title)
    last = get_column_letter(len(sheet.columns))
    for place, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(place)].width = column.width
        page.column_dimensions[get_column_letter(place)].hidden = column.hidden
    page.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}2"
    if sheet.filtered:
        page.auto_filter.ref = f"A1:{last}{len(sheet.rows) + 1}"
    _lay_out(page, sheet, imprint)
    cells = Cells(page, sheet)
    # openpyxl would ask each value what it is, and find out by an exception that it is a cell: half the time that a row takes.
    page._values_to_row = cells.of_row  # noqa: SLF001 - there is no public way past it
    page.append([column.title for column in sheet.columns])
    for number, row in enumerate(sheet.rows, start=2):
        if (lines := min(cells.lines(row), _MOST_LINES_OF_TALL if sheet.tall else _MOST_LINES)) > 1:
            # Before the row is written; a spreadsheet program does not look for itself when it only prints.
            page.row_dimensions[number] = _height(lines)
        page.append(row)
    for merged in sheet.merged:
        letter = get_column_letter(merged.column)
        page.merged_cells.add(f"{letter}{merged.first}:{letter}{merged.last}")
    _offer(page, sheet)
    if sheet.rows:
        _tint(page, sheet, f"A2:{last}{len(sheet.rows) + 1}")
        if sheet.chart is not None:
            draw_bars(page, sheet, sheet.chart)


def _lay_out(page: Any, sheet: Sheet, imprint: Imprint) -> None:
    from openpyxl.utils import get_column_letter

    page.row_dimensions[1].height = _LINE_HEIGHT * max(_lines_of(column) for column in sheet.columns) + 4
    page.print_title_rows = "1:1"
    if sheet.frozen:
        page.print_title_cols = f"A:{get_column_letter(sheet.frozen)}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    spread(
        page,
        [0 if column.hidden else column.width for column in sheet.columns],
        frozen=sheet.frozen,
        with_before=[column.with_before for column in sheet.columns],
    )
    page.print_options.gridLines = True
    page.page_margins.left = page.page_margins.right = 0.4
    page.page_margins.top = page.page_margins.bottom = 0.7
    # In a head or foot & begins a code; doubled it is itself.
    page.oddHeader.left.text = _plain_foot(imprint.meeting)
    page.oddHeader.right.text = _plain_foot(f"{imprint.title} · {sheet.title}")
    page.oddFooter.left.text = _plain_foot(f"{imprint.made:%Y-%m-%d %H:%M} · {imprint.made_by}")
    page.oddFooter.right.text = imprint.page


def _lines_of(column: SheetColumn) -> int:
    # Bold letters are wider than the figures by which a spreadsheet program counts widths.
    lines = sum(-(-len(line) * 5 // (column.width * 4)) or 1 for line in column.title.split("\n"))
    return min(lines, _MOST_LINES)


@cache
def _height(lines: int) -> Mapping[str, str]:
    """Return what the file says of a row of so many lines: one for all rows, where openpyxl would make an object for each."""
    return {"customHeight": "1", "ht": str(_LINE_HEIGHT * lines)}


def _plain_foot(text: str) -> str:
    return clean(text).replace("&", "&&")[:110]


def _offer(page: Any, sheet: Sheet) -> None:
    """Let cells be filled from lists; something else may be typed where a program asks whether it is meant."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for place, column in enumerate(sheet.columns, start=1):
        if column.name in sheet.choices and (sheet.rows or sheet.spare):
            offer = DataValidation(type="list", formula1=f"={sheet.choices[column.name]}", errorStyle="warning")
            letter = get_column_letter(place)
            offer.add(f"{letter}2:{letter}{len(sheet.rows) + 1 + sheet.spare}")
            page.data_validations.append(offer)


def _tint(page: Any, sheet: Sheet, area: str) -> None:
    from openpyxl.formatting.rule import CellIsRule
    from openpyxl.styles import PatternFill

    for word, colour in sheet.tints.items():
        quoted = word.replace('"', '""')
        fill = PatternFill("solid", bgColor=colour)
        page.conditional_formatting.add(area, CellIsRule(operator="equal", formula=[f'"{quoted}"'], fill=fill))
