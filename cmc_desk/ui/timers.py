"""The two kinds of timers that pages use."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer


def every(milliseconds: int, act: Callable[[], None], parent: QObject) -> QTimer:
    """Return a timer, not started yet, that calls a method of a QObject again and again."""
    timer = QTimer(parent)
    timer.setInterval(milliseconds)
    timer.timeout.connect(act)
    return timer


def after_rest(milliseconds: int, act: Callable[[], None], parent: QObject) -> QTimer:
    """Return a timer that calls `act` once, so long after it was last started."""
    timer = every(milliseconds, act, parent)
    timer.setSingleShot(True)
    # The usual ones may come a twentieth later.
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    return timer
