"""From the facts of the overview to the rows of its lists."""

from collections.abc import Callable
from datetime import datetime, timedelta

from cmc_desk.desk.overview import DraftMeter, OverviewFacts
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.delegations import sort_key
from cmc_desk.rules.door_checks import Check
from cmc_desk.rules.overview import Complete, DayAttendance, Todo, TodoKind, completeness
from cmc_desk.rules.overview_words import check_words, meter_words, stage_note, stage_words, todo_words
from cmc_desk.rules.travel_funnel import Funnel, Stage
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import ago_words
from cmc_desk.ui.overview.charts import BarRow, MeterRow, StageRow
from cmc_desk.ui.overview.checks_pane import CheckRow
from cmc_desk.ui.overview.delegation_grid import Cell
from cmc_desk.ui.overview.lists import TodoRow
from cmc_desk.ui.overview.state_counts import StateCount

# Where each is done: the page, what of it, and its icon.
_PLACES: dict[TodoKind, tuple[str, str, str]] = {
    TodoKind.PASSED_OVER: ("agenda", "run", "next"),
    TodoKind.MISSING: ("registration", "attendance", "x"),
    TodoKind.ARRIVALS: ("travel", "arrivals", "plane"),
    TodoKind.TO_PAY: ("travel", "payments", "cash"),
    TodoKind.CREDENTIALS: ("registration", "attendance", "letter"),
    TodoKind.DESK_NOTES: ("registration", "", "pin"),
    TodoKind.SUMMARIES: ("summaries", "readout", "star"),
    TodoKind.PROPOSALS: ("documents", "", "proposal"),
    TodoKind.RECOMMENDATIONS: ("summaries", "approval", "gavel"),
    TodoKind.TASKS: ("summaries", "", "action"),
    TodoKind.SHORT: ("travel", "seats", "ticket"),
}
_URGENT = (TodoKind.PASSED_OVER, TodoKind.MISSING)
PAGE_NAMES = {
    "agenda": N_("Agenda"),
    "registration": N_("Registration"),
    "travel": N_("Travel"),
    "summaries": N_("Summaries"),
    "documents": N_("Documents"),
}


def category_rows(facts: Facts, shown: DayAttendance) -> tuple[BarRow, ...]:
    """Return a bar for each category of which anybody is expected, the largest first."""
    rows = []
    for key, tally in shown.counts.by_category:
        plan = facts.category(key)
        if tally.expected and plan is not None:
            rows.append(BarRow(key, plan.name, tally.present, tally.expected, plan.colour))
    return tuple(sorted(rows, key=lambda row: -row.whole))


def session_rows(facts: Facts, shown: DayAttendance) -> tuple[BarRow, ...]:
    """Return a bar for each session of the day."""
    return tuple(
        BarRow(
            one.key,
            f"{facts.clock(one.starts)} {one.title}",
            one.people.present,
            one.people.expected,
            "leaf",
            one.taken,
            long=True,
        )
        for one in shown.sessions
    )


def cells(facts: Facts, shown: DayAttendance) -> tuple[Cell, ...]:
    """Return the delegations by name."""
    found = [
        Cell(code, facts.delegation_name(code), facts.flag(code), tally, completeness(tally))
        for code, tally in shown.counts.by_delegation
    ]
    return tuple(sorted(found, key=lambda cell: sort_key(cell.name)))


def state_counts(shown: tuple[Cell, ...]) -> tuple[StateCount, ...]:
    """Return how many delegations are complete, in part, and missing."""

    def number(state: Complete) -> int:
        return sum(cell.complete is state for cell in shown)

    return (
        StateCount(_("{number} complete").format(number=number(Complete.ALL)), "disc-check", "leaf"),
        StateCount(_("{number} in part").format(number=number(Complete.PART)), "triangle", "amber"),
        StateCount(_("{number} missing").format(number=number(Complete.NONE)), "octagon", "coral"),
    )


def stage_rows(facts: Facts, found: Funnel) -> tuple[StageRow, ...]:
    """Return the stages of sponsored travel."""
    whole = found.count(Stage.FUNDED)
    return tuple(
        StageRow(
            stage,
            stage_words(stage, facts.meeting.city),
            found.count(stage),
            whole,
            stage_note(found, stage, facts.delegation_name, facts.clock),
            "leaf" if stage is Stage.PAID else "sea",
        )
        for stage in Stage
    )


def agency_words(found: Funnel) -> str:
    """Return how many seats each agency bears."""
    return ", ".join(f"{number} {agency}" for agency, number in found.agencies)


def meter_rows(drafts: tuple[DraftMeter, ...]) -> tuple[MeterRow, ...]:
    """Return how much of each draft is agreed; one without a text is left out."""
    rows = []
    for one in drafts:
        meter = one.meter
        if not meter.whole:
            continue
        pieces = ((meter.agreed, "leaf"), (meter.ad_referendum, "sea"), (meter.bracketed, "amber"))
        words = f"{meter.agreed + meter.ad_referendum}/{meter.whole}   [ ] {meter.brackets}"
        rows.append(MeterRow(one.key, one.title, pieces, meter.whole, words, f"{one.title}: {meter_words(meter)}"))
    return tuple(rows)


def todo_rows(facts: Facts, found: OverviewFacts) -> tuple[TodoRow, ...]:
    """Return what is to be done today."""
    return tuple(_todo(facts, one) for one in found.to_do)


def check_rows(checks: tuple[Check, ...], clock: Callable[[datetime], str]) -> tuple[CheckRow, ...]:
    """Return the checks with their words."""
    return tuple(CheckRow(one, check_words(one, clock, ago_words)) for one in checks)


def is_new_minute(before: datetime | None, now: datetime) -> bool:
    """Tell whether what changes by the minute is to be shown anew."""
    return before is None or now - before >= timedelta(minutes=1) or now.minute != before.minute


def _todo(facts: Facts, one: Todo) -> TodoRow:
    page, place, icon = _PLACES[one.kind]
    words = todo_words(one, facts.clock)
    return TodoRow(one.kind, icon, words, page, _(PAGE_NAMES[page]), place, urgent=one.kind in _URGENT)
