"""A page of papers with two people in the meeting."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.papers.office import Office, make_office


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    made = make_office(qtbot, tmp_path)
    yield made
    made.close()
