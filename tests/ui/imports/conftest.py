"""The import page in a real window over a meeting that has its first list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmc_desk.clock import ManualClock
from cmc_desk.desk import importing
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.opening import create_meeting, open_meeting
from cmc_desk.exchange.meeting_file import read_meeting, template_path
from cmc_desk.rules.import_decisions import changes
from cmc_desk.ui import theme
from cmc_desk.ui.context import Context, Message
from cmc_desk.ui.registration.import_page import ImportPage
from tests.meetings import MORNING
from tests.ui.imports.acts import AUTHOR, FIRST
from tests.ui.inline_pool import InlinePool


@pytest.fixture(scope="module")
def meeting_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("meeting") / "m.cmc"
    plan = read_meeting(template_path("cmc-2019"))
    made = create_meeting(path, plan, clock=ManualClock(MORNING), author=AUTHOR, training=True)
    first = list(changes(importing.plan(made, importing.read_list(FIRST)), {}))
    made.do(importing.import_people, changes=first, source=FIRST.name, learned={}, columns={})
    made.close()
    return path


@pytest.fixture
def desk(meeting_file: Path, tmp_path: Path) -> Desk:
    copy = tmp_path / "m.cmc"
    copy.write_bytes(meeting_file.read_bytes())
    return open_meeting(copy, author=AUTHOR, clock=ManualClock(MORNING))


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, qapp: QApplication) -> Iterator[ImportPage]:
    theme.apply(qapp, dark=False)
    context = Context(desk, pool=InlinePool())
    page = ImportPage(context)
    stop = desk.subscribe(page.changed)
    page.resize(1278, 676)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page
    stop()
    desk.close()


@pytest.fixture
def said(page: ImportPage) -> list[Message]:
    heard: list[Message] = []
    page.context.said.connect(heard.append)
    return heard
