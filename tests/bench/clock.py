"""What the agenda's clock costs at each tick, and the forecast of a long list of speakers."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from statistics import median
from zoneinfo import ZoneInfo

from cmc_desk.rules.agenda import Act, ItemEvent, TimedItem
from cmc_desk.rules.agenda_plan import StartKind
from cmc_desk.rules.forecast import RUNS, Spoken, forecast
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.timing import actuals, project, standing
from tests.bench.measure import Row, against, alternately, at_most

_ZONE = ZoneInfo("America/Jamaica")
_TRACKS = ("", "room-1", "room-2")
_ITEMS, _DAYS, _SPEAKERS = 200, 5, 60
_HALF_HOUR = timedelta(minutes=30)
_NOW = datetime(2019, 12, 4, 16, 41, 7, tzinfo=UTC)


def projection() -> Iterator[Row]:
    """A projection of 200 items on five days in three tracks and where it stands, against turning their times over and back alone."""
    items = agenda()
    happened = actuals(items, _events(items))

    def ours() -> None:
        standing(items, happened, project(items, happened, _NOW))

    times, floor = alternately(ours, lambda: _turned_over(items), runs=200)
    yield against("projection, 200 items, 5 days, 3 tracks", times, floor, most=8)
    yield at_most("one of them", median(times), 2, floor=median(floor))


def speakers() -> Iterator[Row]:
    """A forecast of 60 speakers, against as many bare draws."""
    limits = [timedelta(minutes=3)] * 40 + [timedelta(minutes=2)] * 20
    today = [Spoken(timedelta(seconds=150 + 7 * number), timedelta(minutes=3)) for number in range(12)]
    until = _NOW + timedelta(hours=3)

    def ours() -> None:
        forecast(_NOW, waiting=limits, changeover=timedelta(seconds=20), today=today, until=until, seed=2019, runs=RUNS)

    times, floor = alternately(ours, _drawn, runs=9)
    yield against(f"forecast, {_SPEAKERS} speakers × {RUNS:,} runs", times, floor, most=4)
    yield at_most("one of them", median(times), 300, floor=median(floor))


def agenda() -> tuple[TimedItem, ...]:
    """Return 200 items, a fixed point every hour and a half."""
    places = [(day, track) for day in range(_DAYS) for track in _TRACKS]
    found = []
    for place, (day, track) in enumerate(places):
        starts = datetime(2019, 12, 2 + day, 9, 0, tzinfo=_ZONE)
        for number in range(_ITEMS // len(places) + (place < _ITEMS % len(places))):
            found.append(
                TimedItem(
                    key=f"{day}-{track}-{number}",
                    day=date(2019, 12, 2 + day),
                    starts=starts,
                    ends=starts + _HALF_HOUR,
                    title=f"Item {number}",
                    kind=ItemKind.DISCUSSION,
                    track=track,
                    minimum=_HALF_HOUR / 2,
                    start_kind=StartKind.FLOW if number % 3 else StartKind.FIXED,
                )
            )
            starts += _HALF_HOUR
    return tuple(found)


def _events(items: Sequence[TimedItem]) -> list[ItemEvent]:
    """Return what was recorded until now: everything ran to plan, and what runs does."""
    found = []
    for item in items:
        if item.starts < _NOW:
            found.append(ItemEvent(f"s-{item.key}", item.key, Act.START, item.starts))
        if item.ends < _NOW:
            found.append(ItemEvent(f"e-{item.key}", item.key, Act.END, item.ends))
    return found


def _turned_over(items: Sequence[TimedItem]) -> list[tuple[datetime, datetime]]:
    return [
        (item.starts.astimezone(UTC).astimezone(_ZONE), item.ends.astimezone(UTC).astimezone(_ZONE)) for item in items
    ]


def _drawn() -> list[float]:
    dice = Random(2019)  # noqa: S311 - a floor is no secret
    ratios = [0.8 + number / 50 for number in range(20)]
    return [sum(dice.choices(ratios, k=_SPEAKERS)) for _run in range(RUNS)]
