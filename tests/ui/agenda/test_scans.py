"""A badge and a quick hand on the Agenda page: the one is answered in the strip, the other types, and nobody leaves the meeting."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from cmc_desk.desk.counters import last_scans
from cmc_desk.desk.people import codes_of, find_people
from cmc_desk.rules.sheet_code import SheetCode, SheetPaper
from cmc_desk.ui.registration.page import RegistrationPage
from cmc_desk.ui.scanner import Scanner
from cmc_desk.ui.typed_text import reads_as_text
from tests.meetings import local
from tests.ui.agenda.stand import CTRL, Chair


@dataclass
class Keys:
    """Sends keys in a rhythm to the window of the chair."""

    chair: Chair
    scanner: Scanner
    now: list[float]

    def burst(self, text: str, *, gap_ms: float, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
        for sign in text:
            self.now[0] += gap_ms
            self.chair.type(sign)
        if end is not None:
            self.now[0] += gap_ms
            self.chair.press(end)
        else:
            self.now[0] += 200
            self.scanner.tick()


@pytest.fixture
def keys(hearing: Chair, qapp: QApplication) -> Iterator[Keys]:
    now = [1000.0]
    context = hearing.window.context
    scanner = Scanner(qapp, clock=lambda: now[0], stamped=False, typed=context.is_typed, text=context.is_typed_text)
    scanner.scanned.connect(hearing.window.take_scan)
    yield Keys(hearing, scanner, now)
    scanner.stop()
    scanner.deleteLater()


def code_of(chair: Chair, name: str) -> str:
    (hit,) = chair.desk.read(find_people, text=name).hits
    return chair.desk.read(codes_of, participants=[hit.id])[hit.id]


def first_field(chair: Chair) -> QLineEdit:
    """Put the cursor into the first field of the plan."""
    edit = next(one for one in chair.page.plan.findChildren(QLineEdit) if one.isVisible())
    edit.setFocus()
    return edit


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, None])
def test_what_is_typed_quickly_into_a_field_stands_in_it_and_is_no_scan(keys: Keys, end: Qt.Key | None) -> None:
    chair = keys.chair
    before = len(chair.desk.read(last_scans, limit=99))
    chair.page.show_plan("opening")
    edit = first_field(chair)
    edit.clear()
    entered: list[str] = []
    edit.returnPressed.connect(lambda: entered.append(edit.text()))
    keys.burst("Late start", gap_ms=15, end=end)
    assert entered == (["Late start"] if end else [])
    assert end or edit.text() == "Late start"
    assert len(chair.desk.read(last_scans, limit=99)) == before
    assert chair.window.frame.chosen() == "agenda"


@pytest.mark.parametrize(("text", "gap_ms"), [("ZUTRITT", 4), ("Zutritt", 25), ("ZUTRITT HEUTE", 4)])
@pytest.mark.parametrize("page", ["plan", "papers", "setup", "walk-in", "run"])
def test_a_scan_of_letters_only_lands_in_no_field_of_any_page_and_is_said(
    keys: Keys, text: str, gap_ms: float, page: str
) -> None:
    chair = keys.chair
    shown = {"plan": "agenda", "walk-in": "registration", "run": "agenda"}.get(page, page)
    chair.window.go(shown)
    if page == "plan":
        chair.page.show_plan("opening")
    elif page == "walk-in":
        chair.window.page(shown).open_at("walk-in")
    edits = [one for one in chair.window.page(shown).findChildren(QLineEdit) if one.isVisible()]
    if edits:
        edits[0].setFocus()
    before = [one.text() for one in edits]
    scans = len(chair.desk.read(last_scans, limit=99))
    keys.burst(text, gap_ms=gap_ms)
    assert [one.text() for one in edits] == before
    assert chair.last() == ("amber", "That is not a code of this meeting: nothing was done with it.")
    assert chair.window.frame.chosen() == shown
    assert len(chair.desk.read(last_scans, limit=99)) == scans
    if page == "walk-in":
        assert edits[0].isVisible()


def test_a_badge_with_nothing_but_a_name_leads_away_from_no_page(keys: Keys) -> None:
    keys.chair.window.go("setup")
    keys.burst("Keisha", gap_ms=4)
    assert keys.chair.window.frame.chosen() == "setup"
    assert "Ctrl+2" in keys.chair.last()[1]


def test_a_badge_is_a_scan_in_a_field_too_and_the_desk_answers_in_the_strip(keys: Keys) -> None:
    chair = keys.chair
    code = code_of(chair, "Ilse")
    chair.page.show_plan("opening")
    edit = first_field(chair)
    before = edit.text()
    keys.burst(code, gap_ms=4)
    assert edit.text() == before
    kind, words = chair.last()
    assert kind == "notice"
    assert words.startswith("Checked in: ")
    assert chair.window.frame.chosen() == "agenda"
    # The keys that follow are the page's and not the desk's.
    assert QApplication.focusWidget() is edit


def test_a_scan_while_a_meeting_runs_is_answered_and_taken_back_from_here(keys: Keys) -> None:
    chair = keys.chair
    code = code_of(chair, "Ilse")
    keys.burst(code, gap_ms=4)
    assert chair.last()[1].startswith("Checked in: ")
    assert chair.last()[1].endswith("Ilse Muster-Croes, UNHCR · Desk A · card: Ctrl+2")
    keys.burst(code, gap_ms=4)
    assert chair.last()[0] == "amber"
    assert chair.last()[1].endswith(" was already checked in.")
    keys.burst("NOBODY-4711", gap_ms=4)
    assert chair.last()[1].startswith("Not checked in. ")
    assert chair.window.frame.chosen() == "agenda"
    assert chair.running() == "context"
    keys.now[0] += 500
    QTest.keyClick(QApplication.focusWidget() or chair.window, Qt.Key.Key_Z, CTRL)
    assert chair.last()[1].startswith("Undone: ")


def test_whoever_comes_to_the_desk_after_a_scan_elsewhere_finds_the_card_open(keys: Keys) -> None:
    chair = keys.chair
    keys.burst(code_of(chair, "Ilse"), gap_ms=4)
    assert chair.window.frame.chosen() == "agenda"
    chair.window.go("registration")
    desk = chair.window.page("registration")
    assert isinstance(desk, RegistrationPage)
    assert desk.desk_view.card.isVisible()
    assert desk.desk_view.card._head.accessibleName().startswith("Ilse")
    # What it came to is on it, and Enter checks nobody in again.
    assert desk.desk_view.card._banner.isVisible()
    assert desk.desk_view.shown_person() == desk.desk_view._spent


def test_a_badge_with_nothing_but_a_name_is_for_the_desk(keys: Keys) -> None:
    chair = keys.chair
    chair.window.take_scan("Keisha")
    assert chair.last()[0] == "amber"
    assert "Ctrl+2" in chair.last()[1]
    assert chair.window.frame.chosen() == "agenda"


def test_a_sheet_is_scanned_to_be_entered_and_leads_there(keys: Keys) -> None:
    sheet = SheetCode(SheetPaper.SIGNATURES, "opening", 3, local(0, 8, 12).replace(tzinfo=None), "", False)  # noqa: FBT003
    keys.chair.window.take_scan(sheet.text)
    assert keys.chair.window.frame.chosen() == "registration"


@pytest.mark.parametrize(
    ("text", "is_text"),
    [
        ("Late start", True),
        ("Réunion", True),
        ("Hall 2 is late, again", True),
        ("NOBODY-4711", False),
        ("MECARD:N:Example Keisha;", False),
        ("123 456", False),
        ("", False),
    ],
)
def test_what_no_scanner_sends(text: str, is_text: bool) -> None:  # noqa: FBT001 - what the table says
    assert reads_as_text(text) is is_text
