"""Attendance as the person at the door takes it: a list, a few letters, one key back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, QRunnable, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cmc_desk.clock import ManualClock
from cmc_desk.desk import attendance
from cmc_desk.desk.attendance_list import attendance_list
from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.opening import create_meeting
from cmc_desk.desk.papers import Written
from cmc_desk.exchange.meeting_file import read_meeting, template_path
from cmc_desk.rules.attendance import Presence
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.people import Person, Sensitivity
from cmc_desk.ui.context import Context, Message
from cmc_desk.ui.registration.attendance_page import AttendancePage
from cmc_desk.ui.registration.attendance_panes import CREDENTIALS
from cmc_desk.ui.registration.export_panel import added_words, offered_levels
from cmc_desk.ui.task import Pool
from tests.ui.inline_pool import InlinePool
from tests.ui.registration.conftest import ALT, CTRL, MORNING, NONE
from tests.ui.registration.people import fill

REGISTRATION, OPENING = "day1-registration", "opening"
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


@dataclass
class Door:
    """Whoever takes attendance: hands on the keyboard, eyes on the page."""

    page: AttendancePage
    desk: Desk
    clock: ManualClock
    ids: dict[str, str]
    said: list[Message]

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the cursor is."""
        QTest.keyClick(self.focus(), key, modifiers)

    def type(self, text: str) -> None:
        """Type where the cursor is."""
        QTest.keyClicks(self.focus(), text)

    def focus(self) -> QWidget:
        """Return where the cursor is."""
        return QApplication.focusWidget() or self.page

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on something."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, at or widget.rect().center())

    def names(self) -> list[str]:
        """Return who is shown, from top to bottom."""
        return [line.row.name for line in self.page.people.table.model_of_rows().rows]

    def choose(self, name: str) -> None:
        """Choose somebody by given name."""
        assert self.page.people.table.choose(self.ids[name])

    def presence(self, name: str, session: str = REGISTRATION) -> Presence | None:
        """Return what the meeting file says of somebody by given name."""
        people = self.desk.read(attendance_list, key=session).people
        return next((row.mark.presence for row in people if row.id == self.ids[name]), None)


@pytest.fixture
def door(qtbot: QtBot, tmp_path: Path) -> Iterator[Door]:
    """The page of an organiser."""
    made = _door(qtbot, tmp_path, pool=InlinePool())
    yield made
    made.desk.close()


def test_the_page_opens_at_the_registration_of_the_day_with_delegations_in_order_and_the_head_first(door: Door) -> None:
    assert door.page.people.head.title.text() == "Arrival and registration of participants"
    assert door.names()[-3:] == ["Arun Muster-Singh", "Keisha Example-Blake", "Devon Sample-Ramlal"]
    assert "Winsome Example-Blagg" not in door.names(), "who is withdrawn and did not come is not asked for"


def test_p_marks_the_chosen_person_and_undo_takes_it_back(door: Door) -> None:
    door.choose("Keisha")
    door.press(Qt.Key.Key_P)
    assert door.presence("Keisha") is Presence.PRESENT
    assert (door.said[-1].before, door.said[-1].bold, door.said[-1].undo) == (
        "Attended: ",
        "Keisha Example-Blake",
        True,
    )
    door.page.context.undo()
    assert door.presence("Keisha") is not Presence.PRESENT


def test_enter_in_the_search_marks_the_first_found_and_the_next_name_replaces_the_last(door: Door) -> None:
    door.press(Qt.Key.Key_F, CTRL)
    door.type("nunez")
    assert door.names() == ["José Specimen-Núñez"]
    door.press(ENTER)
    door.type("blaise")
    door.press(ENTER)
    assert door.presence("José") is door.presence("Blaise") is Presence.PRESENT


def test_letters_typed_into_the_search_are_no_commands(door: Door) -> None:
    door.press(Qt.Key.Key_F, CTRL)
    door.type("plxdv")
    assert door.page.people.search.text() == "plxdv"
    assert door.said == []


def test_somebody_marked_under_a_filter_makes_room_for_the_next(door: Door) -> None:
    door.page.people.states.choose("absent")
    names = door.names()
    door.page.people.table.choose(door.page.people.table.model_of_rows().rows[2].row.id)
    door.press(Qt.Key.Key_P)
    assert door.names() == [name for place, name in enumerate(names) if place != 2]
    chosen = door.page.people.table.current()
    assert chosen is not None
    assert chosen.row.name == names[3]


