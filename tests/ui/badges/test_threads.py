"""The whole way with threads of their own, as in the program: read, drawn, printed and recorded beside the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cmc_desk.desk.badge_ledger import print_runs
from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.meeting import Role
from cmc_desk.ui import task
from cmc_desk.ui.badges.page import BadgesPage
from cmc_desk.ui.context import Context
from tests.reports.read_pdf import codes_on
from tests.ui.badges.stand import Office
from tests.ui.registration.people import open_filled


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made, _ids = open_filled(tmp_path / "m.cmc", Author("P. Example-Gayle", Role.DESK, "Desk B"))
    yield made
    made.close()


def test_badges_are_read_drawn_printed_and_recorded_beside_the_window(qtbot: QtBot, desk: Desk, office: Office) -> None:
    page = BadgesPage(Context(desk), machine=office.machine())
    desk.subscribe(page.changed)
    qtbot.addWidget(page)
    page.resize(1278, 639)
    with qtbot.waitSignal(page.maker.made):
        page.show()
    assert page.sheet.view.content() != b""
    qtbot.waitUntil(page.paper.print.isEnabled)
    with qtbot.waitSignal(page.printing.rested):
        page.paper.print.click()
    (run,) = desk.read(print_runs)
    assert run.number == 7
    assert len(codes_on(office.laser.papers[0].read_bytes(), dpi=300)[0]) == 7
    qtbot.waitUntil(lambda: not task.running())
    assert page.people.table.model_of_rows().rows == ()
