"""The time that a list of speakers still has: what is left of the items that it belongs to, as they are now expected."""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime, timedelta

from cmc_desk.rules.agenda import Actual, ItemState, Projection, TimedItem
from cmc_desk.rules.agenda_plan import ZERO, StartKind
from cmc_desk.rules.floor_planner import Slot
from cmc_desk.rules.instants import between

_OVER = frozenset({ItemState.DONE, ItemState.SKIPPED})


def floor_slots(
    items: Iterable[TimedItem], topic: str, actuals: Mapping[str, Actual], projection: Projection
) -> tuple[Slot, ...]:
    """Return the stretches of time that a list has from now on, before and after lunch, in the order of the clock.

    An item that runs counts from now, one that is to come with its whole expected length.
    """
    found = [
        Slot(max(projection.now, expected.starts, key=_instant), expected.ends)
        for item in items
        if item.topic == topic
        and not _is_over(actuals.get(item.key))
        and (expected := projection.expected.get(item.key))
    ]
    return tuple(sorted((slot for slot in found if slot.length), key=lambda slot: _instant(slot.starts)))


def window_of(slots: Collection[Slot]) -> timedelta:
    """Return how much time several stretches are together."""
    return sum((slot.length for slot in slots), ZERO)


def cut_at(slots: Iterable[Slot], fixed: Collection[datetime]) -> tuple[Slot, ...]:
    """Return the stretches as they are if each is broken off at the first fixed point that it would run over."""
    return tuple(
        Slot(
            slot.starts,
            min((slot.ends, *(point for point in fixed if between(slot.starts, point) > ZERO)), key=_instant),
        )
        for slot in slots
    )


def fixed_points(items: Collection[TimedItem], topic: str, actuals: Mapping[str, Actual]) -> tuple[datetime, ...]:
    """Return the fixed beginnings, such as that of lunch, before which a list must break off, in the rooms in which it is spoken."""
    tracks = {item.track for item in items if item.topic == topic}
    return tuple(
        item.starts
        for item in items
        if item.start_kind is StartKind.FIXED
        and item.topic != topic
        and item.track in tracks
        and not _is_over(actuals.get(item.key))
    )


def _is_over(actual: Actual | None) -> bool:
    return actual is not None and actual.state in _OVER


def _instant(at: datetime) -> datetime:
    return at.astimezone(UTC)
