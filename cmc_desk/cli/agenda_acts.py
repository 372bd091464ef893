"""What the command line does to the running agenda: the words that were typed, and the command that they mean."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cmc_desk.desk import agenda
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.rundown import Rundown, rundown
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda import Act, ItemState, TimedItem
from cmc_desk.rules.agenda_words import track_of
from cmc_desk.rules.folding import fold
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.timing import actuals, current_day, running_in
from cmc_desk.rules.typed_lengths import parse_length


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed: the words after the act, and its options."""

    words: tuple[str, ...]
    track: str
    at: datetime | None
    reason: str


def act_named(act: str) -> Callable[[Desk, Wanted], Any]:
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


def _start(desk: Desk, wanted: Wanted) -> Any:
    item = _item(desk, wanted.words)
    return desk.do(agenda.start_item, item=item.key, at=wanted.at, reason=wanted.reason)


def _next(desk: Desk, wanted: Wanted) -> Any:
    _no_words(wanted.words)
    return desk.do(agenda.next_item, track=wanted.track, at=wanted.at, reason=wanted.reason)


def _pause(desk: Desk, wanted: Wanted) -> Any:
    item = _item_or_running(desk, wanted)
    return desk.do(agenda.pause_item, item=item.key, at=wanted.at, reason=wanted.reason)


def _resume(desk: Desk, wanted: Wanted) -> Any:
    item = _item_or_running(desk, wanted)
    return desk.do(agenda.resume_item, item=item.key, at=wanted.at, reason=wanted.reason)


def _end(desk: Desk, wanted: Wanted) -> Any:
    item = _item_or_running(desk, wanted)
    return desk.do(agenda.end_item, item=item.key, at=wanted.at, reason=wanted.reason)


def _skip(desk: Desk, wanted: Wanted) -> Any:
    return desk.do(agenda.skip_item, item=_item(desk, wanted.words).key, reason=wanted.reason)


def _reopen(desk: Desk, wanted: Wanted) -> Any:
    item = _item(desk, wanted.words) if wanted.words else _last_ended(desk, wanted.track)
    return desk.do(agenda.reopen_item, item=item.key, at=wanted.at, reason=wanted.reason)


def _add(desk: Desk, wanted: Wanted) -> Any:
    if not wanted.words:
        raise Refusal(_("Say how much, such as 5 or -1 minutes."), field="seconds")
    *words, amount = wanted.words
    length = parse_length(amount)
    item = _item_or_running(desk, Wanted(tuple(words), wanted.track, wanted.at, wanted.reason))
    less = amount.strip()[:1] in ("-", "−")
    seconds = int(length.total_seconds()) * (-1 if less else 1)
    return desk.do(agenda.add_time, item=item.key, seconds=seconds, reason=wanted.reason)


def _correct(desk: Desk, wanted: Wanted) -> Any:
    *words, what = wanted.words or ("",)
    if what not in _CORRECTED or wanted.at is None:
        raise Refusal(
            _(
                "Say what was recorded wrongly and when it really was: correct ITEM {acts} --at 9:06 --reason WHY."
            ).format(acts="|".join(_CORRECTED)),
            field="event",
        )
    item = _item_or_running(desk, Wanted(tuple(words), wanted.track, wanted.at, wanted.reason))
    found = [one for one in desk.read(rundown).events if one.item == item.key and one.act is _CORRECTED[what]]
    if not found:
        raise Refusal(_("Nothing of the kind was recorded of “{title}”.").format(title=item.title), field="event")
    return desk.do(agenda.correct_event, event=found[-1].key, at=wanted.at, reason=wanted.reason)


_CORRECTED = {act.value: act for act in (Act.START, Act.PAUSE, Act.RESUME, Act.END, Act.REOPEN)}
_ACTS: dict[str, Callable[[Desk, Wanted], Any]] = {
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


def _item(desk: Desk, words: Sequence[str]) -> TimedItem:
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


def _item_or_running(desk: Desk, wanted: Wanted) -> TimedItem:
    if wanted.words:
        return _item(desk, wanted.words)
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
