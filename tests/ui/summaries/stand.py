"""The Summaries page in the main window, with a rapporteur before it and a time that only the test lets pass."""

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_list import notes_of
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.ui import sound, theme
from cmc_desk.ui.context import Context, Message
from cmc_desk.ui.key_time import KeyTime
from cmc_desk.ui.page_kinds import PAGES
from cmc_desk.ui.shell import MainWindow
from cmc_desk.ui.summaries.page import SummariesPage
from tests.meetings import PEOPLE, clock_of, local, open_desk, reopened
from tests.ui.inline_pool import InlinePool

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
ANA = Author("Ana Sample", Role.RAPPORTEUR, "Rapporteur 1")
BEN = Author("Ben Muster", Role.RAPPORTEUR, "Rapporteur 2")
# The second day at half past ten: the discussion is planned to run.
NOW = local(1, 10, 30)


@dataclass
class Rapporteur:
    """Hands on the keyboard, eyes on the page."""

    window: MainWindow
    desk: Desk
    time: KeyTime
    said: list[Message] = field(default_factory=list)

    @property
    def page(self) -> SummariesPage:
        page = self.window.page("summaries")
        assert isinstance(page, SummariesPage)
        return page

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self.focus(), key, modifiers)

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        QTest.keyClicks(self.focus(), text)

    def enter(self, text: str = "") -> None:
        """Type something and press Enter."""
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def focus(self) -> QWidget:
        """Return where the keyboard is."""
        return QApplication.focusWidget() or self.window

    def later(self, **span: float) -> None:
        """Let time pass, and let the window notice."""
        clock_of(self.desk).advance(**span)
        self.window.tick()

    def look(self) -> None:
        """Let the window look whether another one has written, and read what is due."""
        self.window.poll()

    @property
    def item(self) -> str:
        """The open item."""
        return self.page.notes.item

    @property
    def text(self) -> str:
        """What stands in the composer."""
        return self.page.notes.composer.editor.text()

    @property
    def listed(self) -> list[str]:
        """The texts of the list, from top to bottom."""
        return [row.text for row in self.page.notes.list.list.rows()]

    @property
    def chosen(self) -> str:
        """The text of the chosen entry."""
        row = self.page.notes.list.list.current()
        return row.text if row is not None else ""

    def entries(self, item: str = "") -> tuple[NoteEntry, ...]:
        """Return what the meeting file has of an item."""
        return self.desk.read(notes_of, item=item or self.item)

    def items(self) -> list[str]:
        """Return the items as they are listed."""
        return [row.spoken for row in self.page.notes.items.list.rows()]

    def last(self) -> str:
        """Return what was said last in the message strip."""
        message = self.said[-1]
        return message.before + message.bold + message.after

    def close(self) -> None:
        """Leave the window, if nobody has."""
        if not isValid(self.window):
            return
        self.window.close()
        self.window.close()
        self.window.deleteLater()
        sound.mute(on=False)


def make_rapporteur(
    qtbot: QtBot, folder: Path, *, desk: Desk | None = None, author: Author = ANA, by_hand: bool = False
) -> Rapporteur:
    """Open the page on the second day of the sample meeting, or in another window of `desk`; `by_hand` lets no timer of it run."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, dark=False)
    sound.mute(on=True)
    if desk is None:
        desk = open_desk(folder, people=PEOPLE, now=NOW)
    desk.author = author
    context = Context(desk, pool=InlinePool())
    time = KeyTime(clock_of(desk))
    kind = next(one for one in PAGES if one.key == "summaries")
    if by_hand:
        kind = replace(kind, make=partial(SummariesPage, timer=time.after_rest))
    window = MainWindow(context, pages=[kind if one.key == kind.key else one for one in PAGES])
    # What keeps the time in a test is the test.
    window._ticker.stop()
    window._poller.stop()
    made = Rapporteur(window, desk, time)
    context.said.connect(made.said.append)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    # Keys without a pause are a scan; here they are a person's.
    assert window.scanner is not None
    window.scanner.stop()
    window.go("summaries")
    return made


def another_window(desk: Desk, author: Author = BEN) -> Desk:
    """Open the meeting once more, as a second rapporteur does."""
    return reopened(desk, author=author)
