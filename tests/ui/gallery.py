"""Draws every part of the windows, alone and composed, to PNG: `python -m tests.ui.gallery FOLDER [scale]`."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if len(sys.argv) > 2:
    os.environ["QT_SCALE_FACTOR"] = sys.argv[2]

from PySide6.QtWidgets import QApplication, QWidget

from cmc_desk.ui import theme
from tests.ui.scenes import SCENES
from tests.ui.sheets import SHEETS


def main(folder: Path) -> None:
    """Draw all scenes and sheets in both schemes into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    for dark in (False, True):
        theme.apply(app, dark=dark)
        for name, make in (SHEETS | SCENES).items():
            widget: QWidget = make()
            widget.show()
            widget.activateWindow()
            if widget.focusProxy() is not None:
                widget.setFocus()
            # Twice: the first round lays out, the second delivers what the layout asked for.
            app.processEvents()
            app.processEvents()
            widget.grab().save(str(folder / f"{name}{'_dark' if dark else ''}.png"))
            widget.close()
            widget.deleteLater()
            app.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
