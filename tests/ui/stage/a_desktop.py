"""A desktop that keeps the monitors on for whoever asks over D-Bus, and the program that asks; run as a program in a session of its own."""

import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QProcess, Slot
from PySide6.QtDBus import QDBusConnection

from cmc_desk.ui.stage.awake import _Desktop

SERVICE, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"


@ClassInfo({"D-Bus Interface": SERVICE})  # type: ignore[call-arg] # the stubs know it as something else
class ScreenSaver(QObject):  # type: ignore[operator] # as above
    """Writes down who asks."""

    @Slot(str, str, result=int)
    def Inhibit(self, who: str, _why: str) -> int:  # noqa: N802 - the name on the bus
        sys.stdout.write(f"asked-once-by {who}\n")
        sys.stdout.flush()
        return 7


def serve() -> None:
    """Be the desktop, until it is ended."""
    app = QCoreApplication([])
    saver = ScreenSaver()
    bus = QDBusConnection.sessionBus()
    bus.registerObject(PATH, saver, QDBusConnection.RegisterOption.ExportAllSlots)
    bus.registerService(SERVICE)
    sys.stdout.write("here\n")
    sys.stdout.flush()
    app.exec()


def ask() -> None:
    """Ask the desktop, twice, and once more when there is none any more."""
    app = QCoreApplication([])
    desktop = QProcess(app)
    desktop.start(sys.executable, ["-m", "tests.ui.stage.a_desktop", "serve"])
    desktop.waitForReadyRead()
    desktop.readAll()
    one = _Desktop()
    sys.stdout.write("kept\n" if one.keep() else "not kept\n")
    sys.stdout.write("again\n" if one.keep() else "not again\n")
    desktop.waitForReadyRead()
    sys.stdout.write(bytes(desktop.readAll().data()).decode())
    one.release()
    desktop.kill()
    desktop.waitForFinished()
    sys.stdout.write("over\n")
    sys.stdout.write("kept\n" if one.keep() else "not-kept\n")


if __name__ == "__main__":
    serve() if sys.argv[1:] == ["serve"] else ask()
