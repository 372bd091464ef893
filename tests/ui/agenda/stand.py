"""The Agenda page in the main window, with the chair's assistant before it and a clock that the test moves."""

from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cmc_desk.desk import agenda, attendance, floor_list, floor_topics
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.agenda import ItemState
from cmc_desk.ui import sound, theme
from cmc_desk.ui.agenda.page import AgendaPage
from cmc_desk.ui.context import Context, Message
from cmc_desk.ui.page_kinds import PAGES
from cmc_desk.ui.shell import MainWindow
from tests.founded import founded
from tests.meetings import ANAIS, ANDRE, ILSE, JOSE, KEISHA, MORNING, clock_of, enter, local, open_desk
from tests.ui.inline_pool import InlinePool

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
TOPIC = "priorities"


@dataclass
class Chair:
    """Whoever runs the meeting: hands on the keyboard, eyes on the page."""

    window: MainWindow
    desk: Desk
    said: list[Message] = field(default_factory=list)

    @property
    def page(self) -> AgendaPage:
        page = self.window.page("agenda")
        assert isinstance(page, AgendaPage)
        return page

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)

    def click(self, widget: QWidget) -> None:
        """Click on something."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def at(self, hour: int, minute: int = 0, *, day: int = 0) -> None:
        """Let it be that time, and let the window notice."""
        clock_of(self.desk).move_to(local(day, hour, minute))
        self.window.tick()

    def later(self, **span: float) -> None:
        """Let time pass, and let the window notice."""
        clock_of(self.desk).advance(**span)
        self.window.tick()

    def last(self) -> tuple[str, str]:
        """Return kind and words of what was said last."""
        message = self.said[-1]
        return message.kind, message.before + message.bold + message.after

    def state(self, item: str) -> ItemState:
        """Return how far an item has come."""
        return self.page.context.live.actual(item).state

    def running(self) -> str:
        """Return the item that runs."""
        return self.page.run.moment().standing().running

    def speakers(self) -> list[tuple[str, str, str]]:
        """Return what the list of speakers shows: name, state, time."""
        return [(row.name, row.state, row.time) for row in self.page.run.speakers.table.model_of_rows().rows]

    def rundown(self) -> list[tuple[str, str, str, str]]:
        """Return what the rundown shows: title, expected, actual, drift."""
        rows = self.page.run.rundown.table.model_of_rows().rows
        return [(row.title, row.expected, row.actual, row.drift.words) for row in rows]

    def close(self) -> None:
        """Leave the window."""
        self.window.close()
        self.window.close()
        self.window.deleteLater()
        sound.mute(on=False)


def make_chair(qtbot: QtBot, folder: Path, *, listed: tuple[str, ...] = ("JM", "HT", "AW", "UNHCR")) -> Chair:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, dark=False)
    sound.mute(on=True)
    desk = founded(("chair", listed), folder / "m.cmc", partial(_made, listed=listed))
    context = Context(desk, pool=InlinePool())
    window = MainWindow(context, pages=PAGES)
    # What keeps the time in a test is the test.
    window._ticker.stop()
    window._poller.stop()
    chair = Chair(window, desk)
    context.said.connect(chair.said.append)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    # Keys without a pause are a scan; here they are a person's.
    assert window.scanner is not None
    window.scanner.stop()
    window.go("agenda")
    # A hand that takes a second from one key to the next.
    run, presses = chair.page.run, count()
    run.go_stutter.clock = run.next_stutter.clock = lambda: float(next(presses))
    return chair


def _made(path: Path, *, listed: tuple[str, ...]) -> Desk:
    desk = open_desk(path.parent, now=MORNING, name=path.name)
    for person in (KEISHA, ANDRE, ANAIS, JOSE, ILSE):
        made = enter(desk, person)
        if person is not ILSE:
            desk.do(attendance.check_in, participant=made.id)
    desk.do(floor_topics.put_topic, id=TOPIC, title="National priorities", items=["context"])
    if listed:
        desk.do(floor_list.inscribe_many, topic=TOPIC, delegations=list(listed))
    return desk


def begin(chair: Chair, item: str) -> None:
    """Let an item run."""
    chair.desk.do(agenda.start_item, item=item)
