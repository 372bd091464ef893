"""What of the clock of a meeting may be recorded on which day, and at which instant it is looked at afterwards."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.desk.floor_facts import floors
from cmc_desk.desk.rundown import rundown
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.actuals import RUNS, actuals, corrected_times
from cmc_desk.rules.floor import ON_THE_FLOOR, speeches, times_of
from cmc_desk.rules.meeting_days import is_of_meeting, seen_at
from cmc_desk.rules.refusal import Refusal


def refuse_other_day(tx: Tx, moment: datetime) -> None:
    """Raise Refusal if what is recorded of the clock would have happened on a day that is none of the meeting."""
    days, zone = _days(tx.session)
    if is_of_meeting(days, moment, zone):
        return
    day, example = moment.astimezone(zone).date(), f"{days[0]} 09:06"
    raise Refusal(
        _(
            "{day} is no day of the meeting. F10 rehearses a day on a copy; if the meeting has other days, change them in Setup."
        ).format(day=day),
        field="at",
        typed=_(
            "{day} is no day of the meeting ({days}): nothing was recorded. On the command line what happened on one of them is told with --at “{example}”."
        ).format(day=day, days=", ".join(map(str, days)), example=example),
    )


def now_seen(session: Session, *, now: datetime) -> datetime:
    """Return at which instant the agenda and the floor are looked at if it is `now`; see `rules.meeting_days.seen_at`."""
    shown = rundown(session)
    known = actuals(shown.items, shown.events)
    recorded = list(corrected_times(shown.events).values())
    going = any(one.state in RUNS for one in known.values())
    for facts in floors(session):
        recorded += times_of(facts.events).values()
        going |= any(one.state in ON_THE_FLOOR for one in speeches(facts.topic, facts.entries, facts.events))
    return seen_at(now, days=shown.days, zone=shown.zone, recorded=recorded, going=going).astimezone(UTC)


def _days(session: Session) -> tuple[tuple[date, ...], ZoneInfo]:
    zone = ZoneInfo(session.scalars(select(schema.Meeting.zone)).one())
    return tuple(session.scalars(select(schema.Day.id).order_by(schema.Day.id))), zone
