"""A chart in a workbook: bars beside each other below the rows that they are drawn from."""

from typing import Any

from cmc_desk.reports.workbook import Bars, Sheet

# In centimetres, as the library has them.
_WIDTH, _HEIGHT = 24, 9


def add_bars(page: Any, sheet: Sheet, bars: Bars) -> None:
    """Add a chart to a sheet that is being written; its figures stay those of the cells."""
    from openpyxl.chart import BarChart, Reference, Series

    names = [column.name for column in sheet.columns]
    last = len(sheet.rows) + 1
    chart = BarChart()
    chart.type, chart.title = "col", bars.title
    chart.width, chart.height = _WIDTH, _HEIGHT
    for name, colour in zip(bars.columns, bars.colours, strict=True):
        place = names.index(name) + 1
        column = sheet.columns[place - 1]
        series = Series(Reference(page, min_col=place, min_row=2, max_row=last), title=column.title)
        series.graphicalProperties.solidFill = colour
        chart.append(series)
    chart.set_categories(Reference(page, min_col=1, min_row=2, max_row=last))
    # Newer versions of the library hide the axes unless they are asked for.
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.numFmt = "#,##0"
    page.add_chart(chart, f"A{last + 3}")
