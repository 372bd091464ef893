"""The record of planned and actual times: of every item, and of what each delegation had of the floor."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import groupby

from sqlalchemy.orm import Session

from cmc_desk.desk.floor_facts import floors
from cmc_desk.desk.floor_scene import FloorScene, names_of
from cmc_desk.desk.meeting import Meeting, meeting
from cmc_desk.desk.meeting_days import now_seen
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.rundown import rundown
from cmc_desk.i18n import N_
from cmc_desk.reports import planned_actual
from cmc_desk.reports.planned_record import (
    ActLine,
    DayLine,
    DelegationLine,
    ItemLine,
    PlannedActual,
    SpeechLine,
)
from cmc_desk.rules.actuals import RUNS, actuals
from cmc_desk.rules.agenda import Act
from cmc_desk.rules.as_of import events_until
from cmc_desk.rules.floor import ON_THE_FLOOR
from cmc_desk.rules.floor_record import SpeechRecord, by_delegation, floor_records
from cmc_desk.rules.instants import meeting_day
from cmc_desk.rules.papers import Ask, Format, PaperGroup
from cmc_desk.rules.planned_actual import Cause, ItemRecord, planned_and_actual

KEY = "planned-actual"


def gather_planned_actual(session: Session, ask: Ask) -> PlannedActual:
    """Return the record of the day that was asked for, or of all days, as it stands at `ask.at`."""
    if ask.at is None:
        raise ValueError("a record is of an instant")
    return planned_record(session, now=ask.at, day=_day_of(ask))


def gather_record_now(session: Session, ask: Ask, now: datetime) -> PlannedActual:
    """Return the record of the day that was asked for, or of all days, with everything that is recorded."""
    return planned_record(session, now=now, day=_day_of(ask), back=False)


def planned_record(session: Session, *, now: datetime, day: date | None = None, back: bool = True) -> PlannedActual:
    """Return the record of all days or of one at `now`.

    To look `back` is to ask for what had happened until then. Of the present everything that was recorded counts, also where the clock of
    the computer was set back since. What nobody ended has not run on after the meeting (`meeting_days.now_seen`).
    """
    facts, found = meeting(session), rundown(session)
    now = facts.local(now_seen(session, now=now))
    events = events_until(found.events, now) if back else found.events
    state = actuals(found.items, events)
    records = [
        record for record in planned_and_actual(found.items, state, now) if day is None or record.item.day == day
    ]
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for event in events:
        # Why the record was corrected says nothing of why the item was late.
        if event.reason and event.act is not Act.CORRECT and event.reason not in reasons[event.item]:
            reasons[event.item].append(event.reason)
    rooms = {track.key: track.name for track in found.tracks}
    items = tuple(_item_line(record, rooms, tuple(reasons[record.item.key])) for record in records)
    said = _speeches(session, facts, now=now, day=day, back=back)
    running = any(record.state in RUNS for record in records) or any(one.state in ON_THE_FLOOR for _t, one in said)
    names, keys = names_of(session), {record.item.key: record.item.title for record in records}
    return PlannedActual(
        city=facts.city,
        zone=facts.zone,
        day=day,
        until=now if running else None,
        days=tuple(_day_lines(items)),
        items=items,
        delegations=_delegation_lines([one for _title, one in said], names),
        speeches=tuple(_speech_line(title, one, names, facts) for title, one in said),
        acts=tuple(
            ActLine(event.at, keys[event.item], event.act, event.amount, event.reason, event.by)
            for event in events
            if event.item in keys
        ),
    )


def _day_of(ask: Ask) -> date | None:
    return date.fromisoformat(ask.day) if ask.day else None


def _item_line(record: ItemRecord, rooms: dict[str, str], reasons: tuple[str, ...]) -> ItemLine:
    item = record.item
    return ItemLine(
        key=item.key,
        day=item.day,
        room=rooms.get(item.track, item.track),
        title=item.title,
        kind=item.kind,
        state=record.state,
        starts=record.starts,
        ends=record.ends,
        started=record.started,
        ended=record.ended,
        order=record.order,
        length=record.length,
        spent=record.spent,
        paused=record.paused,
        produced=record.produced,
        absorbed=record.absorbed,
        cumulative=record.cumulative,
        cause=record.cause,
        parts=record.parts,
        reasons=reasons,
    )


def _day_lines(items: Iterable[ItemLine]) -> Iterator[DayLine]:
    for (day, room), some in groupby(items, key=lambda line: (line.day, line.room)):
        lines = list(some)
        causes: defaultdict[Cause, timedelta] = defaultdict(timedelta)
        for cause, amount in (part for line in lines for part in line.parts):
            causes[cause] += amount
        held = [line for line in lines if line.started is not None]
        open_still = any(line.state in RUNS for line in lines)
        ends = [line.ended for line in held if line.ended is not None]
        # The delay of a day is that after what was taken last in it.
        last = max(held, key=lambda line: line.order or 0, default=None)
        yield DayLine(
            day=day,
            room=room,
            starts=min(line.starts for line in lines),
            ends=max(line.ends for line in lines),
            started=min((line.started for line in held if line.started is not None), default=None),
            ended=max(ends, default=None) if not open_still else None,
            delay=last.cumulative if last is not None else None,
            causes=tuple(sorted(causes.items(), key=lambda pair: (-abs(pair[1]), pair[0]))),
        )


def _speeches(
    session: Session, facts: Meeting, *, now: datetime, day: date | None, back: bool
) -> list[tuple[str, SpeechRecord]]:
    """Return what became of every entry, with the title of its list; of a day only what was said that day."""
    found = []
    for one in floors(session):
        seen = FloorScene(one, {}).as_of(now) if back else FloorScene(one, {})
        for record in floor_records(seen.speeches, now):
            said_on = meeting_day(record.started, facts.tzinfo) if record.started else None
            if day is None or said_on == day:
                found.append((one.topic.title, record))
    return found


def _delegation_lines(records: list[SpeechRecord], names: dict[str, str]) -> tuple[DelegationLine, ...]:
    return tuple(
        DelegationLine(
            code=one.delegation,
            name=names.get(one.delegation, one.delegation),
            category=one.category,
            order=one.order,
            statements=one.statements,
            speeches=one.speeches,
            spoken=one.spoken,
            overtime=one.overtime,
            written=one.written,
        )
        for one in by_delegation(_in_order_of_all(records))
    )


def _in_order_of_all(records: list[SpeechRecord]) -> list[SpeechRecord]:
    """Return the records with their order among the speeches of all lists."""
    began = sorted((one.started.astimezone(UTC), one.entry) for one in records if one.started is not None)
    order = {entry: number for number, (_at, entry) in enumerate(began, 1)}
    return [replace(one, order=order.get(one.entry, 0)) for one in records]


def _speech_line(topic: str, record: SpeechRecord, names: dict[str, str], facts: Meeting) -> SpeechLine:
    return SpeechLine(
        topic=topic,
        order=record.order,
        delegation=names.get(record.delegation, record.delegation),
        category=record.category,
        kind=record.kind,
        state=record.state,
        started=facts.local(record.started) if record.started else None,
        ended=facts.local(record.ended) if record.ended else None,
        limit=record.limit,
        spoken=record.spoken,
        paused=record.paused,
        overtime=record.overtime,
        words=record.words,
        note=record.note,
    )


PLANNED_ACTUAL_PAPER = PaperKind(
    key=KEY,
    title=N_("Planned and actual"),
    group=PaperGroup.DESK,
    icon="agenda",
    formats=(Format.PDF, Format.XLSX),
    gather=gather_planned_actual,
    gather_now=gather_record_now,
    render=planned_actual.render,
    asks=frozenset({"day", "at"}),
    of_now=True,
)
