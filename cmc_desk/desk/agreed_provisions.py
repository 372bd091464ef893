"""What the meeting agreed on is open again once a decision changes what it says."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.draft_rows import newest, provision_fact, text_rows
from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.desk.proposal_rows import the_proposal
from cmc_desk.rules.alternatives import CHANGING
from cmc_desk.rules.applying import below_deleted
from cmc_desk.rules.brackets import is_agreed_on
from cmc_desk.rules.document_kinds import ProposalDecision, ProvisionStatus
from cmc_desk.rules.drafts import Provision
from cmc_desk.rules.proposals import TAKEN

_Text = schema.ProvisionText
AGREED = (ProvisionStatus.AGREED, ProvisionStatus.AD_REFERENDUM)
# What leaves no agreement on the text for which it was proposed.
_TOUCHING = TAKEN | {ProposalDecision.BRACKETED}


def opens_again(session: Session, *, proposal: str, decision: ProposalDecision) -> Provision | None:
    """Return the agreed provision that a decision on a proposal would open again, None if it would open none.

    For `OPEN` it is that which is opened when the decision on the proposal is taken off. An indicator stands with its activity; of what
    a deletion takes along it is the first.
    """
    row = the_proposal(session, proposal)
    touching = ProposalDecision(decision) in _TOUCHING
    if decision is ProposalDecision.OPEN:
        touching = row.decision in TAKEN and row.applied_in is None
    found = agreed_texts(session, row) if touching else ()
    if not found:
        return None
    return draft_text(session, draft=row.draft).provision(found[0].provision)


def agreed_texts(session: Session, row: schema.Proposal) -> Sequence[schema.ProvisionText]:
    """Return the rows of the agreed provisions whose text a proposal would change or take along, in the order of the text."""
    version = newest(session, row.draft)
    if version is None or row.action not in CHANGING:
        return ()
    agreed = select(_Text.id).where(_Text.version == version.id, _Text.status.in_(AGREED)).limit(1)
    if session.scalar(agreed) is None:
        return ()
    rows = text_rows(session, version.id)
    facts = [provision_fact(one) for one in rows]
    touched = {row.provision, *below_deleted(facts, row.provision or "", row.action, row.field)}
    told: schema.ProvisionText | None = None
    found: list[schema.ProvisionText] = []
    for one, fact in zip(rows, facts, strict=True):
        told = one if told is None or is_agreed_on(fact) else told
        if one.provision in touched and told.status in AGREED and told not in found:
            found.append(told)
    return found


def open_again(session: Session, row: schema.Proposal) -> None:
    """Open what the meeting had agreed on again, now that a decision changes what it says or takes it along."""
    for found in agreed_texts(session, row):
        found.status = ProvisionStatus.OPEN
