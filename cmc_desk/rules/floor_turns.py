"""Who must stop when somebody begins to speak, goes on or ends, and who comes next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cmc_desk.rules.floor import ON_THE_FLOOR, WAITING, current, interrupted, newest_end, strength, waiting
from cmc_desk.rules.floor_kinds import SpeakerState, Speech, SpeechKind

# What takes the floor at once when it is its turn, so that whoever speaks is interrupted and not ended.
AT_ONCE = frozenset({SpeechKind.POINT_OF_ORDER, SpeechKind.QUESTION, SpeechKind.ANSWER})
_FALLS_WITH_ITS_SPEECH = frozenset({SpeechKind.QUESTION, SpeechKind.ANSWER})
_NEVER_MADE = frozenset({SpeakerState.WITHDRAWN, SpeakerState.WRITTEN})
_CAN_BE_ASKED_OF = frozenset({SpeechKind.STATEMENT, SpeechKind.RIGHT_OF_REPLY})


@dataclass(frozen=True, slots=True)
class Turn:
    """What happens to others at the same instant: speeches that end, one that pauses, and questions that nobody asks any more."""

    ends: tuple[Speech, ...] = ()
    pauses: tuple[Speech, ...] = ()
    drops: tuple[Speech, ...] = ()


@dataclass(frozen=True, slots=True)
class Next:
    """Who has the floor next, empty if nobody waits; `goes_on` says that it is somebody who was interrupted.

    `ends` says that whoever speaks now is done with it; otherwise they are interrupted.
    """

    speech: Speech | None
    goes_on: bool = False
    ends: bool = True


def on_start(speeches: Sequence[Speech], speech: Speech) -> Turn:
    """Return what the beginning of a speech does to the others: what is weaker is paused, everything else on the floor ends."""
    rank = strength(speech.entry.kind)
    others = _others(speeches, speech)
    ends = [one for one in others if strength(one.entry.kind) >= rank]
    pauses = [one for one in others if one not in ends and one.state is SpeakerState.SPEAKING]
    return Turn(tuple(ends), tuple(pauses), _dropped(speeches, ends))


def on_resume(speeches: Sequence[Speech], speech: Speech) -> Turn:
    """Return what it does to the others that a paused speech goes on: what had interrupted it ends."""
    rank = strength(speech.entry.kind)
    others = _others(speeches, speech)
    ends = [one for one in others if strength(one.entry.kind) > rank]
    pauses = [one for one in others if one not in ends and one.state is SpeakerState.SPEAKING]
    return Turn(tuple(ends), tuple(pauses), _dropped(speeches, ends))


def on_end(speeches: Sequence[Speech], speech: Speech) -> Turn:
    """Return what the end of a speech does to the others: what had interrupted it ends with it."""
    rank = strength(speech.entry.kind)
    ends = [one for one in _others(speeches, speech) if strength(one.entry.kind) > rank]
    return Turn(tuple(ends), (), _dropped(speeches, [speech, *ends]))


def origin_of(speeches: Iterable[Speech], kind: SpeechKind) -> str:
    """Return the entry that a new question, answer or reply belongs to where nobody says: a question of whoever speaks is answered.

    A question and a reply are to the statement on the floor, or to the one that ended last; a point of order stands by itself.
    """
    found = tuple(speeches)
    if kind is SpeechKind.ANSWER:
        asked = [one for one in found if one.entry.kind is SpeechKind.QUESTION and one.state not in _NEVER_MADE]
        on_the_floor = [one for one in asked if one.state in ON_THE_FLOOR]
        last = current(on_the_floor) or newest_end(asked) or next(iter(waiting(asked)), None)
        if last is not None:
            return last.entry.key
    if kind in _FALLS_WITH_ITS_SPEECH or kind is SpeechKind.RIGHT_OF_REPLY:
        mains = [one for one in found if one.entry.kind in _CAN_BE_ASKED_OF]
        last = current(mains) or newest_end(mains)
        return last.entry.key if last else ""
    return ""


def next_turn(speeches: Sequence[Speech]) -> Next:
    """Return who has the floor next: who interrupts at once, then who was interrupted, then who waits."""
    queue = waiting(speeches)
    first = queue[0] if queue else None
    if first is not None and first.entry.kind in AT_ONCE:
        return Next(first, ends=False)
    paused = interrupted(speeches)
    if paused is not None:
        return Next(paused, goes_on=True)
    return Next(first)


def stops_before(speeches: Sequence[Speech]) -> Turn:
    """Return what ends when the floor passes on: everything that is on it."""
    now = current(speeches)
    if now is None:
        return Turn()
    ends = [now, *_others(speeches, now)]
    return Turn(tuple(ends), (), _dropped(speeches, ends))


def _others(speeches: Iterable[Speech], speech: Speech) -> list[Speech]:
    return [one for one in speeches if one.state in ON_THE_FLOOR and one.entry.key != speech.entry.key]


def _dropped(speeches: Sequence[Speech], ended: Iterable[Speech]) -> tuple[Speech, ...]:
    """Return the questions and answers that wait for statements or replies which have ended; those on questions still stand."""
    mains = {one.entry.key for one in ended if one.entry.kind in _CAN_BE_ASKED_OF}
    origins = {one.entry.key: one.entry.origin for one in speeches}
    return tuple(
        one
        for one in speeches
        if one.state in WAITING and one.entry.kind in _FALLS_WITH_ITS_SPEECH and _comes_from(one, mains, origins)
    )


def _comes_from(speech: Speech, mains: set[str], origins: dict[str, str]) -> bool:
    seen: set[str] = set()
    key = speech.entry.origin
    while key and key not in seen:
        if key in mains:
            return True
        seen.add(key)
        key = origins.get(key, "")
    return False
