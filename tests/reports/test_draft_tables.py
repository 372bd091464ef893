"""A table that is no plan goes out as a table, with its changes tracked, and comes back as the text that it was."""

import io

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from cmc_desk.exchange.draft_word import provisions_of, read_draft, to_bring
from cmc_desk.i18n import texts
from cmc_desk.reports.draft_pdf import pdf
from cmc_desk.reports.draft_word import clean, redline
from cmc_desk.rules.document_kinds import ProposalAction, ProvisionKind
from cmc_desk.rules.drafts import Provision
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.redline import View
from cmc_desk.rules.table_text import table_text
from tests.reports.draft_case import proposal
from tests.reports.reading import IMPRINT
from tests.reports.test_draft_word_changes import paper
from tests.reports.word_changes_case import decided

EN = texts("en")
SEATS = "State ¦ Seats\nHaiti ¦ 2 ¶ both financed\nCuba ¦ 3"
TABLE = Provision("t", ProvisionKind.PARAGRAPH, SEATS, "2")
BEFORE, AFTER = (
    Provision("a", ProvisionKind.PARAGRAPH, "Who comes:", "1"),
    Provision("z", ProvisionKind.PARAGRAPH, "So.", "3"),
)
_CELL = st.sampled_from(["Haiti", "[2]", "déjà vu", "", "ليلى", "a ¶ b"])
_ROWS = st.lists(st.lists(_CELL, min_size=2, max_size=3), min_size=1, max_size=3).map(
    lambda rows: table_text([*rows, ["last", "row"]])
)


def rows_of(content: bytes, act: str) -> list[list[str]]:
    """Return the rows of all tables once every change is accepted or rejected."""
    return [[cell.text for cell in row.cells] for one in decided(content, act).tables for row in one.rows]


def wished(new: str = "", action: ProposalAction = ProposalAction.MODIFY, **more: object) -> Proposal:
    return proposal(1, "t", new, "LC", action=action, base=SEATS, **more)


def test_a_table_of_the_draft_is_a_table_in_word_and_the_same_provision_when_it_comes_back() -> None:
    case = paper([BEFORE, TABLE, AFTER], [])
    for content in (redline(case, EN, IMPRINT), clean(case, EN, IMPRINT)):
        (table,) = Document(io.BytesIO(content)).tables
        assert [[cell.text for cell in row.cells] for row in table.rows] == [
            ["2.\tState", "Seats"],
            ["Haiti", "2\nboth financed"],
            ["Cuba", "3"],
        ]
        read = read_draft(content)
        assert [(one.label, one.text) for one in read.provisions] == [("1", "Who comes:"), ("2", SEATS), ("3", "So.")]
        assert provisions_of(read, case.text) == ("a", "t", "z")
        assert read.warnings == ()
        assert [one.replaces for one in to_bring(read, case.text, changes_taken=True)] == ["a", "t", "z"]


@pytest.mark.parametrize(
    ("wish", "accepted"),
    [
        (wished(SEATS.replace("2 ¶", "4 ¶")), [["2.\tState", "Seats"], ["Haiti", "4\nboth financed"], ["Cuba", "3"]]),
        (wished("State ¦ Seats\nCuba ¦ 3\nAruba ¦ 1"), [["2.\tState", "Seats"], ["Cuba", "3"], ["Aruba", "1"]]),
        (wished(action=ProposalAction.DELETE), []),
    ],
)
def test_what_is_proposed_for_a_table_is_tracked_in_its_cells_and_by_its_rows(
    wish: Proposal, accepted: list[list[str]]
) -> None:
    content = redline(paper([BEFORE, TABLE, AFTER], [wish]), EN, IMPRINT)
    assert rows_of(content, "reject")[1:] == [["Haiti", "2\nboth financed"], ["Cuba", "3"]]
    assert rows_of(content, "accept") == accepted


def test_a_table_that_is_proposed_comes_as_one_and_one_in_conflict_stands_in_brackets() -> None:
    new = proposal(2, "a", "x ¦ y\nz ¦ w", "CU", action=ProposalAction.INSERT_AFTER, new_label="1 bis")
    content = redline(paper([BEFORE, AFTER], [new]), EN, IMPRINT)
    assert (rows_of(content, "accept"), rows_of(content, "reject")) == ([["1 bis.\tx", "y"], ["z", "w"]], [])
    assert [(one.label, one.text) for one in read_draft(content).accepted][1] == ("1 bis", "x ¦ y\nz ¦ w")
    rivals = [
        wished(SEATS.replace("Haiti", "Aruba")),
        proposal(2, "t", SEATS.replace("Haiti", "Belize"), "CU", base=SEATS),
    ]
    content = redline(paper([TABLE], rivals), EN, IMPRINT)
    assert rows_of(content, "accept") == [["[2.\tState", "Seats"], ["Aruba", "2\nboth financed"], ["Cuba", "3]"]]
    assert [one.text for one in read_draft(content).accepted] == [
        f"[{SEATS.replace('Haiti', 'Aruba')}]",
        f"[{SEATS.replace('Haiti', 'Belize')}]",
    ]


@given(_ROWS, _ROWS)
@settings(max_examples=8, deadline=None)
def test_whatever_becomes_of_a_table_word_gives_the_right_text(before: str, after: str) -> None:
    was = Provision("t", ProvisionKind.PARAGRAPH, before)
    wishes = [] if before == after else [proposal(1, "t", after, "LC", base=before)]
    read = read_draft(redline(paper([was], wishes), EN, IMPRINT))
    assert [said(one.text) for one in read.provisions] == [said(before)]
    assert [said(one.text) for one in read.accepted] == [said(after)]


def said(text: str) -> list[list[str]]:
    """Return the cells that say anything, row by row, besides rows that are empty."""
    rows = [[" ".join(cell.split()) for cell in line.split("¦")] for line in text.split("\n")]
    return [[*"¦".join(row).rstrip("¦").split("¦")] for row in rows if any(row)]


@pytest.mark.parametrize("view", [View.CLEAN, View.REDLINE])
def test_a_table_is_drawn_as_one_in_a_pdf(view: View) -> None:
    page = PdfReader(
        io.BytesIO(pdf(paper([BEFORE, TABLE, AFTER], [wished(SEATS.replace("3", "5"))]), view, EN, IMPRINT))
    ).pages[0]
    words = page.extract_text()
    assert "both financed" in words
    if view is View.CLEAN:
        assert "¦" not in words
