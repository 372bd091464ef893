"""The look of the sheets that we give to others: a bold heading row that stays, widths, text that stays text."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cmc_desk.reports.room_for_sheets import room_for_sheets, saved

TEXT_FORMAT = "@"
_READABLE_WIDTH = 190  # characters on a landscape A4 page
_HEADING = PatternFill("solid", start_color="0B5A73")
_HEADING_FONT = Font(bold=True, color="FFFFFF")


def begin_sheet(workbook: Workbook, title: str, headings: Sequence[tuple[str, float]]) -> Worksheet:
    """Add a sheet with `headings` (text and width in characters) in its first row."""
    sheet = workbook.create_sheet(title[:31])
    for column, (heading, width) in enumerate(headings, 1):
        cell = sheet.cell(1, column, heading)
        cell.font, cell.fill = _HEADING_FONT, _HEADING
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    # A wide table goes over several pages beside each other rather than become too small to read.
    sheet.page_setup.fitToWidth = max(1, round(sum(width for _heading, width in headings) / _READABLE_WIDTH))
    return sheet


def write_row(sheet: Worksheet, row: int, texts: Iterable[str]) -> None:
    """Write one row of texts; what begins like a formula stays text."""
    for column, text in enumerate(texts, 1):
        cell = sheet.cell(row, column, text or None)
        if text:
            cell.data_type = "s"
        cell.number_format = TEXT_FORMAT
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def finished(workbook: Workbook, *, title: str, made: datetime | None = None) -> bytes:
    """Return the workbook as a file; `made` is the time that it carries."""
    workbook.properties.title = title
    workbook.properties.creator = "CMC Desk"
    if made is not None:
        # A spreadsheet knows no zones.
        workbook.properties.created = workbook.properties.modified = made.replace(tzinfo=None)
    with room_for_sheets(workbook):
        return saved(workbook)
