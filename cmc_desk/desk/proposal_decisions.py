"""What became of a proposal: decided, merged with others, or before the meeting again."""

from collections.abc import Sequence
from dataclasses import replace

from cmc_desk.db import schema
from cmc_desk.desk.agreed_provisions import open_again
from cmc_desk.desk.approval import item_running
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.draft_rows import digest_of, newest, provisions_of, refuse_adopted
from cmc_desk.desk.draft_seen import refuse_unread
from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.desk.item_rows import the_item
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.proposal_parties import write_party
from cmc_desk.desk.proposal_rows import accepted_beside, proposal_facts, refuse_unseen, the_proposal
from cmc_desk.desk.proposal_writing import write_new
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import Concern, PartyRole, ProposalAction, ProposalDecision
from cmc_desk.rules.new_cells import in_order
from cmc_desk.rules.note_text import composed
from cmc_desk.rules.proposal_concerns import concerns
from cmc_desk.rules.proposals import AMENDING, LIVE, TAKEN, NewProposal
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.text_edits import combined

# What can be put together in one text; a move would be lost in it.
_OF_TEXT = AMENDING - {ProposalAction.MOVE}


@command("proposals.decide")
def decide(
    tx: Tx,
    *,
    proposal: str,
    decision: ProposalDecision,
    final_text: str = "",
    merged_into: str = "",
    words: str = "",
    item: str = "",
    seen: str = "",
) -> str:
    """Record what the meeting decided on a proposal, now and in the item that runs unless one is given; return the proposal.

    What is accepted stands in the next version of the draft; what the meeting had agreed on before is open again. `seen` is the digest
    of what it wanted when it was read, as `digest_of_wish` has it. Raises Refusal, with the field, if it was decided already, if it was
    written anew since, or if what is decided would not go together with the text or with what was decided before.
    """
    row, wanted = the_proposal(tx.session, proposal), ProposalDecision(decision)
    _refuse_decided(tx, row)
    refuse_unseen(row, seen)
    if wanted is ProposalDecision.OPEN:
        raise Refusal(_("What did the meeting decide?"), field="decision")
    final = composed(final_text).strip()
    if (wanted in TAKEN or wanted is ProposalDecision.BRACKETED) and row.action not in AMENDING:
        raise Refusal(_("It changes no text: it can be noted, referred or withdrawn."), field="decision")
    if row.action in AMENDING:
        # What the meeting referred with the text that it adopted stays referred: nothing would take another word back.
        refuse_adopted(tx.session, row.draft)
    if wanted in TAKEN:
        _check_taken(tx, row, wanted, final)
    if wanted in TAKEN or wanted is ProposalDecision.BRACKETED:
        open_again(tx.session, row)
    if wanted is ProposalDecision.MODIFIED:
        _make_base(row, _text_now(tx, row))
    other = _other(tx, row, merged_into) if wanted is ProposalDecision.MERGED else None
    _write(tx, row, wanted, words=words, item=item, into=other)
    row.final_text = final if wanted is ProposalDecision.MODIFIED else ""
    return row.id


@command("proposals.reopen")
def reopen_proposal(tx: Tx, *, proposal: str) -> str:
    """Bring a proposal before the meeting again.

    Raises Refusal if it was not decided, is in the text already, was merged into one that is, or if the meeting adopted the text.
    """
    row = the_proposal(tx.session, proposal)
    if row.decision is ProposalDecision.OPEN:
        raise Refusal(_("This proposal was not decided yet."), field="proposal")
    if row.action in AMENDING:
        refuse_adopted(tx.session, row.draft)
    if any(one.applied_in is not None for one in _merged(tx, row)):
        raise Refusal(_("This proposal is in the text already: propose another change instead."), field="proposal")
    if row.decision in TAKEN:
        # Whatever was agreed on since said what was accepted.
        open_again(tx.session, row)
    if row.decision is ProposalDecision.MODIFIED:
        _make_base(row, _text_then(tx, row))
    row.decision, row.merged_into = ProposalDecision.OPEN, None
    row.decided_at, row.decided_item = None, None
    row.decision_words, row.final_text = "", ""
    return row.id


