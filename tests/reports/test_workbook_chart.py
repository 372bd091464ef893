"""A sheet with a chart: a bar for each of its columns, drawn from the cells."""

from datetime import datetime
from io import BytesIO

from openpyxl import load_workbook

from cmc_desk.reports.workbook import MONEY, BarChart, Imprint, Sheet, SheetColumn, workbook


def test_the_chart_has_a_bar_for_each_of_its_columns_and_stands_beneath_the_rows() -> None:
    columns = (
        SheetColumn("Agency", "agency"),
        SheetColumn("Budget", "budget", 14, MONEY),
        SheetColumn("Paid", "paid", 14, MONEY),
    )
    rows = (("IOM", 32000, 6998.4), ("UNHCR", 32000, 6528))
    sheet = Sheet("budget", "Budget", columns, rows, chart=BarChart("Costs", ("budget", "paid")))
    made = datetime(2019, 12, 6, 17, 29)  # noqa: DTZ001 - as it is printed
    content = workbook([sheet], Imprint("Costs", "Example meeting", made, "Example", "page 1"))
    (chart,) = load_workbook(BytesIO(content))["Budget"]._charts
    assert [series.val.numRef.f for series in chart.series] == ["'Budget'!$B$2:$B$3", "'Budget'!$C$2:$C$3"]
    assert chart.anchor._from.row == 5
