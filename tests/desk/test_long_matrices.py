"""A matrix with hundreds of rows: each costs as much as it would alone, and whoever saves meanwhile does not wait for what is only tried."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from cmc_desk.db import schema
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.matrix_import import import_matrix
from cmc_desk.desk.proposal_rows import proposal_facts
from cmc_desk.desk.proposals import add_proposals, proposals
from cmc_desk.desk.workbooks_back import look_at
from cmc_desk.rules.document_kinds import ProposalAction, ProvisionKind
from cmc_desk.rules.drafts import ReadProvision
from cmc_desk.rules.matrix_rows import MatrixChange, MatrixPreview
from cmc_desk.rules.proposals import NewProposal
from tests.desk.drafted import KEY, bring, text
from tests.desk.plan_hands import filled_in, with_proposals, workbook
from tests.meetings import open_desk


@contextmanager
def proposals_read() -> Iterator[list[str]]:
    """Count how many rows of proposals are made objects of."""
    read: list[str] = []

    def count(row: schema.Proposal, _context: object) -> None:
        read.append(row.id)

    event.listen(schema.Proposal, "load", count)
    try:
        yield read
    finally:
        event.remove(schema.Proposal, "load", count)


def with_many(folder: Path, number: int) -> Desk:
    """Open a meeting with a draft of so many paragraphs, and a proposal for each."""
    folder.mkdir()
    desk = open_desk(folder)
    bring(
        desk,
        tuple(
            ReadProvision(ProvisionKind.PARAGRAPH, f"States do number {one} well.", f"{one}.") for one in range(number)
        ),
    )
    rows = (
        NewProposal(KEY, ProposalAction.MODIFY, provision=one.key, new_text=f"{one.text} Always.", rationale="Why")
        for one in text(desk).provisions
    )
    desk.do(add_proposals, rows=tuple(rows))
    return desk


@pytest.mark.parametrize(("column", "was", "wanted"), [("rationale", "Why", "Because"), ("status", "open", "accepted")])
def test_twice_as_many_rows_read_twice_as_much(tmp_path: Path, column: str, was: str, wanted: str) -> None:
    costs = []
    for number in (10, 20):
        desk = with_many(tmp_path / str(number), number)
        facts = desk.read(proposal_facts, draft=KEY)
        changes = tuple(MatrixChange("row", one.key, one.name, {column: wanted}, was={column: was}) for one in facts)
        with proposals_read() as read:
            desk.do(import_matrix, new=(), changes=changes, source="matrix.xlsx")
        costs.append(len(read))
        desk.close()
    assert costs[1] <= 2 * costs[0]


def test_a_workbook_is_looked_at_while_somebody_saves_and_leaves_nothing(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    with_proposals(desk)
    book = workbook(desk, tmp_path, "comments-matrix")
    filled_in(book, "Plan", lambda rows: [rows[0] | {"Rationale": "Anew"}, *rows[1:]])
    before = desk.read(proposals)
    # In the same thread: if either had to wait for the other, it would be for ever.
    with desk.store.write():
        found_out = look_at(desk, book, near="plan").preview
    assert isinstance(found_out, MatrixPreview)
    assert [one.cells for one in found_out.changes] == [{"rationale": "Anew"}]
    assert found_out.problems == ()
    assert desk.read(proposals) == before
    desk.close()
