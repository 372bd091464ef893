"""When everything of the agenda is now expected, by the work that remains, and not by how late the running item began."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from cmc_desk.rules.actuals import RUNS, elapsed, work
from cmc_desk.rules.agenda import Actual, DayEnd, Expected, ItemState, Projection, TimedItem
from cmc_desk.rules.agenda_plan import ZERO, EndKind, StartKind
from cmc_desk.rules.instants import meeting_day, moved

_DayTrack = tuple[date, str]


@dataclass
class _Cursor:
    """How far the work of one track reaches, in UTC; `opened` are the days of it in which something began or is expected."""

    at: datetime
    opened: set[date] = field(default_factory=set)


def project(items: Sequence[TimedItem], actuals: Mapping[str, Actual], now: datetime) -> Projection:
    """Return when every item is expected at `now`: first what runs, then what is not done, in live order, each track for itself.

    An item flows on from the one before it, or waits for its planned beginning if that is fixed, if the plan leaves a gap
    before it, or if nothing of its day has begun. It takes its length; one that ends at a fixed time ends then if it can
    begin by its minimum before that, else after its length. What runs is over at the earliest now. What never began on a day that is
    over (`current_day`) was not held: it pushes nothing.
    """
    today = current_day(items, actuals, now)
    waiting = waits(items)
    floors = _floors(items)
    cursors = _cursors(items, actuals, now)
    expected: dict[str, Expected] = {}
    for item in items:
        actual = actuals.get(item.key) or Actual(item.key)
        if actual.started is not None:
            expected[item.key] = _of_begun(item, actual, now)
        elif actual.state is ItemState.SKIPPED or item.day < today:
            expected[item.key] = Expected(item.key, item.starts, item.ends, held=False)
        else:
            expected[item.key] = _of_coming(
                item,
                actual,
                cursors[item.track],
                floor=floors[item.day, item.track],
                waits_for=item.key in waiting,
                later=item.day > today,
            )
    return Projection(now, expected, tuple(_day_ends(items, expected)))


def current_day(items: Sequence[TimedItem], actuals: Mapping[str, Actual], now: datetime) -> date:
    """Return the day of the agenda that counts as today; the days before it are over.

    It is the day by the calendar (a night belongs to the day before), or a later one of which something has begun. While
    something of an earlier day still runs it is that day, until the next one is to begin by its plan.
    """
    if not items:
        return meeting_day(now, UTC)
    by_clock = meeting_day(now, items[0].starts.tzinfo or UTC)
    begun = [item.day for item in items if (found := actuals.get(item.key)) and found.started is not None]
    last = max(begun, default=by_clock)
    if last >= by_clock:
        return last
    goes_on = any(item.day == last and (found := actuals.get(item.key)) and found.state in RUNS for item in items)
    following = min((item.starts.astimezone(UTC) for item in items if item.day > last), default=None)
    return last if goes_on and (following is None or now < following) else by_clock


def waits(items: Sequence[TimedItem]) -> frozenset[str]:
    """Return what does not begin before its planned time: fixed points, and what the plan leaves a gap before.

    Nobody is there before a gap is over, and a list of items with gaps is not early as long as it runs to plan.
    """
    found = {item.key for item in items if item.start_kind is StartKind.FIXED}
    reached: dict[_DayTrack, datetime] = {}
    for item in sorted(items, key=lambda each: (each.starts.astimezone(UTC), each.ends.astimezone(UTC))):
        before = reached.get((item.day, item.track))
        ends = item.ends.astimezone(UTC)
        if before is not None and before < item.starts:
            found.add(item.key)
        if before is None or before < ends:
            reached[item.day, item.track] = ends
    return frozenset(found)


def _floors(items: Sequence[TimedItem]) -> dict[_DayTrack, datetime]:
    """Return when each day of each track is to begin by the plan, in UTC."""
    found: dict[_DayTrack, datetime] = {}
    for item in items:
        place, starts = (item.day, item.track), item.starts.astimezone(UTC)
        if place not in found or starts < found[place]:
            found[place] = starts
    return found


def _cursors(items: Sequence[TimedItem], actuals: Mapping[str, Actual], now: datetime) -> dict[str, _Cursor]:
    cursors: dict[str, _Cursor] = {}
    for item in items:
        cursor = cursors.setdefault(item.track, _Cursor(now.astimezone(UTC)))
        actual = actuals.get(item.key)
        if actual is not None and actual.started is not None:
            cursor.opened.add(item.day)
            if actual.ended is None:
                cursor.at = max(cursor.at, running_end(item, actual, now).astimezone(UTC))
    return cursors


def running_end(item: TimedItem, actual: Actual, now: datetime) -> datetime:
    """Return when an item that has begun and is not over will be, in its zone: at the earliest now."""
    present = now.astimezone(UTC)
    spent = elapsed(actual, now)
    if item.end_kind is EndKind.FIXED:
        fixed = item.ends.astimezone(UTC) + actual.added
        # As it was when its minimum was reached: what runs over a fixed end that it could keep is only over time.
        if present + item.minimum - spent <= fixed:
            return max(present, fixed).astimezone(item.ends.tzinfo)
    return (present + max(ZERO, work(item, actual) - spent)).astimezone(item.ends.tzinfo)


def _of_begun(item: TimedItem, actual: Actual, now: datetime) -> Expected:
    starts = (actual.started or now).astimezone(item.starts.tzinfo)
    ends = (actual.ended or running_end(item, actual, now)).astimezone(item.ends.tzinfo)
    begun = starts.astimezone(UTC)
    over = ends.astimezone(UTC)
    cut = ZERO
    if actual.ended is None:
        needed = now.astimezone(UTC) + work(item, actual) - elapsed(actual, now)
        cut = max(ZERO, needed - over)
    return Expected(
        item.key,
        starts,
        ends,
        late=begun - item.starts.astimezone(UTC),
        broken=_broken(item, begun, over, actual.added),
        cut=cut,
    )


def _of_coming(
    item: TimedItem, actual: Actual, cursor: _Cursor, *, floor: datetime, waits_for: bool, later: bool
) -> Expected:
    planned = item.starts.astimezone(UTC)
    first = item.day not in cursor.opened
    cursor.opened.add(item.day)
    before = cursor.at
    begins = max(before, floor) if first else before
    if waits_for:
        begins = max(begins, planned)
    ends = begins + work(item, actual)
    cut = ZERO
    if item.end_kind is EndKind.FIXED:
        fixed = item.ends.astimezone(UTC) + actual.added
        if begins + item.minimum <= fixed:
            cut = max(ZERO, ends - fixed)
            ends = fixed
    cursor.at = ends
    # The night before a day is nothing that speakers could use.
    free = planned - before if item.start_kind is StartKind.FIXED and not (first and later) else None
    return Expected(
        item.key,
        begins.astimezone(item.starts.tzinfo),
        ends.astimezone(item.ends.tzinfo),
        late=begins - planned,
        slack=free,
        broken=_broken(item, begins, ends, actual.added),
        cut=cut,
    )


def _broken(item: TimedItem, begins: datetime, ends: datetime, added: timedelta) -> bool:
    too_late = item.not_after is not None and begins > item.not_after
    return too_late or (item.end_kind is EndKind.FIXED and ends > moved(item.ends, added))


def _day_ends(items: Sequence[TimedItem], expected: Mapping[str, Expected]) -> Iterator[DayEnd]:
    planned: dict[date, datetime] = {}
    projected: dict[date, datetime] = {}
    for item in items:
        _keep_latest(planned, item.day, item.ends)
        found = expected[item.key]
        if found.held:
            _keep_latest(projected, item.day, found.ends)
    for day in sorted(planned):
        yield DayEnd(day, planned[day], projected.get(day, planned[day]))


def _keep_latest(kept: dict[date, datetime], day: date, instant: datetime) -> None:
    if day not in kept or kept[day].astimezone(UTC) < instant:
        kept[day] = instant
