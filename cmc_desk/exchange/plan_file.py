"""A plan of action that comes back as a workbook: our own filled in, or any table with such columns in any of our languages."""

from collections.abc import Sequence
from pathlib import Path

from cmc_desk.exchange.tables import read_sheets
from cmc_desk.i18n import LANGUAGES, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.folding import fold
from cmc_desk.rules.plan_calendar import is_bar, is_our_calendar
from cmc_desk.rules.plan_columns import (
    ACTIVITY_COLUMN,
    CODE_COLUMN,
    LEVELS,
    MARK_COLUMN,
    PLAN_STATES,
    plan_columns,
    plan_heading_names,
)
from cmc_desk.rules.plan_rows import PlanFile, PlanRow
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.table_layout import Sheet, filled_down
from cmc_desk.rules.timeframes import column_months

_SEARCHED = 60
_GUARDED = ("'=", "'+", "'-", "'@")


def read_plan(path: Path) -> PlanFile:
    """Return the rows of every sheet that has the columns of a plan; what was merged stands in each of its rows.

    Raises Refusal if none has, or if the file is not safe to open; Unavailable if it cannot be read now.
    """
    names = plan_heading_names([texts(language) for language in LANGUAGES])
    sheets = [sheet for sheet in read_sheets(path, whole=True) if sheet.visible]
    rows: list[PlanRow] = []
    found = False
    for sheet in sheets:
        table = filled_down(sheet)
        for place, (_number, headings) in enumerate(table[:_SEARCHED]):
            if columns := plan_columns(headings, names):
                found = True
                rows += _rows(sheet, table[place + 1 :], headings, columns, several=len(sheets) > 1)
                break
    if not found:
        raise Refusal(
            _(
                "“{file}” is no plan of action: no row has headings such as Thematic area, Objective, Activity, Indicator and Lead."
            ).format(file=path.name),
            field="path",
        )
    states = dict.fromkeys(fold(texts(language).gettext(word)) for language in LANGUAGES for word in PLAN_STATES)
    return PlanFile(path.name, tuple(rows), tuple(states))


def _rows(
    sheet: Sheet,
    table: Sequence[tuple[int, tuple[str, ...]]],
    headings: Sequence[str],
    columns: dict[str, int],
    *,
    several: bool,
) -> list[PlanRow]:
    found: list[PlanRow] = []
    others = [(at, column_months(one)) for at, one in enumerate(headings) if at not in columns.values()]
    months = [(at, *span) for at, span in others if span is not None]
    ours = is_our_calendar(columns)
    above: dict[str, str] = {}
    for number, cells in table:
        told = {name: _text(cells, place) for name, place in columns.items()}
        if not any(told.values()) or tuple(cells) == tuple(headings):
            continue
        if not told.get(MARK_COLUMN):
            _fill_down(told, above)
        above = {name: told.get(name, "") for name in (*LEVELS, CODE_COLUMN)}
        calendar = tuple((first, last, is_bar(_text(cells, at), ours=ours)) for at, first, last in months)
        found.append(PlanRow(_where(sheet, number, several=several), told, sheet.name, calendar))
    return found


def _fill_down(told: dict[str, str], above: dict[str, str]) -> None:
    """Write into empty cells what stands above them, where the row goes on below it: a name is written once, over all that it is of."""
    same = True
    for place, name in enumerate(LEVELS[:-1]):
        if told.get(name):
            same = same and told[name] == above.get(name)
        elif same and name in told and any(told.get(lower) for lower in LEVELS[place + 1 :]):
            told[name] = above.get(name, "")
            if name == ACTIVITY_COLUMN and not told.get(CODE_COLUMN):
                told[CODE_COLUMN] = above.get(CODE_COLUMN, "")


def _text(cells: Sequence[str], place: int) -> str:
    text = cells[place].strip() if place < len(cells) else ""
    # The apostrophe that keeps a spreadsheet program from taking a text for a formula is not part of it.
    return text[1:] if text.startswith(_GUARDED) else text


def _where(sheet: Sheet, number: int, *, several: bool) -> str:
    if several:
        return _("{sheet}, row {row}").format(sheet=sheet.name, row=number)
    return _("row {row}").format(row=number)
