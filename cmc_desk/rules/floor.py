"""A list of speakers at an instant: what became of every entry, who speaks, how long they have left, and who waits.

A clock belongs to each speech and is derived from its own events: whoever interrupts has a clock of their own, and that of the
interrupted speaker stands as long as the pause lasts.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from cmc_desk.rules.agenda_plan import ZERO, Topic
from cmc_desk.rules.floor_defaults import limit_by
from cmc_desk.rules.floor_kinds import Entry, FloorAct, FloorEvent, SpeakerState, Speech, SpeechKind
from cmc_desk.rules.instants import between

WAITING = frozenset({SpeakerState.INSCRIBED, SpeakerState.CALLED, SpeakerState.ABSENT})
ON_THE_FLOOR = frozenset({SpeakerState.SPEAKING, SpeakerState.PAUSED})
# What interrupts a speech, the strongest last: it pauses what is weaker, and ends what is not.
STRENGTH = (
    frozenset({SpeechKind.STATEMENT}),
    frozenset({SpeechKind.RIGHT_OF_REPLY}),
    frozenset({SpeechKind.QUESTION, SpeechKind.ANSWER}),
    frozenset({SpeechKind.POINT_OF_ORDER}),
)
_NEVER = datetime.min.replace(tzinfo=UTC)
# From which states an act leads on; from any other it changes nothing, as the stop of a stopped clock does.
_FROM: dict[FloorAct, frozenset[SpeakerState]] = {
    FloorAct.CALL: frozenset({SpeakerState.INSCRIBED, SpeakerState.ABSENT}),
    FloorAct.ABSENT: WAITING | ON_THE_FLOOR,
    FloorAct.BACK: frozenset({SpeakerState.CALLED, SpeakerState.ABSENT}),
    FloorAct.START: WAITING,
    FloorAct.PAUSE: frozenset({SpeakerState.SPEAKING}),
    FloorAct.RESUME: frozenset({SpeakerState.PAUSED, SpeakerState.DONE}),
    FloorAct.END: ON_THE_FLOOR,
    FloorAct.WITHDRAW: WAITING,
    FloorAct.RESTORE: frozenset({SpeakerState.WITHDRAWN, SpeakerState.WRITTEN}),
    FloorAct.WRITTEN: WAITING,
    FloorAct.ADD: WAITING | ON_THE_FLOOR,
    FloorAct.LEAVE_OUT: ON_THE_FLOOR | {SpeakerState.DONE},
}
_STATES = {
    FloorAct.CALL: SpeakerState.CALLED,
    FloorAct.BACK: SpeakerState.INSCRIBED,
    FloorAct.RESTORE: SpeakerState.INSCRIBED,
    FloorAct.WITHDRAW: SpeakerState.WITHDRAWN,
    FloorAct.WRITTEN: SpeakerState.WRITTEN,
}


def speeches(topic: Topic, entries: Iterable[Entry], events: Sequence[FloorEvent]) -> tuple[Speech, ...]:
    """Return every entry of a list with what became of it, in the order of `entries`."""
    happened = times_of(events)
    of_entry: defaultdict[str, list[tuple[int, FloorEvent]]] = defaultdict(list)
    turn, last = 0, _NEVER
    for event in events:
        if happened[event.key] != last:
            turn, last = turn + 1, happened[event.key]
        of_entry[event.entry].append((turn, event))
    return tuple(_speech(topic, entry, of_entry[entry.key], happened) for entry in entries)


def times_of(events: Iterable[FloorEvent]) -> dict[str, datetime]:
    """Return when each event really was: as it was recorded, or as it was corrected last."""
    happened: dict[str, datetime] = {}
    for event in events:
        if event.act is FloorAct.CORRECT:
            happened[event.of] = event.at
        happened[event.key] = event.at
    return happened


def makes_sense(speech: Speech, act: FloorAct) -> bool:
    """Return whether an act leads on from where a speech stands; a correction is of an event and not asked for here."""
    return speech.state in _FROM[act]


def after(speech: Speech, act: FloorAct, at: datetime, amount: timedelta = ZERO) -> Speech:
    """Return a speech after something happened to it; what makes no sense changes nothing."""
    if act is FloorAct.CORRECT or not makes_sense(speech, act):
        return speech
    if act is FloorAct.START:
        return replace(speech, state=SpeakerState.SPEAKING, started=at)
    if act is FloorAct.PAUSE:
        return replace(speech, state=SpeakerState.PAUSED, paused_since=at)
    if act is FloorAct.RESUME:
        # What lies between an end and its reopening is a pause like any other.
        paused = speech.paused + _since(speech.ended or speech.paused_since, at)
        return replace(speech, state=SpeakerState.SPEAKING, paused=paused, paused_since=None, ended=None)
    if act is FloorAct.END:
        paused = speech.paused + _since(speech.paused_since, at)
        return replace(speech, state=SpeakerState.DONE, ended=at, paused=paused, paused_since=None)
    if act is FloorAct.ABSENT:
        # Whoever was not in the room did not speak, whatever the clock has counted.
        nothing = Speech(speech.entry, SpeakerState.ABSENT, speech.limit)
        return replace(nothing, added=speech.added)
    if act is FloorAct.ADD:
        return replace(speech, added=speech.added + amount)
    if act is FloorAct.LEAVE_OUT:
        return replace(speech, left_out=speech.left_out + amount)
    return replace(speech, state=_STATES[act])


def spoken(speech: Speech, now: datetime) -> timedelta:
    """Return how long a delegation has spoken, which is what it is charged: overtime is, pauses are not."""
    if speech.started is None:
        return ZERO
    until = speech.ended or speech.paused_since or now
    return max(ZERO, between(speech.started, until) - speech.paused - speech.left_out)


def left(speech: Speech, now: datetime) -> timedelta:
    """Return how long a delegation may still speak; negative is over time."""
    return speech.limit + speech.added - spoken(speech, now)


def overtime(speech: Speech, now: datetime) -> timedelta:
    """Return by how much a delegation spoke longer than it might."""
    return max(ZERO, -left(speech, now))


def waiting(speeches: Iterable[Speech]) -> tuple[Speech, ...]:
    """Return those who wait for the floor in order: whoever was called to it comes first."""
    found = [speech for speech in speeches if speech.state in WAITING]
    return tuple(sorted(found, key=lambda one: (one.state is not SpeakerState.CALLED, *_order(one.entry))))


def current(speeches: Iterable[Speech]) -> Speech | None:
    """Return who has the floor: who speaks, else whose speech is paused, the strongest kind first."""
    return max((one for one in speeches if one.state in ON_THE_FLOOR), key=_standing, default=None)


def interrupted(speeches: Iterable[Speech]) -> Speech | None:
    """Return whose speech is paused because somebody else speaks, or spoke meanwhile; it is resumed when the interruption is over.

    A speech that was paused by hand, and that nobody interrupted, is not.
    """
    found = tuple(speeches)
    paused = [one for one in found if one.state is SpeakerState.PAUSED]
    if not any(one.state is SpeakerState.SPEAKING for one in found):
        paused = [one for one in paused if any(_interrupts(other, one) for other in found)]
    return max(paused, key=_standing, default=None)


def newest_end(speeches: Iterable[Speech]) -> Speech | None:
    """Return whose speech ended last, which is the one that can be reopened."""
    ended = [one for one in speeches if one.ended is not None]
    return max(ended, key=lambda one: (one.over, one.began, one.entry.key), default=None)


def heard(speeches: Iterable[Speech]) -> frozenset[str]:
    """Return the delegations that have made, or are making, a statement, or submitted one in writing."""
    return frozenset(
        one.entry.delegation
        for one in speeches
        if one.entry.kind is SpeechKind.STATEMENT and (one.started is not None or one.state is SpeakerState.WRITTEN)
    )


def strength(kind: SpeechKind) -> int:
    """Return how strongly a kind of speech interrupts others (see `STRENGTH`)."""
    return next(rank for rank, kinds in enumerate(STRENGTH) if kind in kinds)


def _speech(
    topic: Topic, entry: Entry, events: Iterable[tuple[int, FloorEvent]], happened: dict[str, datetime]
) -> Speech:
    limit = entry.limit or limit_by(topic.limits, entry.category, entry.kind)
    speech = Speech(entry, SpeakerState.INSCRIBED, limit)
    for turn, event in events:
        before, speech = speech, after(speech, event.act, happened[event.key], event.amount)
        if speech is not before and event.act is FloorAct.START:
            speech = replace(speech, began=turn)
        elif speech is not before and event.act is FloorAct.END:
            speech = replace(speech, over=turn)
    return speech


def _interrupts(speech: Speech, paused: Speech) -> bool:
    """Return whether a speech began when, or after, a weaker one was paused."""
    if speech.started is None or paused.paused_since is None:
        return False
    stronger = strength(speech.entry.kind) > strength(paused.entry.kind)
    return stronger and between(paused.paused_since, speech.started) >= ZERO


def _since(began: datetime | None, at: datetime) -> timedelta:
    # Not bounded at zero: over a clock that was set back, a negative pause keeps what had been spoken before it.
    return ZERO if began is None else between(began, at)


def _order(entry: Entry) -> tuple[int, datetime, str]:
    # Two times of one zone are compared by the dial; in the night in which the clocks change that is another order.
    return entry.position, entry.asked_at.astimezone(UTC), entry.key


def _standing(speech: Speech) -> tuple[bool, int, int]:
    return speech.state is SpeakerState.SPEAKING, strength(speech.entry.kind), speech.began
