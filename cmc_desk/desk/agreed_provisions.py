"""What the meeting agreed on is open again once a decision changes what it says."""

from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.draft_rows import newest, provision_fact, text_rows
from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.desk.proposal_rows import the_proposal
from cmc_desk.rules.alternatives import CHANGING
from cmc_desk.rules.brackets import is_agreed_on
from cmc_desk.rules.document_kinds import ProposalDecision, ProvisionStatus
from cmc_desk.rules.drafts import Provision
from cmc_desk.rules.proposals import TAKEN

AGREED = (ProvisionStatus.AGREED, ProvisionStatus.AD_REFERENDUM)
# What leaves no agreement on the text for which it was proposed.
_TOUCHING = TAKEN | {ProposalDecision.BRACKETED}


def opens_again(session: Session, *, proposal: str, decision: ProposalDecision) -> Provision | None:
    """Return the agreed provision that a decision on a proposal would open again, None if it would open none.

    For `OPEN` it is that which is opened when the decision on the proposal is taken off. An indicator stands with its activity.
    """
    row = the_proposal(session, proposal)
    touching = ProposalDecision(decision) in _TOUCHING
    if decision is ProposalDecision.OPEN:
        touching = row.decision in TAKEN and row.applied_in is None
    found = agreed_text(session, row) if touching else None
    if found is None:
        return None
    return draft_text(session, draft=row.draft).provision(found.provision)


def agreed_text(session: Session, row: schema.Proposal) -> schema.ProvisionText | None:
    """Return the row of the agreed provision whose text a proposal would change, None if the meeting did not agree on it."""
    version = newest(session, row.draft)
    if version is None or row.action not in CHANGING:
        return None
    told = None
    for one in text_rows(session, version.id):
        told = one if told is None or is_agreed_on(provision_fact(one)) else told
        if one.provision == row.provision:
            return told if told.status in AGREED else None
    return None


def open_again(session: Session, row: schema.Proposal) -> None:
    """Open the provision again on which the meeting had agreed, now that a decision changes what it says."""
    found = agreed_text(session, row)
    if found is not None:
        found.status = ProvisionStatus.OPEN
