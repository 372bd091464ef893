"""The Agenda page over a small meeting."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.agenda.stand import Chair, begin, make_chair


@pytest.fixture
def chair(qtbot: QtBot, tmp_path: Path) -> Iterator[Chair]:
    made = make_chair(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def hearing(chair: Chair) -> Chair:
    """The item with a list of speakers runs since 10:19, four minutes late."""
    for item, hour, minute in (("day1-registration", 8, 41), ("opening", 9, 2), ("coffee", 9, 48), ("context", 10, 19)):
        chair.at(hour, minute)
        begin(chair, item)
    return chair
