"""The page of a person, with hands on the keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmc_desk.rules.meeting import Role
from cmc_desk.ui import sound, theme
from tests.ui.inline_pool import InlinePool
from tests.ui.registration.conftest import Stand, make_stand
from tests.ui.registration.hands import CTRL


@pytest.fixture(autouse=True)
def quiet(qapp: QApplication) -> Iterator[None]:
    """Light, without a sound, and with nothing on the clipboard."""
    theme.apply(qapp, dark=False)
    sound.mute(on=True)
    QApplication.clipboard().clear()
    yield
    sound.mute(on=False)


@pytest.fixture
def stand(qtbot: QtBot, tmp_path: Path) -> Iterator[Stand]:
    """Keisha in full."""
    made = make_stand(qtbot, tmp_path, Role.DESK, pool=InlinePool())
    made.page.open_at(made.ids["Keisha"])
    made.press(Qt.Key.Key_R, CTRL)
    yield made
    made.desk.close()


@pytest.fixture
def picture() -> QImage:
    """A picture 800 × 600 whose left half is red and whose right half is blue."""
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("#c00000"))
    painter = QPainter(image)
    painter.fillRect(400, 0, 400, 600, QColor("#0000c0"))
    painter.end()
    return image


@pytest.fixture
def file(tmp_path: Path, picture: QImage) -> Path:
    """The picture as a file."""
    path = tmp_path / "portrait.png"
    picture.save(str(path))
    return path
