"""The Badges view in a real window over a real meeting file, with printers that print into files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmc_desk.desk.command import Author
from cmc_desk.rules.meeting import Role
from cmc_desk.ui import sound, theme
from cmc_desk.ui.badges.page import BadgesPage
from cmc_desk.ui.context import Context, Message
from tests.meetings import clock_of
from tests.ui.badges.stand import Office, Stand
from tests.ui.inline_pool import InlinePool
from tests.ui.registration.people import open_filled


@pytest.fixture(autouse=True)
def quiet(qapp: QApplication) -> Iterator[None]:
    """Light, with the keys shown, and without a sound."""
    theme.apply(qapp, dark=False)
    sound.mute(on=True)
    yield
    sound.mute(on=False)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """The printers."""
    folder = tmp_path / "trays"
    folder.mkdir()
    return Office(folder)


@pytest.fixture
def stand(qtbot: QtBot, tmp_path: Path, office: Office) -> Iterator[Stand]:
    """The view as large as the smallest window leaves it beneath the way back to the desk."""
    desk, ids = open_filled(tmp_path / "m.cmc", Author("P. Example-Gayle", Role.DESK, "Desk B"))
    clock = clock_of(desk)
    context = Context(desk, pool=InlinePool())
    page = BadgesPage(context, machine=office.machine())
    desk.subscribe(page.changed)
    said: list[Message] = []
    context.said.connect(said.append)
    qtbot.addWidget(page)
    page.resize(1278, 639)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.people.table.setFocus()
    made = Stand(page, desk, clock, ids, said, office)
    made.rest()
    yield made
    desk.close()
