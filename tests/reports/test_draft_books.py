"""The workbooks of the documents read back by another library, and the matrix as a Word file."""

import io
from dataclasses import replace
from gettext import NullTranslations
from typing import Any

from docx import Document
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from python_calamine import CalamineWorkbook

from cmc_desk.reports import comments_matrix, plan_book, proposals_book
from cmc_desk.reports.comments_matrix import CommentsMatrix
from cmc_desk.reports.plan_book import PlanBook
from cmc_desk.reports.proposals_book import ProposalsBook
from cmc_desk.reports.sheet_names import sheet_names
from cmc_desk.rules.document_kinds import Concern, ProposalDecision
from cmc_desk.rules.papers import Format
from cmc_desk.rules.proposals import Concerned
from tests.reports.draft_case import LUCIA, NOW, PROPOSALS, declaration, plan
from tests.reports.reading import IMPRINT

EN = NullTranslations()
MATRIX = CommentsMatrix("en", (declaration(), replace(plan(), proposals=())), ("IOM", "UNHCR", "Jamaica"))


def sheets(data: bytes) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of each sheet by their headings."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    found = {}
    for name in book.sheet_names:
        headings, *rows = book.get_sheet_by_name(name).to_python()
        found[name] = [dict(zip(map(str, headings), row, strict=True)) for row in rows]
    return found


def test_the_matrix_has_a_sheet_for_each_document_one_for_all_and_figures() -> None:
    found = sheets(comments_matrix.render(MATRIX, Format.XLSX, EN, IMPRINT))
    assert list(found) == ["Declaration", "Plan", "All documents", "Figures", "Lists", "About"]
    assert [row["No."] for row in found["All documents"]] == ["P-023", "P-014", "P-017", "P-019", "P-022"]
    assert found["Plan"] == []
    row = found["Declaration"][1]
    assert (row["Current text"], row["Proposed text"]) == (NOW, LUCIA)
    assert (row["Delegations"], row["Supported by"]) == ("Saint Lucia", "Jamaica; Netherlands")
    assert row["Response of IOM"] == "Supported. Matches the June 2019 consultation."
    assert f"{row['Received']:%Y-%m-%d %H:%M}" == "2019-12-06 11:12"
    counted = {(one["Counted by"], one["Document"], one["Entry"]): one["Proposals"] for one in found["Figures"]}
    assert counted["All", "", ""] == 5
    assert counted["Document", "Plan", ""] == 0
    assert counted["Delegation", "", "Netherlands"] == 1
    assert counted["Provision", "Declaration", "3"] == 4


def test_changes_in_a_cell_are_underlined_and_struck_and_the_mark_is_out_of_sight() -> None:
    book = load_workbook(io.BytesIO(comments_matrix.render(MATRIX, Format.XLSX, EN, IMPRINT)), rich_text=True)
    page = book["Declaration"]
    headings = [cell.value for cell in page[1]]
    changes = page.cell(4, headings.index("Changes") + 1).value
    assert isinstance(changes, CellRichText)
    blocks = [one for one in changes if isinstance(one, TextBlock)]
    assert "develop common procedures for" in [one.text.strip() for one in blocks if one.font.strike]
    assert "exchange good practices on" in [one.text.strip() for one in blocks if one.font.u == "single"]
    mark = page.cell(1, headings.index("Mark") + 1).column_letter
    assert page.column_dimensions[mark].hidden
    assert (page.freeze_panes, page.print_title_rows, page.page_setup.orientation) == ("C2", "$1:$1", "landscape")
    offered = {str(one.sqref)[0]: one.formula1 for one in page.data_validations.dataValidation}
    assert any(formula.startswith("='Lists'!$") for formula in offered.values())


def test_who_answers_together_needs_no_column_alone() -> None:
    first, *others = PROPOSALS
    joint = replace(first, responses=(replace(first.responses[0], agency="IOM/UNHCR"),))
    content = replace(MATRIX, drafts=(replace(declaration(), proposals=(joint, *others)),))
    headings = sheets(comments_matrix.render(content, Format.XLSX, EN, IMPRINT))["Declaration"][0]
    assert [one for one in headings if one.startswith("Response of")] == [
        "Response of Jamaica",
        "Response of IOM/UNHCR",
    ]


