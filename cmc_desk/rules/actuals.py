"""What really happened to an item, by what was recorded of it, and what may be recorded next."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda import Act, Actual, ItemEvent, ItemState, TimedItem
from cmc_desk.rules.agenda_plan import ZERO, EndKind
from cmc_desk.rules.instants import between, clock_words, moved
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.typed_lengths import length_text

RUNS = frozenset({ItemState.RUNNING, ItemState.PAUSED})

_SENSIBLE = {
    Act.START: frozenset({ItemState.PLANNED, ItemState.SKIPPED}),
    Act.PAUSE: frozenset({ItemState.RUNNING}),
    Act.RESUME: frozenset({ItemState.PAUSED}),
    Act.END: RUNS,
    Act.SKIP: frozenset({ItemState.PLANNED}),
    Act.REOPEN: frozenset({ItemState.DONE, ItemState.SKIPPED}),
    Act.ADD: RUNS | {ItemState.PLANNED},
    Act.LEAVE_OUT: RUNS | {ItemState.DONE},
    Act.CORRECT: RUNS | {ItemState.DONE, ItemState.SKIPPED},
}
# Amounts are no instants, and a correction is corrected by correcting anew.
_WITHOUT_TIME = frozenset({Act.ADD, Act.LEAVE_OUT, Act.CORRECT})


def actuals(items: Iterable[TimedItem], events: Sequence[ItemEvent]) -> dict[str, Actual]:
    """Return what happened to every item by what was recorded, in the order in which it was, at the times to which it was corrected.

    What makes no sense where it stands changes nothing: what was before it may have been undone from elsewhere. Events of
    items that are not there are passed over.
    """
    times = corrected_times(events)
    found = {item.key: Actual(item.key) for item in items}
    for turn, event in enumerate(events, 1):
        actual = found.get(event.item)
        if actual is not None and event.act in _BECOMES and actual.state in _SENSIBLE[event.act]:
            after = _BECOMES[event.act](actual, times[event.key], event.amount)
            found[event.item] = replace(after, turn=turn) if event.act is Act.START else after
    return found


def corrected_times(events: Iterable[ItemEvent]) -> dict[str, datetime]:
    """Return when each event really was: the last correction of it holds."""
    times: dict[str, datetime] = {}
    for event in events:
        if event.act is Act.CORRECT and event.of in times:
            times[event.of] = event.at
        times[event.key] = event.at
    return times


def elapsed(actual: Actual, now: datetime) -> timedelta:
    """Return how long an item has run, without its pauses and what was left out; it stands while the item is paused or over."""
    if actual.started is None:
        return ZERO
    until = actual.ended or actual.paused_since or now
    return max(ZERO, between(actual.started, until) - actual.paused - actual.left_out)


def remaining(item: TimedItem, actual: Actual, now: datetime, *, planned_end: datetime | None = None) -> timedelta:
    """Return what is left of an item (negative: it is over time); of one that is over, what was left at its end.

    An item that has begun and ends at a fixed time has what is left until then, whether paused or not; if that is less than its
    minimum still needs, it has what its minimum needs, and ends as late as it is expected to (`projection`). `planned_end` says that it
    must end then, whatever its kind. What was added counts in every case, except to a `planned_end` that is given.
    """
    if actual.state is ItemState.SKIPPED:
        return ZERO
    if planned_end is not None:
        return between(actual.ended or now, planned_end)
    if actual.started is not None and item.end_kind is EndKind.FIXED:
        until_then = between(actual.ended or now, moved(item.ends, actual.added))
        return max(until_then, least(item, actual) - elapsed(actual, now))
    return work(item, actual) - elapsed(actual, now)


def work(item: TimedItem, actual: Actual) -> timedelta:
    """Return how long an item may take: its planned length with what was added or taken away.

    What is taken from it before it begins leaves it its minimum; whoever presses the key while it runs may go below that.
    """
    floor = ZERO if actual.started is not None else min(item.minimum, item.length)
    return max(floor, item.length + actual.added)


def least(item: TimedItem, actual: Actual) -> timedelta:
    """Return how long an item takes at least, however late it begins before a fixed end: its minimum, with what was added or taken away.

    As with `work`, only whoever presses the key while it runs may go below its minimum.
    """
    taken = actual.added if actual.started is not None else max(ZERO, actual.added)
    return max(ZERO, min(item.minimum, item.length) + taken)


def check_act(actual: Actual, act: Act) -> None:
    """Raise Refusal if it makes no sense to record `act` of an item of which this is known."""
    if actual.state in _SENSIBLE[act]:
        return
    if act is Act.START and actual.state is ItemState.DONE:
        raise Refusal(_("This item is over: reopen it if it goes on."))
    raise Refusal(_refused(act))


def check_amount(item: TimedItem, actual: Actual, act: Act, amount: timedelta, now: datetime) -> None:
    """Raise Refusal if an item cannot be given (`Act.ADD`) or not be charged (`Act.LEAVE_OUT`) so much time.

    What is left out may be negative: the clock of the computer was set back, and more has passed than it shows.
    """
    check_act(actual, act)
    if not amount:
        raise Refusal(_("This is no time at all: say how much."), field="seconds")
    if act is Act.ADD and amount < ZERO:
        left = item.length + actual.added + amount
        if left < ZERO:
            raise Refusal(_("This is more than the item has: skip or end it instead."), field="seconds")
        if actual.started is None and left < item.minimum:
            raise Refusal(
                _("It would be shorter than its least length, {time}: change that in the plan first.").format(
                    time=length_text(item.minimum)
                ),
                field="seconds",
            )
    if act is Act.LEAVE_OUT and amount > elapsed(actual, now):
        raise Refusal(_("The item has not run so long: leave out less."), field="seconds")


def check_correction(events: Sequence[ItemEvent], *, of: str, at: datetime, now: datetime) -> None:
    """Raise Refusal if the event `of` cannot really have been at `at`: later than now, or past what was recorded of its item around it."""
    event = next((event for event in events if event.key == of), None)
    if event is None:
        raise Refusal(_("Nothing of the kind was recorded, or it was undone."), field="event")
    if event.act in _WITHOUT_TIME:
        raise Refusal(_("Only beginnings, ends and pauses can be corrected to another time."), field="event")
    if between(now, at) > ZERO:
        raise Refusal(_("That time has not come yet."), field="at")
    times = corrected_times(events)
    same = [each for each in events if each.item == event.item and each.act not in _WITHOUT_TIME]
    place = same.index(event)
    for earlier in same[max(0, place - 1) : place]:
        if between(times[earlier.key], at) < ZERO:
            clock = clock_words(times[earlier.key], now, at.tzinfo or UTC)
            raise Refusal(
                _("What was recorded before it was at {time}: it cannot be earlier.").format(time=clock), field="at"
            )
    for later in same[place + 1 : place + 2]:
        if between(times[later.key], at) > ZERO:
            clock = clock_words(times[later.key], now, at.tzinfo or UTC)
            raise Refusal(
                _("What was recorded after it was at {time}: it cannot be later.").format(time=clock), field="at"
            )


def recorded_with(items: Iterable[TimedItem], events: Sequence[ItemEvent], *, of: str) -> tuple[ItemEvent, ...]:
    """Return what one key recorded of other items of the track together with the event `of`, such as the end that a beginning brought."""
    tracks = {item.key: item.track for item in items}
    times = corrected_times(events)
    one = next((event for event in events if event.key == of), None)
    if one is None or one.act in _WITHOUT_TIME:
        return ()
    return tuple(
        event
        for event in events
        if event.item != one.item
        and event.act not in _WITHOUT_TIME
        and tracks.get(event.item) == tracks.get(one.item)
        and times[event.key] == times[of]
    )


def _start(actual: Actual, at: datetime, amount: timedelta) -> Actual:
    del amount
    return replace(actual, state=ItemState.RUNNING, started=at)


def _pause(actual: Actual, at: datetime, amount: timedelta) -> Actual:
    del amount
    return replace(actual, state=ItemState.PAUSED, paused_since=at)


def _resume(actual: Actual, at: datetime, amount: timedelta) -> Actual:
    del amount
    return replace(actual, state=ItemState.RUNNING, paused=_paused_until(actual, at), paused_since=None)


def _end(actual: Actual, at: datetime, amount: timedelta) -> Actual:
    del amount
    return replace(actual, state=ItemState.DONE, ended=at, paused=_paused_until(actual, at), paused_since=None)


def _skip(actual: Actual, at: datetime, amount: timedelta) -> Actual:
    del at, amount
    return replace(actual, state=ItemState.SKIPPED)


def _reopen(actual: Actual, at: datetime, amount: timedelta) -> Actual:
    del amount
    if actual.ended is None:
        return replace(actual, state=ItemState.PLANNED)
    return replace(actual, state=ItemState.RUNNING, ended=None, paused=actual.paused + between(actual.ended, at))


def _add(actual: Actual, at: datetime, amount: timedelta) -> Actual:
    del at
    return replace(actual, added=actual.added + amount)


def _leave_out(actual: Actual, at: datetime, amount: timedelta) -> Actual:
    del at
    return replace(actual, left_out=actual.left_out + amount)


def _paused_until(actual: Actual, at: datetime) -> timedelta:
    # Not bounded at zero: over a clock that was set back, a negative pause keeps what had run before it.
    return actual.paused + (between(actual.paused_since, at) if actual.paused_since else ZERO)


_BECOMES: Mapping[Act, Callable[[Actual, datetime, timedelta], Actual]] = {
    Act.START: _start,
    Act.PAUSE: _pause,
    Act.RESUME: _resume,
    Act.END: _end,
    Act.SKIP: _skip,
    Act.REOPEN: _reopen,
    Act.ADD: _add,
    Act.LEAVE_OUT: _leave_out,
}


def _refused(act: Act) -> str:
    return {
        Act.START: _("This item is running already."),
        Act.PAUSE: _("Only an item that runs can be paused."),
        Act.RESUME: _("Only an item that is paused can go on."),
        Act.END: _("Only an item that has begun and is not over can end."),
        Act.SKIP: _("Only an item that has not begun can be skipped: end it instead."),
        Act.REOPEN: _("Only an item that is over or was skipped can be reopened."),
        Act.ADD: _("An item that is over or was skipped takes no more time: reopen it first."),
        Act.LEAVE_OUT: _("Time can only be left out of an item that has begun."),
        Act.CORRECT: _("Nothing was recorded of this item that could be corrected."),
    }[act]
