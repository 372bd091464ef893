"""Stays by hand: nights, hotel, kind of room, with whom it is shared; and what a night costs, typed once."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from cmc_desk.desk.costs import cost_rows
from cmc_desk.desk.journeys import put_itinerary
from cmc_desk.rules.travel_states import CostKind
from cmc_desk.ui.travel.rooms_tab import RoomsTab
from tests.ui.travel.stand import ALT, CTRL, LEGS, Officer, ready


def nights_of(officer: Officer, key: str) -> list[tuple[date, str, str]]:
    return [(night.date, night.hotel, night.room) for night in officer.meeting.one(key).nights]


def rooms(officer: Officer) -> RoomsTab:
    officer.open_tab(Qt.Key.Key_3)
    tab = officer.page.made["rooms"]
    assert isinstance(tab, RoomsTab)
    return tab


def test_a_stay_is_written_by_hand_with_its_kind_of_room(officer: Officer) -> None:
    key = officer.meeting.accepted("HT-1", "anais")
    officer.desk.do(put_itinerary, sponsorship=key, legs=LEGS)
    officer.press(Qt.Key.Key_B)
    officer.fill(nights="3 Dec", leaves="7 Dec", hotel="Sample Inn", number="412")
    officer.pick("kind", "twin")
    officer.save()
    assert officer.last()[1] == "Room booked: Anaïs Muster-Żółć · 4 nights"
    assert nights_of(officer, key)[0] == (date(2019, 12, 3), "Sample Inn", "twin 412")
    officer.press(Qt.Key.Key_B)
    officer.fill(nights="5 Dec")
    officer.save()
    assert "needs a room in the night of" in officer.form.field("nights").problem()
    officer.press(Qt.Key.Key_Escape)
    officer.press(Qt.Key.Key_Z, CTRL)
    assert nights_of(officer, key) == []


def test_a_room_that_two_share_is_said_of_both_and_undone_of_both(officer: Officer) -> None:
    keys = [ready(officer), ready(officer, "HT-2", "jose")]
    tab = rooms(officer)
    officer.page.choose(keys[0])
    officer.press(Qt.Key.Key_B)
    officer.fill(number="412", hotel="Sample Inn")
    officer.pick("mate", keys[1])
    officer.save()
    assert "no night in common" in officer.form.field("mate").problem()
    officer.fill(hotel=officer.meeting.one(keys[1]).nights[0].hotel)
    officer.pick("kind", "twin")
    officer.save()
    assert {room for key in keys for _day, _hotel, room in nights_of(officer, key)} == {
        "twin 412 + José Specimen-Valdés",
        "twin 412 + Anaïs Muster-Żółć",
    }
    assert tab.table.model_of_rows().rows[0].stay is not None
    officer.press(Qt.Key.Key_Z, CTRL)
    assert {room for key in keys for _day, _hotel, room in nights_of(officer, key)} == {""}


def test_what_a_night_costs_is_typed_once_and_committed_for_every_room(officer: Officer) -> None:
    ready(officer)
    ready(officer, "HT-2", "jose")
    tab = rooms(officer)
    officer.press(Qt.Key.Key_K, ALT)
    assert tab.price.price.hasFocus()
    officer.type("-5")
    officer.press(Qt.Key.Key_Return)
    assert officer.last()[0] == "amber"
    tab.price.price.clear()
    officer.type("118.50")
    officer.press(Qt.Key.Key_Return)
    assert officer.last() == ("notice", "Committed: USD\xa0711.00 · 6 nights")
    hotel = [line for line in officer.desk.read(cost_rows) if line.kind is CostKind.HOTEL]
    assert sum(line.amounts.committed for line in hotel) == 711_00
    officer.press(Qt.Key.Key_Z, CTRL)
    assert not [line for line in officer.desk.read(cost_rows) if line.kind is CostKind.HOTEL and line.amounts.committed]


def test_whoever_was_chosen_on_the_wall_is_chosen_in_the_list_too(officer: Officer) -> None:
    ready(officer)
    key = ready(officer, "HT-2", "jose")
    officer.page.choose(key)
    tab = rooms(officer)
    row = tab.table.current()
    assert row is not None
    assert row.traveller == key
    assert officer.tile() == "HT-2"
    assert isinstance(tab.price.currency, QLineEdit)
