"""Lines of a plan that stand in each other's way: one begins in a room before another has ended there."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from cmc_desk.rules.agenda import TimedItem


def overlapping(items: Iterable[TimedItem]) -> dict[str, TimedItem]:
    """Return, by the key of every item that begins too early, the item of its day and room that has not ended by then.

    While a plan is edited that is told and not refused: two lines that change places are written one after the other, and on a day that
    has begun a line may be put in without the plan of the others moving. A template in which lines overlap is refused.
    """
    found: dict[str, TimedItem] = {}
    longest: dict[tuple[date, str], TimedItem] = {}
    for item in sorted(items, key=_place):
        place = item.day, item.track
        before = longest.get(place)
        if before is not None and item.starts.astimezone(UTC) < before.ends.astimezone(UTC):
            found[item.key] = before
        if before is None or before.ends.astimezone(UTC) < item.ends.astimezone(UTC):
            longest[place] = item
    return found


def _place(item: TimedItem) -> tuple[datetime, datetime]:
    return item.starts.astimezone(UTC), item.ends.astimezone(UTC)
