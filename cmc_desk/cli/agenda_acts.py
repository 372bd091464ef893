"""What the command line does to the running agenda: the words that were typed, and the command that they mean."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from cmc_desk.cli.told import Told
from cmc_desk.desk import agenda
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.rundown import Rundown, rundown
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda import Act, ItemState, TimedItem
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.agenda_words import track_of
from cmc_desk.rules.countdown import elapsed_words
from cmc_desk.rules.folding import fold
from cmc_desk.rules.instants import clock_words
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.timing import actuals, begins_early, current_day, running_in
from cmc_desk.rules.typed_lengths import parse_change


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed: the words after the act, and its options."""

    words: tuple[str, ...]
    track: str
    at: datetime | None
    reason: str


def act_named(act: str) -> Callable[[Desk, Wanted], Told]:
    """Return what an act does; raises Refusal if there is none of this name."""
    if act not in _ACTS:
        raise Refusal(
            _("“{word}” is nothing that the agenda does: it is one of {acts}.").format(word=act, acts=", ".join(_ACTS))
        )
    return _ACTS[act]


def room_of(desk: Desk, text: str) -> str:
    """Return the key of a room by its key or name, or of the plenary; raises Refusal if there is none."""
    try:
        return track_of(text, desk.read(rundown).tracks)
    except Refusal as refusal:
        raise Refusal(refusal.sentence, field="track") from None


def _start(desk: Desk, wanted: Wanted) -> Told:
    item = item_named(desk, wanted.words)
    moved = desk.do(agenda.start_item, item=item.key, at=wanted.at, reason=wanted.reason)
    return _moved(desk, wanted, moved, _("“{title}” began."))


def _next(desk: Desk, wanted: Wanted) -> Told:
    _no_words(wanted.words)
    moved = desk.do(agenda.next_item, track=wanted.track, at=wanted.at, reason=wanted.reason)
    return _moved(desk, wanted, moved, _("“{title}” began."))


def _pause(desk: Desk, wanted: Wanted) -> Told:
    item = item_or_running(desk, wanted)
    event = desk.do(agenda.pause_item, item=item.key, at=wanted.at, reason=wanted.reason)
    return Told(event, _when(desk, wanted, _("“{title}” is paused.").format(title=item.title)))


def _resume(desk: Desk, wanted: Wanted) -> Told:
    item = item_or_running(desk, wanted)
    event = desk.do(agenda.resume_item, item=item.key, at=wanted.at, reason=wanted.reason)
    return Told(event, _when(desk, wanted, _("“{title}” goes on.").format(title=item.title)))


def _end(desk: Desk, wanted: Wanted) -> Told:
    item = item_or_running(desk, wanted)
    event = desk.do(agenda.end_item, item=item.key, at=wanted.at, reason=wanted.reason)
    return Told(event, _when(desk, wanted, _("“{title}” ended.").format(title=item.title)))


def _skip(desk: Desk, wanted: Wanted) -> Told:
    _no_time(wanted)
    item = item_named(desk, wanted.words)
    event = desk.do(agenda.skip_item, item=item.key, reason=wanted.reason)
    return Told(event, _("“{title}” is skipped.").format(title=item.title))


def _reopen(desk: Desk, wanted: Wanted) -> Told:
    item = item_named(desk, wanted.words) if wanted.words else _last_ended(desk, wanted.track)
    moved = desk.do(agenda.reopen_item, item=item.key, at=wanted.at, reason=wanted.reason)
    if not moved.started:
        return Told(moved, _("“{title}” is planned again.").format(title=item.title))
    return _moved(desk, wanted, moved, _("“{title}” goes on."))


def _add(desk: Desk, wanted: Wanted) -> Told:
    _no_time(wanted)
    if not wanted.words:
        raise Refusal(_("Say how much, such as 5 or -1 minutes."), field="seconds")
    # Both “add Context 5” and “add 5 context” are said.
    *words, amount = wanted.words
    try:
        change = parse_change(amount)
    except Refusal:
        if len(wanted.words) < 2:
            raise
        amount, *words = wanted.words
        change = parse_change(amount)
    item = item_or_running(desk, replace(wanted, words=tuple(words)))
    event = desk.do(agenda.add_time, item=item.key, seconds=int(change.total_seconds()), reason=wanted.reason)
    told = _("“{title}” has {time} more.") if change > ZERO else _("“{title}” has {time} less.")
    return Told(event, told.format(title=item.title, time=elapsed_words(abs(change))))


