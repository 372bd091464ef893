"""The bars of a plan's calendar that come back: where somebody drew them anew, the timeframe says so in words.

In a table of somebody else a column called 2021 may as well hold money: there what is drawn counts only where no words say when.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from gettext import NullTranslations

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import PlanField
from cmc_desk.rules.drafts import Provision
from cmc_desk.rules.matrix_marks import mark_name, read_mark, said_as
from cmc_desk.rules.plan_columns import INDICATOR_COLUMN, MARK_COLUMN
from cmc_desk.rules.plan_rows import PlanRow
from cmc_desk.rules.timeframes import Span, marked_words, months_in

TIMEFRAME = PlanField.TIMEFRAME.value


def bars(spans: Sequence[Span], columns: Sequence[tuple[int, int]]) -> tuple[bool, ...]:
    """Return which columns of a calendar have a bar."""
    return tuple(any(span.covers(*column) for span in spans) for column in columns)


def is_our_calendar(columns: Container[str]) -> bool:
    """Tell whether a table with these columns of a plan is the calendar of our own workbook; its other sheets have the indicators."""
    return MARK_COLUMN in columns and INDICATOR_COLUMN not in columns


def is_bar(sign: str, *, ours: bool) -> bool:
    """Tell whether what stands in a column of a calendar is a bar: any sign in our own, but no figures in that of somebody else."""
    return bool(sign) and (ours or not any(letter.isdigit() for letter in sign))


def as_drawn(rows: Sequence[PlanRow], texts: NullTranslations) -> tuple[PlanRow, ...]:
    """Return rows with the timeframes that their bars say, where these are others than their words say and may stand for them."""
    return tuple(_as_drawn(row, texts) for row in rows)


def drawn_and_typed(rows: Sequence[PlanRow]) -> Iterator[str]:
    """Yield the rows of our calendar in which somebody wrote both bars and words, and not the same: the words hold."""
    for row in rows:
        if is_our_calendar(row.cells) and (_is_typed(row) or _is_new_with_both(row)) and _is_drawn(row):
            words = _("{where}: bars and words of the timeframe are no longer the same: the words hold.")
            yield words.format(where=row.where)


def timeframe_of(provision: Provision | None) -> tuple[Span, ...]:
    """Return the timeframe of an activity as months; nothing if its words say none."""
    return months_in(provision.said(TIMEFRAME)) if provision is not None else ()


def _as_drawn(row: PlanRow, texts: NullTranslations) -> PlanRow:
    if not _bars_hold(row) or not _is_drawn(row):
        return row
    drawn = marked_words([(first, last) for first, last, marked in row.calendar if marked], texts)
    return replace(row, cells={**row.cells, TIMEFRAME: drawn})


def _bars_hold(row: PlanRow) -> bool:
    """Tell whether bars may become the words: those of a row that was written here and is still in our calendar, else if there are none."""
    if _is_typed(row):
        return False
    return (is_our_calendar(row.cells) and _mark(row) is not None) or not row.cells.get(TIMEFRAME, "").strip()


def _is_new_with_both(row: PlanRow) -> bool:
    return _mark(row) is None and bool(row.cells.get(TIMEFRAME)) and any(marked for *_span, marked in row.calendar)


def _is_drawn(row: PlanRow) -> bool:
    said = months_in(row.cells.get(TIMEFRAME, ""))
    return bars(said, [(first, last) for first, last, _marked in row.calendar]) != tuple(
        marked for _first, _last, marked in row.calendar
    )


def _is_typed(row: PlanRow) -> bool:
    """Tell whether the words of the timeframe were written anew since the row was written here."""
    mark = _mark(row)
    was = mark[1].get(mark_name(TIMEFRAME)) if mark is not None else None
    return was is not None and TIMEFRAME in row.cells and said_as(row.cells[TIMEFRAME]) != was


def _mark(row: PlanRow) -> tuple[str, dict[str, str]] | None:
    return read_mark(row.cells.get(MARK_COLUMN, ""))
