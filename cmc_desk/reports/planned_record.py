"""What the record of planned and actual times is made from; the report of the outcome takes its figures from the same."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from gettext import NullTranslations

from cmc_desk.i18n import N_
from cmc_desk.rules.agenda import Act, ItemState
from cmc_desk.rules.agenda_plan import ZERO, SpeakerCategory
from cmc_desk.rules.floor_kinds import SpeakerState, SpeechKind
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.planned_actual import Cause

CAUSES = {
    Cause.LATE_START: N_("late start"),
    Cause.OVERRUN: N_("overrun"),
    Cause.ADDED: N_("time added"),
    Cause.PAUSED: N_("paused"),
    Cause.LEFT_OUT: N_("time left out"),
    Cause.SKIPPED: N_("skipped"),
    Cause.NOT_HELD: N_("nothing recorded"),
}
# Of what made time up the same causes have other words.
CAUSES_OF_LEAD = CAUSES | {
    Cause.LATE_START: N_("early start"),
    Cause.OVERRUN: N_("shorter than planned"),
    Cause.ADDED: N_("time taken away"),
}
STATES = {
    ItemState.PLANNED: N_("planned"),
    ItemState.RUNNING: N_("running"),
    ItemState.PAUSED: N_("paused"),
    ItemState.DONE: N_("done"),
    ItemState.SKIPPED: N_("skipped"),
}
ACTS = {
    Act.START: N_("began"),
    Act.PAUSE: N_("paused"),
    Act.RESUME: N_("went on"),
    Act.END: N_("ended"),
    Act.SKIP: N_("skipped"),
    Act.REOPEN: N_("reopened"),
    Act.ADD: N_("time added"),
    Act.LEAVE_OUT: N_("time left out"),
    Act.CORRECT: N_("corrected"),
}


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item as planned and as it was, on the clocks of the meeting; see `rules.planned_actual.ItemRecord` for the delays.

    `room` is empty for the plenary; `parts` are what the item cost by cause (negative: made up).
    """

    key: str
    day: date
    room: str
    title: str
    kind: ItemKind
    state: ItemState
    starts: datetime
    ends: datetime
    started: datetime | None
    ended: datetime | None
    order: int | None
    length: timedelta
    spent: timedelta
    paused: timedelta
    produced: timedelta | None
    absorbed: timedelta | None
    cumulative: timedelta | None
    cause: Cause | None
    parts: tuple[tuple[Cause, timedelta], ...] = ()
    reasons: tuple[str, ...] = ()

    def cause_words(self, texts: NullTranslations) -> str:
        """Return the chief cause of a delay, or of the time that was made up, with the reasons that were given."""
        if self.cause is None:
            return ""
        words = CAUSES_OF_LEAD if (self.produced or ZERO) < ZERO else CAUSES
        said = texts.gettext(words[self.cause])
        return f"{said} ({'; '.join(self.reasons)})" if self.reasons else said


@dataclass(frozen=True, slots=True)
class DayLine:
    """A day of a room, or of the plenary: when it was planned to end and when it did, and what its delay was made of."""

    day: date
    room: str
    starts: datetime
    ends: datetime
    started: datetime | None
    ended: datetime | None
    delay: timedelta | None
    causes: tuple[tuple[Cause, timedelta], ...] = ()


@dataclass(frozen=True, slots=True)
class DelegationLine:
    """What a delegation had of the floor: `order` is the place of its first statement among all speeches, nothing if it made none."""

    code: str
    name: str
    category: SpeakerCategory
    order: int
    statements: int
    speeches: int
    spoken: timedelta
    overtime: timedelta
    written: bool


@dataclass(frozen=True, slots=True)
class SpeechLine:
    """An entry of a list of speakers and what became of it."""

    topic: str
    order: int
    delegation: str
    category: SpeakerCategory
    kind: SpeechKind
    state: SpeakerState
    started: datetime | None
    ended: datetime | None
    limit: timedelta
    spoken: timedelta
    paused: timedelta
    overtime: timedelta
    words: int | None
    note: str


@dataclass(frozen=True, slots=True)
class ActLine:
    """Something that was recorded of an item, by whom and why."""

    at: datetime
    item: str
    act: Act
    amount: timedelta
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class PlannedActual:
    """The record of the meeting, or of a day; `until` is when it was drawn up if something was still running then.

    `day` is the only day it is about, if it is not about all.
    """

    city: str
    zone: str
    day: date | None
    until: datetime | None
    days: tuple[DayLine, ...] = ()
    items: tuple[ItemLine, ...] = ()
    delegations: tuple[DelegationLine, ...] = ()
    speeches: tuple[SpeechLine, ...] = ()
    acts: tuple[ActLine, ...] = field(default=())

    @property
    def spoken(self) -> timedelta:
        """How long all delegations spoke together."""
        return sum((one.spoken for one in self.delegations), ZERO)


def minutes_words(delay: timedelta | None) -> str:
    """Return a delay in whole minutes with its sign, as +7 or −3; nothing where nothing counts yet."""
    if delay is None:
        return ""
    # Half a minute and more is a minute, on both sides of nothing.
    minutes = (abs(delay) + timedelta(seconds=30)) // timedelta(minutes=1)
    if not minutes:
        return "0"
    return f"+{minutes}" if delay > ZERO else f"−{minutes}"
