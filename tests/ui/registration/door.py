"""The attendance page in a real window, with whoever takes attendance before it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cmc_desk.clock import ManualClock
from cmc_desk.desk.attendance_list import attendance_list
from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.attendance import Presence
from cmc_desk.rules.meeting import Role
from cmc_desk.ui.context import Context, Message
from cmc_desk.ui.registration.attendance_page import AttendancePage
from cmc_desk.ui.task import Pool
from tests.meetings import clock_of
from tests.ui.registration.hands import NONE
from tests.ui.registration.people import open_filled

REGISTRATION, OPENING = "day1-registration", "opening"


@dataclass
class Door:
    """Whoever takes attendance: hands on the keyboard, eyes on the page."""

    page: AttendancePage
    desk: Desk
    clock: ManualClock
    ids: dict[str, str]
    said: list[Message]

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the cursor is."""
        QTest.keyClick(self.focus(), key, modifiers)

    def type(self, text: str) -> None:
        """Type where the cursor is."""
        QTest.keyClicks(self.focus(), text)

    def focus(self) -> QWidget:
        """Return where the cursor is."""
        return QApplication.focusWidget() or self.page

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on something."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, at or widget.rect().center())

    def names(self) -> list[str]:
        """Return who is shown, from top to bottom."""
        return [line.row.name for line in self.page.people.table.model_of_rows().rows]

    def choose(self, name: str) -> None:
        """Choose somebody by given name."""
        assert self.page.people.table.choose(self.ids[name])

    def presence(self, name: str, session: str = REGISTRATION) -> Presence | None:
        """Return what the meeting file says of somebody by given name."""
        people = self.desk.read(attendance_list, key=session).people
        return next((row.mark.presence for row in people if row.id == self.ids[name]), None)


def make_door(qtbot: QtBot, tmp_path: Path, *, pool: Pool, role: Role = Role.ORGANISER) -> Door:
    desk, ids = open_filled(tmp_path / "m.cmc", Author("P. Example-Gayle", role, "Office"))
    clock = clock_of(desk)
    context = Context(desk, pool=pool)
    page = AttendancePage(context)
    desk.subscribe(page.changed)
    said: list[Message] = []
    context.said.connect(said.append)
    qtbot.addWidget(page)
    page.resize(1278, 676)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.setFocus()
    return Door(page, desk, clock, ids, said)
