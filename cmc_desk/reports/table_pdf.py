"""A table that is no plan on the pages of a PDF, with what is added to it underlined and what is removed struck."""

from collections.abc import Sequence

from cmc_desk.reports.page import Pages
from cmc_desk.reports.run_lines import LineNumbers, Styled, styled, write_runs
from cmc_desk.reports.run_table import Para, RunTable
from cmc_desk.reports.table_shares import column_shares
from cmc_desk.rules.redline import Run
from cmc_desk.rules.table_text import TrackedRow
from cmc_desk.rules.tracked_text import Stretch
from cmc_desk.rules.word_difference import Kept

_SIZE = 9.5


def write_table(
    pages: Pages, rows: Sequence[TrackedRow], *, label: str = "", numbers: LineNumbers | None = None
) -> None:
    """Write the rows of a table where `pages` stands, below its number if it has one."""
    if label:
        write_runs(pages, (Styled(label),), size=_SIZE, keep=4)
    pages.rule("line")
    table = RunTable(pages, [("", share) for share in column_shares(rows)], size=_SIZE, numbers=numbers)
    for row in rows:
        table.row([[Para(styled(tuple(map(_run, cell))), _SIZE)] if cell else [] for cell in row.cells])


def _run(one: Stretch) -> Run:
    kept = Kept.REMOVED if one.removed is not None else Kept.ADDED if one.inserted is not None else Kept.SAME
    return Run(one.text, kept)