def _correct(desk: Desk, wanted: Wanted) -> Told:
    *words, what = wanted.words or ("",)
    if what not in _CORRECTED or wanted.at is None:
        raise Refusal(
            _(
                "Say what was recorded wrongly and when it really was: correct ITEM {acts} --at 9:06 --reason WHY."
            ).format(acts="|".join(_CORRECTED)),
            field="event",
        )
    item = item_or_running(desk, replace(wanted, words=tuple(words)))
    found = [one for one in desk.read(rundown).events if one.item == item.key and one.act is _CORRECTED[what]]
    if not found:
        raise Refusal(_("Nothing of the kind was recorded of “{title}”.").format(title=item.title), field="event")
    written = desk.do(agenda.correct_event, event=found[-1].key, at=wanted.at, reason=wanted.reason)
    told = _("“{title}”, {act}: it was at {time}.").format(title=item.title, act=what, time=_clock(desk, wanted.at))
    return Told(written, told)


def _moved(desk: Desk, wanted: Wanted, moved: agenda.Moved, began: str) -> Told:
    """Return what a step ended and what it began, in words."""
    items = {item.key: item for item in desk.read(rundown).items}
    ended = _("“{title}” ended.").format(title=items[moved.ended].title) if moved.ended else ""
    started = began.format(title=items[moved.started].title) if moved.started else ""
    early = ""
    if moved.started and begins_early(items[moved.started], wanted.at or desk.clock.now()):
        early = _("It was not to begin before {time}.").format(time=f"{items[moved.started].starts:%H:%M}")
    return Told(moved, _when(desk, wanted, " ".join(part for part in (ended, started, early) if part)))


def _when(desk: Desk, wanted: Wanted, words: str) -> str:
    return f"{_clock(desk, wanted.at or desk.clock.now())}  {words}"


def _clock(desk: Desk, at: datetime) -> str:
    return clock_words(at, desk.clock.now(), desk.read(rundown).zone)


_CORRECTED = {act.value: act for act in (Act.START, Act.PAUSE, Act.RESUME, Act.END, Act.REOPEN)}
_ACTS: dict[str, Callable[[Desk, Wanted], Told]] = {
    "start": _start,
    "next": _next,
    "pause": _pause,
    "resume": _resume,
    "end": _end,
    "skip": _skip,
    "reopen": _reopen,
    "add": _add,
    "correct": _correct,
}


def _no_words(words: Sequence[str]) -> None:
    if words:
        raise Refusal(_("“{word}” is one word too many.").format(word=" ".join(words)))


def _no_time(wanted: Wanted) -> None:
    if wanted.at is not None:
        raise Refusal(_("This has no time of its own: leave --at out."), field="at")


def item_named(desk: Desk, words: Sequence[str]) -> TimedItem:
    """Return the item that was named by its key, or by words of its title that no other of the same day has."""
    shown = desk.read(rundown)
    items = shown.items
    text = " ".join(words)
    if not text:
        raise Refusal(_("Which item? Name it by its key or its title."), field="item")
    by_key = next((item for item in items if item.key == text), None)
    if by_key is not None:
        return by_key
    folded = fold(text)
    exact = [item for item in items if fold(item.title) == folded]
    found = exact or [item for item in items if folded in fold(item.title)]
    today = current_day(items, actuals(items, shown.events), desk.clock.now())
    # There is a lunch every day: that of the present day is meant.
    found = [item for item in found if item.day == today] or found
    if len(found) == 1:
        return found[0]
    if not found:
        raise Refusal(_("No item has the key or the title “{text}”.").format(text=text), field="item")
    keys = ", ".join(item.key for item in found)
    raise Refusal(_("“{text}” may be any of {keys}: name it by its key.").format(text=text, keys=keys), field="item")


def item_or_running(desk: Desk, wanted: Wanted) -> TimedItem:
    """Return the item that was named, or the one that runs; raises Refusal if it must be named."""
    if wanted.words:
        return item_named(desk, wanted.words)
    shown = desk.read(rundown)
    running = running_in(shown.items, actuals(shown.items, shown.events), track=wanted.track)
    if running is None:
        raise Refusal(_("Nothing is running: name the item."), field="item")
    return running


def _last_ended(desk: Desk, track: str) -> TimedItem:
    shown: Rundown = desk.read(rundown)
    found = actuals(shown.items, shown.events)
    over = [
        (ended, item)
        for item in shown.items
        if item.track == track
        and found[item.key].state is ItemState.DONE
        and (ended := found[item.key].ended) is not None
    ]
    if not over:
        raise Refusal(_("Nothing is over that could be reopened: name the item."), field="item")
    return max(over, key=lambda pair: pair[0])[1]
