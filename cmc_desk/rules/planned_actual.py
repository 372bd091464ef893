"""Planned and actual times of every item, and what each of them has cost or made up, by cause."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import groupby

from cmc_desk.rules.actuals import elapsed
from cmc_desk.rules.agenda import Actual, ItemState, TimedItem
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.instants import between
from cmc_desk.rules.projection import current_day, running_end, waits

# Delays are told in minutes: what rounds to none has no cause.
_WORTH_NAMING = timedelta(seconds=30)


class Cause(StrEnum):
    """What makes an item end later or earlier than it would have; of equal amounts the first is named."""

    LATE_START = "late start"
    OVERRUN = "overrun"
    ADDED = "time added"
    PAUSED = "paused"
    LEFT_OUT = "time left out"
    SKIPPED = "skipped"
    NOT_HELD = "nothing recorded"


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """What was planned of an item and what became of it; of one that runs, as it would be if it ended as expected.

    `order` is in which place it was taken in its day and track, `spent` how long it ran without `paused` and `left_out`.
    `parts` are what it cost (negative: made up) by cause: how long nothing ran before it though it could have begun, and what
    it took more than its length. They add up to `produced`; `absorbed` is what a fixed point or a gap before it swallowed of the delay
    that there was (negative: of the lead). `cumulative` is the delay of its day and track at its end: that before it, and `produced`,
    without `absorbed`. All three are None as long as nothing happened that counts.
    """

    item: TimedItem
    state: ItemState
    starts: datetime
    ends: datetime
    started: datetime | None
    ended: datetime | None
    order: int | None
    length: timedelta
    spent: timedelta
    paused: timedelta
    added: timedelta
    left_out: timedelta
    produced: timedelta | None
    absorbed: timedelta | None
    cumulative: timedelta | None
    parts: tuple[tuple[Cause, timedelta], ...] = ()

    @property
    def cause(self) -> Cause | None:
        """The chief cause of what it cost or made up; none if that is less than half a minute."""
        if self.produced is None or abs(self.produced) < _WORTH_NAMING:
            return None
        sign = 1 if self.produced > ZERO else -1
        return max(self.parts, key=lambda part: sign * part[1])[0]


@dataclass
class _Course:
    """How far a day of a track has come: by the plan laid anew in the order in which items were taken, and really."""

    planned: datetime
    real: datetime
    taken: int = 0

    @property
    def delay(self) -> timedelta:
        return self.real - self.planned


def planned_and_actual(
    items: Sequence[TimedItem], actuals: Mapping[str, Actual], now: datetime
) -> tuple[ItemRecord, ...]:
    """Return the record of every item, in the order of the agenda.

    Delays are counted by work: an item that was taken out of order is neither early nor late for that. What was skipped, or never began
    on a day that is over, makes up its length.
    """
    today = current_day(items, actuals, now)
    waiting = waits(items)
    records: dict[str, ItemRecord] = {}
    for (day, _track), group in groupby(sorted(items, key=_place), key=_place):
        of_day = list(group)
        begins = min(item.starts.astimezone(UTC) for item in of_day)
        course = _Course(begins, begins)
        for item, actual in _as_taken(of_day, actuals, over=day < today):
            first = item.starts.astimezone(UTC) == begins
            records[item.key] = _record(item, actual, course, now, waits_for=first or item.key in waiting)
    return tuple(records.get(item.key) or _untouched(item, actuals) for item in items)


def _place(item: TimedItem) -> tuple[date, str]:
    return item.day, item.track


def _as_taken(
    items: Iterable[TimedItem], actuals: Mapping[str, Actual], *, over: bool
) -> Iterator[tuple[TimedItem, Actual]]:
    """Return what happened in a day and a track, in the order in which it did; what was skipped stands after what is before it in the plan."""
    placed = []
    last = 0
    for number, item in enumerate(items):
        actual = actuals.get(item.key) or Actual(item.key)
        if actual.started is not None:
            last = actual.turn
        elif not over and actual.state is not ItemState.SKIPPED:
            continue
        placed.append((last, number, item, actual))
    for _last, _number, item, actual in sorted(placed, key=lambda each: each[:2]):
        yield item, actual


def _record(item: TimedItem, actual: Actual, course: _Course, now: datetime, *, waits_for: bool) -> ItemRecord:
    delay = course.delay
    planned = max(course.planned, item.starts.astimezone(UTC)) if waits_for else course.planned
    free = max(course.real, item.starts.astimezone(UTC)) if waits_for else course.real
    length = item.length
    paused = actual.paused + (between(actual.paused_since, now) if actual.paused_since else ZERO)
    course.planned = planned + length
    if actual.started is None:
        cause = Cause.SKIPPED if actual.state is ItemState.SKIPPED else Cause.NOT_HELD
        parts = [(cause, -length)]
    else:
        course.taken += 1
        begun = actual.started.astimezone(UTC)
        ends = (actual.ended or running_end(item, actual, now)).astimezone(UTC)
        parts = _parts(actual, begun, ends, length=length, idle=begun - free, paused=paused)
        course.real = ends
    produced = sum((amount for _cause, amount in parts), ZERO)
    return ItemRecord(
        item=item,
        state=actual.state,
        starts=item.starts,
        ends=item.ends,
        started=actual.started,
        ended=actual.ended,
        order=course.taken if actual.started else None,
        length=length,
        spent=elapsed(actual, now),
        paused=max(ZERO, paused),
        added=actual.added,
        left_out=actual.left_out,
        produced=produced,
        absorbed=delay + produced - course.delay,
        cumulative=course.delay,
        parts=tuple((cause, amount) for cause, amount in parts if amount),
    )


def _parts(
    actual: Actual, begun: datetime, ends: datetime, *, length: timedelta, idle: timedelta, paused: timedelta
) -> list[tuple[Cause, timedelta]]:
    """Return what an item cost by cause: its length and these are together what passed from when it could begin until it ends."""
    return [
        (Cause.LATE_START, idle),
        (Cause.OVERRUN, ends - begun - length - actual.added - paused - actual.left_out),
        (Cause.ADDED, actual.added),
        (Cause.PAUSED, paused),
        (Cause.LEFT_OUT, actual.left_out),
    ]


def _untouched(item: TimedItem, actuals: Mapping[str, Actual]) -> ItemRecord:
    actual = actuals.get(item.key) or Actual(item.key)
    return ItemRecord(
        item=item,
        state=actual.state,
        starts=item.starts,
        ends=item.ends,
        started=None,
        ended=None,
        order=None,
        length=item.length,
        spent=ZERO,
        paused=ZERO,
        added=actual.added,
        left_out=ZERO,
        produced=None,
        absorbed=None,
        cumulative=None,
    )
