"""Set the days and the lines of the agenda up."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, select

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.item_rows import check_registration, drop_item, the_day, the_item, write_item
from cmc_desk.desk.item_timing import time_item
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
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
    row = the_day(tx.session, day)
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
    written = write_item(
        tx,
        id=id,
        day=day,
        starts=starts,
        ends=ends,
        title=title,
        kind=kind,
        attendance=attendance,
        points=points,
    )
    time_item(tx.session, written.row, before=written.before)
    check_registration(tx.session, field="attendance")
    return written.row.id


@command("setup.remove_item")
def remove_item(tx: Tx, *, id: str) -> None:  # noqa: A002 - as the store calls it
    """Remove a line of the agenda.

    Raises Refusal if something was recorded for it, if another line goes on with it, or if nobody could be checked in without it.
    """
    drop_item(tx.session, the_item(tx.session, id))
