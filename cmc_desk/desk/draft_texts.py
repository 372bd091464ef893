"""The text of the drafts as windows and papers read it: a version, all of them, with what was proposed, and how much is agreed."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.draft_rows import newest, provisions_of, the_draft, the_version, version_fact
from cmc_desk.desk.proposal_rows import proposal_facts
from cmc_desk.rules.applying import below_deleted, waiting
from cmc_desk.rules.brackets import meter
from cmc_desk.rules.document_kinds import DocumentKind, ProvisionStatus
from cmc_desk.rules.drafts import DraftText, DraftVersion, Provision
from cmc_desk.rules.numbering import with_paths
from cmc_desk.rules.proposal_concerns import concerns
from cmc_desk.rules.proposals import AMENDING, Proposal
from cmc_desk.rules.redline import Meter, RenderedDraft
from cmc_desk.rules.redlines import render_draft


def draft_text(session: Session, *, draft: str, version: int = 0) -> DraftText:
    """Return a draft with the text of a version, for 0 of the newest; a draft without a text has none.

    Raises Refusal if the meeting has no such draft, or the draft no such version.
    """
    row = the_draft(session, draft)
    found = the_version(session, draft, version) if version else newest(session, draft)
    return _text(session, row, found)


def draft_texts(session: Session) -> tuple[DraftText, ...]:
    """Return every draft with the text of its newest version, in their order."""
    rows = session.scalars(select(schema.Draft).order_by(schema.Draft.position)).all()
    return tuple(_text(session, row, newest(session, row.id)) for row in rows)


def draft_versions(session: Session, *, draft: str) -> tuple[DraftVersion, ...]:
    """Return the versions of a draft, the oldest first."""
    row = schema.DraftVersion
    return tuple(map(version_fact, session.scalars(select(row).where(row.draft == draft).order_by(row.number))))


def rendered_draft(session: Session, *, draft: str, version: int = 0) -> RenderedDraft:
    """Return a version of a draft as it is shown, against the one before it, with what was proposed for it."""
    text = draft_text(session, draft=draft, version=version)
    number = text.version.number if text.version is not None else 0
    before = draft_text(session, draft=draft, version=number - 1) if number > 1 else None
    return render_draft(text, proposals_for(session, text), before=before)


def proposals_for(session: Session, text: DraftText) -> tuple[Proposal, ...]:
    """Return what was proposed for a version of a draft, with what concerns each: also what this version says first."""
    number = text.version.number if text.version is not None else 0
    found = tuple(
        one
        for one in proposal_facts(session, draft=text.key)
        if one.base_version <= number and not 0 < one.applied_in < number
    )
    return concerned(text, found)


def taken_in(session: Session, draft: str) -> tuple[Proposal, ...]:
    """Return what was accepted for a draft and is not in its text yet."""
    found = proposals_for(session, draft_text(session, draft=draft))
    return tuple(one for one in found if waiting(one) and one.action in AMENDING)


def left_standing(session: Session, deletion: Proposal, standing: Iterable[Provision]) -> bool:
    """Tell whether anything stands of what an accepted deletion takes along, by the newest version in which its provision stood."""
    version, text = schema.DraftVersion, schema.ProvisionText
    query = select(version.id).join(text, text.version == version.id).where(text.provision == deletion.provision)
    last = session.scalar(query.order_by(version.number.desc()).limit(1))
    known = provisions_of(session, last) if last is not None else ()
    below = frozenset(below_deleted(known, deletion.provision, deletion.action, deletion.field))
    return any(one.key in below and one.status is not ProvisionStatus.DELETED for one in standing)


def concerned(text: DraftText, proposals: tuple[Proposal, ...]) -> tuple[Proposal, ...]:
    """Return proposals for a text with what whoever decides must know of each."""
    found = concerns(text, proposals)
    return tuple(replace(one, concerns=found.get(one.key, ())) for one in proposals)


def meters(session: Session) -> tuple[tuple[str, Meter], ...]:
    """Return how much of each draft is agreed, by its key and in their order."""
    return tuple((text.key, meter(text, proposals_for(session, text))) for text in draft_texts(session))


def _text(session: Session, row: schema.Draft, version: schema.DraftVersion | None) -> DraftText:
    facts = session.get(schema.DraftFacts, row.id)
    provisions = provisions_of(session, version.id) if version is not None else ()
    return DraftText(
        key=row.id,
        title=row.title,
        short_title=row.short_title or row.title,
        kind=facts.kind if facts is not None else DocumentKind.OTHER,
        symbol=facts.symbol if facts is not None else "",
        language=facts.language if facts is not None else session.scalars(select(schema.Meeting.language)).one(),
        version=version_fact(version) if version is not None else None,
        provisions=with_paths(provisions),
    )
