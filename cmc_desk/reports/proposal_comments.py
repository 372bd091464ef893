"""What the comments at the margin of a draft say of a proposal: why it is made, who stands behind it, what was answered and decided."""

from collections.abc import Iterator
from gettext import NullTranslations

from cmc_desk.reports.draft_facts import DraftPaper, author, decision_words, names
from cmc_desk.reports.tracked_word import Hand
from cmc_desk.rules.document_kinds import PartyRole, ProposalAction, ProposalDecision
from cmc_desk.rules.document_words import ACTION_WORDS, CONCERN_WORDS, ROLE_WORDS
from cmc_desk.rules.drafts import Provision
from cmc_desk.rules.proposals import TAKEN, Proposal

_WITHOUT_TEXT = frozenset({ProposalAction.QUESTION, ProposalAction.COMMENT, ProposalAction.MOVE})


def is_told(content: DraftPaper, proposal: Proposal) -> bool:
    """Return whether a proposal is of this version: before the meeting, taken into this text, or a question and its answer."""
    if proposal.live or proposal.action in _WITHOUT_TEXT:
        return True
    number = content.text.version.number if content.text.version else 0
    return proposal.decision in TAKEN and proposal.applied_in in (0, number)


def comments_of(content: DraftPaper, proposal: Proposal, texts: NullTranslations) -> Iterator[tuple[Hand, str]]:
    """Yield the comments on a proposal in their order, each with who makes it and when: its own first, then the responses."""
    hand = Hand(author(content, proposal, texts), content.local(proposal.received_at))
    lines = tuple(filter(None, _lines(content, proposal, texts)))
    if lines:
        yield hand, "\n".join(lines)
    for response in proposal.responses:
        yield Hand(f"{response.agency} ({proposal.name})", content.local(response.at)), response.text
    if proposal.decision is not ProposalDecision.OPEN:
        at = content.local(proposal.decided_at or proposal.received_at)
        words = ": ".join(filter(None, (decision_words(proposal, texts), proposal.decision_words)))
        yield Hand(f"{author(content, None, texts)} ({proposal.name})", at), words


def _lines(content: DraftPaper, proposal: Proposal, texts: NullTranslations) -> Iterator[str]:
    if proposal.action in (ProposalAction.QUESTION, ProposalAction.COMMENT):
        yield proposal.new_text
    elif proposal.action is ProposalAction.MOVE:
        yield _moved_words(content.text.provision(proposal.target), texts)
    yield proposal.rationale
    for role in (PartyRole.SUPPORTER, PartyRole.OPPONENT):
        if codes := proposal.of(role):
            yield f"{texts.gettext(ROLE_WORDS[role])}: {names(content, codes)}"
    for party in proposal.parties:
        if party.role is PartyRole.RESERVATION:
            words = ": ".join(filter(None, (content.name(party.delegation), party.words)))
            yield f"{texts.gettext(ROLE_WORDS[party.role])} {words}"
    for concerned in proposal.concerns:
        others = (content.proposal(key) for key in concerned.others)
        numbers = ", ".join(one.name for one in others if one is not None)
        said = texts.gettext(CONCERN_WORDS[concerned.concern])
        yield f"{said}: {numbers}" if numbers else said


def _moved_words(target: Provision | None, texts: NullTranslations) -> str:
    if target is None:
        return texts.gettext("To the beginning of the text")
    words = target.path or target.label or target.text[:40]
    after = texts.gettext("after {provision}").format(provision=words)
    return f"{texts.gettext(ACTION_WORDS[ProposalAction.MOVE])}: {after}"
