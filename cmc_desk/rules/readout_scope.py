"""Which items of the agenda a read-out sums up, and how long the agenda gives for reading it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cmc_desk.rules.instants import between
from cmc_desk.rules.meeting import ItemKind

# What may come before the summary of the day before.
_BEFORE_THE_DAY_BEGINS = frozenset({ItemKind.REGISTRATION, ItemKind.BREAK})


@dataclass(frozen=True, slots=True)
class SummedItem:
    """A line of the agenda as far as summaries are concerned."""

    key: str
    day: date
    starts: datetime
    ends: datetime
    title: str
    kind: ItemKind
    documents: tuple[str, ...] = ()
    track: str = ""

    @property
    def minutes(self) -> int:
        """How many whole minutes the agenda gives for it."""
        return round(between(self.starts, self.ends).total_seconds() / 60)


def item_of(items: Sequence[SummedItem], key: str) -> SummedItem | None:
    """Return an item by its key."""
    return next((item for item in items if item.key == key), None)


def summed_day(items: Sequence[SummedItem], summary: SummedItem) -> date | None:
    """Return the day that an item sums up: the one before, if it is the summary with which a day begins."""
    if summary.kind is not ItemKind.SUMMARY:
        return None
    earlier = [item for item in items if item.day == summary.day and item.starts < summary.starts]
    if any(item.kind not in _BEFORE_THE_DAY_BEGINS for item in earlier):
        return None
    return max((item.day for item in items if item.day < summary.day), default=None)


def summed_up(items: Sequence[SummedItem], key: str) -> tuple[str, ...]:
    """Return the items whose notes the read-out of an item sums up, itself the last.

    A discussion summary sums up what was discussed of its documents since the last summary of them; one without documents everything since
    the last summary of the day. Any other item stands for itself.
    """
    summary = item_of(items, key)
    if summary is None or summary.kind is not ItemKind.SUMMARY:
        return (key,)
    found: list[str] = []
    everything: list[str] = []
    before = [item for item in items if item.day == summary.day and item.track == summary.track]
    for item in reversed([item for item in before if item.starts < summary.starts]):
        shares = bool(set(item.documents) & set(summary.documents))
        if item.kind is ItemKind.SUMMARY:
            if shares or not summary.documents or not item.documents:
                break
        else:
            everything.append(item.key)
            if shares:
                found.append(item.key)
    return (*reversed(found or everything), key)


def summary_of(items: Sequence[SummedItem], key: str) -> SummedItem | None:
    """Return the item of the agenda in which an item is summed up."""
    if (found := item_of(items, key)) is None:
        return None
    if found.kind is ItemKind.SUMMARY:
        return found
    later = (item for item in items if item.kind is ItemKind.SUMMARY and item.day == found.day)
    return next((item for item in later if key in summed_up(items, item.key)), None)


def summary_of_day(items: Sequence[SummedItem], day: date) -> SummedItem | None:
    """Return the item of the agenda in which a day is summed up."""
    return next((item for item in items if summed_day(items, item) == day), None)
