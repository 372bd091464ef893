"""What the words of the drafts are called in the language of the windows, with the shapes that go with them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cmc_desk.i18n import N_, pgettext
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import (
    Channel,
    Concern,
    DocumentKind,
    PartyRole,
    ProposalAction,
    ProposalDecision,
    ProposalType,
    ProvisionKind,
    ProvisionStatus,
)
from cmc_desk.rules.document_words import FIELD_WORDS, TYPE_WORDS
from cmc_desk.rules.drafts import Provision
from cmc_desk.ui.parts.chip import ChipKind, ChipLook


@dataclass(frozen=True, slots=True)
class StatusLook:
    """How the status of a provision is shown: in a list, on a chip, by a sign (an icon or a shape; `[ ]` is written)."""

    word: str
    chip: str
    kind: ChipKind
    sign: str
    tone: str


STATUS: Mapping[ProvisionStatus, StatusLook] = {
    ProvisionStatus.OPEN: StatusLook(N_("Open"), N_("Open"), "notyet", "ring", "slate"),
    ProvisionStatus.BRACKETED: StatusLook(N_("Bracketed"), N_("In brackets"), "warning", "[ ]", "amberInk"),
    ProvisionStatus.AD_REFERENDUM: StatusLook(N_("Ad ref."), N_("Agreed ad referendum"), "half", "half-disc", "leaf"),
    ProvisionStatus.AGREED: StatusLook(N_("Agreed"), N_("Agreed"), "good", "check", "leaf"),
    ProvisionStatus.DELETED: StatusLook(N_("Deleted"), N_("Deleted"), "absent", "disc-minus", "slate"),
    ProvisionStatus.DEFERRED: StatusLook(N_("Deferred"), N_("Deferred"), "neutral", "clock", "slate"),
}
ACTIONS: Mapping[ProposalAction, tuple[str, ChipKind, str]] = {
    ProposalAction.MODIFY: (N_("Amend"), "info", "summaries"),
    ProposalAction.INSERT_AFTER: (N_("Insert"), "walkin", "plus"),
    ProposalAction.DELETE: (N_("Delete"), "blocks", "minus"),
    ProposalAction.MOVE: (N_("Move"), "info", "next"),
    ProposalAction.QUESTION: (N_("Question"), "warning", "q"),
    ProposalAction.COMMENT: (N_("Comment"), "neutral", "speak"),
}
DECISIONS: Mapping[ProposalDecision, tuple[str, ChipKind]] = {
    ProposalDecision.OPEN: (N_("Open"), "notyet"),
    ProposalDecision.ACCEPTED: (N_("Accepted"), "good"),
    ProposalDecision.MODIFIED: (N_("As modified"), "good"),
    ProposalDecision.MERGED: (N_("Merged"), "half"),
    ProposalDecision.NOT_ACCEPTED: (N_("Not accepted"), "blocks"),
    ProposalDecision.WITHDRAWN: (N_("Withdrawn"), "absent"),
    ProposalDecision.BRACKETED: (N_("Parked"), "warning"),
    ProposalDecision.REFERRED: (N_("High level"), "half"),
    ProposalDecision.NOTED: (N_("Closed"), "absent"),
}
# How a decision is said in the message strip.
DECIDED: Mapping[ProposalDecision, str] = {
    ProposalDecision.OPEN: N_("before the meeting again"),
    ProposalDecision.ACCEPTED: N_("accepted"),
    ProposalDecision.MODIFIED: N_("accepted as modified"),
    ProposalDecision.MERGED: N_("merged"),
    ProposalDecision.NOT_ACCEPTED: N_("not accepted"),
    ProposalDecision.WITHDRAWN: N_("withdrawn"),
    ProposalDecision.BRACKETED: N_("parked in brackets"),
    ProposalDecision.REFERRED: N_("referred to the high level"),
    ProposalDecision.NOTED: N_("noted and closed"),
}
CONCERNS: Mapping[Concern, tuple[str, ChipKind]] = {
    Concern.STALE: (N_("Text has changed since"), "warning"),
    Concern.CONFLICT: (N_("Conflicts"), "blocks"),
    Concern.IDENTICAL: (N_("Identical"), "info"),
    Concern.COMBINABLE: (N_("Can be combined"), "good"),
}
FIELDS: Mapping[str, str] = {"": N_("Text"), **FIELD_WORDS}
KINDS: Mapping[ProvisionKind, str] = {
    ProvisionKind.TITLE: N_("Title"),
    ProvisionKind.HEADING: N_("Heading"),
    ProvisionKind.PREAMBULAR: N_("Preambular paragraph"),
    ProvisionKind.PARAGRAPH: N_("Paragraph"),
    ProvisionKind.SUBPARAGRAPH: N_("Sub-paragraph"),
    ProvisionKind.PLAN_ROW: N_("Row of the plan"),
}
TYPES: Mapping[ProposalType, str] = TYPE_WORDS
CHANNELS: Mapping[Channel, str] = {
    Channel.FLOOR: N_("From the floor"),
    Channel.WRITTEN: N_("In writing"),
    Channel.GROUP: N_("From a working group"),
}
ROLES: Mapping[PartyRole, str] = {
    PartyRole.PROPOSER: N_("Proposes"),
    PartyRole.SUPPORTER: N_("Supports"),
    PartyRole.OPPONENT: N_("Opposes"),
    PartyRole.RESERVATION: N_("Reserves"),
}
DOCUMENTS: Mapping[DocumentKind, str] = {
    DocumentKind.DECLARATION: N_("Declaration"),
    DocumentKind.MODALITIES: N_("Modalities"),
    DocumentKind.PLAN: N_("Plan of Action"),
    DocumentKind.OTHER: N_("Other document"),
}
_LONGEST_TITLE = 60


def decision_chip(decision: ProposalDecision) -> ChipLook:
    """Return what became of a proposal; some of its words have the gender of proposals, not that of people or seats."""
    own = {
        ProposalDecision.ACCEPTED: pgettext("proposal", "Accepted"),
        ProposalDecision.WITHDRAWN: pgettext("proposal", "Withdrawn"),
        ProposalDecision.NOTED: pgettext("proposal", "Closed"),
    }
    words, kind = DECISIONS[decision]
    return ChipLook(own.get(decision) or _(words), kind)


def decided_so(decision: ProposalDecision) -> str:
    """Return what the message strip says of a decision on a proposal."""
    own = {
        ProposalDecision.ACCEPTED: pgettext("proposal", "accepted"),
        ProposalDecision.MERGED: pgettext("proposal", "merged"),
        ProposalDecision.WITHDRAWN: pgettext("proposal", "withdrawn"),
    }
    return own.get(decision) or _(DECIDED[decision])


def action_chip(action: ProposalAction, *, alternative: bool = False) -> ChipLook:
    """Return what a proposal would do with the text; an amendment that stands beside another is an alternative."""
    if alternative and action is ProposalAction.MODIFY:
        return ChipLook(pgettext("proposal", "Alternative"), "walkin", "copy")
    words, kind, icon = ACTIONS[action]
    return ChipLook(_(words), kind, icon)


def status_chip(status: ProvisionStatus, brackets: int = 0) -> ChipLook:
    """Return where a provision stands; more than one pair of brackets is said with its number."""
    look = STATUS[status]
    words = _(look.chip)
    if brackets > 1:
        words = _("{status} · {number}").format(status=words, number=brackets)
    return ChipLook(words, look.kind, "proposal" if status is ProvisionStatus.BRACKETED else "")


def numbered(label: str) -> str:
    """Return a number as it is printed before its text: "3." but "(a)" and "3 bis."."""
    return f"{label}." if label and label[-1].isalnum() else label


def first_words(text: str, most: int = _LONGEST_TITLE) -> str:
    """Return the beginning of a text in one line, as lists name it."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def named(provision: Provision) -> str:
    """Return how a provision is spoken about: its number, or else its first words."""
    return provision.path or provision.label or f"“{first_words(provision.text, 30)}”"


def names_of(codes: tuple[str, ...], name: Callable[[str], str]) -> str:
    """Return delegations in one line: the first by name, more by number."""
    if not codes:
        return _("The secretariat")
    first = name(codes[0])
    return first if len(codes) == 1 else _("{name} and {number} more").format(name=first, number=len(codes) - 1)
