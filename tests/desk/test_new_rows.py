"""A row that a delegation proposes for a plan keeps its cells: in the matrix, among the proposals, and in the plan once it is accepted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_acts import next_version
from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.desk.matrix_import import import_matrix, matrix_dry_run, read_matrix_file
from cmc_desk.desk.proposals import add_proposal, decide, edit_proposal, merge_proposals, proposal, proposals
from cmc_desk.desk.report import report_tree
from cmc_desk.desk.trying import Trial
from cmc_desk.rules.document_kinds import ProposalAction, ProposalDecision
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_blocks import text_of
from tests.desk.plan_hands import Cells, copied, filled_in, once, with_proposals, workbook

CELLS = (("target", "9"), ("lead", "IOM"), ("timeframe", "2021"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory.mktemp("rows"), with_proposals, "comments-matrix")


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = copied(made, tmp_path)
    yield opened
    opened.close()


def row(desk: Desk, label: str = "2.1", **more: object) -> str:
    """Let Haiti propose a row after one."""
    after = next(one.key for one in desk.read(draft_text, draft="plan").provisions if one.label == label)
    told = {
        "new_text": "States train.",
        "new_cells": CELLS,
        "delegations": ("HT",),
        "action": ProposalAction.INSERT_AFTER,
    }
    return desk.do(add_proposal, draft="plan", provision=after, **told | more)  # type: ignore[arg-type] # what a test wants


def test_cells_are_kept_in_the_order_of_a_plan_and_stand_in_it_once_the_row_is_accepted(desk: Desk) -> None:
    key = row(desk, new_cells=CELLS[::-1])
    assert desk.read(proposal, key=key).new_cells == CELLS
    desk.do(edit_proposal, proposal=key, new_cells=CELLS[1:])
    desk.do(decide, proposal=key, decision=ProposalDecision.ACCEPTED)
    desk.do(next_version, draft="plan")
    now = desk.read(draft_text, draft="plan").provision(key)
    assert now is not None
    assert (now.text, now.cells, now.level) == ("States train.", CELLS[1:], 3)


def test_what_is_no_new_row_of_a_plan_has_no_cells(desk: Desk) -> None:
    with pytest.raises(Refusal, match="Only a new row of a plan has cells of its own"):
        row(desk, action=ProposalAction.MODIFY)
    with pytest.raises(Refusal, match="A plan has no column “colour”"):
        row(desk, new_cells=(("colour", "blue"),))


def test_rows_that_are_merged_have_the_cells_of_all_the_first_before_the_others(desk: Desk) -> None:
    first, second = row(desk, new_cells=CELLS[:2]), row(desk, new_cells=(("lead", "UNHCR"), ("notes", "Soon.")))
    key = desk.do(merge_proposals, proposals=(first, second), text="States train judges.")
    assert desk.read(proposal, key=key).new_cells == (*CELLS[:2], ("notes", "Soon."))


def test_a_matrix_says_the_cells_of_a_row_and_they_come_back_with_it(desk: Desk, tmp_path: Path) -> None:
    row(desk)
    book = workbook(desk, tmp_path, "comments-matrix")
    assert matrix_dry_run(Trial(desk), read_matrix_file(book)).unchanged == 3

    def change(rows: list[Cells]) -> list[Cells]:
        assert [one["Cells of the new row"] for one in rows][-1] == "Target: 9\nLead: IOM\nTimeframe: 2021"
        rows[-1]["Cells of the new row"] = "Lead: UNHCR\nand IOM"
        new: Cells = {
            "Provision": "2.1",
            "Delegations": "HT",
            "Proposed text": "More.",
            "Cells of the new row": "Meta: 3",
        }
        return [*rows, new]

    preview = matrix_dry_run(Trial(desk), read_matrix_file(filled_in(book, "Plan", change)))
    assert preview.problems == ()
    desk.do(import_matrix, new=preview.new, changes=preview.changes, source="")
    third, fourth = desk.read(proposals)[2:]
    assert third.new_cells == (("lead", "UNHCR\nand IOM"),)
    assert (fourth.action, fourth.new_cells) == (ProposalAction.INSERT_AFTER, (("target", "3"),))


def test_a_matrix_that_nobody_touched_moves_no_line_of_a_cell_into_another(desk: Desk, tmp_path: Path) -> None:
    notes = "To be settled:\nStatus: see the letter of IOM"
    key = row(desk, new_cells=(("lead", "JM"), ("notes", notes)))
    book = workbook(desk, tmp_path, "comments-matrix")
    preview = matrix_dry_run(Trial(desk), read_matrix_file(book))
    assert (preview.problems, preview.changes, preview.unchanged) == ((), (), 3)

    def change(rows: list[Cells]) -> list[Cells]:
        rows[-1]["Cells of the new row"] = str(rows[-1]["Cells of the new row"]).replace("JM", "HT")
        return rows

    preview = matrix_dry_run(Trial(desk), read_matrix_file(filled_in(book, "Plan", change)))
    desk.do(import_matrix, new=preview.new, changes=preview.changes, source="")
    assert desk.read(proposal, key=key).new_cells == (("lead", "HT"), ("notes", notes))


def test_cells_that_nobody_knows_are_said(desk: Desk, tmp_path: Path) -> None:
    def change(rows: list[Cells]) -> list[Cells]:
        rows[0]["Cells of the new row"] = "Blue"
        return [
            *rows,
            {"Provision": "2.1", "Delegations": "HT", "Proposed text": "X", "Cells of the new row": "Red: 1"},
        ]

    book = filled_in(tmp_path / "comments-matrix.xlsx", "Plan", change)
    assert [one.partition(": ")[2][:22] for one in matrix_dry_run(Trial(desk), read_matrix_file(book)).problems] == [
        "“Blue” means nothing h",
        "“Red: 1” means nothing",
    ]


def test_a_row_that_nobody_decided_stands_with_its_cells_in_the_plan_as_it_emerged(desk: Desk) -> None:
    row(desk)
    (shown,) = (block for block in desk.read(report_tree).shown if block.key == "annex-clean/plan/table")
    assert "States train.\nTarget: 9\nLead: IOM\nTimeframe: 2021" in text_of(shown)
