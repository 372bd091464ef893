"""Find what is said about the drafts: a proposal by its number, a provision by its number or its words."""

import re
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.draft_texts import draft_texts
from cmc_desk.desk.proposals import proposal
from cmc_desk.rules.document_kinds import PartyRole
from cmc_desk.rules.drafts import DraftText, Provision
from cmc_desk.rules.folding import words
from cmc_desk.rules.refusal import Refusal

_NUMBER = re.compile(r"\s*p\W{0,2}0*(?P<number>[1-9]\d{0,5})\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundProposal:
    """A proposal that was found by its number: `said` is what it wants, or why; `draft` the short title of its document."""

    key: str
    name: str
    said: str
    draft: str
    proposers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundProvision:
    """A provision of the newest text of a draft, whose short title is `draft`."""

    provision: Provision
    draft: str


def find_proposal(session: Session, *, text: str) -> FoundProposal | None:
    """Return the proposal that `text` names, as in P-014 or p 14; None if it names none that there is."""
    named = _NUMBER.fullmatch(text)
    if named is None:
        return None
    try:
        one = proposal(session, key=f"P-{named['number']}")
    except Refusal:
        return None
    draft = session.get(schema.Draft, one.draft)
    title = (draft.short_title or draft.title) if draft is not None else ""
    return FoundProposal(one.key, one.name, one.rationale or one.new_text, title, one.of(PartyRole.PROPOSER))


def find_provisions(session: Session, *, text: str, limit: int = 6) -> tuple[FoundProvision, ...]:
    """Return the provisions whose document, number and text have every word of `text`: a word of letters as a beginning, a number whole."""
    typed = words(text)
    if not typed:
        return ()
    found = [
        FoundProvision(one, draft.short_title or draft.title)
        for draft in draft_texts(session)
        for one in draft.provisions
        if _has_all(draft, one, typed)
    ]
    # Whoever types a number wants the provision that has it before those that mention it.
    found.sort(key=lambda hit: not set(typed) & set(words(hit.provision.path or hit.provision.label)))
    return tuple(found[:limit])


def draft_of(session: Session, *, provision: str) -> str:
    """Return the key of the draft that a provision is of, empty if there is no such provision."""
    return session.scalar(select(schema.Provision.draft).where(schema.Provision.id == provision)) or ""


def _has_all(draft: DraftText, one: Provision, typed: tuple[str, ...]) -> bool:
    there = words(f"{draft.short_title} {draft.title} {one.path or one.label} {one.text}")
    return all(
        wanted in there if wanted[0].isdigit() else any(word.startswith(wanted) for word in there) for wanted in typed
    )