def write_final(tx: Tx, row: schema.Proposal, text: str) -> None:
    """Write the text anew with which a proposal was accepted as modified; when and under which item, and the words, stay.

    Raises Refusal if it is in the text already, or would not go together with the text or with what was decided besides.
    """
    final = composed(text).strip()
    refuse_adopted(tx.session, row.draft)
    if row.applied_in is not None:
        raise Refusal(_("This proposal is in the text already: propose another change instead."), field="final")
    _check_taken(tx, row, ProposalDecision.MODIFIED, final)
    open_again(tx.session, row)
    row.final_text = final


@command("proposals.merge")
def merge_proposals(tx: Tx, *, proposals: tuple[str, ...], text: str, seen: str = "") -> str:
    """Make one proposal of several on the same provision, with a text for all of them; return its key.

    Whoever proposed one of them proposes the new one, and whoever supported one supports it. `seen` is the digest of the provision and of
    these proposals when they were read, as `digest_of_seen` has it. Raises Refusal if they are not on the same provision, if one was
    decided already, or if one of them or the text says something else by now.
    """
    rows = [the_proposal(tx.session, key) for key in dict.fromkeys(proposals)]
    if len(rows) < 2:
        raise Refusal(_("Choose two proposals or more."), field="proposals")
    places = {(row.draft, row.provision, row.field, row.action is ProposalAction.INSERT_AFTER) for row in rows}
    if len(places) > 1 or rows[0].provision is None or any(row.action not in _OF_TEXT for row in rows):
        raise Refusal(_("Only proposals for the same text can be merged."), field="proposals")
    for row in rows:
        _refuse_decided(tx, row)
    first = rows[0]
    refuse_unread(tx.session, first.draft, seen, provision=first.provision or "", only={row.id for row in rows})
    inserts = first.action is ProposalAction.INSERT_AFTER
    made = write_new(
        tx,
        NewProposal(
            draft=first.draft,
            action=ProposalAction.INSERT_AFTER if inserts else ProposalAction.MODIFY,
            kind=first.kind,
            channel=first.channel,
            provision=first.provision or "",
            field=first.field,
            new_text=text,
            new_label=first.new_label,
            new_cells=in_order(cell for row in reversed(rows) for cell in row.new_cells.items()),
            language=first.language,
            item=first.item or "",
        ),
    )
    _carry_parties(tx, rows, made)
    for row in rows:
        _write(tx, row, ProposalDecision.MERGED, into=made)
    return made.id


def _merged(tx: Tx, row: schema.Proposal) -> list[schema.Proposal]:
    """Return a proposal with those into which it was merged, and they in turn."""
    found = [row]
    while (key := found[-1].merged_into) and key not in {one.id for one in found}:
        found.append(tx.session.get_one(schema.Proposal, key))
    return found


def _write(
    tx: Tx,
    row: schema.Proposal,
    decision: ProposalDecision,
    *,
    words: str = "",
    item: str = "",
    into: schema.Proposal | None = None,
) -> None:
    # Asked first: a question writes what is changed already, and half a decision breaks a rule of the store.
    under = the_item(tx.session, item).id if item else item_running(tx)
    row.decision, row.decided_at, row.decided_item = decision, tx.now, under
    row.merged_into = into.id if into is not None else None
    row.decision_words, row.final_text = composed(words).strip(), ""


def _text_now(tx: Tx, row: schema.Proposal) -> str | None:
    """Return what the text says for which a proposal is, as whoever decides has it in view; None if it changes none."""
    version = newest(tx.session, row.draft)
    return _text_in(tx, row, version.id) if version is not None else None


def _text_then(tx: Tx, row: schema.Proposal) -> str | None:
    """Return what a proposal was made to, where another text took its place when it was decided; None if none did."""
    version = newest(tx.session, row.draft)
    if version is None or row.base_version in (None, version.id) or row.base != _text_now(tx, row):
        return None
    return _text_in(tx, row, row.base_version or "")