def test_text_that_looks_like_a_formula_stays_text() -> None:
    first, *others = PROPOSALS
    risky = replace(
        first, rationale="=cmd()", new_text="=1+1\nand so on", concerns=(Concerned(Concern.CONFLICT, ("k017",)),)
    )
    content = replace(MATRIX, drafts=(replace(declaration(), proposals=(risky, *others)),))
    page = load_workbook(io.BytesIO(comments_matrix.render(content, Format.XLSX, EN, IMPRINT)))["Declaration"]
    row = {page.cell(1, place).value: page.cell(3, place) for place in range(1, page.max_column + 1)}
    assert (row["Rationale"].data_type, row["Rationale"].value) == ("s", "=cmd()")
    assert row["Proposed text"].value == "=1+1\nand so on"
    assert row["To know"].value == "In conflict: P-017"


def test_the_matrix_in_word_is_a_table_on_wide_pages_with_the_changes_marked() -> None:
    document = Document(io.BytesIO(comments_matrix.render(MATRIX, Format.DOCX, EN, IMPRINT)))
    page = document.sections[0]
    assert (page.page_width or 0) > (page.page_height or 0)
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells][:4] == ["No.", "Delegations", "Current text", "Proposed text"]
    runs = [run for one in table.rows[3].cells[3].paragraphs for run in one.runs]
    assert "develop common procedures for" in [run.text.strip() for run in runs if run.font.strike]
    assert "subject to" in " ".join(run.text for run in runs if run.font.underline)
    assert "Nothing was proposed." in [one.text for one in document.paragraphs]
    empty = Document(io.BytesIO(comments_matrix.render(CommentsMatrix("en", ()), Format.DOCX, EN, IMPRINT)))
    assert "The meeting has no draft document." in [one.text for one in empty.paragraphs]


def test_a_plan_has_a_sheet_to_print_one_to_filter_and_what_to_look_at() -> None:
    text = plan().text
    data = plan_book.render(PlanBook("en", text, (("p3", ("P-014",)),), ("Jamaica", "IOM")), Format.XLSX, EN, IMPRINT)
    found = sheets(data)
    assert list(found) == ["Plan", "Rows", "Calendar", "To look at", "Lists", "About"]
    first = found["Calendar"][0]
    assert (first["Timeframe"], first["Q1 2020"], first["Q4 2022"]) == ("2020–2022", "■", "■")
    assert "Q1 2023" not in first
    assert "Notes" not in found["Plan"][0]
    first = found["Rows"][0]
    assert (first["Thematic area"], first["Objective"], first["Code"]) == (
        "1 Mobility, disasters and climate",
        "1.1 Safe and regular ways exist",
        "1.1.1",
    )
    assert (first["Indicator"], first["Target"], first["Lead"], first["From proposals"]) == (
        "Number of States with procedures",
        "14",
        "IOM",
        "P-014",
    )
    assert [row["What to look at"] for row in found["To look at"]][:2] == ["has no indicator", "has no timeframe"]
    page = load_workbook(io.BytesIO(data))["Plan"]
    assert sorted(map(str, page.merged_cells.ranges)) == ["A2:A4", "B2:B4", "C2:C3", "D2:D3"]
    assert page.auto_filter.ref is None


def test_the_proposals_are_listed_with_how_they_went_and_who_stands_where() -> None:
    first, second, *others = PROPOSALS
    merged = replace(
        second, decision=ProposalDecision.MERGED, merged_into="k014", item="plan", decision_words="Agreed."
    )
    content = ProposalsBook(
        "en", (replace(declaration(), proposals=(first, merged, *others)),), (("plan", "The plan"),)
    )
    found = sheets(proposals_book.render(content, Format.XLSX, EN, IMPRINT))
    assert list(found) == ["Proposals", "Who stands where", "Answers", "Figures", "About"]
    row = found["Proposals"][1]
    assert (row["No."], row["Merged into"], row["In item"], row["Status"]) == ("P-017", "P-014", "The plan", "Merged")
    assert found["Proposals"][0]["Supporters"] == 2
    assert [one["Delegation"] for one in found["Who stands where"]][:3] == ["Saint Lucia", "Jamaica", "Netherlands"]
    assert [one["Who answers"] for one in found["Answers"]] == ["IOM"]


def test_sheets_have_names_that_spreadsheet_programs_take() -> None:
    long = "Standard Operating Modalities of the Consultations"
    assert sheet_names(["Plan: [draft]", long, long, "About", ""], ["About"]) == (
        "Plan draft",
        "Standard Operating Modalities o",
        "Standard Operating Modalities 2",
        "About 2",
        "1",
    )
