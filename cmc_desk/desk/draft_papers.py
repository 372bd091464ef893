"""What the papers of the draft documents are made from: a draft as it stands with its proposals, or all of them."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.draft_texts import draft_text, draft_texts, proposals_for, rendered_draft
from cmc_desk.desk.meeting import as_delegation, meeting
from cmc_desk.desk.proposals import proposals
from cmc_desk.reports.draft_facts import DraftPaper
from cmc_desk.reports.matrix_lines import CommentsMatrix
from cmc_desk.reports.plan_book import PlanBook
from cmc_desk.reports.proposals_book import ItemTitles, ProposalsBook
from cmc_desk.rules.delegations import protocol_name
from cmc_desk.rules.document_kinds import DocumentKind
from cmc_desk.rules.drafts import DraftText
from cmc_desk.rules.official_order import delegation_rank
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.redline import Meter, RenderedDraft


def gather_draft(session: Session, ask: Ask) -> DraftPaper:
    """Return the draft that is asked for, else the first that has a text, in its newest version or the one that is asked for."""
    known = draft_texts(session)
    meant = [one for one in known if one.key == ask.draft] or [one for one in known if one.provisions] or known
    if not meant:
        return DraftPaper(ask.language, RenderedDraft(DraftText("", "", ""), (), Meter()))
    return _paper(session, meant[0].key, ask)


def gather_matrix(session: Session, ask: Ask) -> CommentsMatrix:
    """Return every draft with its proposals, or the one that is asked for; whoever pays and the host have a column for answers."""
    facts = meeting(session)
    host = session.get(schema.Delegation, facts.host_delegation)
    answering = (*facts.sponsors, as_delegation(host, ask.language).short_name if host is not None else "")
    drafts = tuple(_paper(session, key, ask) for key in _keys(session, ask))
    return CommentsMatrix(ask.language, drafts, tuple(dict.fromkeys(filter(None, answering))))


def gather_plan(session: Session, ask: Ask) -> PlanBook:
    """Return the plan of action that is asked for, else the first of the meeting, in its newest version or the one that is asked for."""
    known = [one for one in draft_texts(session) if ask.draft in ("", one.key)]
    plans = [one for one in known if one.kind is DocumentKind.PLAN] or known
    numbers: dict[str, list[str]] = {}
    for one in proposals(session, draft=plans[0].key) if plans else ():
        numbers.setdefault(one.provision, []).append(one.name)
    sources = tuple((key, tuple(names)) for key, names in numbers.items() if key)
    names = tuple(name for _code, name in _delegations(session, ask.language))
    leads = tuple(dict.fromkeys((*names, *meeting(session).sponsors)))
    text = plans[0] if plans else DraftText("", "", "")
    if text.key and ask.issue:
        text = draft_text(session, draft=text.key, version=ask.issue)
    return PlanBook(ask.language, text, sources, leads)


def gather_proposals(session: Session, ask: Ask) -> ProposalsBook:
    """Return every proposal, or those for the draft that is asked for, with the items of the agenda that they name."""
    drafts = tuple(_paper(session, key, ask) for key in _keys(session, ask))
    named = {key for draft in drafts for one in draft.proposals for key in (one.item, one.decided_item) if key}
    row = schema.Item
    titles: ItemTitles = tuple(
        sorted((key, title) for key, title in session.execute(select(row.id, row.title).where(row.id.in_(named))))
    )
    return ProposalsBook(ask.language, drafts, titles)


def _keys(session: Session, ask: Ask) -> Sequence[str]:
    return [one.key for one in draft_texts(session) if ask.draft in ("", one.key)]


def _paper(session: Session, key: str, ask: Ask) -> DraftPaper:
    draft = rendered_draft(session, draft=key, version=ask.issue)
    return DraftPaper(
        language=ask.language,
        draft=draft,
        # Of an older version, what concerned it then, as far as that is known now.
        proposals=proposals_for(session, draft.text) if ask.issue else proposals(session, draft=key),
        delegations=_delegations(session, ask.language),
        zone=meeting(session).zone,
    )


def _delegations(session: Session, language: str) -> tuple[tuple[str, str], ...]:
    known = (as_delegation(row, language) for row in session.scalars(select(schema.Delegation)))
    found = [(one, protocol_name(one.name, one.short_name)) for one in known]
    found.sort(key=lambda pair: delegation_rank(pair[0].kind, pair[1]))
    return tuple((one.code, name) for one, name in found)
