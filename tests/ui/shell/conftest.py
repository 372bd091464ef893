"""Opens the sample meeting in a main window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmc_desk.clock import ManualClock
from cmc_desk.desk.setup import change_meeting
from cmc_desk.ui import sound, theme
from cmc_desk.ui.context import Context
from cmc_desk.ui.page_kinds import PageKind
from cmc_desk.ui.shell import MainWindow
from tests.meetings import ANDRE, JOSE, KEISHA, MORNING, open_desk
from tests.ui.inline_pool import InlinePool
from tests.ui.shell.stand import KINDS, Stand


@pytest.fixture
def stand(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[..., Stand]]:
    """Return a function that opens the sample meeting in a window."""
    theme.apply(qapp, dark=False)
    sound.mute(on=True)
    made: list[Stand] = []

    def make(*, passphrase: str = "", pages: tuple[PageKind, ...] = KINDS) -> Stand:
        # What is damaged here is a file that the desk has just written, and knows by heart.
        desk = open_desk(tmp_path, people=(KEISHA, ANDRE, JOSE), passphrase=passphrase, anew=True)
        desk.do(change_meeting, changes={"backup_folder": str(tmp_path / "copies")})
        desk.saved_at = None
        seconds = [1000.0]
        machine = ManualClock(MORNING)
        window = MainWindow(
            Context(desk, pool=InlinePool()), machine=machine, monotonic=lambda: seconds[0], pages=pages
        )
        one = Stand(window, desk, machine, tmp_path / "copies", seconds)
        made.append(one)
        # What keeps the time in a test is the test.
        window._ticker.stop()
        window._poller.stop()
        window.go("registration")
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        # Keys without a pause are a scan; here they are a person's.
        assert window.scanner is not None
        window.scanner.stop()
        return one

    yield make
    for one in made:
        one.window.close()
        one.window.close()
        one.window.deleteLater()
    sound.mute(on=False)
