"""A day of the meeting on a copy, to practise on: the meeting itself is not touched, and the copy knows nothing of what has run."""

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import delete

from cmc_desk.clock import RehearsalClock
from cmc_desk.db import schema
from cmc_desk.db.keys import key_file_of
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.opening import open_copy
from cmc_desk.desk.rundown import rundown
from cmc_desk.desk.setup import change_meeting
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal

SLOWEST, FASTEST = 1.0, 600.0
_BEFORE = timedelta(minutes=2)


def rehearsed(desk: Desk, folder: Path, *, pace: float, starts: datetime) -> Desk:
    """Copy the meeting of `desk` into `folder` and open the copy at an instant, with a clock that will run `pace` times as fast.

    The clock stands until its window is shown (`RehearsalClock.run`): what loading takes is no time of the meeting.
    What was recorded of the agenda and of the floor from that instant on is left out of the copy, and so are copies of it
    anywhere but in `folder`. Raises Refusal for a pace that nobody could follow, Unavailable if the copy cannot be written.
    """
    if not SLOWEST <= pace <= FASTEST:
        raise Refusal(
            _("A rehearsal runs at least as fast as the clock and at most {most:.0f} times as fast.").format(
                most=FASTEST
            ),
            field="speed",
        )
    path = folder / desk.store.path.name
    copy = open_copy(desk, path, clock=RehearsalClock(starts, pace=pace, stands=True))
    try:
        if desk.store.encrypted:
            # Whoever locks the window of the rehearsal unlocks it with the same passphrase.
            shutil.copyfile(key_file_of(desk.store.path), key_file_of(path))
        with copy.store.write() as session:
            for event in (schema.ItemEvent, schema.FloorEvent):
                session.execute(delete(event).where(event.at >= starts))
        copy.do(change_meeting, changes={"backup_folder": str(folder / "copies")})
    except BaseException:
        copy.close()
        raise
    return copy


def beginning_of(desk: Desk, day: date | None = None) -> datetime:
    """Return when a rehearsal of a day begins: shortly before its first item; without a `day` it is the first that has one."""
    planned = [item for item in desk.read(rundown).items if day is None or item.day == day]
    if not planned:
        facts = desk.read(meeting)
        return datetime.combine(day or facts.days[0], datetime.min.time(), tzinfo=facts.tzinfo) + timedelta(hours=8)
    first = min(item.day for item in planned)
    return min(item.starts for item in planned if item.day == first) - _BEFORE
