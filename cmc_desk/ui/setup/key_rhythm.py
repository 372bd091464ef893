"""How fast keys follow each other: what a scanner is like, measured before anything else hears its keys."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How long the last keys took, and the longest pause between two of them, in milliseconds."""

    whole_ms: float
    widest_ms: float


class KeyRhythm(QObject):
    """Notes when keys are pressed while it listens; it takes none of them away. `clock` returns milliseconds."""

    def __init__(self, *, clock: Callable[[], float] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock or _monotonic_ms
        self._at: deque[float] = deque(maxlen=_LONGEST)
        self._listening = False

    def listen(self, *, on: bool) -> None:
        """Begin, or stop; the filter that comes last hears a key first."""
        app = QApplication.instance()
        if app is None or on == self._listening:
            return
        self._listening = on
        if on:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)
            self._at.clear()

    def of_last(self, count: int) -> Rhythm | None:
        """Return the rhythm of the last `count` characters; None if fewer were heard."""
        if count < 2 or len(self._at) < count:
            return None
        times = list(self._at)[-count:]
        return Rhythm(times[-1] - times[0], max(after - before for before, after in pairwise(times)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A key that nobody takes wanders up to the window; only its first station counts.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is _target():
            text = event.text()
            if len(text) == 1 and text.isprintable():
                self._at.append(self._clock())
        return False


def _target() -> QObject | None:
    return QApplication.focusWidget() or QApplication.activeWindow()


def _monotonic_ms() -> float:
    return time.monotonic() * 1000
