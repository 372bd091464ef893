"""A matrix of comments beside what is here: rows without anything, documents by any of their names, provisions as people type them."""

from datetime import UTC, datetime
from gettext import NullTranslations

import pytest

from cmc_desk.rules.document_kinds import Channel, PartyRole, ProposalAction, ProposalType, ProvisionKind
from cmc_desk.rules.drafts import DraftText, Provision
from cmc_desk.rules.matrix_import import column_words, plan_matrix
from cmc_desk.rules.matrix_rows import KnownMatrix, MatrixFile, MatrixPreview, MatrixRow
from cmc_desk.rules.matrix_values import choices
from cmc_desk.rules.proposals import Party, Proposal

NAMED = choices([NullTranslations()], {"haiti": "HT", "aruba": "AW"}.get)
ONE = Provision("p", ProvisionKind.PARAGRAPH, "States meet.", "1", path="1")
AGAIN = Provision("q", ProvisionKind.PARAGRAPH, "They meet again.", "1", path="1")
LONG = "Standard operating modalities of all"
DRAFTS = (
    DraftText("principles", "Guiding principles", "Principles", symbol="CMC/1", provisions=(ONE, AGAIN)),
    DraftText("modalities", LONG, LONG, provisions=(ONE,)),
)
P1 = Proposal(
    "k1",
    1,
    "modalities",
    ProposalAction.MODIFY,
    ProposalType.SUBSTANTIVE,
    Channel.WRITTEN,
    datetime(2019, 12, 5, tzinfo=UTC),
    provision="p",
    base="States meet.",
    new_text="States met.",
    parties=(Party("AW", PartyRole.RESERVATION, "later"),),
)


def planned(*cells: dict[str, str], sheet: str = "All", drafts: tuple[DraftText, ...] = DRAFTS) -> MatrixPreview:
    rows = tuple(MatrixRow(f"row {number}", sheet, one) for number, one in enumerate(cells, 2))
    return plan_matrix(MatrixFile("m.xlsx", rows), KnownMatrix(drafts, {1: P1}), NAMED, zone=UTC)


SAYS = {"delegations": "haiti", "proposed": "More."}


@pytest.mark.parametrize(
    ("cells", "sheet", "draft"),
    [
        ({"document": "cmc/1"}, "All", "principles"),
        ({"document": "Guiding Principles"}, "All", "principles"),
        ({}, "Principles", "principles"),
        ({}, LONG[:31], "modalities"),
    ],
)
def test_a_document_is_known_by_any_of_its_names_and_by_that_of_its_sheet(
    cells: dict[str, str], sheet: str, draft: str
) -> None:
    (new,) = planned(SAYS | cells, sheet=sheet).new
    assert (new.proposal.draft, new.proposal.action, new.proposal.kind) == (
        draft,
        ProposalAction.COMMENT,
        ProposalType.GENERAL,
    )


def test_one_document_needs_no_name_and_of_several_one_is_asked_for() -> None:
    assert planned(SAYS, drafts=DRAFTS[:1]).new[0].proposal.draft == "principles"
    assert planned(SAYS).problems == ("row 2: to which document is it? Write its name.",)
    assert planned(SAYS | {"document": "Odes"}).problems == ("row 2: the meeting has no document “Odes”.",)


def test_a_number_that_several_provisions_have_is_not_guessed_at() -> None:
    (problem,) = planned(SAYS | {"document": "Principles", "provision": "1"}).problems
    assert problem == "row 2: “1” is the number of several provisions of the Principles: write it in full."
    (new,) = planned(SAYS | {"document": "Principles", "provision": "General"}).new
    assert new.proposal.provision == ""


def test_a_row_with_nothing_in_it_is_none_and_one_on_two_sheets_is_one() -> None:
    row = SAYS | {"document": "Principles", "received": "2019-12-04T10:00:00+00:00"}
    preview = planned({"document": "Principles"}, row, row)
    assert [one.proposal.received_at for one in preview.new] == [datetime(2019, 12, 4, 10, tzinfo=UTC)]
    deletes = SAYS | {"document": LONG, "provision": "1", "action": "Delete", "proposed": ""}
    assert planned(deletes).new[0].proposal.action is ProposalAction.DELETE


def test_a_choice_that_nobody_made_and_a_row_without_a_mark_change_what_they_say_otherwise() -> None:
    row = {"number": "P-001", "kind": "", "proposed": "States met.", "reservations": "aruba: later", "rationale": "So."}
    (change,) = planned(row).changes
    assert change.cells == {"rationale": "So."}
    again = {"number": "1", "rationale": "So.", "supporters": "haiti"}
    (both,) = planned(row, again).changes
    assert both.cells == {"rationale": "So.", "supporters": "HT"}
    assert planned({"number": "many"}).problems == ("row 2: there is no proposal many. A new comment has no number.",)


def test_columns_are_called_by_their_headings() -> None:
    assert (column_words("final"), column_words("answer IOM")) == ("Final text", "Response of IOM")
