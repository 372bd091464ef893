"""Set the days and the lines of the agenda up."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.item_timing import forget_timing, time_item
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.clock_times import instant_on
from cmc_desk.rules.folding import clean
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.refusal import Refusal


@command("setup.add_day")
def add_day(tx: Tx, *, day: date) -> None:
    """Add a day to the meeting."""
    if tx.session.get(schema.Day, day) is not None:
        raise Refusal(_("This is a day of the meeting already."), field="day")
    tx.session.add(schema.Day(id=day))


@command("setup.remove_day")
def remove_day(tx: Tx, *, day: date) -> None:
    """Remove a day that has no items.

    Raises Refusal if it has some, or if it is the last day.
    """
    row = _day(tx.session, day)
    items = tx.session.scalar(select(func.count()).where(schema.Item.day == day)) or 0
    if items:
        raise Refusal(
            ngettext(
                "This day has {number} item: remove it or move it to another day first.",
                "This day has {number} items: remove them or move them to another day first.",
                items,
            ).format(number=items),
            field="day",
        )
    if tx.session.scalar(select(func.count()).select_from(schema.Day)) == 1:
        raise Refusal(_("The last day stays."), field="day")
    tx.session.delete(row)


@command("setup.put_item")
def put_item(
    tx: Tx,
    *,
    id: str,  # noqa: A002 - as the store calls it
    day: date,
    starts: datetime,
    ends: datetime,
    title: str,
    kind: ItemKind,
    attendance: bool,
    points: Sequence[str] = (),
) -> str:
    """Write a line of the agenda and return its identifier; an empty `id` makes a new line.

    Raises Refusal, with the field, if it ends before it begins, or if presence that was recorded would lose its session.
    """
    session = tx.session
    _day(session, day)
    words = clean(title)
    if not words:
        raise Refusal(_("Type what happens then."), field="title")
    if ends <= starts:
        raise Refusal(_("This is not after the beginning."), field="ends")
    zone = ZoneInfo(session.scalars(select(schema.Meeting.zone)).one())
    if starts != instant_on(day, starts.astimezone(zone).time(), zone):
        raise Refusal(_("It does not begin on this day."), field="starts")
    row = session.get(schema.Item, id) if id else None
    if id and row is None:
        raise Refusal(_("This item was removed by somebody else."))
    if row is None:
        row = schema.Item(
            id=_free_id(tx, day, starts.astimezone(zone)),
            speakers=[],
            documents=[],
            continues="",
            attendance=attendance,
        )
        session.add(row)
    elif row.attendance and (not attendance or row.day != day) and (number := recorded(session, row.id)):
        raise Refusal(
            ngettext(
                "The presence of {number} person was recorded here: it stays.",
                "The presence of {number} people was recorded here: it stays.",
                number,
            ).format(number=number),
            field="day" if attendance else "attendance",
        )
    row.day, row.starts, row.ends, row.title, row.kind = day, starts, ends, words, ItemKind(kind)
    row.attendance = attendance
    row.points = [text for point in points if (text := clean(point))]
    session.flush()
    time_item(session, row)
    _check_registration(session, field="attendance")
    return row.id


@command("setup.remove_item")
def remove_item(tx: Tx, *, id: str) -> None:  # noqa: A002 - as the store calls it
    """Remove a line of the agenda.

    Raises Refusal if presence was recorded for it, if another line goes on with it, or if nobody could be checked in without it.
    """
    session = tx.session
    row = session.get(schema.Item, id)
    if row is None:
        raise Refusal(_("This item was removed by somebody else."))
    if number := recorded(session, id):
        raise Refusal(
            ngettext(
                "The presence of {number} person was recorded for it: it stays.",
                "The presence of {number} people was recorded for it: it stays.",
                number,
            ).format(number=number)
        )
    after = session.scalars(select(schema.Item.title).where(schema.Item.continues == id)).first()
    if after is not None:
        raise Refusal(_("“{title}” goes on with it: remove that first.").format(title=after))
    forget_timing(session, id)
    session.delete(row)
    session.flush()
    _check_registration(session, field="")


def recorded(session: Session, item: str) -> int:
    """Return of how many people something was recorded for a session: presence, voided presence too, or an excuse."""
    came = select(schema.PresenceEvent.participant).where(schema.PresenceEvent.session == item)
    excused = select(schema.Excuse.participant).where(schema.Excuse.session == item)
    people = came.union(excused).subquery()
    return session.scalar(select(func.count()).select_from(people)) or 0


def _check_registration(session: Session, *, field: str) -> None:
    found = session.scalars(
        select(schema.Item.id).where(schema.Item.kind == ItemKind.REGISTRATION, schema.Item.attendance).limit(1)
    ).first()
    if found is None:
        raise Refusal(_("Without a registration whose attendance is taken nobody can be checked in."), field=field)


def _day(session: Session, day: date) -> schema.Day:
    row = session.get(schema.Day, day)
    if row is None:
        raise Refusal(_("This is no day of the meeting."), field="day")
    return row


def _free_id(tx: Tx, day: date, starts: datetime) -> str:
    """Return an identifier as templates have them, so that a saved template reads well; another one if it is taken."""
    days = list(tx.session.scalars(select(schema.Day.id).order_by(schema.Day.id)))
    wanted = f"day{days.index(day) + 1}-{starts:%H%M}"
    return tx.new_id() if tx.session.get(schema.Item, wanted) is not None else wanted
