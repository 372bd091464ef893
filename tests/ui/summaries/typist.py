"""A rapporteur before the composer in a window, with hands on real keys and a time that only the test lets pass."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_list import entry_of, notes_of, revisions_of
from cmc_desk.desk.rescue import RescueFile, meeting_mark
from cmc_desk.rules.notes import NoteEntry, NoteRevision
from cmc_desk.ui import settings, theme
from cmc_desk.ui.context import Context, Message
from cmc_desk.ui.key_time import KeyTime
from cmc_desk.ui.summaries.composer import Composer, Conflict, Filed
from tests.meetings import PEOPLE, clock_of, local, open_desk
from tests.ui.inline_pool import InlinePool

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
ITEM, OTHER = "discussion", "context"


class NotesWindow(QWidget):
    """Closes the meeting file when it is closed, as the main window does."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        context.setParent(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.context.desk.close()
        event.accept()


@dataclass
class Typist:
    """Hands on the keyboard, eyes on the composer."""

    window: NotesWindow
    composer: Composer
    other: QLineEdit
    desk: Desk
    timers: KeyTime
    rescue: Path
    said: list[Message] = field(default_factory=list)
    filed: list[Filed] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    def type(self, text: str, *, pace: float = 0) -> None:
        """Type where the keyboard is, so many milliseconds apart."""
        for letter in text:
            if letter == "\n":
                self.press(Qt.Key.Key_Return, SHIFT)
            elif letter.isascii():
                QTest.keyClicks(self.focus(), letter)
            else:
                self.compose(letter)
            if pace:
                self.timers.pass_by(pace)

    def compose(self, text: str) -> None:
        """Type what no key has, with an input method."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.focus(), event)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self.focus(), key, modifiers)

    def enter(self) -> None:
        """Press Enter."""
        self.press(Qt.Key.Key_Return)

    def tab(self) -> None:
        """Press Tab."""
        self.press(Qt.Key.Key_Tab)

    def focus(self) -> QWidget:
        """Return where the keyboard is."""
        return QApplication.focusWidget() or self.window

    def rest(self, milliseconds: float = 400) -> None:
        """Let the keys rest."""
        self.timers.pass_by(milliseconds)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.composer.editor.text()

    @property
    def light(self) -> str:
        """What the light says."""
        return self.composer.light.words()

    @property
    def foot(self) -> str:
        """What the line beneath the text says."""
        return self.composer._face.foot.words()

    @property
    def speaker(self) -> str:
        """What the line above the text says."""
        return self.composer._face.speaker.words()

    def entries(self, item: str = ITEM) -> tuple[NoteEntry, ...]:
        """Return what the meeting file has."""
        return self.desk.read(notes_of, item=item)

    def texts(self, item: str = ITEM) -> list[str]:
        """Return the texts that the meeting file has."""
        return [one.written.text for one in self.entries(item)]

    def stored(self) -> NoteEntry | None:
        """Return the entry in the field as the meeting file has it."""
        return self.desk.read(entry_of, entry=self.composer.entry) if self.composer.entry else None

    def revisions(self, entry: str) -> tuple[NoteRevision, ...]:
        """Return what an entry said."""
        return self.desk.read(revisions_of, entry=entry)

    def last(self) -> str:
        """Return what was said last in the message strip."""
        message = self.said[-1]
        return message.before + message.bold + message.after

    def close(self) -> None:
        """Leave the window."""
        self.window.close()
        self.window.deleteLater()


def make_typist(qtbot: QtBot, folder: Path, *, desk: Desk | None = None, spelling: bool = False) -> Typist:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, dark=False)
    # A dictionary takes a third of a second to load.
    settings.say("note_spelling", "on" if spelling else "off")
    if desk is None:
        desk = open_desk(folder, people=PEOPLE, now=local(1, 10, 15))
    context = Context(desk, pool=InlinePool())
    window = NotesWindow(context)
    timers = KeyTime(clock_of(desk))
    rescue = folder / "elsewhere"
    file = RescueFile((rescue,), meeting=desk.read(meeting_mark), author=desk.author)
    composer = Composer(context, window, timer=timers.after_rest, rescue=file)
    other = QLineEdit(window)
    column = QVBoxLayout(window)
    column.addWidget(other)
    column.addWidget(composer.light)
    column.addStretch(1)
    column.addWidget(composer)
    typist = Typist(window, composer, other, desk, timers, rescue)
    context.said.connect(typist.said.append)
    composer.filed.connect(typist.filed.append)
    composer.conflicted.connect(typist.conflicts.append)
    desk.subscribe(composer.changed)
    window.resize(694, 600)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    composer.open_item(ITEM)
    composer.setFocus()
    return typist
