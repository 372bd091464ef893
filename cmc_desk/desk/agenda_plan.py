"""The plan of the agenda: lines are written, moved, shortened and removed, and rooms beside the plenary are kept.

Before a day has begun, what flows on follows what was moved, up to the next fixed point. A day that has begun is measured against its
plan: moving its lines changes the order in which they come, not their planned times.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.item_record import checked_reason, record, scene
from cmc_desk.desk.item_rows import check_registration, drop_item, the_item, write_item
from cmc_desk.desk.item_timing import begun_items, live_order, number, time_item, timing_of
from cmc_desk.desk.line_facts import LineFacts, write_facts
from cmc_desk.desk.plan_flow import follow, follow_move, stand_of, waiting_lines
from cmc_desk.desk.setup import free_key
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.actuals import work
from cmc_desk.rules.agenda import Act, ItemState
from cmc_desk.rules.agenda_plan import PLENARY, EndKind, Importance, StartKind
from cmc_desk.rules.folding import clean, fold
from cmc_desk.rules.meeting import ItemKind, SpeakerPlan
from cmc_desk.rules.refusal import Refusal


@command("agenda.put_line")
def put_line(
    tx: Tx,
    *,
    id: str,  # noqa: A002 - as the store calls it
    day: date,
    starts: datetime,
    ends: datetime,
    title: str,
    kind: ItemKind,
    attendance: bool = False,
    points: tuple[str, ...] = (),
    speakers: tuple[SpeakerPlan, ...] = (),
    documents: tuple[str, ...] = (),
    continues: str = "",
    track: str = PLENARY,
    minimum: int | None = None,
    start_kind: StartKind | None = None,
    not_after: datetime | None = None,
    end_kind: EndKind = EndKind.LENGTH,
    importance: Importance = Importance.ORDINARY,
    topic: str = "",
    remark: str = "",
) -> str:
    """Write a line of the plan with all its fields and return its identifier; an empty `id` makes a new line.

    `minimum` is in seconds; what is None is left to the defaults of the kind. If its times changed, what flows on after it follows, unless
    the day has begun. Raises Refusal, with the field, for what makes no sense or would lose what was recorded.
    """
    session = tx.session
    old, waiting = stand_of(session, id), waiting_lines(session)
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
    row = written.row
    facts = LineFacts(
        speakers=speakers,
        documents=documents,
        continues=continues,
        track=track,
        minimum=minimum,
        start_kind=start_kind,
        not_after=not_after,
        end_kind=end_kind,
        importance=importance,
        topic=topic,
        remark=remark,
    )
    write_facts(session, row, time_item(session, row, before=written.before), facts)
    check_registration(session, field="attendance")
    new = stand_of(session, row.id)
    if new is not None and (written.retimed or (old is not None and old.track != new.track)):
        # Whoever typed a time means it: what was written itself does not flow to an earlier one.
        follow_move(session, old, new, new.place + 1, waiting=waiting | {row.id})
    return row.id


@command("agenda.remove_line")
def remove_line(tx: Tx, *, id: str) -> None:  # noqa: A002 - as the store calls it
    """Remove a line of the plan; what flows on after it moves up, unless the day has begun.

    Raises Refusal if something was recorded for it, if another line goes on with it, or if nobody could be checked in without it.
    """
    session = tx.session
    row = the_item(session, id)
    old, waiting = stand_of(session, id), waiting_lines(session)
    drop_item(session, row)
    if old is not None:
        follow(session, old, waiting=waiting)


@command("agenda.move_line")
def move_line(tx: Tx, *, item: str, before: str = "") -> str:
    """Move a line before another one of the same day and track, or behind the last of them.

    What flows on is planned anew from there, and from where it stood, up to the next fixed point; on a day that has begun only
    the order changes. Raises Refusal if it would come before what is over.
    """
    session = tx.session
    row = the_item(session, item)
    timing, old = timing_of(session, item), stand_of(session, item)
    rows = live_order(session, row.day, timing.track)
    rest = [pair for pair in rows if pair[0].id != item]
    place = next((place for place, (one, _row) in enumerate(rest) if one.id == before), len(rest))
    if before and place == len(rest):
        raise Refusal(_("This line can only be moved among those of its day and room."), field="before")
    begun = begun_items(session, row.day)
    if item not in begun and any(one.id in begun for one, _row in rest[place:]):
        raise Refusal(_("What has begun already stays before it: choose a later place."), field="before")
    number([*rest[:place], (row, timing), *rest[place:]])
    new = stand_of(session, item)
    if old == new:
        tx.cannot_be_undone()
    elif new is not None:
        first = place + 1 if timing.start_kind is StartKind.FIXED else place
        follow_move(session, old, new, first)
    return item


@command("agenda.set_lengths")
def set_lengths(tx: Tx, *, lengths: dict[str, int], reason: str = "") -> int:
    """Let lines take so long, in seconds, as compressing proposes; what flows on after them follows. Return how many changed.

    The plan of a day that has begun stays, since the day is measured against it: what is taken there from an item, or given to it, is
    recorded of it with the reason. Raises Refusal if a line is over or would be shorter than its minimum.
    """
    session, why = tx.session, checked_reason(reason)
    waiting, before = waiting_lines(session), scene(session)
    days = {item.key: item.day for item in before.shown.items}
    recorded = {days[event.item] for event in before.shown.events}
    planned: list[str] = []
    changed = 0
    for key, seconds in lengths.items():
        item, actual = before.item(key), before.actuals[key]
        if actual.state in (ItemState.DONE, ItemState.SKIPPED):
            raise Refusal(_("“{title}” is over: shorten something else.").format(title=item.title), field="lengths")
        length = timedelta(seconds=seconds)
        if length < max(item.minimum, timedelta(seconds=1)):
            raise Refusal(
                _("“{title}” would be shorter than its least length: shorten something else.").format(title=item.title),
                field="lengths",
            )
        if length == work(item, actual):
            continue
        changed += 1
        if item.day in recorded:
            record(tx, key, Act.ADD, at=tx.now, amount=length - item.length - actual.added, reason=why)
        else:
            row = the_item(session, key)
            row.ends = row.starts + length
            planned.append(key)
    if not changed:
        tx.cannot_be_undone()
    session.flush()
    stands = [stand for item in planned if (stand := stand_of(session, item)) is not None]
    for stand in sorted(stands, key=lambda stand: (stand.day, stand.track, stand.place)):
        follow(session, replace(stand, place=stand.place + 1), waiting=waiting)
    return changed


@command("agenda.put_track")
def put_track(tx: Tx, *, id: str, name: str, place: str = "") -> str:  # noqa: A002 - as the store calls it
    """Write a room in which items run beside the plenary, and return its key; an empty `id` makes a new one.

    Raises Refusal if it has no name, or that of another one.
    """
    words = clean(name)
    if not words:
        raise Refusal(_("Type a name, such as: Working group A."), field="name")
    rows = list(tx.session.scalars(select(schema.Track).order_by(schema.Track.position)))
    if any(fold(row.name) == fold(words) and row.id != id for row in rows):
        raise Refusal(_("Another room is called {name} already.").format(name=words), field="name")
    row = tx.session.get(schema.Track, id) if id else None
    if id and row is None:
        raise _no_room()
    if row is None:
        key = free_key(words, {one.id for one in rows}, otherwise="room")
        row = schema.Track(id=key, position=rows[-1].position + 1 if rows else 0)
        tx.session.add(row)
    row.name, row.place = words, clean(place)
    return row.id


@command("agenda.remove_track")
def remove_track(tx: Tx, *, id: str) -> None:  # noqa: A002 - as the store calls it
    """Remove a room; raises Refusal if items are planned in it."""
    row = tx.session.get(schema.Track, id)
    if row is None:
        raise _no_room()
    timing = schema.ItemTiming
    count = tx.session.scalar(select(func.count()).select_from(timing).where(timing.track == id)) or 0
    if count:
        raise Refusal(
            ngettext(
                "{number} item is planned there: move it to another room first.",
                "{number} items are planned there: move them to another room first.",
                count,
            ).format(number=count)
        )
    tx.session.delete(row)


def _no_room() -> Refusal:
    return Refusal(_("This room was removed by somebody else."))
