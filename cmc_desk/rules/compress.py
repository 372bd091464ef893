"""Three ready ways to win back the time that is missing before the next point that does not hold."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import partial

from cmc_desk.rules.actuals import elapsed, work
from cmc_desk.rules.agenda import Actual, Expected, ItemState, TimedItem
from cmc_desk.rules.agenda_plan import PLENARY, ZERO, EndKind, Importance
from cmc_desk.rules.instants import between
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.projection import project, waits
from cmc_desk.rules.sharing import shared_out
from cmc_desk.rules.standing import running_in

_SECOND = timedelta(seconds=1)
# What is to be held at all takes a minute: leaving it out is another decision.
_SHORTEST = timedelta(minutes=1)


class CompressKind(StrEnum):
    """From what the missing time is taken; speaking time is that of discussions and of items with a list of speakers."""

    PROPORTIONAL = "in proportion"
    LEAST_FIRST = "least important first"
    SPEAKING = "speaking time only"


@dataclass(frozen=True, slots=True)
class LengthChange:
    """How long an item may take `before` and `after`, with what was added to its plan; `minimum` is how short it can be made."""

    item: str
    before: timedelta
    after: timedelta
    minimum: timedelta


@dataclass(frozen=True, slots=True)
class CompressPlan:
    """A proposal: all items of the stretch, also those that keep their length, and what is `missing` still when it is applied.

    `point` is the item that begins late or ends late without it, empty for the end of the day, and `due` when it should be; `needed` is
    what has to be won back.
    """

    kind: CompressKind
    point: str
    due: datetime
    needed: timedelta
    changes: tuple[LengthChange, ...]

    @property
    def gained(self) -> timedelta:
        """What the proposal wins back; up to a minute more than is needed, because lengths are whole minutes."""
        return sum((change.before - change.after for change in self.changes), ZERO)

    @property
    def missing(self) -> timedelta:
        """By how much the point is late even so."""
        return max(ZERO, self.needed - self.gained)

    @property
    def lengths(self) -> dict[str, int]:
        """The new lengths in seconds, of what changes."""
        return {change.item: change.after // _SECOND for change in self.changes if change.after != change.before}


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What lies between the last point that holds and the first that does not."""

    items: tuple[TimedItem, ...]
    point: str
    due: datetime
    needed: timedelta


@dataclass
class _Movable:
    """Items that follow one another without a point that holds; `gaps` are where the plan leaves a gap, and how late it is there."""

    items: list[TimedItem] = field(default_factory=list)
    gaps: list[tuple[int, timedelta]] = field(default_factory=list)

    def before(self, point: str, due: datetime, needed: timedelta) -> _Stretch:
        """Return them as the stretch before a point; without what would win more before a gap than it is late there."""
        first = max((place for place, late in self.gaps if late < needed), default=0)
        return _Stretch(tuple(self.items[first:]), point, due, needed)


def compress(
    items: Sequence[TimedItem],
    actuals: Mapping[str, Actual],
    now: datetime,
    *,
    day: date,
    track: str = PLENARY,
) -> tuple[CompressPlan, ...]:
    """Return the three proposals for the first point of a day and a track that does not hold; nothing if all hold.

    A point before which nothing can give any more is passed over, as long as there is a later one that can be helped.
    Only what lies between the last point that holds and that one can help: what is won before a fixed point that holds is
    waited away there. Nothing becomes shorter than its minimum (breaks and meals have their length as minimum unless somebody said
    otherwise), and what runs not shorter than it has run. What was added by hand stays.
    """
    stretches = list(_stretches(items, actuals, now, day=day, track=track))
    rooms = {item.key: _room(item, actuals.get(item.key), now) for each in stretches for item in each.items}
    if not stretches:
        return ()
    helped = (each for each in stretches if any(rooms[item.key] for item in each.items))
    stretch = next(helped, stretches[0])
    return tuple(
        CompressPlan(
            kind, stretch.point, stretch.due, stretch.needed, _changes(stretch.items, actuals, cuts(stretch, rooms))
        )
        for kind, cuts in _CUTS.items()
    )


