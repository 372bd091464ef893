"""The list of a travel agency: a workbook, a text table, or what was pasted out of a mail."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from cmc_desk.exchange.separated import separated_rows
from cmc_desk.exchange.tables import read_sheets
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_values import Cell
from cmc_desk.rules.agent_lines import AgentRow, AgentSheet, columns_of, heading_row
from cmc_desk.rules.agent_text import first_meant, has_flight_lines, rows_of
from cmc_desk.rules.importing import column_letters
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.table_layout import Sheet

MOST_PASTED = 200_000
_GUARDED = ("'=", "'+", "'-", "'@")


def read_agent_sheet(path: Path) -> AgentSheet:
    """Return the list in a workbook or a text table; sheets without its headings are passed over, and a text may be of a reservation system.

    Raises Refusal if there is no such list, or if the file is not safe to open; Unavailable if it cannot be read now.
    """
    sheets = [sheet for sheet in read_sheets(path) if sheet.visible]
    return _listed(path.name, sheets)


def read_agent_text(text: str) -> AgentSheet:
    """Return the list in a text that was pasted: a table copied from a workbook or a mail, or lines of a reservation system.

    Raises Refusal if there is no list in it.
    """
    source = _("pasted text")
    if not text.strip():
        raise Refusal(_("Nothing was pasted: copy the list of the agency first."), field="text")
    if len(text) > MOST_PASTED:
        raise Refusal(_("This is far more than a list of flights: paste the list alone."), field="text")
    lines = text.splitlines()
    if has_flight_lines(lines):
        return AgentSheet(source, rows_of(lines))
    return _listed(source, [Sheet(name="", rows=separated_rows(text.encode("utf-8", "replace")))])


def _listed(source: str, sheets: Sequence[Sheet]) -> AgentSheet:
    rows = [row for sheet in sheets for row in _rows(sheet, several=len(sheets) > 1)]
    if rows:
        return AgentSheet(source, tuple(rows))
    lines = [" ".join(cells) for sheet in sheets for _number, cells in sheet.rows]
    if has_flight_lines(lines):
        return AgentSheet(source, rows_of(lines))
    if meant := first_meant(lines):
        raise Refusal(meant, field="path")
    raise Refusal(
        _(
            "“{source}” is no list of flights: no row has headings such as Name, Flight, From, To, Date, and no line reads as BW 415 05DEC POS KIN 0705 0930."
        ).format(source=source),
        field="path",
    )


def _rows(sheet: Sheet, *, several: bool) -> list[AgentRow]:
    place = heading_row([cells for _number, cells in sheet.rows])
    if place is None:
        return []
    columns = columns_of(sheet.rows[place][1])
    return [
        AgentRow(_where(sheet, number, several=several), _cells(sheet, number, cells, columns))
        for number, cells in sheet.rows[place + 1 :]
        # A list that was printed and scanned repeats its headings on every page.
        if heading_row([cells]) is None and any(_text(cells, column) for column in columns.values())
    ]


def _cells(sheet: Sheet, number: int, cells: Sequence[str], columns: Mapping[str, int]) -> dict[str, Cell]:
    return {
        field: Cell(_text(cells, place), f"{column_letters(place + sheet.first_column)}{number}")
        for field, place in columns.items()
    }


def _text(cells: Sequence[str], place: int) -> str:
    text = cells[place].strip() if place < len(cells) else ""
    # The apostrophe that keeps a spreadsheet program from taking a text for a formula is not part of it.
    return text[1:] if text.startswith(_GUARDED) else text


def _where(sheet: Sheet, number: int, *, several: bool) -> str:
    if several:
        return _("{sheet}, row {row}").format(sheet=sheet.name, row=number)
    return _("row {row}").format(row=number)
