"""How far a day of the agenda is from its plan, line by line, and when it closes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cmc_desk.rules.agenda import Actual, ItemState, Projection, TimedItem
from cmc_desk.rules.agenda_plan import StartKind


@dataclass(frozen=True, slots=True)
class DriftLine:
    """A line of the day; `late` is its beginning against the plan, `fixed` that it begins at a time that does not move.

    Of what is not `held` nothing is expected any more.
    """

    key: str
    title: str
    state: ItemState
    starts: datetime
    late: timedelta
    fixed: bool = False
    held: bool = True


@dataclass(frozen=True, slots=True)
class Drift:
    """A day of the agenda: its lines in the order of the clock, and when it was planned and is expected to close, if it has any."""

    day: date
    lines: tuple[DriftLine, ...] = ()
    planned_end: datetime | None = None
    projected_end: datetime | None = None

    @property
    def behind(self) -> timedelta:
        """How much later than planned the day closes."""
        if self.planned_end is None or self.projected_end is None:
            return timedelta()
        return self.projected_end - self.planned_end


def drift_of(items: Sequence[TimedItem], found: Mapping[str, Actual], projection: Projection, *, day: date) -> Drift:
    """Return how far a day is from its plan; `found` is what happened, `projection` what is expected."""
    end = next((one for one in projection.days if one.day == day), None)
    lines = []
    for item in sorted((item for item in items if item.day == day), key=lambda item: (item.starts, item.ends)):
        expected = projection.expected[item.key]
        lines.append(
            DriftLine(
                key=item.key,
                title=item.title,
                state=found[item.key].state,
                starts=item.starts,
                late=expected.late,
                fixed=item.start_kind is StartKind.FIXED,
                held=expected.held,
            )
        )
    return Drift(
        day=day,
        lines=tuple(lines),
        planned_end=end.planned if end is not None else None,
        projected_end=end.projected if end is not None else None,
    )
