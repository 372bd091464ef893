"""Every part is looked at in the dress that it has at the desk."""

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cmc_desk.ui import theme
from tests.ui.parts.pictures import Show


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """Light, with the keys shown, whatever the test before left behind."""
    if theme.is_dark() or not qapp.styleSheet():
        theme.apply(qapp, dark=False)
    if not theme.hints_shown():
        theme.show_hints(qapp, shown=True)


@pytest.fixture
def shown(qtbot: QtBot) -> Show:
    """Return a function that shows parts in one active window."""

    windows: list[QWidget] = []

    def show(*parts: QWidget) -> QWidget:
        window = QWidget()
        # The test holds the parts, and they live as long as their window.
        windows.append(window)
        layout = QVBoxLayout(window)
        for part in parts:
            layout.addWidget(part)
        window.resize(600, 400)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return show
