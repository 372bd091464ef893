"""The composer over a small meeting, and the page in its window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.summaries.reader import Reader, make_reader
from tests.ui.summaries.stand import Rapporteur, make_rapporteur
from tests.ui.summaries.typist import Typist, make_typist


@pytest.fixture
def typist(qtbot: QtBot, tmp_path: Path) -> Iterator[Typist]:
    made = make_typist(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def rapporteur(qtbot: QtBot, tmp_path: Path) -> Iterator[Rapporteur]:
    made = make_rapporteur(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def reader(qtbot: QtBot, tmp_path: Path) -> Iterator[Reader]:
    made = make_reader(qtbot, tmp_path)
    yield made
    made.close()
