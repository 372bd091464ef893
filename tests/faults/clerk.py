"""A desk in a process of its own that checks people in and says so, one line each; it may die at any moment."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from cmc_desk.clock import ManualClock
from cmc_desk.desk import attendance
from cmc_desk.desk.command import Author
from cmc_desk.desk.opening import open_meeting
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.refusal import Refusal, Unavailable
from tests.meetings import MORNING, PASSPHRASE

TRIES = 3


def work(path: Path, people: Iterable[str], *, station: str = "Desk A", out: int = 1) -> None:
    """Check `people` in and write `in ID` to the descriptor `out` for each that was acknowledged, or `no WHY`."""
    author = Author(f"Clerk at {station}", Role.DESK, station)
    try:
        desk = open_meeting(path, author=author, secret=PASSPHRASE, clock=ManualClock(MORNING))
    except (Refusal, Unavailable) as error:
        _say(out, f"no {type(error).__name__}: {error}")
        return
    for participant in people:
        for _turn in range(TRIES):
            try:
                desk.do(attendance.check_in, participant=participant)
            except Unavailable as error:
                _say(out, f"no {type(error).__name__}: {error}")
            else:
                _say(out, f"in {participant}")
                break
    desk.close()


def _say(out: int, line: str) -> None:
    # One write a line: whoever kills this process has it whole or not at all.
    os.write(out, f"{line}\n".encode())


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2:])
