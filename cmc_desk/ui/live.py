"""Where the meeting stands: read when its tables change, worked out anew at each tick, shared by the bar, the pages and the stage.

Whoever shows it asks `context.live` (one object for the whole window) and never reads the tables of the clock on its own:

    live = context.live
    moment = live.at(now)                       # the projection, and where each track stands, at an instant
    standing = moment.standing()                # of the plenary; `standing("room-2")` of a room
    line = live.line(standing.running)          # what is planned of the item that runs, or None
    floor = live.floor_of(standing.running)     # its list of speakers, or None
    live.changed.connect(self._on_read_again)   # what was recorded or planned has changed
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.floor_facts import FloorFacts, floors
from cmc_desk.desk.rundown import Line, Rundown, rundown
from cmc_desk.rules import floor as floor_rules
from cmc_desk.rules import timing
from cmc_desk.rules.actuals import RUNS, corrected_times
from cmc_desk.rules.agenda import Actual, Expected, Projection, Standing
from cmc_desk.rules.agenda_plan import PLENARY
from cmc_desk.rules.floor_kinds import Speech
from cmc_desk.rules.meeting_days import is_of_meeting, seen_at

LIVE_TABLES = frozenset(
    {"meeting", "day", "item", "track", "item_timing", "item_event", "topic", "floor_entry", "floor_event", "draw", "*"}
)


@dataclass(frozen=True, slots=True)
class LiveFloor:
    """A list of speakers as it stands; only the running time of a speech depends on the instant (`rules.floor.spoken`, `left`).

    `waiting` is in the order in which they speak, `current` is whoever speaks or has paused.
    """

    facts: FloorFacts
    speeches: tuple[Speech, ...]
    current: Speech | None
    waiting: tuple[Speech, ...]

    @property
    def key(self) -> str:
        """The key of its topic."""
        return self.facts.topic.key


@dataclass(frozen=True, slots=True)
class Moment:
    """The whole agenda at the instant `now`; `standings` is by track.

    What nobody ended has not run on after the meeting: then `now` is when something was recorded last, and `asked` what the clock shows.
    """

    now: datetime
    projection: Projection
    standings: dict[str, Standing]
    asked: datetime

    @property
    def stood(self) -> bool:
        """Whether this is how it stood at the end, and nothing goes on any more."""
        return self.now != self.asked

    def standing(self, track: str = PLENARY) -> Standing:
        """Return where a track stands."""
        return self.standings.get(track) or Standing(track)

    def expected(self, item: str) -> Expected | None:
        """Return when an item is now expected."""
        return self.projection.expected.get(item)


class Live(QObject):
    """The agenda and the lists of speakers of the open meeting.

    It reads when it is first asked, and again after `stale` has told that tables have changed. Every look at the same instant is the same
    `Moment`: the shell gives one `now` to everything that shows a clock.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._read: _Read | None = None
        self._moment: Moment | None = None

    def stale(self, tables: frozenset[str]) -> None:
        """Learn that tables have changed; those of the clock are read again when somebody next asks."""
        if tables & LIVE_TABLES:
            self._read = self._moment = None
            self.changed.emit()

    @property
    def rundown(self) -> Rundown:
        """The plan, and what was recorded of it."""
        return self._now_read().rundown

    @property
    def actuals(self) -> dict[str, Actual]:
        """What really happened to every item, by its key."""
        return self._now_read().actuals

    @property
    def floors(self) -> tuple[LiveFloor, ...]:
        """Every list of speakers, in the order of the agenda."""
        return self._now_read().floors

    @property
    def tracks(self) -> tuple[str, ...]:
        """The keys of the tracks that have items; the plenary comes first."""
        return self._now_read().tracks

    def line(self, item: str) -> Line | None:
        """Return a line of the agenda by its key."""
        return self._now_read().lines.get(item)

    def actual(self, item: str) -> Actual:
        """Return what really happened to an item."""
        return self.actuals.get(item) or Actual(item)

    def floor(self, topic: str) -> LiveFloor | None:
        """Return a list of speakers by the key of its topic."""
        return next((floor for floor in self.floors if floor.key == topic), None)

    def floor_of(self, item: str) -> LiveFloor | None:
        """Return the list of speakers of an item, if it has one."""
        line = self.line(item)
        return self.floor(line.item.topic) if line is not None and line.item.topic else None

    def passed(self, standing: Standing) -> tuple[Line, ...]:
        """Return what was passed over: somebody must say what becomes of it."""
        found = (self.line(key) for key in standing.passed)
        return tuple(line for line in found if line is not None)

    def only_passed(self, standing: Standing) -> Line | None:
        """Return the first that was passed over, where nothing runs and nothing else comes on its day."""
        passed, coming = self.passed(standing), self.line(standing.next)
        if standing.running or not passed or (coming is not None and coming.item.day == passed[0].item.day):
            return None
        return passed[0]

    def going(self, now: datetime) -> bool:
        """Say whether a clock of the meeting runs: that of an item, or of a speech."""
        return not self.at(now).stood and self._is_going()

    def _is_going(self) -> bool:
        return any(one.state in RUNS for one in self.actuals.values()) or any(one.current for one in self.floors)

    def at(self, now: datetime) -> Moment:
        """Return where the agenda stands at `now`; asking again for the same instant costs nothing."""
        if self._moment is None or self._moment.asked != now:
            read = self._now_read()
            items = read.rundown.items
            seen = self._seen(now)
            local = seen.astimezone(read.rundown.zone)
            projection = timing.project(items, read.actuals, local)
            self._moment = Moment(
                now=seen,
                asked=now,
                projection=projection,
                standings={
                    track: timing.standing(items, read.actuals, projection, track=track) for track in read.tracks
                },
            )
        return self._moment

    def _seen(self, now: datetime) -> datetime:
        """Return at which instant everything is looked at if it is `now`: see `rules.meeting_days.seen_at`."""
        shown = self.rundown
        if is_of_meeting(shown.days, now, shown.zone):
            return now
        recorded = chain(
            corrected_times(shown.events).values(),
            *(floor_rules.times_of(floor.facts.events).values() for floor in self.floors),
        )
        return seen_at(now, days=shown.days, zone=shown.zone, recorded=recorded, going=self._is_going())

    def _now_read(self) -> "_Read":
        if self._read is None:
            plan = self._desk.read(rundown)
            tracks = tuple(dict.fromkeys(line.item.track for line in plan.lines))
            self._read = _Read(
                rundown=plan,
                lines={line.item.key: line for line in plan.lines},
                actuals=timing.actuals(plan.items, plan.events),
                floors=tuple(_live(facts) for facts in self._desk.read(floors)),
                tracks=tuple(sorted(tracks, key=lambda track: track != PLENARY)),
            )
        return self._read


@dataclass(frozen=True, slots=True)
class _Read:
    rundown: Rundown
    lines: dict[str, Line]
    actuals: dict[str, Actual]
    floors: tuple[LiveFloor, ...]
    tracks: tuple[str, ...]


def _live(facts: FloorFacts) -> LiveFloor:
    speeches = floor_rules.speeches(facts.topic, facts.entries, facts.events)
    return LiveFloor(
        facts=facts,
        speeches=speeches,
        current=floor_rules.current(speeches),
        waiting=floor_rules.waiting(speeches),
    )
