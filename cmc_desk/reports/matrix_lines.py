"""The proposals as lines of the matrix of comments: each with what it is to, who stands behind it, what was answered and decided.

A line carries a mark: by it, a file that comes back tells what was written in it since from what was written here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from gettext import NullTranslations

from cmc_desk.reports.draft_facts import DraftPaper, field_words
from cmc_desk.rules.document_kinds import PartyRole, ProposalAction
from cmc_desk.rules.document_words import (
    ACTION_WORDS,
    CHANNEL_WORDS,
    CONCERN_WORDS,
    TYPE_WORDS,
    decision_word,
)
from cmc_desk.rules.matrix_marks import mark_of, told_fields
from cmc_desk.rules.new_cells import cells_words
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.word_difference import Piece, compared

# Between the names of delegations in a cell; a comma is part of some names.
BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class CommentsMatrix:
    """Drafts with all that was proposed for them; `agencies` are those that have a column for their answers, the host the last."""

    language: str
    drafts: tuple[DraftPaper, ...]
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """A proposal in words; times are on the clocks of the meeting, without a zone."""

    number: str
    document: str
    provision: str
    cell: str
    current: str
    delegations: str
    channel: str
    received: datetime
    kind: str
    action: str
    proposed: str
    row: str
    pieces: tuple[Piece, ...]
    rationale: str
    answers: tuple[tuple[str, str], ...]
    answered: str
    supporters: str
    opponents: str
    reservations: str
    status: str
    final: str
    decided: datetime | None
    concerns: str
    mark: str
    proposal: Proposal


def matrix_lines(content: CommentsMatrix, texts: NullTranslations) -> tuple[tuple[MatrixLine, ...], ...]:
    """Return the lines of each document, in the order of its provisions; what is on the document as a whole comes first."""
    agencies = agencies_of(content)
    return tuple(_of_draft(draft, agencies, texts) for draft in content.drafts)


def agencies_of(content: CommentsMatrix) -> tuple[str, ...]:
    """Return who has a column for answers: whoever answered, and whoever is to but for those who answer together, as IOM/UNHCR."""
    found = (one.agency for draft in content.drafts for proposal in draft.proposals for one in proposal.responses)
    answered = tuple(dict.fromkeys(found))
    together = {part.strip() for agency in answered for part in re.split("[/,&]", agency) if part.strip() != agency}
    return tuple(dict.fromkeys((*(one for one in content.agencies if one not in together), *answered)))


def document_name(draft: DraftPaper) -> str:
    """Return what a document is called in a column."""
    return draft.text.short_title or draft.text.title


def line_of(draft: DraftPaper, one: Proposal, agencies: Sequence[str], texts: NullTranslations) -> MatrixLine:
    """Return a proposal as a line."""
    _ = texts.gettext
    provision = draft.text.provision(one.provision) if one.provision else None
    answers = dict.fromkeys(agencies, "") | {answer.agency: answer.text for answer in one.responses}
    where = (provision.path or provision.label or _beginning(provision.text)) if provision is not None else ""
    current = "" if one.action is ProposalAction.INSERT_AFTER else one.base
    return MatrixLine(
        number=one.name,
        document=document_name(draft),
        provision=where,
        cell=field_words(one.field, texts) if one.field else "",
        current=current,
        delegations=_names(draft, one, PartyRole.PROPOSER),
        channel=_(CHANNEL_WORDS[one.channel]),
        received=_naive(draft.local(one.received_at)),
        kind=_(TYPE_WORDS[one.kind]),
        action=_(ACTION_WORDS[one.action]),
        proposed=one.new_text,
        row=(row := cells_words(one.new_cells, lambda name: field_words(name, texts))),
        pieces=_pieces(one, row),
        rationale=one.rationale,
        answers=tuple(answers.items()),
        answered="\n".join(
            f"{answer.agency}: {answer.by}, {draft.local(answer.at):%Y-%m-%d %H:%M}" for answer in one.responses
        ),
        supporters=_names(draft, one, PartyRole.SUPPORTER),
        opponents=_names(draft, one, PartyRole.OPPONENT),
        reservations="\n".join(
            f"{draft.name(party.delegation)}: {party.words}" if party.words else draft.name(party.delegation)
            for party in one.parties
            if party.role is PartyRole.RESERVATION
        ),
        status=decision_word(one.decision, texts),
        final=one.final_text,
        decided=_naive(draft.local(one.decided_at)) if one.decided_at is not None else None,
        concerns="\n".join(_concern(draft, one, texts)),
        mark=mark_of(one.name, {"provision": where, "current": current, **told_fields(one, agencies)}),
        proposal=one,
    )


def _of_draft(draft: DraftPaper, agencies: Sequence[str], texts: NullTranslations) -> tuple[MatrixLine, ...]:
    places = {one.key: place for place, one in enumerate(draft.text.provisions, start=1)}
    ordered = sorted(
        draft.proposals,
        key=lambda one: (places.get(one.provision, len(places) + 1) if one.provision else 0, one.number),
    )
    return tuple(line_of(draft, one, agencies, texts) for one in ordered)


def _names(draft: DraftPaper, one: Proposal, role: PartyRole) -> str:
    return BETWEEN.join(draft.name(code) for code in one.of(role))


def _pieces(one: Proposal, row: str) -> tuple[Piece, ...]:
    if one.action is ProposalAction.DELETE:
        return compared(one.base, "")
    if one.action is ProposalAction.MODIFY:
        return compared(one.base, one.text)
    said = "\n".join(filter(None, (one.text, row)))
    return compared("", said) if one.action is ProposalAction.INSERT_AFTER else ()


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:4]) + (" …" if len(words) > 4 else "")


def _concern(draft: DraftPaper, one: Proposal, texts: NullTranslations) -> list[str]:
    found = []
    for concerned in one.concerns:
        others = [other.name for key in concerned.others if (other := draft.proposal(key)) is not None]
        words = texts.gettext(CONCERN_WORDS[concerned.concern])
        found.append(f"{words}: {', '.join(others)}" if others else words)
    return found


def _naive(at: datetime) -> datetime:
    return at.replace(tzinfo=None, microsecond=0)
