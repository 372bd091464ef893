"""The timing row of an item: made, put in its place in the live order, and removed with the item."""

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda import Act
from cmc_desk.rules.agenda_defaults import minimum_of, start_kind_of
from cmc_desk.rules.agenda_plan import PLENARY, EndKind, Importance
from cmc_desk.rules.refusal import Refusal

Times = tuple[date, datetime, datetime]


def time_item(session: Session, item: schema.Item, *, before: Times | None) -> schema.ItemTiming:
    """Return the timing of an item, made with the defaults of its kind if it has none, and kept within the length of the item.

    `before` are the day and the times that it had, None of a new one: what is new or begins at another time goes to its place by the
    clock. A day that has begun keeps its live order; only what is new in it goes to its place, behind everything that has begun.
    """
    row = session.get(schema.ItemTiming, item.id)
    length = item.ends - item.starts
    if row is None:
        earlier = select(schema.Item.id).where(schema.Item.day == item.day, schema.Item.starts < item.starts).limit(1)
        row = schema.ItemTiming(
            id=item.id,
            track=PLENARY,
            position=0,
            minimum=int(minimum_of(item.kind, length).total_seconds()),
            start_kind=start_kind_of(item.kind, first_of_day=session.scalars(earlier).first() is None),
            not_after=None,
            end_kind=EndKind.LENGTH,
            importance=Importance.ORDINARY,
            topic="",
            remark="",
        )
        session.add(row)
    row.minimum = min(row.minimum, int(length.total_seconds()))
    if row.not_after is not None:
        row.not_after = max(row.not_after, item.starts)
    session.flush()
    if before is None or before[0] != item.day or (before[1] != item.starts and not has_begun(session, item.day)):
        place_by_clock(session, item, row)
    return row


def place_by_clock(session: Session, item: schema.Item, row: schema.ItemTiming) -> None:
    """Put an item before the first of its day and track that begins later, but behind everything that has begun; the others keep their order."""
    others = [pair for pair in live_order(session, item.day, row.track) if pair[0].id != item.id]
    begun = begun_items(session, item.day)
    first = max((place for place, (other, _row) in enumerate(others, 1) if other.id in begun), default=0)
    later = (place for place in range(first, len(others)) if others[place][0].starts > item.starts)
    place = next(later, len(others))
    number([*others[:place], (item, row), *others[place:]])
    session.flush()


def live_order(session: Session, day: date, track: str) -> list[tuple[schema.Item, schema.ItemTiming]]:
    """Return the items of a day and track in live order."""
    query = (
        select(schema.Item, schema.ItemTiming)
        .join(schema.ItemTiming, schema.ItemTiming.id == schema.Item.id)
        .where(schema.Item.day == day, schema.ItemTiming.track == track)
        .order_by(schema.ItemTiming.position, schema.Item.starts, schema.Item.id)
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def timing_of(session: Session, item: str) -> schema.ItemTiming:
    """Return the timing of an item; raises Refusal if it is not there (any more)."""
    row = session.get(schema.ItemTiming, item)
    if row is None:
        raise Refusal(_("This item was removed by somebody else."))
    return row


def number(rows: list[tuple[schema.Item, schema.ItemTiming]]) -> None:
    """Make this the live order of a day and track."""
    for place, (_item, row) in enumerate(rows):
        if row.position != place:
            row.position = place


def begun_items(session: Session, day: date) -> set[str]:
    """Return the items of a day that have begun or were skipped; what was only given more or less time is still to come."""
    event = schema.ItemEvent
    events = select(event.item).join(schema.Item, schema.Item.id == event.item).where(event.act != Act.ADD)
    return set(session.scalars(events.where(schema.Item.day == day)))


def has_begun(session: Session, day: date) -> bool:
    """Return whether anything was recorded of a day: from then on its plan is what the day is measured against."""
    return bool(begun_items(session, day))


def events_of(session: Session, item: str) -> int:
    """Return how much was recorded of an item by the clock."""
    count = select(func.count()).select_from(schema.ItemEvent).where(schema.ItemEvent.item == item)
    return session.scalar(count) or 0


def forget_timing(session: Session, item: schema.Item) -> None:
    """Remove the timing of an item that goes; what stands after it moves up.

    Raises Refusal if the clock has recorded something of it.
    """
    if events_of(session, item.id):
        raise Refusal(_("What really happened then was recorded: it stays."))
    row = session.get(schema.ItemTiming, item.id)
    if row is not None:
        track = row.track
        session.delete(row)
        session.flush()
        number([pair for pair in live_order(session, item.day, track) if pair[0].id != item.id])
        session.flush()
