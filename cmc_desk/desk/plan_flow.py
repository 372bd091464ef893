"""Where a line of the plan stands, and how what flows on after it follows."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.item_rows import begins_on, the_item, zone_of
from cmc_desk.desk.item_timing import has_begun, live_order
from cmc_desk.desk.rundown import rundown, timed_item
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.projection import waits
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.replan import flowed


@dataclass(frozen=True, slots=True)
class Stand:
    """The place of a line among those of its day and track, in live order."""

    day: date
    track: str
    place: int


def stand_of(session: Session, item: str) -> Stand | None:
    """Return where a line stands, None if there is no such line."""
    row, timing = session.get(schema.Item, item), session.get(schema.ItemTiming, item)
    if row is None or timing is None:
        return None
    rows = live_order(session, row.day, timing.track)
    return Stand(row.day, timing.track, next(place for place, (one, _row) in enumerate(rows) if one.id == item))


def waiting_lines(session: Session) -> frozenset[str]:
    """Return the lines that wait for their time because the plan leaves a gap before them; it is asked before the plan is changed."""
    return waits(rundown(session).items)


def follow_move(session: Session, old: Stand | None, new: Stand, first: int, *, waiting: Collection[str] = ()) -> None:
    """Let the lines follow after one was written or moved: those at its new place from `first` on, and those where it stood."""
    if old is not None and (old.day, old.track) != (new.day, new.track):
        follow(session, old, waiting=waiting)
    elif old is not None and old.place != new.place:
        gone = old.place if old.place < new.place else old.place + 1
        if gone < first:
            follow(session, replace(new, place=gone), waiting=waiting)
        follow(session, replace(new, place=first), waiting=waiting)
        if gone > first:
            follow(session, replace(new, place=gone), waiting=waiting)
        return
    follow(session, replace(new, place=first), waiting=waiting)


def follow(session: Session, stand: Stand, *, waiting: Collection[str] = ()) -> None:
    """Let the lines from a place on flow, up to the next fixed point; nothing of a day that has begun does.

    Raises Refusal if one of them would not begin on its day any more.
    """
    session.flush()
    if has_begun(session, stand.day):
        return
    zone = zone_of(session)
    items = [timed_item(row, timing, zone) for row, timing in live_order(session, stand.day, stand.track)]
    for key, times in flowed(items, stand.place, waiting=waiting).items():
        row = the_item(session, key)
        if not begins_on(stand.day, times[0], zone):
            raise Refusal(
                _("“{title}” would not begin on its day any more: shorten what stands before it.").format(
                    title=row.title
                ),
                field="ends",
            )
        if (row.starts, row.ends) != times:
            later = times[0] - row.starts
            row.starts, row.ends = times
            timing = session.get(schema.ItemTiming, key)
            if timing is not None and timing.not_after is not None:
                timing.not_after += later
    session.flush()
