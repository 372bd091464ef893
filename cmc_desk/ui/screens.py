"""Every page in its main states, drawn as PNG with no screen: what a person would see, reached by the keys a person would press."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from cmc_desk.clock import ManualClock
from cmc_desk.desk import people
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting_files import make_folder
from cmc_desk.resource import resource
from cmc_desk.rules.people import Status
from cmc_desk.ui import sound, theme
from cmc_desk.ui.agenda.page import AgendaPage
from cmc_desk.ui.agenda.rehearsal import agenda_states, without_agenda
from cmc_desk.ui.badges.page import BadgesPage
from cmc_desk.ui.badges.rehearsal import badge_states, rehearsal_machine
from cmc_desk.ui.documents.rehearsal import documents_states
from cmc_desk.ui.drawing import application, grab, no_defects, settle, window_on_copy
from cmc_desk.ui.habits import Habits
from cmc_desk.ui.overview.page import OverviewPage
from cmc_desk.ui.page_kinds import PAGES
from cmc_desk.ui.papers.page import PapersPage
from cmc_desk.ui.papers.rehearsal import paper_states, use_rehearsal_printer
from cmc_desk.ui.papers.report_rehearsal import report_states
from cmc_desk.ui.photos.rehearsal import photo_states
from cmc_desk.ui.quiet import without_size_hints
from cmc_desk.ui.registration.page import RegistrationPage
from cmc_desk.ui.shell import MainWindow
from cmc_desk.ui.stage.states import room_states
from cmc_desk.ui.start_screens import start_states, start_window
from cmc_desk.ui.summaries.page import SummariesPage
from cmc_desk.ui.summaries.part_rehearsal import readout_states
from cmc_desk.ui.summaries.rehearsal import summaries_states
from cmc_desk.ui.travel.page import TravelPage
from cmc_desk.ui.travel.rehearsal import travel_states

SIZE = QSize(1366, 768)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_STRANGE_CODE = "7741-09-4711"
_SHEET = "CMC:SIG:OPENING:2:1912050842:JM."


def draw_screens(desk: Desk, folder: Path, *, dark: bool, only: Sequence[str] = ()) -> list[Path]:
    """Draw the screens of a meeting into `folder` and return the pictures; the meeting itself is not touched.

    `only` narrows them to some `PARTS`. The pictures are taken on a copy, at the time of the desk's clock. Raises
    Unavailable if the folder cannot be written.
    """
    with no_defects():
        return _drawn(desk, folder, dark=dark, parts=only or PARTS)


def _drawn(desk: Desk, folder: Path, *, dark: bool, parts: Sequence[str]) -> list[Path]:
    app = application()
    theme.apply(app, dark=dark)
    sound.mute(on=True)
    make_folder(folder)
    drawn: list[Path] = []
    with without_size_hints():
        with window_on_copy(desk, SIZE) as (window, habits):
            for part in parts:
                if part in _STATES:
                    # A window of another part took the keyboard with it when it closed.
                    window.activateWindow()
                    settle()
                    drawn.extend(grab(window, folder / f"{name}.png") for name in _STATES[part](window))
            if START in parts:
                drawn.extend(_start_pictures(window, habits, window.context.desk.store.path.parent, folder))
        if AGENDA in parts:
            with without_agenda(desk) as bare, window_on_copy(bare, SIZE) as (window, _habits):
                window.go(AGENDA)
                drawn.append(grab(window, folder / "agenda-empty.png"))
        if DOCUMENTS in parts:
            # On a copy of its own, as it is decided on here and the room reads it.
            with window_on_copy(desk, SIZE) as (window, _habits):
                drawn.extend(grab(shown, folder / f"{name}.png") for name, shown in _document_states(window))
        if READOUTS in parts:
            with window_on_copy(desk, SIZE) as (window, _habits):
                drawn.extend(grab(shown, folder / f"{name}.png") for name, shown in readout_states(window, settle))
        if STAGE in parts:
            # On a copy of its own: the other parts have let the day go on.
            with window_on_copy(desk, SIZE) as (window, _habits):
                drawn.extend(grab(shown, folder / f"{name}.png") for name, shown in room_states(window, settle))
    return drawn


def _start_pictures(window: MainWindow, habits: Habits, place: Path, folder: Path) -> Iterator[Path]:
    machine = ManualClock(window.keeper.machine_now())
    with start_window(window.context, habits, folder=place, machine=machine, size=SIZE) as start:
        for name in start_states(start):
            yield grab(start, folder / f"{name}.png")


def _desk_states(window: MainWindow) -> Iterator[str]:
    page = _registration(window)
    yield "desk"
    _type(window, "bla")
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
    _press(window, Qt.Key.Key_M, _CONTROL)
    yield "desk-missing"
    _press(window, Qt.Key.Key_M, _CONTROL)


def _form_states(window: MainWindow) -> Iterator[str]:
    page = _registration(window)
    known = _somebody(window, people.Filter.PRESENT, None) or _somebody(window, people.Filter.ALL, None)
    _press(window, Qt.Key.Key_N, _CONTROL)
    given, _space, family = (known.name if known else "Winsome Example-Blagg").rpartition(" ")
    page.walk_in.form.given.setText(given)
    page.walk_in.form.family.setFocus()
    _type(window, family)
    yield "walk-in"
    _press(window, Qt.Key.Key_Escape)
    if known is not None:
        page.open_at(known.id)
        _press(window, Qt.Key.Key_R, _CONTROL)
        yield "person"
        _press(window, Qt.Key.Key_Escape)


def _list_states(window: MainWindow) -> Iterator[str]:
    page = _registration(window)
    page.open_at("import")
    yield "import"
    page.open_at(("import", resource("meetings", "cmc-2019-people-2.xlsx")))
    yield "import-list"
    _press(window, Qt.Key.Key_F8)
    yield "import-to-decide"
    page.show_desk()


def _attendance_states(window: MainWindow) -> Iterator[str]:
    page = _registration(window)
    page.open_at("attendance")
    yield "attendance"
    page.scanned(_SHEET)
    yield "attendance-sheet"
    page.show_desk()


def _badge_states(window: MainWindow) -> Iterator[str]:
    page = _registration(window)
    # Beside the copy, in a folder that is thrown away: the printers and habits of this computer are not in the pictures.
    machine, printer = rehearsal_machine(window.context.desk.store.path.with_name("badges.ini"))
    page.use_machine(machine)
    page.open_at("badges")
    settle()
    if isinstance(page.badges, BadgesPage):
        yield from badge_states(page.badges, printer, settle)
    page.show_desk()


def _photo_states(window: MainWindow) -> Iterator[str]:
    known = _somebody(window, people.Filter.ALL, None)
    if known is not None:
        yield from photo_states(_registration(window), known.id, settle)


def _page_states(window: MainWindow) -> Iterator[str]:
    for kind in PAGES:
        if kind.key not in ("registration", "agenda", "summaries", DOCUMENTS, "travel", "papers", OVERVIEW):
            window.go(kind.key)
            for section in window.page(kind.key).states():
                yield f"{kind.key}-{section}" if section else kind.key
    window.go("registration")


def _agenda_states(window: MainWindow) -> Iterator[str]:
    window.go(AGENDA)
    if window.scanner is not None:
        # Keys that follow each other this fast would be a scan.
        window.scanner.stop()
    if isinstance(page := window.page(AGENDA), AgendaPage):
        yield from agenda_states(page, settle)
        window.show_keys()
        yield "agenda-keys"
        window.keys_overlay.close_again()
    window.go("registration")


def _summaries_states(window: MainWindow) -> Iterator[str]:
    window.go(SUMMARIES)
    if window.scanner is not None:
        # As above.
        window.scanner.stop()
    if isinstance(page := window.page(SUMMARIES), SummariesPage):
        yield from summaries_states(page, settle)
        window.show_keys()
        yield "summaries-keys"
        window.keys_overlay.close_again()
    window.go("registration")


def _travel_states(window: MainWindow) -> Iterator[str]:
    window.go(TRAVEL)
    if window.scanner is not None:
        # As above.
        window.scanner.stop()
    if isinstance(page := window.page(TRAVEL), TravelPage):
        yield from travel_states(page, settle)
    window.go("registration")


def _document_states(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.go(DOCUMENTS)
    if window.scanner is not None:
        # As above.
        window.scanner.stop()
    yield from documents_states(window, settle)


def _overview_states(window: MainWindow) -> Iterator[str]:
    if isinstance(page := window.page(OVERVIEW), OverviewPage):
        page.acts.machine = ManualClock(window.keeper.machine_now())
        window.go(OVERVIEW)
        yield from page.states()
    window.go("registration")


def _paper_states(window: MainWindow, through: Callable[[PapersPage], Iterator[str]] = paper_states) -> Iterator[str]:
    if isinstance(page := window.page("papers"), PapersPage):
        use_rehearsal_printer(page)
        window.go("papers")
        yield from through(page)
    window.go("registration")


def _states_everywhere(window: MainWindow) -> Iterator[str]:
    _registration(window).show_desk()
    window.show_keys()
    yield "keys"
    window.keys_overlay.close_again()
    window.palette_box.open()
    window.palette_box.first_field().setFocus()
    _type(window, "ja")
    yield "go-to-anything"
    window.palette_box.close_again()
    window.lock()
    yield "locked"


AGENDA, START, STAGE, SUMMARIES, TRAVEL = "agenda", "start", "stage", "summaries", "travel"
READOUTS, DOCUMENTS, OVERVIEW = "readouts", "documents", "overview"
_STATES: dict[str, Callable[[MainWindow], Iterator[str]]] = {
    "desk": _desk_states,
    "forms": _form_states,
    "lists": _list_states,
    "attendance": _attendance_states,
    "badges": _badge_states,
    "photos": _photo_states,
    "pages": _page_states,
    "papers": _paper_states,
    OVERVIEW: _overview_states,
    "report": partial(_paper_states, through=partial(report_states, settle=settle)),
    AGENDA: _agenda_states,
    SUMMARIES: _summaries_states,
    TRAVEL: _travel_states,
    "everywhere": _states_everywhere,
}
PARTS = (*_STATES, DOCUMENTS, READOUTS, START, STAGE)


def _registration(window: MainWindow) -> RegistrationPage:
    page = window.page("registration")
    if not isinstance(page, RegistrationPage):
        raise TypeError("the first page is the desk")
    return page


def _somebody(window: MainWindow, only: people.Filter, status: Status | None) -> people.Hit | None:
    context = window.context
    found = context.desk.read(people.find_people, only=only, day=context.today(), limit=500).hits
    return next((hit for hit in found if status is None or hit.status is status), None)


def _type(window: MainWindow, text: str) -> None:
    # Slower than a scanner: the filter would take a burst for a code.
    target = QApplication.focusWidget() or window
    if isinstance(target, QLineEdit):
        target.insert(text)
    settle()


def _press(target: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
    QTest.keyClick(QApplication.focusWidget() or target, key, modifier)
    settle()
