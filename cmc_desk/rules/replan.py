"""What the times of a plan become when its lines are moved by hand: what flows on follows, up to the next fixed point."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta

from cmc_desk.rules.agenda import TimedItem
from cmc_desk.rules.agenda_plan import EndKind, StartKind

Times = tuple[datetime, datetime]
_SHORTEST = timedelta(minutes=1)


def flowed(items: Sequence[TimedItem], first: int, *, waiting: Collection[str] = ()) -> dict[str, Times]:
    """Return the times, in UTC, of the items that follow from place `first` on: each begins when the one before it ends.

    `items` are those of one day and track in live order. A fixed point ends it, as does an item that could not keep its fixed end; what
    is `waiting`, because the plan leaves a gap before it, is never earlier than it was. The first of all begins when the day begins.
    """
    if not items:
        return {}
    times = {item.key: (item.starts.astimezone(UTC), item.ends.astimezone(UTC)) for item in items}
    free = _free_from(items, times, first)
    found: dict[str, Times] = {}
    for item in items[first:]:
        starts, ends = times[item.key]
        if item.start_kind is StartKind.FIXED:
            break
        if item.key in waiting and free <= starts:
            break
        if item.end_kind is EndKind.FIXED:
            if free + max(item.minimum, _SHORTEST) > ends:
                break
        else:
            ends = free + (ends - starts)
        found[item.key] = (free, ends)
        free = ends
    return found


def _free_from(items: Sequence[TimedItem], times: dict[str, Times], first: int) -> datetime:
    """Return when what stands before `first` is over, back to the fixed point that it flows on from."""
    if first == 0:
        return min(starts for starts, _ends in times.values())
    begin = next((place for place in reversed(range(first)) if items[place].start_kind is StartKind.FIXED), 0)
    free = max(times[item.key][1] for item in items[begin:first])
    if begin == 0:
        return free
    # What stands before a fixed point may run into it, since somebody moved it there: then that begins later all the same.
    starts, ends = times[items[begin].key]
    return max(free, max(starts, times[items[begin - 1].key][1]) + (ends - starts))
