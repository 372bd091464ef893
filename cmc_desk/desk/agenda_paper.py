"""The agenda as the table has it: items with their points, and who speaks to which."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.meeting import Meeting, meeting
from cmc_desk.reports.agenda_table import AgendaDay, AgendaPoint, AgendaRow, AgendaSpeaker, AgendaTable
from cmc_desk.rules.papers import Ask


def gather_agenda(session: Session, ask: Ask) -> AgendaTable:
    """Return the agenda of the day that was asked for, or of all days."""
    facts = meeting(session)
    query = select(schema.Item).order_by(schema.Item.starts, schema.Item.ends, schema.Item.id)
    days: dict[Any, list[AgendaRow]] = {}
    for item in session.scalars(query):
        if not ask.day or item.day.isoformat() == ask.day:
            days.setdefault(item.day, []).append(_row(facts, item))
    return AgendaTable(
        tuple(AgendaDay(day, tuple(rows)) for day, rows in sorted(days.items())),
        second="" if ask.second == ask.language else ask.second,
        city=facts.city,
    )


def _row(facts: Meeting, item: schema.Item) -> AgendaRow:
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
        speakers=tuple(of_point.get("", ())),
        points=tuple(AgendaPoint(title, tuple(of_point.get(title, ()))) for title in item.points),
    )
