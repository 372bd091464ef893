"""The running agenda as the tests of the desk read it."""

from datetime import datetime, timedelta
from typing import Any

from cmc_desk.desk import agenda_plan
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.rundown import Line, rundown
from cmc_desk.rules.agenda import Act, Actual, ItemState, Projection
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.timing import actuals, project
from tests.meetings import DAYS, ZONE, clock_of, local


def at(hour: int, minute: int = 0, second: int = 0, *, day: int = 0) -> datetime:
    """Return a time of a day of the meeting."""
    return local(day, hour, minute) + timedelta(seconds=second)


def move_to(desk: Desk, hour: int, minute: int = 0, second: int = 0, *, day: int = 0) -> None:
    """Let it be this time on the clocks of Kingston."""
    clock_of(desk).move_to(at(hour, minute, second, day=day))


def actual(desk: Desk, item: str) -> Actual:
    """Return what happened to an item."""
    shown = desk.read(rundown)
    return actuals(shown.items, shown.events)[item]


def projection(desk: Desk) -> Projection:
    """Return when everything is expected now."""
    shown = desk.read(rundown)
    return project(shown.items, actuals(shown.items, shown.events), desk.clock.now())


def states(desk: Desk) -> dict[str, ItemState]:
    """Return how far every item that has begun or was skipped has come."""
    shown = desk.read(rundown)
    found = actuals(shown.items, shown.events)
    return {key: one.state for key, one in found.items() if one.state is not ItemState.PLANNED}


def ran(desk: Desk, item: str) -> str:
    """Return when an item really began and ended, as the list says it."""
    found = actual(desk, item)
    return " – ".join(f"{one.astimezone(ZONE):%H:%M}" if one else "" for one in (found.started, found.ended))


def event(desk: Desk, item: str, act: Act) -> str:
    """Return the last event of an item of this kind."""
    return [one.key for one in desk.read(rundown).events if one.item == item and one.act is act][-1]


def times(desk: Desk, *, day: int = 0, track: str = "") -> dict[str, str]:
    """Return the planned times of a day and track, in live order."""
    shown = desk.read(rundown)
    return {
        item.key: f"{item.starts:%H:%M}-{item.ends:%H:%M}"
        for item in shown.items
        if item.day == shown.days[day] and item.track == track
    }


def line(desk: Desk, item: str) -> Line:
    """Return a line of the plan."""
    found = desk.read(rundown).line(item)
    assert found is not None
    return found


def put(desk: Desk, item: str, **changes: Any) -> str:
    """Write a line as it stands, with changes."""
    shown = line(desk, item)
    fields: dict[str, Any] = {
        "id": item,
        "day": shown.item.day,
        "starts": shown.item.starts,
        "ends": shown.item.ends,
        "title": shown.item.title,
        "kind": shown.item.kind,
        "attendance": shown.attendance,
        "points": shown.points,
        "speakers": shown.speakers,
        "documents": shown.documents,
        "continues": shown.continues,
        "track": shown.item.track,
        "minimum": int(shown.item.minimum.total_seconds()),
        "start_kind": shown.item.start_kind,
        "not_after": shown.item.not_after,
        "end_kind": shown.item.end_kind,
        "importance": shown.item.importance,
        "topic": shown.item.topic,
        "remark": shown.item.remark,
    }
    return desk.do(agenda_plan.put_line, **(fields | changes))


def new(desk: Desk, hour: int, minute: int, length: int, title: str = "Film", **fields: object) -> str:
    """Write a new discussion of so many minutes on the first day and return its key."""
    starts = at(hour, minute)
    return desk.do(
        agenda_plan.put_line,
        id="",
        day=DAYS[0],
        starts=starts,
        ends=starts + timedelta(minutes=length),
        title=title,
        kind=ItemKind.DISCUSSION,
        **fields,  # type: ignore[arg-type] # whatever a test wants
    )
