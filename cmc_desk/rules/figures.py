"""What a chart says, before anybody paints it: bars of so many of a whole, and a curve that only rises, in steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from cmc_desk.rules.arrivals import ArrivalsCurve

_MOST_TICKS = 7
_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Bar:
    """So many of a whole; one that is `strong` stands over those after it, as a day does over its sessions."""

    label: str
    number: int
    whole: int
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the line below a curve, with its words."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Point:
    """How many there are from `x` on."""

    x: float
    total: int


@dataclass(frozen=True, slots=True)
class Curve:
    """A curve from `start` to `end` (both in the unit of x, such as minutes of the day).

    `points` rise in x; `expected` is the line that they come near to, with its words; `marker` is an instant that stands out.
    """

    start: float
    end: float
    points: tuple[Point, ...]
    expected: int = 0
    expected_label: str = ""
    ticks: tuple[Mark, ...] = ()
    marker: Mark | None = None

    @property
    def top(self) -> int:
        """The highest number that is painted."""
        return max([self.expected, *(point.total for point in self.points), 1])

    def across(self, x: float) -> float:
        """Return how far from the left something stands, as a share of the width."""
        share = (x - self.start) / (self.end - self.start) if self.end > self.start else 0.0
        return min(1.0, max(0.0, share))

    def up(self, total: float) -> float:
        """Return how far from the floor something stands, as a share of the height."""
        return total / self.top

    def corners(self) -> Iterator[tuple[float, float]]:
        """Yield the corners of the curve from the floor on, as shares of width and height."""
        height = 0.0
        yield self.across(self.start), height
        for point in self.points:
            yield self.across(point.x), height
            height = self.up(point.total)
            yield self.across(point.x), height


def grid_values(top: int) -> tuple[int, ...]:
    """Return at most three round values, evenly apart, that keep clear of the line at `top`."""
    clear = top * 9 // 10
    unit = 1
    while True:
        for factor in (1, 2, 5):
            step = unit * factor
            if clear // step <= 3:
                return tuple(range(step, clear + 1, step))
        unit *= 10


def arrivals_as_curve(found: ArrivalsCurve, *, expected: str, opened: str) -> Curve:
    """Return the arrivals of a day as a curve in minutes from its start; `expected` and `opened` are the words of its two lines."""
    points = [Point(_minutes(found, step.at), step.count) for step in found.steps]
    if points:
        points.append(Point(_minutes(found, found.last), found.total))
    apart = -(-len(found.hours) // _MOST_TICKS)
    return Curve(
        start=0,
        end=_minutes(found, found.end),
        points=tuple(points),
        expected=found.expected,
        expected_label=expected,
        ticks=tuple(Mark(_minutes(found, hour), f"{hour:%H:%M}") for hour in found.hours[::apart]),
        marker=Mark(_minutes(found, found.opened), opened) if found.opened is not None else None,
    )


def _minutes(found: ArrivalsCurve, at: datetime) -> float:
    return (at - found.start).total_seconds() / _MINUTE
