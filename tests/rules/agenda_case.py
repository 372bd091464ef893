"""A small agenda of two days in Kingston and files that say something about it, for the rules of importing."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from cmc_desk.rules.agenda_dry_run import AgendaDryRun, PlannedLine, plan_agenda
from cmc_desk.rules.agenda_lines import FileAgenda, FileLine, FilePart
from cmc_desk.rules.agenda_plan import StartKind, Topic, Track
from cmc_desk.rules.agenda_reading import Ours
from cmc_desk.rules.meeting import DocumentPlan, ItemKind, ItemPlan
from tests.meetings import DAYS, ZONE

FIRST, SECOND = DAYS


def at(clock: str, day: date = FIRST) -> datetime:
    """Return a time of a day on the wall: `09:30`, or `25:30` in the night after it."""
    return datetime.combine(day, time(), ZONE) + after(clock)


def after(clock: str) -> timedelta:
    """Return how long after midnight it is."""
    hours, minutes = clock.split(":")
    return timedelta(hours=int(hours), minutes=int(minutes))


def item(key: str, starts: str, ends: str, kind: ItemKind = ItemKind.DISCUSSION, **facts: Any) -> ItemPlan:
    """Return an item of ours; its title is its key with a capital."""
    day = facts.pop("day", FIRST)
    usual: dict[str, Any] = {"title": key.capitalize(), "minimum": timedelta(minutes=5), "start_kind": StartKind.FLOW}
    return ItemPlan(key=key, day=day, starts=at(starts, day), ends=at(ends, day), kind=kind, **(usual | facts))


OURS = Ours(
    zone=ZONE,
    days=DAYS,
    items=(
        item("opening", "09:00", "09:45", ItemKind.OPENING, start_kind=StartKind.FIXED),
        item("coffee", "09:45", "10:15", ItemKind.BREAK, title="Coffee", start_kind=StartKind.FIXED),
        item("context", "10:15", "12:00"),
        item("tea", "15:45", "16:00", ItemKind.BREAK, title="Coffee", start_kind=StartKind.FIXED),
        item("summary", "09:00", "09:20", ItemKind.SUMMARY, day=SECOND),
    ),
    tracks=(Track("room-a", "Room A"),),
    topics=(Topic("priorities", "National priorities", {}),),
    documents=(DocumentPlan("plan", "Regional Plan of Action", "Plan"),),
)


def line(title: str, starts: str = "", ends: str = "", **facts: Any) -> FileLine:
    """Return a line of a file."""
    usual: dict[str, Any] = {"where": title, "title": title}
    if starts:
        usual["starts"] = after(starts)
    if ends:
        usual["ends"] = after(ends)
    return FileLine(**(usual | facts))


def file_of(*lines: FileLine, day: date | None = None) -> FileAgenda:
    """Return a file with one part."""
    return FileAgenda("agenda.xlsx", "table", (FilePart("", lines, day),))


def run_of(*lines: FileLine, ours: Ours = OURS, **asked: Any) -> AgendaDryRun:
    """Return the dry run of a file with these lines."""
    return plan_agenda(file_of(*lines), ours, **asked)


def only(*lines: FileLine, ours: Ours = OURS, **asked: Any) -> PlannedLine:
    """Return what becomes of the last of these lines."""
    return run_of(*lines, ours=ours, **asked).lines[-1]


def recorded(**facts: Any) -> Ours:
    """Return the agenda with something recorded of it."""
    return replace(OURS, **facts)
