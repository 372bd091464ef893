"""A time that only passes when somebody lets it: the clock of the meeting and the timers that are due with it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject

from cmc_desk.clock import ManualClock


@dataclass
class KeyTimer:
    """Stands for a single shot of `ui.timers.after_rest`."""

    time: "KeyTime"
    milliseconds: int
    act: Callable[[], None]
    due: float | None = None

    def start(self, milliseconds: int, /) -> None:
        """Begin, or begin again."""
        self.due = self.time.now + milliseconds

    def stop(self) -> None:
        """Do not call any more."""
        self.due = None

    def isActive(self) -> bool:  # noqa: N802 - Qt's name
        """Say whether it runs."""
        return self.due is not None


@dataclass
class KeyTime:
    """Makes the timers, and calls them in the order in which they are due as time passes."""

    clock: ManualClock
    now: float = 0.0
    made: list[KeyTimer] = field(default_factory=list)

    def after_rest(self, milliseconds: int, act: Callable[[], None], _parent: QObject) -> KeyTimer:
        """Make a timer, not started yet."""
        timer = KeyTimer(self, milliseconds, act)
        self.made.append(timer)
        return timer

    def pass_by(self, milliseconds: float) -> None:
        """Let time pass."""
        end = self.now + milliseconds
        while due := [timer for timer in self.made if timer.due is not None and timer.due <= end]:
            first = min(due, key=lambda timer: timer.due or 0.0)
            self._move(first.due or 0.0)
            first.stop()
            first.act()
        self._move(end)

    def _move(self, to: float) -> None:
        self.clock.advance(seconds=(to - self.now) / 1000)
        self.now = to
