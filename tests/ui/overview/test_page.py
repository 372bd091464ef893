"""The Overview page: what it shows of a morning, where it leads, what it makes."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cmc_desk.desk import attendance, people
from cmc_desk.desk.overview import overview
from cmc_desk.rules.overview import Complete
from cmc_desk.ui import palette
from cmc_desk.ui.overview.lists import TODO_ROW, TODO_ROWS
from tests.meetings import clock_of, local
from tests.ui.overview.conftest import Organiser
from tests.ui.test_scenes import nameless

Key = Qt.Key


def test_the_page_shows_who_is_there_by_category_and_by_session_on_each_day(organiser: Organiser) -> None:
    page = organiser.page
    assert page.attendance.people.accessibleName() == "present today: 2 / 5"
    assert organiser.bars() == [("Host", 2, 2), ("Delegates", 0, 2), ("Observers", 0, 1)]
    organiser.press(Key.Key_B)
    assert organiser.bars()[:2] == [("08:30 Day1-registration", 2, 5), ("09:00 Opening", 0, 5)]
    organiser.press(Key.Key_D)
    assert page.attendance.people.accessibleName() == "came that day: 0 / 5"
    assert page.attendance.other.accessibleName() == "expected that day: 5"
    organiser.press(Key.Key_D)
    assert page.attendance.other.accessibleName() == "expected Fri 6 Dec: 5"


def test_beside_another_day_stands_who_came_today_with_those_who_have_left_again(organiser: Organiser) -> None:
    first = organiser.desk.read(people.find_people, text="keisha").hits[0]
    organiser.desk.do(attendance.leave, participant=first.id)
    today, second = organiser.desk.read(overview, now=local(0, 10)).days
    assert (today.counts.people.present, len(today.came)) == (1, 2)
    organiser.page.attendance.show_day(replace(second, came=today.came), today, number=2, today=False)
    assert organiser.page.attendance.other.accessibleName() == "came Thu 5 Dec: 2"


def test_delegations_that_are_not_complete_are_told_and_enter_opens_one(organiser: Organiser) -> None:
    page = organiser.page
    assert [(cell.name, cell.complete) for cell in page.delegations.grid.shown()] == [
        ("Haiti", Complete.NONE),
        ("Jamaica", Complete.ALL),
    ]
    assert page.delegations.counts.accessibleName() == "1 complete, 0 in part, 1 missing"
    assert page.delegations.grid.accessibleDescription() == "Haiti: 0 / 2"
    organiser.press(Key.Key_Down)
    organiser.press(Key.Key_Return)
    assert organiser.went == [("registration", "JM")]
    QTest.mouseClick(page.delegations.grid, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert organiser.went[-1] == ("registration", "HT")


def test_of_more_delegations_than_fit_those_that_are_complete_are_left_out_and_counted(organiser: Organiser) -> None:
    grid = organiser.page.delegations.grid
    missing, whole = grid.shown()
    grid.set_cells([whole] * 60 + [missing])
    shown = grid.shown()
    assert len(shown) < 61
    assert shown[0] is missing
    assert not grid.grab().isNull()


def test_what_is_to_be_done_has_the_room_that_delegations_leave_and_says_how_much_of_it_is_seen(
    organiser: Organiser,
) -> None:
    pane = organiser.page.delegations
    _missing, whole = pane.grid.shown()
    rows = [replace(pane.todo.rows()[0], key=str(number)) for number in range(8)]
    pane.show_todo(rows)
    assert (pane.todo.height(), pane.todo_head.right.text()) == (8 * TODO_ROW, "8 lines")
    pane.show_cells([whole] * 27)
    seen = pane.todo.height() // TODO_ROW
    assert TODO_ROWS < seen < 8
    assert pane.todo_head.right.text() == f"{seen} of 8 seen"
    assert len(pane.grid.shown()) == 27
    pane.todo.setFocus()
    organiser.press(Key.Key_Down)
    organiser.press(Key.Key_End)
    assert pane.todo.current() == rows[-1]
    pane.show_cells([whole] * 60)
    assert pane.todo.height() == TODO_ROWS * TODO_ROW


def test_an_act_of_the_desk_is_seen_and_a_hidden_page_reads_nothing(organiser: Organiser) -> None:
    page, desk = organiser.page, organiser.desk
    page.hide()
    before = page.facts
    anais = desk.read(people.find_people, text="anais").hits[0].id
    desk.do(attendance.check_in, participant=anais)
    assert page.facts is before
    page.show()
    assert page.attendance.people.accessibleName() == "present today: 3 / 5"
    desk.do(attendance.leave, participant=anais)
    # What comes within a second of a reading is read with whatever else comes.
    assert page.attendance.people.accessibleName() == "present today: 3 / 5"
    page.reader._on_rested()
    assert page.attendance.people.accessibleName() == "present today: 2 / 5"
    assert page.arrivals.head.subtitle.text() == "half the room by 09:12, 1 has left"


def test_a_file_that_is_gone_is_told_once_and_the_page_shows_what_it_knew(organiser: Organiser) -> None:
    page, path = organiser.page, organiser.desk.store.path
    path.rename(path.with_name("gone.cmc"))
    page.reader.read(frozenset({"*"}))
    page.reader._on_rested()
    assert ["moved" in one.before + one.after + one.bold for one in organiser.said] == [True]
    assert page.attendance.people.accessibleName() == "present today: 2 / 5"
    path.with_name("gone.cmc").rename(path)
    page.reader._on_rested()
    page.reader._on_rested()
    assert len(organiser.said) == 1


def test_as_time_goes_on_the_curve_and_the_drift_go_on_and_nothing_is_read(organiser: Organiser) -> None:
    page = organiser.page
    before = page.facts
    assert page.arrivals.chart.accessibleName() == "Arrivals: 2 / 5"
    assert [row.label for row in page.drift.rows.rows()][:2] == ["Day1-registration 08:30", "Opening"]
    late = page.drift.rows.rows()[1].line.late
    clock_of(organiser.desk).move_to(local(0, 9, 40))
    page.ticked(organiser.desk.clock.now())
    assert page.facts is before
    assert page.drift.rows.rows()[1].line.late - late == timedelta(minutes=28)
    clock_of(organiser.desk).move_to(local(1, 8, 40))
    page.ticked(organiser.desk.clock.now())
    assert page.facts is not None
    assert page.facts.today == local(1, 8).date()


def test_what_is_to_be_done_leads_to_the_page_where_it_is_done(organiser: Organiser) -> None:
    todo = organiser.page.delegations.todo
    assert [row.words for row in todo.rows()] == ["1 delegation is missing", "2 financed seats have nobody"]
    todo.setFocus()
    todo.step(1)
    organiser.press(Key.Key_Return)
    assert organiser.went[-1][0] in ("registration", "travel")


def test_the_checks_are_asked_one_after_the_other_and_a_scan_answers_the_first(organiser: Organiser) -> None:
    page = organiser.page
    assert organiser.checks()["scanner"] == "not tried today"
    assert not page.scanned("CMC-1")
    organiser.press(Key.Key_C)
    checking = page.doors.checking
    assert checking.head.title.text() == "Scanner"
    assert page.scanned("CMC-1")
    assert organiser.checks()["scanner"] == "good at 09:12"
    assert checking.head.title.text() == "Badge printer"
    organiser.press(Key.Key_Y)
    organiser.press(Key.Key_L)
    assert checking.head.title.text() == "Clock"
    assert checking.time.text() == "09:12:00"
    organiser.press(Key.Key_N)
    organiser.press(Key.Key_Return)
    assert "few words" in checking.problem.text()
    QTest.keyClicks(checking.wrong, "two minutes slow")
    organiser.press(Key.Key_Return)
    assert not checking.isVisible()
    assert organiser.checks()["clock"] == "two minutes slow"
    assert organiser.checks()["printer"] == "no test page today"
    organiser.desk.undo()
    assert organiser.checks()["clock"] == "not compared today"


def test_a_copy_by_hand_goes_where_the_last_one_went_and_the_check_knows_it(
    organiser: Organiser, tmp_path: Path
) -> None:
    page = organiser.page
    page.acts.copy_to(tmp_path / "stick")
    assert organiser.last().startswith("Copied and checked: ")
    organiser.press(Key.Key_U)
    assert len(list((tmp_path / "stick").glob("*.cmc"))) >= 1
    assert page.acts.stick() == tmp_path / "stick"


def test_quick_papers_are_made_into_the_folder_of_the_papers(organiser: Organiser) -> None:
    organiser.press(Key.Key_L)
    organiser.press(Key.Key_E)
    names = sorted(path.name for path in organiser.folder.glob("*.*"))
    assert names == ["everything en v1.xlsx", "participants en v1.pdf"]
    book = load_workbook(organiser.folder / "everything en v1.xlsx")
    titles = [sheet.title for sheet in book]
    assert {"Summary", "People", "Participants", "Seats", "Items", "Register", "Proposals", "About"} <= set(titles)
    assert len(set(titles)) == len(titles)
    assert "Keisha" in [row[2].value for row in book["People"].iter_rows()] + [
        row[1].value for row in book["People"].iter_rows()
    ]


def test_the_charts_are_saved_as_png_svg_and_pdf_on_white_in_either_scheme(organiser: Organiser, qtbot: QtBot) -> None:
    palette.choose(dark=True)
    try:
        with qtbot.waitSignal(organiser.page.acts.charts.ended):
            organiser.press(Key.Key_S)
            assert not organiser.folder.exists(), "one at a turn of the window"
        assert palette.is_dark()
    finally:
        palette.choose(dark=False)
    charts = organiser.folder / "charts"
    names = {path.stem for path in charts.iterdir()}
    assert names == {
        "arrivals 2019-12-05",
        "attendance 2019-12-05",
        "sessions 2019-12-05",
        "agenda 2019-12-05",
        "travel",
    }
    page = PdfReader(charts / "travel.pdf").pages[0]
    assert page.extract_text().split()[:2] == ["Sponsored", "travel"]
    assert (charts / "travel.png").read_bytes().startswith(b"\x89PNG")
    drawing = (charts / "arrivals 2019-12-05.svg").read_text(encoding="utf-8")
    assert "<svg" in drawing
    assert "#ffffff" in drawing


def test_everything_on_the_page_has_a_name_and_every_key_is_told(organiser: Organiser) -> None:
    assert not nameless(organiser.page)
    keys = organiser.page.keys()
    told = {key for key, _words in keys}
    assert {"A", "L", "P", "T", "E", "U", "O", "D", "B", "S", "C"} <= told
