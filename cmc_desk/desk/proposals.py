"""The proposals for the drafts: added, edited, answered, supported, and read with what concerns each beside the others."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.agreed_provisions import open_again
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.draft_rows import checked_cells, refuse_adopted
from cmc_desk.desk.draft_texts import concerned, draft_text
from cmc_desk.desk.proposal_decisions import decide, merge_proposals, reopen_proposal
from cmc_desk.desk.proposal_parties import add_party, remove_party, respond
from cmc_desk.desk.proposal_rows import others_in, proposal_facts, refuse_unseen, taken_out, the_proposal
from cmc_desk.desk.proposal_writing import check, rebase, write_new
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import Channel, ProposalAction, ProposalType, ProvisionKind
from cmc_desk.rules.note_text import composed
from cmc_desk.rules.proposals import LIVE, TAKEN, NewProposal, Proposal
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.said_before import said_in

__all__ = [
    "add_party",
    "add_proposal",
    "add_proposals",
    "decide",
    "edit_proposal",
    "key_of_proposal",
    "merge_proposals",
    "proposal",
    "proposals",
    "remove_party",
    "remove_proposal",
    "reopen_proposal",
    "respond",
]


def proposals(session: Session, *, draft: str = "", provision: str = "", live: bool = False) -> tuple[Proposal, ...]:
    """Return the proposals in the order of their numbers, with what concerns each: of a draft, on a provision, before the meeting still."""
    if provision and not draft:
        row = session.get(schema.Provision, provision)
        draft = row.draft if row is not None else ""
    found: list[Proposal] = []
    for key in (draft,) if draft else session.scalars(select(schema.Draft.id)).all():
        facts = proposal_facts(session, draft=key)
        if facts:
            found.extend(concerned(draft_text(session, draft=key), facts))
    return tuple(
        one
        for one in sorted(found, key=lambda one: one.number)
        if (not provision or one.provision == provision) and (one.live or not live)
    )


def proposal(session: Session, *, key: str) -> Proposal:
    """Return a proposal by its key, or by its number such as “P-014”; raises Refusal if there is none."""
    known = key_of_proposal(session, name=key)
    draft = the_proposal(session, known).draft
    return next(one for one in proposals(session, draft=draft) if one.key == known)


def key_of_proposal(session: Session, *, name: str) -> str:
    """Return the key of a proposal by its key, or by its number such as “P-014” or “14”; raises Refusal if there is none."""
    row = schema.Proposal
    digits = name.strip().lower().removeprefix("p").lstrip("-–")
    found = session.get(row, name)
    if found is None and digits.isascii() and digits.isdigit() and len(digits) < 9:
        found = session.scalars(select(row).where(row.number == int(digits))).first()
    if found is None or found.deleted_at is not None:
        raise Refusal(_("There is no proposal “{name}”.").format(name=name), field="proposal")
    return found.id


@command("proposals.add")
def add_proposal(
    tx: Tx,
    *,
    draft: str,
    action: ProposalAction,
    kind: ProposalType = ProposalType.SUBSTANTIVE,
    channel: Channel = Channel.WRITTEN,
    provision: str = "",
    field: str = "",
    new_text: str = "",
    new_label: str = "",
    new_cells: tuple[tuple[str, str], ...] = (),
    target: str = "",
    rationale: str = "",
    delegations: tuple[str, ...] = (),
    language: str = "",
    received_at: datetime | None = None,
    entry: str = "",
    item: str = "",
    counter_to: str = "",
) -> str:
    """Add a proposal with the next number, to the text as it stands now; return its key.

    Raises Refusal, with the field, if it says nothing, changes nothing, or is for a text that was adopted.
    """
    return write_new(
        tx,
        NewProposal(
            draft=draft,
            action=ProposalAction(action),
            kind=ProposalType(kind),
            channel=Channel(channel),
            provision=provision,
            field=field,
            new_text=new_text,
            new_label=new_label,
            new_cells=tuple(new_cells),
            target=target,
            rationale=rationale,
            delegations=tuple(delegations),
            language=language,
            received_at=received_at,
            entry=entry,
            item=item,
            counter_to=counter_to,
        ),
    ).id


@command("proposals.add_many")
def add_proposals(tx: Tx, *, rows: tuple[NewProposal, ...]) -> tuple[str, ...]:
    """Add many proposals at once, all or none, as they came in one file; return their keys in the same order.

    What a file says was written later than now was written by a clock that goes ahead of ours, or in another zone: it came in now.
    Raises Refusal if one is on record already, as of a file that is taken in twice, or if its draft was adopted.
    """
    if not rows:
        raise Refusal(_("There is no proposal in it."), field="rows")
    rows = tuple(
        row if row.received_at is None else replace(row, received_at=min(row.received_at, tx.now)) for row in rows
    )
    for draft in dict.fromkeys(row.draft for row in rows):
        refuse_adopted(tx.session, draft)
        said_before = said_in(proposal_facts(tx.session, draft=draft))
        if any(said_before(row) for row in rows if row.draft == draft):
            raise Refusal(_("What is in it was proposed already: take the file in again."), field="rows")
    return tuple(write_new(tx, row).id for row in rows)


@command("proposals.edit")
def edit_proposal(
    tx: Tx,
    *,
    proposal: str,
    new_text: str | None = None,
    new_label: str | None = None,
    new_cells: tuple[tuple[str, str], ...] | None = None,
    rationale: str | None = None,
    kind: ProposalType | None = None,
    action: ProposalAction | None = None,
    field: str | None = None,
    target: str | None = None,
    provision: str | None = None,
    channel: Channel | None = None,
    language: str | None = None,
    seen: str = "",
) -> str:
    """Write a proposal anew while it is before the meeting; what is None stays.

    One whose text or place is written anew is a proposal to the text as it stands now. `seen` is the digest of what it wanted before, as
    `digest_of_wish` has it. Raises Refusal if it was decided, or wants something else by now.
    """
    row = the_proposal(tx.session, proposal)
    refuse_unseen(row, seen)
    refuse_adopted(tx.session, row.draft)
    if row.decision not in LIVE:
        raise Refusal(_("This proposal was decided already: reopen it before you change it."), field="proposal")
    before = (row.new_text, row.new_label, row.action, row.field, row.target, row.provision)
    cells = None if new_cells is None else dict(checked_cells(ProvisionKind.PLAN_ROW, new_cells))
    wanted = {
        "new_text": None if new_text is None else composed(new_text).strip(),
        "new_label": None if new_label is None else " ".join(composed(new_label).split()),
        "new_cells": cells,
        "rationale": None if rationale is None else composed(rationale).strip(),
        "kind": None if kind is None else ProposalType(kind),
        "action": None if action is None else ProposalAction(action),
        "channel": None if channel is None else Channel(channel),
        "field": field,
        "language": language,
    }
    for name, value in wanted.items():
        if value is not None and getattr(row, name) != value:
            setattr(row, name, value)
    if target is not None:
        row.target = target or None
    if provision is not None:
        row.provision = provision or None
    if before != (row.new_text, row.new_label, row.action, row.field, row.target, row.provision):
        rebase(tx, row)
    check(tx, row)
    return row.id


@command("proposals.remove")
def remove_proposal(tx: Tx, *, proposal: str) -> str:
    """Remove a proposal that was entered by mistake; its number is not given again.

    Raises Refusal if it is in the text already, or if others were merged into it.
    """
    row = the_proposal(tx.session, proposal)
    refuse_adopted(tx.session, row.draft)
    if row.applied_in is not None:
        raise Refusal(_("This proposal is in the text already: it stays on record."), field="proposal")
    if others_in(tx.session, row.id):
        raise Refusal(_("Others were merged into this proposal: reopen those first."), field="proposal")
    if row.decision in TAKEN:
        open_again(tx.session, row)
    row.deleted_at = tx.now
    if row.entry_digest:
        row.entry_digest = taken_out(row.entry_digest)
    return row.id
