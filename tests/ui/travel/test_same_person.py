"""Row and traveller are one person, the field for a price lets go of the keyboard, and passports are read beside any part."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cmc_desk.desk.journeys import put_itinerary
from cmc_desk.desk.payment_list import payment_lines
from cmc_desk.desk.travel_beside import letters_of
from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import font
from cmc_desk.ui.travel.papers_forms import PassportForm
from cmc_desk.ui.travel.payments_tab import PaymentsTab
from cmc_desk.ui.travel.rooms_tab import RoomsTab
from cmc_desk.ui.travel.wall_paint import word_face
from tests.ui.travel.stand import ALT, CTRL, LEGS, Officer, financed, ready
from tests.ui.travel.test_before import replaced
from tests.ui.travel.test_journey_by_keys import passport_lines


def payments(officer: Officer) -> PaymentsTab:
    officer.open_tab(Qt.Key.Key_4)
    tab = officer.page.made["payments"]
    assert isinstance(tab, PaymentsTab)
    return tab


def test_whoever_sat_here_before_is_never_beside_the_row_of_somebody_else(officer: Officer) -> None:
    replaced(officer)
    other = ready(officer, "HT-2", "jose")
    financed(officer.desk)
    pane = officer.page.side.traveller.head.name
    officer.page.choose(other)
    officer.page.side.act("compute")
    tab = payments(officer)
    assert tab.whose() == other
    officer.open_tab(Qt.Key.Key_1)
    officer.page.seats.choose("HT-1")
    officer.press(Qt.Key.Key_Less)
    assert pane.text() == "Anaïs Muster-Żółć"
    payments(officer)
    assert (tab.whose(), pane.text()) == ("", "Anaïs Muster-Żółć")
    officer.press(Qt.Key.Key_K)
    assert officer.form.intro.text().startswith("Anaïs Muster-Żółć")
    officer.fill(actual="30")
    officer.save()
    assert officer.last()[1].startswith("Cost recorded: Anaïs")
    assert (tab.whose(), pane.text()) == ("", "Anaïs Muster-Żółć")
    officer.press(Qt.Key.Key_Down)
    assert (tab.whose(), pane.text()) == (other, "José Specimen-Valdés")


def test_the_row_follows_whom_the_key_turns_to(officer: Officer) -> None:
    replaced(officer)
    financed(officer.desk)
    shown = officer.page.side.shown
    assert shown is not None
    officer.desk.do(put_itinerary, sponsorship=shown.key, legs=LEGS)
    officer.page.side.act("compute")
    tab, pane = payments(officer), officer.page.side.traveller.head.name
    assert (tab.whose(), pane.text()) == (shown.key, "Guerda Sample-Dorval")
    officer.press(Qt.Key.Key_Less)
    assert (tab.whose(), pane.text()) == ("", "Anaïs Muster-Żółć")
    officer.press(Qt.Key.Key_Less)
    assert (tab.whose(), pane.text()) == (shown.key, "Guerda Sample-Dorval")


def priced(officer: Officer) -> RoomsTab:
    ready(officer)
    officer.open_tab(Qt.Key.Key_3)
    tab = officer.page.made["rooms"]
    assert isinstance(tab, RoomsTab)
    officer.press(Qt.Key.Key_K, ALT)
    assert tab.price.price.hasFocus()
    return tab


def test_esc_lets_go_of_the_price_and_other_parts_are_a_key_away(officer: Officer) -> None:
    tab = priced(officer)
    officer.type("150")
    officer.press(Qt.Key.Key_Escape)
    assert tab.table.hasFocus()
    assert tab.price.price.text() == ""
    officer.press(Qt.Key.Key_K, ALT)
    officer.press(Qt.Key.Key_S, ALT)
    assert officer.page.handing is not None
    assert officer.page.handing.isVisible()
    officer.press(Qt.Key.Key_Escape)
    officer.press(Qt.Key.Key_K, ALT)
    officer.press(Qt.Key.Key_4, ALT)
    assert officer.page.tab == "payments"


def test_ctrl_s_commits_the_price(officer: Officer) -> None:
    tab = priced(officer)
    officer.type("150")
    officer.press(Qt.Key.Key_S, CTRL)
    assert officer.last() == ("notice", "Committed: USD\xa0450.00 · 3 nights")
    assert tab.table.hasFocus()


def test_an_amount_that_is_left_behind_is_said_not_to_be_committed(officer: Officer) -> None:
    tab = priced(officer)
    officer.type("150")
    officer.press(Qt.Key.Key_Tab)
    assert tab.price.currency.hasFocus()
    officer.press(Qt.Key.Key_Tab)
    assert officer.last() == ("amber", "Not committed: 150 · Alt+K or Enter commits it")
    assert officer.desk.read(payment_lines) == ()


@pytest.mark.parametrize("key", [Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6])
def test_a_passport_is_read_beside_any_part_and_the_strip_says_so(officer: Officer, key: Qt.Key) -> None:
    officer.meeting.accepted("HT-1", "anais")
    officer.open_tab(key)
    first, second = passport_lines().split("\n")
    officer.window.take_scan(first)
    assert "the second follows" in officer.last()[1]
    officer.window.take_scan(second)
    form = officer.form
    assert isinstance(form, PassportForm)
    assert form.isVisible()
    assert form.values()["number"] == "X1234567"
    assert officer.last()[1] == "Both lines were read: compare them with the passport of Anaïs Muster-Żółć, then save."


def test_digits_that_do_not_agree_are_said_whole_beneath_the_lines_and_in_the_strip(officer: Officer) -> None:
    officer.meeting.accepted("HT-1", "anais")
    officer.window.take_scan(passport_lines().replace("X1234567", "X1234568").replace("\n", ""))
    QApplication.processEvents()
    field = officer.form.field("lines")
    assert field.says_whole_problem()
    assert field._beneath.height() > 16
    assert officer.last() == ("amber", f"Not read: {field.problem()}")
    field.set_problem("")
    assert field._beneath.height() == 16


def test_to_whom_something_is_handed_is_asked_whole_beneath_the_field(officer: Officer) -> None:
    ready(officer)
    officer.open_tab(Qt.Key.Key_2)
    officer.press(Qt.Key.Key_S, ALT)
    view = officer.page.handing
    assert view is not None
    officer.press(Qt.Key.Key_S, CTRL)
    field = view.form.field("recipient")
    assert field.says_whole_problem()
    assert not field.grab().isNull()
    assert view.form.sentence.isHidden()


def test_a_word_that_is_long_in_a_language_is_smaller_and_whole(officer: Officer) -> None:
    del officer
    assert word_face("Ready", 90) == (12, True)
    size, bold = word_face("Absent (no-show)", 90)
    assert draw.text_width("Absent (no-show)", font(size, bold=bold)) <= 90.5
    assert word_face("A word that no tile has room for", 30) == (10, False)


def test_a_letter_that_comes_before_its_people_keeps_their_names_and_is_tied_later(officer: Officer) -> None:
    officer.page.seats.choose("HT-1")
    officer.page.side.act("letter")
    officer.fill(reference="NV 12", dated="1 Nov", received="2 Nov")
    officer.save()
    assert "type the names" in officer.form.field("also_named").problem()
    officer.fill(also_named="Anais Muster")
    officer.save()
    assert officer.last()[1].startswith("Letter recorded: ")
    assert officer.word("HT-1") == "No nominee"
    officer.page.side.act("letter")
    (letter,) = officer.desk.read(letters_of)
    officer.pick("letter", letter)
    assert officer.form.values()["also_named"] == "Anais Muster"
    names = officer.form.field("names").editor
    names.set_keys([officer.meeting.people["anais"]])  # type: ignore[attr-defined] # ticks of ours
    officer.fill(also_named="")
    officer.save()
    officer.page.side.act("letter")
    officer.pick("letter", letter)
    assert officer.form.values()["also_named"] == ""
