"""Which delegations are in the room at an instant, and how many of how many that is."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from cmc_desk.rules.attendance import Movement, Presence, state_of
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.people import Capacity
from cmc_desk.rules.sessions import Session

# They work at the meeting and may belong to a delegation, but they do not speak for a State.
_NOT_REPRESENTING = (Capacity.SECRETARIAT, Capacity.INTERPRETER, Capacity.PRESS)


@dataclass(frozen=True, slots=True)
class Standing:
    """A delegation at an instant: how many of its representatives are in the room, of how many who are expected or came."""

    name: str
    kind: DelegationKind
    present: int
    of: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many delegations are present, of how many."""

    present: int
    of: int

    @property
    def majority(self) -> int:
        """How many are more than half."""
        return self.of // 2 + 1

    @property
    def two_thirds(self) -> int:
        """How many are at least two thirds."""
        return -(-2 * self.of // 3)


def sessions_at(sessions: Sequence[Session], at: datetime, *, zone: tzinfo) -> tuple[Session, ...]:
    """Return what tells who is in the room at `at`: the registration of the day first, then every session that runs.

    While a session runs past midnight the day is still its own; on a day without sessions there is nothing to go by.
    """
    running = [one for one in sessions if one.starts <= at < one.ends]
    day = max(running, key=lambda one: one.starts).day if running else at.astimezone(zone).date()
    registrations = [one for one in sessions if one.is_registration and one.day == day and one not in running]
    return (*registrations, *running)


def in_the_room(
    at: datetime, *, registered: Iterable[Movement], of_sessions: Iterable[Movement], excused: bool = False
) -> bool:
    """Tell whether somebody is in the room at `at`: the last that was recorded until then counts, whatever it was recorded at.

    `registered` are the movements at the registration of the day, `of_sessions` those at the sessions that run. Who is
    excused from a session that runs is elsewhere, unless an arrival at it was recorded.
    """
    there = [one for one in of_sessions if one.at <= at]
    if not excused:
        there += [one for one in registered if one.at <= at]
    return state_of(there).presence is Presence.PRESENT


def represents(capacity: Capacity, kind: DelegationKind) -> bool:
    """Tell whether a member in this capacity stands for the delegation; of an organisation everybody does."""
    organisation = kind in (DelegationKind.UN, DelegationKind.OTHER, DelegationKind.SECRETARIAT)
    return organisation or capacity not in _NOT_REPRESENTING


def tally(standings: Iterable[Standing], kinds: Collection[DelegationKind]) -> Tally:
    """Count the delegations of these kinds; one is present if anybody of it is in the room."""
    counted = [one.present > 0 for one in standings if one.kind in kinds]
    return Tally(sum(counted), len(counted))
