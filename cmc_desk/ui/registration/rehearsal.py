"""The desk of registration in its main states, reached by the keys a person would press."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from cmc_desk.desk import people
from cmc_desk.resource import resource
from cmc_desk.rules.people import Status
from cmc_desk.ui.badges.page import BadgesPage
from cmc_desk.ui.badges.rehearsal import badge_states, rehearsal_machine
from cmc_desk.ui.drawing import settle
from cmc_desk.ui.photos.rehearsal import photo_states
from cmc_desk.ui.registration.page import RegistrationPage
from cmc_desk.ui.shell import MainWindow

_CONTROL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier
_STRANGE_CODE = "7741-09-4711"
_SHEET = "CMC:SIG:OPENING:2:1912050842:JM."


def desk_states(window: MainWindow) -> Iterator[str]:
    """Bring the desk before whoever checks people in: found, checked in, withdrawn, unknown, missing."""
    page = registration_of(window)
    yield "desk"
    type_in(window, "bla")
    yield "desk-search"
    for name, only, status in (
        ("desk-checked-in", people.Filter.EXPECTED, None),
        ("desk-already-in", people.Filter.PRESENT, None),
        ("desk-withdrawn", people.Filter.ALL, Status.WITHDRAWN),
        ("desk-note", people.Filter.NOTES, None),
    ):
        person = _somebody(window, only, status)
        if person is None:
            continue
        page.open_at(person.id)
        if name != "desk-note":
            page.desk_view.check_in(person.id)
        yield name
    page.scanned(_STRANGE_CODE)
    yield "desk-unknown-code"
    press(window, Qt.Key.Key_M, _CONTROL)
    yield "desk-missing"
    press(window, Qt.Key.Key_M, _CONTROL)


def form_states(window: MainWindow) -> Iterator[str]:
    """Bring the forms of a walk-in and of a person."""
    page = registration_of(window)
    known = _somebody(window, people.Filter.PRESENT, None) or _somebody(window, people.Filter.ALL, None)
    press(window, Qt.Key.Key_N, _CONTROL)
    given, _space, family = (known.name if known else "Winsome Example-Blagg").rpartition(" ")
    page.walk_in.form.given.setText(given)
    page.walk_in.form.family.setFocus()
    type_in(window, family)
    yield "walk-in"
    press(window, Qt.Key.Key_Escape)
    if known is not None:
        page.open_at(known.id)
        press(window, Qt.Key.Key_R, _CONTROL)
        yield "person"
        press(window, Qt.Key.Key_Escape)


def list_states(window: MainWindow) -> Iterator[str]:
    """Bring a list of people that comes in as a file."""
    page = registration_of(window)
    page.open_at("import")
    yield "import"
    page.open_at(("import", resource("meetings", "cmc-2019-people-2.xlsx")))
    yield "import-list"
    press(window, Qt.Key.Key_F8)
    yield "import-to-decide"
    page.show_desk()


def attendance_states(window: MainWindow) -> Iterator[str]:
    """Bring the attendance and its signature sheets."""
    page = registration_of(window)
    page.open_at("attendance")
    yield "attendance"
    page.scanned(_SHEET)
    yield "attendance-sheet"
    page.show_desk()


def badge_sheet_states(window: MainWindow) -> Iterator[str]:
    """Bring the badges."""
    page = registration_of(window)
    # Beside the copy, in a folder that is thrown away: the printers and habits of this computer are not in the pictures.
    machine, printer = rehearsal_machine(window.context.desk.store.path.with_name("badges.ini"))
    page.use_machine(machine)
    page.open_at("badges")
    settle()
    if isinstance(page.badges, BadgesPage):
        yield from badge_states(page.badges, printer, settle)
    page.show_desk()


def portrait_states(window: MainWindow) -> Iterator[str]:
    """Bring the photographs of somebody."""
    known = _somebody(window, people.Filter.ALL, None)
    if known is not None:
        yield from photo_states(registration_of(window), known.id, settle)


def registration_of(window: MainWindow) -> RegistrationPage:
    """Return the page of the desk, which is the first of the window."""
    page = window.page("registration")
    if not isinstance(page, RegistrationPage):
        raise TypeError("the first page is the desk")
    return page


def _somebody(window: MainWindow, only: people.Filter, status: Status | None) -> people.Hit | None:
    context = window.context
    found = context.desk.read(people.find_people, only=only, day=context.today(), limit=500).hits
    return next((hit for hit in found if status is None or hit.status is status), None)


def type_in(window: MainWindow, text: str) -> None:
    """Type a text where the keyboard is."""
    # Slower than a scanner: the filter would take a burst for a code.
    target = QApplication.focusWidget() or window
    if isinstance(target, QLineEdit):
        target.insert(text)
    settle()


def press(target: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or target, key, modifier)
    settle()
