"""The agenda as it leaves the meeting, gathered from the store."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.rundown import Line, rundown
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.meeting import DocumentPlan, ItemPlan
from cmc_desk.rules.published_agenda import Publication, PublishedAgenda, Withdrawn
from cmc_desk.rules.refusal import Refusal


def published_agenda(session: Session, *, day: str = "") -> PublishedAgenda:
    """Return the agenda of all days, or of the one that `day` says in ISO; what was taken off it is told too.

    Raises Refusal if that is no day of the meeting.
    """
    facts = meeting(session)
    row = session.scalars(select(schema.Meeting)).one()
    days = tuple(one for one in facts.days if not day or one.isoformat() == day)
    if not days:
        raise Refusal(_("{day} is no day of the meeting.").format(day=day), field="day")
    found = rundown(session)
    changes = {change.id: change for change in session.scalars(select(schema.PlanChange))}
    publications = {
        key: Publication(change.sequence, facts.local(change.changed_at)) for key, change in changes.items()
    }
    # What was not changed is known since the meeting was founded.
    first = Publication(0, facts.local(row.created_at))
    keys = {line.item.key for line in found.lines}
    return PublishedAgenda(
        meeting=facts.id,
        title=facts.title,
        subtitle=facts.subtitle,
        venue=facts.venue,
        city=facts.city,
        zone=facts.zone,
        language=facts.language,
        days=facts.days,
        items=tuple(as_plan(line) for line in found.lines if line.item.day in days),
        publications={key: publications.get(key, first) for key in keys},
        tracks=found.tracks,
        documents=tuple(
            DocumentPlan(draft.id, draft.title, draft.short_title)
            for draft in session.scalars(select(schema.Draft).order_by(schema.Draft.position))
        ),
        withdrawn=tuple(
            Withdrawn(key, changes[key].day, publications[key])
            for key in sorted(changes, key=lambda key: (changes[key].day, key))
            if key not in keys and (not day or changes[key].day in days)
        ),
    )


def as_plan(line: Line) -> ItemPlan:
    """Return a line of the agenda as plans and files have it, nothing left to defaults."""
    item = line.item
    return ItemPlan(
        key=item.key,
        day=item.day,
        starts=item.starts,
        ends=item.ends,
        title=item.title,
        kind=item.kind,
        points=line.points,
        speakers=line.speakers,
        continues=line.continues,
        documents=line.documents,
        attendance=line.attendance,
        track=item.track,
        minimum=item.minimum,
        start_kind=item.start_kind,
        not_after=item.not_after,
        end_kind=item.end_kind,
        importance=item.importance,
        topic=item.topic,
        remark=item.remark,
    )
