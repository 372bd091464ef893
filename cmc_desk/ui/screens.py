"""Every page in its main states, drawn as PNG with no screen: what a person would see, reached by the keys a person would press."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from cmc_desk.clock import ManualClock
from cmc_desk.desk import people
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting_files import make_folder
from cmc_desk.desk.opening import open_copy
from cmc_desk.desk.setup import change_meeting
from cmc_desk.i18n import gettext as _
from cmc_desk.resource import resource
from cmc_desk.rules.people import Status
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui import sound, task, theme
from cmc_desk.ui.agenda.page import AgendaPage
from cmc_desk.ui.agenda.rehearsal import agenda_states
from cmc_desk.ui.badges.page import BadgesPage
from cmc_desk.ui.badges.rehearsal import badge_states, rehearsal_machine
from cmc_desk.ui.context import Context
from cmc_desk.ui.habits import Habits
from cmc_desk.ui.page_kinds import PAGES
from cmc_desk.ui.papers.page import PapersPage
from cmc_desk.ui.papers.rehearsal import paper_states
from cmc_desk.ui.photos.rehearsal import photo_states
from cmc_desk.ui.quiet import without_size_hints
from cmc_desk.ui.registration.page import RegistrationPage
from cmc_desk.ui.shell import MainWindow
from cmc_desk.ui.start.window import StartWindow
from cmc_desk.ui.start_screens import start_states, start_window

SIZE = QSize(1366, 768)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_ROUNDS = 4
_STRANGE_CODE = "7741-09-4711"


def draw_screens(desk: Desk, folder: Path, *, dark: bool, only: Sequence[str] = ()) -> list[Path]:
    """Draw the screens of a meeting into `folder` and return the pictures; the meeting itself is not touched.

    `only` narrows them to some `PARTS`. The pictures are taken on a copy, at the time of the desk's clock. Raises
    Unavailable if the folder cannot be written.
    """
    with no_defects():
        return _drawn(desk, folder, dark=dark, parts=only or PARTS)


@contextmanager
def no_defects() -> Iterator[None]:
    """Raise what was raised where Qt called Python, and would only have been printed: a picture of a defect is none.

    The first such exception is raised, once everything is put away.
    """
    raised: list[BaseException] = []

    def keep(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        raised.append(error)

    before, sys.excepthook = sys.excepthook, keep
    try:
        yield
    finally:
        sys.excepthook = before
    if raised:
        raise raised[0]


def _drawn(desk: Desk, folder: Path, *, dark: bool, parts: Sequence[str]) -> list[Path]:
    app = _application()
    theme.apply(app, dark=dark)
    sound.mute(on=True)
    make_folder(folder)
    drawn: list[Path] = []
    with without_size_hints(), tempfile.TemporaryDirectory() as place:
        copy = open_copy(desk, Path(place) / desk.store.path.name, clock=ManualClock(desk.clock.now()))
        # The copies of this copy go with it, not among those of the meeting.
        copy.do(change_meeting, changes={"backup_folder": str(Path(place) / "copies")})
        settings = QSettings(str(Path(place) / "habits.ini"), QSettings.Format.IniFormat)
        window = MainWindow(
            Context(copy),
            habits=Habits(settings),
            machine=ManualClock(desk.clock.now()),
            # The clock of the copy is moved from picture to picture, and that is no jump of the computer's.
            monotonic=lambda: copy.clock.now().timestamp(),
        )
        window.resize(SIZE)
        window.show()
        window.go("registration")
        try:
            for part in parts:
                if part != START:
                    drawn.extend(_grab(window, folder / f"{name}.png") for name in _STATES[part](window))
            if START in parts:
                drawn.extend(_start_pictures(window, Habits(settings), Path(place), folder))
        finally:
            window.keeper.stop()
            window.close()
            window.deleteLater()
            _settle()
    return drawn


def _start_pictures(window: MainWindow, habits: Habits, place: Path, folder: Path) -> Iterator[Path]:
    machine = ManualClock(window.keeper.machine_now())
    with start_window(window.context, habits, folder=place, machine=machine, size=SIZE) as start:
        for name in start_states(start):
            yield _grab(start, folder / f"{name}.png")


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
    page.show_desk()


def _badge_states(window: MainWindow) -> Iterator[str]:
    page = _registration(window)
    # Beside the copy, in a folder that is thrown away: the printers and habits of this computer are not in the pictures.
    machine, printer = rehearsal_machine(window.context.desk.store.path.with_name("badges.ini"))
    page.use_machine(machine)
    page.open_at("badges")
    _settle()
    if isinstance(page.badges, BadgesPage):
        yield from badge_states(page.badges, printer, _settle)
    page.show_desk()


def _photo_states(window: MainWindow) -> Iterator[str]:
    known = _somebody(window, people.Filter.ALL, None)
    if known is not None:
        yield from photo_states(_registration(window), known.id, _settle)


def _page_states(window: MainWindow) -> Iterator[str]:
    for kind in PAGES:
        if kind.key not in ("registration", "agenda", "papers"):
            window.go(kind.key)
            for section in window.page(kind.key).states():
                yield f"{kind.key}-{section}" if section else kind.key
    window.go("registration")


def _agenda_states(window: MainWindow) -> Iterator[str]:
    window.go("agenda")
    if window.scanner is not None:
        # Keys that follow each other this fast would be a scan.
        window.scanner.stop()
    if isinstance(page := window.page("agenda"), AgendaPage):
        yield from agenda_states(page, _settle)
    window.go("registration")


def _paper_states(window: MainWindow) -> Iterator[str]:
    window.go("papers")
    if isinstance(page := window.page("papers"), PapersPage):
        yield from paper_states(page)
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


_STATES: dict[str, Callable[[MainWindow], Iterator[str]]] = {
    "desk": _desk_states,
    "forms": _form_states,
    "lists": _list_states,
    "attendance": _attendance_states,
    "badges": _badge_states,
    "photos": _photo_states,
    "pages": _page_states,
    "papers": _paper_states,
    "agenda": _agenda_states,
    "everywhere": _states_everywhere,
}
START = "start"
PARTS = (*_STATES, START)


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
    _settle()


def _press(target: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
    QTest.keyClick(QApplication.focusWidget() or target, key, modifier)
    _settle()


def _grab(window: MainWindow | StartWindow, path: Path) -> Path:
    _settle()
    window.tick()
    if not window.grab().save(str(path)):
        raise Unavailable(_("{path} cannot be written: choose another folder.").format(path=path))
    return path


def _settle() -> None:
    app = QApplication.instance()
    wait: Callable[[], object] = app.processEvents if app is not None else lambda: None
    # What has come is laid out, that is painted, and painting may ask for more, such as the pages of a paper: each is a round.
    for _round in range(_ROUNDS):
        wait()
        while task.running():
            wait()


def _application() -> QApplication:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QApplication([])