def test_only_who_is_there_can_leave_and_the_button_says_why(door: Door) -> None:
    door.choose("Rohan")
    left = door.page.people.left
    assert not left.isEnabled()
    assert left.toolTip() == "Only who is there can leave."
    door.press(Qt.Key.Key_P)
    door.clock.advance(minutes=10)
    door.press(Qt.Key.Key_L)
    assert door.presence("Rohan") is Presence.LEFT
    assert door.page.people.present.isEnabled(), "who left may come back"


def test_x_asks_a_reason_in_place_and_x_again_takes_the_excuse_back(door: Door) -> None:
    door.choose("José")
    door.press(Qt.Key.Key_X)
    door.type("Bilateral meeting")
    door.press(ENTER)
    assert door.presence("José") is Presence.EXCUSED
    chip = next(
        line.chip.text for line in door.page.people.table.model_of_rows().rows if line.row.id == door.ids["José"]
    )
    assert chip == "Excused: Bilateral meeting"
    assert door.page.people.excuse.text() == "No longer excused"
    door.press(Qt.Key.Key_X)
    assert door.presence("José") is Presence.NOT_TAKEN


def test_escape_leaves_the_reason_and_excuses_nobody(door: Door) -> None:
    door.choose("José")
    door.press(Qt.Key.Key_X)
    door.type("Bil")
    door.press(ESC)
    assert door.presence("José") is Presence.NOT_TAKEN
    assert door.focus() is door.page.people.table


def test_d_marks_the_whole_delegation_in_one_act_that_one_undo_takes_back(door: Door) -> None:
    door.choose("Devon")
    door.press(Qt.Key.Key_D)
    assert {door.presence(name) for name in ("Keisha", "Devon", "Arun")} == {Presence.PRESENT}
    assert door.said[-1].after == ": 3 people marked."
    door.page.context.undo()
    assert Presence.PRESENT not in {door.presence(name) for name in ("Keisha", "Devon", "Arun")}


def test_a_person_who_is_there_already_is_answered_and_not_recorded_twice(door: Door) -> None:
    door.desk.do(attendance.check_in, participant=door.ids["Opal"], via="name")
    rows = len(door.desk.read(journal_lines))
    door.choose("Opal")
    assert door.page.people.present.toolTip() == "Attended already."
    door.press(Qt.Key.Key_P)
    assert len(door.desk.read(journal_lines)) == rows


def test_another_session_has_a_list_of_its_own(door: Door) -> None:
    door.choose("Keisha")
    door.press(Qt.Key.Key_Down, ALT)
    assert door.page.people.head.title.text() == "Opening Remarks"
    door.choose("Keisha")
    door.press(Qt.Key.Key_P)
    assert door.presence("Keisha", OPENING) is Presence.PRESENT
    assert door.presence("Keisha") is not Presence.PRESENT
    door.press(Qt.Key.Key_Up, ALT)
    assert door.page.people.head.title.text() == "Arrival and registration of participants"


def test_the_other_day_shows_its_sessions(door: Door) -> None:
    door.page.sessions.days.choose("2019-12-06")
    keys = [line.key for line in door.page.sessions.sessions.rows()]
    assert keys[0] == "day2-registration"
    assert OPENING not in keys


def test_filters_narrow_the_list_count_what_they_would_show_and_escape_takes_them_away(door: Door) -> None:
    door.choose("Keisha")
    door.press(Qt.Key.Key_P)
    door.page.people.states.choose("came")
    assert door.names() == ["Keisha Example-Blake"]
    counts = {option.key: option.count for option in door.page.people.states.options()}
    assert counts == {"all": 7, "came": 1, "absent": 6, "excused": 0}
    door.press(ESC)
    assert len(door.names()) == 7


def test_missing_delegations_count_who_is_there_and_a_click_shows_their_people(door: Door) -> None:
    door.choose("Keisha")
    door.press(Qt.Key.Key_P)
    missing = {row.key: (row.second, row.time) for row in door.page.side.missing.rows()}
    assert missing["TT"] == ("some are there", "1 / 3")
    assert missing["HT"] == ("nobody is there", "0 / 1")
    view = door.page.side.missing
    place = next(place for place, row in enumerate(view.rows()) if row.key == "HT")
    door.click(view.viewport(), view.visualRect(view.model().index(place, 0)).center())
    assert door.names() == ["Blaise Sample-Dorval"]


def test_the_organiser_verifies_the_credentials_of_a_walk_in(door: Door) -> None:
    visitor = Person("Garfield", "Example-Tuitt", "MS")
    door.desk.do(attendance.walk_in, person=visitor)
    door.page.side.lists.choose(CREDENTIALS)
    assert [row.name for row in door.page.side.credentials.rows()] == ["Garfield Example-Tuitt"]
    door.press(Qt.Key.Key_V)
    assert not door.page.side.credentials.rows()
    assert door.said[-1].before == "Credentials seen: "


