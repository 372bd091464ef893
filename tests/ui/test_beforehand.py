"""What is loaded beforehand is there, a few modules at each pause, and then it is quiet."""

import sys

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from cmc_desk.desk.paper_kinds import loaded_kinds, paper_kinds
from cmc_desk.ui.beforehand import LATER, Beforehand
from cmc_desk.ui.page_kinds import PAGES
from tests.ui.inline_pool import InlinePool


def test_what_pages_stand_on_is_loaded_beside_the_window_and_then_a_few_views_at_each_pause(qtbot: QtBot) -> None:
    del qtbot
    beforehand = Beforehand(parent := QObject(), pool=InlinePool())
    beforehand.timer.timeout.emit()
    assert loaded_kinds() == paper_kinds()
    assert "cmc_desk.desk.note_order" in sys.modules
    for _pause in range(1000):
        if not beforehand.timer.isActive():
            break
        beforehand.timer.timeout.emit()
    assert not beforehand.timer.isActive()
    for package in LATER:
        assert any(name.startswith(f"{package}.") for name in sys.modules)
    del parent


def test_the_view_of_every_page_is_loaded_beforehand() -> None:
    assert {f"cmc_desk.ui.{kind.key}" for kind in PAGES} <= set(LATER)


def test_what_waits_can_be_loaded_at_once(qtbot: QtBot) -> None:
    del qtbot
    parent = QObject()
    beforehand = Beforehand(parent, pool=InlinePool())
    beforehand.load_all()
    assert not beforehand.timer.isActive()
    assert loaded_kinds()
