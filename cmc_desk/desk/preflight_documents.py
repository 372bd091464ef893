"""What is to be seen to of the drafts before the report goes out: proposals, the status of each, and brackets that are left."""

from collections.abc import Iterator

from cmc_desk.i18n import ngettext
from cmc_desk.reports.outcome_facts import OutcomeFacts, ReportedDocument
from cmc_desk.rules.document_kinds import ProvisionStatus
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.preflight import Check, Looked, Place
from cmc_desk.rules.proposals import LIVE

_AGREED = frozenset({ProvisionStatus.AGREED, ProvisionStatus.AD_REFERENDUM})


def looked_at_documents(facts: OutcomeFacts) -> Iterator[Looked]:
    """Look at the drafts that have a text; a proposal waits as long as the report itself calls it pending."""
    texts = [one for one in facts.documents if one.version]
    waiting = [
        Place("documents", one.key, one.number)
        for document in texts
        for one in document.proposals
        if one.decision in LIVE
    ]
    yield Looked(Check.PROPOSALS, tuple(waiting), len(facts.proposals))
    pending = [one for one in texts if one.decided is Decided.PENDING]
    yield Looked(Check.DOCUMENTS, tuple(Place("documents", one.key, one.title) for one in pending), len(texts))
    yield from _agreed(texts)
    yield _brackets(texts)


def _agreed(documents: list[ReportedDocument]) -> Iterator[Looked]:
    """Look for brackets in provisions that the meeting agreed on: what is agreed has none."""
    agreed = [
        (document, one)
        for document in documents
        if document.rendered is not None
        for one in document.rendered.provisions
        if one.provision.status in _AGREED
    ]
    left = [(document, one) for document, one in agreed if one.brackets]
    places = tuple(
        Place("documents", one.provision.key, f"{document.title}: {one.provision.path or one.provision.label}")
        for document, one in left
    )
    yield Looked(Check.AGREED, places, len(agreed), sum(one.brackets for _document, one in left))


def _brackets(documents: list[ReportedDocument]) -> Looked:
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
    return Looked(Check.BRACKETS, places, len(documents), sum(one.meter.brackets for one in left))
