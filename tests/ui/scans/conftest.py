"""The desk that the scans are tried on."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cmc_desk.ui.scanner import Scanner
from tests.ui.scans.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    window = QWidget()
    edit, other, button = QLineEdit(window), QLineEdit(window), QPushButton("Done", window)
    layout = QVBoxLayout(window)
    for widget in (edit, other, button):
        layout.addWidget(widget)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    edit.setFocus()
    assert QApplication.focusWidget() is edit
    now = [1000.0]
    scanner = Scanner(qapp, clock=lambda: now[0], stamped=False)
    made = Desk(window, edit, other, button, scanner, now, [], [])
    scanner.scanned.connect(made.scanned.append)
    scanner.rejected.connect(lambda: made.rejected.append(True))
    yield made
    scanner.stop()
    scanner.deleteLater()
