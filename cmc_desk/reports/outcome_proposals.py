"""What was proposed for the drafts, counted and told: the same figures in the summary, in the chapters and under the tables."""

from collections.abc import Iterable, Iterator, Sequence
from gettext import NullTranslations

from cmc_desk.reports.outcome_facts import ReportedProposal, decided_so
from cmc_desk.reports.outcome_words import enumerated
from cmc_desk.rules.document_kinds import Channel, ProposalAction, ProposalDecision
from cmc_desk.rules.document_words import FIELD_WORDS, decision_word
from cmc_desk.rules.new_cells import cells_words
from cmc_desk.rules.proposals import LIVE

ACCEPTED = (ProposalDecision.ACCEPTED, ProposalDecision.MODIFIED, ProposalDecision.MERGED)
PENDING = tuple(LIVE)
NOT_ACCEPTED = (ProposalDecision.NOT_ACCEPTED, ProposalDecision.WITHDRAWN)
NOTED = (ProposalDecision.NOTED,)


def channel_words(proposals: Sequence[ReportedProposal], texts: NullTranslations) -> str:
    """Return how many proposals were received, and how they came in."""
    number = len(proposals)
    whole = texts.ngettext("{number} proposal was received", "{number} proposals were received", number).format(
        number=number
    )
    ways = {one.channel for one in proposals}
    if len(ways) == 1:
        return {
            Channel.WRITTEN: texts.gettext("{whole} in writing."),
            Channel.FLOOR: texts.gettext("{whole} from the floor."),
            Channel.GROUP: texts.gettext("{whole} from working groups."),
        }[ways.pop()].format(whole=whole)
    return texts.gettext("{whole}: {parts}.").format(
        whole=whole, parts=enumerated(list(_ways(proposals, texts)), texts)
    )


def decision_words(proposals: Sequence[ReportedProposal], texts: NullTranslations) -> str:
    """Return what became of proposals, in the same groups as the tables under it."""
    number = len(proposals)
    whole = texts.ngettext("Of {number} proposal", "Of {number} proposals", number).format(number=number)
    return texts.gettext("{whole}, {parts}.").format(
        whole=whole, parts=enumerated(list(_outcomes(proposals, texts)), texts)
    )


def _ways(proposals: Iterable[ReportedProposal], texts: NullTranslations) -> Iterator[str]:
    count = {channel: sum(one.channel is channel for one in proposals) for channel in Channel}
    for channel, number in count.items():
        if number:
            said = {
                Channel.WRITTEN: texts.ngettext("{number} in writing", "{number} in writing", number),
                Channel.FLOOR: texts.ngettext("{number} from the floor", "{number} from the floor", number),
                Channel.GROUP: texts.ngettext("{number} from working groups", "{number} from working groups", number),
            }[channel]
            yield said.format(number=number)


def _outcomes(proposals: Sequence[ReportedProposal], texts: NullTranslations) -> Iterator[str]:
    accepted, pending = (len(decided_so(proposals, *group)) for group in (ACCEPTED, PENDING))
    refused, noted = (len(decided_so(proposals, *group)) for group in (NOT_ACCEPTED, NOTED))
    for number, words in (
        (accepted, texts.ngettext("{number} was accepted or merged", "{number} were accepted or merged", accepted)),
        (
            pending,
            texts.ngettext("{number} was left open or referred", "{number} were left open or referred", pending),
        ),
        (
            refused,
            texts.ngettext(
                "{number} was not accepted or was withdrawn", "{number} were not accepted or were withdrawn", refused
            ),
        ),
        (noted, texts.ngettext("{number} was noted", "{number} were noted", noted)),
    ):
        if number:
            yield words.format(number=number)


def proposed_words(one: ReportedProposal, texts: NullTranslations) -> str:
    """Return what was proposed, a new row of a plan with its cells."""
    cells = cells_words(one.cells, lambda name: texts.gettext(FIELD_WORDS[name]))
    return "\n".join(filter(None, (one.text, cells)))


def became(one: ReportedProposal, texts: NullTranslations) -> str:
    """Return what became of a proposal, and with which number one that was merged goes on."""
    if one.merged_into:
        return texts.gettext("Merged into {number}").format(number=one.merged_into)
    return decision_word(one.decision, texts)


def told(what: str, words: str, texts: NullTranslations) -> str:
    """Return words with what they are before them, as every language has its colon; one of the two alone where the other is empty."""
    return texts.gettext("{what}: {words}").format(what=what, words=words) if what and words else what or words


def action_words(one: ReportedProposal, texts: NullTranslations) -> str:
    """Return what a proposal would do, where its text alone does not say so."""
    _ = texts.gettext
    return {
        ProposalAction.MODIFY: "",
        ProposalAction.INSERT_AFTER: _("New text"),
        ProposalAction.DELETE: _("Delete"),
        ProposalAction.MOVE: _("Move"),
        ProposalAction.QUESTION: _("Question"),
        ProposalAction.COMMENT: _("General comment"),
    }[one.action]
