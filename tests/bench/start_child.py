"""One start in a process of its own: a bare window, a bare window after the store was loaded, or the program on a meeting."""

import importlib
import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

BEGUN = "CMC_DESK_BENCH_BEGUN"
_STORE = ("sqlalchemy", "sqlalchemy.orm", "sqlcipher3.dbapi2")


def main() -> int:
    """Print the figures of one start as JSON."""
    kind, file = sys.argv[1], Path(sys.argv[2])
    print(json.dumps(_program(file) if kind == "program" else _bare(_STORE if kind == "bare+store" else ())))
    return 0


class _Window(QWidget):
    def __init__(self, painted: Callable[[], None]) -> None:
        super().__init__()
        self._painted = painted

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._painted()


def _bare(modules: tuple[str, ...]) -> dict[str, float]:
    for name in modules:
        importlib.import_module(name)
    app = QApplication([])
    figures: dict[str, float] = {}

    def painted() -> None:
        figures["painted"] = _elapsed()
        QTimer.singleShot(0, app.quit)

    window = _Window(painted)
    window.resize(1366, 768)
    window.show()
    app.exec()
    return {**figures, "memory": _memory()}


def _program(file: Path) -> dict[str, float]:
    from cmc_desk.app import Options, Program

    app = QApplication([])
    figures: dict[str, float] = {}

    def opened(_window: object) -> None:
        figures["opened"] = _elapsed()
        figures["memory"] = _memory()
        QTimer.singleShot(0, app.quit)

    program = Program(app, Options(path=file))
    program.painted.connect(lambda: figures.setdefault("painted", _elapsed()))
    program.opened.connect(opened)
    program.show()
    app.exec()
    if program.main is not None:
        program.main.close()
    return figures


def _elapsed() -> float:
    return (time.monotonic() - float(os.environ[BEGUN])) * 1000


def _memory() -> float:
    """Return the most memory that this process has held so far, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():
        # What `getrusage` tells on Linux begins with the size of the process that started this one.
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    sys.exit(main())
