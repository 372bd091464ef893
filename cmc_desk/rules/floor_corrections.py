"""What really happened on the floor at another time than was recorded: what moves together, and what cannot have been."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_plan import ZERO, Topic
from cmc_desk.rules.floor import after, left, speeches, spoken, times_of
from cmc_desk.rules.floor_kinds import Entry, FloorAct, FloorEvent, SpeakerState, Speech
from cmc_desk.rules.instants import between, clock_words
from cmc_desk.rules.refusal import Refusal

# What is recorded of an amount or of another record has no place on the clock of its own.
WITHOUT_TIME = frozenset({FloorAct.ADD, FloorAct.LEAVE_OUT, FloorAct.CORRECT})


def last_instant(events: Sequence[FloorEvent]) -> datetime | None:
    """Return when that happened which was recorded last, as corrected; nothing before anything has."""
    times = times_of(events)
    return next((times[event.key] for event in reversed(events) if event.act not in WITHOUT_TIME), None)


def events_until(events: Sequence[FloorEvent], instant: datetime) -> tuple[FloorEvent, ...]:
    """Return what had happened by `instant`; corrections that were made later count, since they say what really was."""
    times = times_of(events)
    happened = {
        event.key
        for event in events
        if event.act is not FloorAct.CORRECT and between(times[event.key], instant) >= ZERO
    }
    return tuple(
        event for event in events if event.key in happened or (event.act is FloorAct.CORRECT and event.of in happened)
    )


def recorded_with(events: Sequence[FloorEvent], of: str) -> tuple[str, ...]:
    """Return the events that happened with one, itself first: one key ends a speech and begins the next at the same instant."""
    times = times_of(events)
    same = (event.key for event in events if event.act not in WITHOUT_TIME and times[event.key] == times[of])
    return (of, *(key for key in same if key != of))


def check_correction(
    topic: Topic, entries: Iterable[Entry], events: Sequence[FloorEvent], *, of: str, at: datetime, now: datetime
) -> tuple[str, ...]:
    """Return the events that move to `at` with the event `of`.

    Raises Refusal if they cannot have been then: later than now, past what was recorded of the same speech before and after
    them, or while somebody else spoke.
    """
    event = next((event for event in events if event.key == of), None)
    if event is None:
        raise Refusal(_("Nothing of the kind was recorded, or it was undone."), field="event")
    if event.act in WITHOUT_TIME:
        raise Refusal(_("Only beginnings, ends and pauses can be corrected to another time."), field="event")
    if between(now, at) > ZERO:
        raise Refusal(_("That time has not come yet."), field="at")
    together = recorded_with(events, of)
    for moving in (event for event in events if event.key in together):
        _check_neighbours(events, moving, at, now)
    corrected = (*events, *(_correction(events, key, at) for key in together))
    found = tuple(entries)
    if _most_at_once(topic, found, corrected) > max(1, _most_at_once(topic, found, events)):
        raise Refusal(_("Somebody else spoke then: correct that first."), field="at")
    return together


def check_amount(speech: Speech, act: FloorAct, amount: timedelta, now: datetime) -> None:
    """Raise Refusal if a speech cannot be given (`FloorAct.ADD`) or not be charged (`FloorAct.LEAVE_OUT`) so much time.

    What is left out may be negative: the clock of the computer was set back, and more has passed than it shows.
    """
    if not amount:
        raise Refusal(_("This is no time at all: say how much."), field="seconds")
    if act is FloorAct.ADD and amount < ZERO and left(speech, now) + amount < ZERO:
        raise Refusal(_("So much is not left of this speech: take less, or end it."), field="seconds")
    if act is FloorAct.LEAVE_OUT and amount > spoken(speech, now):
        raise Refusal(_("So long nobody has spoken: leave out less."), field="seconds")


def _check_neighbours(events: Sequence[FloorEvent], moving: FloorEvent, at: datetime, now: datetime) -> None:
    times = times_of(events)
    same = [event for event in events if event.entry == moving.entry and event.act not in WITHOUT_TIME]
    place = same.index(moving)
    for earlier in same[max(0, place - 1) : place]:
        if between(times[earlier.key], at) < ZERO:
            raise Refusal(
                _("What was recorded before it was at {time}: it cannot be earlier.").format(
                    time=clock_words(times[earlier.key], now, at.tzinfo or UTC)
                ),
                field="at",
            )
    for later in same[place + 1 : place + 2]:
        if between(times[later.key], at) > ZERO:
            raise Refusal(
                _("What was recorded after it was at {time}: it cannot be later.").format(
                    time=clock_words(times[later.key], now, at.tzinfo or UTC)
                ),
                field="at",
            )


def _most_at_once(topic: Topic, entries: Sequence[Entry], events: Sequence[FloorEvent]) -> int:
    """Return how many spoke at the same time at most; nobody really did, so that more than one is a mistake."""
    times = times_of(events)
    happened = [event for event in events if event.act not in WITHOUT_TIME]
    happened.sort(key=lambda event: times[event.key].astimezone(UTC))
    state = {speech.entry.key: speech for speech in speeches(topic, entries, ())}
    most = 0
    for place, event in enumerate(happened):
        state[event.entry] = after(state[event.entry], event.act, times[event.key])
        following = happened[place + 1 :]
        if not following or times[following[0].key] != times[event.key]:
            most = max(most, sum(one.state is SpeakerState.SPEAKING for one in state.values()))
    return most


def _correction(events: Sequence[FloorEvent], key: str, at: datetime) -> FloorEvent:
    event = next(event for event in events if event.key == key)
    return replace(event, key=f"correction of {key}", act=FloorAct.CORRECT, at=at, of=key)
