"""The one place that reads the time of day."""

import math
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Whatever can say what time it is."""

    def now(self) -> datetime:
        """Return the time, aware, in UTC."""
        ...


class SystemClock:
    """The clock of the computer."""

    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251 - this is the Clock


@dataclass
class TrainingClock:
    """A clock that runs at the ordinary pace from an instant of the meeting, for training files."""

    start: datetime
    _started: float = field(default_factory=time.monotonic)

    def now(self) -> datetime:
        return self.start + timedelta(seconds=time.monotonic() - self._started)

    def move_to(self, instant: datetime) -> None:
        """Make it `instant` now."""
        self.start, self._started = instant, time.monotonic()


@dataclass
class RehearsalClock(TrainingClock):
    """A clock of a rehearsal: it runs `pace` times as fast as the clock on the wall, and while it `stands` not at all."""

    pace: float = 1.0
    stands: bool = False

    def now(self) -> datetime:
        if self.stands:
            return self.start
        return self.start + timedelta(seconds=(time.monotonic() - self._started) * self.pace)

    def run(self) -> None:
        """Run from now on, if it stands: somebody sees it."""
        if self.stands:
            self.move_to(self.start)
            self.stands = False

    def set_pace(self, pace: float) -> None:
        """Run faster or slower from now on; the time that it shows does not jump."""
        self.move_to(self.now())
        self.pace = pace


@dataclass
class ManualClock:
    """A clock that stands until it is moved: for the demo and the tests."""

    instant: datetime

    def now(self) -> datetime:
        return self.instant

    def move_to(self, instant: datetime) -> None:
        """Make it `instant` now."""
        self.instant = instant

    def advance(self, **amount: float) -> None:
        """Move on by a `timedelta(**amount)`."""
        self.instant += timedelta(**amount)


@dataclass
class JumpWatch:
    """Notices when the wall clock and the monotonic clock part: somebody set the time, or the computer slept.

    Only what happens between two looks counts: the slow correction of a clock by the network is no jump. Where the monotonic
    clock goes on while the computer sleeps, a sleep is known by it that nobody looked for `silence` seconds.
    """

    limit: float = 2.0
    silence: float = math.inf
    _last: tuple[datetime, float] | None = field(default=None, repr=False)

    def jumped(self, *, wall: datetime, monotonic: float) -> float:
        """Return by how many seconds the wall clock has jumped since the last look (negative: back); 0 if within the limit."""
        last, self._last = self._last, (wall, monotonic)
        if last is None:
            return 0.0
        passed = (wall - last[0]).total_seconds()
        if monotonic - last[1] >= self.silence:
            return passed
        apart = passed - (monotonic - last[1])
        return apart if abs(apart) > self.limit else 0.0
