"""The program opens at the desk; for an organiser on the Overview."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from cmc_desk.desk.setup import change_meeting
from cmc_desk.rules.meeting import Role
from cmc_desk.ui.habits import Habits
from cmc_desk.ui.opened import main_window
from tests.meetings import DESK_A, open_desk
from tests.ui.inline_pool import InlinePool


@pytest.mark.parametrize(
    ("role", "page"), [(role, "overview" if role is Role.ORGANISER else "registration") for role in Role]
)
def test_everybody_begins_at_the_desk_and_an_organiser_on_the_overview(
    role: Role, page: str, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = open_desk(tmp_path)
    desk.do(change_meeting, changes={"backup_folder": str(tmp_path / "copies")})
    desk.author = replace(DESK_A, role=role)
    habits = Habits(QSettings(str(tmp_path / "habits.ini"), QSettings.Format.IniFormat))
    window = main_window(desk, habits, at=desk.clock.now(), pool=InlinePool())
    qtbot.addWidget(window)
    assert window.frame.chosen() == page
    assert window.frame.pages.currentWidget() is window.page(page)
    window.close()
