"""A draft in the sample meeting, and what tests do with it."""

from typing import Any

from cmc_desk.desk import draft_acts, proposals
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.rules.document_kinds import DocumentKind, ProposalAction, ProvisionKind
from cmc_desk.rules.drafts import DraftText, Provision, ReadProvision
from cmc_desk.rules.numbering import found
from cmc_desk.rules.proposals import Proposal

KEY = "principles"
TEXT = (
    ReadProvision(ProvisionKind.HEADING, "Foundations", "I"),
    ReadProvision(ProvisionKind.PARAGRAPH, "States shall exchange information every year.", "1"),
    ReadProvision(ProvisionKind.PARAGRAPH, "Returns take place in safety and dignity.", "2"),
    ReadProvision(ProvisionKind.SUBPARAGRAPH, "children who travel alone;", "(a)"),
    ReadProvision(ProvisionKind.PARAGRAPH, "The [plenary] meets once a year.", "3"),
)
PLAN = (
    ReadProvision(ProvisionKind.HEADING, "Data", "I"),
    ReadProvision(ProvisionKind.HEADING, "Comparable data", "", 2),
    ReadProvision(ProvisionKind.PLAN_ROW, "Agree on a template.", "1", 3, (("lead", "JM"), ("timeframe", "2020"))),
    ReadProvision(ProvisionKind.PLAN_ROW, "States that use it.", "", 4, (("target", "three"),)),
)


def bring(desk: Desk, provisions: tuple[ReadProvision, ...] = TEXT, *, key: str = KEY) -> str:
    """Found a draft and bring its first text; return its key."""
    kind = DocumentKind.PLAN if provisions is PLAN else DocumentKind.DECLARATION
    desk.do(draft_acts.found_draft, key=key, title="Guiding Principles of the Sample", short_title=key, kind=kind)
    desk.do(draft_acts.bring_text, draft=key, provisions=provisions)
    return key


def text(desk: Desk, *, key: str = KEY, version: int = 0) -> DraftText:
    """Return a draft as it stands."""
    return desk.read(draft_text, draft=key, version=version)


def provision(desk: Desk, label: str, *, key: str = KEY, version: int = 0) -> Provision:
    """Return the provision that has a number."""
    (one,) = found(text(desk, key=key, version=version).provisions, label)
    return one


def propose(desk: Desk, label: str, new_text: str = "", **more: Any) -> str:
    """Make a proposal of Jamaica for the provision with a number; return its key."""
    told = {"draft": KEY, "action": ProposalAction.MODIFY, "delegations": ("JM",)} | more
    key = provision(desk, label, key=told["draft"]).key if label else ""
    return desk.do(proposals.add_proposal, provision=key, new_text=new_text, **told)


def proposal(desk: Desk, key: str) -> Proposal:
    """Return a proposal with what concerns it."""
    return desk.read(proposals.proposal, key=key)
