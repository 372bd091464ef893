"""Keeps the monitors from going dark while a screen of the room is shown, by the means of each system; says so where it cannot."""

import os
import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QProcess

from cmc_desk.i18n import gettext as _

_PROGRAM = "CMC Desk"
_WHY = "A meeting is shown on the projector"
# Whoever does not answer in this time will not: the window waits for it.
_PATIENCE_MS = 500
_SERVICE, _PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
# A line to the desktop of our own: whatever was asked over it ends when it is cut, also when the program is killed.
_LINE = "cmc-desk-stage"


class Awake(Protocol):
    """Something that keeps monitors on from `keep` to `release`; `keep` says whether it could."""

    def keep(self) -> bool:
        """Keep the monitors on."""
        ...

    def release(self) -> None:
        """Let them go dark again."""
        ...


def awake_here() -> Awake:
    """Return the means of this system."""
    means: dict[str, Callable[[], Awake]] = {"win32": _Windows, "darwin": _Mac}
    return means.get(sys.platform, _Desktop)()


def trouble_words() -> str:
    """Return what is said where the monitors cannot be kept on."""
    return _("This computer may switch its screens off by itself: turn that off in its power settings.")


class _Windows:
    """Tells the system at each call that somebody looks at the monitors."""

    def keep(self) -> bool:
        return self._say(0x80000000 | 0x00000002 | 0x00000001)

    def release(self) -> None:
        self._say(0x80000000)

    def _say(self, state: int) -> bool:
        import ctypes

        # Looked up by name, because the other systems have no such library.
        library = getattr(ctypes, "windll", None)
        return library is not None and bool(library.kernel32.SetThreadExecutionState(state))


class _Mac:
    """Runs the small program of the system that keeps it awake; it ends with ours, even if ours is killed."""

    def __init__(self) -> None:
        self._process = QProcess()

    def keep(self) -> bool:
        if self._process.state() is QProcess.ProcessState.NotRunning:
            self._process.start("caffeinate", ["-d", "-i", "-w", str(os.getpid())])
        return self._process.waitForStarted(_PATIENCE_MS)

    def release(self) -> None:
        self._process.kill()
        self._process.waitForFinished(_PATIENCE_MS)


class _Desktop:
    """Asks the desktop over D-Bus, as video players do; where there is none, nobody can be asked."""

    def __init__(self) -> None:
        self._kept = False

    def keep(self) -> bool:
        if self._kept:
            return True
        from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

        line = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _LINE)
        if line.isConnected():
            message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "Inhibit")
            message.setArguments([_PROGRAM, _WHY])
            answer = line.call(message, QDBus.CallMode.Block, _PATIENCE_MS)
            self._kept = answer.type() is QDBusMessage.MessageType.ReplyMessage
        if not self._kept:
            QDBusConnection.disconnectFromBus(_LINE)
        return self._kept

    def release(self) -> None:
        if self._kept:
            from PySide6.QtDBus import QDBusConnection

            QDBusConnection.disconnectFromBus(_LINE)
            self._kept = False
