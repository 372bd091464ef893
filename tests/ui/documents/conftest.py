"""The Documents page over a small meeting with a draft of three paragraphs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.documents.stand import Drafter, drafted_file, make_drafter


@pytest.fixture(scope="session")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the meeting, which is made once."""
    return drafted_file(tmp_path_factory.mktemp("drafted"))


@pytest.fixture
def drafter(qtbot: QtBot, drafted: Path, tmp_path: Path) -> Iterator[Drafter]:
    made = make_drafter(qtbot, drafted, tmp_path)
    yield made
    made.close()
