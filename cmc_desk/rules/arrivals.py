"""The curve of a day's arrivals as a chart and a report show it: who had come by when, against how many are expected."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cmc_desk.rules.attendance import Step, arrivals_curve

_HOUR = timedelta(hours=1)
_LEAST_HOURS = 3


@dataclass(frozen=True, slots=True)
class ArrivalsCurve:
    """The arrivals of a day in whole hours from `start` to `end`, on the clocks of the meeting.

    `last` is until when the last total stands; `opened` is when the first session after the registration began, None if nothing is
    known of it; `half_at` is when half of those expected were there, None if they have not been yet.
    """

    start: datetime
    end: datetime
    steps: tuple[Step, ...]
    expected: int
    last: datetime
    opened: datetime | None = None
    half_at: datetime | None = None

    @property
    def total(self) -> int:
        """How many came."""
        return self.steps[-1].count if self.steps else 0

    @property
    def hours(self) -> tuple[datetime, ...]:
        """The whole hours of it."""
        return tuple(self.start + number * _HOUR for number in range((self.end - self.start) // _HOUR + 1))


def arrivals_of_day(
    times: Sequence[datetime], *, expected: int, begins: datetime, until: datetime, opened: datetime | None = None
) -> ArrivalsCurve:
    """Return the curve of the arrivals at `times` on a day whose registration `begins` then; `until` is now, or when that day closed.

    Every instant is on the clocks of `begins`.
    """
    zone = begins.tzinfo
    steps = tuple(Step(step.at.astimezone(zone), step.count) for step in arrivals_curve(times))
    first = min([begins, *(step.at for step in steps[:1])])
    last = max([until.astimezone(zone), *(step.at for step in steps[-1:])])
    # A registration that begins at the half hour has the half hour before it for whoever comes early.
    start = _whole_hour(first)
    end = max(_whole_hour(last - timedelta(microseconds=1)) + _HOUR, start + _LEAST_HOURS * _HOUR)
    half = next((step.at for step in steps if expected and 2 * step.count >= expected), None)
    return ArrivalsCurve(
        start=start,
        end=end,
        steps=steps,
        expected=expected,
        last=max(last, start),
        opened=opened.astimezone(zone) if opened is not None else None,
        half_at=half,
    )


def _whole_hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)
