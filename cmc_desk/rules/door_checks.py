"""What is looked at before the doors open: the disk, the copies, the printers, the scanner, the clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from cmc_desk.rules.document_kinds import DoorCheck

_MEGA = 1_000_000
LITTLE_ROOM, NO_ROOM = 1000 * _MEGA, 200 * _MEGA
_LATE = timedelta(minutes=2)
_OLD = timedelta(minutes=30)


class CheckKind(StrEnum):
    """What is looked at, in the order in which it is shown."""

    DISK = "disk"
    PLACE = "place"
    COPY = "copy"
    ELSEWHERE = "copy elsewhere"
    PRINTER = "printer"
    BADGE_PRINTER = "badge printer"
    SCANNER = "scanner"
    CLOCK = "clock"


class CheckState(StrEnum):
    """How it stands; what nobody has looked at today is open."""

    GOOD = "good"
    OPEN = "open"
    WARNS = "warns"
    BLOCKS = "blocks"


@dataclass(frozen=True, slots=True)
class ComputerFacts:
    """What the computer says of itself: free bytes beside the meeting, and where the meeting lies.

    `shared` names the program or the kind of file system that shares the folder with others, empty if none does; `network` says that it is
    another computer. Ages are by the clock of the computer: `changed` since the file was written last, `copied` since the newest copy, `elsewhere`
    since the newest one on another disk, each None without one. `apart` says that a place on another disk is known, `there` that it can be read now.
    """

    free: int | None = None
    shared: str = ""
    network: bool = False
    changed: timedelta = timedelta()
    copied: timedelta | None = None
    copies_in: str = ""
    elsewhere: timedelta | None = None
    apart: str = ""
    there: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """What somebody found who looked; `words` say what was not as it should be."""

    what: DoorCheck
    station: str
    good: bool
    words: str
    at: datetime
    operator: str


@dataclass(frozen=True, slots=True)
class Check:
    """A line of the checks: how it stands, and of what it speaks: a number of bytes, an age, or who looked and when."""

    kind: CheckKind
    state: CheckState
    free: int | None = None
    age: timedelta | None = None
    place: str = ""
    looked: Looked | None = None

    @property
    def good(self) -> bool:
        """Whether all is well."""
        return self.state is CheckState.GOOD


_BY_HAND = {
    CheckKind.PRINTER: DoorCheck.PRINTER,
    CheckKind.BADGE_PRINTER: DoorCheck.BADGE_PRINTER,
    CheckKind.SCANNER: DoorCheck.SCANNER,
    CheckKind.CLOCK: DoorCheck.CLOCK,
}
BY_HAND = frozenset(_BY_HAND)


def by_hand(kind: CheckKind) -> DoorCheck | None:
    """Return what a person looks after for this line; None where the computer knows for itself."""
    return _BY_HAND.get(kind)


def door_checks(computer: ComputerFacts, looked: Sequence[Looked], *, station: str, now: datetime) -> tuple[Check, ...]:
    """Return the checks at a station; `now` is on the clocks of the meeting, and what was found on another day counts no more."""
    found = {one.what: one for one in looked if one.station == station and _is_of_today(one, now)}
    by_person = tuple(_looked(kind, found.get(what)) for kind, what in _BY_HAND.items())
    return (_disk(computer), _place(computer), _copy(computer), _elsewhere(computer), *by_person)


def _is_of_today(one: Looked, now: datetime) -> bool:
    return one.at.astimezone(now.tzinfo).date() == now.date()


def _disk(computer: ComputerFacts) -> Check:
    free = computer.free
    if free is None:
        return Check(CheckKind.DISK, CheckState.WARNS)
    state = CheckState.BLOCKS if free < NO_ROOM else CheckState.WARNS if free < LITTLE_ROOM else CheckState.GOOD
    return Check(CheckKind.DISK, state, free=free)


def _place(computer: ComputerFacts) -> Check:
    state = CheckState.BLOCKS if computer.network else CheckState.WARNS if computer.shared else CheckState.GOOD
    return Check(CheckKind.PLACE, state, place=computer.shared)


def _copy(computer: ComputerFacts) -> Check:
    age = computer.copied
    # What was changed a moment ago will be in the next copy, unless none was made for long.
    behind = age is not None and age > computer.changed and (computer.changed > _LATE or age > _OLD)
    state = CheckState.WARNS if age is None or behind else CheckState.GOOD
    return Check(CheckKind.COPY, state, age=age, place=computer.copies_in)


def _elsewhere(computer: ComputerFacts) -> Check:
    """Return how the copy stands that a broken or stolen computer leaves; one of half an hour ago will do."""
    age = computer.elsewhere
    new = computer.there and age is not None and (age <= _OLD or age <= computer.changed)
    return Check(CheckKind.ELSEWHERE, CheckState.GOOD if new else CheckState.WARNS, age=age, place=computer.apart)


def _looked(kind: CheckKind, found: Looked | None) -> Check:
    if found is None:
        return Check(kind, CheckState.OPEN)
    return Check(kind, CheckState.GOOD if found.good else CheckState.WARNS, looked=found)
