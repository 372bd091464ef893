"""A plan of action with proposals in the sample meeting, and its workbooks as somebody fills them in."""

import shutil
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook

from cmc_desk.clock import ManualClock
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_acts import bring_text, found_draft
from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.desk.making_papers import make_paper
from cmc_desk.desk.opening import open_meeting
from cmc_desk.desk.papers_of_documents import PAPERS_OF_DOCUMENTS
from cmc_desk.desk.proposals import add_party, add_proposal, respond
from cmc_desk.rules.document_kinds import (
    DocumentKind,
    PartyRole,
    PlanField,
    ProposalAction,
    ProvisionKind,
)
from cmc_desk.rules.drafts import ACTIVITY, INDICATOR, ReadProvision
from cmc_desk.rules.papers import Ask, Format
from tests.meetings import DESK_A, MORNING, open_desk

KINDS = {kind.key: kind for kind in PAPERS_OF_DOCUMENTS}
ROW, HEADING = ProvisionKind.PLAN_ROW, ProvisionKind.HEADING
PLAN = (
    ReadProvision(ProvisionKind.TITLE, "Plan of action"),
    ReadProvision(HEADING, "Mobility", "1"),
    ReadProvision(HEADING, "Ways are safe", "1.1", 2),
    ReadProvision(ROW, "States develop common procedures.", "1.1.1", ACTIVITY, ((PlanField.LEAD, "IOM"),)),
    ReadProvision(ROW, "Number of States", "", INDICATOR, ((PlanField.BASELINE, "2"), (PlanField.TARGET, "14"))),
    ReadProvision(ROW, "Officials trained", "", INDICATOR, ((PlanField.TARGET, "120"),)),
    ReadProvision(ROW, "States publish data.", "1.1.2", ACTIVITY, ((PlanField.TIMEFRAME, "2020"),)),
    ReadProvision(HEADING, "Work", "2"),
    ReadProvision(ROW, "Skills are recognised.", "2.1", ACTIVITY),
)


def with_plan(desk: Desk) -> dict[str, str]:
    """Bring the plan and two proposals for it; return the keys of its provisions by their numbers."""
    desk.do(found_draft, key="plan", title="Plan of action", short_title="Plan", kind=DocumentKind.PLAN, language="en")
    desk.do(bring_text, draft="plan", provisions=PLAN, label="Draft 1")
    return {one.label: one.key for one in desk.read(draft_text, draft="plan").provisions if one.label}


def with_proposals(desk: Desk) -> dict[str, str]:
    """Bring the plan with P-001 and P-002; return the keys of its provisions."""
    keys = with_plan(desk)
    first = desk.do(
        add_proposal,
        draft="plan",
        action=ProposalAction.MODIFY,
        provision=keys["1.1.1"],
        new_text="States share common procedures.",
        rationale="It is “share” in the consultations.",
        delegations=("HT",),
    )
    desk.do(add_party, proposal=first, delegation="JM", role=PartyRole.SUPPORTER)
    desk.do(respond, proposal=first, agency="IOM", text="Supported.")
    desk.do(
        add_proposal,
        draft="plan",
        action=ProposalAction.MODIFY,
        provision=keys["1.1.2"],
        field=PlanField.TIMEFRAME,
        new_text="2021",
        delegations=("JM",),
    )
    return keys


def workbook(desk: Desk, folder: Path, kind: str, *, language: str = "en") -> Path:
    """Make one of the workbooks as it goes out."""
    return make_paper(desk, KINDS[kind], Ask(language=language), Format.XLSX, folder / f"{kind}.xlsx").path


def once(folder: Path, bring: Callable[[Desk], object], kind: str) -> Path:
    """Make a meeting with a draft and one of its workbooks, for many tests to copy."""
    desk = open_desk(folder)
    bring(desk)
    workbook(desk, folder, kind)
    desk.close()
    return folder


def copied(made: Path, folder: Path) -> Desk:
    """Open a copy of a meeting that was made once; its workbook lies beside it."""
    shutil.copytree(made, folder, dirs_exist_ok=True)
    return open_meeting(folder / "m.cmc", author=DESK_A, secret="", clock=ManualClock(MORNING))


Cells = dict[str, object]


def filled_in(path: Path, sheet: str, change: Callable[[list[Cells]], list[Cells]]) -> Path:
    """Let somebody change the rows of a sheet, each by its headings; what is left of them stands there in their order."""
    book = load_workbook(path, rich_text=True)
    page = book[sheet]
    headings = [str(cell.value) for cell in page[1]]
    for merged in list(page.merged_cells.ranges):
        page.unmerge_cells(str(merged))
    rows = [dict(zip(headings, (cell.value for cell in row), strict=True)) for row in page.iter_rows(min_row=2)]
    wanted = change(rows)
    page.delete_rows(2, len(rows))
    for number, row in enumerate(wanted, start=2):
        for place, heading in enumerate(headings, start=1):
            page.cell(number, place, row.get(heading))
    book.save(path)
    return path
