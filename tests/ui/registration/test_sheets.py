"""A sheet that came back is scanned: the window says which one it is and opens where it is entered."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from cmc_desk.rules.sheet_code import SheetCode, SheetPaper
from cmc_desk.ui.registration.attendance_page import AttendancePage
from tests.ui.registration.conftest import Stand

MADE = datetime(2019, 12, 5, 8, 12)  # noqa: DTZ001 - on the clocks of the meeting


def sheet(key: str, delegation: str = "", *, alone: bool = False, paper: SheetPaper = SheetPaper.SIGNATURES) -> str:
    return SheetCode(paper, key, 3, MADE, delegation, alone).text


def said(stand: Stand) -> str:
    message = stand.said[-1]
    return message.before + message.bold + message.after


def attendance(stand: Stand) -> AttendancePage:
    page = stand.page.shown()
    assert isinstance(page, AttendancePage)
    return page


def names(page: AttendancePage) -> list[str]:
    return [line.row.name for line in page.people.table.model_of_rows().rows]


def test_a_sheet_of_one_delegation_opens_its_session_with_that_delegation_alone(stand: Stand) -> None:
    assert stand.page.scanned(sheet("opening", "TT", alone=True))
    page = attendance(stand)
    assert page.people.head.title.text() == "Opening Remarks"
    assert names(page) == ["Arun Muster-Singh", "Keisha Example-Blake", "Devon Sample-Ramlal"]
    assert said(stand) == (
        "Signature sheet: Opening Remarks, Thu 5 Dec 09:00, page 3, Trinidad & Tobago, made Thu 5 Dec 08:12."
        " Mark whoever signed."
    )
    stand.press(Qt.Key.Key_P)
    assert "Attended: Arun Muster-Singh" in said(stand)
    assert stand.answers()[0][0] == "Arun Muster-Singh"


def test_a_sheet_of_all_opens_at_the_delegation_its_page_begins_with(stand: Stand) -> None:
    stand.page.scanned(sheet("opening", "HT"))
    page = attendance(stand)
    assert len(names(page)) == 7
    chosen = page.people.table.current()
    assert chosen is not None
    assert chosen.row.name == "Blaise Sample-Dorval"
    assert ", from Haiti on, made" in said(stand)


@pytest.mark.parametrize("key", ["2019-12-06", "2019-12-06-a-k"])
def test_the_sheet_of_a_day_is_entered_at_its_registration(stand: Stand, key: str) -> None:
    paper = SheetPaper.TICK_LIST if key.endswith("k") else SheetPaper.SIGNATURES
    stand.page.scanned(sheet(key, paper=paper))
    assert attendance(stand).sessions.days.key() == "2019-12-06"
    assert attendance(stand).people.head.title.text() == "Registration"
    words = (
        "Tick list: A–K, Fri 6 Dec, page 3" if paper is SheetPaper.TICK_LIST else "Signature sheet: Fri 6 Dec, page 3"
    )
    assert said(stand).startswith(words)


def test_a_sheet_without_a_day_is_entered_today(stand: Stand) -> None:
    stand.page.scanned("CMC:TICK:L-Z:1")
    assert attendance(stand).sessions.days.key() == "2019-12-05"
    assert said(stand) == "Tick list: L–Z, page 1. Mark whoever was ticked by hand."
    stand.page.scanned("CMC:SIG::1")
    assert said(stand).startswith("Signature sheet: the whole meeting, page 1.")


def test_the_register_of_blank_badges_opens_the_walk_in(stand: Stand) -> None:
    stand.page.scanned(sheet("2019-12-05", paper=SheetPaper.BLANK_BADGES))
    assert stand.page.shown() is stand.page.walk_in
    assert "Enter each person as a walk-in" in said(stand)


def test_a_session_without_attendance_and_one_that_is_not_there_are_refused_with_what_to_do(stand: Stand) -> None:
    desk_view = stand.page.shown()
    stand.page.scanned(sheet("photo"))
    assert "no attendance is taken at “Coffee break and official group photo”" in said(stand)
    stand.page.scanned(sheet("gala-dinner"))
    assert "“gala-dinner”: the agenda of this meeting has no such session" in said(stand)
    stand.page.scanned(sheet("2024-01-01"))
    assert "no such session or day" in said(stand)
    assert stand.page.shown() is desk_view
    assert stand.answers() == [], "no sheet is a badge that was refused"


def test_the_letters_below_the_code_can_be_typed(stand: Stand) -> None:
    stand.page.desk_view.search.field.edit.setText("cmc:sig:opening:2")
    stand.press(Qt.Key.Key_Return)
    assert attendance(stand).people.head.title.text() == "Opening Remarks"
    assert stand.page.desk_view.search.text() == ""
    assert stand.answers() == []


def test_a_scanner_on_a_french_keyboard_is_understood(stand: Stand) -> None:
    stand.page.scanned('C?CMSIGMOPENINGM"')
    assert said(stand).startswith("Signature sheet: Opening Remarks, Thu 5 Dec 09:00, page 3.")
