"""The time that a list of speakers still has: what is left of the items that it belongs to, as they are now expected."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta

from cmc_desk.rules.agenda import Actual, ItemState, Projection, TimedItem
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.floor_planner import Slot

_OVER = frozenset({ItemState.DONE, ItemState.SKIPPED})


def floor_slots(
    items: Iterable[TimedItem], topic: str, actuals: Mapping[str, Actual], projection: Projection
) -> tuple[Slot, ...]:
    """Return the stretches of time that a list has from now on, before and after lunch, in the order of the clock.

    An item that runs counts from now, one that is to come with its whole expected length.
    """
    found = [
        Slot(max(projection.now, expected.starts), expected.ends)
        for item in items
        if item.topic == topic
        and not _is_over(actuals.get(item.key))
        and (expected := projection.expected.get(item.key))
    ]
    return tuple(sorted((slot for slot in found if slot.length > ZERO), key=lambda slot: slot.starts))


def window_of(slots: Collection[Slot]) -> timedelta:
    """Return how much time several stretches are together."""
    return sum((slot.length for slot in slots), ZERO)


def cut_at(slots: Iterable[Slot], fixed: Iterable[datetime]) -> tuple[Slot, ...]:
    """Return the stretches as they are if those that run now are broken off at the fixed points they would run over."""
    points = sorted(fixed)
    cut = (
        Slot(slot.starts, min((slot.ends, *(point for point in points if slot.starts < point < slot.ends))))
        for slot in slots
    )
    return tuple(cut)


def _is_over(actual: Actual | None) -> bool:
    return actual is not None and actual.state in _OVER
