"""Who has earned a certificate of participation, and by what number it is known."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from cmc_desk.rules.attendance import Movement, state_of
from cmc_desk.rules.sessions import Session

# Without letters and figures that are taken for each other.
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_LENGTH, _GROUP = 8, 4


@dataclass(frozen=True, slots=True)
class Attended:
    """How many sessions and how many days of a meeting somebody came to."""

    sessions: int = 0
    days: int = 0


def attended(moved: Mapping[str, Collection[Movement]], sessions: Iterable[Session]) -> Attended:
    """Count what somebody came to, from what was recorded of them by the key of the session.

    Whoever came and left early was there. The registration of a day is no session, but who came to it was there that day.
    """
    came = [one for one in sessions if state_of(moved.get(one.key, ())).arrived_at is not None]
    return Attended(sum(not one.is_registration for one in came), len({one.day for one in came}))


def taken(recorded: Collection[str], sessions: Iterable[Session]) -> Attended:
    """Count the sessions and days at which anybody was recorded at all (`recorded` has their keys): the most that can be attended."""
    held = [one for one in sessions if one.key in recorded]
    return Attended(sum(not one.is_registration for one in held), len({one.day for one in held}))


def earned(came: Attended, *, sessions_needed: int, days_needed: int) -> bool:
    """Tell whether that is enough: each number that is not 0 has to be reached, and nobody gets one who never came."""
    return came.days > 0 and came.sessions >= sessions_needed and came.days >= days_needed


def serial(meeting: str, participant: str) -> str:
    """Return the number of the certificate of a participant: always the same one, and nothing about the person can be read from it."""
    digest = int.from_bytes(hashlib.sha256(f"certificate {meeting} {participant}".encode()).digest())
    letters = []
    for _place in range(_LENGTH):
        digest, place = divmod(digest, len(_LETTERS))
        letters.append(_LETTERS[place])
    return "-".join("".join(letters[start : start + _GROUP]) for start in range(0, _LENGTH, _GROUP))
