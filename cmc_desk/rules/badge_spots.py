"""Which badge of a run lies on which page and where: what a click on a sheet means, and what one print job holds."""

from dataclasses import dataclass, replace

from cmc_desk.rules.badge_conditions import REPLACEMENT
from cmc_desk.rules.badge_design import BackSide, BadgeFacts, BadgeRun, Box
from cmc_desk.rules.badge_sheet import capacity, on_sheets, places


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the front of somebody's badge lies: the page (from 0), and the place in millimetres as it is printed."""

    page: int
    box: Box
    participant: str


@dataclass(frozen=True, slots=True)
class RunSheet:
    """One sheet, label or card of a run: its pages (front, or front and back), whose badges it has, how many blank ones."""

    pages: tuple[int, ...]
    people: tuple[BadgeFacts, ...]
    blank: int

    @property
    def badges(self) -> int:
        """How many badges it has."""
        return len(self.people) + self.blank


def sheets_of(run: BadgeRun) -> tuple[RunSheet, ...]:
    """Return the sheets of a run in the order of its pages."""
    return tuple(
        RunSheet(
            pages=pages_of(run, number),
            people=tuple(one for one in sheet if isinstance(one, BadgeFacts)),
            blank=sum(isinstance(one, int) for one in sheet),
        )
        for number, sheet in enumerate(_laid(run))
    )


def spots(run: BadgeRun) -> tuple[Spot, ...]:
    """Return where the badges of people lie; blank ones are nobody's."""
    where = places(run.design, run.stock, run.back)
    return tuple(
        Spot(pages_of(run, number)[0], _moved(place.front, run), one.participant)
        for number, sheet in enumerate(_laid(run))
        for place, one in zip(where, sheet, strict=True)
        if isinstance(one, BadgeFacts)
    )


def spot_at(found: tuple[Spot, ...], page: int, x: float, y: float) -> Spot | None:
    """Return the badge that lies at a place of a page, in millimetres."""
    return next((spot for spot in found if spot.page == page and _has(spot.box, x, y)), None)


def pages_of(run: BadgeRun, sheet: int) -> tuple[int, ...]:
    """Return the pages (from 0) of a sheet (from 0): a duplex one has its backs on the next page."""
    return (2 * sheet, 2 * sheet + 1) if run.back is BackSide.DUPLEX else (sheet,)


def with_replacement(run: BadgeRun, *, yes: frozenset[str], no: frozenset[str]) -> BadgeRun:
    """Return a run in which the badges of `yes` say that they are replacements and those of `no` do not."""
    return replace(run, people=tuple(_marked(one, yes, no) for one in run.people))


def _marked(one: BadgeFacts | None, yes: frozenset[str], no: frozenset[str]) -> BadgeFacts | None:
    if one is None or one.participant not in yes | no:
        return one
    says = one.participant in yes
    conditions = one.conditions | {REPLACEMENT} if says else one.conditions - {REPLACEMENT}
    return replace(one, replacement=says, conditions=conditions)


def _laid(run: BadgeRun) -> tuple[tuple[BadgeFacts | int | None, ...], ...]:
    items: list[BadgeFacts | int | None] = [*run.people, *range(1, run.blank + 1)]
    return on_sheets(items, capacity(run.stock, run.back), run.start_cell)


def _moved(box: Box, run: BadgeRun) -> Box:
    return Box(box.x + run.shift_x, box.y + run.shift_y, box.width, box.height)


def _has(box: Box, x: float, y: float) -> bool:
    return box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height
