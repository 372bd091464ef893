"""The table of a plan of action in a Word file, with its heads and as yet no rows."""

from collections.abc import Sequence
from typing import Any

from docx.shared import Mm

from cmc_desk.reports.draft_styles import CELL, make_narrow, set_style
from cmc_desk.reports.plan_columns import PlanColumn, cell_size
from cmc_desk.reports.word import add_table


def plan_table(document: Any, columns: Sequence[PlanColumn]) -> Any:
    """Add the table to a document and return it."""
    table = add_table(document, [one.head for one in columns], [Mm(one.millimetres) for one in columns])
    make_narrow(document, table, cell_size(columns))
    for cell in table.rows[0].cells:
        set_style(cell.paragraphs[0], CELL)
    return table
