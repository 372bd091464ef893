"""What happens in the demo, act by act: each at its time, whoever does it, in the order of the clock."""

import heapq
import random
from collections.abc import Callable
from datetime import datetime

from cmc_desk.clock import ManualClock
from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk


class Play:
    """The acts that are still to come at a desk whose clock stands until one of them moves it; an act may bring further ones."""

    def __init__(self, desk: Desk, chance: random.Random) -> None:
        self.desk = desk
        self.chance = chance
        self._acts: list[tuple[datetime, int, Author, Callable[[], object]]] = []
        self._number = 0

    def at(self, instant: datetime, author: Author, act: Callable[[], object]) -> None:
        """Let `author` do something at `instant`; of two acts at one instant the first that was told comes first."""
        self._number += 1
        heapq.heappush(self._acts, (instant, self._number, author, act))

    def run(self, until: datetime | None = None) -> None:
        """Let everything happen, or everything up to and with `until`, which it then is."""
        while self._acts and (until is None or self._acts[0][0] <= until):
            instant, _number, author, act = heapq.heappop(self._acts)
            move(self.desk, instant)
            self.desk.author = author
            act()
        if until is not None:
            move(self.desk, until)


def move(desk: Desk, instant: datetime) -> None:
    """Make it `instant` at a desk whose clock stands."""
    if isinstance(desk.clock, ManualClock):
        desk.clock.move_to(instant)
