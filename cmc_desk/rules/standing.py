"""Where the agenda stands: what runs, what comes next, how late the work is, and what is free before the next fixed point."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from cmc_desk.rules.actuals import RUNS, remaining
from cmc_desk.rules.agenda import Actual, ItemState, Projection, Standing, TimedItem
from cmc_desk.rules.agenda_plan import PLENARY, ZERO, StartKind
from cmc_desk.rules.instants import between
from cmc_desk.rules.projection import current_day


def next_in_order(
    items: Sequence[TimedItem], actuals: Mapping[str, Actual], *, track: str = PLENARY, now: datetime | None = None
) -> TimedItem | None:
    """Return what is to begin next in a track: the first that is not done behind what began last, in live order.

    It goes forward: what was passed over (`passed_over`) is begun by name or skipped. What never began on a day that is over does
    not come any more; without `now` a day is over when something of a later one has begun.
    """
    today = _today(items, actuals, now)
    of_track, place = _after_the_last(items, actuals, track)
    return next((item for item in of_track[place:] if item.day >= today and _waits(item, actuals)), None)


def passed_over(
    items: Sequence[TimedItem], actuals: Mapping[str, Actual], *, track: str = PLENARY, now: datetime | None = None
) -> tuple[TimedItem, ...]:
    """Return what of the present day was passed over in a track: it waits, though something behind it has begun since."""
    today = _today(items, actuals, now)
    of_track, place = _after_the_last(items, actuals, track)
    return tuple(item for item in of_track[:place] if item.day == today and _waits(item, actuals))


def begins_early(item: TimedItem, at: datetime) -> bool:
    """Return whether what is not to begin before its time would begin a minute or more before it at an instant."""
    return item.start_kind is StartKind.FIXED and between(at, item.starts) >= timedelta(minutes=1)


def running_in(items: Sequence[TimedItem], actuals: Mapping[str, Actual], *, track: str = PLENARY) -> TimedItem | None:
    """Return what runs or is paused in a track; if several do, what began last."""
    running = [
        (actual.turn, number)
        for number, item in enumerate(items)
        if item.track == track and (actual := actuals.get(item.key)) and actual.state in RUNS
    ]
    return items[max(running)[1]] if running else None


def standing(
    items: Sequence[TimedItem], actuals: Mapping[str, Actual], projection: Projection, *, track: str = PLENARY
) -> Standing:
    """Return where one track stands in a projection.

    What waits for a fixed point with all the work before it done is not late before that point, and not early either.
    """
    running = running_in(items, actuals, track=track)
    following = next_in_order(items, actuals, track=track, now=projection.now)
    passed = passed_over(items, actuals, track=track, now=projection.now)
    present = running or (passed[0] if passed else following)
    of_day = [item for item in items if present and (item.day, item.track) == (present.day, track)]
    place = next(
        (
            number
            for number, item in enumerate(of_day)
            if item.start_kind is StartKind.FIXED and _comes(item, actuals, projection)
        ),
        len(of_day),
    )
    fixed = of_day[place] if place < len(of_day) else None
    slack = projection.expected[fixed.key].slack if fixed else None
    return Standing(
        track=track,
        running=running.key if running else "",
        next=following.key if following else "",
        left=remaining(running, actuals[running.key], projection.now) if running else ZERO,
        behind=_behind(of_day[:place], actuals, projection, running, slack),
        fixed=fixed.key if fixed else "",
        fixed_at=fixed.starts if fixed else None,
        slack=slack,
        passed=tuple(item.key for item in passed),
    )


def _behind(
    before: Sequence[TimedItem],
    actuals: Mapping[str, Actual],
    projection: Projection,
    running: TimedItem | None,
    slack: timedelta | None,
) -> timedelta:
    """Return how much later than planned the work before a fixed point, or before the end of the day, will be done."""
    to_do = [item for item in before if _comes(item, actuals, projection)]
    if running is not None:
        to_do.append(running)
    if not to_do:
        return max(ZERO, -slack) if slack is not None else ZERO
    expected = [projection.expected[item.key] for item in to_do]
    done = max(each.ends.astimezone(UTC) - each.spare for each in expected)
    planned = max(item.ends.astimezone(UTC) for item in before or to_do)
    return between(planned, done)


def _today(items: Sequence[TimedItem], actuals: Mapping[str, Actual], now: datetime | None) -> date:
    if now is not None:
        return current_day(items, actuals, now)
    begun = (item.day for item in items if (found := actuals.get(item.key)) and found.started is not None)
    return max(begun, default=date.min)


def _after_the_last(
    items: Sequence[TimedItem], actuals: Mapping[str, Actual], track: str
) -> tuple[list[TimedItem], int]:
    """Return the items of a track, and the place in them behind what began last; the first if nothing has."""
    of_track = [item for item in items if item.track == track]
    turns = [
        (actual.turn, number)
        for number, item in enumerate(of_track)
        if (actual := actuals.get(item.key)) and actual.started is not None
    ]
    return of_track, max(turns)[1] + 1 if turns else 0


def _comes(item: TimedItem, actuals: Mapping[str, Actual], projection: Projection) -> bool:
    return _waits(item, actuals) and projection.expected[item.key].held


def _waits(item: TimedItem, actuals: Mapping[str, Actual]) -> bool:
    actual = actuals.get(item.key)
    return actual is None or actual.state is ItemState.PLANNED
