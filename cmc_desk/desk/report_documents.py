"""The draft documents as the report tells them: where each stands, and every proposal with what became of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from cmc_desk.desk.draft_texts import draft_texts, rendered_draft
from cmc_desk.desk.meeting import Meeting
from cmc_desk.desk.proposals import proposals
from cmc_desk.desk.readout_called import named, organisations
from cmc_desk.reports.outcome_facts import ReportedDocument, ReportedProposal, Reserved
from cmc_desk.rules.document_kinds import PartyRole
from cmc_desk.rules.drafts import DraftText
from cmc_desk.rules.name_guard import NameGuard
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.proposals import Proposal


def reported_documents(
    session: Session, *, facts: Meeting, names: Mapping[str, str], attributed: bool
) -> tuple[ReportedDocument, ...]:
    """Return the documents in their order; `names` are what delegations are called in the language of the report.

    What was said of a proposal by whoever made it or decided on it is told as it was said; in a report that names nobody without the
    names in it. What was proposed is a text of a draft: whom that names, it names.
    """
    made, told = proposals(session), _unchanged if attributed else _unnamed(session)
    numbers = {one.key: one.name for one in made}
    found = []
    for text in draft_texts(session):
        version = text.version
        of_text = [one for one in made if one.draft == text.key]
        rendered = rendered_draft(session, draft=text.key) if version is not None else None
        found.append(
            ReportedDocument(
                key=text.key,
                title=text.title,
                kind=text.kind,
                symbol=text.symbol,
                version=version.number if version is not None else 0,
                label=version.label if version is not None else "",
                decided=version.decided if version is not None else Decided.PENDING,
                at=facts.local(version.decided_at) if version is not None and version.decided_at is not None else None,
                reason=version.reason if version is not None else "",
                **({"meter": rendered.meter} if rendered is not None else {}),
                proposals=tuple(told(_reported(one, text, names, numbers)) for one in of_text),
                rendered=rendered,
                numbers=tuple((one.key, one.name) for one in of_text),
            )
        )
    return tuple(found)


def _reported(one: Proposal, text: DraftText, names: Mapping[str, str], numbers: Mapping[str, str]) -> ReportedProposal:
    provision = text.provision(one.provision)
    return ReportedProposal(
        key=one.key,
        number=one.name,
        place=(provision.path or provision.label) if provision is not None else "",
        action=one.action,
        kind=one.kind,
        channel=one.channel,
        decision=one.decision,
        text=one.new_text,
        final=one.final_text,
        rationale=one.rationale,
        words=one.decision_words,
        codes=one.of(PartyRole.PROPOSER),
        proposers=_named(one.of(PartyRole.PROPOSER), names),
        supporters=_named(one.of(PartyRole.SUPPORTER), names),
        opponents=_named(one.of(PartyRole.OPPONENT), names),
        reservations=tuple(
            Reserved(names.get(party.delegation, party.delegation), party.words, party.delegation)
            for party in one.parties
            if party.role is PartyRole.RESERVATION
        ),
        responses=tuple((answer.agency, answer.text) for answer in one.responses),
        base=one.base,
        merged_into=numbers.get(one.merged_into, ""),
        cells=one.new_cells,
    )


def _unchanged(one: ReportedProposal) -> ReportedProposal:
    return one


def _unnamed(session: Session) -> Callable[[ReportedProposal], ReportedProposal]:
    """Return what leaves the names out of what was said of a proposal."""
    guard, common = NameGuard(named(session)), organisations(session)

    def told(one: ReportedProposal) -> ReportedProposal:
        return replace(
            one,
            rationale=guard.left_out(one.rationale, but=common),
            words=guard.left_out(one.words, but=common),
            responses=tuple((agency, guard.left_out(text, but=common)) for agency, text in one.responses),
            # Who reserves its position is named by design; whom it names besides is not.
            reservations=tuple(
                replace(party, words=guard.left_out(party.words, but=common | {party.code}))
                for party in one.reservations
            ),
        )

    return told


def _named(codes: Sequence[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names.get(code, code) for code in codes)
