"""A plan of action that comes back as a table, as it was read and as it would be taken over."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cmc_desk.rules.drafts import ReadProvision


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of a file: where it stands in words, and its cells by the names of the columns that it has; merged ones are filled down.

    `calendar` has the first and the last month of each column of a calendar, and whether the row has a sign there.
    """

    where: str
    cells: Mapping[str, str]
    sheet: str = ""
    calendar: tuple[tuple[int, int, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A file as it was read; `states` are the words for a status that our own workbook offers, in all our languages and folded."""

    source: str
    rows: tuple[PlanRow, ...]
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanChange:
    """What a file says otherwise: of which provision (its key and what it is called), in which column, and what stood there."""

    where: str
    provision: str
    name: str
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PlanNew:
    """What a file adds: `after` is the key of the provision that is there already and after which it is to stand, empty for none."""

    where: str
    read: ReadProvision
    after: str


@dataclass(frozen=True, slots=True)
class PlanPreview:
    """What a file would do; `provisions` is the whole text that comes of it. With a problem nothing of it is taken over."""

    source: str
    new: tuple[PlanNew, ...] = ()
    changes: tuple[PlanChange, ...] = ()
    unchanged: int = 0
    told: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    provisions: tuple[ReadProvision, ...] = field(default=())
