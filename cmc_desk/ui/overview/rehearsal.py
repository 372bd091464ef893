"""The Overview brought from state to state for pictures of it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cmc_desk.rules.door_checks import CheckKind
from cmc_desk.ui.parts.printing import KnownPrinter

if TYPE_CHECKING:
    from cmc_desk.ui.overview.page import OverviewPage


def overview_states(page: "OverviewPage") -> Iterator[str]:
    """Yield the name of each state once the page is in it."""
    printing = page.acts.work.printing
    printing.list_printers = lambda: (KnownPrinter("laser", "Office laser", usual=True),)
    yield "overview"
    page.attendance.by.click()
    yield "overview-sessions"
    page.attendance.by.click()
    page.attendance.day.click()
    yield "overview-next-day"
    page.show_day(page.context.facts.day_now(page.context.now()))
    page.doors.check(CheckKind.CLOCK)
    yield "overview-clock"
    page.doors.checking.no.click()
    yield "overview-clock-wrong"
    page.doors.checking.close_again()
    page.checks.look.click()
    page.scanned("CMC-TEST")
    yield "overview-checked"
    page.doors.checking.close_again()
    page.acts.make("participants")
    yield "overview-made"
