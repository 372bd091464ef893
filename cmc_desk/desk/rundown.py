"""The agenda as the clock needs it: its lines in live order and what was recorded of them."""

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.rules.actuals import actuals
from cmc_desk.rules.agenda import Actual, ItemEvent, ItemState, TimedItem
from cmc_desk.rules.agenda_plan import Track
from cmc_desk.rules.meeting import SpeakerPlan
from cmc_desk.rules.plain import from_plain


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the agenda with everything that its window shows of the plan; `speakers` are its presenters."""

    item: TimedItem
    points: tuple[str, ...]
    speakers: tuple[SpeakerPlan, ...]
    documents: tuple[str, ...]
    continues: str
    attendance: bool


@dataclass(frozen=True, slots=True)
class Rundown:
    """The whole agenda: `lines` by day, track and live order, `events` in the order in which they were recorded."""

    zone: ZoneInfo
    days: tuple[date, ...]
    tracks: tuple[Track, ...]
    lines: tuple[Line, ...]
    events: tuple[ItemEvent, ...]

    @property
    def items(self) -> tuple[TimedItem, ...]:
        """The lines as the rules of the clock need them."""
        return tuple(line.item for line in self.lines)

    @property
    def held(self) -> tuple[TimedItem, ...]:
        """The lines without those that were skipped: these stand in nobody's way."""
        known = actuals(self.items, self.events)
        return tuple(item for item in self.items if known[item.key].state is not ItemState.SKIPPED)

    def line(self, key: str) -> Line | None:
        """Return a line by its key."""
        return next((line for line in self.lines if line.item.key == key), None)


def rundown(session: Session) -> Rundown:
    """Return the agenda with what was recorded of it; times are in the zone of the meeting."""
    zone = ZoneInfo(session.scalars(select(schema.Meeting.zone)).one())
    tracks = [
        Track(row.id, row.name, row.place)
        for row in session.scalars(select(schema.Track).order_by(schema.Track.position))
    ]
    order = {track.key: number for number, track in enumerate(tracks, 1)}
    rows = session.execute(
        select(schema.Item, schema.ItemTiming).join(schema.ItemTiming, schema.ItemTiming.id == schema.Item.id)
    ).all()
    rows_in_order = sorted(rows, key=lambda row: (row[0].day, order.get(row[1].track, 0), row[1].position))
    return Rundown(
        zone=zone,
        days=tuple(session.scalars(select(schema.Day.id).order_by(schema.Day.id))),
        tracks=tuple(tracks),
        lines=tuple(_line(item, timing, zone) for item, timing in rows_in_order),
        events=tuple(
            ItemEvent(
                key=row.id,
                item=row.item,
                act=row.act,
                at=row.at.astimezone(zone),
                amount=timedelta(seconds=row.amount),
                of=row.corrects or "",
                reason=row.reason,
                by=row.operator,
            )
            for row in session.scalars(select(schema.ItemEvent).order_by(schema.ItemEvent.number))
        ),
    )


def what_happened(session: Session) -> dict[str, Actual]:
    """Return what really happened to every item, by its key; nothing as long as nothing was recorded."""
    if session.scalar(select(schema.ItemEvent.id).limit(1)) is None:
        return {}
    shown = rundown(session)
    return actuals(shown.items, shown.events)


def timed_item(row: schema.Item, timing: schema.ItemTiming, zone: ZoneInfo) -> TimedItem:
    """Return a line as the rules of the clock need it, in the zone of the meeting."""
    return TimedItem(
        key=row.id,
        day=row.day,
        starts=row.starts.astimezone(zone),
        ends=row.ends.astimezone(zone),
        title=row.title,
        kind=row.kind,
        track=timing.track,
        minimum=timedelta(seconds=timing.minimum),
        start_kind=timing.start_kind,
        not_after=timing.not_after.astimezone(zone) if timing.not_after else None,
        end_kind=timing.end_kind,
        importance=timing.importance,
        topic=timing.topic,
        remark=timing.remark,
    )


def _line(row: schema.Item, timing: schema.ItemTiming, zone: ZoneInfo) -> Line:
    return Line(
        item=timed_item(row, timing, zone),
        points=tuple(row.points),
        speakers=tuple(from_plain(SpeakerPlan, speaker) for speaker in row.speakers),
        documents=tuple(row.documents),
        continues=row.continues,
        attendance=row.attendance,
    )
