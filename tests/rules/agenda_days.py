"""The two days of the concept note as the clock sees them, small agendas of our own, and a diary of what happens in them."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from cmc_desk.exchange.meeting_file import read_meeting, template_path
from cmc_desk.rules.actuals import actuals
from cmc_desk.rules.agenda import Act, Actual, ItemEvent, TimedItem
from cmc_desk.rules.agenda_defaults import minimum_of, start_kind_of
from cmc_desk.rules.agenda_plan import ZERO, EndKind, Importance, StartKind
from cmc_desk.rules.meeting import ItemKind

KINGSTON = ZoneInfo("America/Jamaica")
DAY_1, DAY_2 = date(2019, 12, 5), date(2019, 12, 6)


def at(clock: str, day: date = DAY_1, zone: ZoneInfo = KINGSTON) -> datetime:
    """Return an instant by what the clock in the room shows: 12:04 or 12:04:30."""
    return datetime.fromisoformat(f"{day} {clock:0>5}").replace(tzinfo=zone)


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


@cache
def two_days() -> tuple[TimedItem, ...]:
    """Return the agenda of the concept note with the defaults of a meeting that was founded from it."""
    begun: set[date] = set()
    found = []
    for plan in read_meeting(template_path("cmc-2019")).items:
        found.append(
            TimedItem(
                key=plan.key,
                day=plan.day,
                starts=plan.starts,
                ends=plan.ends,
                title=plan.title,
                kind=plan.kind,
                minimum=minimum_of(plan.kind, plan.ends - plan.starts),
                start_kind=start_kind_of(plan.kind, first_of_day=plan.day not in begun),
                topic="priorities" if plan.key.startswith("priorities") else "",
            )
        )
        begun.add(plan.day)
    return tuple(found)


def item(
    key: str,
    starts: str,
    ends: str,
    *,
    day: date = DAY_1,
    track: str = "",
    fixed: bool = False,
    fixed_end: bool = False,
    minimum: timedelta = ZERO,
    not_after: str = "",
    kind: ItemKind = ItemKind.PRESENTATION,
    importance: Importance = Importance.ORDINARY,
    zone: ZoneInfo = KINGSTON,
) -> TimedItem:
    """Return a line of an agenda; an end before its beginning is of the night after the day."""
    begins, over = at(starts, day, zone), at(ends, day, zone)
    if over < begins:
        over = at(ends, day + timedelta(days=1), zone)
    return TimedItem(
        key=key,
        day=day,
        starts=begins,
        ends=over,
        title=key.title(),
        kind=kind,
        track=track,
        minimum=minimum,
        start_kind=StartKind.FIXED if fixed else StartKind.FLOW,
        not_after=at(not_after, day, zone) if not_after else None,
        end_kind=EndKind.FIXED if fixed_end else EndKind.LENGTH,
        importance=importance,
    )


class Diary:
    """What is recorded of an agenda, one line after the other."""

    def __init__(self, *items: TimedItem, day: date = DAY_1) -> None:
        self.items = items
        self.day = day
        self.events: list[ItemEvent] = []

    def write(self, key: str, act: Act, clock: str, amount: timedelta = ZERO, of: str = "") -> str:
        """Record something and return the key of its event."""
        event = f"e{len(self.events)}"
        self.events.append(ItemEvent(event, key, act, at(clock, self.day), amount, of))
        return event

    def ran(self, key: str, starts: str, ends: str) -> None:
        """Record that an item was begun and ended."""
        self.write(key, Act.START, starts)
        self.write(key, Act.END, ends)

    def undo(self) -> None:
        """Take back what was recorded last, as the journal does."""
        self.events.pop()

    @property
    def actuals(self) -> Mapping[str, Actual]:
        return actuals(self.items, self.events)


def clocks(*instants: datetime | None) -> list[str]:
    """Return what the clock in the room shows at each."""
    return ["" if instant is None else f"{instant.astimezone(KINGSTON):%H:%M}" for instant in instants]
