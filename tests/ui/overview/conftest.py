"""The Overview page in a real window, with an organiser before it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmc_desk.clock import ManualClock
from cmc_desk.desk import attendance
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.setup import change_meeting
from cmc_desk.ui import theme
from cmc_desk.ui.context import Context, Message
from cmc_desk.ui.overview.page import OverviewPage
from tests.meetings import ANAIS, ANDRE, ILSE, JOSE, KEISHA, clock_of, enter, local, open_desk
from tests.ui.inline_pool import InlinePool


@dataclass
class Organiser:
    """Whoever looks: hands on the keyboard, eyes on the page."""

    page: OverviewPage
    desk: Desk
    folder: Path
    said: list[Message] = field(default_factory=list)
    went: list[tuple[str, object]] = field(default_factory=list)

    def press(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.page, key)

    def last(self) -> str:
        """Return the words of what was said last."""
        message = self.said[-1]
        return message.before + message.bold + message.after

    def checks(self) -> dict[str, str]:
        """Return the words of each check."""
        return {row.check.kind.value: row.words for row in self.page.checks.rows.rows()}

    def bars(self) -> list[tuple[str, int, int]]:
        """Return the bars of the attendance."""
        return [(row.label, row.number, row.whole) for row in self.page.attendance.rows.rows()]


@pytest.fixture
def organiser(qtbot: QtBot, tmp_path: Path) -> Iterator[Organiser]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, dark=False)
    desk = open_desk(tmp_path)
    desk.do(change_meeting, changes={"backup_folder": str(tmp_path / "copies")})
    people = [enter(desk, person) for person in (KEISHA, ANDRE, ANAIS, JOSE, ILSE)]
    for person in people[:2]:
        desk.do(attendance.check_in, code=person.code)
    clock_of(desk).move_to(local(0, 9, 12))
    context = Context(desk, pool=InlinePool())
    page = OverviewPage(context)
    page.acts.machine = ManualClock(desk.clock.now())
    page.resize(1278, 676)
    found = Organiser(page, desk, page.acts.folder.path())
    ends = [desk.subscribe(context.changed), desk.subscribe(page.changed)]
    context.said.connect(found.said.append)
    context.went.connect(lambda where, what: found.went.append((where, what)))
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.setFocus()
    yield found
    page.hide()
    for end in ends:
        end()
    desk.close()
