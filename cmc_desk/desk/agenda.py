"""The running agenda: items begin, pause, go on and end, and what was recorded wrongly is corrected.

Only events are written; the plan stays as it is, and everything that is shown follows from both. Undo takes the events back.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.floor_with_items import item_corrected, item_ended, item_paused, item_resumed
from cmc_desk.desk.item_record import ON_THE_CLOCK, Scene, checked_reason, record, scene
from cmc_desk.desk.meeting_days import refuse_other_day
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.actuals import RUNS, corrected_times
from cmc_desk.rules.agenda import Act, Actual, ItemEvent, ItemState, TimedItem
from cmc_desk.rules.agenda_plan import PLENARY
from cmc_desk.rules.instants import between
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.timing import (
    actuals,
    check_act,
    check_amount,
    check_correction,
    current_day,
    next_in_order,
    passed_over,
    recorded_with,
    running_in,
)

# A list of speakers follows the item that it belongs to.
_ON_THE_FLOOR: Mapping[Act, Callable[[Tx, str, datetime], None]] = {
    Act.PAUSE: item_paused,
    Act.RESUME: item_resumed,
    Act.END: item_ended,
}


@dataclass(frozen=True, slots=True)
class Moved:
    """What a step of the agenda ended and what it began; empty where it did neither."""

    ended: str = ""
    started: str = ""


@command("agenda.start")
def start_item(tx: Tx, *, item: str, at: datetime | None = None, reason: str = "") -> Moved:
    """Record that an item begins; whatever runs in its track ends at the same instant.

    `at` is when it really began. Raises Refusal if it runs already or is over, or if `at` cannot be.
    """
    before = scene(tx.session)
    found = before.item(item)
    check_act(before.actuals[item], Act.START)
    return _begin(tx, before, found, Act.START, at=at, reason=checked_reason(reason))


@command("agenda.next")
def next_item(tx: Tx, *, track: str = PLENARY, at: datetime | None = None, reason: str = "") -> Moved:
    """End what runs in a track and begin what comes next on the same day; after the last of a day nothing begins.

    It goes forward: what was passed over is not begun. Raises Refusal if nothing runs and nothing more comes today.
    """
    now = at or tx.now
    refuse_other_day(tx, now)
    before = scene(tx.session)
    items, known = before.shown.items, before.actuals
    running = running_in(items, known, track=track)
    following = next_in_order(items, known, track=track, now=now)
    today = running.day if running is not None else current_day(items, known, now)
    if following is not None and following.day == today:
        return _begin(tx, before, following, Act.START, at=at, reason=checked_reason(reason))
    if running is None:
        passed = passed_over(items, known, track=track, now=now)
        if passed:
            titles = ", ".join(f"“{one.title}”" for one in passed)
            raise Refusal(
                _("Nothing more comes on this day, but {titles} was passed over: start it, or skip it.").format(
                    titles=titles
                ),
                typed=_(
                    "Nothing more comes on this day, but {titles} was passed over: begin it by name, or skip it."
                ).format(titles=titles),
            )
        if following is None:
            raise Refusal(_("Nothing is left to begin: every item is over."))
        raise Refusal(
            _(
                "Nothing is left to begin on this day; “{title}” is planned for {day}: choose it to begin it all the same."
            ).format(title=following.title, day=following.day.isoformat())
        )
    moment = before.moment(tx, track=track, at=at)
    return Moved(ended=_end_running(tx, before, track, moment, reason=checked_reason(reason)))


@command("agenda.pause")
def pause_item(tx: Tx, *, item: str, at: datetime | None = None, reason: str = "") -> str:
    """Record that an item is interrupted: its time stands."""
    return _act(tx, item, Act.PAUSE, at=at, reason=reason)


@command("agenda.resume")
def resume_item(tx: Tx, *, item: str, at: datetime | None = None, reason: str = "") -> str:
    """Record that an item that was paused goes on."""
    return _act(tx, item, Act.RESUME, at=at, reason=reason)


@command("agenda.end")
def end_item(tx: Tx, *, item: str, at: datetime | None = None, reason: str = "") -> str:
    """Record that an item is over; nothing else begins."""
    return _act(tx, item, Act.END, at=at, reason=reason)


@command("agenda.skip")
def skip_item(tx: Tx, *, item: str, reason: str = "") -> str:
    """Record that an item will not be held; its time is free for what comes after it."""
    return _act(tx, item, Act.SKIP, at=None, reason=reason)


@command("agenda.reopen")
def reopen_item(tx: Tx, *, item: str, at: datetime | None = None, reason: str = "") -> Moved:
    """Record that an item that was over goes on, which ends what runs in its track; one that was skipped is planned again."""
    before = scene(tx.session)
    found = before.item(item)
    actual = before.actuals[item]
    check_act(actual, Act.REOPEN)
    why = checked_reason(reason)
    if actual.state is ItemState.SKIPPED:
        # What is planned again need not be on a day of the meeting, as skipping it need not.
        record(
            tx, item, Act.REOPEN, at=tx.now if at is None else before.moment(tx, track=found.track, at=at), reason=why
        )
        return Moved()
    return _begin(tx, before, found, Act.REOPEN, at=at, reason=why)


@command("agenda.add_time")
def add_time(tx: Tx, *, item: str, seconds: int, reason: str = "") -> str:
    """Give an item more time, or less if `seconds` is negative; the plan stays as it is.

    Raises Refusal if it is over, or if less than nothing would be left of it.
    """
    return _amount(tx, item, Act.ADD, seconds, reason)


@command("agenda.leave_out")
def leave_out(tx: Tx, *, item: str, seconds: int, reason: str = "") -> str:
    """Do not count so much of the time that has passed, such as that in which the computer slept; a clock that was set back is negative.

    Raises Refusal if the item has not run so long.
    """
    return _amount(tx, item, Act.LEAVE_OUT, seconds, reason)


@command("agenda.correct")
def correct_event(tx: Tx, *, event: str, at: datetime, reason: str) -> list[str]:
    """Record that something really was at `at`, with the end that the same key brought to the item before and to whoever spoke in it.

    Return what was written. Raises Refusal without a reason, and if it cannot have been then: later than now, or past what was recorded around it.
    """
    before = scene(tx.session)
    why = checked_reason(reason, needed=True)
    refuse_other_day(tx, at)
    events = before.shown.events
    together = recorded_with(before.shown.items, events, of=event)
    moved = (event, *(other.key for other in together))
    for one in moved:
        check_correction(events, of=one, at=at, now=tx.now)
    recorded, times = {found.key: found for found in events}, corrected_times(events)
    items = {one: recorded[one].item for one in moved}
    _refuse_two_at_once(before, set(items.values()), _as_corrected(events, moved, at), now=tx.now)
    written = [record(tx, items[one], Act.CORRECT, at=at, of=one, reason=why) for one in moved]
    for one in moved:
        written += item_corrected(tx, items[one], recorded[one].act, was=times[one], at=at, reason=why)
    return written


def _begin(tx: Tx, before: Scene, item: TimedItem, act: Act, *, at: datetime | None, reason: str) -> Moved:
    moment = before.moment(tx, track=item.track, at=at)
    ended = _end_running(tx, before, item.track, moment, started=item.key)
    record(tx, item.key, act, at=moment, reason=reason)
    return Moved(ended, item.key)


def _end_running(tx: Tx, before: Scene, track: str, at: datetime, *, started: str = "", reason: str = "") -> str:
    """End whatever runs in a track, with whoever speaks in it, and return what began last of it; `started` begins at the same instant."""
    running = running_in(before.shown.items, before.actuals, track=track)
    for item in before.shown.items:
        if item.track == track and before.actuals[item.key].state in RUNS:
            record(tx, item.key, Act.END, at=at, reason=reason)
            item_ended(tx, item.key, at, goes_on_in=started)
    return running.key if running is not None else ""


def _act(tx: Tx, item: str, act: Act, *, at: datetime | None, reason: str) -> str:
    before = scene(tx.session)
    found = before.item(item)
    check_act(before.actuals[item], act)
    moment = before.moment(tx, track=found.track, at=at) if act in ON_THE_CLOCK else tx.now
    event = record(tx, item, act, at=moment, reason=checked_reason(reason))
    if act in _ON_THE_FLOOR:
        _ON_THE_FLOOR[act](tx, item, moment)
    return event


def _amount(tx: Tx, item: str, act: Act, seconds: int, reason: str) -> str:
    before = scene(tx.session)
    amount = timedelta(seconds=seconds)
    check_amount(before.item(item), before.actuals[item], act, amount, tx.now)
    return record(tx, item, act, at=tx.now, amount=amount, reason=checked_reason(reason))


def _as_corrected(events: tuple[ItemEvent, ...], moved: tuple[str, ...], at: datetime) -> tuple[ItemEvent, ...]:
    corrections = (
        replace(event, key=f"correction of {event.key}", act=Act.CORRECT, at=at, of=event.key)
        for event in events
        if event.key in moved
    )
    return (*events, *corrections)


def _refuse_two_at_once(before: Scene, moved: set[str], events: tuple[ItemEvent, ...], *, now: datetime) -> None:
    """Raise Refusal if items of one track would have run at the same time that did not before."""
    items = before.shown.items
    after = actuals(items, events)
    tracks = {item.key: item.track for item in items}
    for key in moved:
        for other in items:
            if other.key in moved or other.track != tracks[key]:
                continue
            overlap = _overlap(after[key], after[other.key], now)
            if overlap > max(timedelta(), _overlap(before.actuals[key], before.actuals[other.key], now)):
                raise Refusal(_("“{title}” ran then: correct that first.").format(title=other.title), field="at")


def _overlap(one: Actual, other: Actual, now: datetime) -> timedelta:
    if one.started is None or other.started is None:
        return timedelta()
    begins = max(one.started.astimezone(UTC), other.started.astimezone(UTC))
    ends = min((one.ended or now).astimezone(UTC), (other.ended or now).astimezone(UTC))
    return between(begins, ends)
