"""A plan of action as a table: each indicator on a line with all that stands above it, and what a reader would miss in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cmc_desk.rules.document_kinds import PlanField, ProvisionKind, ProvisionStatus
from cmc_desk.rules.drafts import ACTIVITY, AREA, Provision
from cmc_desk.rules.folding import fold

# What a plan says of an indicator; everything else it says of the activity.
OF_INDICATORS = (PlanField.BASELINE, PlanField.TARGET, PlanField.MEANS)


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A line of the table: an indicator with its activity, objective and area; one that has nothing below it is a line of its own."""

    area: Provision | None = None
    objective: Provision | None = None
    activity: Provision | None = None
    indicator: Provision | None = None

    @property
    def own(self) -> Provision:
        """The provision of which the line is."""
        return next(one for one in (self.indicator, self.activity, self.objective, self.area) if one is not None)

    def said(self, field: str) -> str:
        """Return what stands in a column: of the indicator, if it says anything, else of the activity."""
        of = [self.activity] if field not in OF_INDICATORS else [self.indicator, self.activity]
        return next((said for one in of if one is not None and (said := one.said(field))), "")


class Lack(StrEnum):
    """What a reader of a plan would miss or stumble over."""

    INDICATOR = "no indicator"
    LEAD = "nobody leads it"
    TIMEFRAME = "no timeframe"
    TWICE = "the same text twice"


@dataclass(frozen=True, slots=True)
class Missed:
    """Something that is missed at a provision."""

    lack: Lack
    provision: Provision


def plan_lines(provisions: Sequence[Provision]) -> tuple[PlanLine, ...]:
    """Return the lines of the table in order; what was deleted and what is no part of the table is left out."""
    found: list[PlanLine] = []
    at = PlanLine()
    for one in provisions:
        if one.status is ProvisionStatus.DELETED:
            continue
        below = _below(at, one)
        if below is None:
            continue
        # A line that only led here gives way to the one below it.
        if found and found[-1] is at and _leads_to(at, below):
            found.pop()
        found.append(below)
        at = below
    return tuple(found)


def missed(lines: Sequence[PlanLine]) -> tuple[Missed, ...]:
    """Return what is missed in a plan, in the order of its lines."""
    return tuple(_missed(lines))


def _below(at: PlanLine, one: Provision) -> PlanLine | None:
    """Return the line that a provision makes after another; None if it is no part of the table."""
    if one.kind is ProvisionKind.HEADING:
        return PlanLine(area=one) if one.level <= AREA else PlanLine(at.area, one)
    if one.kind is not ProvisionKind.PLAN_ROW:
        return None
    if one.level <= ACTIVITY or at.activity is None:
        return PlanLine(at.area, at.objective, one)
    return PlanLine(at.area, at.objective, at.activity, one)


def _leads_to(at: PlanLine, below: PlanLine) -> bool:
    """Tell whether a line is only a beginning of the one below it."""
    own = at.own
    return own in (below.area, below.objective, below.activity) and own is not below.own


def _missed(lines: Sequence[PlanLine]) -> Iterator[Missed]:
    said: set[str] = set()
    seen: set[str] = set()
    for line in lines:
        activity = line.activity
        if activity is None or activity.key in seen:
            continue
        seen.add(activity.key)
        if line.indicator is None:
            yield Missed(Lack.INDICATOR, activity)
        if not activity.said(PlanField.LEAD):
            yield Missed(Lack.LEAD, activity)
        if not activity.said(PlanField.TIMEFRAME):
            yield Missed(Lack.TIMEFRAME, activity)
        words = fold(activity.text)
        if words in said:
            yield Missed(Lack.TWICE, activity)
        said.add(words)
