"""The report of the final outcomes as a tree of blocks with keys that stay; Word, PDF and the editor show the same one."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from cmc_desk.rules.document_kinds import ProvisionKind, ReportStatus
from cmc_desk.rules.figures import Bar, Curve
from cmc_desk.rules.note_markup import plain
from cmc_desk.rules.plain import from_plain, to_plain
from cmc_desk.rules.redline import Run

# Keys are paths: "organisation/attendance/table" stands under "organisation/attendance", and that under "organisation".
PATH = "/"
# What a cover is called where blocks are kept.
COVER = "cover"
# What says the same with it or without it, and is in no digest.
_SOURCES = "sources"


class Look(StrEnum):
    """How a paragraph looks: as any other, as what was concluded, or as a small remark that has no number."""

    PLAIN = "plain"
    CONCLUSION = "conclusion"
    REMARK = "remark"


class Side(StrEnum):
    """On which side of its column a text stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: what the report is, of which meeting, and where it stands (`status`, `remark` and `language` in words)."""

    key: str
    title: str
    meeting: str
    subtitle: str
    place_and_dates: str
    host: str
    status: str
    remark: str = ""
    language: str = ""
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; one of level 1 has a Roman number as its `label`, one of level 2 a letter, unless it is not `counted`.

    An `annex` begins a page, and counts apart from the chapters.
    """

    key: str
    text: str
    level: int = 1
    counted: bool = True
    annex: bool = False
    label: str = ""
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph in the small markup of the notes; `label` is its number in the report, such as "12.", if it is counted.

    `gathered` is what its sources say and `digest` the digest of that; `written` says that somebody wrote `text` by hand instead, and
    `stale` that the sources said something else then. A paragraph that `refers` to the heading of another block has its number in
    place of `{place}`, and is not there where that is left out. What is not `open` cannot be written by hand.
    """

    key: str
    text: str
    look: Look = Look.PLAIN
    counted: bool = True
    open: bool = True
    label: str = ""
    gathered: str = ""
    digest: str = ""
    written: bool = False
    stale: bool = False
    refers: str = ""
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without numbers under the paragraph before it.

    Where it says again what stands in other paragraphs, `sources` are their keys, line by line; that is not kept with an issue.
    """

    key: str
    lines: tuple[str, ...]
    sources: tuple[tuple[str, ...], ...] = ()
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, its share of the width, the side on which it stands."""

    title: str
    share: float = 1.0
    side: Side = Side.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its head and, if it has a `title`, its number; the last row is a sum if it is `summed`.

    `bands` are the places of rows whose first cell stands over the whole width, as a heading of those after it. `sources` are the keys
    of the paragraphs that rows say again, as in `Bullets`.
    """

    key: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    summed: bool = False
    bands: tuple[int, ...] = ()
    sources: tuple[tuple[str, ...], ...] = ()
    label: str = ""
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its number: `bars`, or a `curve`; `spoken` says what it shows to whoever does not see it."""

    key: str
    title: str
    bars: tuple[Bar, ...] = ()
    curve: Curve | None = None
    spoken: str = ""
    label: str = ""
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Redlined:
    """A provision of a draft, or an alternative of it: `number` stands before it, `note` after it (who proposes it), both in words.

    In a clean text all `runs` are the same as before.
    """

    key: str
    runs: tuple[Run, ...]
    kind: ProvisionKind = ProvisionKind.PARAGRAPH
    level: int = 1
    number: str = ""
    closing: str = ""
    note: str = ""
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page; `wide` ones lie on their side until the next break."""

    key: str
    wide: bool = False
    left_out: bool = False


Block = Cover | Heading | Para | Bullets | Table | Figure | Redlined | PageBreak
_KINDS: dict[str, type[Any]] = {
    COVER: Cover,
    "heading": Heading,
    "para": Para,
    "bullets": Bullets,
    "table": Table,
    "figure": Figure,
    "redlined": Redlined,
    "page break": PageBreak,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


@dataclass(frozen=True, slots=True)
class ReportTree:
    """The report in a language, attributed or not; `version` is the number under which it was issued, 0 if it is as it stands now.

    `blocks` have those that are left out too, each marked; `shown` are those that are printed.
    """

    title: str
    language: str
    attributed: bool
    status: ReportStatus
    blocks: tuple[Block, ...]
    version: int = 0

    @property
    def shown(self) -> tuple[Block, ...]:
        """The blocks that are printed, in their order."""
        return tuple(block for block in self.blocks if not block.left_out)

    def block(self, key: str) -> Block | None:
        """Return a block by its key."""
        return next((block for block in self.blocks if block.key == key), None)


def text_of(block: Block) -> str:
    """Return the words of a block as they are counted and compared, a line for each row or point, without signs of look."""
    if isinstance(block, Cover):
        return "\n".join(
            filter(None, (block.title, block.meeting, block.subtitle, block.place_and_dates, block.status))
        )
    if isinstance(block, Heading):
        return block.text
    if isinstance(block, Para):
        return plain(block.text)
    if isinstance(block, Bullets):
        return "\n".join(block.lines)
    if isinstance(block, Figure):
        return block.title
    if isinstance(block, Table):
        heads = "\t".join(column.title for column in block.columns)
        return "\n".join((heads, *("\t".join(row) for row in block.rows)))
    if isinstance(block, Redlined):
        words = "".join(run.text for run in block.runs)
        return " ".join(filter(None, (block.number, f"{words}{block.closing}", block.note)))
    return ""


def is_under(key: str, above: str) -> bool:
    """Tell whether a block stands under another one, or is it."""
    return key == above or key.startswith(f"{above}{PATH}")


def kept_blocks(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Return blocks as they are kept with an issue of the report."""
    return [
        {"is": _NAMES[type(block)], **{name: value for name, value in to_plain(block).items() if name != _SOURCES}}
        for block in blocks
    ]


def blocks_kept(body: Iterable[dict[str, Any]]) -> tuple[Block, ...]:
    """Return the blocks that `kept_blocks` made `body` from; what a newer program kept besides is passed over."""
    found: list[Block] = []
    for kept in body:
        kind = _KINDS.get(str(kept.get("is")))
        if kind is not None:
            known = {field.name for field in fields(kind)}
            found.append(from_plain(kind, {name: value for name, value in kept.items() if name in known}))
    return tuple(found)
