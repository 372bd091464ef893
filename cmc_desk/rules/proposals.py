"""What delegations propose for the text of a draft, who stands behind it, what was answered, and what became of it."""

from dataclasses import dataclass
from datetime import datetime

from cmc_desk.rules.document_kinds import (
    Channel,
    Concern,
    PartyRole,
    ProposalAction,
    ProposalDecision,
    ProposalType,
)

# Decisions that leave a proposal before the meeting: its text stays in brackets beside that of the draft.
LIVE = frozenset({ProposalDecision.OPEN, ProposalDecision.BRACKETED, ProposalDecision.REFERRED})
# Those that change the text.
TAKEN = frozenset({ProposalDecision.ACCEPTED, ProposalDecision.MODIFIED})
# What a proposal does that changes the text if it is taken; the rest asks or says something.
AMENDING = frozenset({ProposalAction.MODIFY, ProposalAction.INSERT_AFTER, ProposalAction.DELETE, ProposalAction.MOVE})


@dataclass(frozen=True, slots=True)
class Party:
    """A delegation (its code) and where it stands towards a proposal; `words` are those of a reservation."""

    delegation: str
    role: PartyRole
    words: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """What an agency or the host answers: `agency` is a short name such as "IOM"."""

    agency: str
    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Concerned:
    """Something to know of a proposal, and the keys of the other proposals that it is about."""

    concern: Concern
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal as it stands.

    `provision` is a key, empty for the document as a whole; `field` a value of `PlanField`, empty for the text. `base` is the text
    (of that field) to which it was made, in version `base_version` (its number), and `base_digest` the SHA-256 of that. `new_text` is the
    whole text that is wanted, `new_label` the number of a new provision, `new_cells` those of a new row of a plan. For `MOVE` and `INSERT_AFTER`, `target` is the key of the
    provision after which it is to stand (empty: at the beginning; `INSERT_AFTER` has its `provision` there). `final_text` is what was
    accepted if it is not `new_text`. `merged_into`, `counter_to` are keys of proposals; `entry` that of a note, `item` of an item.
    """

    key: str
    number: int
    draft: str
    action: ProposalAction
    kind: ProposalType
    channel: Channel
    received_at: datetime
    provision: str = ""
    field: str = ""
    base_version: int = 0
    base: str = ""
    base_digest: str = ""
    new_text: str = ""
    new_label: str = ""
    new_cells: tuple[tuple[str, str], ...] = ()
    target: str = ""
    rationale: str = ""
    language: str = "en"
    parties: tuple[Party, ...] = ()
    responses: tuple[Response, ...] = ()
    decision: ProposalDecision = ProposalDecision.OPEN
    decided_at: datetime | None = None
    decided_item: str = ""
    decision_words: str = ""
    final_text: str = ""
    merged_into: str = ""
    counter_to: str = ""
    entry: str = ""
    item: str = ""
    applied_in: int = 0
    concerns: tuple[Concerned, ...] = ()

    @property
    def name(self) -> str:
        """The number as it is printed: P-014."""
        return f"P-{self.number:03d}"

    @property
    def live(self) -> bool:
        """Whether it is still before the meeting."""
        return self.decision in LIVE

    @property
    def text(self) -> str:
        """What the provision would say: what was accepted, or what is proposed."""
        return self.final_text or self.new_text

    def of(self, role: PartyRole) -> tuple[str, ...]:
        """Return the codes of the delegations in a role, in the order in which they spoke up."""
        return tuple(one.delegation for one in self.parties if one.role is role)


@dataclass(frozen=True, slots=True)
class NewProposal:
    """A proposal that is to be added, as it came with others in a file; fields are those of `Proposal`, `delegations` its proposers.

    An empty `language` is that of the draft; one that came at no known time came now.
    """

    draft: str
    action: ProposalAction
    kind: ProposalType = ProposalType.SUBSTANTIVE
    channel: Channel = Channel.WRITTEN
    provision: str = ""
    field: str = ""
    new_text: str = ""
    new_label: str = ""
    new_cells: tuple[tuple[str, str], ...] = ()
    target: str = ""
    rationale: str = ""
    delegations: tuple[str, ...] = ()
    language: str = ""
    received_at: datetime | None = None
    entry: str = ""
    item: str = ""
    counter_to: str = ""
