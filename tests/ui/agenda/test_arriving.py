"""The first keys on the page, in a window that was just opened: the keyboard is where Space starts the item."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmc_desk.ui.agenda.page import AgendaPage
from cmc_desk.ui.context import Context
from cmc_desk.ui.page_kinds import PAGES
from cmc_desk.ui.shell import MainWindow
from tests.meetings import MORNING, open_desk
from tests.ui.inline_pool import InlinePool

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("before", [page.key for page in PAGES if page.key != "agenda"])
def test_space_starts_the_item_on_the_first_visit_from_any_page(qtbot: QtBot, tmp_path: Path, before: str) -> None:
    desk = open_desk(tmp_path, now=MORNING)
    window = MainWindow(Context(desk, pool=InlinePool()), pages=PAGES)
    window._ticker.stop()
    window._poller.stop()
    try:
        window.go(before)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        assert window.scanner is not None
        window.scanner.stop()
        for key, modifiers in ((Qt.Key.Key_3, CTRL), (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)):
            QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
        page = window.page("agenda")
        assert isinstance(page, AgendaPage)
        assert not page.planning
        assert QApplication.focusWidget() is page.run.speakers.table
        assert page.run.moment().standing().running == "day1-registration"
    finally:
        window.close()
        window.close()
        window.deleteLater()
