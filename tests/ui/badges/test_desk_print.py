"""Ctrl+P at the desk: the badge of the person on the card at once, a second one with its reason."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmc_desk.desk.badge_ledger import PrintRun, RunKind, print_runs
from cmc_desk.desk.badge_list import BadgeFilter, badge_rows
from cmc_desk.desk.registration import edit_person
from cmc_desk.rules.badge_state import Why
from cmc_desk.rules.meeting import Role
from cmc_desk.ui.badges.habits import BadgeHabits
from cmc_desk.ui.badges.page import BadgesPage
from tests.reports.read_pdf import codes_on
from tests.ui.badges.stand import LABELS, Office
from tests.ui.inline_pool import InlinePool
from tests.ui.registration.conftest import Stand, make_stand
from tests.ui.registration.hands import CTRL

P, ENTER, ESC = Qt.Key.Key_P, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def door(qtbot: QtBot, tmp_path: Path, office: Office) -> Iterator[Stand]:
    """The desk, with the printers of the test."""
    made = make_stand(qtbot, tmp_path, Role.DESK, pool=InlinePool())
    made.page.use_machine(office.machine())
    yield made
    made.desk.close()


def ledger(door: Stand) -> tuple[PrintRun, ...]:
    return door.desk.read(print_runs)


def said(door: Stand) -> tuple[str, str]:
    message = door.said[-1]
    return message.kind, message.before + message.bold + message.after


def test_the_badge_of_the_person_on_the_card_is_printed_at_once_and_the_strip_says_where(
    door: Stand, office: Office
) -> None:
    door.page.open_at(door.ids["Keisha"])
    door.press(P, CTRL)
    (paper,) = office.laser.papers
    assert codes_on(paper.read_bytes(), dpi=300) == [[door.code("Keisha")]]
    (run,) = ledger(door)
    assert (run.kind, run.name, run.reason) == (RunKind.FIRST, "Keisha Example-Blake", "")
    assert said(door) == ("notice", "Badge printed: Keisha Example-Blake · Office laser, place 1 of the sheet")
    assert door.said[-1].undo
    assert door.page.desk_view.card.print.text() == "Print again…"


def test_the_next_badge_goes_to_the_next_place_of_the_begun_sheet(door: Stand, office: Office) -> None:
    for name in ("Keisha", "Devon"):
        door.page.open_at(door.ids[name])
        door.press(P, CTRL)
    assert said(door)[1].endswith("place 2 of the sheet")
    assert BadgeHabits().next_cell("a4-8-90x55") == 2


def test_it_is_printed_with_what_was_chosen_last(door: Stand, office: Office) -> None:
    habits = BadgeHabits()
    habits.choose("cr80", "card-cr80")
    habits.choose_printer(LABELS.name)
    door.page.open_at(door.ids["Keisha"])
    door.press(P, CTRL)
    assert len(office.named(LABELS.name).papers) == 1
    assert said(door) == ("notice", "Badge printed: Keisha Example-Blake · Desk labels")
    (run,) = ledger(door)
    assert (run.design, run.stock) == ("cr80", "card-cr80")


def test_a_second_badge_asks_why_in_place_and_escape_prints_nothing(door: Stand, office: Office) -> None:
    door.page.open_at(door.ids["Keisha"])
    door.press(P, CTRL)
    door.press(P, CTRL)
    panel = door.page.desk_view.card.reprint
    assert panel.isVisible()
    assert not door.page.desk_view.card.check_in.isVisible(), "Enter means the panel now"
    door.press(ESC)
    assert not panel.isVisible()
    assert len(office.laser.papers) == 1
    assert QApplication.focusWidget() is door.page.desk_view.search.field.edit
    old = door.code("Keisha")
    door.press(P, CTRL)
    door.press(ENTER)
    assert door.code("Keisha") != old
    assert [(run.kind, run.reason) for run in ledger(door)] == [(RunKind.REPRINT, "lost"), (RunKind.FIRST, "")]


def test_a_printer_that_is_not_found_is_said_and_the_same_key_prints_when_it_is_back(
    door: Stand, office: Office
) -> None:
    office.laser.left = 0
    door.page.open_at(door.ids["Keisha"])
    door.press(P, CTRL)
    kind, words = said(door)
    assert kind == "coral"
    assert words == "NOT PRINTED: Keisha Example-Blake. The printer Office laser is not found: switch it on."
    assert ledger(door) == ()
    assert door.page.desk_view.card.print.text() == "Print badge"
    office.laser.left = None
    door.press(P, CTRL)
    assert said(door)[1].endswith("place 1 of the sheet"), "the place was not used"
    assert len(ledger(door)) == 1


def test_a_computer_without_a_printer_says_what_to_do(door: Stand, office: Office) -> None:
    office.known = ()
    door.page.open_at(door.ids["Keisha"])
    door.press(P, CTRL)
    assert said(door)[1].startswith("NOT PRINTED. This computer has no printer")


def test_a_name_that_no_font_has_is_not_printed_and_neither_code_nor_place_is_lost(door: Stand, office: Office) -> None:
    door.page.open_at(door.ids["Keisha"])
    door.press(P, CTRL)
    door.desk.do(
        edit_person,
        participant=door.ids["Keisha"],
        changes={"given_name": "王", "family_name": "小明", "badge_name": ""},
    )
    place, code = BadgeHabits().next_cell("a4-8-90x55"), door.code("Keisha")
    door.press(P, CTRL)
    if door.page.desk_view.card.reprint.isVisible():
        door.press(ENTER)
    kind, words = said(door)
    assert kind == "coral"
    assert words.startswith("NOT PRINTED. No font has the letters of “王 小明”: enter another name on badge")
    assert (BadgeHabits().next_cell("a4-8-90x55"), door.code("Keisha")) == (place, code)
    assert len(office.laser.papers) == 1


def test_a_walk_in_whose_badge_is_queued_is_printed_the_same_way(door: Stand, office: Office) -> None:
    door.press(Qt.Key.Key_N, CTRL)
    form = door.page.walk_in.form
    form.given.setText("Garfield")
    form.family.setText("Example-Tuitt")
    form.delegation.setFocus()
    QTest.keyClicks(form.delegation, "MS")
    QTest.keyClick(form.delegation, Qt.Key.Key_Tab)
    door.press(ENTER)
    person = door.page.desk_view.shown_person()
    rows = {row.participant: row for row in door.desk.read(badge_rows, only=BadgeFilter.TO_PRINT)}
    assert rows[person].why is Why.QUEUED
    door.press(P, CTRL)
    (run,) = ledger(door)
    assert (run.kind, run.name) == (RunKind.FIRST, "Garfield Example-Tuitt")


def test_another_person_on_the_card_takes_the_question_back(door: Stand, office: Office) -> None:
    door.page.open_at(door.ids["Keisha"])
    door.press(P, CTRL)
    door.press(P, CTRL)
    door.page.scanned(door.code("Devon"))
    assert not door.page.desk_view.card.reprint.isVisible()
    assert len(office.laser.papers) == 1


def test_who_does_not_come_gets_no_badge(door: Stand, office: Office) -> None:
    door.page.open_at(door.ids["Winsome"])
    assert not door.page.desk_view.card.print.isVisible()
    door.press(P, CTRL)
    assert office.made == {}


def test_ctrl_p_in_the_search_field_prints_and_types_nothing(door: Stand, office: Office) -> None:
    door.type("keisha")
    door.press(P, CTRL)
    assert len(office.laser.papers) == 1
    assert door.page.desk_view.search.text() == "keisha"


def test_the_badges_open_beside_the_desk_with_the_same_printers_and_f2_leads_back(door: Stand, office: Office) -> None:
    door.press(Qt.Key.Key_B, CTRL)
    page = door.page.badges
    assert isinstance(page, BadgesPage)
    assert door.page.shown() is page
    assert page.paper.printer.currentText() == "Office laser"
    assert dict(door.page.keys())["Ctrl+P"] == "Print"
    door.press(Qt.Key.Key_F2)
    assert door.page.shown() is door.page.desk_view
    door.page.open_at(("badges", door.ids["Rohan"]))
    chosen = page.people.table.current()
    assert chosen is not None
    assert chosen.row.name == "Rohan Specimen-Blackman"


def test_what_was_printed_at_the_desk_is_printed_in_the_badges_view(door: Stand, office: Office) -> None:
    door.page.open_at(door.ids["Keisha"])
    door.press(P, CTRL)
    door.page.open_at("badges")
    page = door.page.badges
    assert isinstance(page, BadgesPage)
    lines = page.people.table.model_of_rows().rows
    assert "Keisha Example-Blake" not in [line.row.name for line in lines]
