"""The tables of the draft documents: versions, provisions with their text in each, proposals with who stands behind them."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cmc_desk.db.base import Base
from cmc_desk.rules.document_kinds import (
    Channel,
    DocumentKind,
    PartyRole,
    ProposalAction,
    ProposalDecision,
    ProposalType,
    ProvisionKind,
    ProvisionStatus,
)
from cmc_desk.rules.note_kinds import Decided


class DraftFacts(Base):
    """What is known of a draft document besides its title."""

    __tablename__ = "draft_facts"

    id: Mapped[str] = mapped_column(ForeignKey("draft.id"), primary_key=True)
    kind: Mapped[DocumentKind]
    symbol: Mapped[str] = mapped_column(String(60))
    language: Mapped[str] = mapped_column(String(8))


class DraftVersion(Base):
    """A version of a draft; one that was adopted is frozen with everything in it."""

    __tablename__ = "draft_version"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    draft: Mapped[str] = mapped_column(ForeignKey("draft.id"))
    number: Mapped[int]
    label: Mapped[str] = mapped_column(String(60))
    created_at: Mapped[datetime]
    circulated_at: Mapped[datetime | None]
    comments_until: Mapped[date | None]
    source: Mapped[str]
    sha256: Mapped[str] = mapped_column(String(64))
    decided: Mapped[Decided]
    decided_at: Mapped[datetime | None]
    decided_item: Mapped[str | None] = mapped_column(ForeignKey("item.id"))
    reason: Mapped[str]
    digest: Mapped[str] = mapped_column(String(64))
    __table_args__ = (
        UniqueConstraint("draft", "number"),
        CheckConstraint("number >= 1", name="number_counts"),
        CheckConstraint("(decided = 'pending') = (decided_at IS NULL)", name="decided_at_a_time"),
    )


class Provision(Base):
    """A provision of a draft, the same one in every version."""

    __tablename__ = "provision"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    draft: Mapped[str] = mapped_column(ForeignKey("draft.id"))
    __table_args__ = (Index(None, "draft"),)


class ProvisionText(Base):
    """What a provision says in a version; `place` orders those of a version, `cells` are those of a plan's row."""

    __tablename__ = "provision_text"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    version: Mapped[str] = mapped_column(ForeignKey("draft_version.id"))
    provision: Mapped[str] = mapped_column(ForeignKey("provision.id"))
    place: Mapped[int]
    kind: Mapped[ProvisionKind]
    level: Mapped[int]
    label: Mapped[str] = mapped_column(String(40))
    text: Mapped[str]
    cells: Mapped[dict[str, str]]
    status: Mapped[ProvisionStatus]
    __table_args__ = (
        UniqueConstraint("version", "provision"),
        Index(None, "version", "place"),
        CheckConstraint("level >= 1", name="level_counts"),
    )


class Proposal(Base):
    """A proposal for the text of a draft, with its answer and what became of it."""

    __tablename__ = "proposal"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    draft: Mapped[str] = mapped_column(ForeignKey("draft.id"))
    provision: Mapped[str | None] = mapped_column(ForeignKey("provision.id"))
    field: Mapped[str] = mapped_column(String(40))
    base_version: Mapped[str | None] = mapped_column(ForeignKey("draft_version.id"))
    base: Mapped[str]
    base_digest: Mapped[str] = mapped_column(String(64))
    action: Mapped[ProposalAction]
    kind: Mapped[ProposalType]
    channel: Mapped[Channel]
    new_text: Mapped[str]
    new_label: Mapped[str] = mapped_column(String(40))
    # The cells of a row of a plan that is proposed anew.
    new_cells: Mapped[dict[str, str]] = mapped_column(default=dict)
    target: Mapped[str | None] = mapped_column(ForeignKey("provision.id"))
    rationale: Mapped[str]
    language: Mapped[str] = mapped_column(String(8))
    received_at: Mapped[datetime]
    item: Mapped[str | None] = mapped_column(ForeignKey("item.id"))
    entry: Mapped[str | None] = mapped_column(ForeignKey("note_entry.id"))
    # Of what the entry said when the proposal was read from it: what was edited by hand since is not read over.
    entry_digest: Mapped[str | None] = mapped_column(String(64))
    counter_to: Mapped[str | None] = mapped_column(ForeignKey("proposal.id"))
    decision: Mapped[ProposalDecision]
    decided_at: Mapped[datetime | None]
    decided_item: Mapped[str | None] = mapped_column(ForeignKey("item.id"))
    decision_words: Mapped[str]
    final_text: Mapped[str]
    merged_into: Mapped[str | None] = mapped_column(ForeignKey("proposal.id"))
    # The version that first says what was decided, until then nothing.
    applied_in: Mapped[str | None] = mapped_column(ForeignKey("draft_version.id"))
    deleted_at: Mapped[datetime | None]
    __table_args__ = (
        CheckConstraint("number >= 1", name="number_counts"),
        CheckConstraint("(decision = 'open') = (decided_at IS NULL)", name="decided_at_a_time"),
        CheckConstraint("(decision = 'merged') = (merged_into IS NOT NULL)", name="merged_into_another"),
        CheckConstraint("merged_into IS NULL OR merged_into <> id", name="not_into_itself"),
        Index(None, "draft", "provision"),
        Index(None, "entry"),
    )


class ProposalParty(Base):
    """A delegation and where it stands towards a proposal; it stands in one place only."""

    __tablename__ = "proposal_party"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    proposal: Mapped[str] = mapped_column(ForeignKey("proposal.id"))
    delegation: Mapped[str] = mapped_column(ForeignKey("delegation.id"))
    role: Mapped[PartyRole]
    words: Mapped[str]
    place: Mapped[int]
    __table_args__ = (UniqueConstraint("proposal", "delegation"),)


class ProposalResponse(Base):
    """What an agency or the host answers to a proposal; each has one answer."""

    __tablename__ = "proposal_response"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    proposal: Mapped[str] = mapped_column(ForeignKey("proposal.id"))
    agency: Mapped[str] = mapped_column(String(60))
    text: Mapped[str]
    by: Mapped[str]
    at: Mapped[datetime]
    __table_args__ = (
        UniqueConstraint("proposal", "agency"),
        CheckConstraint("text <> ''", name="says_something"),
    )
