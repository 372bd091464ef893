"""The agenda as the table has it: items with their points, and who speaks to which."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.meeting import Meeting, meeting
from cmc_desk.reports.agenda_table import AgendaDay, AgendaPoint, AgendaRow, AgendaSpeaker, AgendaTable
from cmc_desk.rules.agenda_plan import PLENARY
from cmc_desk.rules.papers import Ask


def gather_agenda(session: Session, ask: Ask) -> AgendaTable:
    """Return the agenda of the day that was asked for, or of all days."""
    facts = meeting(session)
    rooms = _rooms(session)
    items = session.execute(
        select(schema.Item, schema.ItemTiming.track).join(schema.ItemTiming, schema.ItemTiming.id == schema.Item.id)
    )
    # What runs at once stands in the order of the rooms, the plenary first.
    order = {key: number for number, key in enumerate((PLENARY, *rooms))}
    days: dict[Any, list[AgendaRow]] = {}
    for item, track in sorted(items, key=lambda row: (row[0].starts, order[row[1]], row[0].ends, row[0].id)):
        if not ask.day or item.day.isoformat() == ask.day:
            days.setdefault(item.day, []).append(_row(facts, item, rooms.get(track, "")))
    return AgendaTable(
        tuple(AgendaDay(day, tuple(rows)) for day, rows in sorted(days.items())),
        second="" if ask.second == ask.language else ask.second,
        city=facts.city,
    )


def _rooms(session: Session) -> dict[str, str]:
    """Return what every room beside the plenary is called, with the place where it is; by its key, in order."""
    rows = session.scalars(select(schema.Track).order_by(schema.Track.position))
    return {row.id: " · ".join(part for part in (row.name, row.place) if part) for row in rows}


def _row(facts: Meeting, item: schema.Item, room: str) -> AgendaRow:
    of_point: dict[str, list[AgendaSpeaker]] = {}
    for one in item.speakers:
        point = str(one.get("point") or "")
        speaker = AgendaSpeaker(
            str(one.get("name") or ""), str(one.get("functional_title") or ""), str(one.get("organisation") or "")
        )
        # A point that was renamed since keeps its speaker within the item.
        of_point.setdefault(point if point in item.points else "", []).append(speaker)
    return AgendaRow(
        starts=facts.local(item.starts),
        ends=facts.local(item.ends),
        title=item.title,
        kind=item.kind,
        room=room,
        speakers=tuple(of_point.get("", ())),
        points=tuple(AgendaPoint(title, tuple(of_point.get(title, ()))) for title in item.points),
    )
