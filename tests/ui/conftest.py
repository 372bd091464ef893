"""No test reads or changes the habits of the computer it runs on."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings


@pytest.fixture(autouse=True)
def own_habits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Send what `ui/settings.py` remembers to a folder of this test."""
    folder = tmp_path_factory.mktemp("habits")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    return folder
