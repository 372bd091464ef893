"""A table that is no plan in a Word file: as it stands, or with its changes tracked in its cells and by its rows."""

from collections.abc import Sequence
from typing import Any

from docx.shared import Emu

from cmc_desk.reports.draft_facts import printed_label
from cmc_desk.reports.draft_styles import CELL, add_styled, set_style, without_lines
from cmc_desk.reports.table_shares import column_shares
from cmc_desk.reports.tracked_word import Hand, Tracking, track_row, write_stretches
from cmc_desk.reports.word import add_row
from cmc_desk.rules.table_text import TrackedRow, tracked_rows
from cmc_desk.rules.tracked_text import Stretch


def write_table(
    document: Any, rows: Sequence[TrackedRow], tracking: Tracking, *, label: str = "", brackets: str = ""
) -> Any:
    """Write the rows of a table, and return the paragraph of its first cell.

    A `label` stands before a tab in that cell. `brackets` is the hand that puts brackets around everything, if one does.
    """
    shares = column_shares(rows)
    table = document.add_table(rows=0, cols=len(shares))
    table.style = "Table Grid"
    table.autofit = False
    page = document.sections[-1]
    room = page.page_width - page.left_margin - page.right_margin
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Emu(int(room * share))
    first: Any = None
    for place, row in enumerate(rows):
        cells = add_row(table)
        for at, (said, cell) in enumerate(zip(row.cells, cells, strict=True)):
            paragraph = cell.paragraphs[0]
            set_style(paragraph, CELL)
            stretches = list(said)
            if first is None:
                first = paragraph
                number = Stretch(f"{printed_label(label)}\t", row.inserted, row.removed)
                opening = [Stretch("[", brackets)] if brackets else []
                stretches = [*opening, *([number] if label else []), *said]
            if brackets and place == len(rows) - 1 and at == len(row.cells) - 1:
                stretches.append(Stretch("]", brackets))
            write_stretches(paragraph, stretches, tracking)
        track_row(table.rows[-1], tracking, inserted=row.inserted, removed=row.removed)
    # Two tables without anything between them are one.
    without_lines(add_styled(document, CELL))
    return first


def write_plain_table(document: Any, text: str, *, label: str = "") -> Any:
    """Write a table in which nothing is tracked, and return the paragraph of its first cell."""
    return write_table(document, tracked_rows((Stretch(text),)), Tracking(_nobody), label=label)


def _nobody(key: str) -> Hand:
    raise LookupError(key)
