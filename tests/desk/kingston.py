"""The meeting of the template that comes with the program, with a real file and a clock that stands."""

from datetime import datetime
from functools import cache, partial
from pathlib import Path

from cmc_desk.clock import ManualClock
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.opening import create_meeting
from cmc_desk.exchange.meeting_file import read_meeting, template_path
from cmc_desk.rules.meeting import MeetingPlan
from tests.founded import founded
from tests.meetings import DESK_A, MORNING, RECOVERY


@cache
def plan() -> MeetingPlan:
    """Return the meeting as its template describes it."""
    return read_meeting(template_path("cmc-2019"))


def open_desk(folder: Path, *, passphrase: str = "", now: datetime = MORNING) -> Desk:
    """Open the meeting in `folder`; without a passphrase it is a training meeting."""
    make = partial(_made, passphrase=passphrase, now=now)
    return founded(("kingston", passphrase, now), folder / "meeting.cmc", make)


def _made(path: Path, *, passphrase: str, now: datetime) -> Desk:
    return create_meeting(
        path,
        plan(),
        clock=ManualClock(now),
        author=DESK_A,
        passphrase=passphrase,
        recovery=RECOVERY if passphrase else "",
        training=not passphrase,
    )