def test_the_desk_is_not_asked_to_verify_credentials(qtbot: QtBot, tmp_path: Path) -> None:
    door = _door(qtbot, tmp_path, pool=InlinePool(), role=Role.DESK)
    assert CREDENTIALS not in [option.key for option in door.page.side.lists.options()]
    door.desk.close()


def test_the_workbook_is_saved_recorded_and_said(door: Door, tmp_path: Path) -> None:
    out = tmp_path / "attendance.xlsx"
    door.page.export(out)
    assert load_workbook(out).sheetnames[0] == "Summary"
    assert door.desk.read(journal_lines)[-1].kind == "papers.exported"
    assert (door.said[-1].kind, door.said[-1].bold) == ("notice", "attendance.xlsx")
    assert str(tmp_path) in door.said[-1].after
    assert not door.page.sessions.export.save.isHidden()


def test_csv_comes_with_it_when_it_is_ticked(door: Door, tmp_path: Path) -> None:
    door.click(door.page.sessions.export.csv, QPoint(8, 12))
    door.page.export(tmp_path / "attendance.xlsx")
    assert (tmp_path / "attendance-people.csv").exists()


def test_ctrl_e_asks_where_and_does_nothing_without_an_answer(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(door.page, "_ask_where", lambda: asked.append(True))
    door.press(Qt.Key.Key_E, CTRL)
    assert asked == [True]
    assert door.said == []


def test_a_workbook_that_was_open_elsewhere_is_said_to_lie_beside_it(door: Door, tmp_path: Path) -> None:
    asked = tmp_path / "attendance.xlsx"
    written = Written(asked, (tmp_path / "attendance (2).xlsx",), (), "0" * 64, 0, None)
    door.page._on_written(written)
    assert (door.said[-1].kind, door.said[-1].bold) == ("amber", "attendance (2).xlsx")
    assert "attendance.xlsx, which is open in another program" in door.said[-1].after


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_recorded(door: Door, tmp_path: Path) -> None:
    rows = len(door.desk.read(journal_lines))
    door.page.export(tmp_path / "nowhere" / "a.xlsx")
    assert door.said[-1].kind == "coral"
    assert len(door.desk.read(journal_lines)) == rows


def test_a_workbook_can_be_cancelled_before_anything_is_written(qtbot: QtBot, tmp_path: Path) -> None:
    pool = _WaitingPool()
    door = _door(qtbot, tmp_path, pool=pool)
    out = tmp_path / "attendance.xlsx"
    door.page.export(out)
    door.page.sessions.export.show_progress(0, 5)
    door.click(door.page.sessions.export.cancel)
    pool.run()
    assert not out.exists()
    assert door.said[-1].before == "The workbook was cancelled."
    door.desk.close()


def test_every_key_that_the_page_names_is_bound(door: Door) -> None:
    shortcuts = door.page.findChildren(QShortcut)
    bound = {sequence.toString() for shortcut in shortcuts for sequence in QShortcut.keys(shortcut)}
    named = {key for key, _words in AttendancePage.keys(door.page)}
    assert named - {"Enter"} <= bound


def test_a_class_of_columns_that_adds_nothing_is_not_offered_and_every_other_says_what_it_adds() -> None:
    assert Sensitivity.TRAVEL not in offered_levels()
    assert "Phone" in added_words(Sensitivity.DESK)
    assert "Dietary needs" in added_words(Sensitivity.SPECIAL)


class _WaitingPool:
    """Keeps what it is given until it is told to run it."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []

    def start(self, runnable: QRunnable, /) -> None:
        self._waiting.append(runnable.run)

    def run(self) -> None:
        for work in self._waiting:
            work()


def _door(qtbot: QtBot, tmp_path: Path, *, pool: Pool, role: Role = Role.ORGANISER) -> Door:
    clock = ManualClock(MORNING)
    author = Author("P. Example-Gayle", role, "Office")
    desk = create_meeting(
        tmp_path / "m.cmc", read_meeting(template_path("cmc-2019")), clock=clock, author=author, training=True
    )
    ids = fill(desk)
    clock.advance(seconds=1)
    context = Context(desk, pool=pool)
    page = AttendancePage(context)
    desk.subscribe(page.changed)
    said: list[Message] = []
    context.said.connect(said.append)
    qtbot.addWidget(page)
    page.resize(1278, 676)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.setFocus()
    return Door(page, desk, clock, ids, said)