def _stretches(
    items: Sequence[TimedItem], actuals: Mapping[str, Actual], now: datetime, *, day: date, track: str
) -> Iterator[_Stretch]:
    expected = project(items, actuals, now).expected
    waiting = waits(items)
    line = _line(items, actuals, expected, day=day, track=track)
    movable = _Movable()
    for item in line:
        found = expected[item.key]
        # What a fixed end cuts off before it keeps the point, and needs no help.
        if found.slack is not None and found.late > ZERO:
            yield movable.before(item.key, item.starts, found.late)
        if found.slack is not None or (item.key in waiting and found.late <= ZERO):
            movable = _Movable()
        elif item.key in waiting and _is_planned(item, actuals):
            movable.gaps.append((len(movable.items), found.late))
        if item.end_kind is EndKind.LENGTH:
            movable.items.append(item)
            continue
        late = _late_for_its_end(item, found, actuals.get(item.key))
        if late > ZERO and _is_planned(item, actuals):
            yield movable.before(item.key, item.ends, late)
        movable = _Movable()
    if line:
        due = _planned_end(items, day=day, track=track)
        late = between(due, expected[line[-1].key].ends)
        if late > ZERO:
            yield movable.before("", due, late)


def _line(
    items: Sequence[TimedItem],
    actuals: Mapping[str, Actual],
    expected: Mapping[str, Expected],
    *,
    day: date,
    track: str,
) -> list[TimedItem]:
    """Return what is still to be done of a day and a track; what runs comes first, wherever it stands in the plan."""
    running = running_in(items, actuals, track=track)
    ahead = [
        item
        for item in items
        if (item.day, item.track) == (day, track) and _is_planned(item, actuals) and expected[item.key].held
    ]
    return [running, *ahead] if running is not None and running.day == day else ahead


def _planned_end(items: Sequence[TimedItem], *, day: date, track: str) -> datetime:
    ends = (item.ends for item in items if (item.day, item.track) == (day, track))
    return max(ends, key=lambda each: each.astimezone(UTC))


def _late_for_its_end(item: TimedItem, expected: Expected, actual: Actual | None) -> timedelta:
    """Return by how much an item begins too late to reach its minimum before its fixed end."""
    added = actual.added if actual else ZERO
    return between(item.ends, expected.starts) + item.minimum - min(ZERO, added)


def _room(item: TimedItem, actual: Actual | None, now: datetime) -> timedelta:
    added, spent = (actual.added, elapsed(actual, now)) if actual else (ZERO, ZERO)
    to_minimum = item.length - max(item.minimum, _SHORTEST) + min(ZERO, added)
    return max(ZERO, min(to_minimum, item.length + added - spent)) // _SECOND * _SECOND


def _changes(
    items: Sequence[TimedItem], actuals: Mapping[str, Actual], cuts: Mapping[str, timedelta]
) -> tuple[LengthChange, ...]:
    found = []
    for item in items:
        before = work(item, actuals.get(item.key) or Actual(item.key))
        found.append(LengthChange(item.key, before, before - cuts.get(item.key, ZERO), item.minimum))
    return tuple(found)


def _is_planned(item: TimedItem, actuals: Mapping[str, Actual]) -> bool:
    actual = actuals.get(item.key)
    return actual is None or actual.state is ItemState.PLANNED


def _from(
    chosen: Callable[[TimedItem], bool],
    stretch: _Stretch,
    rooms: Mapping[str, timedelta],
    *,
    need: timedelta | None = None,
) -> dict[str, timedelta]:
    givers = [item for item in stretch.items if chosen(item)]
    shares = shared_out(
        stretch.needed if need is None else need,
        [item.length for item in givers],
        [rooms[item.key] for item in givers],
    )
    return dict(zip((item.key for item in givers), shares, strict=True))


def _least_first(stretch: _Stretch, rooms: Mapping[str, timedelta]) -> dict[str, timedelta]:
    cuts: dict[str, timedelta] = {}
    for importance in Importance:
        need = stretch.needed - sum(cuts.values(), ZERO)
        cuts |= _from(partial(_is_of, importance), stretch, rooms, need=need)
    return cuts


def _everything(item: TimedItem) -> bool:
    del item
    return True


def _is_of(importance: Importance, item: TimedItem) -> bool:
    return item.importance is importance


def _is_speaking(item: TimedItem) -> bool:
    return bool(item.topic) or item.kind is ItemKind.DISCUSSION


_CUTS: Mapping[CompressKind, Callable[[_Stretch, Mapping[str, timedelta]], dict[str, timedelta]]] = {
    CompressKind.PROPORTIONAL: partial(_from, _everything),
    CompressKind.LEAST_FIRST: _least_first,
    CompressKind.SPEAKING: partial(_from, _is_speaking),
}
