"""What holds for a line of the agenda as long as nobody has said otherwise."""

from datetime import timedelta

from cmc_desk.rules.agenda_plan import StartKind
from cmc_desk.rules.meeting import ItemKind

_FIXED = frozenset({ItemKind.REGISTRATION, ItemKind.BREAK, ItemKind.PHOTO, ItemKind.LUNCH, ItemKind.CLOSING})
_STEP = timedelta(minutes=5)


def start_kind_of(kind: ItemKind, *, first_of_day: bool) -> StartKind:
    """Return whether such an item waits for its planned beginning: breaks, meals, closings and the first of a day do."""
    return StartKind.FIXED if first_of_day or kind in _FIXED else StartKind.FLOW


def minimum_of(kind: ItemKind, length: timedelta) -> timedelta:
    """Return the shortest that such an item can be made: half its length in whole steps of five minutes; fixed points stay as they are."""
    if kind in _FIXED or length < 2 * _STEP:
        return length
    return (length / 2 // _STEP) * _STEP
