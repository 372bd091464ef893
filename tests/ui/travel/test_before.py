"""Who sat on a seat before is still to be had: what was spent for them is cancelled, settled and written down."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from cmc_desk.desk.payment_list import payment_lines
from cmc_desk.desk.payments import approve_payments, pay
from cmc_desk.desk.travellers import set_travel
from cmc_desk.rules.travel_states import Method, PaymentState, Travel
from cmc_desk.ui.travel.arrivals_tab import ArrivalsTab
from tests.ui.travel.stand import ALT, CTRL, SHIFT, Officer, financed, ready


def replaced(officer: Officer) -> str:
    """Let Anaïs be replaced with a ticket by Guerda; return her sponsorship."""
    key = ready(officer)
    officer.page.seats.wall.setFocus()
    officer.press(Qt.Key.Key_R)
    form = officer.form
    officer.type("guer")
    officer.press(Qt.Key.Key_Tab)
    officer.fill(reason="Ill")
    officer.save()
    assert form.trouble.isHidden()
    assert officer.last()[1].startswith("Comes instead: Guerda")
    return key


def paid(officer: Officer, currency: str = "") -> str:
    """Let Anaïs have arrived and be paid; return her sponsorship."""
    key = ready(officer)
    financed(officer.desk)
    officer.desk.do(set_travel, sponsorship=key, to=Travel.ARRIVED)
    officer.page.side.act("compute")
    (line,) = officer.desk.read(payment_lines)
    officer.desk.do(approve_payments, payments=(line.key,), method=Method.CASH, currency=currency)
    officer.desk.do(pay, payment=line.key)
    return key


def test_the_ticket_of_somebody_who_was_replaced_is_cancelled_with_what_comes_back(officer: Officer) -> None:
    key = replaced(officer)
    pane = officer.page.side.traveller
    assert pane.head.name.text() == "Guerda Sample-Dorval"
    officer.press(Qt.Key.Key_Less)
    assert pane.head.name.text() == "Anaïs Muster-Żółć"
    assert pane.blocks.title.text() == "Sat here before"
    assert pane.next_button.text() == "Cancel ticket…"
    officer.press(Qt.Key.Key_X)
    officer.fill(reason="Replaced", refund="200")
    officer.save()
    assert officer.last()[1] == "Ticket cancelled: Anaïs Muster-Żółć"
    assert officer.meeting.one(key).travel is Travel.CANCELLED
    officer.press(Qt.Key.Key_K)
    officer.fill(actual="30")
    officer.save()
    assert officer.last()[1].startswith("Cost recorded: Anaïs")
    officer.press(Qt.Key.Key_P)
    assert officer.last()[1] == "Nothing changed: This official holds the seat no more."
    officer.press(Qt.Key.Key_Less)
    assert pane.head.name.text() == "Guerda Sample-Dorval"


def test_nobody_sat_before_on_a_seat_that_was_never_held(officer: Officer) -> None:
    officer.meeting.accepted("HT-1", "anais")
    officer.press(Qt.Key.Key_Less)
    assert officer.last()[1] == "Nothing changed: Nobody sat here before."


def test_money_that_is_still_out_is_settled_by_its_own_key_before_anything_else(officer: Officer) -> None:
    key = paid(officer)
    officer.press(Qt.Key.Key_U)
    officer.fill(reason="Wrong amount")
    officer.save()
    pane = officer.page.side.traveller
    assert (pane.label.text(), pane.state.look().text) == ("To be paid back", "Recovery due")
    officer.press(Qt.Key.Key_S)
    assert officer.last()[1].startswith("Given back: Anaïs Muster-Żółć")
    states = [line.state for line in officer.desk.read(payment_lines, sponsorship=key)]
    assert PaymentState.RECOVERY_DUE not in states
    officer.press(Qt.Key.Key_S)
    assert officer.last()[1] == "Nothing changed: Nothing was paid that could be settled."


def test_a_payment_is_corrected_by_a_void_and_a_new_line_and_then_settled(officer: Officer) -> None:
    key = paid(officer)
    officer.press(Qt.Key.Key_U)
    officer.fill(reason="Counted wrongly")
    returned = officer.form.field("returned").editor
    officer.click(returned)
    officer.save()
    officer.press(Qt.Key.Key_C)
    officer.press(Qt.Key.Key_O)
    officer.save()
    officer.press(Qt.Key.Key_Y)
    assert "receipt 2" in officer.last()[1]
    officer.press(Qt.Key.Key_S)
    assert officer.last()[1].startswith("Nothing changed: The journey home (2019-12-07) has not begun yet")
    officer.at(datetime(2019, 12, 7, 20, tzinfo=UTC))
    officer.press(Qt.Key.Key_S)
    assert officer.last()[1].startswith("Settled: Anaïs")
    states = [line.state for line in officer.desk.read(payment_lines, sponsorship=key)]
    assert states.count(PaymentState.SETTLED) == 1
    officer.press(Qt.Key.Key_Z, CTRL)


def test_stays_by_hand_pay_somebody_whose_journey_nobody_knows(officer: Officer) -> None:
    financed(officer.desk)
    key = officer.meeting.accepted("HT-1", "anais")
    officer.press(Qt.Key.Key_C, SHIFT)
    officer.fill(place1="kin", from1="4 Dec", from_at1="15:40", to1="3 Dec", to_at1="09:15")
    officer.save()
    assert "before they come" in officer.form.field("to1").problem()
    officer.fill(to1="7 Dec")
    officer.save()
    assert officer.last()[1].startswith("Computed: Anaïs Muster-Żółć · Haiti")
    (line,) = officer.desk.read(payment_lines, sponsorship=key)
    assert [day.date.day for day in line.allowance.days] == [4, 5, 6, 7]
    officer.press(Qt.Key.Key_C, SHIFT)
    assert officer.form.field("journey").isVisible()
    assert "entered by hand" in officer.form.intro.text()


def test_a_flight_that_moves_after_the_payment_says_that_the_payment_fits_no_more(officer: Officer) -> None:
    key = paid(officer)
    officer.open_tab(Qt.Key.Key_2)
    officer.press(Qt.Key.Key_F, ALT)
    tab = officer.page.made["arrivals"]
    assert isinstance(tab, ArrivalsTab)
    officer.type("bw 414")
    day = tab.flights.day.editor
    assert isinstance(day, QLineEdit)
    day.setFocus()
    day.selectAll()
    officer.type("8 Dec")
    officer.press(Qt.Key.Key_Return)
    assert "1 was paid already" in tab.flights.words.text()
    officer.press(Qt.Key.Key_S, CTRL)
    assert officer.last()[0] == "notice"
    pane = officer.page.side.traveller
    assert officer.page.choose(key)
    assert pane.label.text().startswith("Receipt 1 · now due: USD")
    assert pane.state.look().text == "Out of date"
