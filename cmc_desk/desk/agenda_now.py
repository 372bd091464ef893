"""Where the whole agenda stands at an instant: planned, expected and actual times of every line, the days, and each room."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from cmc_desk.desk.rundown import rundown
from cmc_desk.rules.agenda import Actual, Expected, ItemState, Standing, TimedItem
from cmc_desk.rules.agenda_plan import PLENARY
from cmc_desk.rules.as_of import events_until
from cmc_desk.rules.overlaps import overlapping
from cmc_desk.rules.timing import actuals, current_day, project, remaining, standing


@dataclass(frozen=True, slots=True)
class LineNow:
    """A line of the agenda at an instant; `left` is what remains of it while it runs, negative if it is over time.

    Of what is not held, because it was skipped or its day is over, nothing is expected. `late` is its drift: its beginning against the
    planned one, whether it is done, runs or is to come. `cut` is what its fixed end takes from its length. `overlaps` is the title of the line of its room
    that has not ended when it is planned to begin.
    """

    key: str
    title: str
    day: date
    track: str
    state: ItemState
    planned_starts: datetime
    planned_ends: datetime
    expected_starts: datetime | None
    expected_ends: datetime | None
    started: datetime | None
    ended: datetime | None
    late: timedelta
    slack: timedelta | None
    broken: bool
    cut: timedelta
    left: timedelta | None
    overlaps: str


@dataclass(frozen=True, slots=True)
class DayNow:
    """A day at an instant: when it was planned to end, when it is now expected to, and how much later that is."""

    day: date
    planned_end: datetime
    projected_end: datetime
    behind: timedelta


@dataclass(frozen=True, slots=True)
class AgendaNow:
    """The agenda at the instant `now`; `standings` are where the plenary and every other room stand."""

    now: datetime
    today: date
    lines: tuple[LineNow, ...]
    days: tuple[DayNow, ...]
    standings: tuple[Standing, ...]


def agenda_now(session: Session, *, now: datetime, back: bool = True) -> AgendaNow:
    """Return where the agenda stands at `now`; times are on the clocks of the meeting.

    To look `back` is to ask for what had happened until then. Of the present everything that was recorded counts, also where the clock of
    the computer was set back since.
    """
    shown = rundown(session)
    instant = now.astimezone(shown.zone)
    found = actuals(shown.items, events_until(shown.events, instant) if back else shown.events)
    crowded = overlapping(item for item in shown.items if found[item.key].state is not ItemState.SKIPPED)
    projection = project(shown.items, found, instant)
    rooms = dict.fromkeys((PLENARY, *(track.key for track in shown.tracks)))
    return AgendaNow(
        now=instant,
        today=current_day(shown.items, found, instant),
        lines=tuple(
            _line(item, found[item.key], projection.expected[item.key], instant, crowded.get(item.key))
            for item in shown.items
        ),
        days=tuple(DayNow(one.day, one.planned, one.projected, one.behind) for one in projection.days),
        standings=tuple(standing(shown.items, found, projection, track=room) for room in rooms),
    )


def _line(item: TimedItem, actual: Actual, expected: Expected, now: datetime, crowds: TimedItem | None) -> LineNow:
    zone = item.starts.tzinfo
    runs = actual.state in (ItemState.RUNNING, ItemState.PAUSED)
    return LineNow(
        key=item.key,
        title=item.title,
        day=item.day,
        track=item.track,
        state=actual.state,
        planned_starts=item.starts,
        planned_ends=item.ends,
        expected_starts=expected.starts if expected.held else None,
        expected_ends=expected.ends if expected.held else None,
        started=actual.started.astimezone(zone) if actual.started else None,
        ended=actual.ended.astimezone(zone) if actual.ended else None,
        late=expected.late,
        slack=expected.slack,
        broken=expected.broken,
        cut=expected.cut,
        left=remaining(item, actual, now) if runs else None,
        overlaps=crowds.title if crowds else "",
    )
