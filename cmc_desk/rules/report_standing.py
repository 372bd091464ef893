"""Where the report of the final outcomes stands: its versions, and the corrections that were asked for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.readout_text import digest_of
from cmc_desk.rules.report_blocks import COVER, Block, Para

# How long somebody has to ask for corrections, unless it is said otherwise.
WEEK = 7


@dataclass(frozen=True, slots=True)
class ReportIssue:
    """A version of the report as it was circulated, signed or made final; nothing changes it any more."""

    version: int
    status: ReportStatus
    language: str
    attributed: bool
    digest: str
    at: datetime
    operator: str
    station: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction that a delegation (its code, perhaps nobody's) asks for of a paragraph of a version, such as "12".

    It is `late` if it came after the window, and a `corrigendum` if it is of the final report. Until it is settled it has no answer.
    """

    key: str
    number: int
    version: int
    paragraph: str
    delegation: str
    words: str
    at: datetime
    answer: str = ""
    settled_at: datetime | None = None
    late: bool = False
    corrigendum: bool = False


@dataclass(frozen=True, slots=True)
class ReportStanding:
    """How the report is made and where it stands; `version` is that of the newest issue, 0 if there is none.

    `left_out` are keys of blocks. It has `changed` if it says anything else than the version that was issued last.
    """

    status: ReportStatus
    version: int
    attributed: bool
    language: str
    left_out: tuple[str, ...]
    corrections_until: date | None
    signed_by: str
    changed_at: datetime | None
    issues: tuple[ReportIssue, ...] = ()
    corrections: tuple[Correction, ...] = ()
    changed: bool = False

    @property
    def open_corrections(self) -> tuple[Correction, ...]:
        """The corrections that nobody has settled yet."""
        return tuple(one for one in self.corrections if one.settled_at is None)


@dataclass(frozen=True, slots=True)
class HandWritten:
    """What was written by hand for a block; `digest` is that of what its sources said then."""

    text: str
    digest: str


def with_hand_written(blocks: Sequence[Block], written: Mapping[str, HandWritten]) -> tuple[Block, ...]:
    """Return the blocks with what was written by hand instead of what their sources say, each with the digest of that."""
    return tuple(_with(block, written.get(block.key)) if isinstance(block, Para) else block for block in blocks)


def digest_of_blocks(kept: Iterable[Mapping[str, object]]) -> str:
    """Return the digest of what was issued, without its cover: that says where the report stands, which changes what it says in nothing."""
    return digest_of([dict(one) for one in kept if one.get("is") != COVER])


def _with(block: Para, hand: HandWritten | None) -> Para:
    digest = digest_of(block.text)
    told = replace(block, gathered=block.text, digest=digest)
    if hand is None or not block.open:
        return told
    return replace(told, text=hand.text, written=True, stale=hand.digest != digest)
