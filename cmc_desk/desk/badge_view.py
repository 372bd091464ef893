"""Everything that the Badges view lists, read in one moment beside the window."""

from dataclasses import dataclass

from cmc_desk.desk.badge_choice import in_order
from cmc_desk.desk.badge_ledger import PrintCounts, PrintRun, print_counts, print_runs
from cmc_desk.desk.badge_list import BadgeFilter, BadgeRow, badge_rows
from cmc_desk.desk.beside import reading_beside
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import meeting
from cmc_desk.rules.badge_order import BadgeOrder


@dataclass(frozen=True, slots=True)
class BadgeView:
    """The badges of those who are expected, in the order in which they are printed, and the ledger, newest first."""

    rows: tuple[BadgeRow, ...]
    runs: tuple[PrintRun, ...]
    counts: PrintCounts


def read_badges(desk: Desk, *, order: BadgeOrder) -> BadgeView:
    """Return what the view lists; it may run in any thread."""
    with reading_beside(desk) as session:
        rows = {row.participant: row for row in badge_rows(session, only=BadgeFilter.ALL)}
        language = meeting(session).language
        people = in_order(session, participants=tuple(rows), order=order, language=language)
        return BadgeView(tuple(rows[one] for one in people), print_runs(session), print_counts(session))
