"""The composer over a small meeting."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.summaries.typist import Typist, make_typist


@pytest.fixture
def typist(qtbot: QtBot, tmp_path: Path) -> Iterator[Typist]:
    made = make_typist(qtbot, tmp_path)
    yield made
    made.close()
