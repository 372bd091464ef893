"""What a screen of the room does on a computer with a laptop's monitor, a projector and a monitor in the lobby; run as a program."""

import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication

from cmc_desk.ui import theme
from cmc_desk.ui.context import Context
from cmc_desk.ui.shell import MainWindow
from cmc_desk.ui.stage import monitors
from cmc_desk.ui.stage.acts import LOBBY, STAGE
from cmc_desk.ui.stage.window import RoomWindow
from tests.meetings import open_desk


def named(app: QApplication, name: str) -> QScreen:
    """Return a monitor by its name; the system lists them in any order."""
    return next(screen for screen in app.screens() if screen.name() == name)


def on(window: RoomWindow) -> str:
    """Return the monitor that a window fills by where it lies; empty if it fills none."""
    screens = QApplication.screens()
    return next((one.name() for one in screens if one.geometry() == window.geometry() and window.isFullScreen()), "")


def fills(app: QApplication, window: MainWindow) -> None:
    """The stage fills the projector, the lobby screen what is left, and the operator's monitor stays free."""
    room = window.room
    room.toggle(STAGE)
    room.toggle(LOBBY)
    app.processEvents()
    stage, lobby = room.windows[STAGE], room.windows[LOBBY]
    assert {on(stage), on(lobby)} == {"Projector", "Lobby"}
    size = named(app, on(stage)).size()
    assert room.where(STAGE) == f"on {on(stage)}, {size.width()} × {size.height()}"
    assert not stage.geometry().intersects(window.geometry())
    assert not lobby.geometry().intersects(window.geometry())


def removed(app: QApplication, window: MainWindow) -> None:
    """A projector that is pulled out leaves a window, which is no full screen; it comes back to the projector."""
    room = window.room
    laptop, projector, lobby = (named(app, name) for name in ("Laptop", "Projector", "Lobby"))
    there = [laptop, projector]
    room._screens = lambda: there
    room.toggle(STAGE)
    assert on(room.windows[STAGE]) == "Projector"
    there.remove(projector)
    room._on_removed(projector)
    app.processEvents()
    stage = room.windows[STAGE]
    assert stage.isVisible()
    assert not stage.isFullScreen()
    assert laptop.geometry().contains(stage.geometry())
    assert stage.width() < laptop.geometry().width() * 0.7
    there.append(projector)
    room.place_all()
    app.processEvents()
    assert on(stage) == "Projector"
    there.append(lobby)
    room.place_all()
    assert on(stage) == "Projector"


def operator(app: QApplication, window: MainWindow) -> None:
    """An operator who moves to the projector is not covered: the stage goes elsewhere."""
    room = window.room
    room.toggle(STAGE)
    before = on(room.windows[STAGE])
    other = named(app, before)
    window.windowHandle().setScreen(other)
    window.move(other.geometry().topLeft())
    app.processEvents()
    assert window.screen() is other
    assert on(room.windows[STAGE]) not in ("", before)


def other(app: QApplication, window: MainWindow) -> None:
    """The monitor that was asked for is remembered for the next time."""
    room = window.room
    room.toggle(STAGE)
    before = on(room.windows[STAGE])
    room.other_monitor()
    app.processEvents()
    after = on(room.windows[STAGE])
    assert {before, after} == {"Projector", "Lobby"}
    found = monitors.remembered(STAGE)
    assert found is not None
    assert found.name == after
    room.toggle(STAGE)
    room.toggle(STAGE)
    assert on(room.windows[STAGE]) == after


def main(story: str, folder: Path) -> None:
    """Tell one of the stories."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "habits"))
    app = QApplication([])
    theme.apply(app, dark=False)
    window = MainWindow(Context(open_desk(folder)))
    window.resize(1200, 700)
    window.show()
    app.processEvents()
    {"fills": fills, "removed": removed, "operator": operator, "other": other}[story](app, window)
    window.close()
    sys.stdout.write("as it should be\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
