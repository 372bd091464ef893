"""The lists of speakers as rules and windows need them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.rules.agenda_plan import SpeakerCategory, Topic
from cmc_desk.rules.floor_kinds import Draw, Entry, FloorEvent


@dataclass(frozen=True, slots=True)
class FloorFacts:
    """A list of speakers with all that was recorded of it; `items` are the lines of the agenda that it belongs to, in order."""

    topic: Topic
    items: tuple[str, ...]
    entries: tuple[Entry, ...]
    events: tuple[FloorEvent, ...]
    draws: tuple[Draw, ...]


def floors(session: Session) -> tuple[FloorFacts, ...]:
    """Return every list of speakers; those of the agenda come in its order, then the others by title."""
    zone = ZoneInfo(session.scalars(select(schema.Meeting.zone)).one())
    entries, events, draws = _entries(session, zone), _events(session, zone), _draws(session, zone)
    items: defaultdict[str, list[str]] = defaultdict(list)
    for item, topic in session.execute(
        select(schema.Item.id, schema.ItemTiming.topic)
        .join(schema.ItemTiming, schema.ItemTiming.id == schema.Item.id)
        .where(schema.ItemTiming.topic != "")
        .order_by(schema.Item.day, schema.Item.starts)
    ):
        items[topic].append(item)
    places = {topic: number for number, topic in enumerate(items)}
    topics = sorted(
        session.scalars(select(schema.Topic)), key=lambda row: (places.get(row.id, len(places)), row.title, row.id)
    )
    return tuple(
        FloorFacts(
            topic=_topic(row),
            items=tuple(items[row.id]),
            entries=tuple(entries[row.id]),
            events=tuple(events[row.id]),
            draws=tuple(draws[row.id]),
        )
        for row in topics
    )


def _topic(row: schema.Topic) -> Topic:
    return Topic(
        key=row.id,
        title=row.title,
        limits={SpeakerCategory(word): timedelta(seconds=limit) for word, limit in row.limits.items()},
        changeover=timedelta(seconds=row.changeover),
        kept=timedelta(seconds=row.kept),
        order=row.ordered,
        closed=row.closed,
    )


def _entries(session: Session, zone: ZoneInfo) -> defaultdict[str, list[Entry]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for row in session.scalars(select(schema.FloorEntry).order_by(schema.FloorEntry.place, schema.FloorEntry.asked_at)):
        found[row.topic].append(
            Entry(
                key=row.id,
                topic=row.topic,
                delegation=row.delegation,
                category=row.category,
                kind=row.kind,
                position=row.place,
                asked_at=row.asked_at.astimezone(zone),
                participant=row.participant or "",
                limit=None if row.own_limit is None else timedelta(seconds=row.own_limit),
                words=row.words,
                origin=row.origin or "",
                note=row.note,
            )
        )
    return found


def _events(session: Session, zone: ZoneInfo) -> defaultdict[str, list[FloorEvent]]:
    found: defaultdict[str, list[FloorEvent]] = defaultdict(list)
    for row, topic in session.execute(
        select(schema.FloorEvent, schema.FloorEntry.topic)
        .join(schema.FloorEntry, schema.FloorEntry.id == schema.FloorEvent.entry)
        .order_by(schema.FloorEvent.number)
    ):
        found[topic].append(
            FloorEvent(
                key=row.id,
                entry=row.entry,
                act=row.act,
                at=row.at.astimezone(zone),
                amount=timedelta(seconds=row.amount),
                of=row.corrects or "",
                reason=row.reason,
                by=row.operator,
            )
        )
    return found


def _draws(session: Session, zone: ZoneInfo) -> defaultdict[str, list[Draw]]:
    found: defaultdict[str, list[Draw]] = defaultdict(list)
    for row in session.scalars(select(schema.Draw).order_by(schema.Draw.at)):
        found[row.topic].append(
            Draw(
                key=row.id,
                topic=row.topic,
                delegation=row.delegation,
                language=row.language,
                number=int(row.number),
                among=tuple(row.among),
                at=row.at.astimezone(zone),
                by=row.operator,
                witnesses=row.witnesses,
                host=row.host,
            )
        )
    return found
