"""How long each delegation can have in the time that there is, or when a list is through if each has so long."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_plan import ZERO, Topic
from cmc_desk.rules.floor import ON_THE_FLOOR, left, waiting
from cmc_desk.rules.floor_defaults import most_of
from cmc_desk.rules.floor_kinds import SpeakerState, Speech, SpeechKind
from cmc_desk.rules.instants import between, moved
from cmc_desk.rules.refusal import Refusal

_SECOND = timedelta(seconds=1)
_MINUTE = timedelta(minutes=1)
# Limits that a chair announces and a light shows are whole quarters of a minute.
HANDY = timedelta(seconds=15)
_EXPECTED = frozenset({SpeakerState.INSCRIBED, SpeakerState.CALLED})


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of time in which a list is spoken; a list that goes on after lunch has several."""

    starts: datetime
    ends: datetime

    @property
    def length(self) -> timedelta:
        """How long it is; nothing if it is over before it begins."""
        return max(ZERO, between(self.starts, self.ends))


@dataclass(frozen=True, slots=True)
class Plan:
    """How long each of `count` may speak in `window`; nothing if the time does not do even for the changing over.

    `handy` is the limit as it is announced, in whole quarters of a minute; `spare` is what remains of the window if all keep to it.
    """

    count: int
    window: timedelta
    changeover: timedelta
    limit: timedelta

    @property
    def handy(self) -> timedelta:
        """The limit rounded down to what is easily said; short ones stay as they are."""
        return self.limit // HANDY * HANDY if self.limit >= HANDY else self.limit

    @property
    def spare(self) -> timedelta:
        """What remains if all speak for the handy limit."""
        return self.window - self.count * (self.handy + self.changeover) if self.limit else ZERO


@dataclass(frozen=True, slots=True)
class EndPlan:
    """When a list is through if everybody keeps to a limit; `over` is by how much the last stretch of time is too short.

    `fit` is how many speak before the time is over.
    """

    ends: datetime
    over: timedelta
    fit: int


@dataclass(frozen=True, slots=True)
class Fit:
    """How many of those who wait can still speak before an instant; `over` is the entry of the first who cannot, and when it would end."""

    count: int
    over: str = ""
    ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class LivePlan:
    """Where a list stands now: `waiting` are left, `remaining` is the time there is for them, `plan` what each has of it.

    `kept` is held back for an exchange of views, `own` is what those have together who have a limit of their own, `present` what
    whoever speaks still has. `offered` is the limit that one key applies: what each can have, but no more than is usual for those who
    wait; nothing where there is nothing to share out. A longer one is for whoever asks for it.
    """

    waiting: int
    absent: int
    window: timedelta
    remaining: timedelta
    kept: timedelta
    own: timedelta
    present: timedelta
    plan: Plan
    offered: timedelta = ZERO


def limit_for(count: int, window: timedelta, changeover: timedelta) -> Plan:
    """Return how long each of `count` delegations can speak in `window`, in whole seconds.

    Every speech is followed by a changeover, the last one too: to whoever speaks or comes after the list.
    Raises Refusal if nobody is to speak.
    """
    if count < 1:
        raise Refusal(_("How many delegations are to speak? Give at least one."), field="count")
    return Plan(count, window, changeover, _shared(count, window, changeover))


def end_for(count: int, limit: timedelta, changeover: timedelta, slots: Sequence[Slot]) -> EndPlan:
    """Return when `count` delegations have spoken for `limit` each, from one stretch of time to the next.

    A speech that does not end before a stretch does is made in the next; after the last stretch they go on all the same. Raises
    Refusal if there is no time at all, or no limit.
    """
    if not slots:
        raise Refusal(
            _("There is no time for this list: no item of the agenda belongs to it any more."), field="window"
        )
    if limit <= ZERO:
        raise Refusal(_("The limit must be longer than nothing: write minutes, such as 3 or 2:30."), field="limit")
    each, remaining, ends, fits = limit + changeover, count, slots[0].starts, 0
    for slot in slots:
        fits = min(remaining, slot.length // each)
        remaining -= fits
        ends = moved(slot.starts, fits * each) if fits else ends
    if remaining:
        ends = moved(slots[-1].starts, (fits + remaining) * each)
    return EndPlan(ends, max(ZERO, between(slots[-1].ends, ends)), count - remaining)


def live_plan(topic: Topic, speeches: Iterable[Speech], window: timedelta, now: datetime) -> LivePlan:
    """Return how long each who waits can still have if the list is to be through in `window` from `now`.

    Whoever has the floor still has what is left to them, and who has a limit of their own keeps it. Who is absent is not reckoned
    with until they are back. Replies, questions and points of order are not shared out to.
    """
    found = tuple(speeches)
    queue = [one for one in found if one.state in _EXPECTED and one.entry.kind is SpeechKind.STATEMENT]
    sharing = [one for one in queue if one.entry.limit is None]
    own = sum((one.limit + one.added + topic.changeover for one in queue if one.entry.limit is not None), ZERO)
    present = sum((max(ZERO, left(one, now)) for one in found if one.state in ON_THE_FLOOR), ZERO)
    # In whole minutes, as it is shown: what is announced must not change from one second to the next.
    remaining = max(ZERO, window - topic.kept) // _MINUTE * _MINUTE
    shared = max(ZERO, remaining - own - present)
    limit = _shared(len(sharing), shared, topic.changeover) if sharing else ZERO
    plan = Plan(len(sharing), shared, topic.changeover, limit)
    return LivePlan(
        waiting=len(queue),
        absent=sum(one.state is SpeakerState.ABSENT and one.entry.kind is SpeechKind.STATEMENT for one in found),
        window=window,
        remaining=remaining,
        kept=topic.kept,
        own=own,
        present=present,
        plan=plan,
        offered=min(plan.handy, max((most_of(topic.limits, one.entry.category) for one in sharing), default=ZERO)),
    )


def who_fits(topic: Topic, speeches: Iterable[Speech], now: datetime, until: datetime) -> Fit:
    """Return how many of those who wait can speak before `until`, such as lunch, if all keep to their limits."""
    found = tuple(speeches)
    there_is, passed = between(now, until), ZERO
    for one in found:
        if one.state in ON_THE_FLOOR:
            passed += max(ZERO, left(one, now)) + topic.changeover
    queue = [one for one in waiting(found) if one.state in _EXPECTED]
    for count, one in enumerate(queue):
        passed += max(ZERO, one.limit + one.added)
        if passed > there_is:
            return Fit(count, one.entry.key, moved(now, passed))
        passed += topic.changeover
    return Fit(len(queue))


def _shared(count: int, window: timedelta, changeover: timedelta) -> timedelta:
    return max(ZERO, (window / count - changeover) // _SECOND * _SECOND)
