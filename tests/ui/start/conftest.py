"""A program that was just started, with a folder of meetings of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmc_desk.app import Options, Program
from cmc_desk.clock import ManualClock
from cmc_desk.ui import sound, theme
from tests.meetings import MORNING
from tests.ui.inline_pool import InlinePool

Start = Callable[..., Program]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of meetings; copies lie beside it."""
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_args: tmp_path / "data")
    folder = tmp_path / "meetings"
    folder.mkdir()
    return folder


@pytest.fixture
def start(home: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Start]:
    """Return a function that starts the program and waits for its first paint."""
    sound.mute(on=True)
    made: list[Program] = []

    def make(path: Path | None = None, *, secret: str = "", opens: bool = False) -> Program:
        options = Options(
            path=path, secret=secret, home=home, clock=ManualClock(MORNING), pool=InlinePool(), dark=False
        )
        program = Program(qapp, options)
        made.append(program)
        if opens:
            with qtbot.waitSignal(program.opened):
                program.show()
        else:
            program.window.activateWindow()
            with qtbot.waitSignal(program.painted):
                program.show()
            qtbot.waitUntil(lambda: bool(program.start.strip.accessibleName()))
        return program

    yield make
    for program in made:
        if program.main is not None:
            program.main.close()
            program.main.deleteLater()
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()
    sound.mute(on=False)
    theme.apply(qapp, dark=False)
