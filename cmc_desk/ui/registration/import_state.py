"""A list that is being looked at before it is imported: what was read, chosen, planned and decided. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter

from cmc_desk.desk import importing
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.dry_run import ImportPlan, PlannedRow
from cmc_desk.rules.import_decisions import Action, Decisions, action, changes
from cmc_desk.rules.importing import Mapping as Columns
from cmc_desk.rules.importing import RawTable, RowVerdict
from cmc_desk.rules.letting_go import let_go
from cmc_desk.ui.file_import import Told
from cmc_desk.ui.task import Progress

_STEPS = 2


@dataclass(frozen=True)
class OpenList:
    """A list and its dry run: `columns` are targets that somebody chose by hand, `learned` words for delegations likewise."""

    tables: tuple[RawTable, ...]
    plan: ImportPlan
    seconds: float
    columns: Mapping[str, str] = field(default_factory=dict)
    learned: Mapping[str, str] = field(default_factory=dict)
    decisions: Decisions = field(default_factory=dict)

    @property
    def table(self) -> RawTable:
        """The sheet that is looked at."""
        return self.plan.table


@dataclass(frozen=True, slots=True)
class Tally:
    """What an import would do, counted; `writes` is how many people it would add or change."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    to_decide: int = 0
    left_out: int = 0

    @property
    def writes(self) -> int:
        """How many people would be added or changed."""
        return self.new + self.updated


def read(desk: Desk, path: Path, progress: Progress) -> OpenList:
    """Read a file and compare its likeliest list with the meeting."""
    began = perf_counter()
    tables = importing.read_lists(path)
    progress(1, _STEPS)
    plan = importing.plan(desk, tables[0])
    return OpenList(tables, plan, perf_counter() - began)


def at_sheet(desk: Desk, opened: OpenList, place: int) -> OpenList:
    """Look at another sheet of the file."""
    began = perf_counter()
    plan = importing.plan(desk, opened.tables[place], learned=opened.learned)
    return OpenList(opened.tables, plan, perf_counter() - began, learned=opened.learned)


def planned_again(desk: Desk, opened: OpenList) -> OpenList:
    """Compare the same list with the meeting as it is now; a decision stands while its row is what it was."""
    began = perf_counter()
    plan = importing.plan(desk, opened.table, opened.plan.mapping, learned=opened.learned)
    before = {row.row: row.verdict for row in opened.plan.rows}
    kept = {row.row for row in plan.rows if before.get(row.row) is row.verdict}
    decisions = {number: chosen for number, chosen in opened.decisions.items() if number in kept}
    return replace(opened, plan=plan, seconds=perf_counter() - began, decisions=decisions)


def write(desk: Desk, opened: OpenList, nonce: str) -> Told[importing.Imported]:
    """Write what the list brings, and return what came of it with the way to tell the windows."""
    brought = list(changes(opened.plan, opened.decisions))
    told = desk.do_once_apart(
        nonce,
        importing.import_people,
        changes=brought,
        source=opened.table.file_name,
        learned=dict(opened.learned),
        columns=dict(opened.columns),
    )
    let_go(brought)
    return told


def with_target(opened: OpenList, column: int, target: str) -> OpenList:
    """Return the list with another target for a column; whichever column had it is not used any more."""
    targets = ["" if target and old == target else old for old in opened.plan.mapping.targets]
    targets[column] = target
    plan = replace(opened.plan, mapping=Columns(tuple(targets), opened.plan.mapping.source))
    return replace(opened, plan=plan, columns={**opened.columns, opened.table.headings[column]: target})


def with_learned(opened: OpenList, text: str, code: str) -> OpenList:
    """Return the list with a word for a delegation understood."""
    return replace(opened, learned={**opened.learned, text: code})


def counted(opened: OpenList) -> Tally:
    """Count what the import would do; a row that is merged with an earlier one of the list counts with that one."""
    new = updated = unchanged = to_decide = left_out = 0
    written: set[int] = set()
    for row in opened.plan.rows:
        chosen = action(row, opened.decisions)
        if chosen is None:
            to_decide += 1
        elif chosen is Action.SKIP:
            same = row.verdict in (RowVerdict.SAME, RowVerdict.UPDATE)
            unchanged, left_out = unchanged + same, left_out + (not same)
        elif chosen is Action.MERGE and row.of_row in written:
            continue
        elif chosen is Action.NEW or row.match is None:
            new += 1
            written.add(row.row)
        elif row.changing:
            updated += 1
            written.add(row.row)
        else:
            unchanged += 1
    return Tally(new, updated, unchanged, to_decide, left_out)


def lacks_delegation(row: PlannedRow) -> bool:
    """Say whether a row is wrong because nobody has said which delegation its word means."""
    return row.verdict is RowVerdict.ERROR and bool(row.delegation_text) and not row.person.delegation


def wants_somebody(opened: OpenList, row: PlannedRow) -> bool:
    """Say whether somebody can and should decide something about a row."""
    return action(row, opened.decisions) is None or lacks_delegation(row)
