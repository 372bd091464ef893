"""A plan of action goes out as a workbook, is filled in, and comes back as the next version or as proposals."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_acts import edit_provision
from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.desk.plan_import import (
    import_plan,
    import_plan_proposals,
    plan_preview,
    read_plan_file,
)
from cmc_desk.desk.proposals import proposals
from cmc_desk.rules.document_kinds import PartyRole, ProposalAction
from cmc_desk.rules.plan_rows import PlanPreview
from cmc_desk.rules.refusal import Refusal
from tests.desk.plan_hands import Cells, copied, filled_in, once, with_plan

ROWS = list[Cells]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory.mktemp("plan"), with_plan, "plan-of-action")


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = copied(made, tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def book(desk: Desk, tmp_path: Path) -> Path:
    return tmp_path / "plan-of-action.xlsx"


def sent(desk: Desk, path: Path) -> PlanPreview:
    return desk.read(plan_preview, file=read_plan_file(path), draft="plan")


def says(desk: Desk) -> list[tuple[str, str, dict[str, str]]]:
    return [(one.label, one.text, dict(one.cells)) for one in desk.read(draft_text, draft="plan").provisions]


def fill_in(rows: ROWS) -> ROWS:
    """Write a lead, another text and number, and name the second area otherwise; add a row to an objective and an indicator."""
    rows[0]["Lead"] = "UNHCR"
    rows[1]["Lead"] = "UNHCR"
    rows[1]["Indicator"] = "Officials trained each year"
    rows[2] |= {"Activity": "States publish comparable data.", "Code": "1.1.3"}
    rows[3]["Thematic area"] = "2 Decent work"
    area: Cells = {"Thematic area": "1 Mobility", "Objective": "1.1 Ways are safe"}
    new: Cells = area | {
        "Code": "1.1.4",
        "Activity": "States train officials.",
        "Indicator": "Courses",
        "Target": "9",
        "Lead": "IOM",
    }
    more: Cells = area | {"Code": "1.1.1", "Activity": "States develop common procedures.", "Indicator": "Cases"}
    return [*rows, new, more]


def test_a_plan_that_nobody_touched_changes_nothing(desk: Desk, book: Path) -> None:
    preview = sent(desk, book)
    assert (preview.new, preview.changes, preview.told, preview.problems) == ((), (), (), ())
    assert preview.unchanged == 8
    with pytest.raises(Refusal, match="Nothing in the file differs"):
        desk.do(import_plan, draft="plan", file=read_plan_file(book))


def test_a_plan_that_was_filled_in_is_the_next_version_of_the_draft(desk: Desk, book: Path) -> None:
    before = desk.read(draft_text, draft="plan")
    filled_in(book, "Rows", fill_in)
    preview = sent(desk, book)
    assert preview.problems == ()
    assert [(one.name, one.column) for one in preview.changes] == [
        ("1.1.1", "lead"),
        ("Officials trained", "indicator"),
        ("1.1.2", "activity"),
        ("1.1.2", "code"),
        ("2", "area"),
    ]
    desk.do(import_plan, draft="plan", file=read_plan_file(book), label="Draft 2")
    assert says(desk) == [
        ("", "Plan of action", {}),
        ("1", "Mobility", {}),
        ("1.1", "Ways are safe", {}),
        ("1.1.1", "States develop common procedures.", {"lead": "UNHCR"}),
        ("", "Number of States", {"baseline": "2", "target": "14"}),
        ("", "Officials trained each year", {"target": "120"}),
        ("", "Cases", {}),
        ("1.1.3", "States publish comparable data.", {"timeframe": "2020"}),
        ("1.1.4", "States train officials.", {"lead": "IOM"}),
        ("", "Courses", {"target": "9"}),
        ("2", "Decent work", {}),
        ("2.1", "Skills are recognised.", {}),
    ]
    now = desk.read(draft_text, draft="plan")
    assert {one.key for one in before.provisions} < {one.key for one in now.provisions}
    desk.undo()
    assert desk.read(draft_text, draft="plan") == before


def test_the_sheet_to_print_comes_back_too_its_merged_cells_filled_down(desk: Desk, book: Path) -> None:
    def change(rows: ROWS) -> ROWS:
        rows[1]["Target"] = "150"
        return rows

    (change_of,) = sent(desk, filled_in(book, "Plan", change)).changes
    assert (change_of.where, change_of.name, change_of.column, change_of.after) == (
        "Plan, row 3",
        "Officials trained",
        "target",
        "150",
    )


def test_a_plan_that_a_delegation_filled_in_becomes_its_proposals_cell_by_cell(desk: Desk, book: Path) -> None:
    file = read_plan_file(filled_in(book, "Rows", fill_in))
    desk.do(import_plan_proposals, draft="plan", file=file, delegations=("HT",))
    found = desk.read(proposals)
    assert [(one.action, one.field, one.new_text) for one in found] == [
        (ProposalAction.MODIFY, "lead", "UNHCR"),
        (ProposalAction.MODIFY, "", "Officials trained each year"),
        (ProposalAction.MODIFY, "", "States publish comparable data."),
        (ProposalAction.MODIFY, "", "Decent work"),
        (ProposalAction.INSERT_AFTER, "", "States train officials."),
        (ProposalAction.INSERT_AFTER, "", "Courses"),
        (ProposalAction.INSERT_AFTER, "", "Cases"),
    ]
    assert {one.of(PartyRole.PROPOSER) for one in found} == {("HT",)}
    assert [(one.new_label, one.new_cells) for one in found[4:6]] == [
        ("1.1.4", (("lead", "IOM"),)),
        ("", (("target", "9"),)),
    ]


def test_rows_that_were_taken_out_are_told_and_stay(desk: Desk, book: Path) -> None:
    filled_in(book, "Plan", lambda _rows: [])
    preview = sent(desk, filled_in(book, "Rows", lambda rows: rows[:2]))
    assert preview.told == ("2 rows of the plan are not in the file: they stay as they are.",)
    assert len(preview.provisions) == 9


def test_rows_that_do_not_agree_or_have_no_text_are_told_in_a_sentence_each(desk: Desk, book: Path) -> None:
    def change(rows: ROWS) -> ROWS:
        rows[0]["Lead"], rows[1]["Lead"] = "UNHCR", "Haiti"
        rows[2]["Activity"] = None
        return rows

    preview = sent(desk, filled_in(book, "Rows", change))
    assert preview.problems == (
        "Rows, row 2 and Rows, row 3: “Lead” of 1.1.1 says two things. Write one of them.",
        "Rows, row 4: 1.1.2 has no text any more. What is to go is deleted on the page of the documents.",
    )
    before = says(desk)
    with pytest.raises(Refusal, match="says two things"):
        desk.do(import_plan, draft="plan", file=read_plan_file(book))
    assert says(desk) == before


def test_what_was_changed_here_and_in_the_file_is_nobodys_guess(desk: Desk, book: Path) -> None:
    def change(rows: ROWS) -> ROWS:
        rows[2]["Activity"] = "States publish figures."
        return rows

    filled_in(book, "Rows", change)
    key = next(one.key for one in desk.read(draft_text, draft="plan").provisions if one.label == "1.1.2")
    desk.do(edit_provision, provision=key, text="States publish much.")
    (problem,) = sent(desk, book).problems
    assert "“Activity” of 1.1.2 was changed in the file, and here since the file was written." in problem


def test_a_table_of_somebody_else_is_read_by_its_headings_and_found_by_its_words(desk: Desk, tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Plan de Acción"])
    page.append(["Área temática", "Objetivo", "N.º", "Actividades", "Indicadores", "Meta", "Responsable"])
    page.append(
        ["Mobility", "Ways are safe", "1.1.1", "States develop common procedures.", "Number of States", "20", "OIM"]
    )
    page.append([None, None, None, None, "Cases", "3", None])
    page.append([None, None, "1.1.9", "States meet.", None, None, None])
    page.append([cell.value for cell in page[2]])
    page.append(["Work", None, None, "Skills are recognised.", None, None, None])
    page.merge_cells("A3:A5")
    path = tmp_path / "theirs.xlsx"
    book.save(path)
    preview = sent(desk, path)
    assert preview.problems == ()
    assert [(one.name, one.column, one.after) for one in preview.changes] == [
        ("1.1.1", "lead", "OIM"),
        ("Number of States", "target", "20"),
    ]
    assert [one.text for one in preview.provisions][3:8] == [
        "States develop common procedures.",
        "Number of States",
        "Officials trained",
        "Cases",
        "States publish data.",
    ]
    assert [(one.read.label, one.read.text, one.read.cells) for one in preview.new] == [
        ("", "Cases", (("target", "3"),)),
        ("1.1.9", "States meet.", ()),
    ]
    assert preview.told == ("2 rows of the plan are not in the file: they stay as they are.",)


def test_a_table_without_such_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,Delegation\nKeisha,Jamaica\n", encoding="utf-8")
    with pytest.raises(Refusal, match="is no plan of action"):
        read_plan_file(path)


def test_a_file_in_which_only_numbers_differ_has_nothing_to_propose(desk: Desk, book: Path) -> None:
    def change(rows: ROWS) -> ROWS:
        rows[0]["Code"] = "1.1.9"
        return rows

    file = read_plan_file(filled_in(book, "Rows", change))
    with pytest.raises(Refusal, match="Only numbers differ"):
        desk.do(import_plan_proposals, draft="plan", file=file, delegations=("JM",))


def test_what_looks_like_a_slip_in_a_plan_is_said_in_a_sentence_each(desk: Desk, book: Path) -> None:
    def change(rows: ROWS) -> ROWS:
        rows[0]["Status"], rows[2]["Status"] = "plannd", "En COURS"
        rows[2]["Code"] = "7.7"
        rows[3]["Status"] = "done"
        return [*rows, {name: said for name, said in rows[1].items() if name != "Mark"}]

    preview = sent(desk, filled_in(book, "Rows", change))
    assert preview.problems == ()
    assert preview.told == (
        "Rows, row 4: the code 1.1.2 was typed over with 7.7: that becomes its number.",
        "Rows, row 2: the status “plannd” is none of the list, and is taken as it is written.",
        "Rows, row 6: says the same as Rows, row 3, and is taken once.",
    )
    assert len(preview.provisions) == 9
