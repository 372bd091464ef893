"""An agenda in a table of somebody else: a workbook of Ontime, the CSV of OpenSlides, our own, or what people write by hand."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from cmc_desk.exchange.tables import read_sheets
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_columns import columns_of, heading_row, is_of_ontime
from cmc_desk.rules.agenda_lines import FileAgenda, FilePart
from cmc_desk.rules.agenda_values import Cell, are_minutes, line_of
from cmc_desk.rules.importing import column_letters
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.table_layout import Sheet

_DAY = re.compile(r"\b(\d{4}-\d{2}-\d{2})\b")
_GUARDED = re.compile(r"'[=@+-]")


def read_agenda_table(path: Path) -> FileAgenda:
    """Return the agenda in a workbook or a text table; sheets without the headings of an agenda are passed over.

    The headings may stand in any row and column. Raises Refusal if there are none, or if the file is not safe to open;
    Unavailable if it cannot be read now.
    """
    sheets = [sheet for sheet in read_sheets(path) if sheet.visible]
    found = [(sheet, part) for sheet in sheets if (part := _part(sheet, several=len(sheets) > 1)) is not None]
    parts = tuple(part for _sheet, part in found if part.lines)
    if not parts:
        raise Refusal(
            _("“{file}” has the headings of an agenda and nothing below them.").format(file=path.name)
            if found
            else _("“{file}” has no agenda: no row has the headings Title and Time Start, End or Duration.").format(
                file=path.name
            )
        )
    return FileAgenda(path.name, _("table"), parts)


def _part(sheet: Sheet, *, several: bool) -> FilePart | None:
    place = heading_row([cells for _number, cells in sheet.rows])
    if place is None:
        return None
    columns = columns_of(sheet.rows[place][1])
    rows = sheet.rows[place + 1 :]
    minutes = is_of_ontime(columns) and are_minutes(
        _text(cells, columns[field]) for _number, cells in rows for field in ("starts", "ends") if field in columns
    )
    lines = (
        line_of(_cells(sheet, number, cells, columns), _where(sheet, number, several=several), minutes=minutes)
        for number, cells in rows
        # A list that was printed and scanned repeats its headings on every page.
        if heading_row([cells]) is None
    )
    return FilePart(sheet.name, tuple(line for line in lines if line is not None), day_in(sheet.name))


def day_in(name: str) -> date | None:
    """Return the day that the name of a sheet or of a rundown tells."""
    found = _DAY.search(name)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def _cells(sheet: Sheet, number: int, cells: Sequence[str], columns: Mapping[str, int]) -> dict[str, Cell]:
    return {
        field: Cell(_text(cells, place), f"{column_letters(place + sheet.first_column)}{number}")
        for field, place in columns.items()
    }


def _text(cells: Sequence[str], place: int) -> str:
    text = cells[place].strip() if place < len(cells) else ""
    # The apostrophe that keeps a spreadsheet program from taking a text for a formula is not part of it.
    return text[1:] if _GUARDED.match(text) else text


def _where(sheet: Sheet, number: int, *, several: bool) -> str:
    if several:
        return _("{sheet}, row {row}").format(sheet=sheet.name, row=number)
    return _("row {row}").format(row=number)
