"""Drafts for tests: paragraphs that agree with nobody in particular, and proposals for them."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from cmc_desk.rules.document_kinds import (
    Channel,
    PartyRole,
    ProposalAction,
    ProposalDecision,
    ProposalType,
    ProvisionKind,
)
from cmc_desk.rules.drafts import DraftText, DraftVersion, Provision
from cmc_desk.rules.proposals import Party, Proposal

WHEN = datetime(2019, 12, 6, 11, 0, tzinfo=UTC)


def paragraph(key: str, text: str, label: str = "", **more: object) -> Provision:
    """A paragraph; what else it is as `Provision` has it."""
    return replace(Provision(key, ProvisionKind.PARAGRAPH, text, label=label), **more)  # type: ignore[arg-type]


def draft(*provisions: Provision, number: int = 1) -> DraftText:
    """A draft in a version."""
    version = DraftVersion(f"v{number}", "d", number, f"Draft {number}", WHEN)
    return DraftText("d", "Statement of Ideals", "Ideals", version=version, provisions=provisions)


def proposal(number: int, on: Provision | None, new_text: str = "", **more: object) -> Proposal:
    """A proposal to change what a provision says; what else it is as `Proposal` has it."""
    base = on.said(str(more.get("field", ""))) if on else ""
    made = Proposal(
        key=f"p{number}",
        number=number,
        draft="d",
        action=ProposalAction.MODIFY,
        kind=ProposalType.SUBSTANTIVE,
        channel=Channel.FLOOR,
        received_at=WHEN + timedelta(minutes=number),
        provision=on.key if on else "",
        base=base,
        base_digest=hashlib.sha256(base.encode()).hexdigest(),
        new_text=new_text,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def taken(one: Proposal, *, after: int = 0, final_text: str = "", applied_in: int = 0) -> Proposal:
    """The proposal as it was accepted some minutes later."""
    decision = ProposalDecision.MODIFIED if final_text else ProposalDecision.ACCEPTED
    at = WHEN + timedelta(hours=1, minutes=after)
    return replace(one, decision=decision, decided_at=at, final_text=final_text, applied_in=applied_in)


def backed(one: Proposal, role: PartyRole, codes: Sequence[str]) -> Proposal:
    """The proposal with delegations in a role besides those that it has."""
    return replace(one, parties=(*one.parties, *(Party(code, role) for code in codes)))
