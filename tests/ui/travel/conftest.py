"""The Travel page over a small meeting with seats."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.travel.stand import Officer, make_officer


@pytest.fixture
def officer(qtbot: QtBot, tmp_path: Path) -> Iterator[Officer]:
    made = make_officer(qtbot, tmp_path)
    yield made
    made.close()
