"""A list of speakers: what stands in it and what is recorded of it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from cmc_desk.rules.agenda_plan import ZERO, SpeakerCategory
from cmc_desk.rules.meeting import DelegationKind


class SpeechKind(StrEnum):
    """What a delegation asks the floor for."""

    STATEMENT = "statement"
    POINT_OF_ORDER = "point of order"
    RIGHT_OF_REPLY = "right of reply"
    QUESTION = "interposed question"
    ANSWER = "answer"


class SpeakerState(StrEnum):
    """Where an entry of a list of speakers stands; what was submitted in writing counts as heard."""

    INSCRIBED = "inscribed"
    CALLED = "called"
    ABSENT = "absent"
    SPEAKING = "speaking"
    PAUSED = "paused"
    DONE = "done"
    WITHDRAWN = "withdrawn"
    WRITTEN = "submitted in writing"


class FloorAct(StrEnum):
    """What is recorded of an entry; ADD, LEAVE_OUT and CORRECT are as those of an item (`rules.agenda.Act`)."""

    CALL = "call"
    ABSENT = "absent"
    BACK = "back"
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    END = "end"
    WITHDRAW = "withdraw"
    RESTORE = "restore"
    WRITTEN = "submitted in writing"
    ADD = "add"
    LEAVE_OUT = "leave out"
    CORRECT = "correct"


class HostPlace(StrEnum):
    """Where the host speaks in a roll call."""

    IN_ORDER = "in its place"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Entry:
    """A delegation that has asked for the floor; `position` orders those that wait, smallest first.

    `limit` is its own limit where it has one, `words` the length of a statement that was handed in, `origin` the entry that a question,
    an answer or a reply belongs to.
    """

    key: str
    topic: str
    delegation: str
    category: SpeakerCategory
    kind: SpeechKind
    position: int
    asked_at: datetime
    participant: str = ""
    limit: timedelta | None = None
    words: int | None = None
    origin: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FloorEvent:
    """Something that was recorded of an entry; in the order in which it was recorded."""

    key: str
    entry: str
    act: FloorAct
    at: datetime
    amount: timedelta = ZERO
    of: str = ""
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """An entry with what became of it; `limit` is the one that holds for it.

    `paused` are the pauses that are over, `paused_since` is when the present one began; neither is charged, nor is `left_out`.
    `began` and `over` count the acts of the list as they were recorded, those of one instant as one: the order in which delegations spoke,
    also where the clock of the computer was set back between two of them.
    """

    entry: Entry
    state: SpeakerState
    limit: timedelta
    started: datetime | None = None
    ended: datetime | None = None
    paused_since: datetime | None = None
    paused: timedelta = ZERO
    added: timedelta = ZERO
    left_out: timedelta = ZERO
    began: int = field(default=0, compare=False)
    over: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Draw:
    """A lot that was drawn for a roll call: `number` is the random value, so that it can be shown to be fair; `host` is where the host speaks."""

    key: str
    topic: str
    delegation: str
    language: str
    number: int
    among: tuple[str, ...]
    at: datetime
    by: str
    witnesses: str = ""
    host: HostPlace = HostPlace.IN_ORDER


def category_of(kind: DelegationKind) -> SpeakerCategory:
    """Return in which category a delegation of this kind speaks."""
    return _CATEGORIES.get(kind, SpeakerCategory.OTHER)


_CATEGORIES = {
    DelegationKind.STATE: SpeakerCategory.STATE,
    DelegationKind.TERRITORY: SpeakerCategory.TERRITORY,
    DelegationKind.OBSERVER_STATE: SpeakerCategory.OBSERVER_STATE,
    DelegationKind.UN: SpeakerCategory.ORGANISATION,
}
