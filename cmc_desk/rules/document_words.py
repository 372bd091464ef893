"""What windows, papers and the command line call the kinds of the draft documents; translated where they are shown."""

from gettext import NullTranslations

from cmc_desk.i18n import N_
from cmc_desk.rules.document_kinds import (
    Channel,
    Concern,
    DocumentKind,
    PartyRole,
    PlanField,
    ProposalAction,
    ProposalDecision,
    ProposalType,
    ProvisionStatus,
)

DOCUMENT_WORDS: dict[DocumentKind, str] = {
    DocumentKind.DECLARATION: N_("Declaration"),
    DocumentKind.MODALITIES: N_("Operating modalities"),
    DocumentKind.PLAN: N_("Plan of action"),
    DocumentKind.OTHER: N_("Other document"),
}
PROVISION_STATUS_WORDS: dict[ProvisionStatus, str] = {
    ProvisionStatus.OPEN: N_("Open"),
    ProvisionStatus.BRACKETED: N_("In brackets"),
    ProvisionStatus.AD_REFERENDUM: N_("Agreed ad referendum"),
    ProvisionStatus.AGREED: N_("Agreed"),
    ProvisionStatus.DELETED: N_("Deleted"),
    ProvisionStatus.DEFERRED: N_("Deferred"),
}
FIELD_WORDS: dict[str, str] = {
    PlanField.BASELINE: N_("Baseline"),
    PlanField.TARGET: N_("Target"),
    PlanField.MEANS: N_("Means of verification"),
    PlanField.LEAD: N_("Lead"),
    PlanField.PARTNERS: N_("Partners"),
    PlanField.TIMEFRAME: N_("Timeframe"),
    PlanField.SCOPE: N_("Geographic scope"),
    PlanField.PRIORITY: N_("Priority"),
    PlanField.AVAILABLE: N_("Resources available"),
    PlanField.NEEDED: N_("Resources needed"),
    PlanField.LINKS: N_("Links"),
    PlanField.STATUS: N_("Status"),
    PlanField.NOTES: N_("Notes"),
}
ACTION_WORDS: dict[ProposalAction, str] = {
    ProposalAction.MODIFY: N_("Amend"),
    ProposalAction.INSERT_AFTER: N_("Insert"),
    ProposalAction.DELETE: N_("Delete"),
    ProposalAction.MOVE: N_("Move"),
    ProposalAction.QUESTION: N_("Question"),
    ProposalAction.COMMENT: N_("Comment"),
}
TYPE_WORDS: dict[ProposalType, str] = {
    ProposalType.SUBSTANTIVE: N_("Substantive"),
    ProposalType.EDITORIAL: N_("Editorial"),
    ProposalType.TECHNICAL: N_("Technical"),
    ProposalType.TRANSLATION: N_("Translation"),
    ProposalType.QUESTION: N_("Question"),
    ProposalType.GENERAL: N_("General"),
}
CHANNEL_WORDS: dict[Channel, str] = {
    Channel.WRITTEN: N_("Written"),
    Channel.FLOOR: N_("Floor"),
    Channel.GROUP: N_("Working group"),
}
ROLE_WORDS: dict[PartyRole, str] = {
    PartyRole.PROPOSER: N_("Proposed by"),
    PartyRole.SUPPORTER: N_("Supported by"),
    PartyRole.OPPONENT: N_("Opposed by"),
    PartyRole.RESERVATION: N_("Reservation of"),
}
DECISION_WORDS: dict[ProposalDecision, str] = {
    ProposalDecision.OPEN: N_("Open"),
    ProposalDecision.ACCEPTED: N_("Accepted"),
    ProposalDecision.MODIFIED: N_("Accepted as modified"),
    ProposalDecision.MERGED: N_("Merged"),
    ProposalDecision.NOT_ACCEPTED: N_("Not accepted"),
    ProposalDecision.WITHDRAWN: N_("Withdrawn"),
    ProposalDecision.BRACKETED: N_("Kept in brackets"),
    ProposalDecision.REFERRED: N_("Referred to the high level"),
    ProposalDecision.NOTED: N_("Noted"),
}
CONCERN_WORDS: dict[Concern, str] = {
    Concern.STALE: N_("Text has changed since"),
    Concern.CONFLICT: N_("In conflict"),
    Concern.IDENTICAL: N_("Same text"),
    Concern.COMBINABLE: N_("Can be combined"),
}


def decision_word(decision: ProposalDecision, texts: NullTranslations) -> str:
    """Return what became of a proposal; "accepted" and "withdrawn" have the gender of proposals, not that of people or seats."""
    return {
        ProposalDecision.ACCEPTED: texts.pgettext("proposal", "Accepted"),
        ProposalDecision.WITHDRAWN: texts.pgettext("proposal", "Withdrawn"),
    }.get(decision) or texts.gettext(DECISION_WORDS[decision])
