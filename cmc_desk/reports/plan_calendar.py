"""The calendar of a plan of action: a bar of cells for each activity whose timeframe can be read as months."""

from collections.abc import Sequence
from gettext import NullTranslations

from cmc_desk.reports.workbook import Cell, Sheet, SheetColumn
from cmc_desk.rules.document_kinds import PlanField
from cmc_desk.rules.plan_calendar import bars, timeframe_of
from cmc_desk.rules.plan_columns import ACTIVITY_COLUMN, CODE_COLUMN, MARK_COLUMN, PLAN_HEADINGS
from cmc_desk.rules.plan_lines import PlanLine
from cmc_desk.rules.plan_nodes import line_cells, line_mark
from cmc_desk.rules.timeframes import YEAR, calendar_columns, months_words

BAR = "■"
_TINT = "FF0E6A77"
_BEFORE = (CODE_COLUMN, ACTIVITY_COLUMN, PlanField.LEAD.value, PlanField.TIMEFRAME.value)
_WIDTHS = (8, 44, 18, 16)


def calendar(lines: Sequence[PlanLine], texts: NullTranslations) -> Sheet | None:
    """Return the sheet, each activity once; None if no timeframe says any months."""
    once = {line.activity.key: line for line in reversed(lines) if line.activity is not None}
    activities = [PlanLine(one.area, one.objective, one.activity) for one in reversed(once.values())]
    spans = [timeframe_of(one.activity) for one in activities]
    columns = calendar_columns([span for some in spans for span in some])
    if not columns:
        return None
    rows: list[tuple[Cell, ...]] = []
    for line, some in zip(activities, spans, strict=True):
        said = line_cells(line)
        drawn = (BAR if bar else None for bar in bars(some, columns))
        rows.append((*(said[name] or None for name in _BEFORE), *drawn, line_mark(line)))
    heads = [
        SheetColumn(texts.gettext(PLAN_HEADINGS[name]), name, width, lines=True)
        for name, width in zip(_BEFORE, _WIDTHS, strict=True)
    ]
    heads += [
        SheetColumn(months_words(first, last, texts), f"from {first // YEAR}-{first % YEAR + 1:02}", 7)
        for first, last in columns
    ]
    heads.append(SheetColumn(texts.gettext(PLAN_HEADINGS[MARK_COLUMN]), MARK_COLUMN, 12, hidden=True))
    tints = {BAR: _TINT}
    return Sheet("calendar", texts.gettext("Calendar"), tuple(heads), tuple(rows), frozen=2, tints=tints, tall=True)
