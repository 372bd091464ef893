"""The read-out, the reading view, the writer and the approval brought from state to state for pictures of them, by keys."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cmc_desk.desk.recommendations import put_recommendation, recommendations
from cmc_desk.ui.shell import MainWindow
from cmc_desk.ui.stage.acts import STAGE
from cmc_desk.ui.summaries.page import SummariesPage
from cmc_desk.ui.summaries.page_parts import RECOMMENDATIONS

_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_KEY = Qt.Key
_PROJECTOR = (1920, 1080)
# verb, addressee, what by language, deadline
_WRITTEN = (
    (
        "recommends",
        "participating States",
        {
            "en": "designate a national focal point and inform the secretariat of it",
            "es": "que designen un punto focal nacional y que informen de ello a la secretaría",
        },
        None,
    ),
    (
        "invites",
        "IOM and UNHCR",
        {"en": "prepare a glossary of the terms of the draft guiding principles in the four languages"},
        date(2020, 3, 31),
    ),
    (
        "requests",
        "host State",
        {"en": "circulate the revised draft of the statement of ideals, with the comments that were received"},
        None,
    ),
    ("endorses", "", {"en": "the draft guiding principles as a basis for the high-level meeting"}, None),
)


class PartRehearsal:
    """Presses keys on the page; the window is brought to the front, for a screen of the room takes the keyboard."""

    def __init__(self, page: SummariesPage, settle: Callable[[], None]) -> None:
        self.page = page
        self.settle = settle

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key where the keyboard is."""
        self.page.window().activateWindow()
        self.settle()
        QTest.keyClick(self.focus(), key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        QTest.keyClicks(self.focus(), text)
        self.settle()

    def focus(self) -> QWidget:
        """Return where the keyboard is."""
        focused = QApplication.focusWidget()
        return focused if focused is not None and self.page.isAncestorOf(focused) else self.page


def readout_states(window: MainWindow, settle: Callable[[], None]) -> Iterator[tuple[str, QWidget]]:
    """Bring the parts of the page from one main state to the next, with what the room sees of them on the stage."""
    window.go("summaries")
    if window.scanner is not None:
        # Keys that follow each other this fast would be a scan.
        window.scanner.stop()
    page = window.page("summaries")
    settle()
    if not isinstance(page, SummariesPage) or not page.open_readout():
        return
    one = PartRehearsal(page, settle)
    yield from _building(one, window)
    for verb, addressee, objects, deadline in _WRITTEN:
        page.context.desk.do(put_recommendation, verb=verb, addressee=addressee, objects=objects, deadline=deadline)
    page.open_part(RECOMMENDATIONS, page.context.desk.read(recommendations)[0].key)
    settle()
    yield "recommendations", window
    yield from _approving(one, window)
    window.close_room()
    page.show_notes()
    settle()


def _building(one: PartRehearsal, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    one.settle()
    yield "readout", window
    one.press(_KEY.Key_Return)
    one.type(" As Jamaica had proposed.")
    yield "readout-rewriting", window
    one.press(_KEY.Key_Return)
    one.press(_KEY.Key_A, _ALT)
    yield "readout-name-left", window
    one.press(_KEY.Key_F6)
    yield "reading", window
    one.press(_KEY.Key_F6, _CONTROL)
    yield "stage-reading", _stage(one, window)
    one.press(_KEY.Key_Escape)


def _approving(one: PartRehearsal, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    one.press(_KEY.Key_V, _ALT)
    one.press(_KEY.Key_F6, _CONTROL)
    yield "stage-approval", _stage(one, window)
    one.press(_KEY.Key_A)
    yield "stage-approved", _stage(one, window)
    one.press(_KEY.Key_Return)
    one.press(_KEY.Key_M)
    one.press(_KEY.Key_End, _CONTROL)
    one.press(_KEY.Key_Backspace)
    one.type(", subject to resources.")
    yield "approval-amending", window
    one.press(_KEY.Key_Return)
    yield "approval", window


def _stage(one: PartRehearsal, window: MainWindow) -> QWidget:
    """Return the stage in the size of a projector, as it stands at this instant."""
    stage = window.room.windows[STAGE]
    stage.resize(*_PROJECTOR)
    window.tick()
    one.settle()
    return stage
