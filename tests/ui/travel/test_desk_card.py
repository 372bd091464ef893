"""The card of the desk says what somebody must still do at Travel, and a check-in makes the arrival an offer there and here."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt

from cmc_desk.desk import attendance
from cmc_desk.desk.travel_facts import travel_facts
from cmc_desk.rules.travel_states import Travel
from cmc_desk.ui.registration.page import RegistrationPage
from tests.ui.travel.stand import CTRL, SHIFT, Officer, ready

MORNING = datetime(2019, 12, 5, 13, 40, tzinfo=UTC)


def desk_of(officer: Officer, name: str) -> RegistrationPage:
    officer.window.go("registration", officer.meeting.people[name])
    page = officer.window.page("registration")
    assert isinstance(page, RegistrationPage)
    return page


def test_the_card_tells_the_desk_the_first_thing_that_is_open_at_travel(officer: Officer) -> None:
    officer.meeting.accepted("HT-1", "anais")
    row = desk_of(officer, "anais").desk_view.card.travel
    assert row.isVisible()
    assert row.chip.look().text == "Passport"
    assert row.words.text() == "No passport is known yet."
    assert not row.arrived.isVisible()


def test_the_card_of_somebody_without_a_seat_says_nothing_of_travel(officer: Officer) -> None:
    assert not desk_of(officer, "guerda").desk_view.card.travel.isVisible()


def test_once_checked_in_the_arrival_is_recorded_at_travel_by_one_key_of_the_desk(officer: Officer) -> None:
    key = ready(officer)
    officer.at(MORNING)
    officer.desk.do(attendance.check_in, participant=officer.meeting.people["anais"])
    page = desk_of(officer, "anais")
    assert page.desk_view.card.travel.arrived.isVisible()
    officer.press(Qt.Key.Key_H, CTRL | SHIFT)
    assert officer.last()[1] == "Arrived: Anaïs Muster-Żółć · recorded at Travel"
    one = officer.desk.read(travel_facts).sponsorships[key]
    assert (one.travel, one.arrived_at) == (Travel.ARRIVED, MORNING)
    assert not page.desk_view.card.travel.arrived.isVisible()


def test_a_check_in_is_an_offer_on_the_travel_page(officer: Officer) -> None:
    ready(officer)
    officer.at(MORNING)
    assert not officer.page.side.traveller.came.isVisible()
    officer.desk.do(attendance.check_in, participant=officer.meeting.people["anais"])
    came = officer.page.side.traveller.came
    assert came.isVisible()
    assert came.title.text() == "Checked in at Desk A, 08:40"
    assert officer.page.side.traveller.next_button.text() == "Arrived"
    officer.press(Qt.Key.Key_Return)
    assert officer.word("HT-1") == "Arrived"
    assert not came.isVisible()
