"""Where the report of the final outcomes stands: its versions, and the corrections that were asked for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from cmc_desk.rules.document_kinds import CorrectionOutcome, ReportStatus
from cmc_desk.rules.readout_text import digest_of
from cmc_desk.rules.report_blocks import COVER, Block, Para

# How long somebody has to ask for corrections, unless it is said otherwise.
WEEK = 7


@dataclass(frozen=True, slots=True)
class Edition:
    """In which language a text of the report is, and whether it names who spoke."""

    language: str
    attributed: bool = True


@dataclass(frozen=True, slots=True)
class ReportIssue:
    """A version of the report as it was circulated, signed or made final; nothing changes it any more.

    A final version may be issued in several languages, with names and without: those are as many issues of the same number.
    """

    version: int
    status: ReportStatus
    language: str
    attributed: bool
    digest: str
    at: datetime
    operator: str
    station: str

    @property
    def edition(self) -> Edition:
        """In which language it is, and whether it names who spoke."""
        return Edition(self.language, self.attributed)


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction that a delegation (its code, perhaps nobody's) asks for of a paragraph of a version, such as "12".

    It is of the text of one `edition`. It is `late` if it came after the window of that version, and a `corrigendum` if it is
    of the final report. Until it is settled it is open; of what was accepted, `corrected` is read in place of what is `replaced`, and
    `issued` is the number of the corrigendum with which it went out, 0 if it did not.
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
    outcome: CorrectionOutcome = CorrectionOutcome.OPEN
    replaced: str = ""
    corrected: str = ""
    issued: int = 0
    edition: Edition = Edition("en")

    @property
    def to_issue(self) -> bool:
        """Whether it was accepted of the final report and has not gone out yet."""
        return self.corrigendum and self.outcome is CorrectionOutcome.ACCEPTED and not self.issued


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a corrigendum says of a paragraph in an edition of the report: for `replaced` read `corrected`."""

    paragraph: str
    replaced: str
    corrected: str
    edition: Edition
    number: int = 0


@dataclass(frozen=True, slots=True)
class Corrigendum:
    """What went out to correct a version of the final report; nothing changes it any more. Its number is 0 until it goes out."""

    number: int
    version: int
    lines: tuple[Corrected, ...]
    at: datetime | None = None
    operator: str = ""
    station: str = ""
    digest: str = ""


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
    corrigenda: tuple[Corrigendum, ...] = ()
    changed: bool = False

    @property
    def open_corrections(self) -> tuple[Correction, ...]:
        """The corrections that nobody has settled yet."""
        return tuple(one for one in self.corrections if one.settled_at is None)

    @property
    def going_out(self) -> tuple[Correction, ...]:
        """The corrections that the next corrigendum takes with it."""
        return going_out(self.corrections, self.version) if self.status is ReportStatus.FINAL else ()

    @property
    def editions(self) -> tuple[Edition, ...]:
        """In which languages the final report was issued, with names or without; the one that was signed stands first."""
        return editions(self.issues, self.version) if self.status is ReportStatus.FINAL else ()


@dataclass(frozen=True, slots=True)
class HandWritten:
    """What was written by hand for a block; `digest` is that of what its sources said then."""

    text: str
    digest: str


def editions(issues: Sequence[ReportIssue], version: int) -> tuple[Edition, ...]:
    """Return in which languages a version was issued, with names or without: what was signed is the first of them."""
    signed = [one.edition for one in issues if one.status is ReportStatus.SIGNED_OFF and one.version <= version]
    found = [one.edition for one in issues if one.version == version]
    return tuple(sorted(found, key=lambda one: (one not in signed[-1:], one.language, not one.attributed)))


def issue_of(issues: Sequence[ReportIssue], version: int, edition: Edition | None = None) -> ReportIssue | None:
    """Return a version as it was issued in a language with names or without, else as it was signed; None if it was not."""
    known = editions(issues, version)
    wanted = edition if edition in known else known[0] if known else None
    return next((one for one in issues if (one.version, one.edition) == (version, wanted)), None)


def newest_first(issues: Sequence[ReportIssue]) -> tuple[ReportIssue, ...]:
    """Return the versions with the newest first, of each the text that was signed before the others."""
    found = [
        issue_of(issues, version, edition)
        for version in sorted({one.version for one in issues}, reverse=True)
        for edition in editions(issues, version)
    ]
    return tuple(one for one in found if one is not None)


def going_out(corrections: Iterable[Correction], version: int) -> tuple[Correction, ...]:
    """Return the corrections of the final version that were accepted and have not gone out yet, by paragraph."""
    found = [one for one in corrections if one.to_issue and one.version == version]
    return tuple(sorted(found, key=lambda one: (paragraph_number(one.paragraph) or 1_000_000, one.number)))


def paragraph_number(paragraph: str) -> int | None:
    """Return the number with which a place in the report begins, as 12 of "12(a)"; None if it is named otherwise."""
    digits = "".join(letter if letter.isascii() and letter.isdigit() else " " for letter in paragraph).partition(" ")[0]
    return int(digits) if digits else None


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
