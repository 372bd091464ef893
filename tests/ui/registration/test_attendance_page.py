"""Attendance as the person at the door takes it: a list, a few letters, one key back."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from pytestqt.qtbot import QtBot

from cmc_desk.desk import attendance
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.rules.attendance import Presence
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.people import Person
from cmc_desk.ui.registration.attendance_page import AttendancePage
from cmc_desk.ui.registration.attendance_panes import CREDENTIALS
from tests.ui.inline_pool import InlinePool
from tests.ui.registration.door import OPENING, Door, make_door
from tests.ui.registration.hands import ALT, CTRL

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


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
    door = make_door(qtbot, tmp_path, pool=InlinePool(), role=Role.DESK)
    assert CREDENTIALS not in [option.key for option in door.page.side.lists.options()]
    door.desk.close()


def test_every_key_that_the_page_names_is_bound(door: Door) -> None:
    shortcuts = door.page.findChildren(QShortcut)
    bound = {sequence.toString() for shortcut in shortcuts for sequence in QShortcut.keys(shortcut)}
    named = {key for key, _words in AttendancePage.keys(door.page)}
    assert named - {"Enter"} <= bound
