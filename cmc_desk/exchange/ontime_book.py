"""The agenda as a workbook in the columns of Ontime, a sheet for each day and room."""

import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from cmc_desk.exchange.ontime_entries import Entry, entries
from cmc_desk.exchange.own_sheet import begin_sheet, finished
from cmc_desk.rules.ontime import CUSTOM, HEADER, SHEET
from cmc_desk.rules.published_agenda import Programme, PublishedAgenda, programmes

_WIDTHS = (24, 7, 7, 48, 10, 12, 11, 11, 12, 15, 28, 13, 13, 15, 14, 7)
_CUSTOM_WIDTHS = {"day": 12, "track": 16, "kind": 14, "start_kind": 12, "points": 48, "speakers": 48, "documents": 24}
_USUAL_WIDTH = 13
_CLOCK, _LENGTH = "hh:mm:ss", "[h]:mm:ss"
_WARNING, _DANGER = timedelta(minutes=2), timedelta(minutes=1)
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\'\s]+")
_LONGEST_NAME = 31
_LINE_HEIGHT, _MOST_LINES = 15, 7

_Cell = str | bool | time | timedelta


def ontime_book(agenda: PublishedAgenda, *, made_at: datetime) -> bytes:
    """Return the workbook; the first sheet has the name that Ontime looks for, every time is a time of the spreadsheet."""
    book = Workbook()
    book.remove(book.active)
    headings = list(zip(HEADER, _WIDTHS, strict=True))
    headings += [(label, _CUSTOM_WIDTHS.get(field, _USUAL_WIDTH)) for field, label in CUSTOM]
    for programme in programmes(agenda):
        name = SHEET if not book.worksheets else _free_name(_name(agenda, programme), book)
        sheet = begin_sheet(book, name, headings)
        sheet.row_dimensions[1].height = _LINE_HEIGHT * 2
        for row, entry in enumerate(entries(agenda, programme), 2):
            _write(sheet, row, entry, [width for _heading, width in headings])
        sheet.auto_filter.ref = sheet.dimensions
    if not book.worksheets:
        begin_sheet(book, SHEET, headings)
    return finished(book, title=agenda.title, made=made_at)


def _write(sheet: Worksheet, row: int, entry: Entry, widths: Sequence[float]) -> None:
    cells: list[_Cell] = [
        entry.id,
        entry.flag,
        entry.cue,
        entry.title,
        entry.colour,
        _clock(entry.starts),
        _clock(entry.ends),
        entry.length,
        entry.linked,
        entry.count_to_end,
        entry.note,
        "count-down",
        "none",
        _WARNING,
        _DANGER,
        False,
        *(entry.custom.get(field, "") for field, _label in CUSTOM),
    ]
    # A spreadsheet program does not look for itself how high a row is when it only prints.
    lines = (len(value) // width + 1 for value, width in zip(cells, widths, strict=True) if isinstance(value, str))
    sheet.row_dimensions[row].height = _LINE_HEIGHT * min(max(lines), _MOST_LINES)
    for column, value in enumerate(cells, 1):
        if value == "":
            continue
        cell = sheet.cell(row, column, value)
        cell.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str), horizontal="left")
        if isinstance(value, str):
            # What begins like a formula stays text.
            cell.data_type = "s"
        elif isinstance(value, time):
            cell.number_format = _CLOCK
        elif isinstance(value, timedelta):
            cell.number_format = _LENGTH


def _clock(since_midnight: timedelta) -> time:
    seconds = int(since_midnight.total_seconds())
    return time(seconds // 3600, seconds // 60 % 60, seconds % 60)


def _name(agenda: PublishedAgenda, programme: Programme) -> str:
    room = agenda.room(programme.track)
    return f"{programme.day.isoformat()} {room}" if room else f"{SHEET} {programme.day.isoformat()}"


def _free_name(wanted: str, book: Workbook) -> str:
    """Return a name that a sheet may have and that none has yet: spreadsheets take some letters for their own signs."""
    name = _NOT_IN_A_NAME.sub(" ", wanted)[:_LONGEST_NAME].strip()
    taken = {sheet.title.casefold() for sheet in book.worksheets}
    numbers = (f"{name[: _LONGEST_NAME - 4]} ({number})" for number in range(2, 1000))
    return name if name.casefold() not in taken else next(one for one in numbers if one.casefold() not in taken)
