"""Workbooks come back on the page of the documents: the matrix of comments, a plan of action; read row by row, taken over whole or not."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.desk.proposals import proposals
from cmc_desk.rules.document_kinds import PartyRole
from cmc_desk.ui.documents import bring_view
from cmc_desk.ui.documents.workbook_pane import AS_PROPOSALS, AS_VERSION
from cmc_desk.ui.documents.workbook_view import WorkbookView
from tests.desk.plan_hands import Cells, filled_in, with_proposals, workbook
from tests.meetings import open_desk
from tests.ui.documents.stand import ALT, CTRL, Drafter, make_drafter

ROWS = list[Cells]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("books")
    desk = open_desk(folder)
    with_proposals(desk)
    for kind in ("comments-matrix", "plan-of-action"):
        workbook(desk, folder, kind)
    desk.close()
    return folder


@pytest.fixture
def planner(qtbot: QtBot, made: Path, tmp_path: Path) -> Iterator[Drafter]:
    for book in made.glob("*.xlsx"):
        shutil.copyfile(book, tmp_path / book.name)
    drafter = make_drafter(qtbot, made / "m.cmc", tmp_path)
    yield drafter
    drafter.close()


def bring(drafter: Drafter, path: Path, monkeypatch: pytest.MonkeyPatch) -> WorkbookView:
    monkeypatch.setattr(bring_view, "ask_for_file", lambda *_asked: path)
    drafter.press(Qt.Key.Key_I, CTRL)
    part = drafter.page.part
    assert isinstance(part, WorkbookView)
    return part


def comment(rows: ROWS) -> ROWS:
    rows[0]["Proposed text"] = "States share their procedures."
    return [*rows, {**rows[1], "No.": None, "Proposed text": "2022", "Delegations": "Haiti"}]


def lead(rows: ROWS) -> ROWS:
    rows[0]["Lead"] = rows[1]["Lead"] = "UNHCR"
    return rows


def test_a_matrix_that_came_back_is_shown_row_by_row_and_taken_over_in_one_act(
    planner: Drafter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "comments-matrix.xlsx"
    view = bring(planner, path, monkeypatch)
    assert view.pane.kind.text() == "It is a matrix of comments."
    assert view.pane.counts.text() == "0 new · 0 changed · 2 unchanged · 0 refused"
    assert not view.pane.write.isEnabled()
    filled_in(path, "Plan", comment)
    planner.press(Qt.Key.Key_O, CTRL)
    assert [(row.state.text, row.sentence) for row in view.rows] == [
        ("New", "Haiti: “2022”"),
        ("Changed", "P-001 · Proposed text: “States share their procedures.”"),
        ("Unchanged", "1 row is as it was."),
    ]
    planner.press(Qt.Key.Key_Return, CTRL)
    assert planner.proposal(1).new_text == "States share their procedures."
    assert planner.proposal(3).of(PartyRole.PROPOSER) == ("HT",)
    assert planner.last() == "Taken over: 1 new · 1 changed · 1 unchanged · 0 refused · comments-matrix.xlsx"
    planner.press(Qt.Key.Key_Z, CTRL)
    assert len(planner.desk.read(proposals)) == 2


def test_a_row_that_cannot_be_is_said_first_and_nothing_is_taken_over(
    planner: Drafter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(rows: ROWS) -> ROWS:
        rows[0]["Status"] = "Perhaps"
        return rows

    view = bring(planner, filled_in(tmp_path / "comments-matrix.xlsx", "Plan", wrong), monkeypatch)
    assert view.rows[0].state.text == "Refused"
    assert "“Perhaps” means nothing here" in view.rows[0].sentence
    assert view.pane.why.text().startswith("Nothing is taken over while a row is refused")
    planner.press(Qt.Key.Key_Return, CTRL)
    assert planner.page.part is view
    planner.press(Qt.Key.Key_Escape)
    assert planner.page.part is None


def test_a_plan_that_came_back_is_the_next_version(
    planner: Drafter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = bring(planner, filled_in(tmp_path / "plan-of-action.xlsx", "Rows", lead), monkeypatch)
    assert view.pane.kind.text() == "It is a plan of action."
    assert view.rows[0].sentence == "1.1.1, Lead: “IOM” becomes “UNHCR”"
    planner.press(Qt.Key.Key_Return, CTRL)
    text = planner.desk.read(draft_text, draft="plan")
    assert text.version is not None
    assert text.version.number == 2
    assert planner.page.part is None


def test_a_plan_that_came_back_is_a_delegations_proposals_once_somebody_says_whose(
    planner: Drafter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = bring(planner, filled_in(tmp_path / "plan-of-action.xlsx", "Rows", lead), monkeypatch)
    planner.press(Qt.Key.Key_2, ALT)
    assert view.pane.why.text() == "Whose proposals are they? Choose a delegation, or “the secretariat”."
    assert not view.pane.write.isEnabled()
    planner.type("hai")
    planner.press(Qt.Key.Key_Return)
    planner.press(Qt.Key.Key_Return, CTRL)
    one = planner.proposal(3)
    assert (one.field, one.new_text, one.of(PartyRole.PROPOSER)) == ("lead", "UNHCR", ("HT",))
    assert planner.last() == "Added: 1 proposal · plan-of-action.xlsx"


def test_what_taking_over_would_refuse_is_a_row_of_its_own_before_anything_is_written(
    planner: Drafter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(rows: ROWS) -> ROWS:
        rows[0] |= {"Code": "1" * 50, "Lead": "UNHCR"}
        return rows

    view = bring(planner, filled_in(tmp_path / "plan-of-action.xlsx", "Rows", change), monkeypatch)
    assert view.rows[0].state.text == "Refused"
    assert not view.pane.write.isEnabled()
    planner.press(Qt.Key.Key_2, ALT)
    assert "Refused" not in {row.state.text for row in view.rows}
    planner.press(Qt.Key.Key_1, ALT)
    assert view.rows[0].state.text == "Refused"


def test_what_cannot_be_looked_at_once_more_leaves_what_is_shown_and_its_button(
    planner: Drafter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = bring(planner, filled_in(tmp_path / "plan-of-action.xlsx", "Rows", lead), monkeypatch)
    assert view.pane.write.isEnabled()
    away = [(path, path.with_name(f"away {path.name}")) for path in tmp_path.glob("m.cmc*")]
    for path, aside in away:
        path.rename(aside)
    planner.press(Qt.Key.Key_2, ALT)
    for path, aside in away:
        aside.rename(path)
    assert planner.last().startswith("Not read: ")
    assert (view.pane.ways.key(), view.pane.write.text()) == (AS_VERSION, "Take over")
    assert view.pane.write.isEnabled()
    planner.press(Qt.Key.Key_2, ALT)
    assert view.pane.ways.key() == AS_PROPOSALS
    assert view.pane.why.text() == "Whose proposals are they? Choose a delegation, or “the secretariat”."


def test_a_new_row_of_a_plan_is_proposed_with_its_cells(planner: Drafter) -> None:
    planner.page.open_document("plan")
    planner.page.left.list.choose(planner_row(planner))
    planner.press(Qt.Key.Key_N, CTRL)
    form = planner.form
    assert not form.field("cell lead").isVisible()
    form.field("action").editor.setFocus()
    planner.press(Qt.Key.Key_Down)
    assert form.field("cell lead").isVisible()
    for name, words in (("new_text", "States train."), ("cell lead", "IOM")):
        form.field(name).editor.setFocus()
        planner.press(Qt.Key.Key_A, CTRL)
        planner.type(words)
    planner.press(Qt.Key.Key_S, CTRL)
    one = planner.proposal(3)
    assert (one.new_text, one.new_cells) == ("States train.", (("lead", "IOM"),))
    assert any("Lead: IOM" in part.spoken for part in planner.page.text.canvas.parts())
    planner.press(Qt.Key.Key_E)
    assert planner.form.values()["cell lead"] == "IOM"


def planner_row(planner: Drafter) -> str:
    """Return the key of the last activity of the plan."""
    return planner.desk.read(draft_text, draft="plan").provisions[-1].key


def test_a_workbook_that_is_neither_is_refused_in_one_sentence(
    planner: Drafter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Age\nExample,30\n", encoding="utf-8")
    monkeypatch.setattr(bring_view, "ask_for_file", lambda *_asked: path)
    planner.press(Qt.Key.Key_I, CTRL)
    assert "“list.csv” is neither a matrix of comments nor a plan of action" in planner.last()
