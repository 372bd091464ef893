"""The desk as a clerk uses it: letters, Enter, arrows, scans, and one key back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListView

from cmc_desk.desk.people import Filter
from cmc_desk.ui.parts.message_strip import MessageKind
from cmc_desk.ui.scanner import Scanner
from tests.ui.registration.conftest import Stand
from tests.ui.registration.hands import ALT, CTRL

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
IN = "checked in"


def rows(stand: Stand) -> list[str]:
    return [row.name for row in stand.page.desk_view.search.results.rows()]


def last_said(stand: Stand) -> tuple[MessageKind, str, str, bool]:
    message = stand.said[-1]
    return message.kind, message.before, message.bold, message.undo


def test_a_name_that_comes_as_a_scan_is_looked_up_and_no_refused_scan_is_recorded(stand: Stand) -> None:
    stand.page.open_at("attendance")
    assert stand.page.scanned("KEISHA")
    view = stand.page.desk_view
    assert (stand.page.shown(), view.search.text()) == (view, "KEISHA")
    assert view.search.current() == stand.ids["Keisha"]
    assert stand.answers() == []
    stand.page.scanned("QWERTY")
    assert [answer for _name, answer, _voided in stand.answers()] == ["unknown code"]


def test_the_cursor_stands_in_the_field_from_the_start(stand: Stand) -> None:
    assert stand.focus() is stand.page.desk_view.search.field.edit


def test_the_first_letters_find_people_without_their_accents(stand: Stand) -> None:
    stand.type("nun")
    assert rows(stand) == ["José Specimen-Núñez"]
    assert stand.page.desk_view.search.results.rows()[0].hits == ((14, 17),)


def test_enter_checks_in_the_first_and_frees_the_field_and_keeps_the_card(stand: Stand) -> None:
    stand.type("keisha")
    stand.press(ENTER)
    assert stand.answers() == [("Keisha Example-Blake", IN, False)]
    assert stand.page.desk_view.search.text() == ""
    assert stand.page.desk_view.shown_person() == stand.ids["Keisha"]
    assert last_said(stand) == ("notice", "Checked in: ", "Keisha Example-Blake", True)
    assert stand.focus() is stand.page.desk_view.search.field.edit


def test_enter_again_and_again_checks_nobody_else_in(stand: Stand) -> None:
    stand.type("keisha")
    for _time in range(4):
        stand.press(ENTER)
    assert len(stand.answers()) == 1


def test_enter_in_an_untouched_field_does_nothing(stand: Stand) -> None:
    stand.press(ENTER)
    assert stand.answers() == []
    assert stand.said == []


def test_arrows_choose_whom_enter_checks_in(stand: Stand) -> None:
    stand.type("sample")
    second = rows(stand)[1]
    stand.press(Qt.Key.Key_Down)
    stand.press(ENTER)
    assert stand.answers() == [(second, IN, False)]


def test_another_letter_chooses_the_first_again(stand: Stand) -> None:
    stand.type("s")
    stand.press(Qt.Key.Key_Down)
    stand.type("pec")
    search = stand.page.desk_view.search
    assert search.current() == search.results.rows()[0].key


def test_who_is_in_already_is_said_in_amber_and_nothing_changes(stand: Stand) -> None:
    stand.type("keisha")
    stand.press(ENTER)
    stand.clock.advance(minutes=11)
    stand.type("keisha")
    stand.press(ENTER)
    stand.press(ENTER)
    assert [answer for _name, answer, _voided in stand.answers()] == ["already in", IN]
    assert last_said(stand)[:2] == ("amber", "Nothing changed: ")
    banner = stand.page.desk_view.card._banner
    assert banner.title.text() == "Already checked in 08:41 at Desk B"
    assert banner.second.text() == "11 min ago by T. Sample-Reid"
    assert stand.page.desk_view.search.field.edit.selectedText() == "keisha"


def test_esc_clears_and_a_second_esc_takes_the_card_away(stand: Stand) -> None:
    stand.type("keisha")
    stand.press(ENTER)
    stand.type("dev")
    stand.press(ESC)
    assert stand.page.desk_view.search.text() == ""
    stand.type("keisha")
    stand.press(ENTER)
    stand.press(ESC)
    stand.press(ESC)
    assert stand.page.desk_view.shown_person() == ""


def test_a_code_typed_by_hand_is_a_scan_with_or_without_spaces(stand: Stand) -> None:
    code = stand.code("José")
    stand.type(" ".join(code[place : place + 4] for place in range(0, 20, 4)).lower())
    stand.press(ENTER)
    assert stand.answers() == [("José Specimen-Núñez", IN, False)]


def test_a_wrong_letter_in_a_code_is_said_and_lets_nobody_in(stand: Stand) -> None:
    code = stand.code("José")
    stand.type(code[:-1] + ("B" if code[-1] != "B" else "C"))
    stand.press(ENTER)
    assert [answer for _name, answer, _voided in stand.answers()] == ["mistyped"]
    assert stand.page.desk_view.card.answer.isVisible()
    stand.press(ESC)
    assert not stand.page.desk_view.card.answer.isVisible()


def test_the_burst_of_a_scanner_checks_in_and_lands_in_no_field(stand: Stand, qapp: QApplication) -> None:
    now = [0.0]
    scanner = Scanner(qapp, clock=lambda: now[0], stamped=False)
    scanner.scanned.connect(stand.page.scanned)
    try:
        stand.press(Qt.Key.Key_N, CTRL)
        given = stand.page.walk_in.form.given
        given.setText("Garfi")
        for letter in (*stand.code("Blaise"), "\r"):
            now[0] += 2
            QTest.keyClick(stand.focus(), ENTER) if letter == "\r" else QTest.keyClicks(stand.focus(), letter)
    finally:
        scanner.stop()
        scanner.deleteLater()
    assert stand.answers() == [("Blaise Sample-Dorval", IN, False)]
    assert stand.page.desk_view.isVisible()
    assert given.text() == "Garfi"
    assert stand.page.desk_view.search.text() == ""
    assert stand.page.desk_view.search.walk_in.text() == "Go on with the walk-in"


@pytest.mark.parametrize(
    ("code", "title"), [("7741-09XX", "Unknown code"), ("CDKBBBBBBBBBBBBBBBBB", "Code of another meeting")]
)
def test_every_code_that_leads_to_nobody_has_an_answer_of_its_own(stand: Stand, code: str, title: str) -> None:
    assert stand.page.scanned(code)
    answer = stand.page.desk_view.card.answer
    assert answer.isVisible()
    assert answer.accessibleName().startswith(title)
    assert last_said(stand)[0] == "amber"


def test_filters_show_their_counts_and_narrow_the_list(stand: Stand) -> None:
    stand.type("keisha")
    stand.press(ENTER)
    filters = stand.page.desk_view.search.filters
    assert [option.words for option in filters.options()] == ["All 8", "Expected 6", "Present 1", "Notes 1"]
    stand.press(Qt.Key.Key_3, ALT)
    assert filters.key() == Filter.PRESENT
    assert rows(stand) == ["Keisha Example-Blake"]


def test_a_check_in_may_count_for_one_session_and_says_so(stand: Stand) -> None:
    view = stand.page.desk_view
    stand.type("keisha")
    stand.press(ENTER)
    session = next(one.key for one in stand.page.context.facts.sessions if not one.is_registration)
    view.search.counting_chosen.emit(session)
    assert view.search.counting.currentText() == view.search.counting.toolTip()
    assert view.search.counting.key() == session
    stand.type("keisha")
    stand.press(ENTER)
    assert [answer for _name, answer, _voided in stand.answers()] == [IN, IN]


def test_the_side_counts_and_lists_what_is_missing(stand: Stand) -> None:
    stand.page.scanned(stand.code("Keisha"))
    side = stand.page.desk_view.side
    assert side._people.accessibleName() == "people present: 1 / 7"
    stand.press(Qt.Key.Key_M, CTRL)
    assert side.missing.isVisible()
    assert "Haiti" in [row.name for row in side.missing.rows()]


def test_nobody_found_says_what_to_do(stand: Stand) -> None:
    stand.type("zzz")
    stand.press(ENTER)
    assert stand.answers() == []
    assert last_said(stand)[2] == "zzz"


def test_f2_leads_back_to_the_field_from_everywhere(stand: Stand) -> None:
    stand.type("keisha")
    stand.press(Qt.Key.Key_R, CTRL)
    assert stand.page.person.isVisible()
    stand.press(Qt.Key.Key_F2)
    assert stand.focus() is stand.page.desk_view.search.field.edit


def test_the_desk_fits_the_smallest_screen_in_its_fullest_state(organiser: Stand) -> None:
    organiser.press(Qt.Key.Key_N, CTRL)
    organiser.type("Garfield Example-Tuitt")
    form = organiser.page.walk_in.form
    form.delegation.set_code("MS")
    organiser.press(ENTER)
    organiser.press(Qt.Key.Key_E, CTRL)
    organiser.type("Letter comes by mail")
    organiser.press(ENTER)
    hint = organiser.page.minimumSizeHint()
    assert (hint.width() <= 1278, hint.height() <= 676) == (True, True)


def test_every_control_has_a_name_that_can_be_read_aloud(stand: Stand) -> None:
    for kind in (QLineEdit, QComboBox, QAbstractButton, QListView):
        for control in stand.page.findChildren(kind):
            popup = control.window() is not stand.page or control.property("popup") == "true"
            nameless = not control.accessibleName() and not popup
            assert not nameless, control
