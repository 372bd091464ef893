"""The timing row of an item: made, kept in order and removed with the item."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_defaults import minimum_of, start_kind_of
from cmc_desk.rules.agenda_plan import PLENARY, EndKind, Importance
from cmc_desk.rules.refusal import Refusal


def time_item(session: Session, item: schema.Item) -> schema.ItemTiming:
    """Return the timing of an item, made with the defaults of its kind if it has none, and kept within the length of the item."""
    row = session.get(schema.ItemTiming, item.id)
    length = item.ends - item.starts
    if row is None:
        first = session.scalars(
            select(schema.Item.id).where(schema.Item.day == item.day, schema.Item.starts < item.starts).limit(1)
        ).first()
        row = schema.ItemTiming(
            id=item.id,
            track=PLENARY,
            position=0,
            minimum=int(minimum_of(item.kind, length).total_seconds()),
            start_kind=start_kind_of(item.kind, first_of_day=first is None),
            not_after=None,
            end_kind=EndKind.LENGTH,
            importance=Importance.ORDINARY,
            topic="",
            remark="",
        )
        session.add(row)
    row.minimum = min(row.minimum, int(length.total_seconds()))
    session.flush()
    number_items(session)
    return row


def number_items(session: Session) -> None:
    """Number the items of every day and track that nothing was recorded of anew, by the clock; what was moved by hand keeps its place.

    A day that has begun keeps its live order: what is new in it goes to its place by the clock.
    """
    rows = session.execute(
        select(schema.ItemTiming, schema.Item.day)
        .join(schema.Item, schema.Item.id == schema.ItemTiming.id)
        .order_by(schema.Item.day, schema.ItemTiming.track, schema.Item.starts, schema.ItemTiming.position)
    ).all()
    places: dict[tuple[object, str], int] = {}
    for row, day in rows:
        row.position = places[day, row.track] = places.get((day, row.track), -1) + 1
    session.flush()


def forget_timing(session: Session, item: str) -> None:
    """Remove the timing of an item that goes.

    Raises Refusal if the clock has recorded something of it.
    """
    if session.scalar(select(func.count()).select_from(schema.ItemEvent).where(schema.ItemEvent.item == item)):
        raise Refusal(_("What really happened then was recorded: it stays."))
    row = session.get(schema.ItemTiming, item)
    if row is not None:
        session.delete(row)
        session.flush()
