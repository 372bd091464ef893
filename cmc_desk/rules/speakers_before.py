"""How many of those who wait can still speak before a fixed point: “3 speakers fit, the 4th ends 13:06”."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cmc_desk.rules.agenda_plan import ZERO


@dataclass(frozen=True, slots=True)
class SpeakersBefore:
    """How many speakers `fit`, and when the one after them would end; nothing if all of them fit."""

    fit: int
    next_ends: datetime | None


def speakers_before(
    now: datetime,
    until: datetime,
    *,
    limits: Sequence[timedelta],
    changeover: timedelta,
    speaking: timedelta | None = None,
    after: timedelta = ZERO,
) -> SpeakersBefore:
    """Return who of those waiting, with their `limits` in order, end before `until` if each takes the whole of it.

    `speaking` is what is left to whoever has the floor now, None if nobody has; a changeover passes between two speakers. `after` is
    what is to be done after the last speaker and before `until`.
    """
    last = until.astimezone(UTC) - after
    ends = now.astimezone(UTC)
    busy = speaking is not None
    if speaking is not None:
        ends += max(ZERO, speaking)
    for number, limit in enumerate(limits):
        ends += limit + (changeover if busy else ZERO)
        busy = True
        if ends > last:
            return SpeakersBefore(number, ends.astimezone(until.tzinfo))
    return SpeakersBefore(len(limits), None)
