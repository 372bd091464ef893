"""What is to be seen to of the drafts before the report goes out: proposals, the status of each, and brackets that are left."""

from collections.abc import Iterator

from cmc_desk.i18n import ngettext
from cmc_desk.reports.outcome_facts import OutcomeFacts, ReportedDocument
from cmc_desk.reports.outcome_proposals import PENDING
from cmc_desk.rules.document_kinds import ProposalDecision
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.preflight import Check, Looked, Place


def looked_at_documents(facts: OutcomeFacts) -> Iterator[Looked]:
    """Look at the drafts that have a text."""
    texts = [one for one in facts.documents if one.version]
    waiting = [
        Place("documents", one.key, one.number)
        for document in texts
        for one in document.proposals
        if one.decision is ProposalDecision.OPEN and one.decision in PENDING
    ]
    yield Looked(Check.PROPOSALS, tuple(waiting), len(facts.proposals))
    pending = [one for one in texts if one.decided is Decided.PENDING]
    yield Looked(Check.DOCUMENTS, tuple(Place("documents", one.key, one.title) for one in pending), len(texts))
    agreed = [one for one in texts if one.agreed]
    yield _brackets(Check.AGREED, agreed)
    yield _brackets(Check.BRACKETS, [one for one in texts if not one.agreed])


def _brackets(check: Check, documents: list[ReportedDocument]) -> Looked:
    left = [one for one in documents if one.meter.brackets]
    places = tuple(
        Place(
            "documents",
            one.key,
            ngettext("{title}: {number} bracket", "{title}: {number} brackets", one.meter.brackets).format(
                title=one.title, number=one.meter.brackets
            ),
        )
        for one in left
    )
    return Looked(check, places, len(documents), sum(one.meter.brackets for one in left))
