"""The screens of the room over a small meeting whose clock the test moves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmc_desk.ui import theme
from cmc_desk.ui.stage import room as rooms
from tests.ui.agenda.stand import Chair, begin, make_chair


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """Dress the program, so that Noto Sans is there."""
    theme.apply(qapp, dark=False)


class Wakeful:
    """Stands for a computer that can be kept awake, or cannot."""

    def __init__(self) -> None:
        self.can = True
        self.kept = False

    def keep(self) -> bool:
        self.kept = True
        return self.can

    def release(self) -> None:
        self.kept = False


@pytest.fixture
def wakeful(monkeypatch: pytest.MonkeyPatch) -> Wakeful:
    """Return what the room is kept awake by."""
    one = Wakeful()
    monkeypatch.setattr(rooms, "awake_here", lambda: one)
    return one


@pytest.fixture
def chair(qtbot: QtBot, tmp_path: Path, wakeful: Wakeful) -> Iterator[Chair]:
    """Return the chair's assistant before the first item."""
    made = make_chair(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def hearing(chair: Chair) -> Chair:
    """The item with a list of speakers runs since 10:19, four minutes late."""
    for item, hour, minute in (("day1-registration", 8, 41), ("opening", 9, 2), ("coffee", 9, 48), ("context", 10, 19)):
        chair.at(hour, minute)
        begin(chair, item)
    chair.window.tick()
    return chair