def _text_in(tx: Tx, row: schema.Proposal, version: str) -> str | None:
    if row.action is not ProposalAction.MODIFY:
        return None
    found = next((one for one in provisions_of(tx.session, version) if one.key == row.provision), None)
    return found.said(row.field) if found is not None else None


def _make_base(row: schema.Proposal, text: str | None) -> None:
    """Let a proposal be one to a text: what is accepted as modified was written over the text of that moment."""
    if text is not None and text != row.base:
        row.base, row.base_digest = text, digest_of(text)


def _refuse_decided(tx: Tx, row: schema.Proposal) -> None:
    if row.decision in LIVE:
        return
    at = meeting(tx.session).local(row.decided_at) if row.decided_at is not None else tx.now
    raise Refusal(
        _("P-{number:03d} was decided at {time} already: reopen it first.").format(
            number=row.number, time=f"{at:%H:%M}"
        ),
        field="proposal",
    )


def _check_taken(tx: Tx, row: schema.Proposal, decision: ProposalDecision, final: str) -> None:
    """Raise Refusal if a proposal cannot be put into the text as it was decided."""
    if decision is ProposalDecision.MODIFIED and not final:
        raise Refusal(_("Type the text as it was accepted."), field="final_text")
    if decision is ProposalDecision.MODIFIED and row.action in (ProposalAction.DELETE, ProposalAction.MOVE):
        raise Refusal(_("There is no text in it to be modified: accept it, or propose another text."), field="decision")
    if decision is ProposalDecision.ACCEPTED and final not in ("", row.new_text):
        raise Refusal(_("This is another text than was proposed: accept it as modified."), field="decision")
    text = draft_text(tx.session, draft=row.draft)
    # Of what is undecided nothing is asked here: a file that decides hundreds would read all of them for each.
    beside = {one.key: one for one in accepted_beside(tx.session, row)}
    # What was accepted counts, not what was proposed; one whose final text is written anew is looked at as if it was not decided.
    told = final or beside[row.id].final_text
    beside[row.id] = replace(beside[row.id], final_text=told, decision=ProposalDecision.OPEN)
    found = {one.concern: one.others for one in concerns(text, tuple(beside.values())).get(row.id, ())}
    now = text.provision(row.provision or "")
    said = now.said(row.field) if now is not None else ""
    # What was changed in other places meanwhile stays beside it.
    apart = combined(row.base, (said, row.new_text)) is not None
    stale = row.action is ProposalAction.MODIFY and Concern.STALE in found
    if decision is ProposalDecision.ACCEPTED and stale and not apart:
        raise Refusal(
            _("The text has changed since this was proposed: type what it is to say now, and accept it as modified."),
            field="decision",
        )
    taken = [beside[key].name for key in found.get(Concern.CONFLICT, ()) if beside[key].decision in TAKEN]
    if taken:
        raise Refusal(
            _("{names} was accepted for the same words: merge the two, or make the next version first.").format(
                names=", ".join(taken)
            ),
            field="decision",
        )


def _other(tx: Tx, row: schema.Proposal, key: str) -> schema.Proposal:
    """Return into which proposal another one was merged."""
    if not key:
        raise Refusal(_("Into which proposal was it merged?"), field="merged_into")
    other = the_proposal(tx.session, key)
    if other.id == row.id or other.draft != row.draft:
        raise Refusal(_("A proposal is merged into another one for the same draft."), field="merged_into")
    if other.decision is ProposalDecision.MERGED:
        raise Refusal(_("That one was merged itself: choose the one that it was merged into."), field="merged_into")
    return other


def _carry_parties(tx: Tx, rows: Sequence[schema.Proposal], made: schema.Proposal) -> None:
    """Let whoever stood behind one of several proposals stand behind the one that was made of them."""
    keys = {row.id for row in rows}
    facts = [one for one in proposal_facts(tx.session, draft=made.draft) if one.key in keys]
    stood: set[str] = set()
    for role in (PartyRole.PROPOSER, PartyRole.SUPPORTER):
        for one in facts:
            for party in one.parties:
                if party.role is role and party.delegation not in stood:
                    stood.add(party.delegation)
                    write_party(tx, made, party.delegation, role, party.words)
