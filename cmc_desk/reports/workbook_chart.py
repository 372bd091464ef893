"""The chart of a sheet: drawn by the spreadsheet program from the cells themselves, so that it follows what is changed there."""

from typing import TYPE_CHECKING, Any

from openpyxl.chart import BarChart as Bars
from openpyxl.chart import Reference

from cmc_desk.reports.page import INKS

if TYPE_CHECKING:
    from cmc_desk.reports.workbook import BarChart, Sheet

# The tones of the bars on paper, one after the other.
_TONES = ("edge", "sea", "azure", "indigo", "leaf")
_WIDE, _HIGH = 24, 9


def draw_bars(page: Any, sheet: "Sheet", chart: "BarChart") -> None:
    """Put a chart of groups of bars beneath the rows of a sheet."""
    bars = Bars()
    bars.type, bars.grouping, bars.title = "col", "clustered", chart.title
    bars.width, bars.height = _WIDE, _HIGH
    last = len(sheet.rows) + 1
    places = {column.name: place for place, column in enumerate(sheet.columns, start=1)}
    for name, tone in zip(chart.columns, _TONES, strict=False):
        bars.add_data(Reference(page, min_col=places[name], min_row=1, max_row=last), titles_from_data=True)
        bars.series[-1].graphicalProperties.solidFill = _hex(tone)
    bars.set_categories(Reference(page, min_col=1, min_row=2, max_row=last))
    bars.y_axis.number_format, bars.y_axis.majorGridlines.spPr = "#,##0", None
    # Without this some programs leave the axes away.
    bars.x_axis.delete = bars.y_axis.delete = False
    page.add_chart(bars, f"A{last + 3}")


def _hex(tone: str) -> str:
    return str(INKS[tone].hexval()).removeprefix("0x").upper()
