"""A registration page in a real window over a real meeting file, with a clock that stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cmc_desk.clock import ManualClock
from cmc_desk.desk.command import Author
from cmc_desk.desk.counters import last_scans
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.people import codes_of
from cmc_desk.rules.meeting import Role
from cmc_desk.ui import sound, theme
from cmc_desk.ui.context import Context, Message
from cmc_desk.ui.registration.page import RegistrationPage
from cmc_desk.ui.task import Pool
from tests.meetings import clock_of
from tests.ui.inline_pool import InlinePool
from tests.ui.registration.door import Door, make_door
from tests.ui.registration.hands import NONE
from tests.ui.registration.people import open_filled


@dataclass
class Stand:
    """Who stands at the desk: hands on the keyboard, eyes on the page."""

    page: RegistrationPage
    desk: Desk
    clock: ManualClock
    ids: dict[str, str]
    said: list[Message]

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the cursor is."""
        QTest.keyClick(self.focus(), key, modifiers)

    def type(self, text: str) -> None:
        """Type where the cursor is, and look at the card before doing anything else."""
        QTest.keyClicks(self.focus(), text)
        follow = self.page.desk_view.follow
        if follow.isActive():
            follow.timeout.emit()

    def focus(self) -> QWidget:
        """Return where the cursor is."""
        return QApplication.focusWidget() or self.page

    def answers(self) -> list[tuple[str, str, bool]]:
        """Return every recorded act as (name, answer, voided), newest first."""
        return [(row.name, row.answer, row.voided) for row in self.desk.read(last_scans, limit=50)]

    def code(self, name: str) -> str:
        """Return the badge code of somebody by given name."""
        return self.desk.read(codes_of, participants=[self.ids[name]])[self.ids[name]]


def make_stand(qtbot: QtBot, tmp_path: Path, role: Role, *, pool: Pool | None = None) -> Stand:
    """Open a meeting with its people and show the page as large as the smallest window leaves it."""
    desk, ids = open_filled(tmp_path / "m.cmc", Author("T. Sample-Reid", role, "Desk B"))
    clock = clock_of(desk)
    context = Context(desk, pool=pool)
    page = RegistrationPage(context)
    desk.subscribe(page.changed)
    said: list[Message] = []
    context.said.connect(said.append)
    qtbot.addWidget(page)
    page.resize(1278, 676)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return Stand(page, desk, clock, ids, said)


@pytest.fixture(autouse=True)
def quiet(qapp: QApplication) -> Iterator[None]:
    """Light, with the keys shown, and without a sound."""
    theme.apply(qapp, dark=False)
    sound.mute(on=True)
    yield
    sound.mute(on=False)


@pytest.fixture
def stand(qtbot: QtBot, tmp_path: Path) -> Iterator[Stand]:
    """The desk of somebody of the registration."""
    made = make_stand(qtbot, tmp_path, Role.DESK)
    yield made
    made.desk.close()


@pytest.fixture
def organiser(qtbot: QtBot, tmp_path: Path) -> Iterator[Stand]:
    """The desk of an organiser."""
    made = make_stand(qtbot, tmp_path, Role.ORGANISER)
    yield made
    made.desk.close()


@pytest.fixture
def door(qtbot: QtBot, tmp_path: Path) -> Iterator[Door]:
    """The page of an organiser."""
    made = make_door(qtbot, tmp_path, pool=InlinePool())
    yield made
    made.desk.close()
