"""Every window is dressed as in the program, and no test reads or changes the habits of the computer it runs on."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from cmc_desk.ui import theme


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Load the typeface before the first window asks how wide a word is: the answers are kept."""
    theme.apply(qapp, dark=False)
    return qapp


@pytest.fixture(autouse=True)
def own_habits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Send what `ui/settings.py` remembers to a folder of this test."""
    folder = tmp_path_factory.mktemp("habits")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    return folder
