"""What is loaded beforehand is there, one module at each pause, and then it is quiet."""

import sys

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from cmc_desk.desk.paper_kinds import loaded_kinds, paper_kinds
from cmc_desk.ui.beforehand import LATER, Beforehand
from tests.ui.inline_pool import InlinePool


def test_one_module_is_loaded_at_each_pause_and_then_no_more(qtbot: QtBot) -> None:
    del qtbot
    parent = QObject()
    beforehand = Beforehand(parent, pool=InlinePool())
    for name in LATER:
        assert beforehand.timer.isActive()
        beforehand.timer.timeout.emit()
        assert name in sys.modules
    assert not beforehand.timer.isActive()
    assert loaded_kinds() == paper_kinds()


def test_what_waits_can_be_loaded_at_once(qtbot: QtBot) -> None:
    del qtbot
    parent = QObject()
    beforehand = Beforehand(parent, pool=InlinePool())
    beforehand.load_all()
    assert not beforehand.timer.isActive()
