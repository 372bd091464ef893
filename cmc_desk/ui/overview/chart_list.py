"""Which charts of the overview are saved, and how each is painted on paper."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TypeVar

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from cmc_desk.desk.overview import OverviewFacts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_drift import Drift
from cmc_desk.rules.overview_words import closing_words
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import day_words
from cmc_desk.ui.overview import shown as looks
from cmc_desk.ui.overview.arrivals_pane import arrivals_words, curve_of
from cmc_desk.ui.overview.charts import (
    BAR_ROW,
    DRIFT_ROW,
    METER_ROW,
    STAGE_ROW,
    drift_rows,
    paint_bar_row,
    paint_drift_row,
    paint_meter_row,
    paint_stage_row,
)
from cmc_desk.ui.overview.saving_charts import Chart
from cmc_desk.ui.parts.row_list import RowPainter
from cmc_desk.ui.parts.step_chart import paint_curve

Row = TypeVar("Row")
_WIDE = 480


def charts_of(facts: Facts, read: OverviewFacts, drift: Drift, *, day: date, now: datetime) -> tuple[Chart, ...]:
    """Return the charts that say something, as they stand at `now`; those of attendance are of `day`."""
    shown = read.day(day)
    curve, when = shown.curve(now), day_words(day)
    people = shown.counts.people
    arrivals = curve_of(curve)
    beside = f"{when} · {arrivals_words(curve, shown.left)}".removesuffix(" · ")

    def paint_arrivals(painter: QPainter, size: QSize) -> None:
        paint_curve(painter, size, arrivals)

    present = _("{number} of {whole}, {day}").format(number=people.present, whole=people.expected, day=when)
    charts = [
        Chart(f"arrivals {day}", _("Arrivals"), beside, QSize(_WIDE, 250), paint_arrivals),
        _rows(f"attendance {day}", _("Attendance"), present, looks.category_rows(facts, shown), paint_bar_row, BAR_ROW),
        _rows(
            f"sessions {day}",
            _("Attendance by session"),
            when,
            looks.session_rows(facts, shown),
            paint_bar_row,
            BAR_ROW,
        ),
        _rows(
            f"agenda {drift.day}",
            _("Agenda: how far from the plan"),
            closing_words(drift, facts.clock),
            drift_rows(drift.lines),
            paint_drift_row,
            DRIFT_ROW,
        ),
        _rows(
            "travel",
            _("Sponsored travel"),
            looks.agency_words(read.travel),
            looks.stage_rows(facts, read.travel),
            paint_stage_row,
            STAGE_ROW,
        ),
        _rows("documents", _("Draft documents"), "", looks.meter_rows(read.drafts), paint_meter_row, METER_ROW),
    ]
    return tuple(chart for chart in charts if chart.size.height() > 0)


def _rows(key: str, title: str, beside: str, rows: Sequence[Row], paint_row: RowPainter[Row], height: int) -> Chart:
    def paint(painter: QPainter, size: QSize) -> None:
        for place, row in enumerate(rows):
            paint_row(painter, QRectF(0, place * height, size.width(), height), row, False)  # noqa: FBT003 - a RowPainter

    painted: Callable[[QPainter, QSize], None] = paint
    # A margin beneath, where there is something to show.
    return Chart(key, title, beside, QSize(_WIDE, len(rows) * height + 12 if rows else 0), painted)
