"""Tells a key that stutters from one that is pressed twice on purpose: nobody starts two items within a double click."""

import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication


class Stutter:
    """One for each act that must not happen twice by accident; the time is that of the hand, not that of the meeting.

    How long a double click may take is set in the system, longer for slow hands. A press that came too soon counts as well: a key
    that bounces is heard once.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self._last: float | None = None

    def too_soon(self) -> bool:
        """Say whether this press follows the one before it as no second thought does."""
        now, before = self.clock(), self._last
        self._last = now
        return before is not None and now - before < QApplication.doubleClickInterval() / 1000
