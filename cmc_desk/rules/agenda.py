"""The agenda as its clock sees it: what is planned, what happened, and what follows from both at an instant."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from cmc_desk.rules.agenda_plan import PLENARY, ZERO, EndKind, Importance, StartKind
from cmc_desk.rules.instants import between
from cmc_desk.rules.meeting import ItemKind


class ItemState(StrEnum):
    """How far an item has come."""

    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    SKIPPED = "skipped"


class Act(StrEnum):
    """What is recorded of an item; everything that is shown of it is derived from these.

    ADD gives it `amount` more (or less, if negative); LEAVE_OUT does not count `amount` of the time that has passed (the computer slept);
    CORRECT says that the event `of` really was at `at`.
    """

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    END = "end"
    SKIP = "skip"
    REOPEN = "reopen"
    ADD = "add"
    LEAVE_OUT = "leave out"
    CORRECT = "correct"


@dataclass(frozen=True, slots=True)
class TimedItem:
    """A line of the agenda as it is planned, in live order where several stand in a sequence; times are aware.

    `topic` is the list of speakers that belongs to it; several items may share one.
    """

    key: str
    day: date
    starts: datetime
    ends: datetime
    title: str
    kind: ItemKind
    track: str = PLENARY
    minimum: timedelta = ZERO
    start_kind: StartKind = StartKind.FLOW
    not_after: datetime | None = None
    end_kind: EndKind = EndKind.LENGTH
    importance: Importance = Importance.ORDINARY
    topic: str = ""
    remark: str = ""

    @property
    def length(self) -> timedelta:
        """How long it is planned to be, also in the night in which the clocks change."""
        return between(self.starts, self.ends)


@dataclass(frozen=True, slots=True)
class ItemEvent:
    """Something that was recorded of an item; in the order in which it was recorded."""

    key: str
    item: str
    act: Act
    at: datetime
    amount: timedelta = ZERO
    of: str = ""
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Actual:
    """What really happened to an item, by its events.

    `paused` are the pauses that are over (what lies between an end and a reopening is one), `paused_since` is when the present one began;
    `left_out` is time that passed but does not count. `turn` counts the beginnings as they were recorded: the order in which items were
    taken, also where the clock of the computer was set back between two of them.
    """

    item: str
    state: ItemState = ItemState.PLANNED
    started: datetime | None = None
    ended: datetime | None = None
    paused_since: datetime | None = None
    paused: timedelta = ZERO
    added: timedelta = ZERO
    left_out: timedelta = ZERO
    turn: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Expected:
    """When an item is now expected; for what is done, when it was.

    `late` is its drift, whatever its state: when it began or is expected to, against the planned beginning. `slack` is what is free before
    the beginning of a fixed item by the work that is to be done until then; negative is what is missing, of which fixed ends cut off a
    part and the rest makes the item late. `broken` says that a “not after” or a fixed end cannot be kept, `cut` is what a fixed end takes
    from its length, and `spare` how much earlier than it ends the work is done (negative: what is cut off until then). What was skipped,
    never began on a day that is over, or was a fixed point that was passed over when its time had come, is not `held`: its times are
    then those of the plan.
    """

    item: str
    starts: datetime
    ends: datetime
    late: timedelta = ZERO
    slack: timedelta | None = None
    broken: bool = False
    cut: timedelta = ZERO
    spare: timedelta = ZERO
    held: bool = True


@dataclass(frozen=True, slots=True)
class DayEnd:
    """When a day was planned to end and when it is now expected to; nothing of a day in which nothing is planned."""

    day: date
    planned: datetime
    projected: datetime

    @property
    def behind(self) -> timedelta:
        """How much later than planned; negative is earlier."""
        return between(self.planned, self.projected)


@dataclass(frozen=True, slots=True)
class Projection:
    """The whole agenda at the instant `now`."""

    now: datetime
    expected: dict[str, Expected]
    days: tuple[DayEnd, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one track stands: what runs, what comes next, and the next fixed point; the keys are empty where there is none.

    `left` is what remains of the running item (negative: over time), `slack` what is free before the fixed point. `behind` is how late
    the work before that point will be done (before the end of the day, if no fixed point follows), whatever order it is taken in.
    `passed` are the items of the day that were passed over: they have not begun, though a later one has. They do not come next.
    """

    track: str
    running: str = ""
    next: str = ""
    left: timedelta = ZERO
    behind: timedelta = ZERO
    fixed: str = ""
    fixed_at: datetime | None = None
    slack: timedelta | None = None
    passed: tuple[str, ...] = ()
