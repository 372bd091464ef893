"""Everything that the page of the documents shows of one draft, read at once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.draft_texts import concerned, draft_text, proposals_for
from cmc_desk.desk.drafts import DraftTitle, draft_titles
from cmc_desk.desk.floor_delegations import deciding_delegations
from cmc_desk.desk.proposal_rows import proposal_facts
from cmc_desk.rules.numbering import found
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.redline import Rendered, RenderedDraft
from cmc_desk.rules.redlines import clean_provision, render_draft, render_provision

# What a text is read anew for; who is in the room changes with every badge that is scanned, and nothing else then.
TEXT_TABLES = frozenset(
    {
        *("draft", "draft_facts", "draft_version", "provision", "provision_text"),
        *("proposal", "proposal_party", "proposal_response", "delegation", "*"),
    }
)
# What says who is here, and for which session.
ROOM_TABLES = frozenset(
    {
        *("meeting", "day", "item", "item_timing", "item_event", "category", "delegation"),
        *("participant", "presence_event", "*"),
    }
)


@dataclass(frozen=True, slots=True)
class DocumentView:
    """`versions` says how many there are; `present` are the delegations of States and territories of which somebody is here."""

    titles: tuple[DraftTitle, ...]
    draft: RenderedDraft | None = None
    proposals: tuple[Proposal, ...] = ()
    versions: int = 0
    present: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Discussed:
    """A provision that is under discussion, as it is shown; `live` counts the proposals on it that are before the meeting."""

    shown: Rendered
    live: int
    text: str


def discussed(session: Session, *, draft: str, number: str) -> Discussed | None:
    """Return the provision of a draft that people mean by a number, in its newest version; None if there is none."""
    text = draft_text(session, draft=draft)
    meant = found(text.provisions, number)
    if not meant or text.version is None:
        return None
    before = draft_text(session, draft=draft, version=text.version.number - 1) if text.version.number > 1 else None
    proposals = [one for one in proposals_for(session, text) if one.provision == meant[0].key]
    shown = render_provision(
        meant[0],
        proposals,
        before=before.provision(meant[0].key) if before is not None else None,
        labels=[one.label for one in text.provisions],
        version=text.version.number,
    )
    return Discussed(shown, sum(one.live for one in proposals), clean_provision(shown).text)


def document_view(
    session: Session, *, draft: str, now: datetime, version: int = 0, present: tuple[str, ...] | None = None
) -> DocumentView:
    """Return a version of a draft as it is shown, for 0 the newest; the first draft if the meeting has none of this key.

    Who is here takes half of the time: whoever knows it already tells whom, as `present`.
    """
    titles = draft_titles(session)
    key = draft if any(one.key == draft for one in titles) else (titles[0].key if titles else "")
    if not key:
        return DocumentView(titles)
    row = schema.DraftVersion
    versions = session.scalar(select(func.max(row.number)).where(row.draft == key)) or 0
    text = draft_text(session, draft=key, version=min(version, versions))
    number = text.version.number if text.version is not None else 0
    before = draft_text(session, draft=key, version=number - 1) if number > 1 else None
    proposals = concerned(text, proposal_facts(session, draft=key))
    for_it = [one for one in proposals if one.base_version <= number and not 0 < one.applied_in <= number]
    return DocumentView(
        titles,
        render_draft(text, for_it, before=before),
        proposals,
        versions,
        deciding_delegations(session, now=now) if present is None else present,
    )
