"""Arrivals, rooms, payments, budget and rates: each shows what stands, and does at a key what its button says."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from cmc_desk.desk.daily_rates import daily_rates, exchange_rates
from cmc_desk.desk.journeys import put_itinerary
from cmc_desk.desk.travel_budget import budget
from cmc_desk.desk.travel_facts import travel_facts
from cmc_desk.desk.travel_settings import travel_rules
from cmc_desk.rules.travel_states import PaymentState
from cmc_desk.ui import theme
from cmc_desk.ui.setup.section import TableSection
from cmc_desk.ui.travel.arrivals_tab import ArrivalsTab
from cmc_desk.ui.travel.budget_tab import BudgetTab
from cmc_desk.ui.travel.followed_words import followed_words
from cmc_desk.ui.travel.payments_tab import PaymentsTab
from cmc_desk.ui.travel.rates_tab import RatesTab
from cmc_desk.ui.travel.rooms_tab import RoomsTab
from cmc_desk.ui.travel.settings_section import SettingsSection
from tests.ui.travel.stand import ALT, CTRL, LEGS, Officer, financed, ready

LIST = (
    "Passenger\tFlight\tFrom\tTo\tDate\tDep\tArr\tTicket\n"
    "MUSTER ZOLC/ANAIS MS\tBW 415\tPAP\tKIN\t4 Dec 2019\t14:10\t15:50\t106-1\n"
    "\tBW 414\tKIN\tPAP\t7 Dec 2019\t09:15\t10:55\t\n"
)


def arrivals(officer: Officer) -> ArrivalsTab:
    officer.open_tab(Qt.Key.Key_2)
    tab = officer.page.made["arrivals"]
    assert isinstance(tab, ArrivalsTab)
    return tab


def rates(officer: Officer, section: str) -> RatesTab:
    officer.open_tab(Qt.Key.Key_6)
    tab = officer.page.made["rates"]
    assert isinstance(tab, RatesTab)
    tab.show_section(section)
    return tab


def type_into(officer: Officer, section: TableSection[object], **texts: str) -> None:
    for name, text in texts.items():
        editor = section.form.field(name).editor
        assert isinstance(editor, QLineEdit)
        editor.setFocus()
        editor.selectAll()
        officer.press(Qt.Key.Key_Delete)
        officer.type(text)


def test_the_manifest_stands_in_waves_and_the_chosen_rider_at_the_right(officer: Officer) -> None:
    ready(officer)
    ready(officer, "HT-2", "jose")
    tab = arrivals(officer)
    rows = tab.table.model_of_rows().rows
    assert rows[0].words == "Wave 1 · Wed 4 Dec, at KIN 15:40 · 2 people"
    assert {row.name for row in rows[1:]} == {"Anaïs Muster-Żółć", "José Specimen-Valdés"}
    tab.table.choose(rows[2].key)
    assert officer.page.side.traveller.head.name.text() == rows[2].name
    tab.way.choose("back")
    assert "leaves the hotel" in tab.table.model_of_rows().rows[0].words


def test_a_flight_is_changed_once_for_everybody_after_it_was_shown_what_follows(officer: Officer) -> None:
    keys = [ready(officer), ready(officer, "HT-2", "jose")]
    tab = arrivals(officer)
    officer.press(Qt.Key.Key_F, ALT)
    flights = tab.flights
    assert flights.isVisible()
    assert not flights.write_button.isEnabled()
    for field, text in ((flights.departs, "22:50"), (flights.arrives, "0035")):
        editor = field.editor
        assert isinstance(editor, QLineEdit)
        editor.setFocus()
        editor.selectAll()
        officer.type(text)
    before = [officer.desk.read(travel_facts).sponsorships[key].itinerary for key in keys]
    officer.press(Qt.Key.Key_Return)
    assert len(flights.followed.model_of_rows().rows) == 2
    assert [officer.desk.read(travel_facts).sponsorships[key].itinerary for key in keys] == before
    officer.press(Qt.Key.Key_S, CTRL)
    assert officer.last() == ("notice", "Flight changed: BW 415 · 2 journeys")
    for key in keys:
        itinerary = officer.desk.read(travel_facts).sponsorships[key].itinerary
        assert itinerary is not None
        assert f"{itinerary.legs[0].arrives:%d %H:%M}" == "05 00:35"
    officer.press(Qt.Key.Key_Z, CTRL)
    assert [officer.desk.read(travel_facts).sponsorships[key].itinerary for key in keys] == before


def test_the_list_of_the_agency_is_compared_first_and_written_at_one_press(officer: Officer) -> None:
    key = ready(officer, ticketed=False)
    tab = arrivals(officer)
    officer.press(Qt.Key.Key_I, ALT)
    tab.agent.pasted.setPlainText(LIST)
    officer.press(Qt.Key.Key_S, CTRL)
    (row,) = tab.agent.table.model_of_rows().rows
    assert row.booking.passenger == "Anaïs Muster-Żółć"
    assert tab.agent.write_button.text() == "Import 1"
    officer.press(Qt.Key.Key_Left)
    assert not tab.agent.write_button.isEnabled()
    officer.press(Qt.Key.Key_Right)
    officer.press(Qt.Key.Key_Return, CTRL)
    assert officer.last()[1] == "Imported: 1 journey · 1 ticket"
    itinerary = officer.desk.read(travel_facts).sponsorships[key].itinerary
    assert itinerary is not None
    assert (itinerary.ticket, f"{itinerary.legs[0].departs:%H:%M}") == ("106-1", "14:10")


def test_a_list_of_another_meeting_is_refused_in_one_sentence(officer: Officer, tmp_path: Path) -> None:
    ready(officer)
    tab = arrivals(officer)
    officer.press(Qt.Key.Key_I, ALT)
    path = tmp_path / "list.csv"
    path.write_text(LIST.replace("MUSTER ZOLC/ANAIS", "SAMPLE/NOBODY").replace("\t", ";"), encoding="utf-8")
    tab.agent.open_file(path)
    assert "the list of another one" in tab.agent.problem.text()
    assert tab.agent.preview is None
    officer.press(Qt.Key.Key_Escape)
    assert tab.table.isVisible()


def test_rooms_that_are_missing_are_booked_at_one_key(officer: Officer) -> None:
    key = officer.meeting.accepted("HT-1", "anais")
    officer.desk.do(put_itinerary, sponsorship=key, legs=LEGS)
    officer.open_tab(Qt.Key.Key_3)
    tab = officer.page.made["rooms"]
    assert isinstance(tab, RoomsTab)
    assert tab.table.model_of_rows().rows[0].missing is not None
    officer.press(Qt.Key.Key_B, ALT)
    assert officer.last() == ("notice", "Booked: 1 room")
    (row,) = tab.table.model_of_rows().rows
    assert row.stay is not None
    assert row.stay.stay.nights == 3


def test_payments_are_computed_and_approved_for_all_at_once(officer: Officer) -> None:
    ready(officer)
    ready(officer, "HT-2", "jose")
    financed(officer.desk)
    officer.open_tab(Qt.Key.Key_4)
    tab = officer.page.made["payments"]
    assert isinstance(tab, PaymentsTab)
    officer.press(Qt.Key.Key_C, ALT)
    assert officer.last()[1] == "Computed: 2 allowances"
    officer.press(Qt.Key.Key_A, ALT)
    assert officer.last()[1] == "Approved: 2 allowances"
    assert {line.state for line in tab.table.model_of_rows().rows} == {PaymentState.APPROVED}
    assert tab.notes.text().startswith("From the bank USD")
    tab.states.choose("computed")
    assert tab.table.model_of_rows().rows == ()


def test_the_budget_stands_against_what_it_comes_to(officer: Officer) -> None:
    ready(officer)
    officer.open_tab(Qt.Key.Key_5)
    tab = officer.page.made["budget"]
    assert isinstance(tab, BudgetTab)
    assert not officer.page.side.isVisible()
    editor = tab.form.field("amount").editor
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    officer.type("300")
    officer.press(Qt.Key.Key_S, CTRL)
    day = officer.desk.clock.now().date()
    row = officer.desk.read(budget, day=day)[0]
    assert (row.budget, row.expected) == (300_00, 412_50)
    assert "over the budget" in tab.bars.accessibleDescription()
    assert not tab.bars.grab().isNull()
    editor.setFocus()
    editor.selectAll()
    officer.type("-5")
    officer.press(Qt.Key.Key_S, CTRL)
    assert "below nothing" in tab.form.field("amount").problem()


def test_a_daily_rate_is_entered_with_its_source_and_a_negative_one_is_refused(officer: Officer) -> None:
    tab = rates(officer, "daily")
    section = tab.section
    assert isinstance(section, TableSection)
    officer.press(Qt.Key.Key_N, ALT)
    type_into(officer, section, place="kin", since="1 Dec", amount="-1", source="Sample circular")
    officer.press(Qt.Key.Key_S, CTRL)
    assert "cannot be negative" in section.form.field("amount").problem()
    type_into(officer, section, amount="240")
    officer.press(Qt.Key.Key_S, CTRL)
    (rate,) = officer.desk.read(daily_rates)
    assert (rate.place, f"{rate.amount}") == ("KIN", "240.00")
    type_into(officer, section, since="2 Dec")
    officer.press(Qt.Key.Key_S, CTRL)
    (rate,) = officer.desk.read(daily_rates)
    assert rate.since.day == 2
    officer.press(Qt.Key.Key_Delete, ALT)
    assert officer.desk.read(daily_rates) == ()


def test_a_rate_of_exchange_and_a_policy_are_entered_with_their_source(officer: Officer) -> None:
    tab = rates(officer, "exchange")
    section = tab.section
    assert isinstance(section, TableSection)
    type_into(officer, section, month="3 Dec", quoted="jmd", rate="138.50", source="UN operational rates")
    officer.press(Qt.Key.Key_S, CTRL)
    assert [(one.base, one.quoted) for one in officer.desk.read(exchange_rates)] == [("USD", "JMD")]
    tab.show_section("policies")
    policies = tab.section
    assert isinstance(policies, TableSection)
    type_into(officer, policies, room="90")
    officer.press(Qt.Key.Key_S, CTRL)
    assert "more than 100 %" in policies.form.field("room").problem()
    policies.put_back()


def test_the_settings_of_travel_are_changed_one_by_one(officer: Officer) -> None:
    tab = rates(officer, "settings")
    section = tab.section
    assert isinstance(section, SettingsSection)
    editor = section.form.field("drive").editor
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    officer.type("60")
    officer.press(Qt.Key.Key_S, CTRL)
    assert officer.desk.read(travel_rules).drive.total_seconds() == 3600
    officer.press(Qt.Key.Key_Z, CTRL)
    assert officer.desk.read(travel_rules).drive.total_seconds() != 3600


def test_letters_find_a_flight_and_are_no_keys_of_the_page(officer: Officer) -> None:
    ready(officer)
    tab = arrivals(officer)
    officer.press(Qt.Key.Key_F, ALT)
    assert tab.flights.table.hasFocus()
    tab.flights.table.choose(tab.flights.table.model_of_rows().rows[0].key)
    officer.type("bw 414")
    assert officer.page.side.form is None
    flight = tab.flights.table.current()
    assert flight is not None
    assert flight.key.number == "414"


def test_a_flight_that_moves_to_another_day_says_the_day(officer: Officer) -> None:
    ready(officer)
    tab = arrivals(officer)
    officer.press(Qt.Key.Key_F, ALT)
    officer.type("bw 414")
    editor = tab.flights.day.editor
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    officer.type("8 Dec")
    officer.press(Qt.Key.Key_Return)
    (one,) = tab.flights.followed.model_of_rows().rows
    words = followed_words(one)
    assert "Sat 7 09:15–10:55 → Sun 8 09:15–10:55" in words
    assert not tab.flights.followed.grab().isNull()


def test_what_cannot_be_saved_keeps_the_part_and_says_so_whole(officer: Officer) -> None:
    tab = rates(officer, "daily")
    section = tab.section
    assert isinstance(section, TableSection)
    officer.press(Qt.Key.Key_N, ALT)
    type_into(officer, section, place="kin", since="1 Dec", amount="-1", source="Sample circular")
    officer.page.tabs.chosen.emit("seats")
    assert officer.page.tab == "rates"
    assert officer.last()[1].startswith("Not left: what was typed here cannot be saved")
    assert section.form.sentence.isVisible()
    assert "cannot be negative" in section.form.sentence.text()
    tab.show_section("exchange")
    assert tab.section is section
    officer.press(Qt.Key.Key_Escape)
    assert not section.form.sentence.isVisible()


def test_no_window_flashes_when_the_forms_of_rates_are_made(officer: Officer) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = set(theme.every_widget(app))
    shown: list[QWidget] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(watched)
            return False

    watch = Watch()
    app.installEventFilter(watch)
    rates(officer, "policies")
    app.removeEventFilter(watch)
    assert not [widget for widget in shown if widget not in before]
