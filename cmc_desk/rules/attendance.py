"""Who is in the room: events in, states, bars and curves out."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import accumulate

from cmc_desk.i18n import gettext as _


class EventKind(StrEnum):
    """What was recorded of a person at a session."""

    ARRIVE = "arrive"
    LEAVE = "leave"
    RETURN = "return"


class Presence(StrEnum):
    """What the records of a session say of a person."""

    PRESENT = "present"
    LEFT = "left"
    ABSENT = "absent"
    EXCUSED = "excused"
    NOT_TAKEN = "not taken"


@dataclass(frozen=True, slots=True)
class Movement:
    """One recorded event of one person at one session; a voided one is kept and counts for nothing."""

    kind: EventKind
    at: datetime
    voided: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """What the live events of one person and session add up to: present, left or absent, and since when.

    `arrived_at` is the first arrival (None if none is recorded), `since` the last event (None if there is none).
    """

    presence: Presence
    arrived_at: datetime | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A bar of the arrivals: how many arrived in the slot that begins at `starts`."""

    starts: datetime
    count: int


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the arrivals curve: from `at` on `count` people had arrived."""

    at: datetime
    count: int


def state_of(events: Iterable[Movement]) -> State:
    """Return what the events of one person and session add up to, whatever order they come in.

    Of events at the same instant the later one of `events` counts, as two stations may record in the same second.
    """
    live = sorted((event for event in events if not event.voided), key=lambda event: event.at)
    if not live:
        return State(Presence.ABSENT)
    last = live[-1]
    presence = Presence.LEFT if last.kind is EventKind.LEAVE else Presence.PRESENT
    arrived_at = next((event.at for event in live if event.kind is not EventKind.LEAVE), None)
    return State(presence, arrived_at, last.at)


def may_record(events: Iterable[Movement], kind: EventKind) -> str | None:
    """Return None if `kind` may follow `events`, otherwise one sentence that says what is wrong."""
    presence = state_of(events).presence
    problems: dict[EventKind, dict[Presence, str]] = {
        EventKind.ARRIVE: {
            Presence.PRESENT: _("This person is here already."),
            Presence.LEFT: _("This person was here and has left: record the return instead."),
        },
        EventKind.LEAVE: {
            Presence.ABSENT: _("This person has not arrived, so cannot leave."),
            Presence.LEFT: _("This person has left already."),
        },
        EventKind.RETURN: {
            Presence.ABSENT: _("This person has not arrived yet: record the arrival instead."),
            Presence.PRESENT: _("This person is here already."),
        },
    }
    return problems[kind].get(presence)


def arrivals_per_slot(
    times: Iterable[datetime], *, slot_minutes: int, start: datetime, end: datetime
) -> tuple[Slot, ...]:
    """Count arrivals in slots of `slot_minutes` from `start` to the slot in which `end` lies.

    Empty slots are there with 0. Times before `start` or after the last slot are left out; no slot if `end` is
    before `start`.
    """
    length = timedelta(minutes=slot_minutes)
    counts = Counter((at - start) // length for at in times)
    return tuple(Slot(start + n * length, counts[n]) for n in range((end - start) // length + 1))


def arrivals_curve(times: Iterable[datetime]) -> tuple[Step, ...]:
    """Return the cumulative number of arrivals, one step for each instant at which anybody arrived."""
    per_instant = Counter(times)
    instants = sorted(per_instant)
    totals = accumulate(per_instant[at] for at in instants)
    return tuple(Step(at, total) for at, total in zip(instants, totals, strict=True))


def rate_last(times: Iterable[datetime], *, now: datetime, minutes: int) -> int:
    """Return how many arrived in the last `minutes` up to and including `now`."""
    since = now - timedelta(minutes=minutes)
    return sum(since < at <= now for at in times)
