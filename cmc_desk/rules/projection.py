"""When everything of the agenda is now expected, by the work that remains, and not by how late the running item began."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from operator import attrgetter

from cmc_desk.rules.actuals import RUNS, elapsed, least, work
from cmc_desk.rules.agenda import Actual, DayEnd, Expected, ItemState, Projection, TimedItem
from cmc_desk.rules.agenda_plan import ZERO, EndKind, StartKind
from cmc_desk.rules.instants import meeting_day


@dataclass(slots=True)
class _Slot:
    """An item with its planned times in UTC, and when it will be over; None if it is not held."""

    item: TimedItem
    actual: Actual
    starts: datetime
    ends: datetime
    over: datetime | None = None

    @property
    def work(self) -> timedelta:
        length = self.ends - self.starts
        return work(self.item, self.actual) if self.actual.added else length


@dataclass
class _Cursor:
    """How far one track reaches, in UTC: `at` is when what was counted is over, `done` when its work is, whatever fixed ends do with it.

    `opened` are the days of it in which something began or is expected.
    """

    at: datetime
    done: datetime
    opened: set[date] = field(default_factory=set)


def project(items: Sequence[TimedItem], actuals: Mapping[str, Actual], now: datetime) -> Projection:
    """Return when every item is expected at `now`: first what runs, then what is not done, in live order, each track for itself.

    An item flows on from the one before it, or waits for its planned beginning if that is fixed, if the plan leaves a gap
    before it, or if nothing of its day has begun. It takes its length; one that ends at a fixed time ends then, and later only
    as far as its minimum does not fit before that. What runs is over at the earliest now. What never began on a day that is
    over (`current_day`) was not held, nor a fixed point that was passed over when its time had come: it pushes nothing.
    """
    present = now.astimezone(UTC)
    today = current_day(items, actuals, now)
    slots = _slots(items, actuals)
    waiting = _waiting(slots)
    floors = _floors(slots)
    cursors = _cursors(slots, present)
    gone = _passed_points(slots)
    expected: dict[str, Expected] = {}
    for slot in slots:
        item = slot.item
        if slot.actual.started is not None:
            expected[item.key] = _of_begun(slot, slot.actual.started, present)
        elif slot.actual.state is ItemState.SKIPPED or item.day < today or item.key in gone:
            expected[item.key] = Expected(item.key, item.starts, item.ends, held=False)
        else:
            place = item.day, item.track
            expected[item.key] = _of_coming(
                slot, cursors[item.track], floors[place], waits_for=item.key in waiting, later=item.day > today
            )
    return Projection(now, expected, tuple(_day_ends(slots)))


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
    return _waiting(_slots(items, {}))


def running_end(item: TimedItem, actual: Actual, now: datetime) -> datetime:
    """Return when an item that has begun and is not over will be, in UTC: at the earliest now."""
    present = now.astimezone(UTC)
    spent = elapsed(actual, now)
    if item.end_kind is EndKind.FIXED:
        return max(present, item.ends.astimezone(UTC) + actual.added, present + least(item, actual) - spent)
    return present + max(ZERO, work(item, actual) - spent)


def _slots(items: Sequence[TimedItem], actuals: Mapping[str, Actual]) -> list[_Slot]:
    return [
        _Slot(
            item,
            actuals.get(item.key) or Actual(item.key),
            item.starts.astimezone(UTC),
            item.ends.astimezone(UTC),
        )
        for item in items
    ]


def _waiting(slots: Sequence[_Slot]) -> frozenset[str]:
    found = set()
    reached: dict[tuple[date, str], datetime] = {}
    for slot in sorted(slots, key=attrgetter("starts", "ends")):
        item = slot.item
        place = item.day, item.track
        before = reached.get(place)
        if item.start_kind is StartKind.FIXED or (before is not None and before < slot.starts):
            found.add(item.key)
        if before is None or before < slot.ends:
            reached[place] = slot.ends
    return frozenset(found)


def _floors(slots: Sequence[_Slot]) -> dict[tuple[date, str], datetime]:
    """Return when each day of each track is to begin by the plan."""
    found: dict[tuple[date, str], datetime] = {}
    for slot in slots:
        place = slot.item.day, slot.item.track
        known = found.get(place)
        if known is None or slot.starts < known:
            found[place] = slot.starts
    return found


def _cursors(slots: Sequence[_Slot], present: datetime) -> dict[str, _Cursor]:
    cursors: dict[str, _Cursor] = {}
    for slot in slots:
        cursor = cursors.get(slot.item.track)
        if cursor is None:
            cursor = cursors[slot.item.track] = _Cursor(present, present)
        if slot.actual.started is not None:
            cursor.opened.add(slot.item.day)
            slot.over = (slot.actual.ended or running_end(slot.item, slot.actual, present)).astimezone(UTC)
            if slot.actual.ended is None:
                cursor.at = max(cursor.at, slot.over)
                cursor.done = max(cursor.done, _work_done(slot, present))
    return cursors


def _work_done(slot: _Slot, present: datetime) -> datetime:
    """Return when the work of something that runs will be done, if no fixed end cuts it off or keeps it going."""
    return present + max(ZERO, slot.work - elapsed(slot.actual, present))


def _passed_points(slots: Sequence[_Slot]) -> frozenset[str]:
    """Return the fixed points that have not begun though, when their time had come, something after them began.

    A registration that nobody recorded is no work that is still to be done. What flows on, and a lunch that is yet to come, is.
    """
    found = set()
    begun: dict[tuple[date, str], datetime] = {}
    for slot in reversed(slots):
        place = slot.item.day, slot.item.track
        last = begun.get(place)
        if slot.actual.started is not None:
            started = slot.actual.started.astimezone(UTC)
            begun[place] = started if last is None else max(last, started)
        elif slot.item.start_kind is StartKind.FIXED and last is not None and last >= slot.starts:
            found.add(slot.item.key)
    return frozenset(found)


def _of_begun(slot: _Slot, started: datetime, present: datetime) -> Expected:
    # Over a clock that was set back something may end before it began: on paper it then took no time.
    over = max(slot.over or present, started.astimezone(UTC))
    spare = ZERO if slot.actual.ended else over - _work_done(slot, present)
    return _expected(slot, started.astimezone(UTC), over, cut=max(ZERO, -spare), spare=spare)


def _of_coming(slot: _Slot, cursor: _Cursor, floor: datetime, *, waits_for: bool, later: bool) -> Expected:
    item, before = slot.item, cursor.at
    first = item.day not in cursor.opened
    cursor.opened.add(item.day)
    begins = max(before, floor) if first else before
    if waits_for:
        begins = max(begins, slot.starts)
    # The night before a day is nothing that speakers could use.
    free = slot.starts - cursor.done if item.start_kind is StartKind.FIXED and not (first and later) else None
    if begins > before:
        cursor.done = begins
    elif waits_for:
        # What fixed ends have cut off or kept going before a point that everybody waits for is behind it.
        cursor.done = min(begins, max(cursor.done, slot.starts))
    needed = over = begins + slot.work
    if item.end_kind is EndKind.FIXED:
        over = max(slot.ends + slot.actual.added, begins + least(item, slot.actual))
    cursor.at, cursor.done = over, cursor.done + slot.work
    slot.over = over
    return _expected(slot, begins, over, cut=max(ZERO, needed - over), spare=over - cursor.done, slack=free)


def _expected(
    slot: _Slot, begins: datetime, over: datetime, *, cut: timedelta, spare: timedelta, slack: timedelta | None = None
) -> Expected:
    item = slot.item
    too_late = item.not_after is not None and begins > item.not_after
    # Turning an instant over into a zone is most of what a tick costs: what is on plan keeps the planned one.
    return Expected(
        item.key,
        item.starts if begins == slot.starts else begins.astimezone(item.starts.tzinfo),
        item.ends if over == slot.ends else over.astimezone(item.ends.tzinfo),
        begins - slot.starts,
        slack,
        too_late or (item.end_kind is EndKind.FIXED and over > slot.ends + slot.actual.added),
        cut,
        spare,
    )


def _day_ends(slots: Sequence[_Slot]) -> Iterator[DayEnd]:
    planned: dict[date, _Slot] = {}
    projected: dict[date, datetime] = {}
    for slot in slots:
        day = slot.item.day
        if day not in planned or planned[day].ends < slot.ends:
            planned[day] = slot
        if slot.over is not None and (day not in projected or projected[day] < slot.over):
            projected[day] = slot.over
    for day in sorted(planned):
        last = planned[day]
        zone = last.item.ends.tzinfo
        yield DayEnd(day, last.item.ends, projected.get(day, last.ends).astimezone(zone))
