"""What the sessions of a day add up to: for a person, for a delegation, for everybody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from cmc_desk.rules.attendance import EventKind, Movement, Presence, state_of


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands for one person in one session or on one day; no presence for somebody who is not expected and did not come."""

    presence: Presence | None
    arrived_at: datetime | None = None
    left_at: datetime | None = None
    reason: str = ""


_NOT_CONCERNED, _ABSENT, _NOT_TAKEN = Mark(None), Mark(Presence.ABSENT), Mark(Presence.NOT_TAKEN)


@dataclass(frozen=True, slots=True)
class DayTotal:
    """How many of a group came on a day; whoever came without being expected counts as expected too."""

    taken: bool
    expected: int = 0
    present: int = 0
    excused: int = 0

    @property
    def missing(self) -> int:
        """How many are expected and neither came nor excused themselves."""
        return self.expected - self.present - self.excused


def mark_of(*, events: Sequence[Movement], excuse: str | None, taken: bool, expected: bool) -> Mark:
    """Return what stands for a person in a session; `excuse` is the reason given (perhaps empty), None if there is none.

    `left_at` is set only if the person did not come back.
    """
    if (came := _came(events)) is not None:
        return came
    if excuse is not None:
        return Mark(Presence.EXCUSED, reason=excuse)
    if not expected:
        return _NOT_CONCERNED
    return _ABSENT if taken else _NOT_TAKEN


def day_mark(*, events: Sequence[Movement], marks: Sequence[Mark]) -> Mark:
    """Return what a day adds up to from all its `events` and the `marks` of its sessions.

    Present is whoever came to any session; left, whoever left last of all; excused, whoever came to none and is excused from
    at least one.
    """
    if (came := _came(events)) is not None:
        return came
    found = {mark.presence for mark in marks}
    if Presence.EXCUSED in found:
        return Mark(Presence.EXCUSED, reason="; ".join(dict.fromkeys(mark.reason for mark in marks if mark.reason)))
    return Mark(next((one for one in (Presence.ABSENT, Presence.NOT_TAKEN) if one in found), None))


def total(marks: Iterable[Mark], *, taken: bool) -> DayTotal:
    """Count the marks of one day of a group; `taken` says whether anybody at all was recorded that day."""
    concerned = [mark.presence for mark in marks if mark.presence is not None]
    present = sum(presence in (Presence.PRESENT, Presence.LEFT) for presence in concerned)
    return DayTotal(taken, len(concerned), present, sum(presence is Presence.EXCUSED for presence in concerned))


def _came(events: Sequence[Movement]) -> Mark | None:
    if not events:
        return None
    if len(events) == 1 and events[0].kind is EventKind.ARRIVE and not events[0].voided:
        # Nine of ten people came and stayed; a thousand people have ten thousand such marks.
        return Mark(Presence.PRESENT, events[0].at)
    state = state_of(events)
    if state.presence is Presence.ABSENT:
        return None
    return Mark(state.presence, state.arrived_at, state.since if state.presence is Presence.LEFT else None)
