"""The row of an item: what may be written there, and when it may go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.desk.item_timing import Times, begun_items, forget_timing
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.clock_times import instant_on
from cmc_desk.rules.folding import clean
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Written:
    """An item as it was just written, and the day and times it had before, if it is not new."""

    row: schema.Item
    before: Times | None

    @property
    def retimed(self) -> bool:
        """Whether it is new or its day or times are other ones than before."""
        return self.before != (self.row.day, self.row.starts, self.row.ends)


def write_item(
    tx: Tx,
    *,
    id: str,  # noqa: A002 - as the store calls it
    day: date,
    starts: datetime,
    ends: datetime,
    title: str,
    kind: ItemKind,
    attendance: bool,
    points: Sequence[str],
    key: str = "",
) -> Written:
    """Write a line of the agenda in the open transaction; an empty `id` makes a new line, with the identifier `key` if it has one already.

    Raises Refusal, with the field, if it ends before it begins, or if something that was recorded would lose its item.
    """
    session = tx.session
    the_day(session, day)
    words = clean(title)
    if not words:
        raise Refusal(_("Type what happens then."), field="title")
    if ends <= starts:
        raise Refusal(_("This is not after the beginning."), field="ends")
    if not begins_on(day, starts, zone_of(session)):
        raise Refusal(_("It does not begin on this day."), field="starts")
    row = the_item(session, id) if id else None
    before = None if row is None else (row.day, row.starts, row.ends)
    if row is None:
        new = key or _free_id(tx, day, starts.astimezone(zone_of(session)))
        row = schema.Item(id=new, speakers=[], documents=[], continues="", attendance=attendance)
        session.add(row)
    else:
        _refuse_to_lose(session, row, day=day, attendance=attendance)
    row.day, row.starts, row.ends, row.title, row.kind = day, starts, ends, words, ItemKind(kind)
    row.attendance = attendance
    row.points = [text for point in points if (text := clean(point))]
    session.flush()
    return Written(row, before)


def drop_item(session: Session, row: schema.Item) -> None:
    """Remove a line of the agenda in the open transaction.

    Raises Refusal if presence, the clock or the notes recorded something of it, if another line goes on with it, or if nobody could be
    checked in without it.
    """
    if count := recorded(session, row.id):
        raise Refusal(
            ngettext(
                "The presence of {number} person was recorded for it: it stays.",
                "The presence of {number} people was recorded for it: it stays.",
                count,
            ).format(number=count)
        )
    after = session.scalars(select(schema.Item.title).where(schema.Item.continues == row.id)).first()
    if after is not None:
        raise Refusal(_("“{title}” goes on with it: remove that first.").format(title=after))
    _forget_notes(session, row.id)
    forget_timing(session, row)
    session.delete(row)
    session.flush()
    check_registration(session, field="")


def the_item(session: Session, item: str) -> schema.Item:
    """Return the row of an item; raises Refusal if it is not there (any more)."""
    row = session.get(schema.Item, item)
    if row is None:
        raise Refusal(_("This item was removed by somebody else."))
    return row


def the_day(session: Session, day: date) -> schema.Day:
    """Return the row of a day; raises Refusal if the meeting has no such day."""
    row = session.get(schema.Day, day)
    if row is None:
        raise Refusal(_("This is no day of the meeting."), field="day")
    return row


def zone_of(session: Session) -> ZoneInfo:
    """Return the zone of the meeting."""
    return ZoneInfo(session.scalars(select(schema.Meeting.zone)).one())


def begins_on(day: date, starts: datetime, zone: ZoneInfo) -> bool:
    """Return whether what begins then is of this day; the hours after midnight are of the evening before."""
    return starts == instant_on(day, starts.astimezone(zone).time(), zone)


def recorded(session: Session, item: str) -> int:
    """Return of how many people something was recorded for a session: presence, voided presence too, or an excuse."""
    came = select(schema.PresenceEvent.participant).where(schema.PresenceEvent.session == item)
    excused = select(schema.Excuse.participant).where(schema.Excuse.session == item)
    people = came.union(excused).subquery()
    return session.scalar(select(func.count()).select_from(people)) or 0


def check_registration(session: Session, *, field: str) -> None:
    """Raise Refusal if no registration is left whose attendance is taken."""
    found = session.scalars(
        select(schema.Item.id).where(schema.Item.kind == ItemKind.REGISTRATION, schema.Item.attendance).limit(1)
    ).first()
    if found is None:
        raise Refusal(_("Without a registration whose attendance is taken nobody can be checked in."), field=field)


def _refuse_to_lose(session: Session, row: schema.Item, *, day: date, attendance: bool) -> None:
    if row.attendance and (not attendance or row.day != day) and (count := recorded(session, row.id)):
        raise Refusal(
            ngettext(
                "The presence of {number} person was recorded here: it stays.",
                "The presence of {number} people was recorded here: it stays.",
                count,
            ).format(number=count),
            field="day" if attendance else "attendance",
        )
    if row.day != day and row.id in begun_items(session, row.day):
        raise Refusal(_("What really happened then was recorded: it stays on its day."), field="day")


def _forget_notes(session: Session, item: str) -> None:
    """Remove whose notes of an item were to be, where none were written."""
    if session.scalars(select(schema.NoteEntry.id).where(schema.NoteEntry.item == item).limit(1)).first() is not None:
        raise Refusal(_("Notes were written of it: it stays."))
    row = session.get(schema.ItemNotes, item)
    if row is not None:
        session.delete(row)
        session.flush()


def _free_id(tx: Tx, day: date, starts: datetime) -> str:
    """Return an identifier as templates have them, so that a saved template reads well; another one if it is taken."""
    days = list(tx.session.scalars(select(schema.Day.id).order_by(schema.Day.id)))
    wanted = f"day{days.index(day) + 1}-{starts:%H%M}"
    return tx.new_id() if tx.session.get(schema.Item, wanted) is not None else wanted
