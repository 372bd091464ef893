"""What the report of the final outcomes is made from, read in one moment; every figure of it is counted from these."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from cmc_desk.reports.participants import ParticipantList
from cmc_desk.rules.agenda import ItemState
from cmc_desk.rules.document_kinds import (
    Channel,
    DocumentKind,
    ProposalAction,
    ProposalDecision,
    ProposalType,
)
from cmc_desk.rules.meeting import DelegationKind, ItemKind
from cmc_desk.rules.note_kinds import Decided, GroupSection, Section
from cmc_desk.rules.redline import Meter, RenderedDraft

# What has its own State class is a delegation; a secretariat is people who work.
NO_DELEGATION = DelegationKind.SECRETARIAT


@dataclass(frozen=True, slots=True)
class Attended:
    """A delegation that is counted: how many of it were `registered`, how many were there on each day, and at all (`came`).

    It is called `name` in a table and `spoken` in a sentence. `financed` are those of them whose participation the sponsors financed. Where no attendance was taken, `came` are the registered.
    """

    code: str
    name: str
    spoken: str
    kind: DelegationKind
    registered: int
    days: tuple[int, ...]
    came: int
    financed: int = 0


@dataclass(frozen=True, slots=True)
class Presenter:
    """Somebody who spoke as the agenda says: name, functional title, organisation, and the point they spoke to."""

    name: str
    title: str = ""
    organisation: str = ""
    point: str = ""


@dataclass(frozen=True, slots=True)
class Spoke:
    """A delegation that spoke under an item, in the order of the first time: how often, and for how long if a clock ran."""

    name: str
    times: int = 1
    spoken: timedelta | None = None


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A line of what was summed up of an item, in the small markup of the notes."""

    key: str
    section: Section | GroupSection
    text: str


@dataclass(frozen=True, slots=True)
class ReportedItem:
    """An item of the agenda as planned and as it was, on the clocks of the meeting.

    `lines` are of its summary; `noted` says that anything was written down of it.
    """

    key: str
    title: str
    kind: ItemKind
    day: date
    starts: datetime
    ends: datetime
    state: ItemState = ItemState.PLANNED
    started: datetime | None = None
    ended: datetime | None = None
    room: str = ""
    points: tuple[str, ...] = ()
    presenters: tuple[Presenter, ...] = ()
    speakers: tuple[Spoke, ...] = ()
    lines: tuple[SaidLine, ...] = ()
    documents: tuple[str, ...] = ()
    noted: bool = False
    continues: str = ""


@dataclass(frozen=True, slots=True)
class Recommended:
    """A recommendation with what the meeting did with it; `proposed` are other words that it had, `at` on the clocks of the meeting."""

    number: int
    text: str
    decided: Decided
    at: datetime | None = None
    proposed: str = ""
    reason: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Reserved:
    """A reservation: whose, and in which words if it was said in any."""

    name: str
    words: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class ReportedProposal:
    """A proposal as the report tells it: `place` is the provision as people name it, empty for the document as a whole.

    Delegations are named, in the order in which they spoke up; `codes` are those of its proposers. `text` is what was proposed, `final` what was accepted instead if it was,
    `cells` those of a row that was proposed for a plan.
    """

    key: str
    number: str
    place: str
    action: ProposalAction
    kind: ProposalType
    channel: Channel
    decision: ProposalDecision
    text: str
    final: str = ""
    rationale: str = ""
    words: str = ""
    codes: tuple[str, ...] = ()
    proposers: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    opponents: tuple[str, ...] = ()
    reservations: tuple[Reserved, ...] = ()
    responses: tuple[tuple[str, str], ...] = ()
    base: str = ""
    merged_into: str = ""
    cells: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ReportedDocument:
    """A draft with where it stands: `version` is the number of its newest text, 0 if it has none; `names` are of delegations by code."""

    key: str
    title: str
    kind: DocumentKind = DocumentKind.OTHER
    symbol: str = ""
    version: int = 0
    label: str = ""
    decided: Decided = Decided.PENDING
    at: datetime | None = None
    reason: str = ""
    meter: Meter = field(default_factory=Meter)
    proposals: tuple[ReportedProposal, ...] = ()
    rendered: RenderedDraft | None = None
    numbers: tuple[tuple[str, str], ...] = ()

    @property
    def agreed(self) -> bool:
        """Whether the meeting approved it, as it stood or as amended."""
        return self.decided in (Decided.APPROVED, Decided.AMENDED)


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something that is to be done after the meeting, by whom and until when; `number` is that of a recommendation, 0 if it is none."""

    what: str
    who: str = ""
    due: date | None = None
    number: int = 0
    done: bool = False


@dataclass(frozen=True, slots=True)
class OutcomeFacts:
    """The meeting as its report tells it; `attendance_taken` says that people were counted as they came."""

    language: str
    attributed: bool
    meeting: str
    subtitle: str
    host: str
    sponsors: tuple[str, ...]
    venue: str
    city: str
    days: tuple[date, ...]
    status: str
    remark: str
    objectives: tuple[str, ...]
    attendance_taken: bool
    delegations: tuple[Attended, ...]
    participants: ParticipantList
    items: tuple[ReportedItem, ...]
    documents: tuple[ReportedDocument, ...]
    recommendations: tuple[Recommended, ...]
    steps: tuple[NextStep, ...]
    names: tuple[tuple[str, str], ...] = ()

    @property
    def represented(self) -> tuple[Attended, ...]:
        """The delegations of which somebody came, without the secretariat."""
        return tuple(one for one in self.delegations if one.came and one.kind is not NO_DELEGATION)

    @property
    def people(self) -> int:
        """How many people took part."""
        return sum(one.came for one in self.delegations)

    def of_kind(self, kind: DelegationKind) -> tuple[Attended, ...]:
        """Return the delegations of a status class."""
        return tuple(one for one in self.delegations if one.kind is kind)

    def decided(self, *decisions: Decided) -> tuple[Recommended, ...]:
        """Return the recommendations of which this was decided."""
        return tuple(one for one in self.recommendations if one.decided in decisions)

    @property
    def proposing(self) -> frozenset[str]:
        """The codes of the delegations that proposed anything."""
        return frozenset(code for one in self.proposals for code in one.codes)

    @property
    def proposals(self) -> tuple[ReportedProposal, ...]:
        """The proposals for all documents."""
        return tuple(one for document in self.documents for one in document.proposals)


def decided_so(proposals: Iterable[ReportedProposal], *decisions: ProposalDecision) -> tuple[ReportedProposal, ...]:
    """Return the proposals of which this was decided."""
    return tuple(one for one in proposals if one.decision in decisions)
