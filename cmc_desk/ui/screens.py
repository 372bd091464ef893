"""Every page in its main states, drawn as PNG with no screen: what a person would see, reached by the keys a person would press."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from cmc_desk.clock import ManualClock
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting_files import make_folder
from cmc_desk.ui import sound, theme
from cmc_desk.ui.agenda.page import AgendaPage
from cmc_desk.ui.agenda.rehearsal import agenda_states, without_agenda
from cmc_desk.ui.documents.rehearsal import documents_states
from cmc_desk.ui.drawing import application, grab, no_defects, settle, window_on_copy
from cmc_desk.ui.habits import Habits
from cmc_desk.ui.overview.page import OverviewPage
from cmc_desk.ui.page_kinds import PAGES
from cmc_desk.ui.papers.page import PapersPage
from cmc_desk.ui.papers.rehearsal import paper_states, use_rehearsal_printer
from cmc_desk.ui.papers.report_rehearsal import report_states
from cmc_desk.ui.quiet import without_size_hints
from cmc_desk.ui.registration.rehearsal import (
    attendance_states,
    badge_sheet_states,
    desk_states,
    form_states,
    list_states,
    portrait_states,
    registration_of,
    type_in,
)
from cmc_desk.ui.shell import MainWindow
from cmc_desk.ui.stage.states import room_states
from cmc_desk.ui.start_screens import start_states, start_window
from cmc_desk.ui.summaries.page import SummariesPage
from cmc_desk.ui.summaries.part_rehearsal import readout_states
from cmc_desk.ui.summaries.rehearsal import summaries_states
from cmc_desk.ui.travel.page import TravelPage
from cmc_desk.ui.travel.rehearsal import travel_states

SIZE = QSize(1366, 768)


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
    registration_of(window).show_desk()
    window.show_keys()
    yield "keys"
    window.keys_overlay.close_again()
    window.palette_box.open()
    window.palette_box.first_field().setFocus()
    type_in(window, "ja")
    yield "go-to-anything"
    window.palette_box.close_again()
    window.lock()
    yield "locked"


AGENDA, START, STAGE, SUMMARIES, TRAVEL = "agenda", "start", "stage", "summaries", "travel"
READOUTS, DOCUMENTS, OVERVIEW = "readouts", "documents", "overview"
_STATES: dict[str, Callable[[MainWindow], Iterator[str]]] = {
    "desk": desk_states,
    "forms": form_states,
    "lists": list_states,
    "attendance": attendance_states,
    "badges": badge_sheet_states,
    "photos": portrait_states,
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
