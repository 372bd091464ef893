"""A list of speakers at an instant with all that follows from it, as the command line tells it and other programs read it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from cmc_desk.desk.floor_delegations import present_delegations
from cmc_desk.desk.floor_scene import FloorScene, scene_of
from cmc_desk.desk.rundown import Rundown, rundown
from cmc_desk.rules.agenda_plan import ListOrder, SpeakerCategory
from cmc_desk.rules.as_of import events_until
from cmc_desk.rules.floor import ON_THE_FLOOR, WAITING, interrupted, left, overtime, spoken, waiting
from cmc_desk.rules.floor_kinds import SpeakerState, Speech, SpeechKind
from cmc_desk.rules.floor_planner import LivePlan, Slot, live_plan
from cmc_desk.rules.floor_window import cut_at, fixed_points, floor_slots, window_of
from cmc_desk.rules.statement_length import Length, length_of
from cmc_desk.rules.timing import actuals, project


@dataclass(frozen=True, slots=True)
class FloorRow:
    """An entry of a list; lengths are whole seconds, `left` is rounded up and negative over time, `place` counts those who wait from one."""

    entry: str
    place: int
    delegation: str
    name: str
    category: SpeakerCategory
    kind: SpeechKind
    state: SpeakerState
    present: bool
    limit: int
    spoken: int
    left: int
    overtime: int
    started: datetime | None
    ended: datetime | None
    words: int | None
    length: Length | None
    note: str


@dataclass(frozen=True, slots=True)
class FloorView:
    """A list at the instant `now`: whoever has the floor first, then those who wait in order, then those who are done with.

    Lengths are whole seconds; `window` is what its items still have, `kept` what of it is not shared out, `each` what everybody who
    waits can have of the rest, and `handy` that in whole quarters of a minute.
    """

    topic: str
    title: str
    now: datetime
    order: ListOrder
    closed: bool
    limits: dict[str, int]
    changeover: int
    current: str
    interrupted: str
    rows: tuple[FloorRow, ...]
    waiting: int
    absent: int
    window: int
    kept: int
    each: int
    handy: int


def floor_view(session: Session, *, topic: str, now: datetime, back: bool = True) -> FloorView:
    """Return a list as it stands at `now`, or, looking `back`, as it stood then; raises Refusal if it is not there."""
    found = _scene(session, topic, now, back=back)
    live = live_of(session, topic=topic, now=now, back=back)
    here = present_delegations(session, now=now)
    queue = waiting(found.speeches)
    on_the_floor = [one for one in found.speeches if one.state in ON_THE_FLOOR]
    done = [one for one in found.speeches if one.state not in ON_THE_FLOOR | WAITING]
    now_speaking, paused = found.current, interrupted(found.speeches)
    return FloorView(
        topic=topic,
        title=found.facts.topic.title,
        now=now,
        order=found.facts.topic.order,
        closed=found.facts.topic.closed,
        limits={category.value: _seconds(limit) for category, limit in found.facts.topic.limits.items()},
        changeover=_seconds(found.facts.topic.changeover),
        current=now_speaking.entry.key if now_speaking else "",
        interrupted=paused.entry.key if paused and paused != now_speaking else "",
        rows=(
            *(_row(found, one, 0, here, now) for one in on_the_floor),
            *(_row(found, one, place, here, now) for place, one in enumerate(queue, 1)),
            *(_row(found, one, 0, here, now) for one in done),
        ),
        waiting=live.waiting,
        absent=live.absent,
        window=_seconds(live.window),
        kept=_seconds(live.kept),
        each=_seconds(live.plan.limit),
        handy=_seconds(live.plan.handy),
    )


def slots_of(shown: Rundown, topic: str, now: datetime, *, back: bool = True) -> tuple[Slot, ...]:
    """Return the stretches of time that a list still has, each broken off at the fixed point that follows, such as lunch."""
    known = actuals(shown.items, events_until(shown.events, now) if back else shown.events)
    found = floor_slots(shown.items, topic, known, project(shown.items, known, now))
    return cut_at(found, fixed_points(shown.items, topic, known))


def live_of(session: Session, *, topic: str, now: datetime, back: bool = True) -> LivePlan:
    """Return how long each who waits can have of the time that the items of a list still have."""
    found = _scene(session, topic, now, back=back)
    window = window_of(slots_of(rundown(session), topic, now, back=back))
    return live_plan(found.facts.topic, found.speeches, window, now)


def _scene(session: Session, topic: str, now: datetime, *, back: bool) -> FloorScene:
    # Of the present everything that was recorded counts, also where the clock of the computer was set back since.
    found = scene_of(session, topic)
    return found.as_of(now) if back else found


def _row(found: FloorScene, one: Speech, place: int, here: frozenset[str], now: datetime) -> FloorRow:
    entry, limit = one.entry, one.limit + one.added
    return FloorRow(
        entry=entry.key,
        place=place,
        delegation=entry.delegation,
        name=found.name(one),
        category=entry.category,
        kind=entry.kind,
        state=one.state,
        present=entry.delegation in here,
        limit=_seconds(limit),
        spoken=_seconds(spoken(one, now)),
        left=-_seconds(-left(one, now)),
        overtime=_seconds(overtime(one, now)),
        started=one.started,
        ended=one.ended,
        words=entry.words,
        length=None if entry.words is None else length_of(entry.words, limit),
        note=entry.note,
    )


def _seconds(length: timedelta) -> int:
    return length // timedelta(seconds=1)
