"""The Papers page: what the list says, what is shown, what can be asked, what Ctrl+Enter makes."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from cmc_desk.rules.papers import Ask
from cmc_desk.ui import settings, theme
from cmc_desk.ui.short_path import short_path
from tests.meetings import ANDRE, JOSE, KEISHA, enter
from tests.paper_kinds import SHEET
from tests.ui.papers.office import ALT, CTRL, SHIFT, Office, make_office
from tests.ui.test_scenes import nameless

ENTER = Qt.Key.Key_Return


def words(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_the_list_has_its_groups_the_badges_and_every_paper_with_its_state_in_words(office: Office) -> None:
    assert office.rows() == [
        ("At the desk", "", "", ""),
        ("Badges", "", "", "2 to print"),
        ("Sheet of names", "", "", "Not made"),
        ("Attendance workbook", "", "", "Not made"),
        ("Travel", "", "", ""),
        ("Rooms", "", "", "Not made"),
    ]
    assert office.page.list.table.current() is not None


def test_arrows_go_from_paper_to_paper_and_never_to_a_heading(office: Office) -> None:
    table = office.page.list.table
    titles = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, *[Qt.Key.Key_Up] * 4):
        office.press(key)
        row = table.current()
        titles.append(row.title if row else "")
    assert titles == [
        "Attendance workbook",
        "Rooms",
        "Rooms",
        "Attendance workbook",
        "Sheet of names",
        "Badges",
        "Badges",
    ]
    heading = table.visualRect(table.model().index(4, 0)).center()
    office.click(table.viewport(), heading)
    assert table.current() is not None
    assert table.current().title == "Badges"  # type: ignore[union-attr] # just asserted


def test_what_is_shown_before_it_is_made_is_what_would_be_made_and_nothing_is_written(office: Office) -> None:
    assert office.page.preview.view.pages() == 1
    assert office.page.preview.head.title.text() == "Sheet of names"
    assert office.page.preview._line.text() == "Not made yet: this is how it would be"
    assert office.page.side.make.text() == "Make version 1"
    assert office.journal() == []
    assert not office.folder.exists()


def test_ctrl_enter_makes_it_and_the_page_shows_the_very_file(office: Office) -> None:
    office.press(ENTER, CTRL)
    assert office.files() == ["sheet en v1.pdf"]
    assert office.journal() == ["papers.made"]
    assert office.state("Sheet of names") == ("v1", "Current")
    path = office.folder / "sheet en v1.pdf"
    assert office.page.preview.view.content() == path.read_bytes()
    assert office.page.preview._line.text() == "Version 1, as its file is"
    assert office.page.side.make.text() == "Make version 2"
    kind, said = office.last()
    assert kind == "notice"
    assert said == f"Made: Sheet of names, version 1 in {short_path(office.folder)} as sheet en v1.pdf"


def test_only_what_the_paper_heeds_can_be_chosen(office: Office) -> None:
    choices = office.page.side.choices
    assert choices.language.isVisible()
    assert choices.only.isVisible()
    assert choices.final.isVisible()
    assert not choices.second.isVisible()
    assert not choices.at.isVisible()
    abouts = [choices.about.itemText(place) for place in range(choices.about.count())]
    assert abouts[0] == "The whole meeting"
    assert "Thu 09:00 Opening" in abouts
    assert "Day 1" not in abouts, "this paper is not made for a day"


def test_another_choice_is_another_paper_with_versions_of_its_own(office: Office) -> None:
    office.press(ENTER, CTRL)
    choices = office.page.side.choices
    choices.final.choose("final")
    assert office.page.side.make.text() == "Make version 1"
    assert office.page.preview._line.text() == "Not made yet: this is how it would be"
    office.press(ENTER, CTRL)
    assert "Final" in words(office.folder / "sheet final en v1.pdf")
    assert office.state("Sheet of names", "final") == ("v1", "Current")
    row = office.page.list.table.current()
    assert row is not None
    assert row.asked == "final", "what was made is what is chosen"
    choices.final.choose("")
    row = office.page.list.table.current()
    assert row is not None
    assert row.asked == "", "the choice leads back to what was made of it"


def test_home_and_end_choose_the_first_and_the_last_paper(office: Office) -> None:
    table = office.page.list.table
    table.setFocus()
    papers = [row for row in table.model_of_rows().rows if not row.heads]
    for key, paper in ((Qt.Key.Key_End, papers[-1]), (Qt.Key.Key_Home, papers[0])):
        office.press(key)
        assert table.current() == paper


def test_a_delegation_is_chosen_by_hand_and_said_in_the_list(office: Office) -> None:
    combo = office.page.side.choices.only
    combo.setFocus()
    office.press(Qt.Key.Key_End)
    office.press(Qt.Key.Key_Home)
    office.press(Qt.Key.Key_J)
    assert combo.currentText() == "Jamaica"
    combo.picked.emit(combo.key())
    office.press(ENTER, CTRL)
    assert office.state("Sheet of names", "Jamaica") == ("v1", "Current")
    assert office.files() == ["sheet JM en v1.pdf"]


def test_the_same_as_word_keeps_its_number(office: Office) -> None:
    office.press(ENTER, CTRL)
    office.press(Qt.Key.Key_W, CTRL | SHIFT)
    assert office.files() == ["sheet en v1.docx", "sheet en v1.pdf"]
    assert office.state("Sheet of names") == ("v1", "Current")
    assert office.page.preview._line.text() == "Version 1, as its file is"


def test_what_has_changed_is_said_and_made_again_in_all_its_forms(office: Office) -> None:
    page = office.page
    assert not page.list.remake.isEnabled()
    office.press(ENTER, CTRL)
    office.press(Qt.Key.Key_W, CTRL | SHIFT)
    office.choose("Rooms")
    office.press(ENTER, CTRL)
    enter(office.desk, JOSE)
    page.reader.read()
    assert office.state("Sheet of names") == ("v1", "Changed")
    assert office.state("Rooms") == ("v1", "Changed")
    assert page.list.remake.text() == "Remake changed 2"
    office.press(Qt.Key.Key_R, CTRL)
    assert office.state("Sheet of names") == ("v2", "Current")
    assert office.state("Rooms") == ("v2", "Current")
    assert JOSE.family_name in words(office.folder / "sheet en v2.pdf")
    assert "sheet en v2.docx" in office.files()
    assert office.last() == ("notice", f"Made: 3 files in {short_path(office.folder)}")
    assert not page.list.remake.isEnabled()


def test_the_pages_follow_what_changes_while_they_are_looked_at(office: Office) -> None:
    office.press(ENTER, CTRL)
    before = office.page.preview.view.content()
    enter(office.desk, JOSE)
    office.page.reader.read()
    assert office.page.preview.view.content() != before
    assert office.page.preview._line.text() == "How version 2 would be"


def test_a_file_that_was_taken_away_is_said_and_its_pages_are_drawn_anew(office: Office) -> None:
    office.press(ENTER, CTRL)
    (office.folder / "sheet en v1.pdf").unlink()
    office.choose("Rooms")
    office.choose("Sheet of names")
    assert "its file is not in the folder" in office.page.preview._line.text()
    assert office.page.preview.view.pages() == 1


def test_a_workbook_says_what_it_is_and_opens_in_its_own_program(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()).name)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    office.choose("Attendance workbook")
    assert not office.page.preview.open.isEnabled()
    assert not office.page.side.print.isVisible()
    office.press(ENTER, CTRL)
    assert office.files() == ["attendance en v1.xlsx"]
    assert "Version 1 was made" in office.page.preview._other.accessibleName()
    office.press(Qt.Key.Key_O, CTRL)
    office.press(Qt.Key.Key_F, ALT)
    assert opened == ["attendance en v1.xlsx", "m"]


def test_a_folder_that_is_not_there_yet_is_said_and_not_opened(office: Office) -> None:
    office.press(Qt.Key.Key_F, ALT)
    assert office.last()[0] == "amber"
    assert "The first paper makes it" in office.last()[1]


def test_another_folder_is_remembered_for_this_meeting_and_papers_go_there(office: Office, tmp_path: Path) -> None:
    office.page.folder.choose(tmp_path / "stick")
    office.press(ENTER, CTRL)
    assert (tmp_path / "stick" / "sheet en v1.pdf").exists()
    assert settings.papers_folder(office.desk.store.path) == tmp_path / "stick"
    assert settings.papers_folder(tmp_path / "other.cmc") == tmp_path / "Papers" / "other"


def test_badges_lead_to_their_own_view(office: Office) -> None:
    office.choose("Badges")
    assert not office.page.side.isVisible()
    office.press(ENTER)
    office.press(ENTER, CTRL)
    assert office.went == [("registration", "badges")] * 2
    assert office.journal() == []


def test_enter_on_a_paper_leads_to_what_can_be_asked_of_it(office: Office) -> None:
    office.press(ENTER)
    assert office.page.side.choices.language.hasFocus()


def test_a_paper_of_the_instant_at_which_it_was_asked_is_listed_with_it(qtbot: QtBot, tmp_path: Path) -> None:
    office = make_office(qtbot, tmp_path, kinds=(replace(SHEET, asks=frozenset({"at"})),))
    office.press(ENTER, CTRL)
    assert office.rows()[2] == ("Sheet of names", "Thu 5 Dec 08:40", "v1", "Current")
    row = office.page.list.table.current()
    assert row is not None
    assert row.asked == "Thu 5 Dec 08:40"
    office.close()


def test_letters_that_no_font_has_are_named_before_anything_is_printed(qtbot: QtBot, tmp_path: Path) -> None:
    office = make_office(qtbot, tmp_path, people=(replace(ANDRE, given_name="\u1950"), KEISHA))
    assert office.page.side.warning.isVisible()
    assert "\u1950" in office.page.side.warning.second.text()
    assert "Sample-Cox" in office.page.side.warning.second.text()
    office.choose("Attendance workbook")
    assert not office.page.side.warning.isVisible()
    office.close()


def test_a_paper_is_found_by_its_name_also_before_the_list_has_come(office: Office) -> None:
    office.page.open_at("rooms")
    row = office.page.list.table.current()
    assert row is not None
    assert row.title == "Rooms"
    assert office.page._ask == Ask()


def test_everything_has_a_name_and_the_page_fits_the_smallest_screen_in_both_schemes(office: Office) -> None:
    page = office.page
    assert nameless(page) == []
    least = page.minimumSizeHint()
    assert least.width() <= 1278
    assert least.height() <= 676
    light = page.grab().toImage()
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, dark=True)
    assert page.grab().toImage() != light
    theme.apply(app, dark=False)
