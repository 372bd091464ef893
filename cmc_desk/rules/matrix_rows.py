"""A matrix of comments that comes back, as it was read and as it would be taken over: facts that reading, comparing and writing share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from cmc_desk.rules.drafts import DraftText
from cmc_desk.rules.proposals import NewProposal, Proposal


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row of a file: where it stands in words, the name of its sheet, and its cells by the names of the columns that it has."""

    where: str
    sheet: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MatrixFile:
    """A file as it was read; `written` are the numbers that it says were in it when it was written here, in their order."""

    source: str
    rows: tuple[MatrixRow, ...]
    written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownMatrix:
    """What the meeting has: its drafts, every proposal by its number, and the digests of the new comments that were taken in before.

    Nothing can have come in later than `now`, if it is told.
    """

    drafts: tuple[DraftText, ...]
    proposals: Mapping[int, Proposal]
    taken: frozenset[str] = frozenset()
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class MatrixChange:
    """What a row would change in a proposal: the columns that say something else, with what they say in the end.

    `was` is what stood here in each of them when the file was looked at.
    """

    where: str
    proposal: str
    name: str
    cells: Mapping[str, str]
    was: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MatrixNew:
    """A proposal that a row would add, and what the row says of it besides."""

    where: str
    proposal: NewProposal
    cells: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MatrixPreview:
    """What a file would do. `told` is what to know of it; with a problem nothing of it is taken over, and each says what to do."""

    source: str
    new: tuple[MatrixNew, ...] = ()
    changes: tuple[MatrixChange, ...] = ()
    unchanged: int = 0
    told: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
